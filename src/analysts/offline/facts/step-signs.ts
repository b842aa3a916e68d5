/**
 * Signs that a sentence tells of a step to come, whatever its words: which time it names, what tense its
 * verbs are in, who says it. What they weigh is learned (`scripts/steps/train.js`).
 */
import { CONDITIONAL, FIRM, NO_STEP, SOFT } from '../cues/next.ts';
import { UNDATED_TIME } from '../cues/undated-times.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { isPastForm } from '../reading/verb-tense.ts';
import { isAhead } from './ahead.ts';
import { daysFrom } from './old-news.ts';
import { isQuotedAt, type Study } from './study.ts';

/** Words by what they are for; each that stands in a sentence is a sign of that name. */
const WORDS: Readonly<Record<string, RegExp>> = {
  will: /(?<!\b(?:at|free|good|ill|his|her|their|of) )\b(?:will|shall)\b|['’]ll\b/,
  would: /\bwould\b/,
  may: /\b(?:could|may|might|can)\b/,
  should: /\b(?:should|must)\b/,
  isTo: /\b(?:is|are) to \w/,
  likely: /\b(?:likely|expect\w*|possible|perhaps|tentative\w*|hop(?:e|es|ed|ing))\b/,
  meant:
    /\b(?:plan|plans|planned|planning|wants?|intends?|aims?|mulls?|consider\w*|thinking|weigh\w*)\b/,
  arranged: /\b(?:due|scheduled|fixed|slated|set|booked|called|invited|ordered)\b/,
  deadline: /\b(?:until|till|deadline|by|before)\b/,
  next: /\b(?:next|then|later|again|second|further|follow\w*)\b/,
  from: /\b(?:from|as of|starting)\b/,
  habit: /\b(?:every|each|usually|always|often|daily|annual\w*|typically)\b/,
  denied: /\b(?:not|never|no|nobody|nothing|without)\b|n['’]t\b/,
  compared: /\b(?:than|compared|up from|down from|as \w+ as)\b/,
  percent: /%|\b(?:percent|per cent|pct)\b/,
  money: /[$€£]|\b(?:dollars?|euros?|pounds?|million|billion)\b/,
  because: /\b(?:because|since|although|while|whether)\b/,
  was: /\b(?:was|were|had|did)\b/,
  has: /\b(?:has|have)\b/,
  view: /\b(?:believes?|thinks?|sees?|fears?|warn\w*|forecasts?|analysts?|economists?|experts?)\b/,
  said: /\b(?:said|says|told|added|announced)\b/,
  meets:
    /\b(?:vote|hearing|talks|meeting|session|summit|election|trial|ruling|verdict|round|match|final|report|strike|launch|funeral|results|minutes|deadline|tickets?|tour|visit|date)s?\b/,
};

const HELPS = /^(?:will|would|shall|could|may|might|should|must|can|to|did|does|do|not)$/;

/**
 * The signs that a sentence shows, by name. Linear in its length.
 * @returns names that the weights know; where none of them tells of a time or a plan, an empty list
 */
export function signsOfStep(study: Study, sentence: ReadSentence, words: string): string[] {
  const dates = study.datesIn[sentence.index] ?? [];
  const own = dates.filter(({ start }) => words[start - sentence.start] !== ' ');
  const future = own.filter((date) => isAhead(study, date));
  const time = timeOf(
    future.map(({ grain }) => grain),
    words,
  );
  const isPast = own.some(
    (date) => date.tense === 'past' || (daysFrom(study.anchor, date.date) ?? 0) < 0,
  );
  const tokens = sentence.tokens.filter(({ start }) => !isQuotedAt(study, start));
  const tenses = tensesOf(tokens);
  const found = Object.keys(WORDS).filter((name) => WORDS[name]?.test(words));
  const first = tenses[0] ?? 'none';
  if (time === 'none' && !found.some((name) => PLANS.has(name))) return [];
  const pairs = found.filter((name) => PAIRED.has(name)).map((name) => `${name} ${time}`);
  return [
    'any',
    ...found,
    ...pairs,
    `time ${time}`,
    `first ${first}`,
    `first ${first} ${time}`,
    ...[...new Set(tenses)].map((tense) => `verb ${tense}`),
    ...(isPast ? ['past day'] : []),
    ...(words.search(FIRM) >= 0 ? ['firm cue', `firm cue ${time}`] : []),
    ...(words.search(SOFT) >= 0 ? ['soft cue', `soft cue ${time}`] : []),
    ...(NO_STEP.test(words) ? ['no step'] : []),
    ...(CONDITIONAL.test(words) ? ['condition'] : []),
    ...(sentence.index === 0 ? ['lede'] : []),
    ...(tokens.length < sentence.tokens.length ? ['quotes'] : []),
    ...(tokens.length > 30 ? ['long'] : tokens.length < 14 ? ['short'] : []),
    ...(tokens[0]?.pos === 'PRON' ? ['pronoun'] : []),
    ...(words.includes(':') ? ['colon'] : []),
  ];
}

const PLANS = new Set([
  'will',
  'would',
  'may',
  'isTo',
  'likely',
  'meant',
  'arranged',
  'next',
  'deadline',
]);
const PAIRED = new Set([
  'will',
  'would',
  'may',
  'deadline',
  'was',
  'likely',
  'from',
  'meets',
  'said',
]);

function timeOf(grains: readonly (string | null)[], words: string): string {
  if (grains.includes('day')) return 'day';
  if (grains.some((grain) => grain !== null)) return 'span';
  return grains.length > 0 || UNDATED_TIME.test(words) ? 'vague' : 'none';
}

/** What each verb that nothing helps tells, in order: past, present, helped. */
function tensesOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token, at) => {
    if (token.pos !== 'VERB' && !/^(?:is|are|was|were)$/.test(token.lower)) return [];
    const near = tokens.slice(Math.max(0, at - 2), at);
    if (near.some(({ lower }) => HELPS.test(lower))) return ['helped'];
    if (/^(?:was|were)$/.test(token.lower) || isPastForm(token)) return ['past'];
    return /ing$/.test(token.lower) ? [] : ['present'];
  });
}
