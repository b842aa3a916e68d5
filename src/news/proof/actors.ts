/** Who did it: a deed that the evidence tells of one and the claim of another. */
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord, isModal, sameName } from './cues.ts';
import { isIrregularPast, type ProofToken } from './tokens.ts';

/** Deeds that both sides do alike: who is named first says nothing. */
const MUTUAL =
  /^(?:me+t|meeting|play\w*|fac(?:e|ed|ing)|agree\w*|talk\w*|sign\w*|marr\w+|discuss\w*|trad\w+|clash\w*|join\w*|said|say|says|told|tied|drew|shar\w+|held|hold|had)$/;
const REACH = 14;

/** Deeds of the claim whose doer and sufferer stand the other way round, or whose doer is another. */
export function actorObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    if (!isDeed(tokens, at) || MUTUAL.test(token.norm)) return [];
    // who loses contact with whom says nothing
    if (/^(?:contact|touch)$/.test(tokens[at + 1]?.norm ?? '')) return [];
    const places = (evidence.byStem.get(token.stem) ?? []).filter((place) =>
      isDeed(evidence.tokens, place),
    );
    if (places.length === 0 || places.length > PLACES_MAX) return [];
    const turned = places.every((place) => isTurnedRound(tokens, at, evidence.tokens, place));
    const another = places.every((place) => isDoneByAnother(tokens, at, evidence.tokens, place));
    return turned || another ? [{ kind: 'swap' as const, words: token.norm }] : [];
  });
}

/** A verb that tells of a deed: a past, or what stands behind "will" or "to". */
function isDeed(tokens: readonly ProofToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || token.capital || token.value !== null || isFunctionWord(token.norm)) return false;
  const before = tokens[at - 1]?.norm ?? '';
  if (isModal(before) || before === 'to') return true;
  return /[a-z]{2}ed$/.test(token.norm) || isIrregularPast(token.norm);
}

const isPassive = (tokens: readonly ProofToken[], at: number): boolean =>
  /^(?:was|were|been|being|be|is|are)$/.test(tokens[at - 1]?.norm ?? '') ||
  tokens[at + 1]?.norm === 'by';

/** Places of the words of content on one side of a deed, in its clause. */
function sideOf(tokens: readonly ProofToken[], at: number, side: number): number[] {
  const found: number[] = [];
  for (let gone = 1; gone <= REACH; gone += 1) {
    const place = at + side * gone;
    const token = tokens[place];
    if (!token || token.clause !== tokens[at]?.clause) break;
    if (token.value === null && !isFunctionWord(token.norm)) found.push(place);
  }
  return found;
}

/** Doer and sufferer as roots: before the verb and behind it; in the passive, behind "by" and before. */
function partiesOf(tokens: readonly ProofToken[], at: number): readonly [Set<string>, Set<string>] {
  const rootsOf = (places: readonly number[]): Set<string> =>
    new Set(places.map((place) => tokens[place]?.stem ?? ''));
  const before = rootsOf(sideOf(tokens, at, -1));
  const behind = sideOf(tokens, at, 1);
  if (!isPassive(tokens, at)) return [before, rootsOf(behind)];
  const by = tokens.findIndex((token, place) => place > at && token.norm === 'by');
  return [rootsOf(by === -1 ? [] : behind.filter((place) => place > by)), before];
}

function isTurnedRound(
  tokens: readonly ProofToken[],
  at: number,
  told: readonly ProofToken[],
  place: number,
): boolean {
  const [doer, sufferer] = partiesOf(tokens, at);
  const [toldDoer, toldSufferer] = partiesOf(told, place);
  const only = (stem: string, here: Set<string>, there: Set<string>): boolean =>
    here.has(stem) && !there.has(stem);
  // what follows both may stay where it is: "for late delivery"
  const straight = [...doer].some((stem) => only(stem, toldDoer, toldSufferer));
  if (straight) return false;
  return (
    [...doer].some((stem) => only(stem, toldSufferer, toldDoer)) &&
    [...sufferer].some((stem) => only(stem, toldDoer, toldSufferer))
  );
}

/** "Rell conceded" where it says "Valdes conceded": another name right before the verb. */
function isDoneByAnother(
  tokens: readonly ProofToken[],
  at: number,
  told: readonly ProofToken[],
  place: number,
): boolean {
  if (isPassive(tokens, at) !== isPassive(told, place)) return false;
  const doer = nameBefore(tokens, at);
  if (doer.length === 0) return false;
  if (nameBefore(told, place).length === 0 && !isCountedBefore(told, place)) return false;
  const isMeant = (each: ProofToken): boolean =>
    doer.some((word) => word.stem === each.stem || sameName(word.norm, each.norm));
  const sentence = told[place]?.sentence;
  const before = told.slice(Math.max(0, place - LONGEST_SENTENCE), place);
  return !before.some((each) => each.sentence === sentence && isMeant(each));
}

/** The name right before a verb, with "has", "will" or an adverb between at most. */
function nameBefore(tokens: readonly ProofToken[], at: number): ProofToken[] {
  let last = at - 1;
  while (last > at - 4 && isBetween(tokens[last])) last -= 1;
  const name: ProofToken[] = [];
  for (let place = last; name.length < LONGEST_NAME; place -= 1) {
    const token = tokens[place];
    if (!token?.capital || token.clause !== tokens[at]?.clause) break;
    if (isFunctionWord(token.norm) || token.value !== null) break;
    name.push(token);
  }
  // "Students resigned": a capital that only opens
  return name.length === 1 && name[0]?.opening === true ? [] : name;
}

/** "Fourteen people were killed": those who are counted are nobody by name. */
function isCountedBefore(tokens: readonly ProofToken[], at: number): boolean {
  let last = at - 1;
  while (last > at - 4 && isBetween(tokens[last])) last -= 1;
  const [noun, count] = [tokens[last], tokens[last - 1]];
  if (!noun || noun.capital || isFunctionWord(noun.norm)) return false;
  return count !== undefined && (count.value ?? 0) > 1 && count.clause === tokens[at]?.clause;
}

const LONGEST_NAME = 6;
const LONGEST_SENTENCE = 60;

const isBetween = (token: ProofToken | undefined): boolean =>
  token !== undefined &&
  !token.capital &&
  (/ly$/.test(token.norm) ||
    isModal(token.norm) ||
    /^(?:has|have|had|was|were|is|are|be|been|being|also|to)$/.test(token.norm));
