/** The agenda: next steps of many events, told once each, what is over left out, in order of date. */
import type { NextStep, When } from '../news/card.ts';
import { tellingWords } from './words.ts';

/** A next step with the event that it was read in. */
export type AgendaEntry = {
  readonly event: string;
  readonly title: string;
  /** when the event last changed (ISO): of two tellings of one step the newer counts */
  readonly changedAt: string;
  readonly step: NextStep;
};

/** Two steps with this share of their words in common are one ... */
const ALIKE_SHARE = 0.6;
/** ... and with one date or place in common, this much is enough. */
const ALIKE_SHARE_SAME_FRAME = 0.35;
/** Entries compared with each other at most: merging is quadratic. */
const ENTRIES_MAX = 1_000;

/**
 * The steps still to come on a day (YYYY-MM-DD), each once as its newest telling has it, dated ones
 * first. A step without a date stays until its event is old; a step in the past is no next step.
 */
export function agendaOn(entries: readonly AgendaEntry[], today: string): AgendaEntry[] {
  const newestFirst = entries
    .filter(({ step }) => !isOver(step.when, today))
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt) || a.event.localeCompare(b.event))
    .slice(0, ENTRIES_MAX);
  const kept: { readonly entry: AgendaEntry; readonly words: ReadonlySet<string> }[] = [];
  for (const entry of newestFirst) {
    const words = new Set(tellingWords(entry.step.text));
    const isTold = kept.some((each) => areOne(each.entry.step, each.words, entry.step, words));
    if (!isTold) kept.push({ entry, words });
  }
  const order = ({ step }: AgendaEntry): string => step.when?.date ?? '9999';
  return kept
    .map(({ entry }) => entry)
    .toSorted((a, b) => order(a).localeCompare(order(b)) || a.title.localeCompare(b.title));
}

function areOne(
  first: NextStep,
  firstWords: ReadonlySet<string>,
  second: NextStep,
  secondWords: ReadonlySet<string>,
): boolean {
  const smaller = Math.min(firstWords.size, secondWords.size);
  if (smaller === 0) return false;
  const share = firstWords.intersection(secondWords).size / smaller;
  const day = first.when?.date ?? null;
  const isSameDay = day !== null && day === second.when?.date;
  const isSamePlace = first.place !== null && first.place === second.place;
  return share >= (isSameDay || isSamePlace ? ALIKE_SHARE_SAME_FRAME : ALIKE_SHARE);
}

/** Is a time over on a day? A week, month or year is over when its last day is; a vague time never. */
export function isOver(when: When | null, today: string): boolean {
  const date = when?.date;
  if (!when || !date) return false;
  if (when.grain === 'week')
    return Temporal.PlainDate.from(date).add({ days: 6 }).toString() < today;
  return date < today.slice(0, date.length);
}
