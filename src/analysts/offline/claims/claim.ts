/** A claim: one thing that a take states and that another source may state otherwise. */
import type { Evidence, Point } from '../../../news/card.ts';
import type { Take } from '../../../news/take.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import type { Study } from '../facts/study.ts';
import { groupOf, stemOf } from '../questions/terms.ts';

/** How a number is meant: as it stands, "at least", "at most", "about". */
export type Bound = 'exact' | 'least' | 'most' | 'about';

export type Claim = Pick<Point, 'about' | 'measure'> & {
  /** the number; else the ISO date, the place in lower case, the sort of outcome */
  readonly value: number | string;
  readonly bound: Bound;
  /** as a reader sees it: "11 dead" */
  readonly text: string;
  /** keys of the telling words around it */
  readonly words: ReadonlySet<string>;
  /** the measure alone tells what is meant, whatever the words: the dead, the magnitude, the vote */
  readonly plain: boolean;
  /** keys of the plain nouns right before it: "the tax on petrol by" is not "the tax on tobacco by" */
  readonly nouns: ReadonlySet<string>;
  /** of days and places: the deed in the words of the copy; null for others */
  readonly of: string | null;
  /** key of the verb that governs it, where it must be the same; null where it need not */
  readonly deed: string | null;
  /** people named around it: claims that name different people are about different things */
  readonly people: ReadonlySet<string>;
  /** the place named right beside it, in lower case */
  readonly site: string | null;
  /** the past day that its sentence gives (ISO) */
  readonly day: string | null;
  readonly evidence: Evidence;
};

/** What one take claims, and all that it states in passing, background and older figures too. */
export type Told = {
  readonly take: Take;
  readonly claims: readonly Claim[];
  readonly stated: ReadonlyMap<string, readonly (number | string)[]>;
  /** places and bodies that it names, in lower case */
  readonly names: readonly string[];
};

/** Words that tell nothing about what a sentence is about. */
const EMPTY =
  /^(?:say|said|tell|told|add|added|report\w*|accord\w*|announc\w*|be|have|do|make|made|take|took|go|come|get|also|new|first|last|late|later|early|earlier|official\w*|statement|spokes\w+|more|least|most|other|people|person|year|month|week|day|old|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/;
const TELLING = /^(?:NOUN|PROPN|VERB|ADJ)$/;

/** Telling words as keys that are the same for plural and past, and for words that mean the same. */
export function keysOf(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.flatMap((token) => keyOf(token) ?? []));
}

function keyOf({ lower, pos }: Token): string | null {
  if (!TELLING.test(pos) || lower.length < 3 || EMPTY.test(lower) || /\d/.test(lower)) return null;
  const stem = stemOf(lower);
  return EMPTY.test(stem) ? null : String(groupOf(stem) ?? stem);
}

const NOUNS_NEAR = 8;
/** Nouns for whoever acts: one source says "the company", another its name. */
const ACTORS =
  /^(?:company|firm|group|maker|carmaker|government|ministry|police|authorit\w+|office|agency|force|union|party|club|team|state|region\w*|country|city|town)s?$/;

/** Words that make another thing of the same noun: "net profit", "operating profit". */
const DEFINING =
  /^(?:net|gross|operating|core|underlying|pre-tax|pretax|total|average|median|minimum|maximum|annual|quarterly|monthly|weekly|daily|hourly|half-year|full-year|first-half|second-half|domestic|foreign|male|female|urban|rural|public|private|local|federal|regional|direct|indirect|primary|secondary)$/;

/** Keys of the plain nouns among the words right before `at`. */
export function nounsBefore(
  tokens: readonly Token[],
  at: number,
  from = 0,
  near = NOUNS_NEAR,
): Set<string> {
  return nounsOf(tokens.slice(Math.max(from, at - near), at));
}

/** Keys of the plain nouns that stand right behind `at`: what was approved, what was dropped. */
export function nounsBehind(tokens: readonly Token[], at: number): Set<string> {
  return nounsOf(tokens.slice(at, at + NOUNS_NEAR));
}

function nounsOf(near: readonly Token[]): Set<string> {
  const telling = near.filter(
    ({ pos, lower }) => (pos === 'NOUN' && !ACTORS.test(lower)) || DEFINING.test(lower),
  );
  return keysOf(telling.map((token) => ({ ...token, pos: 'NOUN' })));
}

const DEED_NEAR = 9;
const PHRASE_NEAR = 14;
const DEED_LENGTH_MAX = 80;

/** The copy from the nearest verb before `at` up to `at`, without a preposition at its end. */
export function deedText(study: Study, { tokens }: ReadSentence, at: number): string | null {
  const before = tokens.slice(Math.max(0, at - PHRASE_NEAR), at);
  const verb = before.findLast((token) => token.pos === 'VERB' && keyOf(token) !== null);
  const end = tokens[at]?.start;
  if (!verb || end === undefined) return null;
  const opening = tokens[0]?.start ?? verb.start;
  // "A hearing will be held": the subject tells more than the verb, where there is room for it
  const start = end - opening <= DEED_LENGTH_MAX ? opening : verb.start;
  const text = study.take.text.slice(start, end).replace(/\s+/g, ' ');
  const bare = text.replace(
    /(?:[\s,]+(?:on|in|at|near|by|outside|off|from|the|city|town|of))*\s*$/i,
    '',
  );
  return bare === '' || bare.length > DEED_LENGTH_MAX ? null : bare;
}

/** The telling verb nearest before `at`, else the nearest behind it, in the same clause. */
export function deedAt(tokens: readonly Token[], at: number): string | null {
  const before = tokens.slice(Math.max(0, at - DEED_NEAR), at).reverse();
  const behind = tokens.slice(at, at + DEED_NEAR);
  for (const side of [before, behind])
    for (const token of side) {
      if (/^[;:]$/.test(token.text)) break;
      const key = token.pos === 'VERB' ? keyOf(token) : null;
      if (key !== null) return key;
    }
  return null;
}

/** Surnames of the people named between two places of a sentence. */
export function peopleBetween(
  study: Study,
  sentence: ReadSentence,
  from = 0,
  to = 1e9,
): Set<string> {
  return new Set(
    (study.mentionsIn[sentence.index] ?? [])
      .filter(({ kind, start, end }) => kind === 'person' && start >= from && end <= to)
      .map(({ text }) => text.toLowerCase().split(/\s+/).at(-1) ?? ''),
  );
}

/** The past day that a sentence gives, when it gives one alone. */
export function pastDayOf(study: Study, sentence: ReadSentence): string | null {
  const days = (study.datesIn[sentence.index] ?? []).filter(
    ({ grain, date, tense }) => grain === 'day' && date !== null && tense !== 'future',
  );
  return days.length === 1 ? (days[0]?.date ?? null) : null;
}
