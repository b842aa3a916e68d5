/** Numbers that a take claims: casualties, magnitudes, and amounts with the words around them. */
import type { ReadSentence, Token } from '../reading/reading.ts';
import { evidenceOf } from '../facts/evidence.ts';
import { amountAt } from '../facts/amounts.ts';
import { isDated } from '../facts/numbers.ts';
import { unitAt } from '../facts/units.ts';
import type { Amount } from '../facts/tally.ts';
import { isOldNews } from '../facts/old-news.ts';
import { isQuotedAt, type Study } from '../facts/study.ts';
import { stemOf } from '../questions/terms.ts';
import { keysOf, nounsBefore, pastDayOf, peopleBetween, type Bound, type Claim } from './claim.ts';
import { groupCounted, harmAt } from './harm.ts';

/** Sentences that may claim an amount; casualties are looked for in all that are read. */
const AMOUNTS_IN = 8;
const READ = 60;
const WORDS_BEFORE = 12;
const WORDS_AFTER = 9;

/** A claim, or a number that is stated and is none: an older figure, a part of another, background. */
export type Counted = { readonly claim: Claim; readonly passing: boolean };

/** All numbers with what they count, in order of the copy. */
export function countsOf(study: Study): Counted[] {
  return study.sentences.slice(0, READ).flatMap((sentence) => countsIn(study, sentence));
}

function countsIn(study: Study, sentence: ReadSentence): Counted[] {
  const { tokens } = sentence;
  const amounts = amountsIn(study, sentence);
  const background = isOldNews(study, sentence);
  const day = pastDayOf(study, sentence);
  let last: Measured | null = null;
  return amounts.flatMap((amount, order) => {
    const first = tokens[amount.from];
    const own = measureOf(study, tokens, amount);
    // "rose to 14 dead from 12": a bare number is of what was counted before it
    const measured: Measured | null = own ?? last;
    if (!first || !measured) return [];
    last = measured;
    const fences = { from: amounts[order - 1]?.to ?? 0, to: amounts[order + 1]?.from ?? 1e9 };
    const { bound, words } = boundOf(tokens, amount);
    const near = around(tokens, amount, fences);
    const claim: Claim = {
      about: 'number',
      measure: measured.measure,
      value: amount.value,
      bound,
      text: `${words}${measured.text}`,
      words: wordsBeside(near, measured.measure),
      plain: measured.plain,
      nouns: measured.plain ? new Set() : nounsBefore(tokens, amount.from, fences.from),
      of: null,
      deed: null,
      people: measured.plain
        ? new Set()
        : peopleBetween(study, sentence, near[0]?.start, near.at(-1)?.end),
      site: siteBehind(study, sentence, amount),
      day,
      evidence: evidenceOf(study.take, sentence),
    };
    const passing =
      own === null ||
      background ||
      VAGUE_PAST.test(sentence.text) ||
      isQuotedAt(study, first.start) ||
      isPassing(tokens, amount) ||
      (!measured.plain && sentence.index >= AMOUNTS_IN);
    return [{ claim, passing }];
  });
}

function amountsIn(study: Study, sentence: ReadSentence): Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < sentence.tokens.length; at += 1) {
    const amount = amountAt(sentence.tokens, at);
    if (!amount) continue;
    at = Math.max(at, amount.to - 1);
    const start = sentence.tokens[amount.from]?.start ?? 0;
    if (!isDated(study, sentence, start)) amounts.push(amount);
  }
  return amounts;
}

type Measured = { readonly measure: string; readonly text: string; readonly plain: boolean };

function measureOf(study: Study, tokens: readonly Token[], amount: Amount): Measured | null {
  const { text } = study.take;
  const written = (to: number): string =>
    text.slice(tokens[amount.from]?.start, tokens[to - 1]?.end).replace(/\s+/g, ' ');
  const harm = amount.currency === null ? harmOf(tokens, amount) : null;
  if (harm !== null) {
    const named = groupCounted(tokens, amount.to);
    const group = harm === 'crowd' && MARCHERS.test(named ?? '') ? null : named;
    const counted = group === null ? '' : `${group} `;
    return {
      measure: group === null ? harm : `${harm} ${stemOf(group)}`,
      text: `${written(amount.to)} ${counted}${harm === 'crowd' ? 'in the crowd' : harm}`,
      plain: true,
    };
  }
  if (tokens[amount.to]?.lower === 'magnitude')
    return { measure: magnitudeAt(tokens, amount), text: written(amount.to + 1), plain: true };
  if (tokens[amount.from]?.lower.endsWith('-magnitude'))
    return { measure: magnitudeAt(tokens, amount), text: written(amount.to), plain: true };
  const unit = unitAt(tokens, amount);
  if (!unit || unit.from !== undefined) return null;
  const before = tokens[amount.from - 1];
  if (unit.name === 'magnitude' && before)
    return {
      measure: magnitudeAt(tokens, amount),
      text: `magnitude ${written(amount.to)}`,
      plain: true,
    };
  return { measure: stemOf(unit.name), text: written(unit.to), plain: false };
}

/** Of the quake, or of one that followed it: "an aftershock of magnitude 4.7". */
function magnitudeAt(tokens: readonly Token[], { from, to }: Amount): string {
  const near = tokens.slice(Math.max(0, from - 4), to + 2);
  return near.some(({ lower }) => /^aftershocks?$/.test(lower))
    ? 'magnitude aftershock'
    : 'magnitude';
}

/** Whatever they are called, it is the same crowd. */
const MARCHERS = /^(?:marchers?|protest[eo]rs?|demonstrators?|supporters?|participants?)$/;

/** A turnout in percent is of voters. */
function harmOf(tokens: readonly Token[], { from, to }: Amount): string | null {
  const harm = harmAt(tokens, from, to);
  const isShare = /^(?:%|percent|per|pct|points?)$/.test(tokens[to]?.lower ?? '');
  return harm === 'crowd' && isShare ? null : harm;
}

/** The words around an amount that are no other amount's. */
function around(
  tokens: readonly Token[],
  { from, to }: Amount,
  fences: { readonly from: number; readonly to: number },
): Token[] {
  return [
    ...tokens.slice(Math.max(fences.from, from - WORDS_BEFORE), from),
    ...tokens.slice(to, Math.min(fences.to, to + WORDS_AFTER)),
  ];
}

/** The words around an amount without what it is measured in, which both sides share anyway. */
function wordsBeside(near: readonly Token[], measure: string): Set<string> {
  return keysOf(near.filter(({ lower }) => stemOf(lower) !== measure));
}

/** "Strikes this month that killed 30" tells of earlier days, whatever the sentence opens with. */
const VAGUE_PAST =
  /\b(?:(?:earlier )?this (?:month|year)|last (?:week|month|year)|in recent (?:weeks|months|years)|since (?:\d{4}|the (?:war|conflict|uprising|start|beginning|outbreak)))\b/i;

const BOUNDS: readonly (readonly [Bound, RegExp])[] = [
  ['least', /(?:at least|more than|no fewer than|not less than|upwards of|in excess of|over) $/],
  ['most', /(?:up to|as many as|as much as|at most|no more than|fewer than|less than|under) $/],
  [
    'about',
    /(?:about|around|some|roughly|approximately|an estimated|estimated|nearly|almost|close to) $/,
  ],
];

function boundOf(tokens: readonly Token[], { from }: Amount): { bound: Bound; words: string } {
  const before = tokens
    .slice(Math.max(0, from - 4), from)
    .map(({ lower }) => `${lower} `)
    .join('');
  for (const [bound, pattern] of BOUNDS) {
    const found = pattern.exec(before);
    if (found) return { bound, words: found[0] };
  }
  return { bound: 'exact', words: '' };
}

const OLDER =
  /\b(?:from|initial\w*|earlier|previous\w*|formerly|first|instead of|not|rather than|than the|compared with|against|including|among them|another|further|additional|extra|other|of|of the|of those|feared|fearing|may have|might have|could have|up to|as many as|every|each|capacity)\s(?:(?:reports?|toll|figure|count|estimates?|of|put|had|been|the|at|as|an?|least|about|more|than|some|around|that|said|these|them)\s){0,4}$/;
const PART_BEHIND =
  /^[-–] ?years?\b|^(?:of|in) (?:them|whom|which|those|the (?:dead|injured|victims|wounded))\b/;

/** "five people in Tarek and two in Sul": neither is the whole. */
const SHARED_OUT =
  /^[^,;:]{0,60}\b(?:in|at|near|outside) [^,;:]{0,40}(?:,|\band\b)(?: at least| another)? (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a dozen) (?:more |others? )?(?:in|at|near|outside)\b/;

/** "three were seriously hurt" counts the worst of them alone. */
const DEGREE =
  /\b(?:seriously|critically|gravely|severely|badly|slightly|lightly|mildly|serious|critical|grave)\b/;
/** "came a week after a bomb killed 14": another happening. */
const AFTER_ANOTHER =
  /\b(?:(?:an? |one |two |three |\d+ )?(?:days?|weeks?|months?|years?|hours?) after|(?:comes?|came|follow(?:s|ed)?) [^.;]{0,40}\bafter|since (?:an?|the|\w+day)|followed|follows|similar to|worst since|deadliest since)\b[^.;]{0,120}$/;

/** "from nine", "including three", "another two", "feared": no word on how many there are in all. */
function isPassing(tokens: readonly Token[], { from, to }: Amount): boolean {
  const before = tokens
    .slice(Math.max(0, from - 6), from)
    .map(({ lower }) => `${lower} `)
    .join('');
  // "a death toll of 11", "killing more than the 9 first feared"
  const cut = before
    .replace(/^.*[,;:—–]\s/, '')
    .replace(/\b(?:toll|total|magnitude) of $/, 'total ');
  const words = tokens.slice(to, to + 12).map(({ lower }) => lower);
  const behind = words.slice(0, 6).join(' ');
  if (SHARED_OUT.test(words.join(' '))) return true;
  const start = tokens.slice(0, from).map(({ lower }) => lower);
  if (AFTER_ANOTHER.test(start.slice(-30).join(' '))) return true;
  if (DEGREE.test(words.slice(0, 5).join(' '))) return true;
  return (
    OLDER.test(cut) ||
    PART_BEHIND.test(behind) ||
    /\b(?:feared|believed|thought|presumed)\b/.test(behind)
  );
}

/** A place named in the clause right behind the number: "11 people were killed in Halden". */
function siteBehind(study: Study, { index, tokens }: ReadSentence, { to }: Amount): string | null {
  const start = tokens[to]?.start;
  if (start === undefined) return null;
  const end = tokens.slice(to, to + 9).find(({ text }) => /^[,;:]$/.test(text))?.start;
  const until = end ?? tokens[Math.min(tokens.length - 1, to + 8)]?.end ?? start;
  const place = (study.mentionsIn[index] ?? []).find(
    (each) => each.kind === 'place' && each.start >= start && each.end <= until,
  );
  return place ? place.text.toLowerCase() : null;
}
