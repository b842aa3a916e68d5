/**
 * The copy's own words in a row, with a denial put between them, done where they were still to be, or
 * around another day: a sentence copied but for one small word says the contrary, and no word of content gives it away.
 */
import { deniesByStem, isNegator } from './cues.ts';
import { isCalendarWord } from './numbers.ts';
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

/** Places of the evidence where two words stand one behind the other, in one sentence. */
function pairsIn(first: ProofToken, second: ProofToken, { tokens, byStem }: Reading): number[] {
  const places = byStem.get(first.stem) ?? [];
  if (places.length > PLACES_MAX) return [];
  return places.filter((at) => {
    const next = tokens[at + 1];
    return next?.sentence === tokens[at]?.sentence && isSame(next, second);
  });
}

const isSame = (a: ProofToken | undefined, b: ProofToken | undefined): boolean =>
  a !== undefined && b !== undefined && (a.value ?? a.stem) === (b.value ?? b.stem);

const SCOPE = 8;
/** What a denial before it does not reach beyond: "declined to say whether he would". */
const OPENS_CLAUSE =
  /^(?:if|whether|when|where|why|how|who|which|what|that|until|because|after|before|but|while)$/;

/** Does a denial earlier in its clause bear on the word at a place? */
function isDenied(tokens: Tokens, at: number): boolean {
  for (let before = at; before >= at - SCOPE; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) return false;
    if (before < at && OPENS_CLAUSE.test(token.norm)) return false;
    if (isNegator(token.norm)) return true;
    if (deniesByStem(token.stem) && token.clause === tokens[at]?.clause) return true;
  }
  return false;
}

/**
 * A denial between two words that stand together in the evidence, with a third beside them, where
 * nothing denies them there: "has not abandoned its appeal" for "has abandoned its appeal".
 */
export function deniedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const [before, behind] = [tokens[at - 1], tokens[at + 1]];
    if (!isNegator(token.norm) || before?.sentence !== behind?.sentence) return [];
    if (!before || !behind || behind.norm === 'only') return [];
    const places = pairsIn(before, behind, evidence).filter(
      (place) =>
        isSame(evidence.tokens[place + 2], tokens[at + 2]) ||
        isSame(evidence.tokens[place - 1], tokens[at - 2]),
    );
    // what is denied twice is affirmed: "nobody could not say" where the evidence has "nobody could say"
    const isTwice = isDenied(tokens, at - 1);
    if (places.length === 0) return [];
    if (!isTwice && places.some((place) => isDenied(evidence.tokens, place))) return [];
    return [{ kind: 'negation' as const, words: `${token.norm} ${behind.norm}` }];
  });
}

const NOW = /^(?:is|are|was|were)$/;

/**
 * "Was in force for 200 days" where the evidence only has "will be in force for", and the reverse: two
 * words behind a form of "to be" that are told behind another time of it.
 */
export function timedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const [first, second] = [tokens[at + 1], tokens[at + 2]];
    const isNow = NOW.test(token.norm);
    if (!(isNow || isComing(tokens, at)) || !first || second?.sentence !== token.sentence)
      return [];
    const told = pairsIn(first, second, evidence).map((place) => place - 1);
    if (told.length === 0) return [];
    const isTold = (place: number): boolean =>
      isNow
        ? isComing(evidence.tokens, place)
        : /^(?:was|were)$/.test(evidence.tokens[place]?.norm ?? '');
    return told.every(isTold)
      ? [{ kind: 'modality' as const, words: `${token.norm} ${first.norm}` }]
      : [];
  });
}

/** "Will be", "to be", "could be": not yet so. */
const isComing = (tokens: Tokens, at: number): boolean =>
  tokens[at]?.norm === 'be' &&
  /^(?:will|would|may|might|could|to|shall)$/.test(tokens[at - 1]?.norm ?? '');

/**
 * A day or month whose neighbours on both sides, and one more word, stand in the evidence around another
 * day or month only: "fell 4 percent on Friday to its lowest" for "fell 4 percent on Thursday to".
 */
export function redatedObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    if (!isCalendarWord(token.norm)) return [];
    const told = evidence.tokens.filter((each, place) => {
      // "on Thursday, the union said on Tuesday, to demand": a comma there and none here parts them
      const matches = (step: number): boolean => {
        const [own, other] = [tokens[at + step], evidence.tokens[place + step]];
        const isParted = (own?.clause === token.clause) !== (other?.clause === each.clause);
        return !isParted && isSame(other, own);
      };
      if (!isCalendarWord(each.norm) || !matches(-1) || !matches(1)) return false;
      return matches(-2) || matches(2);
    });
    const isOther = told.length > 0 && told.every(({ norm }) => norm !== token.norm);
    return isOther ? [{ kind: 'date' as const, words: token.norm }] : [];
  });
}
