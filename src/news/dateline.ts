/** Datelines: "TOKYO, Dec. 17 (Kyodo) -- " in front of the first paragraph of a story. */
import { isoDay, readDay } from './plain-date.ts';
import { isAgency, isRegion } from './dateline-names.ts';
import type { Dateline } from './take.ts';

/** A dateline and the number of characters that it takes of the paragraph, its dash included. */
type DatelineFound = { readonly dateline: Dateline; readonly length: number };

type DatelineHints = {
  /** when the copy was sent (ISO): gives the year that a dateline leaves out */
  readonly sentAt: string | null;
  /** names that the source is known by: the provider, the sign-off */
  readonly sources: readonly string[];
};

const DASH = /^\.?\s{0,3}(?:--{1,2}|[-–—―‒_])(?:\s{1,3}|(?=[“"'\p{Lu}]))/u;
const CAPITALS =
  /^(?:\p{Lu}[\p{Lu}\p{M}'’.-]{0,23}(?:\s(?:de|la|le|el|am|an|der|di|do|da|du|des|of|and|on|upon|sur))?)(?:[\s/]{1,2}\p{Lu}[\p{Lu}\p{M}'’.-]{1,23}){0,4}(?![\p{Ll}\p{N}])/u;
const MIXED_CASE =
  /^\p{Lu}[\p{L}\p{M}'’.-]{1,23}(?:[\s/](?:de|la|le|el|am|an|der|di|do|da|du|des|of|on|upon|sur|\p{Lu}[\p{L}\p{M}'’.-]{1,23})){0,4}(?![\p{L}\p{N}])/u;
/** "(Kyodo)"; releases set it between strokes: "Nov. 26, 2026 /NewsDirect/ --". */
const SOURCE =
  /^\s?(?:\(([\p{L}][\p{L}\p{M}\p{N} .&'’/-]{0,39})\)|\/([\p{L}][\p{L}\p{M}\p{N} .&'’-]{1,39})\/(?=\s{0,2}(?:--|[-–—])\s))/u;
/** "МОСКВА, 4 марта. /ТАСС/. ...": strokes and stops instead of brackets and a dash. */
const STROKES =
  /^\.?\s{0,2}\/(?:\p{L}{3,5}\. (?=\S+ ))?([\p{L}][\p{L}\p{M}\p{N} .&'’-]{1,39})\/[.:]?\s{1,3}(?=["“«„\p{Lu}])/u;
/** "МОСКВА, 4 мар - РИА Новости. ...": the agency stands behind the dash, as a sentence of its own. */
const BEHIND_DASH = /^(\p{Lu}[\p{L} ]{1,24})\.\s{1,3}(?=["“«„\p{Lu}])/u;
/** "Genève (ats) Le scandale ...": nothing between the agency and the lede. */
const LEDE = /^\s?(?=["“«„]?\p{Lu})/u;
/** "Nov 26 AFP -": an agency behind the day, without brackets. */
const BARE_SOURCE = /^\s([\p{L}][\p{L}.]{1,15})(?=\s{0,2}(?:--|[-–—―_])\s)/u;
const SEGMENT =
  /^,\s{0,2}([\p{L}][\p{L}\p{M}\p{N} .'’&/-]{0,31}?)(?=,|\s?\(|\s{0,2}(?:--|[-–—―_])(?:\s|["“\p{Lu}])|:\s)/u;
/** Headings in capitals that open a paragraph and are no places. */
const NO_PLACE =
  /^(?:UPDATE|UPDATED|NOTE|WATCH|BREAKING|CORRECTION|CORRECTED|EXCLUSIVE|ANALYSIS|OPINION|FACTBOX|EXPLAINER|TIMELINE|INTERVIEW|PROFILE|FEATURE|FLASH|URGENT|ALERT|KILL|HOLD|BULLETIN|ADVISORY|EDITORS?|EDS|ATTN|ATTENTION|EMBARGO|EMBARGOED|SPERRFRIST|PHOTO|VIDEO|CAPTION|FILE|BACKGROUND|SUMMARY|HIGHLIGHTS|READ|MORE|LIVE|MARKETS?|RESULTS?|THE(?!\s(?:HAGUE|VALLEY|BRONX|WOODLANDS|DALLES)(?![\p{L}]))|A|WHO|WHAT|WHEN|WHERE|WHY|HOW|Q|BY|REFILE|RPT|WRAPUP|KORR|EIL|BLITZ|PREVIEW|COLUMN|COMMENT|COMMENTARY|EDITORIAL|VIEWPOINT|PERSPECTIVE|LETTERS?|REVIEW|OBITUARY|OBIT|INSIGHT|POLL|NEWSMAKER|REPORTAGE|ESSAY|DIARY|REACTION|BRIEF|RESEARCH|WARNING|IMPORTANT|END|ENDS|FROM|TO|FOR|RE|SUBJECT|DATE|SLUG|HEADLINE)(?![\p{L}])/u;

/**
 * Reads the dateline at the beginning of a first paragraph; null when there is none. A place in
 * capitals needs a dash behind it (or a colon); a place in mixed case needs the agency in brackets
 * or a day as well, so that "Yoon - a lawyer - said" stays prose.
 */
export function readDateline(firstParagraph: string, hints: DatelineHints): DatelineFound | null {
  const text = firstParagraph.slice(0, 240);
  return (
    readWesternDateline(text, hints) ?? readSourceAlone(text, hints) ?? readEastAsian(text, hints)
  );
}

function readWesternDateline(text: string, hints: DatelineHints): DatelineFound | null {
  const capitals = CAPITALS.exec(text)?.[0];
  const place = capitals !== undefined && isPlace(capitals) ? capitals : MIXED_CASE.exec(text)?.[0];
  if (place === undefined || NO_PLACE.test(place)) return null;
  const read = withDayBehind(text, readSegments(text, place.length, hints), hints);
  const strokes = read.source === null ? STROKES.exec(text.slice(read.at)) : null;
  if (strokes?.[1] && (place === capitals || read.date !== null || isAgency(strokes[1]))) {
    const dateline = datelineOf(place, { ...read, source: strokes[1] });
    return { dateline, length: read.at + strokes[0].length };
  }
  const dash = DASH.exec(text.slice(read.at))?.[0] ?? '';
  const lede = dash === '' && isToldBy(place, read) ? LEDE.exec(text.slice(read.at)) : null;
  if (lede) return { dateline: datelineOf(place, read), length: read.at + lede[0].length };
  const colon = /^:\s{1,3}/.exec(text.slice(read.at))?.[0] ?? '';
  // "Dublin, 20 January 2027" in a line of its own
  if (read.date !== null && restOf(text, read.at) === '')
    return { dateline: datelineOf(place, read), length: text.length };
  const sure =
    place === capitals || (read.source !== null && read.bracketed) || (read.date && dash);
  if (!sure || (!dash && !(colon && place === capitals && place.length >= 4))) return null;
  if (isAgency(place) && read.source === null && read.date === null) {
    return {
      dateline: datelineOf(null, { ...read, source: place }),
      length: read.at + dash.length,
    };
  }
  const behind = BEHIND_DASH.exec(text.slice(read.at + dash.length));
  if (dash && behind?.[1] && read.source === null && isAgency(behind[1])) {
    const dateline = datelineOf(place, { ...read, source: behind[1] });
    return { dateline, length: read.at + dash.length + behind[0].length };
  }
  if (colon && read.at === place.length && /\s\S{1,24}\s/.test(place)) return null;
  return { dateline: datelineOf(place, read), length: read.at + (dash || colon).length };
}

/** A place with a known agency in brackets; "Agence France-Presse (AFP)" spells its own letters out. */
function isToldBy(place: string, { source, bracketed }: Segments): boolean {
  return bracketed && source !== null && isAgency(source) && !/press|agen[ct]|news/i.test(place);
}

/** "Halverstedt (NDA) - Nov. 12, 2026 - ": the day stands between two dashes. */
function withDayBehind(text: string, read: Segments, hints: DatelineHints): Segments {
  const dash = read.date === null ? DASH.exec(text.slice(read.at)) : null;
  if (dash === null) return read;
  const from = read.at + dash[0].length;
  const day = readDay(text.slice(from));
  const date = day && isoDay(day.day, hints.sentAt);
  if (!day || !date || !DASH.test(text.slice(from + day.length))) return read;
  return { ...read, date, at: from + day.length };
}

const restOf = (text: string, from: number): string => text.slice(from).replace(/^[.:]/, '').trim();

/** At least two capitals in a row, or an address such as "ST. LOUIS". */
function isPlace(text: string): boolean {
  return /\p{Lu}[\p{Lu}.'’-]/u.test(text);
}

type Segments = {
  readonly at: number;
  readonly region: string | null;
  readonly date: string | null;
  readonly source: string | null;
  /** the source stood in brackets */
  readonly bracketed: boolean;
};

function datelineOf(place: string | null, { region, date, source }: Segments): Dateline {
  // "BREMMEN--(BUSINESS WIRE)--": hyphens belong into a place, not behind it
  return { place: place?.replace(/-{1,3}$/, '') ?? null, region, date, source };
}

/** What stands between place and dash: region, day and source, each at most once. */
function readSegments(text: string, from: number, hints: DatelineHints): Segments {
  let found: Segments = { at: from, region: null, date: null, source: null, bracketed: false };
  for (let turn = 0; turn < 5; turn += 1) {
    const next = readSegment(text, found, hints);
    if (!next) break;
    found = next;
  }
  return found;
}

function readSegment(text: string, found: Segments, hints: DatelineHints): Segments | null {
  const rest = text.slice(found.at);
  const bracket = SOURCE.exec(rest);
  if (bracket && found.source === null) {
    const source = (bracket[1] ?? bracket[2] ?? '').trim();
    return { ...found, at: found.at + bracket[0].length, source, bracketed: true };
  }
  // "Vara (Norland), Mar 4 (PTX)": what stood in the first brackets was the region
  if (bracket && found.bracketed && found.region === null && found.date !== null) {
    const source = (bracket[1] ?? bracket[2] ?? '').trim();
    return { ...found, at: found.at + bracket[0].length, region: found.source, source };
  }
  const bare = found.date === null ? null : BARE_SOURCE.exec(rest);
  if (bare?.[1] && found.source === null && (isAgency(bare[1]) || hints.sources.includes(bare[1])))
    return { ...found, at: found.at + bare[0].length, source: bare[1] };
  const gap = /^,?\s{1,3}(?:\p{L}{3,9}day,?\s)?/u.exec(rest)?.[0] ?? '';
  const day = gap && found.date === null ? readDay(rest.slice(gap.length)) : null;
  if (day) {
    const date = isoDay(day.day, hints.sentAt);
    const tail = /^,(?=\s?\()/.test(rest.slice(gap.length + day.length)) ? 1 : 0;
    return { ...found, at: found.at + gap.length + day.length + tail, date };
  }
  const segment = SEGMENT.exec(rest);
  const name = segment?.[1]?.trim();
  if (!segment || !name) return null;
  const at = found.at + segment[0].length;
  const named = hints.sources.some((each) => each.toLowerCase() === name.toLowerCase());
  if (found.source === null && (named || (isAgency(name) && !isRegion(name)))) {
    return { ...found, at, source: name };
  }
  return found.region === null && /^\p{Lu}/u.test(name) ? { ...found, at, region: name } : null;
}

/** "(Reuters) - " and "March 5 (Reuters) - " with no place. */
function readSourceAlone(text: string, hints: DatelineHints): DatelineFound | null {
  const day = readDay(text);
  const bracket = SOURCE.exec(text.slice(day?.length ?? 0));
  const source = bracket?.[1]?.trim() ?? '';
  const end = (day?.length ?? 0) + (bracket?.[0].length ?? 0);
  const dash = bracket ? DASH.exec(text.slice(end)) : null;
  const known = day !== null || isAgency(source) || hints.sources.includes(source);
  if (!bracket || !dash || !known) return null;
  const date = day === null ? null : isoDay(day.day, hints.sentAt);
  const from = end + dash[0].length;
  // "(ANSA) - ROME, JUL 11 - Gas": the place stands behind the agency
  const further = date === null ? readWesternDateline(text.slice(from), hints) : null;
  if (further !== null && further.dateline.date !== null && further.dateline.source === null)
    return { dateline: { ...further.dateline, source }, length: from + further.length };
  return { dateline: { place: null, region: null, date, source }, length: from };
}

const XINHUA =
  /^([\p{Script=Han}]{2,6}社)([\p{Script=Han}]{2,12}?)(\d{1,2}月\d{1,2}日)[电電]\s{0,3}/u;
const BRACKETS = /^【([\p{L}・]{1,20})】\s{0,3}/u;

/** 新华社东京12月17日电, and 【東京共同】 whose parts are told apart by the names known. */
function readEastAsian(text: string, hints: DatelineHints): DatelineFound | null {
  const chinese = XINHUA.exec(text);
  if (chinese) {
    const [whole, source = null, place = null, day = ''] = chinese;
    const read = readDay(day);
    const date = read ? isoDay(read.day, hints.sentAt) : null;
    return { dateline: { place, region: null, date, source }, length: whole.length };
  }
  const japanese = BRACKETS.exec(text);
  const inside = japanese?.[1];
  if (!japanese || !inside) return null;
  const source = ['共同', '時事', ...hints.sources].find((each) => inside.endsWith(each)) ?? null;
  const place = source === null ? inside : inside.slice(0, -source.length);
  const parts = { place: place.replace(/・$/, '') || null, region: null, date: null, source };
  return { dateline: parts, length: japanese[0].length };
}

const SMALL_WORDS = /^(?:de|la|le|el|am|an|der|di|do|da|du|des|of|and|on|upon|sur|au|aux|en)$/;

/** A dateline's place as prose writes it: "PORT-AU-PRINCE" is "Port-au-Prince", "Seoul" stays. */
export function placeInWords(place: string): string {
  if (/\p{Ll}/u.test(place)) return place;
  return place
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, (word, at: number) =>
      at > 0 && SMALL_WORDS.test(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}
