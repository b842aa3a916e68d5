/** Reading and writing one line of a timetable: "weekdays 08:30 Asia/Tokyo". */
import type { Schedule } from './subscription.ts';

const DAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const LONG_DAYS: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

export type ScheduleReading =
  | { readonly ok: true; readonly schedule: Schedule }
  | { readonly ok: false; readonly sentence: string };

const no = (sentence: string): ScheduleReading => ({ ok: false, sentence });

/**
 * Reads "DAYS HH:MM ZONE", where DAYS is daily, weekdays, weekends or a list such as mon,wed,fri and
 * ZONE an IANA name. Without days it is daily; without a zone it is `zone`.
 * @param zone used when the text names none; null makes a zone required
 */
export function readSchedule(text: string, zone: string | null = null): ScheduleReading {
  const words = text.trim().split(/\s+/).slice(0, 8);
  const time = words.find((word) => /^\d{1,2}(?::\d+|[ap]m)|^\d{1,2}$/i.test(word));
  if (!time) return no(`"${text.trim()}" has no time of day such as 08:30`);
  const position = words.indexOf(time);
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!clock) return no(`"${time}" is not HH:MM`);
  const days = readDays(words.slice(0, position).join(','));
  if (typeof days === 'string') return no(days);
  const named = words[position + 1] ?? zone;
  if (!named) return no(`"${text.trim()}" needs a time zone such as Asia/Tokyo`);
  if (words.length > position + 2)
    return no(`"${words.slice(position + 2).join(' ')}" is too much`);
  const known = zoneName(named);
  if (!known) return no(`"${named}" is not a time zone such as Asia/Tokyo`);
  const schedule = {
    weekdays: days,
    time: `${clock[1]?.padStart(2, '0')}:${clock[2]}`,
    zone: known,
  };
  return { ok: true, schedule };
}

function readDays(text: string): readonly number[] | string {
  const names = text.toLowerCase().split(',').filter(Boolean);
  if (names.length === 0) return LONG_DAYS['daily'] ?? [];
  const found = new Set<number>();
  for (const name of names) {
    const several = LONG_DAYS[name];
    const one = DAY_NAMES.findIndex((day) => name.length >= 3 && dayMatches(name, day));
    if (several) several.forEach((day) => found.add(day));
    else if (one >= 0) found.add(one + 1);
    else return `"${name}" is not a day: use daily, weekdays, weekends or mon,wed,fri`;
  }
  return [...found].sort((a, b) => a - b);
}

function dayMatches(name: string, day: string): boolean {
  const long = { mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday' } as const;
  const rest = { fri: 'friday', sat: 'saturday', sun: 'sunday' } as const;
  const full = ({ ...long, ...rest } as Record<string, string>)[day] ?? day;
  return full.startsWith(name);
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

/** Writes a schedule the way it is typed; `readSchedule` reads it back to the same value. */
export function writeSchedule(schedule: Schedule): string {
  const days = schedule.weekdays.join();
  const named = Object.entries(LONG_DAYS).find(([, list]) => list.join() === days)?.[0];
  const list = schedule.weekdays.map((day) => DAY_NAMES[day - 1]).join(',');
  return `${named ?? list} ${schedule.time} ${schedule.zone}`;
}
