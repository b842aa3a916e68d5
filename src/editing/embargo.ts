/** Embargoes in plain text: "EMBARGOED UNTIL 0600 GMT Dec. 18, 2019", "Sperrfrist: 17.12.2019 14 Uhr". */
import { readReleaseDay, readReleaseHour } from '../news/release-time.ts';
import { addDays, isoTime } from '../news/plain-date.ts';
import type { Embargo, Take } from '../news/take.ts';

/** Whom a line speaks to: "Eds:", "Attention editors -". */
const ADDRESSED =
  /^[-–—_=*#([!: ]{0,8}(?:(?:attn|attention|note to|notice to|hinweis an(?: die)?|achtung,?)\s{1,2})?(?:eds?|editors?|desks?|newsrooms?|clients|subscribers|redaktionen|redaktion)\b\.?\s?[:;,–—-]\s{0,3}/iu;
/** A subject that was forwarded: "Subject: Fwd: Embargoed until ...". */
const MAILED = /^(?:(?:subject|betreff|objet|asunto|re|fwd?|aw|wg|tr)\s?:\s{0,3}){1,5}/iu;
const COPY =
  '(?:story|item|material|copy|(?:press |news )?release|report|article|information|text|content|speech|dispatch|advance|package)';
/** What follows the word where it is an order; behind "embargoed" in prose stands what was seized. */
const BEHIND =
  '(?:\\s(?:until|till?|to|for|copy|release|material|advance|bis|jusqu\\S{0,4}|hasta|fino|tot)\\b|\\s?[:!.)\\]】]|\\s?[-–—](?:\\s|$)|\\s?\\(?\\d|\\s(?:\\p{Lu}\\p{L}{2,9}day|tomorrow|today)\\b|$)';
const ORDER = new RegExp(
  `^[-–—_=*#(\\[【（「!: ]{0,8}(?:${[
    `(?:(?:strictly|under|this is under|still under) ){0,2}embargo(?:ed)?${BEHIND}`,
    `(?:strictly )?embargoed (?:until|till?|for|to|at|on|before)\\b`,
    `(?:this|the (?:following|above|attached)) (?:${COPY} )?(?:is|are|remains?) (?:strictly )?(?:under (?:strict |an )?embargo|embargoed|not for (?:release|publication|use|broadcast)|not to be)\\b`,
    '(?:not )?for (?:release|publication|use|broadcast) (?:at|on|before|until|after|prior|only|not before|\\d|\\p{L}{3,9}day\\b|tomorrow\\b|noon\\b|midnight\\b)',
    "(?:not|do not|don't) (?:for |to )?(?:be )?(?:released?|publish(?:ed)?|publication|used?|print(?:ed)?|broadcast|transmit(?:ted)?) (?:before|until|prior to)",
    `hold (?:this |the )?(?:${COPY} )?(?:for release|until)`,
    'for release\\b.{0,60}\\bthereafter',
    'release (?:date|time|at)\\s?:',
    'sperrfrist\\b(?! aufgehoben)|achtung,? sperrfrist|gesperrt bis|frei ab\\b.{0,30}\\d',
    `sous embargo${BEHIND}|embargo jusqu|(?:bajo embargo|embargado) hasta|embargo fino|onder embargo tot`,
    '\\$adv\\d|解禁|エンバーゴ|엠바고|보도유예',
  ].join('|')})`,
  'iu',
);
/** Said at the top of a release it names its day; elsewhere it is the beginning of a sentence. */
const DATED_ORDER = /^[-–—_=*#([!: ]{0,8}(?:release\s?:|for release(?:\s?:|\s(?!of\b)))\s?/iu;
/** In capitals it is no prose, wherever it stands: "CHECK AGAINST DELIVERY - EMBARGOED UNTIL GIVEN". */
const SHOUTED = /\b(?:UNDER EMBARGO|EMBARGOED) (?:UNTIL|TILL|TO|FOR)\b/;
const NO_ORDER = /^\W{0,8}for immediate (?:release|publication)\b/iu;

const OVER =
  '(?:lifted|over|ended|broken|removed|released|aufgehoben|levé|levantado|tolto|opgeheven)';
/** As a line of its own, "embargo lifted" speaks of the copy; in a sentence, of oil or arms. */
const LIFTED = new RegExp(
  `^\\W{0,8}(?:(?:the )?(?:embargo|sperrfrist)(?: (?:on|for) th(?:is|e) ${COPY})?(?: (?:is|has been|was|ist|wurde))?(?: now| hereby)? ${OVER}(?=\\s?[-–—.,:;!)\\]*]|$|\\s(?:at|as of)\\b)|th(?:is|e) ${COPY} is no longer (?:under embargo|embargoed)\\b|no (?:longer (?:under )?embargo(?:ed)?|embargo)\\b|embargo ends?\\W{0,3}$|for immediate (?:release|publication)\\b|(?:can be )?releas(?:e|able|ed) (?:now|immediately|at once)\\W{0,3}$|(?:may|can) be (?:used|published|released) (?:now|immediately|at once)\\b|(?:sofort )?frei(?:gegeben)?(?: zur veröffentlichung)? ab sofort)`,
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
  if (line.length > 400 || liftsEmbargo(line) || NO_ORDER.test(line)) return null;
  const order = line.replace(MAILED, '').replace(ADDRESSED, '');
  if (ORDER.test(order) || SHOUTED.test(order)) return { until: releaseIn(order, near) };
  if (!DATED_ORDER.test(order)) return null;
  const until = releaseIn(order, near);
  return until === null ? null : { until };
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
  return null;
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
  const hour = readReleaseHour(line, day);
  if (day !== null) {
    const next = hour?.isDayEnd === true ? addDays(day.day, 1) : day.day;
    return isoTime(next, hour, '-12:00');
  }
  if (hour === null || hour.offset === null || near === null) return null;
  return nextSuch(isoTime(near.slice(0, 10), hour, 'Z'), near);
}

const DAY_MS = 86_400_000;

/** The first instant after `near` with the hour of `time`. */
function nextSuch(time: string, near: string): string | null {
  const [instant, after] = [Date.parse(time), Date.parse(near)];
  if (Number.isNaN(instant) || Number.isNaN(after)) return null;
  const days = Math.floor((after - instant) / DAY_MS) + 1;
  return new Date(instant + days * DAY_MS).toISOString();
}
