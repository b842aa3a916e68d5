/** What speaks for a sentence or against it besides the words it has: tense, company of words, an age. */
import type { ReadSentence } from '../reading/reading.ts';
import { EMPTY_WORDS } from '../cues/questions.ts';
import type { Question } from './question.ts';
import { stemOf } from './terms.ts';

/** How a sentence stands to what a question asks of any. */
export type Standing = {
  /** what was is asked for, and what will be is told */
  readonly isYetToCome: boolean;
  /** what will be is asked for, and what was is told */
  readonly isOverAlready: boolean;
  /** the share of the question's neighbouring words that stand near each other in it, too */
  readonly wholePairs: number;
  /** an age is asked for, and none is told */
  readonly tellsNoAge: boolean;
};

/** What a question asks of any sentence, read once. */
export type Demands = {
  readonly tense: 'past' | 'future' | null;
  /** stems that stand side by side */
  readonly pairs: readonly (readonly [string, string])[];
};

const PAST_ASKED =
  /\b(?:did|was|were|had|won|lost|died|resigned|happened|went|came|made|said|agreed|decided)\b/i;
const FUTURE_ASKED = /\b(?:will|to come|going to|next|due)\b/i;
const FUTURE_TOLD =
  /\b(?:will|shall|(?:is|are) (?:to|due|set|scheduled)|(?:days|weeks|months|years) to|plans? to|expects? to|would|next|until|by the end of|must)\b/i;
const PAST_TOLD =
  /\b(?:was|were|had|did|\p{L}{3,30}ed|won|lost|fell|rose|made|took|gave|held|met)\b/iu;
const AGE = /\b\d{1,3}\b|year-old|\baged\b|\b(?:1\d|20)\d\d\b/i;
/** So many words apart two still say one thing: "the board of the museum". */
const PAIR_TOKENS = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** Reads what a question demands; its text is at most 500 characters long. */
export function demandsOf({ text }: Pick<Question, 'text'>): Demands {
  const words = (text.toLowerCase().match(WORD) ?? []).map((word) => word.replace(/['’]s?$/, ''));
  const [isPast, isFuture] = [PAST_ASKED.test(text), FUTURE_ASKED.test(text)];
  const tense = isPast ? 'past' : 'future';
  const pairs = words.slice(1).flatMap((word, at) => {
    const before = words[at] ?? '';
    const isEmpty = EMPTY_WORDS.has(before) || EMPTY_WORDS.has(word);
    return isEmpty ? [] : [[stemOf(before), stemOf(word)] as const];
  });
  return { pairs, tense: isPast === isFuture ? null : tense };
}

/** @param isAhead the card tells the sentence as a step to come */
export function standingOf(
  { age }: Pick<Question, 'age'>,
  { tense, pairs }: Demands,
  { text, tokens }: Pick<ReadSentence, 'text' | 'tokens'>,
  isAhead: boolean,
): Standing {
  const isPast = PAST_TOLD.test(text);
  const isComing = isAhead || FUTURE_TOLD.test(text);
  const stems = pairs.length === 0 ? [] : tokens.map(({ lower }) => stemOf(lower));
  const whole = pairs.filter((pair) => standTogether(stems, pair));
  return {
    isYetToCome: tense === 'past' && (isAhead || (isComing && !isPast)),
    isOverAlready: tense === 'future' && !isComing && isPast,
    wholePairs: whole.length / Math.max(1, pairs.length),
    tellsNoAge: age && !AGE.test(text),
  };
}

function standTogether(stems: readonly string[], [first, second]: readonly [string, string]) {
  return stems.some((stem, at) => {
    const [from, to] = [Math.max(0, at - PAIR_TOKENS), at + PAIR_TOKENS + 1];
    return stem === second && stems.slice(from, to).includes(first);
  });
}
