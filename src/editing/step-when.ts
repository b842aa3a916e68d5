/** The times of steps, compared: days, weeks, months and years, as far as they are known. */
import type { When } from '../news/card.ts';

/** The day, or as much of one as is known (ISO); null when nothing is. */
export const dayOf = (when: When | null): string | null => when?.date ?? null;

/** Does the time lie within the other, or is the other not known? */
export function isWithin(inner: When | null, outer: When | null): boolean {
  const [one, other] = [dayOf(inner), dayOf(outer)];
  if (other === null) return true;
  if (one === null) return false;
  if (outer?.grain !== 'week') return one.startsWith(other);
  return one >= other && one <= Temporal.PlainDate.from(other).add({ days: 6 }).toString();
}

/** How far behind UTC the last place on Earth is in which a day is not over (milliseconds). */
const LAST_ZONE_MS = 12 * 3_600_000;

/** The day (YYYY-MM-DD) that it still is at an instant (ISO) where days end last. */
export const dayWhereLatest = (at: string): string =>
  new Date(Date.parse(at) - LAST_ZONE_MS).toISOString().slice(0, 10);

/** Is a time over on a day? A week, month or year is over when its last day is; a vague time never. */
export function isOver(when: When | null, today: string): boolean {
  const date = when?.date;
  if (!when || !date) return false;
  if (when.grain === 'week')
    return Temporal.PlainDate.from(date).add({ days: 6 }).toString() < today;
  return date < today.slice(0, date.length);
}
