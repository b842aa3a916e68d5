/** Which times that the copy names lie ahead of it. */
import type { DateMention, ReadSentence } from '../reading/reading.ts';
import { daysFrom } from './old-news.ts';
import type { Study } from './study.ts';

const FARTHEST_DAYS = 4000;

/** A month that figures are of. */
const FIGURE_FOR =
  /\b(?:figures?|data|results?|readings?|reports?|index|sales|numbers) (?:for|in) /i;

/** A time to come: past the story's own day, or a vague one that the reading gives as future. */
export function isAhead(study: Study, date: DateMention): boolean {
  const days = daysFrom(study.anchor, date.date);
  if (wasAhead(study, date) || isLeft(study, date) || isOfWares(study, date)) return false;
  if (days === null) return date.tense === 'future' && !isSpeed(study, date);
  if (date.tense === 'past' || days > FARTHEST_DAYS || isOfPrices(study, date)) return false;
  if (date.grain === 'year' && date.date !== null && study.anchor?.startsWith(date.date))
    return /\b(?:later|end)\b/i.test(date.text) || isDeadline(study, date);
  if (date.grain === 'season' && date.date !== null && study.anchor?.startsWith(date.date))
    return date.tense === 'future' || isLaterInYear(date.text, study.anchor);
  // "at the weekend" and "by the end of June" of the running week and month still lie ahead
  const left = date.tense === 'future' ? days + (DAYS_LEFT[date.grain ?? 'day'] ?? 0) : days;
  return left > 0 || (days === 0 && (date.tense === 'future' || isLater(study, date)));
}

/** "later on Wednesday", in copy of that day. */
const isLater = (study: Study, { start }: DateMention): boolean =>
  /\blater (?:on )?$/i.test(study.take.text.slice(Math.max(0, start - 10), start));

/** A week is dated by its Monday, a month goes by its middle: days from there to the end. */
const DAYS_LEFT: Readonly<Record<string, number>> = { week: 6, month: 15 };

/** "had been due to begin in May": ahead of a day that is gone. */
function wasAhead(study: Study, date: DateMention): boolean {
  const before = study.take.text.slice(Math.max(0, date.start - 60), date.start);
  const since = /\bhad (?:been|originally|initially|first)\b([^,;.]*)$/.exec(before)?.[1];
  // "that had been set for tonight was moved to Oct. 13": the other verb's day is new
  return since !== undefined && !/\b(?:was|were|is|are|has|have|will)\b/.test(since);
}

/** What gives a thing another day. */
const MOVES =
  /\b(?:mov(?:es?|ed|ing)|postpon(?:es?|ed|ing)|put(?:s|ting)? (?:it |them )?(?:off|back)|push(?:es|ed|ing)? (?:it |them )?back|deferred|reschedul(?:es?|ed|ing)|(?:brought|bring(?:s|ing)?) (?:it |them )?forward|shift(?:s|ed|ing)?|delayed)\b(?:(?! and | will )[^,;:.]){0,60}$/i;
const FROM_DAY = /\bfrom (?:\p{Lu}\p{Ll}{2,8}day,? )?$/u;
const IN_PLACE_OF =
  /\b(?:instead of|rather than|not) (?:on |for |from )?(?:\p{Lu}\p{Ll}{2,8}day,? )?$/u;
const AT_FIRST =
  /\b(?:originally|initially|previously) (?:been )?(?:scheduled|planned|set|due|expected|slated|announced|fixed|called)\b[^,;.]{0,30}$/;

/** "moved to June 17 from June 10", "originally due on June 10": the day that a thing leaves. */
function isLeft(study: Study, { start, sentence }: DateMention): boolean {
  const from = study.sentences[sentence]?.start ?? start;
  const before = study.take.text.slice(Math.max(from, start - 300), start);
  if (IN_PLACE_OF.test(before) || AT_FIRST.test(before)) return true;
  const leaves = FROM_DAY.exec(before);
  return leaves !== null && MOVES.test(before.slice(0, leaves.index));
}

/** The month in which each season is half over; a winter of the second half of the year goes on into the next. */
const MIDDLES: Readonly<Record<string, number>> = { spring: 4, summer: 7, autumn: 10, fall: 10 };

/** "in the autumn" lies ahead of a day in May. */
function isLaterInYear(text: string, anchor: string): boolean {
  const month = Number(anchor.slice(5, 7));
  const season = /spring|summer|autumn|fall|winter/i.exec(text)?.[0].toLowerCase() ?? '';
  return season === 'winter' ? month > 6 : (MIDDLES[season] ?? 0) > month;
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

/** "They leave within a week": what begins or ends in the present tense is announced. */
const STARTS =
  /\b(?:leaves?|meets?|returns?|opens?|starts?|begins?|ends?|reopens?|resumes?|closes?|arrives?|expires?|departs?|votes?)\b[^.;,]{0,30}$/;

/** "breaks foam down within 48 hours" tells how fast; "must reply within 48 hours" sets a time. */
function isSpeed(study: Study, date: DateMention): boolean {
  if (!/^within\b/i.test(date.text)) return false;
  const before = study.take.text.slice(Math.max(0, date.start - 99), date.start);
  if (STARTS.test(before)) return false;
  return !/\b(?:will|must|may|would|shall|to|due|expected|ordered|told|promised|pledged|vowed)\b[^.;]{0,80}$/i.test(
    before,
  );
}

/** "Friday's close" is where a price stood. */
function isOfPrices(study: Study, date: DateMention): boolean {
  return /^['’]s (?:clos(?:e|ing)|level|price|finish|session|settlement|low|high)\b/.test(
    study.take.text.slice(date.end, date.end + 16),
  );
}

/** "crude for January delivery", "its 2028 budget", "next year's catch": a time that tells which one. */
function isOfWares(study: Study, date: DateMention): boolean {
  const behind = study.take.text.slice(date.end, date.end + 40);
  if (date.grain !== 'month' && date.grain !== 'year') return false;
  return /^(?:['’]s)? (?:\p{L}{3,14} )?(?:delivery|deliveries|contracts?|futures|crude|budget|forecasts?|guidance|outlook|quotas?|catch)\b/u.test(
    behind,
  );
}

/** "the winners of Sunday's match", "the 2027 budget": the time of something else than the step. */
export function isOwner(study: Study, date: DateMention): boolean {
  const behind = study.take.text.slice(date.end, date.end + 6);
  if (/^['’]s\b/.test(behind)) return true;
  // "The figure for May comes out on June 10"
  const named = study.take.text.slice(Math.max(0, date.start - 30), date.start + 4);
  if (date.grain === 'month' && FIGURE_FOR.test(named)) return true;
  const before = study.take.text.slice(Math.max(0, date.start - 8), date.start);
  return date.grain === 'year' && /^ \p{Ll}{4}/u.test(behind) && /\b(?:the|its|a) $/i.test(before);
}

/** The times to come that stand in a sentence's words; what is blank there is left out. */
export function aheadIn(
  study: Study,
  sentence: Pick<ReadSentence, 'start' | 'index'>,
  words: string,
): DateMention[] {
  return (study.datesIn[sentence.index] ?? []).filter(
    (date) => isAhead(study, date) && words[date.start - sentence.start] !== ' ',
  );
}

/** "announced in August it will ...": what was said long ago is no news of what comes. */
export function saidLongAgo(study: Study, sentence: Pick<ReadSentence, 'index'>): boolean {
  const dates = study.datesIn[sentence.index] ?? [];
  const ahead = dates.some((date) => isAhead(study, date));
  return (
    !ahead &&
    dates.some((date) => {
      const days = daysFrom(study.anchor, date.date);
      return days !== null && days < -9;
    })
  );
}
