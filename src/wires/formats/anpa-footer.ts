/** The last line of an ANPA item: "AP-WF-02-20-15 0411GMT" says who sent it and when. */
import { readFeedDate } from './feed-dates.ts';

/** `sentAt` is ISO with offset; null when day or hour cannot be read. */
export type Footer = { readonly provider: string; readonly sentAt: string | null };

const FOOTER =
  /(?:^|[\n\r])[\s\x03^]{0,20}([A-Z]{2,12})-([A-Z]{2})-(\d\d)-(\d\d)-(\d{2}|\d{4}) (\d\d)(\d\d)[ ]?([A-Z]{1,4})?/g;
/** "upi 02-25-26 10:15 pes": month, day, year, hour of the half day, half and zone of the Americas. */
const UPI_FOOTER =
  /(?:^|[\n\r])[\s\x03^]{0,20}upi (\d\d)-(\d\d)-(\d{2}|\d{4}) (\d\d):(\d\d) ([ap])([ecmp][sd])\b/gi;
/** "Reut10:15 04-01-26"; the hour is that of Greenwich. */
const REUTERS_FOOTER =
  /(?:^|[\n\r])[\s\x03^]{0,20}Reut(?:er)?s? ?(\d\d):(\d\d) (\d\d)-(\d\d)-(\d{2}|\d{4})\b/gi;
/** "KWS-21:37-09-12-18": hour of Tokyo, day, month, year. */
const KYODO_FOOTER =
  /(?:^|[\n\r])[\s\x03^]{0,20}K[A-Z]{2}-(\d\d):(\d\d)-(\d\d)-(\d\d)-(\d{2}|\d{4})\b/g;
const FOOTERS = [FOOTER, UPI_FOOTER, REUTERS_FOOTER, KYODO_FOOTER];

/** The footer of an item, the last line that reads like one; null when there is none. */
export function readFooter(item: string): Footer | null {
  const end = item.slice(-2_000);
  return usualIn(end) ?? upiIn(end) ?? reutersIn(end) ?? kyodoIn(end);
}

const lastOf = (text: string, footer: RegExp): RegExpExecArray | undefined =>
  [...text.matchAll(footer)].at(-1);

const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`;

function usualIn(text: string): Footer | null {
  const found = lastOf(text, FOOTER);
  if (!found) return null;
  const [, provider = '', , month, day, year = '', hour, minute, zone = 'GMT'] = found;
  const date = `${fullYear(year)}-${month}-${day}`;
  return { provider, sentAt: readFeedDate(`${date} ${hour}:${minute} ${zone}`) };
}

function upiIn(text: string): Footer | null {
  const found = lastOf(text, UPI_FOOTER);
  if (!found) return null;
  const [, month, day, year = '', written, minute, half = '', zone = ''] = found;
  const hour = (Number(written) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = `${String(hour).padStart(2, '0')}:${minute} ${zone}t`;
  return { provider: 'UPI', sentAt: readFeedDate(`${fullYear(year)}-${month}-${day} ${time}`) };
}

function reutersIn(text: string): Footer | null {
  const found = lastOf(text, REUTERS_FOOTER);
  if (!found) return null;
  const [, hour, minute, month, day, year = ''] = found;
  const date = `${fullYear(year)}-${month}-${day}`;
  return { provider: 'Reuters', sentAt: readFeedDate(`${date} ${hour}:${minute} GMT`) };
}

function kyodoIn(text: string): Footer | null {
  const found = lastOf(text, KYODO_FOOTER);
  if (!found) return null;
  const [, hour, minute, day, month, year = ''] = found;
  const date = `${fullYear(year)}-${month}-${day}`;
  return { provider: 'Kyodo', sentAt: readFeedDate(`${date} ${hour}:${minute} +0900`) };
}

/** Is the line a footer? */
export function isFooter(line: string): boolean {
  return FOOTERS.some(({ source, flags }) => new RegExp(source, flags.replace('g', '')).test(line));
}
