/** How near, in a sentence, what could be the answer stands to the words that are asked about. */
import type { Study } from '../facts/study.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { durationsIn } from './fits.ts';
import { MONEY } from './head-fit.ts';
import type { Question } from './question.ts';
import { akinTo, matesOf, stemOf } from './terms.ts';

type Row = {
  readonly from: { readonly study: Study };
  readonly sentence: ReadSentence;
};
type Span = { readonly start: number; readonly end: number };

/** Words between the two that halve the nearness. */
const HALF_TOKENS = 5;
/** Stretches of a sentence that are looked at; longer sentences are lists. */
const SPANS_MAX = 12;

/**
 * From 0 to 1: the words asked about, each by its distance from the time, number, name or place that
 * comes nearest to them all. Nothing where the question asks for none of these.
 */
export function nearnessOf(question: Question, row: Row, asked: readonly string[]): number {
  if (asked.length === 0) return 0;
  const spans = spansOf(question, row).slice(0, SPANS_MAX);
  if (spans.length === 0) return 0;
  const { tokens } = row.sentence;
  const places = asked.map((stem) => placesOf(stem, tokens));
  const nearest = spans.map((span) => {
    const own = places.map((at) => closeness(at, tokens, span));
    return own.reduce((sum, each) => sum + each, 0) / asked.length;
  });
  return Math.max(...nearest);
}

function placesOf(stem: string, tokens: readonly Token[]): number[] {
  const isAkin = akinTo(stem);
  const mates = matesOf(stem);
  return tokens.flatMap(({ lower }, at) => {
    const other = stemOf(lower);
    return isAkin(other) || mates.has(other) ? [at] : [];
  });
}

function closeness(places: readonly number[], tokens: readonly Token[], span: Span): number {
  const first = tokens.findIndex(({ end }) => end > span.start);
  const last = tokens.findLastIndex(({ start }) => start < span.end);
  const distances = places.map((at) => Math.max(0, first - at, at - last));
  return distances.length === 0 ? 0 : HALF_TOKENS / (HALF_TOKENS + Math.min(...distances));
}

/** What in the sentence could be the answer. */
function spansOf({ kind, stems }: Question, { from, sentence }: Row): readonly Span[] {
  const { study } = from;
  const mentions = study.mentionsIn[sentence.index] ?? [];
  const isNew = ({ text }: { readonly text: string }): boolean =>
    !text
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word) => stems.includes(stemOf(word)));
  switch (kind) {
    case 'when':
      return study.datesIn[sentence.index] ?? [];
    case 'where':
      return mentions.filter((each) => each.kind === 'place' && isNew(each));
    case 'who':
      return mentions.filter((each) => each.kind !== 'place' && isNew(each));
    case 'how long':
      return durationsIn(sentence);
    case 'how many':
      return sentence.tokens.filter(
        ({ pos, text }) => pos === 'NUM' || /^[$£€¥]?\d/.test(text) || MONEY.test(text),
      );
    default:
      return [];
  }
}
