/** Reading and writing timetables: "weekdays 08:30 Asia/Tokyo". */
import type { Schedule, TypedSchedule } from './subscription.ts';

const DAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const DAILY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS: readonly number[] = [1, 2, 3, 4, 5];
/** Names of several days; a timetable is written with the first of each. */
const LONG_DAYS: ReadonlyMap<string, readonly number[]> = new Map([
  ['daily', DAILY],
  ['weekdays', WEEKDAYS],
  ['weekends', [6, 7]],
  ['day', DAILY],
  ['days', DAILY],
  ['everyday', DAILY],
  ['weekday', WEEKDAYS],
  ['weekend', [6, 7]],
]);

type Reading<Line> =
  | { readonly ok: true; readonly schedules: readonly Line[] }
  | { readonly ok: false; readonly sentence: string };

export type ScheduleReading = Reading<Schedule>;

const no = (sentence: string): Reading<never> => ({ ok: false, sentence });

/** Words that may stand between days, times and zones and say nothing. */
const FILLERS = new Set(['at', 'and', 'on', 'every', 'each', 'the', 'o', 'clock', '&', '+', 'in']);
const SPANS = new Set(['to', 'through', 'thru', 'till', 'until']);
/** Times in one command at most. */
const LINES_MAX = 24;
const WORDS_MAX = 200;

/**
 * Reads a timetable as people type it: "weekdays 08:30 Asia/Tokyo", "weekdays 07:30, 16:00 Asia/Tokyo",
 * "Mon-Fri at 7:30am and Sat 10:00 London", on one line or several. Days are daily, weekdays, weekends
 * or names of days; without any it is daily. Several times share the days before them, and what names
 * no zone takes the one that comes next, else the one before; where none is named, `zone` is null.
 */
export function readTypedSchedules(text: string): Reading<TypedSchedule> {
  return readLines(text, true);
}

/** Reads a timetable of the configuration file: a zone is required, and times are HH:MM only. */
export function readSchedules(text: string): ScheduleReading {
  const reading = readLines(text, false);
  if (!reading.ok) return reading;
  const zoned = reading.schedules.flatMap(({ zone, ...line }) =>
    zone === null ? [] : [{ ...line, zone }],
  );
  return zoned.length === reading.schedules.length
    ? { ok: true, schedules: zoned }
    : no(`"${wordsOf(text).join(' ')}" needs a time zone such as Asia/Tokyo`);
}

/** The lines with the zone that no line names filled in. */
export function inZone(typed: readonly TypedSchedule[], zone: string): Schedule[] {
  return typed.map((line) => ({ ...line, zone: line.zone ?? zone }));
}

function readLines(text: string, isTyped: boolean): Reading<TypedSchedule> {
  const words = wordsOf(text);
  const told = words.join(' ');
  const lines: Line[] = [];
  let days = new Set<number>();
  let wasLine = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const named = zoneAt(words, at);
    const weekdays = daysOf(words, at);
    const rest = words.slice(at + 1);
    if (weekdays !== null) {
      if (wasLine) days = new Set();
      weekdays.days.forEach((day) => days.add(day));
      wasLine = false;
      at += weekdays.length - 1;
    } else if (isTimeLike(word)) {
      const time = isTyped ? readTime(word, rest[0]) : readClock(word);
      if (time === null) return no(`"${word}" is not HH:MM`);
      at += time.length - 1;
      lines.push({ weekdays: days.size === 0 ? DAILY : sorted(days), time: time.time, zone: null });
      wasLine = true;
    } else if (named !== null && lines.some((each) => each.zone === null)) {
      for (const line of lines) line.zone ??= named.zone;
      at += named.length - 1;
    } else if (!FILLERS.has(word.toLowerCase())) return no(mistake(word, lines, rest));
  }
  if (lines.length === 0) return no(`"${told}" has no time of day such as 08:30`);
  if (!wasLine) return no(`"${told}" names days without a time at its end`);
  if (lines.length > LINES_MAX)
    return no(`${lines.length} times are too many: at most ${LINES_MAX}`);
  const last = lines.findLast((line) => line.zone !== null)?.zone ?? null;
  const schedules = lines.map((line) => ({ ...line, zone: line.zone ?? last }));
  return { ok: true, schedules: eachOnce(schedules) };
}

type Line = { weekdays: readonly number[]; time: string; zone: string | null };

/** Could the word be part of a timetable? Of a zone only the names with a slash are. */
export function isScheduleWord(word: string): boolean {
  const bare = word.toLowerCase();
  return (
    wordsOf(bare).every(
      (each) => FILLERS.has(each) || SPANS.has(each) || each === '-' || daysOf([each], 0) !== null,
    ) || isTimeWord(word)
  );
}

/** Is the word a time of day, rightly written or not: `7:30`, `7am,`, `25:00`? */
export function isTimeWord(word: string): boolean {
  const bare = word.normalize('NFKC').replace(/[,;]+$/, '');
  return /^\d{1,2}(?:[:.]\d+(?:[ap]m)?|[ap]m)$/i.test(bare) || NAMED_TIMES.has(bare.toLowerCase());
}

const sorted = (days: ReadonlySet<number>): number[] => [...days].sort((a, b) => a - b);

function eachOnce(lines: readonly TypedSchedule[]): TypedSchedule[] {
  return [
    ...new Map(
      lines.map((each) => [writeSchedule({ ...each, zone: each.zone ?? '' }), each]),
    ).values(),
  ];
}

/** Words without the commas between them, wide digits made narrow; "Mon-Fri" is three. */
function wordsOf(text: string): string[] {
  const words = text
    .slice(0, 2_000)
    .normalize('NFKC')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, WORDS_MAX);
  return words.flatMap((word) => {
    const ends = word.split(/[-–]/);
    const isSpan = ends.length === 2 && ends.every((end) => dayOf(end.toLowerCase()) !== null);
    return isSpan ? [ends[0] ?? '', '-', ends[1] ?? ''] : [word];
  });
}

/** Times with a name. The midnight of a day is the one that it begins with. */
const NAMED_TIMES: ReadonlyMap<string, string> = new Map([
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['midnight', '00:00'],
]);

const isTimeLike = (word: string): boolean =>
  /^\d/.test(word) || NAMED_TIMES.has(word.toLowerCase());

/** `07:30`, `7:30`: as files have it. */
const readClock = (word: string): ReturnType<typeof readTime> =>
  /^\d{1,2}:\d\d$/.test(word) ? readTime(word) : null;

/** `07:30`, `7.30`, `0730`, `7:30am`, `7 pm`: with the words that it takes. */
function readTime(word: string, next = ''): { time: string; length: number } | null {
  const named = NAMED_TIMES.get(word.toLowerCase());
  if (named !== undefined) return { time: named, length: 1 };
  // "12 noon" is no other time than 12 and noon
  if (/^12(?::?00)?$/.test(word) && NAMED_TIMES.has(next.toLowerCase()))
    return { time: NAMED_TIMES.get(next.toLowerCase()) ?? '', length: 2 };
  const isSplit = /^[ap]m$/i.test(next);
  const [, hours = '', minutes = '', half] =
    /^(\d{1,2})(?:[:.]?(\d\d))?([ap]m)?$/i.exec(isSplit ? word + next : word) ?? [];
  if (hours === '' || (minutes === '' && half === undefined)) return null;
  const isLate = half?.toLowerCase() === 'pm';
  if (half !== undefined && (Number(hours) < 1 || Number(hours) > 12)) return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  const time = `${String(hour).padStart(2, '0')}:${minutes.padStart(2, '0')}`;
  return { time, length: isSplit ? 2 : 1 };
}

/** The days that begin here: one, several as a name has it, or from one to another. */
function daysOf(
  words: readonly string[],
  at: number,
): { days: readonly number[]; length: number } | null {
  const word = (words[at] ?? '').toLowerCase();
  const several = LONG_DAYS.get(word);
  if (several) return { days: several, length: 1 };
  const from = dayOf(word);
  if (from === null) return null;
  const between = (words[at + 1] ?? '').toLowerCase();
  const to =
    SPANS.has(between) || between === '-' ? dayOf((words[at + 2] ?? '').toLowerCase()) : null;
  if (to === null) return { days: [from], length: 1 };
  const count = ((to - from + 7) % 7) + 1;
  const days = Array.from({ length: count }, (_, more) => ((from - 1 + more) % 7) + 1);
  return { days, length: 3 };
}

/** The number of a day by its name, three letters or more of it, also of several such days. */
function dayOf(word: string): number | null {
  const bare = word.replace(/s$/, '');
  const found = DAY_NAMES.findIndex((name) => bare.length >= 3 && name.startsWith(bare));
  return found < 0 ? null : found + 1;
}

/** The zone that is named here: by IANA's name, or by its city in one word or two. */
function zoneAt(words: readonly string[], at: number): { zone: string; length: number } | null {
  const [one = '', two = ''] = words.slice(at, at + 2);
  const apart = offsetZone(`${one}${two}`);
  if (/^(?:utc|gmt)$/i.test(one) && apart !== null) return { zone: apart, length: 2 };
  const known = offsetZone(one) ?? zoneName(one);
  if (known !== null) return { zone: known, length: 1 };
  const both = cities().get(`${one} ${two}`.toLowerCase());
  if (both) return { zone: both, length: 2 };
  const city = cities().get(one.toLowerCase());
  return city ? { zone: city, length: 1 } : null;
}

const OFFSET = /^(?:utc|gmt)?([+\-−])(\d{1,2})(?::?([0-5]\d))?$/i;
const OFFSET_HOURS_MAX = 14;

/** The zone of a fixed distance from UTC, as people write it: `UTC+2`, `GMT-3:30`, `+09:00`. */
function offsetZone(word: string): string | null {
  const [, sign = '', hours = '', minutes = '00'] = OFFSET.exec(word) ?? [];
  if (sign === '' || Number(hours) > OFFSET_HOURS_MAX) return null;
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}

let knownCities: ReadonlyMap<string, string> | null = null;

/** Zones by the city that names them, in lower case. Made when somebody types one. */
function cities(): ReadonlyMap<string, string> {
  knownCities ??= new Map(
    Intl.supportedValuesOf('timeZone').flatMap((zone) => {
      const city = zone.includes('/') ? zone.slice(zone.lastIndexOf('/') + 1) : null;
      return city === null ? [] : [[city.replaceAll('_', ' ').toLowerCase(), zone] as const];
    }),
  );
  return knownCities;
}

/** What is wrong with a word that is no day, time or zone where it stands. */
function mistake(word: string, lines: readonly Line[], rest: readonly string[]): string {
  if (lines.length === 0 || rest.some(isTimeLike))
    return `"${word}" is not a day: use daily, weekdays, weekends or mon,wed,fri`;
  if (lines.every(({ zone }) => zone !== null)) return `"${[word, ...rest].join(' ')}" is too much`;
  return `"${word}" is not a time zone such as Asia/Tokyo`;
}

/**
 * The zone's name as IANA writes it, or null when there is none such. Temporal is asked, for Intl takes
 * abbreviations too: its BST is Dhaka's time.
 */
export function zoneName(text: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(text)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return null; // RangeError is how Temporal says "no such zone"
  }
}

/** Writes a schedule the way it is typed; `readSchedules` reads it back to the same value. */
export function writeSchedule(schedule: Schedule): string {
  const days = schedule.weekdays.join();
  const named = [...LONG_DAYS].find(([, list]) => list.join() === days)?.[0];
  const list = schedule.weekdays.map((day) => DAY_NAMES[day - 1]?.slice(0, 3)).join(',');
  return `${named ?? list} ${schedule.time} ${schedule.zone}`;
}
