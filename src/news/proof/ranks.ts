/** Ranks: "the first woman" is not the second, "the largest maker" not the third-largest. */
import type { Objection, Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

const ORDINAL =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/;
const SUPERLATIVE = /^(?:\p{L}{3,}est|most|best|worst)$/u;

/** Ranks of the claim that the evidence always tells with another number. */
export function rankObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    const ranked = tokens[at + 1];
    if (ORDINAL.test(token.norm) && ranked && !SUPERLATIVE.test(ranked.norm)) {
      const told = ranksBefore(ranked, evidence);
      const isOther = told.length > 0 && told.every((each) => each !== null && each !== token.norm);
      return isOther ? [{ kind: 'number', words: `${token.norm} ${ranked.norm}` }] : [];
    }
    if (!SUPERLATIVE.test(token.norm) || ORDINAL.test(tokens[at - 1]?.norm ?? '')) return [];
    // "one of the largest" takes no rank
    if (
      tokens.slice(Math.max(0, at - 4), at).some(({ norm }) => norm === 'one' || norm === 'among')
    )
      return [];
    const told = ranksBefore(token, evidence);
    const isLower = told.length > 0 && told.every((each) => each !== null && each !== 'first');
    return isLower ? [{ kind: 'number', words: token.norm }] : [];
  });
}

/** The ordinal before each place of a word in the evidence; null where there is none. */
function ranksBefore({ norm, stem }: ProofToken, evidence: Reading): (string | null)[] {
  return (evidence.byStem.get(stem) ?? [])
    .filter((place) => !SUPERLATIVE.test(norm) || evidence.tokens[place]?.norm === norm)
    .map((place) => {
      const before = evidence.tokens[place - 1]?.norm ?? '';
      return ORDINAL.test(before) ? before : null;
    });
}

const TOGETHER = /^(?:together|combined|jointly|altogether|collectively)$/;
const SEVERAL = /^(?:together|combined|jointly|both|two|and|they|their|all|between|collectively)$/;

/** "Boreal flies 71 percent" where the two carriers together do. */
export function togetherObjections(tokens: Tokens, evidence: Reading): Objection[] {
  if (tokens.some(({ norm }) => SEVERAL.test(norm))) return [];
  return tokens.flatMap((token): Objection[] => {
    if (token.value === null) return [];
    const places = evidence.tokens.filter(({ value }) => value === token.value);
    const isShared = places.every(({ clause }) =>
      evidence.tokens.some((each) => each.clause === clause && TOGETHER.test(each.norm)),
    );
    return places.length > 0 && isShared ? [{ kind: 'number', words: token.norm }] : [];
  });
}
