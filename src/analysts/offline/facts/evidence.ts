/** Evidence for a stretch of a take: always cut from the take itself, never typed. */
import type { Evidence } from '../../../news/card.ts';
import type { Take } from '../../../news/take.ts';

export type Stretch = { readonly start: number; readonly end: number };

/** The words of `take` from `start` to `end`. */
export function evidenceOf(take: Take, { start, end }: Stretch): Evidence {
  return { take: take.id, start, end, quote: take.text.slice(start, end) };
}

/** The smallest stretch that covers all of `stretches`; there must be one at least. */
export function covering(stretches: readonly Stretch[]): Stretch {
  return {
    start: Math.min(...stretches.map((each) => each.start)),
    end: Math.max(...stretches.map((each) => each.end)),
  };
}
