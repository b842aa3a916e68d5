/** The date line: a line above the copy that holds a date, with or without an hour, and nothing else. */
import { isoDay, isoTime, readDay, readHour } from '../news/plain-date.ts';
import { withRemoved, type Sheet } from './sheet.ts';

const DATE_LABEL =
  /^(?:(?:Published|Posted|Updated|Last updated|Issued|Filed|Sent|Date|Created|Stand|Veröffentlicht)(?: on| at| am)?:?\s{1,2}|[([])?/iu;
const DAY_NAME =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,2}|\p{L}{4,10}tag,?\s{1,2}(?:den\s)?)?/iu;

/**
 * Takes a line that holds a date and nothing else, among the first ones, as the time of sending
 * when the copy has none. A day without an hour is that day at 00:00, and where no zone is named
 * UTC is meant: the copy says nothing nearer, and a fixed choice keeps the order of takes stable.
 */
export function readDateLine(sheet: Sheet): Sheet {
  const index = sheet.paragraphs.slice(0, 4).findIndex((line) => timeOfLine(line) !== null);
  const line = sheet.paragraphs[index];
  if (line === undefined) return sheet;
  const time = timeOfLine(line);
  const paragraphs = sheet.paragraphs.filter((_, each) => each !== index);
  const times = { sentAt: sheet.sentAt ?? time, createdAt: sheet.createdAt ?? time };
  return withRemoved({ ...sheet, ...times, paragraphs }, line, 'date line');
}

/** ISO time of a line that is a date with or without an hour, in either order; else null. */
export function timeOfLine(line: string): string | null {
  if (line.length > 72) return null;
  const label = DATE_LABEL.exec(line)?.[0] ?? '';
  let rest = line.slice(label.length);
  const early = startsWithDay(rest) ? null : readHour(rest);
  if (early) rest = rest.slice(early.length).replace(/^[,\s]{1,3}(?:on\s)?/, '');
  rest = rest.slice((DAY_NAME.exec(rest)?.[0] ?? '').length);
  const read = readDay(rest);
  if (!read || read.day.year === null) return null;
  rest = rest.slice(read.length).replace(/^(?:T(?=\d)|[,\s|/–—-]{1,4}(?:at |um )?)/u, '');
  const late = early ? null : readHour(rest);
  if (late) rest = rest.slice(late.length);
  if (!/^[\s.,)\]]{0,4}$/.test(rest)) return null;
  const day = isoDay(read.day, null);
  return day === null ? null : isoTime(day, early?.hour ?? late?.hour ?? null, 'Z');
}

/** "2019-12-17" could be read as 20:19 as well: a day goes first. */
function startsWithDay(text: string): boolean {
  return readDay(text.slice((DAY_NAME.exec(text)?.[0] ?? '').length)) !== null;
}
