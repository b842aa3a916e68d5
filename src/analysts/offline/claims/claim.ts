/** A claim: one thing that a take states and that another source may state otherwise. */
import type { Evidence, Point } from '../../../news/card.ts';
import type { Take } from '../../../news/take.ts';
import type { ReadSentence, Token } from '../reading/read.ts';
import type { Study } from '../facts/study.ts';
import { groupOf, stemOf } from '../questions/terms.ts';

/** How a number is meant: as it stands, "at least", "at most", "about". */
export type Bound = 'exact' | 'least' | 'most' | 'about';

export type Claim = Pick<Point, 'about' | 'measure'> & {
  /** the number; else the ISO date, the place in lower case, the sort of outcome */
  readonly value: number | string;
  readonly bound: Bound;
  /** as a reader sees it: "11 dead" */
  readonly text: string;
  /** keys of the telling words around it */
  readonly words: ReadonlySet<string>;
  /** the measure alone tells what is meant, whatever the words: the dead, the magnitude, the vote */
  readonly plain: boolean;
  /** the place named right beside it, in lower case */
  readonly site: string | null;
  /** the past day that its sentence gives (ISO) */
  readonly day: string | null;
  readonly evidence: Evidence;
};

/** What one take claims, and all that it states in passing, background and older figures too. */
export type Told = {
  readonly take: Take;
  readonly claims: readonly Claim[];
  readonly stated: ReadonlyMap<string, readonly (number | string)[]>;
};

/** Words that tell nothing about what a sentence is about. */
const EMPTY =
  /^(?:say|said|tell|told|add|added|report\w*|accord\w*|announc\w*|be|have|do|make|made|take|took|go|come|get|also|new|first|last|late|later|early|earlier|official\w*|statement|spokes\w+|more|least|most|other|people|person|year|month|week|day|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const TELLING = /^(?:NOUN|PROPN|VERB|ADJ)$/;

/** Telling words as keys that are the same for plural and past, and for words that mean the same. */
export function keysOf(tokens: readonly Token[]): Set<string> {
  const keys = new Set<string>();
  for (const { lower, pos } of tokens) {
    if (!TELLING.test(pos) || lower.length < 3 || EMPTY.test(lower) || /\d/.test(lower)) continue;
    const stem = stemOf(lower);
    if (EMPTY.test(stem)) continue;
    keys.add(String(groupOf(stem) ?? stem));
  }
  return keys;
}

/** The past day that a sentence gives, when it gives one alone. */
export function pastDayOf(study: Study, sentence: ReadSentence): string | null {
  const days = (study.datesIn[sentence.index] ?? []).filter(
    ({ grain, date, tense }) => grain === 'day' && date !== null && tense !== 'future',
  );
  return days.length === 1 ? (days[0]?.date ?? null) : null;
}
