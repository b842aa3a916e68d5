/** Embargoes in plain text: "EMBARGOED UNTIL 0600 GMT Dec. 18, 2019", "Sperrfrist: 17.12.2019 14 Uhr". */
import { isoDay, isoTime, readDay, readHour, type PlainHour } from '../news/plain-date.ts';
import type { Embargo } from '../news/take.ts';

const ORDER =
  /^[-–—_=*#([!: ]{0,8}(?:(?:strictly |under )?embargo(?:ed)?(?: (?:until|till|til|to|for|copy|release|material|advance)\b|\s?[:!.]|\s?[-–—] |$|\s?[)\]])|(?:strictly )?embargoed\b|(?:not )?for (?:release|publication|use|broadcast) (?:at|on|before|until|after|only|not before|\p{L}{3,9}day\b)|(?:not|do not|don't) (?:for )?(?:be )?(?:release|publish|publication|use|print|broadcast|transmit)d? (?:before|until|prior to)|hold (?:for release|until)|for release\b.{0,60}\bthereafter|release (?:date|time|at)\s?:|sperrfrist\b|achtung,? sperrfrist|gesperrt bis|sous embargo|embargo jusqu|embargado hasta|\$adv\d)/iu;
const LIFTED =
  /^\W{0,8}(?:embargo (?:lifted|over|ends|ended|broken|removed|aufgehoben)|no embargo|sperrfrist aufgehoben|for immediate release)/iu;

/**
 * The embargo that a line orders, else null. `until` is null when no day can be read: held until
 * someone releases it. Without a zone the last place on earth decides (UTC-12), without an hour the
 * end of that day's midnight there: late is safe, early is not.
 * @param near ISO time that gives a missing year
 */
export function readEmbargo(line: string, near: string | null): Embargo | null {
  if (line.length > 400 || LIFTED.test(line) || !ORDER.test(line)) return null;
  const found = firstDay(line, near);
  if (!found) return { until: null };
  const hour = firstHour(line, found);
  return { until: isoTime(found.day, hour, '-12:00') };
}

/** Does the line say that an embargo is over, or that there is none? */
export function liftsEmbargo(line: string): boolean {
  return line.length <= 200 && LIFTED.test(line);
}

type DayFound = { readonly day: string; readonly at: number; readonly end: number };

function firstDay(line: string, near: string | null): DayFound | null {
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    const read = readDay(line.slice(index, index + 48));
    const day = read ? isoDay(read.day, near) : null;
    if (read && day) return { day, at: index, end: index + read.length };
  }
  return null;
}

/** An hour that is no part of the day: behind it, or before it. */
function firstHour(line: string, day: DayFound): PlainHour | null {
  const behind = line.slice(day.end);
  const iso = /^T(?=\d)/.exec(behind);
  if (iso) return readHour(behind.slice(1))?.hour ?? null;
  return hourIn(behind) ?? hourIn(line.slice(0, day.at)) ?? (/\bnoon\b/i.test(line) ? NOON : null);
}

const NOON: PlainHour = { hour: 12, minute: 0, offset: null };

function hourIn(text: string): PlainHour | null {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}:.])\d/gu)) {
    const read = readHour(text.slice(index, index + 32));
    if (read) return read.hour;
  }
  return null;
}
