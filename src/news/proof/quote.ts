/** Finds the words a reader quotes in the sentence they are said to stand in. */
import { isNegator, isModal, isOrderWord } from './cues.ts';
import { isCalendarWord, scaleOf } from './numbers.ts';
import { proofTokens, type ProofToken } from './tokens.ts';

/** Share of the quote's words that must stand in the copy, in order. */
const ALIKE = 0.85;
const MOST_WORDS = 60;

type Span = { readonly start: number; readonly end: number };

const LEFT_OUT = /\s*(?:…|\.{3,}|\[\s*(?:…|\.{3})\s*\])\s*/;
const MOST_PARTS = 4;

/**
 * The stretch of `text` that `quote` quotes, or null. Quotes, dashes, spaces and case may differ;
 * a word or two may be missing or added, but never a number, a name, a date, a negation, a modal
 * verb or before/after. Where the quote says by dots that it leaves words out, its parts must stand in
 * their order, and the stretch holds what was left out; where it breaks off within a word or a number,
 * the stretch holds the whole of it. Time is bounded by 60 quoted words times the words of the text.
 */
export function findQuote(quote: string, text: string): Span | null {
  const parts = quote.split(LEFT_OUT).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2 || parts.length > MOST_PARTS) return findStretch(quote, text);
  let start: number | null = null;
  let from = 0;
  for (const part of parts) {
    const found = findStretch(part, text.slice(from));
    if (!found) return null;
    start ??= found.start;
    from += found.end;
  }
  return start === null ? null : { start, end: from };
}

function findStretch(quote: string, text: string): Span | null {
  const wanted = proofTokens(quote.replace(/\s+/g, ' '));
  const words = proofTokens(text);
  if (wanted.length === 0 || wanted.length > MOST_WORDS || words.length === 0) return null;
  const exact = runOf(wanted, words);
  if (exact) return spanOf(words, exact.first, exact.last);
  const near = nearest(wanted, words);
  return near ? spanOf(words, near.first, near.last) : null;
}

type Run = { readonly first: number; readonly last: number };

function runOf(wanted: readonly ProofToken[], words: readonly ProofToken[]): Run | null {
  for (let first = 0; first + wanted.length <= words.length; first += 1) {
    const same = wanted.every((token, at) => {
      const word = words[first + at];
      if (sameWord(token, word)) return true;
      if (word === undefined || wanted.length < LEAST_BEFORE_BREAK) return false;
      return at === wanted.length - 1 ? breaksOffIn(token, word) : at === 0 && ends(token, word);
    });
    if (same) return { first, last: first + wanted.length - 1 };
  }
  return null;
}

/** A quote must have this many words before what it breaks off in is filled up from the copy. */
const LEAST_BEFORE_BREAK = 4;

/** "the talks in Hal", and "for 84" where the copy has "84 billion". */
function breaksOffIn(last: ProofToken, word: ProofToken): boolean {
  if (last.value === null) return word.value === null && word.norm.startsWith(last.norm);
  return last.norm === word.norm && word.end - word.start > last.end - last.start;
}

/** "billion won" where the copy has "84 billion won": the number is part of it. */
function ends(first: ProofToken, word: ProofToken): boolean {
  const scale = scaleOf(first.norm);
  return scale !== null && word.value !== null && word.value % scale === 0;
}

function sameWord(a: ProofToken, b: ProofToken | undefined): boolean {
  if (b === undefined) return false;
  if (a.value !== null || b.value !== null) return a.value === b.value;
  return a.norm === b.norm;
}

/** The best window of the copy by longest common subsequence. */
function nearest(wanted: readonly ProofToken[], words: readonly ProofToken[]): Run | null {
  if (wanted.length < 5) return null;
  const size = wanted.length + 2;
  for (let first = 0; first < words.length; first += 1) {
    if (!wanted.slice(0, 3).some((token) => sameWord(token, words[first]))) continue;
    const window = words.slice(first, first + size);
    const pairs = commonPairs(wanted, window);
    if (pairs.length === 0 || pairs.length < ALIKE * wanted.length) continue;
    const last = pairs.at(-1)?.[1] ?? 0;
    if (!strangersIn(wanted, window.slice(0, last + 1), pairs).some(isProtected)) {
      // A quote whose own beginning is missing must not begin behind a negation of the copy.
      const before = pairs[0]?.[0] === 0 ? undefined : words[first - 1];
      if (before === undefined || !isProtected(before)) return { first, last: first + last };
    }
  }
  return null;
}

/** Words of either side that the other lacks. */
function strangersIn(
  wanted: readonly ProofToken[],
  window: readonly ProofToken[],
  pairs: readonly [number, number][],
): ProofToken[] {
  const mine = new Set(pairs.map(([at]) => at));
  const theirs = new Set(pairs.map(([, at]) => at));
  return [...wanted.filter((_, at) => !mine.has(at)), ...window.filter((_, at) => !theirs.has(at))];
}

function commonPairs(a: readonly ProofToken[], b: readonly ProofToken[]): [number, number][] {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const same = sameWord(a[i] as ProofToken, b[j]);
      const row = rows[i] as number[];
      const below = rows[i + 1] as number[];
      row[j] = same ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (sameWord(a[i] as ProofToken, b[j])) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if ((rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0)) i += 1;
    else j += 1;
  }
  return pairs;
}

/** A word whose loss or change turns what is said. Articles and fillers are none. */
function isProtected(token: ProofToken): boolean {
  if (token.value !== null || isCalendarWord(token.norm)) return true;
  if (token.capital && !token.opening) return true;
  if (isNegator(token.norm) || isModal(token.norm) || isOrderWord(token.norm)) return true;
  return !HARMLESS.has(token.norm);
}

const HARMLESS = new Set(
  `a an the that this these those also then just very quite of and as in on at to for with by its his
  her their our said says so too well now there here which who is was are were be been has have had`.split(
    /\s+/,
  ),
);

function spanOf(words: readonly ProofToken[], first: number, last: number) {
  const start = words[first]?.start ?? 0;
  const end = words[last]?.end ?? start;
  return { start, end };
}
