/** Turns a written date into a day, week, month or year, seen from the anchor day. */
import type { Grain } from '../../../news/card.ts';
import { addDays } from '../../../news/plain-date.ts';
import { addMonths, daysBetween, isoDay, mondayOf, weekdayOf } from './calendar.ts';
import type { PatternKind } from './date-patterns.ts';
import { countOf, monthNumber, weekdayNumber } from './date-patterns.ts';
import type { Governed } from './verb-tense.ts';

type Written = {
  readonly kind: PatternKind;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly governed: Governed;
};
type Resolved = { readonly date: string | null; readonly grain: Grain | null };

/** The date meant; `date` is null where only an anchor could tell and there is none. Null: no date. */
export function resolveDate(written: Written, anchor: string | null): Resolved | null {
  const { kind, groups } = written;
  const year = groups.year ? Number(groups.year) : null;
  switch (kind) {
    case 'iso':
      return day(isoDay(Number(groups.year), Number(groups.monthNumber), Number(groups.day)));
    case 'numeric':
      return day(numericDay(groups));
    case 'monthDay':
    case 'dayMonth':
      return monthDay(written, year, anchor);
    case 'monthYear':
    case 'month':
      return month(written, year, anchor);
    case 'feastDay':
      return monthDay({ ...written, groups: feastDay(groups.feast ?? '') }, year, anchor);
    case 'quarter':
      return quarter(written, anchor);
    case 'lastQuarter':
      return { date: anchor && addMonths(lastOfQuarter(anchor), -3), grain: 'month' };
    case 'vague':
      return { date: null, grain: null };
    case 'inSpan':
    case 'feast':
      // "the third strike in two weeks" is no time to come
      return written.governed.tense === 'future' ? { date: null, grain: null } : null;
    case 'years':
    case 'year':
      return { date: String(year), grain: 'year' };
    default:
      return anchored(written, year, anchor);
  }
}

function anchored(written: Written, year: number | null, anchor: string | null): Resolved {
  const { kind, groups } = written;
  if (kind === 'season') return season(written, year, anchor);
  if (kind === 'dayOnly') return { date: anchor && dayOnly(written, anchor), grain: 'day' };
  if (kind === 'weeksFrom') return { date: anchor && weeksFrom(written, anchor), grain: 'day' };
  if (kind === 'weekday') return { date: anchor && weekday(written, anchor), grain: 'day' };
  if (kind === 'today')
    return { date: anchor && addDays(anchor, dayOffset(groups.word ?? '')), grain: 'day' };
  if (kind === 'endOf')
    return spanOf(groups.unit ?? 'year', groups.which === 'next' ? 1 : 0, anchor);
  if (kind === 'ago') {
    const sign = groups.direction === 'ago' ? -1 : 1;
    return spanOf(groups.unit ?? 'day', sign * countOf(groups.count ?? '1'), anchor);
  }
  if (groups.bare) return spanOf('week', 0, anchor);
  const which = (groups.which ?? '').toLowerCase();
  const offset = /last|past|previous/.test(which)
    ? -1
    : /next|following|coming/.test(which)
      ? 1
      : 0;
  return spanOf(groups.unit === 'weekend' ? 'week' : (groups.unit ?? 'week'), offset, anchor);
}

function day(date: string | null): Resolved | null {
  return date === null ? null : { date, grain: 'day' };
}

/** 17/12/2019 has one reading; 12/11/2019 is read as American copy writes it, month first. */
function numericDay(groups: Written['groups']): string | null {
  const [first, second] = [Number(groups.first), Number(groups.second)];
  return first > 12
    ? isoDay(Number(groups.year), second, first)
    : isoDay(Number(groups.year), first, second);
}

/** The month and day of a feast that falls on the same day every year. */
function feastDay(feast: string): Written['groups'] {
  if (feast.startsWith('New')) return feast.endsWith('Eve') ? { month: 'December', day: '31' } : { month: 'January', day: '1' }; // prettier-ignore
  return { month: 'December', day: feast.endsWith('Eve') ? '24' : feast.startsWith('B') ? '26' : '25' }; // prettier-ignore
}

/** A day of the running year that lies so far back is spoken of in the past. */
const LONG_AGO_DAYS = 60;

function monthDay(written: Written, year: number | null, anchor: string | null): Resolved | null {
  const month = monthNumber(written.groups.month ?? '');
  const number = Number(written.groups.day);
  if (year !== null) return day(isoDay(year, month, number));
  if (!anchor) return isoDay(2000, month, number) ? { date: null, grain: 'day' } : null;
  const base = Number(anchor.slice(0, 4));
  const days = [base - 1, base, base + 1]
    .map((each) => isoDay(each, month, number))
    .filter((each) => each !== null);
  const { tense, sure } = written.governed;
  const governed = days.filter((each) => (tense === 'past' ? each <= anchor : each >= anchor));
  // "takes effect on January 1": the present tells of what comes, where the day last past is long gone
  const past = nearestOf(days, anchor) ?? anchor;
  const coming = tense === 'future' && daysBetween(past, anchor) > LONG_AGO_DAYS;
  const choice = (sure || coming) && tense !== null && governed.length > 0 ? governed : days;
  const nearest = nearestOf(choice, anchor);
  const plain = nearestOf(days, anchor);
  if (!plain || !nearest) return null;
  // A verb is trusted only where the calendar leaves a doubt: a date two months off is what it is.
  const doubtful = Math.abs(daysBetween(anchor, plain)) > LONG_AGO_DAYS;
  return day(doubtful || Math.abs(daysBetween(anchor, nearest)) < 200 ? nearest : plain);
}

function nearestOf(days: readonly string[], anchor: string): string | undefined {
  return [...days].sort(
    (a, b) => Math.abs(daysBetween(anchor, a)) - Math.abs(daysBetween(anchor, b)),
  )[0];
}

function month(written: Written, year: number | null, anchor: string | null): Resolved {
  const number = monthNumber(written.groups.month ?? '');
  if (year !== null) return { date: `${year}-${String(number).padStart(2, '0')}`, grain: 'month' };
  if (!anchor) return { date: null, grain: 'month' };
  const here = anchor.slice(0, 7);
  const ahead = (number - Number(here.slice(5)) + 12) % 12;
  const which = (written.groups.which ?? '').toLowerCase();
  return { date: addMonths(here, monthOffset(ahead, which, written.governed)), grain: 'month' };
}

/** "The mandate expires in August", told in February: the present tense looks so far ahead. */
const FARTHEST_MONTHS = 8;

/** `ahead` is how many months ahead the next such month lies (0 to 11). */
function monthOffset(ahead: number, which: string, { tense, sure }: Governed): number {
  if (which === 'last') return ahead - 12;
  if (which === 'next') return ahead === 0 ? 12 : ahead;
  if (which === 'this') return ahead > 8 ? ahead - 12 : ahead;
  if (ahead === 0) return 0;
  if (sure && tense === 'past') return ahead - 12;
  if (tense === 'future' && (sure || ahead <= FARTHEST_MONTHS)) return ahead;
  return ahead <= 5 && tense !== 'past' ? ahead : ahead - 12;
}

function weekday(written: Written, anchor: string): string {
  const wanted = weekdayNumber(written.groups.weekday ?? '');
  const which = (written.groups.which ?? '').toLowerCase();
  const week = written.groups.week ?? '';
  if (week) {
    const offset = /last/.test(week) ? -7 : /next/.test(week) ? 7 : 0;
    return addDays(mondayOf(anchor), offset + wanted - 1);
  }
  const ahead = (wanted - weekdayOf(anchor) + 7) % 7;
  if (which === 'last' || which === 'this past') return addDays(anchor, ahead - 7);
  // told on a Tuesday, "next Friday" is not the one of that week
  if (which === 'next') return addDays(anchor, isSameWeek(wanted, anchor) ? ahead + 7 : ahead);
  if (which !== '') return addDays(anchor, ahead);
  if (written.governed.tense === 'future') return addDays(anchor, ahead);
  return addDays(anchor, ahead === 0 ? 0 : ahead - 7);
}

/** Is a weekday today's or one that the running week, from Monday to Sunday, still has to come? */
const isSameWeek = (wanted: number, anchor: string): boolean => wanted >= weekdayOf(anchor);

function dayOffset(word: string): number {
  const lower = word.toLowerCase();
  if (/before yesterday/.test(lower)) return -2;
  if (/after tomorrow/.test(lower)) return 2;
  if (/yesterday|last night/.test(lower)) return -1;
  return lower === 'tomorrow' ? 1 : 0;
}

function spanOf(unit: string, offset: number, anchor: string | null): Resolved {
  const grain = unit as Grain;
  if (!anchor) return { date: null, grain };
  if (unit === 'day') return { date: addDays(anchor, offset), grain };
  if (unit === 'week') return { date: addDays(mondayOf(anchor), offset * 7), grain };
  if (unit === 'month') return { date: addMonths(anchor.slice(0, 7), offset), grain };
  return { date: String(Number(anchor.slice(0, 4)) + offset), grain: 'year' };
}

/** "on the 20th": the nearest one on the side that the verb points to. */
function dayOnly({ groups, governed }: Written, anchor: string): string | null {
  const [year = 0, month = 1] = anchor.split('-').map(Number);
  const days = [month - 1, month, month + 1]
    .map((each) => new Date(Date.UTC(year, each - 1, 1)))
    .map((first) => isoDay(first.getUTCFullYear(), first.getUTCMonth() + 1, Number(groups.day)))
    .filter((each) => each !== null);
  const isSided = (each: string): boolean =>
    governed.tense === 'future' ? each >= anchor : each <= anchor;
  return nearestOf(days.filter(isSided), anchor) ?? null;
}

/** "a week from Tuesday": the next one, and so many weeks more. */
function weeksFrom({ groups }: Written, anchor: string): string {
  const ahead = (weekdayNumber(groups.weekday ?? '') - weekdayOf(anchor) + 7) % 7;
  return addDays(anchor, (ahead === 0 ? 7 : ahead) + 7 * countOf(groups.count ?? '1'));
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1, second: 2, third: 3, fourth: 4, final: 4,
}; // prettier-ignore

/**
 * A quarter or half, dated by its last month: it is over when that is. A bare one may be of a match:
 * it counts where a verb puts it ahead; "the quarter" without a number is the running one.
 */
function quarter(written: Written, anchor: string | null): Resolved | null {
  const { bare, ordinal, span, which, whose, year } = written.groups;
  if (!anchor && !year) return bare ? null : { date: null, grain: 'season' };
  if (bare && written.governed.tense !== 'future') return null;
  const here = anchor ?? '';
  if (whose)
    return { date: addMonths(lastOfQuarter(here), whose === 'next' ? 3 : 0), grain: 'month' };
  const last = (ORDINALS[bare ?? ordinal ?? ''] ?? 4) * (span === 'half' ? 6 : 3);
  const month = String(Math.min(12, last)).padStart(2, '0');
  const over = bare !== undefined && last < Number(here.slice(5, 7));
  const named = year ? Number(year) : Number(here.slice(0, 4)) + (which === 'next' || over ? 1 : 0);
  return { date: `${named}-${month}`, grain: 'season' };
}

/** The month in which the quarter of a day ends. */
function lastOfQuarter(day: string): string {
  const month = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}`;
}

function season(written: Written, year: number | null, anchor: string | null): Resolved {
  if (year !== null) return { date: String(year), grain: 'season' };
  if (!anchor) return { date: null, grain: 'season' };
  const which = (written.groups.which ?? '').toLowerCase();
  const middle =
    { spring: 4, summer: 7, autumn: 10, fall: 10, winter: 1 }[written.groups.season ?? ''] ?? 7;
  const ahead = (middle - Number(anchor.slice(5, 7)) + 12) % 12;
  if (which === 'this') return { date: anchor.slice(0, 4), grain: 'season' };
  const { tense } = written.governed;
  const back =
    which === 'last' || (which !== 'next' && (tense === 'past' || (tense === null && ahead > 5)));
  const offset = back ? ahead - 12 : ahead;
  return { date: addMonths(anchor.slice(0, 7), offset).slice(0, 4), grain: 'season' };
}
