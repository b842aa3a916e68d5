/** "Rose" where the copy says "fell": words that contradict the sentence that tells of the same. */
import { alignedSentences } from './align.ts';
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord, isNegator } from './cues.ts';
import { isRival, rivalriesOf } from './rivals.ts';
import type { ProofToken } from './tokens.ts';

/**
 * Words of the claim that the evidence does not hold, where the sentence that tells of the same, or
 * all of the evidence, holds a rival of theirs instead and nothing that agrees with them.
 */
export function oppositeObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const mine = new Set(tokens.map((token) => token.stem));
  const rivals = evidence.tokens.filter(({ norm, stem }) => isRival(norm, stem));
  return tokens.flatMap((token, at) => {
    const isDenied = [1, 2].some((step) => isNegator(tokens[at - step]?.norm ?? ''));
    const turned = !isDenied && ADJECTIVE.test(token.norm) && turnedOver(token.stem, evidence);
    if (turned) return [{ kind: 'opposite' as const, words: token.norm }];
    const rivalries = isRival(token.norm, token.stem) ? rivalriesOf(token.stem) : [];
    if (rivalries.length === 0 || isOtherwiseMeant(tokens, at)) return [];
    const isUnit = TIME_UNITS.test(token.norm);
    if (isUnit && evidence.byStem.has(token.stem)) return [];
    const aligned = alignedSentences(tokens, at, evidence);
    const here = evidence.tokens.filter(({ sentence }) => aligned.has(sentence));
    const told = new Set(here.map(({ stem }) => stem));
    if (told.has(token.stem)) return [];
    const stemsOf = (found: readonly ProofToken[]): ReadonlySet<string> =>
      new Set(found.map(({ stem }) => stem));
    const holdsRival = (stems: ReadonlySet<string>): boolean =>
      rivalries.some(({ others }) =>
        [...others].some((stem) => stems.has(stem) && !tellsOf(mine, stem, others)),
      );
    const holdsOwn = (stems: { has(stem: string): boolean }): boolean =>
      rivalries.some(({ own }) => [...own].some((stem) => stems.has(stem)));
    const isOtherwise =
      holdsRival(stemsOf(rivals.filter(({ sentence }) => aligned.has(sentence)))) &&
      !holdsOwn(told);
    const near = rivals.filter((each) => standsNear(each, tokens, at, evidence));
    const anywhere = holdsRival(stemsOf(near)) && !holdsOwn(evidence.byStem);
    return isOtherwise || anywhere ? [{ kind: 'opposite' as const, words: token.norm }] : [];
  });
}

const NEAR = 8;

/** Does the rival stand among other words of the claim's sentence? */
function standsNear(
  rival: ProofToken,
  tokens: readonly ProofToken[],
  at: number,
  { tokens: told }: Reading,
): boolean {
  const place = told.indexOf(rival);
  const own = new Set(
    tokens
      .filter(
        ({ norm, sentence }, each) =>
          each !== at && sentence === tokens[at]?.sentence && !isFunctionWord(norm),
      )
      .map(({ stem }) => stem),
  );
  return told
    .slice(Math.max(0, place - NEAR), place + NEAR + 1)
    .some(({ stem, sentence }) => sentence === rival.sentence && own.has(stem));
}

const TIME_UNITS =
  /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))$/;

/** The claim holds the rival, or a word that agrees with it: it tells of both. */
function tellsOf(mine: ReadonlySet<string>, rival: string, others: ReadonlySet<string>): boolean {
  if (mine.has(rival)) return true;
  return rivalriesOf(rival).some(({ own }) =>
    [...own].some((stem) => others.has(stem) && mine.has(stem)),
  );
}

/** "40 metres down" and "survived by a son" are no news of a fall or a rescue. */
function isOtherwiseMeant(tokens: readonly ProofToken[], at: number): boolean {
  const norm = tokens[at]?.norm;
  if (norm === 'down' || norm === 'up') return typeof tokens[at + 1]?.value !== 'number';
  return norm === 'survived' && tokens[at + 1]?.norm === 'by';
}

const ADJECTIVE = /(?:ar|[ai]ble|ful|ic|ive|ed|ous|ant|ent|ly|fair|safe|ain|al)$/;
const PREFIX = /^(?:un|in|im|ir|il|non)(?=\p{L}{4})/u;

/** "unpopular" where the evidence only has "popular", and the other way round. */
function turnedOver(stem: string, evidence: Reading): boolean {
  if (evidence.byStem.has(stem)) return false;
  const bare = stem.replace(PREFIX, '');
  if (bare !== stem) return evidence.byStem.has(bare);
  return stem.length > 4 && ['un', 'in', 'im'].some((prefix) => evidence.byStem.has(prefix + stem));
}
