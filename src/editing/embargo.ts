/** Embargoes in plain text: "EMBARGOED UNTIL 0600 GMT Dec. 18, 2019", "Sperrfrist: 17.12.2019 14 Uhr". */
import { offsetAt, zoneOfPlace } from '../news/place-zone.ts';
import { readReleaseDay, readReleaseHour, type HourFound } from '../news/release-time.ts';
import { addDays, isoTime } from '../news/plain-date.ts';
import type { Embargo, Take } from '../news/take.ts';
import {
  ADDRESSED,
  BRACKETED,
  COPY,
  DATED_ORDER,
  EASTERN,
  ENDING,
  MAILED,
  NO_ORDER,
  NO_TIME,
  NOTED,
  ORDER,
  HANGS_ON,
  PROSE,
  PROSE_TELLS,
  SHOUTED,
  SPERRFRIST,
  TIMED,
} from './embargo-words.ts';

const OVER =
  '(?:lifted|over|ended|broken|removed|released|aufgehoben|levé|levantado|tolto|opgeheven)';
/** As a line of its own, "embargo lifted" speaks of the copy; in a sentence, of oil or arms. */
const LIFTED = new RegExp(
  `^\\W{0,8}(?:(?:the )?(?:embargo|sperrfrist)(?: (?:on|for) th(?:is|e) ${COPY})?(?: (?:is|has been|was|ist|wurde))?(?: now| hereby)? ${OVER}(?=\\s?[-–—.,:;!)\\]*]|$|\\s(?:at|as of)\\b)|th(?:is|e) ${COPY} is no longer (?:under embargo|embargoed)\\b|no (?:longer (?:under )?embargo(?:ed)?|embargo)\\b|embargo ends?\\W{0,3}$|for immediate (?:release|publication)\\b(?! (?:up)?on\\b)|(?:can be )?releas(?:e|able|ed) (?:now|immediately|at once)\\W{0,3}$|(?:may|can) be (?:used|published|released) (?:now|immediately|at once)\\b|(?:sofort )?frei(?:gegeben)?(?: zur veröffentlichung)? ab sofort)`,
  'iu',
);
/** Said to editors it is always meant of the copy. */
const LIFTED_NOTE = new RegExp(
  `\\bembargo (?:on this ${COPY} )?(?:is|has been|was) (?:now |hereby )?${OVER}\\b|\\b${COPY} (?:is|has been) (?:now )?released from embargo\\b|\\b${COPY} is no longer (?:under embargo|embargoed)\\b`,
  'iu',
);

/**
 * The embargo that a line orders, else null. `until` is null when no time can be read: held until
 * someone releases it. Without a zone the last place on earth decides (UTC-12), without an hour the
 * end of that day's midnight there: late is safe, early is not. An hour with a zone and no day is the
 * next such hour after the time of sending.
 * @param near ISO time of sending, which gives a missing year or day
 */
export function readEmbargo(line: string, near: string | null): Embargo | null {
  if (line.length > LINE_CHARACTERS_MAX) return embargoOfOpening(line, near);
  if (liftsEmbargo(line)) return null;
  if (NO_ORDER.test(line) || (NO_TIME.test(line) && !line.includes('EMBARGO'))) return null;
  // full-width figures are figures
  const plain = line.normalize('NFKC');
  const order = plain.replace(MAILED, '').replace(ADDRESSED, '');
  if (isOrder(order, near) || SHOUTED.test(order)) return { until: releaseIn(order, near) };
  if (isOrder(plain, near)) return { until: releaseIn(plain, near) };
  if (!DATED_ORDER.test(order) && (!ENDING.test(order) || order.length > 100)) return null;
  const until = releaseIn(order, near);
  return until === null || PROSE.test(order) ? null : { until };
}

const OF_THE_EAST = /[\p{scx=Han}\p{scx=Hang}\p{scx=Hira}]/u;

function isOrder(line: string, near: string | null): boolean {
  if (OF_THE_EAST.test(line) && EASTERN.test(line)) return true;
  if (ORDER.test(line)) return !isTold(line) && !(/^\W{0,12}for\b/i.test(line) && PROSE.test(line));
  if (line.length > TIMED_CHARACTERS_MAX)
    return OPENS_GERMAN.test(line) && hasTime(line.slice(0, OPENING_CHARACTERS), near);
  const isGerman = SPERRFRIST.test(line);
  if ((!isGerman && !TIMED.test(line)) || PROSE.test(line)) return false;
  return (isGerman && HANGS_ON.test(line)) || hasTime(line, near);
}

/** "The data are embargoed until 2030, the archive said"; what the word opens is an order. */
const isTold = (line: string): boolean =>
  PROSE_TELLS.test(line) &&
  !/^\W{0,12}(?:\p{L}{1,10} )?(?:embargo|sperrfrist|not |hold |for |release)/iu.test(line);

const OPENS_GERMAN = /^\W{0,12}(?:achtung\W{1,4})?sperrfrist\s?[:!-]/i;
const TIMED_CHARACTERS_MAX = 140;
/** Any day does where only the presence of a day matters. */
const SOME_DAY = '2026-01-01T00:00:00Z';
const HOUR_IN_FULL = /\d[:.h]\d\d|\d ?[ap]\.?m\b|\d ?(?:uhr|h|hrs|[時时시])(?!\p{L})/iu;

/** A day, or an hour that is no year or count. */
function hasTime(line: string, near: string | null): boolean {
  const day = readReleaseDay(line, near ?? SOME_DAY);
  if (day !== null) return true;
  const hour = readReleaseHour(line, null);
  return hour !== null && (hour.offset !== null || HOUR_IN_FULL.test(line));
}

/** An order in front of copy on one line, and the copy behind it. */
type Parted = { readonly order: string; readonly rest: string; readonly embargo: Embargo };

const BEHIND_ORDER = /(?:[:\])】］〕]|\s[-–—]|[.!](?=\s))\s{0,3}(?=[\p{L}"“„«「])/gu;
const ORDER_CHARACTERS_MAX = 200;

/**
 * "EMBARGOED until 0600 GMT 3 March: Port closes" parted; null where the line is no order, or nothing but
 * one.
 * @param restMin characters that must stand behind the order; behind a bracket a few are enough
 * @param whole the embargo that the whole line orders, where that is known
 */
export function partedOrder(
  line: string,
  near: string | null,
  restMin: number,
  whole: Embargo | null = readEmbargo(line, near),
): Parted | null {
  for (const { 0: mark, index } of line.slice(0, ORDER_CHARACTERS_MAX).matchAll(BEHIND_ORDER)) {
    const order = line.slice(0, index + mark.length).trim();
    const rest = line.slice(index + mark.length).trim();
    const isEnough = rest.length >= (/^[\])】］〕]/.test(mark) ? 8 : restMin);
    const embargo = isEnough ? readEmbargo(order, near) : null;
    if (embargo === null || readEmbargo(rest.slice(0, 200), near) !== null) continue;
    // of a line too long to be read whole, the rest must not be more of the time
    const isTold = whole === null ? releaseIn(rest.slice(0, 20), near) : null;
    if (isTold === null && (whole === null || whole.until === embargo.until))
      return { order, rest, embargo };
  }
  return null;
}

/** The embargo that a title orders in front, or in brackets anywhere, else null. */
export function embargoOfTitle(title: string, near: string | null): Embargo | null {
  const whole = readEmbargo(title, near);
  if (whole !== null) return whole;
  const inside = BRACKETED.exec(title.slice(0, 400).normalize('NFKC'))?.[0];
  if (inside === undefined || liftsEmbargo(inside.slice(1, -1))) return null;
  return { until: releaseIn(inside, near) };
}

const LINE_CHARACTERS_MAX = 400;
const OPENING_CHARACTERS = 90;

/** Copy that runs on behind an order in one block: the opening must hold word and time. */
function embargoOfOpening(block: string, near: string | null): Embargo | null {
  const opening = block.slice(0, OPENING_CHARACTERS).replace(/\s\S*$/, '');
  const isSure = SHOUTED.test(opening) || hasTime(opening, near);
  return isSure ? readEmbargo(opening, near) : null;
}

/** The embargo that a note orders in any of its sentences, else null. */
export function embargoOfNote(note: string, near: string | null): Embargo | null {
  const whole = readEmbargo(note, near);
  if (whole !== null) return whole;
  const sentences = note.slice(0, 2_000).split(/(?<=[\p{L}\d)]{2}[.!;])\s+(?=\p{Lu})/u, 12);
  for (const sentence of sentences.slice(1)) {
    const found = readEmbargo(sentence, near);
    if (found !== null) return found;
  }
  const noted = sentences.find((each) => NOTED.test(each) && !LIFTED_NOTE.test(each));
  return noted === undefined ? null : { until: releaseIn(noted, near) };
}

/** Does the line say that an embargo is over, or that there is none? */
export function liftsEmbargo(line: string): boolean {
  return line.length <= 200 && LIFTED.test(line.replace(ADDRESSED, ''));
}

/** Why a line that lifts an embargo was taken out of the text. */
export const LIFTED_WHY = 'embargo lifted';

/** Does a take lift its story's embargo in so many words? To say nothing of it lifts nothing. */
export function isLift(take: Take): boolean {
  if (take.embargo !== null) return false;
  if (take.removed.some(({ why }) => why === LIFTED_WHY)) return true;
  const lines = [take.headline ?? '', take.slug ?? ''];
  if (lines.some(liftsEmbargo)) return true;
  return take.notes.some(({ text }) => liftsEmbargo(text) || LIFTED_NOTE.test(text.slice(0, 600)));
}

function releaseIn(line: string, near: string | null): string | null {
  const day = readReleaseDay(line, near);
  const read = readReleaseHour(line, day);
  const zone = read !== null && read.offset === null ? zoneOfPlace(line) : null;
  const hourOn = (each: string): HourFound | null =>
    read === null || zone === null
      ? read
      : { ...read, offset: offsetAt(zone, isoTime(each, read, '')) };
  if (day !== null) {
    const next = read?.isDayEnd === true ? addDays(day.day, 1) : day.day;
    const hour = hourOn(next);
    const time = isoTime(next, hour, '-12:00');
    // "0001 Monday", sent later that Monday, means the next one: late is safe
    const isPast = day.isWeekday === true && hour !== null && near !== null;
    if (!isPast || Date.parse(time) > Date.parse(near)) return time;
    return isoTime(addDays(next, 7), hour, '-12:00');
  }
  const hour = near === null ? read : hourOn(near.slice(0, 10));
  if (hour === null || hour.offset === null || near === null || UNREAD_DAY.test(line)) return null;
  return nextSuch(isoTime(near.slice(0, 10), hour, 'Z'), near);
}

/** "18 grudnia", "2026": a day is told in words not known here, so the hour alone would free copy early. */
const UNREAD_DAY =
  /(?<![\d:.,])(?:\d{1,2}\.?\s(?!(?:hours?|heures?|horas?|godz|clock|local|часов|minutes?)(?!\p{L}))\p{L}{4,}|20\d\d(?![\d:.]| ?(?:gmt|utc|hrs|[a-z]{1,3}t)\b))/iu;

const DAY_MS = 86_400_000;

/** The first instant after `near` with the hour of `time`. */
function nextSuch(time: string, near: string): string | null {
  const [instant, after] = [Date.parse(time), Date.parse(near)];
  if (Number.isNaN(instant) || Number.isNaN(after)) return null;
  const days = Math.floor((after - instant) / DAY_MS) + 1;
  return new Date(instant + days * DAY_MS).toISOString();
}
