/** Which times that the copy names lie ahead of it. */
import type { DateMention } from '../reading/read.ts';
import { daysFrom } from './old-news.ts';
import type { Study } from './study.ts';

const FARTHEST_DAYS = 4000;

/** A time to come: past the story's own day, or a vague one that the reading gives as future. */
export function isAhead(study: Study, date: DateMention): boolean {
  const days = daysFrom(study.anchor, date.date);
  if (wasAhead(study, date)) return false;
  if (days === null) return date.tense === 'future' && !isSpeed(study, date);
  if (date.tense === 'past' || days > FARTHEST_DAYS || isOfPrices(study, date)) return false;
  if (date.grain === 'year' && date.date !== null && study.anchor?.startsWith(date.date))
    return /\b(?:later|end)\b/i.test(date.text) || isDeadline(study, date);
  return days > 0 || (days === 0 && date.tense === 'future');
}

/** "had been due to begin in May": ahead of a day that is gone. */
function wasAhead(study: Study, date: DateMention): boolean {
  const before = study.take.text.slice(Math.max(0, date.start - 60), date.start);
  return /\bhad (?:been|originally|initially|first)\b[^,;.]*$/.test(before);
}

/** "by the summer" lies ahead, whatever year it is part of. */
function isDeadline(study: Study, date: DateMention): boolean {
  return (
    /\b(?:summer|autumn|fall|winter|spring)\b/i.test(date.text) &&
    /\b(?:by|before|until)\s+(?:the\s+)?$/i.test(
      study.take.text.slice(Math.max(0, date.start - 12), date.start + 4).replace(/\w{1,4}$/, ''),
    )
  );
}

/** "breaks foam down within 48 hours" tells how fast; "must reply within 48 hours" sets a time. */
function isSpeed(study: Study, date: DateMention): boolean {
  if (!/^within\b/i.test(date.text)) return false;
  const before = study.take.text.slice(Math.max(0, date.start - 99), date.start);
  return !/\b(?:will|must|would|shall|to|due|expected|ordered|told|promised|pledged|vowed)\b[^.;]{0,80}$/i.test(
    before,
  );
}

/** "Friday's close" is where a price stood. */
function isOfPrices(study: Study, date: DateMention): boolean {
  return /^['’]s (?:clos(?:e|ing)|level|price|finish|session|settlement|low|high)\b/.test(
    study.take.text.slice(date.end, date.end + 16),
  );
}

/** "the winners of Sunday's match": the day of something else, when the step has one of its own. */
export function isOwner(study: Study, date: DateMention): boolean {
  return /^['’]s\b/.test(study.take.text.slice(date.end, date.end + 3));
}
