/** Background: what a sentence dates well before the story itself. */
import type { ReadSentence } from '../reading/reading.ts';
import type { Study } from './study.ts';

const FRESH_DAYS = 9;
const DAY_MS = 86_400_000;
const BACKGROUND =
  /^(?:Until recently|Last year|Last month|In the past|Earlier this year|Previously|Historically|For years|For decades|Since (?:then|\d{4})|Years ago|Back in|A year ago|Two years ago)\b|\b(?:years|months|decades) (?:ago|earlier)\b/i;

/** Days from the story's own day to `date` (negative: before), or null when either is unknown. */
export function daysFrom(anchor: string | null, date: string | null): number | null {
  if (anchor === null || date === null) return null;
  const day = date.length === 4 ? `${date}-07-01` : date.length === 7 ? `${date}-15` : date;
  const difference = Date.parse(day) - Date.parse(anchor);
  return Number.isNaN(difference) ? null : Math.round(difference / DAY_MS);
}

/** Does the sentence say by its own words that it tells of earlier days? */
export function opensAsBackground(sentence: ReadSentence): boolean {
  return BACKGROUND.test(sentence.text);
}

/** Does the sentence speak of earlier days: every date in it past and stale, or an opener that says so? */
export function isOldNews(study: Study, sentence: ReadSentence): boolean {
  if (opensAsBackground(sentence)) return true;
  const dates = study.datesIn[sentence.index] ?? [];
  if (dates.length === 0) return false;
  return (
    sentence.index > 0 &&
    dates.every((date) => {
      const days = daysFrom(study.anchor, date.date);
      return days !== null && days < -FRESH_DAYS;
    })
  );
}
