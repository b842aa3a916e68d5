/** An event as the index of recent events keeps it. */
import type { Event } from '../../news/event.ts';
import type { DayMark } from '../days.ts';
import type { Form } from '../form.ts';
import { tellingness } from '../profile.ts';

/** `changedAt` tells when its newest copy came in; absent means when that was sent */
export type IndexedEvent = Pick<Event, 'id' | 'profile' | 'lastAt'> &
  Partial<Pick<Event, 'changedAt'>>;
/** A word or name and its weight. */
export type Pair = readonly [string, number];

/** Words and names as numbers, words first: a profile at about 1 kB. */
export type Entry = {
  readonly id: string;
  /** when its newest copy was sent; null when no copy says */
  readonly sentAt: number | null;
  readonly arrivedAt: number;
  readonly keys: Int32Array;
  readonly weights: Float32Array;
  /** keys before this are words, the others names */
  readonly wordCount: number;
  readonly copies: number;
  /** length of the mean of its copies: 1 when all are alike, near 0 when none are */
  readonly wordUnity: number;
  readonly nameUnity: number;
  /** places in `keys` of the words that tell most */
  readonly leading: readonly number[];
  readonly days: readonly DayMark[];
  readonly forms: readonly Form[];
  /** places in `keys` of the numbers that it tells */
  readonly numbers: readonly number[];
};

const LEADING_MAX = 10;
/** Copies from which on an event says how alike they are. */
const CLOSE_KNIT_COPIES = 8;

/** Makes an entry; `keys` are the numbers of its words, then of its names, in the profile's order. */
export function entryOf(event: IndexedEvent, keys: Int32Array): Entry {
  const { id, profile, lastAt } = event;
  const words = Object.entries(profile.terms);
  const names = Object.entries(profile.names);
  return {
    id,
    sentAt: profile.undated ? null : Date.parse(lastAt),
    arrivedAt: Date.parse(event.changedAt ?? lastAt),
    keys,
    weights: Float32Array.from([...words, ...names], ([, weight]) => weight),
    wordCount: words.length,
    copies: profile.copies ?? 1,
    wordUnity: unityOf(words),
    nameUnity: unityOf(names),
    leading: leadingOf(words),
    days: profile.days ?? [],
    forms: profile.forms ?? [],
    numbers: words.flatMap(([text], at) => (isNumber(text) ? [at] : [])),
  };
}

const NUMBER = /^\d\d+$/;
const YEAR_OR_THOUSANDS = /^(?:(?:19|20)\d\d|0+)$/;

/** Is a word a figure of what happened: a toll, a score, a price? Years are days' business. */
export function isNumber(word: string): boolean {
  return NUMBER.test(word) && !YEAR_OR_THOUSANDS.test(word);
}

/** How alike the copies of a large event are to each other on the whole; 0 for a small one. */
export function closenessOf({ copies, wordUnity }: Entry): number {
  return copies < CLOSE_KNIT_COPIES ? 0 : (copies * wordUnity ** 2 - 1) / (copies - 1);
}

/** Where the words stand that tell most. */
export function leadingOf(entries: readonly Pair[]): number[] {
  const ranked = entries.map(([text, weight], at) => ({ at, rank: weight * tellingness(text) }));
  ranked.sort((a, b) => b.rank - a.rank || a.at - b.at);
  return ranked.slice(0, LEADING_MAX).map(({ at }) => at);
}

/** Length of the mean of copies of length 1: how alike they are. */
function unityOf(entries: readonly Pair[]): number {
  let sum = 0;
  for (const [text, weight] of entries) sum += (weight * tellingness(text)) ** 2;
  return Math.min(1, Math.sqrt(sum));
}
