/** What a number counts: "fourth quarter" is not "third quarter" because a three stands elsewhere. */
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { isSupported, vocabularyOf } from './support.ts';
import { groupsOf } from './synonyms.ts';
import type { ProofToken } from './tokens.ts';

/** The content word right behind a number, and the one before its "of". */
function headsOf(tokens: readonly ProofToken[], at: number): ProofToken[] {
  return [1, -1].flatMap((step) => {
    const hop = tokens[at + step]?.norm === 'of' ? 2 : 1;
    // the word before a number is what it does, unless "of" joins them: "sales of 5 million"
    if (step === -1 && hop === 1) return [];
    const token = tokens[at + step * hop];
    if (!token || token.sentence !== tokens[at]?.sentence || token.value !== null) return [];
    return isFunctionWord(token.norm) ? [] : [token];
  });
}

/** Numbers of the claim whose noun the evidence counts with other numbers only. */
export function countedObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    if (token.value === null || token.value === 1 || isYear(token.value)) return [];
    if (!evidence.values.has(token.value) || isPartOf(tokens, at)) return [];
    const told = evidence.tokens.flatMap((each, place) =>
      each.value === token.value ? [place] : [],
    );
    const near = new Set(told.flatMap((place) => stemsAround(evidence.tokens, place)));
    // "executed seven" may be seven of anything: seven people
    const isBare = told.some((place) => headsOf(evidence.tokens, place).length === 0);
    const heads = headsOf(tokens, at).filter(({ norm }) => !(isBare && norm === 'people'));
    const known = heads.filter((head) => evidence.byStem.has(head.stem));
    if (isOtherwiseCounted(tokens, at, evidence, told))
      return [{ kind: 'number' as const, words: `${token.norm} ${tokens[at + 1]?.norm ?? ''}` }];
    if (known.length === 0 || known.some((head) => isNear(head.stem, near))) return [];
    const counted = known.find((head) => isCountedOtherwise(evidence, head.stem, token.value));
    return counted ? [{ kind: 'number' as const, words: `${token.norm} ${counted.norm}` }] : [];
  });
}

/** "One in ten patients" counts no ten patients. */
const isPartOf = (tokens: readonly ProofToken[], at: number): boolean =>
  /^(?:in|of)$/.test(tokens[at - 1]?.norm ?? '') && typeof tokens[at - 2]?.value === 'number';

const isYear = (value: number): boolean => value >= 1_900 && value <= 2_100;
/** The noun itself, or one that can stand for it: "870 infections" are 870 cases. */
function isNear(stem: string, near: ReadonlySet<string>): boolean {
  if (near.has(stem)) return true;
  const groups = groupsOf(stem);
  return [...near].some((each) => [...groupsOf(each)].some((group) => groups.has(group)));
}

const AROUND = 7;

function stemsAround(tokens: readonly ProofToken[], at: number): string[] {
  return tokens
    .slice(Math.max(0, at - AROUND), at + AROUND + 1)
    .filter((token) => token.sentence === tokens[at]?.sentence)
    .map((token) => token.stem);
}

function isCountedOtherwise(evidence: Reading, stem: string, value: number | null): boolean {
  const places = evidence.byStem.get(stem) ?? [];
  return places.some((place) =>
    [-2, -1, 1, 2].some((step) => {
      const other = evidence.tokens[place + step];
      return other !== undefined && other.value !== null && other.value !== value;
    }),
  );
}

const COUNTED_REACH = 4;

/** The plain words of content right behind a number, in its clause. */
function countedBehind(tokens: readonly ProofToken[], at: number): ProofToken[] {
  return tokens
    .slice(at + 1, at + 1 + COUNTED_REACH)
    .filter(
      (token) =>
        token.clause === tokens[at]?.clause && token.value === null && !isFunctionWord(token.norm),
    );
}

/**
 * "9,800 players" where there are 9,800 spectators: the evidence has players, and nothing that stands
 * behind the number here stands behind it there.
 */
function isOtherwiseCounted(
  tokens: readonly ProofToken[],
  at: number,
  evidence: Reading,
  told: readonly number[],
): boolean {
  const next = tokens[at + 1];
  const own = countedBehind(tokens, at);
  if (next === undefined || own[0] !== next || !evidence.byStem.has(next.stem)) return false;
  return told.every((place) => {
    const there = countedBehind(evidence.tokens, place);
    if (there[0] !== evidence.tokens[place + 1] || there.length === 0) return false;
    const vocabulary = vocabularyOf(there);
    const reading = {
      ...evidence,
      byStem: new Map(there.map(({ stem }) => [stem, [0]])),
      vocabulary,
    };
    return !own.some((token) => isSupported(token, reading));
  });
}
