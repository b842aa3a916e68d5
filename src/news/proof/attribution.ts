/** Who says so: what the copy only reports as said or alleged is not told as a fact. */
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { isIrregularPast, proofTokens, type ProofToken } from './tokens.ts';

/** Words that put what follows them in doubt. */
const HEDGE =
  /^(?:alleg\w+|reportedly|purported\w*|supposedly|suspect\w*|accus\w+|claim(?:s|ed|ing)?|unconfirmed|apparently|rumou?r\w*)$/;
/** Words by which a claim says who says so. */
const ATTRIBUTED =
  /^(?:said|says|say|saying|told|tells|added|according|stated|wrote|called|described|believ\w+|argu\w+|insist\w*|warn(?:s|ed)?|denied|denies|charg\w+|trial|sued|announced|reported)$/;
const REACH = 4;

/** Verbs that the evidence tells only behind "allegedly", "accused of" and the like. */
export function hedgeObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  if (tokens.some(({ norm }) => HEDGE.test(norm) || ATTRIBUTED.test(norm))) return [];
  return tokens.flatMap((token) => {
    if (token.value !== null || token.capital || isFunctionWord(token.norm)) return [];
    const places = evidence.byStem.get(token.stem) ?? [];
    if (places.length === 0) return [];
    if (!/(?:ed|ing|t|n)$/.test(token.norm) && !isIrregularPast(token.norm)) return [];
    if (!places.every((place) => isHedged(evidence.tokens, place))) return [];
    return [{ kind: 'modality' as const, words: token.norm }];
  });
}

function isHedged(tokens: readonly ProofToken[], at: number): boolean {
  for (let before = at - 1; before >= at - REACH; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) return false;
    if (HEDGE.test(token.norm)) return true;
  }
  return false;
}

const MOST_INSIDE = 0.8;

/**
 * Does a claim tell as a fact what its evidence only has inside quotation marks? A claim that says
 * who says so, or sets quotation marks itself, is fine.
 */
export function isBareQuotation(claim: string, texts: readonly string[]): boolean {
  if (/["“”«»]/.test(claim)) return false;
  const tokens = proofTokens(claim);
  if (tokens.some(({ norm }) => ATTRIBUTED.test(norm) || HEDGE.test(norm))) return false;
  const content = tokens.filter(({ norm }) => !isFunctionWord(norm));
  const inside = new Set<string>();
  const outside = new Set<string>();
  for (const text of texts)
    for (const [at, part] of text.split(/["“”«»]/).entries())
      for (const { stem } of proofTokens(part)) (at % 2 === 1 ? inside : outside).add(stem);
  const quoted = content.filter(({ stem }) => inside.has(stem) && !outside.has(stem));
  return content.length > 0 && quoted.length >= content.length * MOST_INSIDE;
}

/** Between quotation marks of any kind; an apostrophe is none. */
const QUOTED = /["“”«»„]([^"“”«»„]{1,600})["“”«»„]/g;

/**
 * Do the words that a claim sets in quotation marks stand in one of the texts, word for word? Only the
 * case of the first letter and the stop at the end may differ.
 */
export function quotesRightly(claim: string, texts: readonly string[]): boolean {
  const known = texts.map(plainWords);
  return [...claim.matchAll(QUOTED)].every(([, quoted = '']) => {
    const words = plainWords(quoted).trim();
    return words === '' || known.some((text) => text.includes(` ${words} `));
  });
}

/** The words of a text in small letters, one blank around each; what stands between them goes. */
const plainWords = (text: string): string =>
  ` ${(
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*(?<![.'-])/gu) ?? []
  ).join(' ')} `;
