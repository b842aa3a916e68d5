/** The days that copy speaks of: weekdays, months, days of a month and years. */
import { addDays, isoDay } from '../news/plain-date.ts';
import type { Take } from '../news/take.ts';

/**
 * Days as marks: `tue`, `-03`, `03-12`, `2009`. Two tellings of one happening mostly share some; two
 * alike happenings mostly do not.
 */
export type DayMark = string;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH = String.raw`(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?(?![\d:%])`;
const MONTH_DAY = new RegExp(String.raw`\b${MONTH} ${DAY}`, 'gi');
const DAY_MONTH = new RegExp(String.raw`\b${DAY} (?:of )?${MONTH}(?![a-z])`, 'gi');
const ISO_DAY = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/g;
/** "May" alone is a verb or a name more often than a month, but behind what months stand behind. */
const MAY = String.raw`(?<=\b(?:in|of|since|until|till|from|by|during|before|after|[Ii]n (?:early|late)|early|late|mid|last|next|this|through)[ -])May\b(?! (?:the|be|have|not|well)\b| [A-Z])`;
const MONTH_ALONE = new RegExp(String.raw`(?:\b(?!May\b)${MONTH}|(${MAY}))(?![a-z])`, 'g');
const YEAR = /\b(?:19[5-9]|20[0-3])\d\b/g;
const WEEKDAY = /\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/g;
/** A weekday near the top is the day of the happening; further down it may be any. In characters. */
const WEEKDAY_REACH = 600;
/** Months further down are background. */
const MONTH_REACH = 1_200;

/** The days that a text speaks of, each once. Linear in its length. */
export function daysIn(text: string): DayMark[] {
  const days = new Set<DayMark>();
  for (const { month, day } of namedDaysIn(text))
    if (Number(day) >= 1 && Number(day) <= 31) days.add(`${month}-${day.padStart(2, '0')}`);
  for (const [, month, may = ''] of text.slice(0, MONTH_REACH).matchAll(MONTH_ALONE))
    days.add(`-${numberOf(month ?? may)}`);
  for (const [year] of text.matchAll(YEAR)) days.add(year);
  for (const [, day = ''] of text.slice(0, WEEKDAY_REACH).matchAll(WEEKDAY))
    days.add(day.slice(0, 3).toLowerCase());
  return [...days];
}

/** What stands further down is no news; no copy of an agency is as long. In characters. */
const AHEAD_REACH = 30_000;
/** A month that copy names lasts so long at least. */
const MONTH_DAYS = 28;
/** Without a year, a day is looked for from four months back to eight months ahead. */
const MIDDLE_DAYS = 60;

/**
 * The last day (YYYY-MM-DD) that copy names and that lies ahead of its own, or of `at` (ISO) when nothing
 * says when it was sent; undefined for none. A quick look that errs on the side of a day. Of years only
 * the next one counts: what is promised for later fills no agenda.
 */
export function lastDayAhead(
  { text, dateline, sentAt }: Pick<Take, 'text' | 'dateline' | 'sentAt'>,
  at: string,
): string | undefined {
  const day = dateline?.date ?? (sentAt ?? at).slice(0, 10);
  const read = text.slice(0, AHEAD_REACH);
  const near = addDays(day, MIDDLE_DAYS);
  const days = namedDaysIn(read).map(({ month, day: date, year }) =>
    isoDay({ year, month: Number(month), day: Number(date) }, near),
  );
  const months = [...read.matchAll(MONTH_ALONE)].map(([, month, may = '']) =>
    isoDay({ year: null, month: Number(numberOf(month ?? may)), day: MONTH_DAYS }, near),
  );
  const next = String(Number(day.slice(0, 4)) + 1);
  const years = [...read.matchAll(YEAR)].flatMap(([year]) =>
    year === next ? `${year}-12-31` : [],
  );
  const ahead = [...days, ...months, ...years].filter((each) => each !== null && each > day);
  return ahead.toSorted().at(-1) ?? undefined;
}

/** A day of a month as copy names it: the month in two digits, the year where it stands before it. */
type NamedDay = { readonly month: string; readonly day: string; readonly year: number | null };

function namedDaysIn(text: string): NamedDay[] {
  return [
    ...[...text.matchAll(MONTH_DAY)].map(([, month = '', day = '']) => {
      return { month: numberOf(month), day, year: null };
    }),
    ...[...text.matchAll(DAY_MONTH)].map(([, day = '', month = '']) => {
      return { month: numberOf(month), day, year: null };
    }),
    ...[...text.matchAll(ISO_DAY)].map(([, year, month = '', day = '']) => {
      return { month, day, year: Number(year) };
    }),
  ];
}

const numberOf = (month: string): string =>
  String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, '0');

/** What two copies say of when, as far as both say it. */
export type SameDays = {
  /** days of a month that both name */
  readonly shared: readonly DayMark[];
  /** share of the days of the one that names fewer; 0 when one names none */
  readonly share: number;
  /** both name years, and none in common */
  readonly yearsDiffer: boolean;
  /** how many of months and weekdays both name, and none in common: 0, 1 or 2 */
  readonly differing: number;
};

const IS_YEAR = /^\d{4}$/;
const IS_MONTH = /^-/;
const IS_WEEKDAY = /^[a-z]/;
const isDay = (mark: DayMark): boolean => /^\d\d-/.test(mark);

const NEITHER: SameDays = { shared: [], share: 0, yearsDiffer: false, differing: 0 };

/** Compares the days that two copies speak of. */
export function compareDays(one: readonly DayMark[], other: readonly DayMark[]): SameDays {
  if (one.length === 0 || other.length === 0) return NEITHER;
  const both = one.filter((mark) => other.includes(mark));
  const shared = both.filter(isDay);
  const fewest = Math.min(one.filter(isDay).length, other.filter(isDay).length);
  const differ = (kind: RegExp): boolean => {
    const has = (marks: readonly DayMark[]): boolean => marks.some((mark) => kind.test(mark));
    return has(one) && has(other) && !has(both);
  };
  return {
    shared,
    share: fewest === 0 ? 0 : shared.length / fewest,
    yearsDiffer: differ(IS_YEAR),
    differing: Number(differ(IS_MONTH)) + Number(differ(IS_WEEKDAY)),
  };
}
