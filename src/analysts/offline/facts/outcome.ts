/** What came of it: sentences near the top that state a decision or a result as done. */
import type { Sentence } from '../../../news/card.ts';
import { OUTCOME_VERBS, PHRASAL_OUTCOMES, PROCESS_VERBS } from '../cues/outcome.ts';
import { SPEECH_VERBS } from '../cues/speech.ts';
import { wordSet } from '../cues/words.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { isPastForm } from '../reading/verb-tense.ts';
import { isAhead } from './ahead.ts';
import { evidenceOf } from './evidence.ts';
import { modalityAt } from './modality.ts';
import { isOldNews } from './old-news.ts';
import { isQuotedAt, unquotedText, type Study } from './study.ts';

const MOST = 4;
const LOOKED_AT = 8;
const ENOUGH = 1.7;
/** What a sentence loses for each one before it: the news stands at the top. */
const LATER = 0.2;

/** Outcomes, strongest first kept, in the order of the copy; none for opinion or thin copy. */
export function outcomesOf(study: Study): Sentence[] {
  if (study.thin || study.opinion) return [];
  const scored = study.sentences
    .slice(0, LOOKED_AT)
    .map((sentence) => ({
      sentence,
      score: Math.max(scoreOf(study, sentence), ledeScore(study, sentence)),
    }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.sentence.index - b.sentence.index)
    .slice(0, MOST)
    .sort((a, b) => a.sentence.index - b.sentence.index);
  return scored.map(({ sentence }) => ({
    text: sentence.text,
    evidence: [evidenceOf(study.take, sentence)],
  }));
}

/** Does the sentence state a decision or a result as done? */
export function tellsOutcome(study: Study, sentence: ReadSentence): boolean {
  return sentence.index < LOOKED_AT && scoreOf(study, sentence) >= ENOUGH;
}

function scoreOf(study: Study, sentence: ReadSentence): number {
  if (sentence.quoted || /\?$|^(?:If|Unless)\b/.test(sentence.text)) return 0;
  if (isOldNews(study, sentence)) return 0;
  let best = 0;
  sentence.tokens.forEach((token, index) => {
    const weight = OUTCOME_VERBS.get(token.lower) ?? phrasalWeight(sentence, index);
    if (weight === undefined || !isVerb(sentence, index) || isQuotedAt(study, token.start)) return;
    if (modalityAt(sentence.tokens, index) !== 'stated') return;
    if (isStillToBeDone(study, sentence, index)) return;
    best = Math.max(best, weight);
  });
  return best === 0 ? 0 : best - sentence.index * LATER;
}

/** "The ban is lifted on Sept. 13", "takes effect once parliaments have ratified it": not done yet. */
function isStillToBeDone(study: Study, sentence: ReadSentence, index: number): boolean {
  const { tokens } = sentence;
  const helper = tokens[index - 1]?.lower ?? '';
  if (/^(?:has|have)$/.test(helper))
    return tokens.slice(Math.max(0, index - 10), index).some(({ lower }) => lower === 'once');
  if (!/^(?:is|are)$/.test(helper)) return false;
  return (study.datesIn[sentence.index] ?? []).some((date) => isAhead(study, date));
}

/** Whatever verb it uses, a lede that tells of something done tells what came of it. */
function ledeScore(study: Study, sentence: ReadSentence): number {
  if (sentence.index > 0 || sentence.quoted || /\?$|^(?:If|Unless)\b/.test(sentence.text)) return 0;
  if (isOldNews(study, sentence)) return 0;
  const { tokens } = sentence;
  const done = tokens.some(
    (token, index) =>
      isPastForm(token) &&
      !SPEECH_VERBS.has(token.lower) &&
      !PROCESS_VERBS.has(token.lower) &&
      isVerb(sentence, index) &&
      !isQuotedAt(study, token.start) &&
      !tokens.slice(Math.max(0, index - 3), index).some(({ lower }) => SUBORDINATE.has(lower)) &&
      modalityAt(tokens, index) === 'stated',
  );
  const ahead = (study.datesIn[sentence.index] ?? []).some((date) => isAhead(study, date));
  const announced = !ahead && ANNOUNCED.test(unquotedText(study, sentence));
  const called = CALLED.test(unquotedText(study, sentence));
  return done || announced || called ? ENOUGH : 0;
}

/** "said on Thursday it would cut 6,200 jobs": what a firm says of its own deed is done; a day makes it a step. */
const ANNOUNCED =
  /\b(?:said|says|announced) (?:(?:on |late |early )?[a-z]{3,6}day(?: [a-z]{5,9})? )?(?:that )?(?:it|he|she|they) (?:would|will|was|were|is|are|had|has|have) (?!not |never |been (?:told|asked)|considering|expect|hop|optim|confident)[a-z]/;

/** "have called a five-day strike": the call is the news, whenever what it calls will be. */
const CALLED =
  /\b(?:has|have) called (?:an? |the |fresh |new |early )(?:[\w-]{2,20} ){0,3}(?:strikes?|elections?|referendum|walkout|stoppage|vote)\b/;

/** What stands behind them tells of circumstances. */
const SUBORDINATE = wordSet(
  'who which that whose as after when because while since if where before although though how why what',
);

/** "called off", "turned down": only with the word behind it does the verb tell a result. */
function phrasalWeight({ tokens }: ReadSentence, index: number): number | undefined {
  const verb = `${tokens[index]?.lower ?? ''} ${tokens[index + 1]?.lower ?? ''}`;
  return PHRASAL_OUTCOMES.has(verb) ? 2.5 : undefined;
}

/** "had agreed", "had since been sentenced": what came before the news, unless it is said to be so. */
function isOlderTense(tokens: readonly Token[], index: number, before: Token): boolean {
  if (before.lower === 'had') return true;
  let at = index - 1;
  while (tokens[at]?.lower === 'been' || tokens[at]?.pos === 'ADV') at -= 1;
  const isReported = tokens.slice(0, at).some(({ lower }) => SPEECH_VERBS.has(lower));
  return tokens[at]?.lower === 'had' && !isReported;
}

/** "The talks, suspended in 2021, are to be taken up": what is added between commas is not the news. */
function isAdded(tokens: readonly Token[], index: number): boolean {
  const close = tokens.findIndex(({ text }, at) => at > index && text === ',');
  const named = /^(?:NOUN|PROPN)$/.test(tokens[index - 2]?.pos ?? '');
  const behind = tokens[close + 1];
  const isVerbal = /^(?:AUX|VERB)$/.test(behind?.pos ?? '') && !/ing$/.test(behind?.lower ?? '');
  return named && close > 0 && isVerbal;
}

/** Doing words only: "the elected mayor" and "a cut" are not news. */
function isVerb({ tokens, index: first }: ReadSentence, index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  if (!token || before === undefined) return false;
  if (
    /^(?:a|an|the|its|their|his|her|this|that|these|recently|newly|previously|so-called)$/.test(
      before.lower,
    )
  )
    return false;
  // "doses donated by a fund", "behind closed doors": told of a thing, not done
  const next = tokens[index + 1]?.lower ?? '';
  const isCounted = tokens[index + 2]?.pos === 'NUM'; // "the synod voted by 302 to 141"
  if (/^(?:NOUN|PROPN)$/.test(before.pos) && next === 'by' && !isCounted) return false;
  if (before.text === ',' && isAdded(tokens, index)) return false;
  if (before.pos === 'ADP') return false;
  // "said on Tuesday it had agreed": in the opening the older tense tells the news itself
  if (before.lower === 'having' || (first > 0 && isOlderTense(tokens, index, before))) return false;
  return (
    token.pos === 'VERB' ||
    (token.pos === 'ADJ' && /^(?:was|were|is|are|been|be)$/.test(before.lower))
  );
}
