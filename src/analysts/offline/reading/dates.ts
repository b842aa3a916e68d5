/** Finds the dates of a take and resolves them. */
import type { Grain } from '../../../news/card.ts';
import { addDays } from '../../../news/plain-date.ts';
import type { Pattern } from './date-patterns.ts';
import { weekdayOf } from './calendar.ts';
import { PATTERNS, weekdayNumber } from './date-patterns.ts';
import type { DateMention, ReadSentence, Token } from './reading.ts';
import { resolveDate } from './resolve-date.ts';
import { governing } from './tense.ts';
import type { Governed } from './verb-tense.ts';

/** Most dates that are kept of one sentence. */
const MOST_DATES = 20;
const LONGEST_SENTENCE = 2000;
const BEFORE_YEAR =
  /(?:^|[\s("“])(?:in|since|by|from|of|until|till|through|during|before|after|for|early|late|mid|the|back|to|around|between|and|its|his|her|their|[A-Z][a-z]+['’]s|year|fiscal|than|election|season|started|on)[\s-]$/i;
const YEAR_COUNTS =
  /^\s(?:people|persons|troops|jobs|homes|houses|points|miles|metres|meters|km|kilometres|kilometers|dollars|pounds|euros|yen|tons|tonnes|workers|soldiers|residents|employees|students|votes|seats|cases|deaths|feet|acres|hectares|barrels|units|members|voters|families|others|more|or|GMT|hours|local)\b/;
const MONTH_LEADS =
  /(?:^|\s)(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Tt]his|[Ll]ast|[Nn]ext|[Tt]hrough|[Ff]or|(?:early|late|soon) as|early|late|mid|between|and|to|on)[\s-]$/;

type Found = { readonly pattern: Pattern; readonly match: RegExpExecArray };

/** The dates of a take, in order; no two overlap. */
export function datesOf(sentences: readonly ReadSentence[], anchor: string | null): DateMention[] {
  return sentences.flatMap((sentence) => datesOfSentence(sentence, anchor));
}

function datesOfSentence(sentence: ReadSentence, anchor: string | null): DateMention[] {
  const text = sentence.text.slice(0, LONGEST_SENTENCE);
  const taken: { start: number; end: number }[] = [];
  const dates: DateMention[] = [];
  for (const { pattern, match } of allMatches(/\p{Ll}/u.test(text) ? text : inSmallLetters(text))) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (dates.length >= MOST_DATES) break;
    if (
      taken.some((each) => start < each.end && end > each.start) ||
      !plausible(pattern, text, start, end)
    )
      continue;
    const mention = mentionOf(sentence, { pattern, match }, anchor);
    taken.push({ start, end });
    if (!mention) continue;
    dates.push(mention);
  }
  dates.sort((a, b) => a.start - b.start);
  return dates.map((date, at) =>
    FOLLOWING.test(date.text) ? following(date, dates[at - 1]) : date,
  );
}

const FOLLOWING = /^the following /i;

/** "on Sept. 10, with pricing the following Monday": counted from the day named before; else unknown. */
function following(date: DateMention, before: DateMention | undefined): DateMention {
  const from = before?.grain === 'day' ? before.date : null;
  const wanted = weekdayNumber(date.text.replace(FOLLOWING, ''));
  if (from === null || before === undefined) return { ...date, date: null };
  return {
    ...date,
    date: addDays(from, ((wanted - weekdayOf(from) + 6) % 7) + 1),
    tense: before.tense,
  };
}

/** Copy in capitals throughout, each word with its first letter left as it is: "ON DEC 1" as "On Dec 1". */
const inSmallLetters = (text: string): string =>
  text.replace(/(?<=\p{Lu})[A-Z]{1,40}/gu, (rest) => rest.toLowerCase());

function* allMatches(text: string): Generator<Found> {
  for (const pattern of PATTERNS)
    for (const match of text.matchAll(pattern.shape)) yield { pattern, match };
}

/** Where these are told of, "the fourth quarter" is one of the match. */
const OF_A_MATCH =
  /\b(?:touchdowns?|quarterback|field goals?|yards?|rebounds?|three-pointers?|playoffs?|halftime|free throws?)\b/i;

/** "May" the verb, "March" the walk, 2000 people, Sunday Times: what only looks like a date. */
function plausible(pattern: Pattern, text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(end, end + 20);
  if (pattern.kind === 'year')
    return (
      (BEFORE_YEAR.test(before) || /\($/.test(before)) &&
      !YEAR_COUNTS.test(behind) &&
      !/[$£€]\s?$/.test(before)
    );
  if (pattern.kind === 'quarter') return !OF_A_MATCH.test(text);
  if (pattern.kind === 'today') return !/(?:USA|Sports|Psychology|Russia) $/.test(before);
  if (pattern.kind === 'month') {
    const word = text.slice(start, end);
    if (/^(?:May|March|August|April|June|Mar|Jan|Dec)\.?$/.test(word))
      return MONTH_LEADS.test(before);
    return !/^\s\p{Lu}\p{Ll}+\s(?:said|told)/u.test(behind);
  }
  if (pattern.kind === 'weekday')
    return (
      !/^s\b|^\s(?:Times|Telegraph|Mirror|Mail|Post|Herald|Express)\b/.test(behind) &&
      !/(?:Black|Good|Bloody|Super|Ash|Palm|Easter|Whit|Cyber|Shrove|Remembrance) $/.test(before)
    );
  return true;
}

function mentionOf(
  sentence: ReadSentence,
  found: Found,
  anchor: string | null,
): DateMention | null {
  const { pattern, match } = found;
  const [from, to] = [sentence.start + match.index, sentence.start + match.index + match[0].length];
  const [first, last] = tokenSpan(sentence.tokens, from, to);
  const governed = governing(sentence.tokens, governedFrom(sentence.tokens, first), last);
  const resolved = resolveDate(
    { kind: pattern.kind, groups: match.groups ?? {}, governed },
    anchor,
  );
  if (!resolved) return null;
  const lies = tenseOf(resolved.date, resolved.grain, anchor);
  const tense =
    pattern.kind === 'vague' ||
    (lies === 'present' && isStillToCome(match[0]) && governed.tense !== 'past')
      ? 'future'
      : stillAhead(lies, governed, resolved.grain);
  const text = sentence.text.slice(match.index, match.index + match[0].length);
  return { text, start: from, end: to, sentence: sentence.index, ...resolved, tense };
}

/** "the end of the month", "tonight": what is left of the running span lies ahead. */
const isStillToCome = (text: string): boolean =>
  /\bend\b|^(?:tonight|this evening)|^later\b/i.test(text);

/** "will speak on Sunday", written on that Sunday, lies ahead all the same; "take place this week" too. */
function stillAhead(
  lies: DateMention['tense'],
  governed: Governed,
  grain: Grain | null,
): DateMention['tense'] {
  const isAhead = governed.tense === 'future' && (governed.sure || grain === 'week');
  return lies === 'present' && isAhead ? 'future' : (lies ?? governed.tense);
}

function tokenSpan(tokens: readonly Token[], from: number, to: number): [number, number] {
  const first = tokens.findIndex((token) => token.end > from);
  const last = tokens.findIndex((token) => token.start >= to);
  return [first === -1 ? tokens.length : first, last === -1 ? tokens.length : last];
}

/** The preposition before a date belongs to it. */
function governedFrom(tokens: readonly Token[], first: number): number {
  return /^(?:on|in|late|early)$/.test(tokens[first - 1]?.lower ?? '') ? first - 1 : first;
}

/** Where a resolved date lies, seen from the anchor. */
function tenseOf(
  date: string | null,
  grain: Grain | null,
  anchor: string | null,
): DateMention['tense'] {
  if (date === null || anchor === null || grain === null) return null;
  if (grain === 'week') {
    const days = (Date.parse(anchor) - Date.parse(date)) / 86_400_000;
    if (days >= 0 && days < 7) return 'present';
  }
  const here = anchor.slice(0, date.length);
  if (date === here) return 'present';
  return date < here ? 'past' : 'future';
}
