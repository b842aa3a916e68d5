/** The day of a story that nobody stamped: the one that its opening gives in full. */
import { datesOf } from './dates.ts';
import type { ReadSentence } from './reading.ts';

const LOOKED_AT = 2;
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
/** "In a story published Feb. 10, 2027, about ...": how a correction names the day of its story. */
const STORY_OF =
  /\bin an? (?:\w{2,12} )?(?:story|item|report|article|dispatch) (?:(?:published|issued|moved|sent|transmitted|filed|released) )?(?:on )?$/i;

/**
 * "Monday, June 22, 2026" in the first two sentences, when that day was a Monday; ISO, or null. A
 * weekday is written beside a full date only by who tells of these days.
 */
export function dayOfOpening(sentences: readonly ReadSentence[]): string | null {
  const opening = sentences.slice(0, LOOKED_AT);
  for (const { date, text, start, sentence } of datesOf(opening, null)) {
    if (date?.length !== 10 || !/\b\d{4}$/.test(text)) continue;
    const named = WEEKDAYS.findIndex((weekday) => text.startsWith(weekday));
    if (named >= 0 && named === new Date(`${date}T00:00:00Z`).getUTCDay()) return date;
    const from = opening.find(({ index }) => index === sentence);
    if (from && STORY_OF.test(from.text.slice(0, start - from.start))) return date;
  }
  return null;
}
