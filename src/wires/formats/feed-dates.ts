/** The dates of feeds as they come: RFC 822, ISO 8601, and what people write instead. */

import { isoDay, readDay, readHour } from '../../news/plain-date.ts';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ZONES: Readonly<Record<string, string>> = {
  ut: '+00:00',
  utc: '+00:00',
  gmt: '+00:00',
  z: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  bst: '+01:00',
  cet: '+01:00',
  cest: '+02:00',
  mez: '+01:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  hkt: '+08:00',
  sgt: '+08:00',
  aest: '+10:00',
  aedt: '+11:00',
  jst: '+09:00',
  kst: '+09:00',
};

const ISO =
  /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[T\s]+(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?)?\s*([A-Za-z]{1,5}|[+-]\d{2}(?::?\d{2})?)?)?$/;
const RFC =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})[\s-]+([A-Za-z]{3,9})[\s-]+(\d{2,4})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([A-Za-z]{1,5})|([+-]\d{2}:?\d{2}))?(?:\s+\(.{1,20}\))?)?$/;
const AMERICAN =
  /^(?:[A-Za-z]{3,9},?\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:(\d{4})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?)?|(\d{1,2}):(\d{2}):(\d{2})\s+(?:([A-Za-z]{1,5})\s+)?(\d{4}))$/;

/** A date of a feed as ISO 8601 with offset; null when it cannot be read. */
export function readFeedDate(text: string | undefined): string | null {
  const trimmed = text
    ?.trim()
    .replace(/\s+/g, ' ')
    .replace(/,(?=\S)/, ', ')
    .replace(/\b(?:GMT|UTC) ?([+-])(\d)(?!\d)/, '$10$2:00')
    .replace(/\b(?:GMT|UTC) ?(?=[+-]\d)/, '')
    .slice(0, 60);
  if (!trimmed) return null;
  const isHalf = /\d ?[ap]\.?m\b/i.test(trimmed);
  const usual = isHalf ? null : (readRfc(trimmed) ?? readAmerican(trimmed));
  return readIso(trimmed) ?? readOrdinal(trimmed) ?? usual ?? readPlain(trimmed);
}

/** "2003-335": the day of the year; seconds and milliseconds since 1970 by their size. */
function readOrdinal(text: string): string | null {
  const [, year, day] = /^(\d{4})-?(\d{3})$/.exec(text) ?? [];
  if (year !== undefined) {
    const instant = new Date(Date.UTC(Number(year), 0, Number(day)));
    return instant.getUTCFullYear() === Number(year) ? instant.toISOString() : null;
  }
  const [epoch] = /^\d{10}(?:\d{3})?$/.exec(text) ?? [];
  if (epoch === undefined) return null;
  return new Date(Number(epoch.padEnd(13, '0'))).toISOString();
}

/** What other languages and programs write: a day somewhere in the first words, an hour behind it. */
function readPlain(text: string): string | null {
  for (const { index } of [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].slice(0, 3)) {
    const read = readDay(text.slice(index));
    const day = read === null ? null : isoDay(read.day, null);
    if (read === null || day === null) continue;
    const rest = text
      .slice(index + read.length)
      .replace(/^(?:[T\s,|–-]|(?:at|um|à|kl\.?|ore) ){1,6}/i, '');
    const found = readHour(rest)?.hour;
    const second = /^\d{1,2}:\d{2}:([0-5]\d)/.exec(rest)?.[1];
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    const time = [found?.hour, found?.minute, second].map((each) => each?.toString());
    const offset = found?.offset ?? undefined;
    return write([year, month, date], [time[0], time[1], time[2]], offset === 'Z' ? 'z' : offset);
  }
  return null;
}

function readIso(text: string): string | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, year, month = '01', day = '01', hour, minute, second, zone] = match;
  return write([Number(year), Number(month), Number(day)], [hour, minute, second], zone);
}

function readRfc(text: string): string | null {
  const match = RFC.exec(text);
  if (!match) return null;
  const [, day, name = '', year = '', hour, minute, second, letters, offset] = match;
  const month = monthOf(name);
  if (month === 0) return null;
  return write([fullYear(year), month, Number(day)], [hour, minute, second], letters ?? offset);
}

function readAmerican(text: string): string | null {
  const match = AMERICAN.exec(text);
  const month = monthOf(match?.[1] ?? '');
  if (!match || month === 0) return null;
  const [, , day, year, hour, minute, second, zone, hour2, minute2, second2, zone2, year2] = match;
  return write(
    [Number(year ?? year2), month, Number(day)],
    [hour ?? hour2, minute ?? minute2, second ?? second2],
    zone ?? zone2,
  );
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Two digits are of this century up to 68 (as in POSIX), else of the last. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

type Part = string | undefined;

function write(
  [year, month, day]: readonly [number, number, number],
  [hour = '0', minute = '0', second = '0']: readonly [Part, Part, Part],
  zone: Part,
): string | null {
  const offset = offsetOf(zone);
  if (offset === null) return null;
  const pad = (value: string | number): string => String(value).padStart(2, '0');
  const isMidnight = Number(hour) === 24;
  const time = `${pad(isMidnight ? 0 : hour)}:${pad(minute)}:${pad(second === '60' ? 59 : second)}`;
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}T${time}${offset}`;
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || new Date(Date.UTC(year, month - 1, day)).getUTCMonth() !== month - 1)
    return null;
  return isMidnight ? new Date(instant + 86_400_000).toISOString() : text;
}

function offsetOf(zone: Part): string | null {
  if (zone === undefined) return '+00:00';
  if (/^[+-]/.test(zone))
    return zone.length === 6 ? zone : `${zone.slice(0, 3)}:${zone.slice(3) || '00'}`;
  return ZONES[zone.toLowerCase()] ?? '+00:00';
}
