/** Do the words of a value (a name, a role, a place, a time) stand in the copy, in their order? */
import { isFunctionWord, sameName } from './cues.ts';
import { proofTokens, type ProofToken } from './tokens.ts';

/** Places of the first and last word of a value among the words of the copy. */
export type Standing = { readonly first: number; readonly last: number };

/**
 * Every place where the words of `value` stand in `words`, in order, with at most `gap` other words
 * between two of them. Articles and the like in the value need not stand there.
 */
export function standingsOf(value: string, words: readonly ProofToken[], gap: number): Standing[] {
  const wanted = proofTokens(value).filter(
    (token) => token.value !== null || !isFunctionWord(token.norm),
  );
  const head = wanted[0];
  if (!head || wanted.length > MOST_WORDS) return [];
  const found: Standing[] = [];
  for (let first = 0; first < words.length; first += 1) {
    if (!sameValue(head, words[first])) continue;
    const last = followed(wanted, words, first, gap);
    if (last !== null) found.push({ first, last });
  }
  return found;
}

const MOST_WORDS = 24;

function followed(
  wanted: readonly ProofToken[],
  words: readonly ProofToken[],
  first: number,
  gap: number,
): number | null {
  let at = first;
  for (const token of wanted.slice(1)) {
    const next = [...Array(gap + 1).keys()]
      .map((step) => at + 1 + step)
      .find((place) => sameValue(token, words[place]));
    if (next === undefined) return null;
    at = next;
  }
  return at;
}

function sameValue(a: ProofToken, b: ProofToken | undefined): boolean {
  if (b === undefined) return false;
  if (a.value !== null || b.value !== null) return a.value === b.value;
  return a.norm === b.norm || (a.stem === b.stem && !a.capital) || sameCountry(a, b);
}

function sameCountry(a: ProofToken, b: ProofToken): boolean {
  return a.capital && b.capital && a.norm.length <= 3 && sameName(a.norm, b.norm);
}

/** Does the value stand in the text at all? */
export function isStated(value: string, text: string, gap = 3): boolean {
  return standingsOf(value, proofTokens(text), gap).length > 0;
}
