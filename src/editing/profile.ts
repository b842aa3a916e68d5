/** What the matcher remembers of a story: its telling words and its names, weighted. */
import type { Profile } from '../news/event.ts';
import type { Take } from '../news/take.ts';
import { expectedShare } from './data/background.ts';
import { daysIn } from './days.ts';
import { formOf, mergeForms } from './form.ts';
import { stem, tellingWords } from './words.ts';

/** A story keeps its most telling entries; an event, made of several stories, a few more. */
const STORY_TERMS_MAX = 60;
const STORY_NAMES_MAX = 30;
const EVENT_TERMS_MAX = 100;
const EVENT_NAMES_MAX = 40;
/** Days that a story or an event speaks of; those that were told first stay. */
const DAYS_MAX = 40;
/** News tells the happening first: what stands further down is background. In characters. */
const TEXT_MAX = 1_200;
/** The day of a happening is often told later. */
const DAYS_REACH = 3_000;
const HEADLINE_MAX = 400;
const LEDE_MAX = 300;
const HEADLINE_WEIGHT = 3;
const LEDE_WEIGHT = 2;
/** However many copies an event has, the newest still moves it by this share. */
const NEWEST_SHARE_MIN = 0.05;
/** A capitalised word that opens a sentence may be a name only when it is rarer than this. */
const OPENING_SHARE_MAX = 0.02;

type Copy = Pick<Take, 'headline' | 'paragraphs' | 'dateline'> &
  Partial<Pick<Take, 'sentAt' | 'removed'>>;
type Weights = Readonly<Record<string, number>>;

const NOTHING: Profile = { terms: {}, names: {} };

/**
 * The profile of a take. A serial digest ("Business news at 1800 GMT") tells of no one happening:
 * its profile is empty, and an empty profile is like no other. Linear in the length of the copy.
 */
export function profileOf(take: Copy): Profile {
  const headline = (take.headline ?? '').slice(0, HEADLINE_MAX);
  if (isSerial(headline)) return NOTHING;
  const text = openingOf(take.paragraphs, TEXT_MAX);
  const counts = new Map<string, number>();
  count(counts, tellingWords(headline), HEADLINE_WEIGHT);
  count(counts, tellingWords(text.slice(0, LEDE_MAX)), LEDE_WEIGHT);
  count(counts, tellingWords(text.slice(LEDE_MAX)), 1);
  const names = new Map<string, number>();
  const title = isSentenceCase(headline) ? `${headline}\n` : '';
  const named = namesIn(title + text);
  count(names, named, 1);
  count(names, [...new Set(namesIn(title + text.slice(0, LEDE_MAX)))], 1);
  const known = new Set(named);
  count(
    names,
    wordsOf(headline).filter((word) => known.has(word)),
    1,
  );
  const dayText = dateLineOf(take) + openingOf(take.paragraphs, DAYS_REACH);
  return {
    terms: unit(strongest(damped(counts), STORY_TERMS_MAX)),
    names: unit(strongest(damped(names), STORY_NAMES_MAX)),
    days: daysIn(`${headline}\n${dayText}`).slice(0, DAYS_MAX),
    forms: [formOf(headline, text)],
    ...(take.sentAt === null ? { undated: true } : {}),
  };
}

/** The line that dates the copy is no part of its text any more, and tells its day all the same. */
function dateLineOf({ removed = [] }: Copy): string {
  const line = removed.find(({ why }) => why === 'date line');
  return line === undefined ? '' : `${line.text}\n`;
}

const SERIAL = [
  /\b(?:at|as of) \d{1,2}[:.]?\d{2} ?(?:gmt|utc)\b/i,
  /^(?:today|this day|on this day) in (?:\w+ )?history\b/i,
  /^(?:\w+ ){0,2}(?:news|business|sports?|markets?|world|weather|entertainment|press|media) (?:at a glance|digest|brief|briefs|briefing|roundup|round-up|summary|schedule|advisory|agenda|calendar|diary|scores|results|highlights|headlines|in brief)\b/i,
  /^(?:[\w’'-]+ ){0,3}(?:news|sports?|markets?|weather|headlines) (?:in brief|at a glance|summary|round-?up)\b/i,
  /^(?:\w+ ){0,3}(?:scoreboard|scores|standings|day ahead|week ahead|daybook|news budget|press digest)$/i,
];

/** Is this the headline of one of a series that gathers many happenings? */
function isSerial(headline: string): boolean {
  const plain = headline.trim();
  return SERIAL.some((pattern) => pattern.test(plain));
}

function openingOf(paragraphs: readonly string[], most: number): string {
  let text = '';
  for (const paragraph of paragraphs) {
    if (text.length >= most) break;
    text += `${paragraph.slice(0, most)}\n`;
  }
  return text.slice(0, most);
}

function count(counts: Map<string, number>, words: readonly string[], weight: number): void {
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
}

/** The tenth mention says less than the second. */
function damped(counts: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...counts].map(([word, weight]) => [word, 1 + Math.log(weight)]));
}

/** How telling a word is in news of any kind. */
export function tellingness(word: string): number {
  return -Math.log(expectedShare(word));
}

/** The most telling entries; among equals the order of the copy stands. */
function strongest(weights: ReadonlyMap<string, number>, most: number): [string, number][] {
  if (weights.size <= most) return [...weights];
  const ranked = [...weights].map(([word, weight]) => ({
    word,
    weight,
    rank: weight * tellingness(word),
  }));
  ranked.sort((a, b) => b.rank - a.rank);
  return ranked.slice(0, most).map(({ word, weight }) => [word, weight]);
}

/**
 * Scales weights so that the profile of one story has length 1, telling words counting more. The
 * mean of several then shows by its length how alike they are (see match.ts).
 */
function unit(entries: readonly (readonly [string, number])[]): Record<string, number> {
  let sum = 0;
  for (const [word, weight] of entries) sum += (weight * tellingness(word)) ** 2;
  return recordOf(entries, 1 / (Math.sqrt(sum) || 1));
}

function recordOf(
  entries: readonly (readonly [string, number])[],
  scale: number,
): Record<string, number> {
  return Object.fromEntries(
    entries.map(([word, weight]) => [word, Math.round(1e5 * weight * scale) / 1e5]),
  );
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]{0,40}/gu;
const CAPITAL = /^\p{Lu}/u;
const SENTENCE_OPENS = /[.!?:"“”`\n]/;
const NO_NAME = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december jan feb mar apr jun jul aug sep sept oct nov dec mrs the
  and but for his her its our their your she they you not yes this that these those when while after
  before from with there here what who how why then according however meanwhile reuters associated
  press afp cnn bbc photo gmt utc`.split(/\s+/),
);

/**
 * Capitalised words, one by one, for surnames link mentions. A word that opens a sentence counts
 * when it is a name elsewhere in the copy, or is rare and nowhere in lower case.
 */
function namesIn(text: string): string[] {
  const names: string[] = [];
  const opening: string[] = [];
  const small = new Set<string>();
  let end = -1;
  for (const match of text.matchAll(WORD)) {
    const isOpening = end < 0 || SENTENCE_OPENS.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    const plain = match[0].replace(/['’]s?$/, '').toLowerCase();
    if (!CAPITAL.test(match[0])) small.add(plain);
    else if (plain.length > 2 && !NO_NAME.has(plain)) (isOpening ? opening : names).push(plain);
  }
  const sure = new Set(names);
  const isName = (word: string): boolean =>
    sure.has(word) || (!small.has(word) && expectedShare(stem(word)) < OPENING_SHARE_MAX);
  return [...names, ...opening.filter(isName)].map(stem);
}

/** Every word as names are written: without its possessive, small, stemmed. */
function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).map((word) => stem(word.replace(/['’]s?$/, '').toLowerCase()));
}

/** Does a headline keep capitals for names? "Storm Hits Coast" does not, so it names nobody. */
function isSentenceCase(headline: string): boolean {
  const words = headline.match(WORD) ?? [];
  return words.filter((word) => CAPITAL.test(word)).length < words.length / 2;
}

/** The profile of an event that one more copy joins: the mean of all its copies, bounded. */
export function mergeProfiles(event: Profile, story: Profile): Profile {
  const copies = (event.copies ?? 1) + 1;
  const share = Math.max(1 / copies, NEWEST_SHARE_MIN);
  return {
    terms: mean(event.terms, story.terms, share, EVENT_TERMS_MAX),
    names: mean(event.names, story.names, share, EVENT_NAMES_MAX),
    days: [...new Set([...(event.days ?? []), ...(story.days ?? [])])].slice(0, DAYS_MAX),
    forms: mergeForms(event.forms ?? [], story.forms ?? []),
    ...(event.undated && story.undated ? { undated: true } : {}),
    copies,
  };
}

/**
 * The profile of an event without one of its copies, `others` being those that stay: what
 * `mergeProfiles` added is taken off again. Exact for an event of at most 20 copies.
 */
export function withoutCopy(event: Profile, copy: Profile, others: readonly Profile[]): Profile {
  const copies = event.copies ?? 1;
  return {
    terms: less(event.terms, copy.terms, copies),
    names: less(event.names, copy.names, copies),
    days: [...new Set(others.flatMap(({ days = [] }) => days))].slice(0, DAYS_MAX),
    forms: mergeForms(
      [],
      others.flatMap(({ forms = [] }) => forms),
    ),
    copies: copies - 1,
  };
}

/** Of what one copy alone said nothing is left but what rounding leaves. */
const ROUNDED = 1e-4;

function less(all: Weights, one: Weights, copies: number): Record<string, number> {
  const left = Object.entries(all).map(([word, weight]): [string, number] => [
    word,
    (weight * copies - (one[word] ?? 0)) / (copies - 1),
  ]);
  return recordOf(
    left.filter(([, weight]) => weight > ROUNDED),
    1,
  );
}

function mean(first: Weights, second: Weights, share: number, most: number) {
  const weights = new Map<string, number>();
  for (const [word, weight] of Object.entries(first)) weights.set(word, weight * (1 - share));
  for (const [word, weight] of Object.entries(second))
    weights.set(word, (weights.get(word) ?? 0) + weight * share);
  return recordOf(strongest(weights, most), 1);
}
