/** The date line: a line above the copy that holds a date, with or without an hour, and nothing else. */
import {
  isoDay,
  isoTime,
  readDay,
  readHour,
  type PlainDay,
  type PlainHour,
} from '../news/plain-date.ts';
import { withRemoved, type Sheet } from './sheet.ts';

const LINE_CHARACTERS_MAX = 100;
/** "Last updated at", "First published:": what stands before a time of sending. */
const LABEL =
  /^(?:(?:(?:First |Originally |Last )?(?:Published|Posted|Updated|Issued|Filed|Sent|Created|Edited)(?: time)?|Story (?:Created|Updated)|Date|Stand|Veröffentlicht)(?: on| at| am)?(?:\s?:|(?=\s))|on(?=\s)|at(?=\s)|um(?=\s))/iu;
const DAY_NAME =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?=[,\s])|\p{L}{4,10}tag(?=[,\s])(?:,?\s{1,2}den(?=\s))?)/iu;
/** Between the pieces; "T" stands between day and hour. */
const BETWEEN = /^(?:[\s,;|/@.–—()[\]-]{1,6}|T(?=\d))/u;
/** A zone whose letters mean several, or the same hour in another zone: neither changes the hour. */
const BESIDE =
  /^(?:[A-Z]{2,4}(?![\p{L}\d])|hrs?\b|\(\d{1,4}[ :]?\d{0,2} ?[A-Z]{2,5}\)|\([A-Z]{2,5}\))/u;
const PIECES_MAX = 16;

/**
 * Takes a line that holds a date and nothing else, the headline or one of the first ones, as the
 * time of sending when the copy has none. A day without an hour is that day at 00:00, and where no
 * zone is named UTC is meant: the copy says nothing nearer, and a fixed choice keeps the order of
 * takes stable.
 */
export function readDateLine(sheet: Sheet): Sheet {
  const titled = withoutDatedHeadline(sheet);
  if (titled !== sheet) return titled;
  const index = sheet.paragraphs.slice(0, 4).findIndex((line) => timeOfLine(line) !== null);
  const line = sheet.paragraphs[index];
  if (line === undefined) return sheet;
  const paragraphs = sheet.paragraphs.filter((_, each) => each !== index);
  return dated({ ...sheet, paragraphs }, line);
}

/** A page whose first line is its date: the title, if there is one, stands below. */
function withoutDatedHeadline(sheet: Sheet): Sheet {
  const { headline, paragraphs, sentAt } = sheet;
  if (headline === null || sentAt !== null || paragraphs.length === 0) return sheet;
  if (timeOfLine(headline) === null) return sheet;
  return dated({ ...sheet, headline: null }, headline);
}

function dated(sheet: Sheet, line: string): Sheet {
  const time = timeOfLine(line);
  const times = { sentAt: sheet.sentAt ?? time, createdAt: sheet.createdAt ?? time };
  return withRemoved({ ...sheet, ...times }, line, 'date line');
}

type Stamp = { readonly day: PlainDay | null; readonly hour: PlainHour | null };

/**
 * ISO time of a line that is a date with or without an hour, in either order; the last where it
 * tells when the copy was published and updated. Null when the line holds anything else.
 */
export function timeOfLine(line: string): string | null {
  if (line.length > LINE_CHARACTERS_MAX) return null;
  let rest = line;
  let stamp: Stamp = { day: null, hour: null };
  for (let count = 0; count < PIECES_MAX && rest !== ''; count += 1) {
    const piece = pieceOf(rest, stamp);
    if (piece === null) return null;
    rest = rest.slice(piece.length);
    stamp = piece.stamp;
  }
  const { day, hour } = stamp;
  if (rest !== '' || day === null || day.year === null) return null;
  const iso = isoDay(day, null);
  return iso === null ? null : isoTime(iso, hour, 'Z');
}

/** What the rest of a line begins with; null when that is no part of a date. */
function pieceOf(
  rest: string,
  stamp: Stamp,
): { readonly length: number; readonly stamp: Stamp } | null {
  const between = BETWEEN.exec(rest)?.[0] ?? '';
  if (between !== '') return { length: between.length, stamp };
  const read = readDay(rest) ?? readAmericanDay(rest);
  if (read !== null) {
    const hour = stamp.day === null ? stamp.hour : null;
    return { length: read.length, stamp: { day: read.day, hour } };
  }
  const hour = readHour(rest);
  if (hour !== null) return { length: hour.length, stamp: { ...stamp, hour: hour.hour } };
  const isTimed = stamp.day !== null || stamp.hour !== null;
  const word = (LABEL.exec(rest) ??
    DAY_NAME.exec(rest) ??
    (isTimed ? BESIDE.exec(rest) : null))?.[0];
  return word === undefined ? null : { length: word.length, stamp };
}

const SLASHED = /^(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?(\d{4})(?!\d)/;
const AMERICAN_HOUR = /\d ?[ap]\.? ?m\b|\b[ECMP][SD]?T\b/i;

/** "9/14/2013 1:03 PM": month first where only that can be, or where the hour is written that way. */
function readAmericanDay(text: string): { readonly day: PlainDay; readonly length: number } | null {
  const [whole = '', first = '', second = '', year] = SLASHED.exec(text) ?? [];
  if (whole === '') return null;
  const isMonthFirst =
    Number(second) > 12 || first === second || (Number(first) <= 12 && AMERICAN_HOUR.test(text));
  const isDayFirst = Number(first) > 12;
  if (isMonthFirst === isDayFirst) return null;
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  const found = { year: Number(year), month: Number(month), day: Number(day) };
  return isoDay(found, null) === null ? null : { day: found, length: whole.length };
}
