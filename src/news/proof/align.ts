/** Which sentence of the evidence speaks of the same thing as a stretch of the claim. */
import type { Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import type { ProofToken } from './tokens.ts';

const CONTEXT = 7;

/**
 * How many roots of the words around place `at` of the claim, without the word itself, each sentence
 * of the evidence holds: by its index; sentences that hold none are left out.
 */
export function sharedBySentence(
  tokens: readonly ProofToken[],
  at: number,
  evidence: Reading,
): { readonly shared: ReadonlyMap<number, number>; readonly asked: number } {
  const shared = new Map<number, number>();
  const own = tokens[at];
  const stems = new Set<string>();
  for (let place = at - CONTEXT; place <= at + CONTEXT; place += 1) {
    const token = tokens[place];
    if (!token || place === at || token.sentence !== own?.sentence) continue;
    if (!isFunctionWord(token.norm)) stems.add(token.stem);
  }
  for (const stem of stems) {
    const sentences = new Set(
      evidence.byStem.get(stem)?.map((place) => evidence.tokens[place]?.sentence ?? -1),
    );
    for (const sentence of sentences) shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
  }
  return { shared, asked: stems.size };
}

/**
 * Sentences of the evidence that share most with the words around place `at` of the claim, without
 * the word itself: their indices, or none when nothing is shared.
 */
export function alignedSentences(
  tokens: readonly ProofToken[],
  at: number,
  evidence: Reading,
): ReadonlySet<number> {
  const { shared, asked } = sharedBySentence(tokens, at, evidence);
  const most = Math.max(0, ...shared.values());
  if (most < Math.min(2, asked)) return new Set();
  return new Set([...shared].filter(([, count]) => count === most).map(([sentence]) => sentence));
}

const LEAST_SHARED = 2;

/**
 * Sentences of the evidence that hold most of the roots of some words: two at least and half of them,
 * or none.
 */
export function bestSentences(
  words: readonly ProofToken[],
  evidence: Reading,
): ReadonlySet<number> {
  const roots = new Set(
    words
      .filter(({ norm, value }) => value !== null || !isFunctionWord(norm))
      .map(({ stem }) => stem),
  );
  const shared = new Map<number, number>();
  for (const root of roots)
    for (const sentence of new Set(
      evidence.byStem.get(root)?.map((place) => evidence.tokens[place]?.sentence ?? -1),
    ))
      shared.set(sentence, (shared.get(sentence) ?? 0) + 1);
  const most = Math.max(0, ...shared.values());
  if (most < Math.min(LEAST_SHARED, roots.size) || most < roots.size / 2) return new Set();
  return new Set([...shared].filter(([, count]) => count === most).map(([sentence]) => sentence));
}
