/** How many of the events held speak of a day: the day of sending is in many, so it tells little. */
import type { DayMark } from '../days.ts';

/** The share of events that name a certain day of a month where nothing is known yet. */
const EXPECTED_SHARE = 0.005;
const PRIOR_EVENTS = 300;
/** Rarity of a day that no other event names; what is rarer tells no more. */
const RARITY_FULL = 5;

/** Counts of days. */
export class DayCounts {
  readonly #counts = new Map<DayMark, number>();

  add(days: readonly DayMark[]): void {
    for (const day of days) this.#counts.set(day, (this.#counts.get(day) ?? 0) + 1);
  }

  remove(days: readonly DayMark[]): void {
    for (const day of days) {
      const count = (this.#counts.get(day) ?? 0) - 1;
      if (count > 0) this.#counts.set(day, count);
      else this.#counts.delete(day);
    }
  }

  /** How much a day tells, from 0 (every event names it) to 1. */
  rarity(day: DayMark, events: number): number {
    const count = (this.#counts.get(day) ?? 0) + PRIOR_EVENTS * EXPECTED_SHARE;
    return Math.min(1, Math.max(0, Math.log((events + PRIOR_EVENTS) / count) / RARITY_FULL));
  }
}
