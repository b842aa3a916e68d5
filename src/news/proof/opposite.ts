/** "Rose" where the copy says "fell": words that contradict the sentence that tells of the same. */
import { alignedSentences } from './align.ts';
import type { Objection, Reading } from './reading.ts';
import { isNegator } from './cues.ts';
import { rivalriesOf } from './rivals.ts';
import type { ProofToken } from './tokens.ts';

/**
 * Words of the claim that the evidence does not hold, where the sentence that tells of the same, or
 * all of the evidence, holds a rival of theirs instead and nothing that agrees with them.
 */
export function oppositeObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const mine = new Set(tokens.map((token) => token.stem));
  return tokens.flatMap((token, at) => {
    const isDenied = [1, 2].some((step) => isNegator(tokens[at - step]?.norm ?? ''));
    const turned = !isDenied && ADJECTIVE.test(token.norm) && turnedOver(token.stem, evidence);
    if (turned) return [{ kind: 'opposite' as const, words: token.norm }];
    const rivalries = rivalriesOf(token.stem);
    if (rivalries.length === 0 || isOtherwiseMeant(tokens, at)) return [];
    const aligned = alignedSentences(tokens, at, evidence);
    const told = new Set<string>();
    for (const each of evidence.tokens) if (aligned.has(each.sentence)) told.add(each.stem);
    if (told.has(token.stem)) return [];
    const holdsRival = (stems: { has(stem: string): boolean }): boolean =>
      rivalries.some(({ others }) =>
        [...others].some((stem) => stems.has(stem) && !tellsOf(mine, stem, others)),
      );
    const holdsOwn = (stems: { has(stem: string): boolean }): boolean =>
      rivalries.some(({ own }) => [...own].some((stem) => stems.has(stem)));
    const here = holdsRival(told) && !holdsOwn(told);
    const anywhere = holdsRival(evidence.byStem) && !holdsOwn(evidence.byStem);
    return here || anywhere ? [{ kind: 'opposite' as const, words: token.norm }] : [];
  });
}

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
