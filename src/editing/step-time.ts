/** The new time that a sentence gives a thing which it says is moved. */
import type { When } from '../news/card.ts';
import { isoDay, readDay, WEEKDAYS } from '../news/plain-date.ts';

/** What the sentence stands against: the time given before, and the day (ISO) on which it was sent. */
type Known = { readonly old: When | null; readonly told: string };

/** "moved to Thursday"; "was postponed on Sunday" tells when that was done. */
const WEEKDAY = new RegExp(`^(?: \\w+){0,3} (?:to|until|till|for) (${WEEKDAYS.join('|')})\\b`, 'i');
/** "will now be held on Thursday" */
const HELD_ON = new RegExp(`^(?: \\w+){0,3} on (${WEEKDAYS.join('|')})\\b`, 'i');
const DAY_START = /(?<![\p{L}\p{N}])(?=\p{N}{1,4}[\s.-]|\p{Lu}\p{L}{2,9}\.? \d)/gu;
/** "from March 30 to April 8", "instead of Monday, 30 March": the day that it leaves. */
const LEFT = /\b(?:from|instead of|rather than)(?: \p{Lu}\p{L}{5,8},?)? $/u;
/** "on March 24 rather than March 23" */
const NOT_THE_OLD =
  /\b(?:rather than|instead of) (?:on )?(?:\p{Lu}\p{L}{5,8},? )?(?:\p{Lu}\p{L}{2,8}\.? \d|\d{1,2} \p{Lu}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)/u;
/** How much of a sentence is looked at (characters). */
const LOOKED_AT = 2_000;
/** How far behind the cue "by a week" or "until the autumn" may stand (characters). */
const BEHIND = 80;

/**
 * The time to which a sentence moves a thing; null when it names none that is new.
 * @param cueEnd where the words end that say it is moved
 */
export function newTimeIn(sentence: string, cueEnd: number, known: Known): When | null {
  const day = daysIn(sentence, cueEnd, known.told).find(({ date }) => date !== known.old?.date);
  if (day) return day;
  const rest = ` ${sentence.slice(cueEnd).replace(/^\s+/, '')}`.replace(
    /\b(?:said|told|announced)\b.*/s,
    '',
  );
  const isNow = /\bnow\b/i.test(sentence.slice(0, cueEnd).slice(-30));
  return (
    weekdayIn(rest, known, isNow) ??
    laterIn(rest, sentence.slice(0, cueEnd), known) ??
    spanIn(rest, known)
  );
}

/** Is the time that the sentence gives the known one? Then it tells again what was told before. */
export function givesDay(sentence: string, cueEnd: number, { old, told }: Known): boolean {
  return !!old?.date && daysIn(sentence, cueEnd, told)[0]?.date === old.date;
}

/** Does the sentence set the day that it gives against the one given before? */
export const namesOldDay = (sentence: string): boolean =>
  NOT_THE_OLD.test(sentence.slice(0, LOOKED_AT));

/** Does it say of the time that it is another, be a new one given or not? "Moved to Tarsk" does not. */
export const saysOtherTime = (sentence: string, cueEnd: number): boolean =>
  /(?:postpone[sd]|put (?:off|back)|push(?:ed|es) back|delay(?:s|ed)|deferred|adjourned|rescheduled?|brought forward)$/i.test(
    sentence.slice(0, cueEnd),
  );

/** Is it only hours later? The day stands. */
export const isByHours = (sentence: string, cueEnd: number): boolean =>
  /^[^,;.]{0,40}?\b(?:by|for|until|to) [^,;.]{0,24}?\b(?:hours?|minutes?|[ap]\.?m\b|gmt|noon|(?:later )?(?:today|tonight|the same day))/i.test(
    sentence.slice(cueEnd, cueEnd + BEHIND),
  );

/** The days named behind the cue, but for those that the thing leaves. */
function daysIn(sentence: string, cueEnd: number, told: string): When[] {
  return [...sentence.slice(0, LOOKED_AT).matchAll(DAY_START)].flatMap(({ index }): When[] => {
    const read = index < cueEnd - 3 ? null : readDay(sentence.slice(index));
    const date = read ? isoDay(read.day, told) : null;
    if (!read || date === null || date < told || LEFT.test(sentence.slice(0, index))) return [];
    return [{ text: sentence.slice(index, index + read.length), date, grain: 'day' }];
  });
}

function weekdayIn(rest: string, { old, told }: Known, isNow: boolean): When | null {
  const name = (WEEKDAY.exec(rest) ?? (isNow ? HELD_ON.exec(rest) : null))?.[1];
  if (name === undefined) return null;
  const day = Temporal.PlainDate.from(told);
  const ahead = (WEEKDAYS.indexOf(name.toLowerCase()) + 1 - day.dayOfWeek + 7) % 7;
  const date = day.add({ days: ahead === 0 ? 7 : ahead }).toString();
  return date === old?.date ? null : { text: name, date, grain: 'day' };
}

const NUMBERS = 'a|one|two|three|four|five|six|seven|eight|nine|ten'.split('|');
const SPAN_OF_TIME = String.raw`(an?|\d{1,2}|${NUMBERS.join('|')}) (day|week|month)s?`;
const LATER = new RegExp(
  String.raw`^[^,;.]{0,40}?\b(?:(?:by|for) ${SPAN_OF_TIME}|${SPAN_OF_TIME} (later|earlier))\b(?! or\b)`,
  'i',
);

/** "put back by a week": so long after the day that was given; nothing where none was. */
function laterIn(rest: string, before: string, { old, told }: Known): When | null {
  const match = LATER.exec(rest.slice(0, BEHIND));
  if (match === null || old?.grain !== 'day' || old.date === null) return null;
  const [words, by, byUnit, other = '', otherUnit = '', way = ''] = match;
  const count = (by ?? other).toLowerCase();
  const number = /^\d/.test(count) ? Number(count) : Math.max(1, NUMBERS.indexOf(count));
  const isEarlier = /brought forward$/i.test(before) || /^earlier$/i.test(way);
  const span = { [`${(byUnit ?? otherUnit).toLowerCase()}s`]: isEarlier ? -number : number };
  const date = Temporal.PlainDate.from(old.date).add(span).toString();
  return date < told ? null : { text: words.trim(), date, grain: 'day' };
}

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const SPAN = new RegExp(
  `^(?: \\w+){0,3} (?:to|until|till|for) (?:(?:early|mid|late)[ -])?((?:the )?next (week|month|year)|(${MONTHS.join('|')})(?: (20\\d\\d))?(?! ?\\d)|(?:(?:the|this|next) )?(?:spring|summer|autumn|fall|winter)(?: (20\\d\\d))?)\\b`,
);

/** "put off until next month", "to October", "until the autumn": as far as the copy says it. */
function spanIn(rest: string, { told }: Known): When | null {
  const match = SPAN.exec(rest);
  if (match === null) return null;
  const [, text = '', unit, month, year, seasonYear] = match;
  const day = Temporal.PlainDate.from(told);
  if (unit === 'week') {
    const monday = day.subtract({ days: day.dayOfWeek - 1 }).add({ weeks: 1 });
    return { text, date: monday.toString(), grain: 'week' };
  }
  if (unit === 'year') return { text, date: String(day.year + 1), grain: 'year' };
  if (month === undefined && unit === undefined)
    return { text, date: seasonYear ?? null, grain: 'season' };
  const named = month === undefined ? 0 : MONTHS.indexOf(month) + 1;
  const ahead = named === 0 ? 1 : (named - day.month + 12) % 12;
  const next = day.with({ day: 1 }).add({ months: ahead }).toString().slice(0, 7);
  return { text, date: year ? `${year}${next.slice(4)}` : next, grain: 'month' };
}
