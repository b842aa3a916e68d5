/** Steps that a take tells more than once. */
import type { NextStep } from '../../../news/card.ts';
import { longWordsOf } from './long-words.ts';

/** `score` tells how much a reader gains by it. */
export type Step = NextStep & { readonly score: number };

/** The same time and place told twice is one step; one that holds the other's words stands for both. */
export function distinct(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const key = longWordsOf(step.text);
    const twin = kept.findIndex(
      (each) => overlap(key, longWordsOf(each.text)) > 0.6 && each.when?.date === step.when?.date,
    );
    if (twin < 0) kept.push(step);
    else if (isWithin(kept[twin], step)) kept[twin] = step;
  }
  return kept;
}

function isWithin(inner: Step | undefined, outer: Step): boolean {
  const [{ start, end } = { start: 0, end: 0 }] = inner?.evidence ?? [];
  const [around] = outer.evidence;
  return around !== undefined && around.start <= start && around.end >= end;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
