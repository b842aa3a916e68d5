/** A text as the rules of the proof use it, and what they object to. */
import { isFunctionWord } from './cues.ts';
import type { ProofToken } from './tokens.ts';

export type ObjectionKind =
  'number' | 'date' | 'name' | 'negation' | 'modality' | 'opposite' | 'swap' | 'novel';

/** What is wrong with a claim; `words` is the part of the claim that is not borne out. */
export type Objection = { readonly kind: ObjectionKind; readonly words: string };

/** A word or number told in more places than this is told in every way, beside everybody: it proves nothing. */
export const PLACES_MAX = 60;

/** A text as the rules use it: read once, asked often. */
export type Reading = {
  readonly tokens: readonly ProofToken[];
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly norms: ReadonlySet<string>;
  readonly values: ReadonlySet<number>;
  readonly vocabulary: Vocabulary;
};

/** What `isSupported` looks up; made once of each text. */
export type Vocabulary = {
  readonly groups: ReadonlySet<number>;
  /** words by their first letters */
  readonly byHead: ReadonlyMap<string, readonly string[]>;
  /** what its words may be called; made when first asked for, and kept */
  readonly callings: () => ReadonlySet<number>;
};

/** A capital inside a sentence, or at its opening when the next word has one too. */
export function isNameIn(tokens: readonly ProofToken[], at: number): boolean {
  const token = tokens[at];
  if (!token?.capital || isFunctionWord(token.norm)) return false;
  if (!token.opening) return true;
  const next = tokens[at + 1];
  return next?.capital === true && next.sentence === token.sentence && !isFunctionWord(next.norm);
}

/** Places of the words that carry content of their own: no numbers, no function words. */
export function contentOf(tokens: readonly ProofToken[]): number[] {
  return [...tokens.keys()].filter((at) => isContent(tokens[at]));
}

function isContent(token: ProofToken | undefined): token is ProofToken {
  return token !== undefined && token.value === null && !isFunctionWord(token.norm);
}
