/** The last line of an ANPA item: "AP-WF-02-20-15 0411GMT" says who sent it and when. */
import { readFeedDate } from './feed-dates.ts';

/** `sentAt` is ISO with offset; null when day or hour cannot be read. */
export type Footer = { readonly provider: string; readonly sentAt: string | null };

const FOOTER =
  /(?:^|[\n\r])[\s\x03^]{0,20}([A-Z]{2,12})-([A-Z]{2})-(\d\d)-(\d\d)-(\d{2}|\d{4}) (\d\d)(\d\d)[ ]?([A-Z]{1,4})?/g;

/** The footer of an item, the last line that reads like one; null when there is none. */
export function readFooter(item: string): Footer | null {
  const found = [...item.slice(-2_000).matchAll(FOOTER)].at(-1);
  if (!found) return null;
  const [, provider = '', , month, day, year = '', hour, minute, zone = 'GMT'] = found;
  const full = year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`;
  return { provider, sentAt: readFeedDate(`${full}-${month}-${day} ${hour}:${minute} ${zone}`) };
}

/** Is the line a footer? */
export function isFooter(line: string): boolean {
  return new RegExp(FOOTER.source).test(line);
}
