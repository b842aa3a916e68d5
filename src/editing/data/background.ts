/** How common a word is in news of any kind, so that rare words can tell happenings apart. */
import { BACKGROUND_SHARES } from './background-shares.ts';

/** The share of a word that the table does not hold: rarer than any that it does. */
const UNKNOWN_SHARE = 1e-4;

let shares: ReadonlyMap<string, number> | undefined;

function readShares(): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const line of BACKGROUND_SHARES.trim().split('\n')) {
    const words = line.split(' ');
    const share = Number(words[0]);
    for (let at = 1; at < words.length; at += 1) read.set(words[at] ?? '', share);
  }
  return read;
}

/**
 * The share of news stories of any kind that hold a word, above 0 and below 1. The word is given
 * as `stem` of words.ts writes it; one that is not known has a small share.
 */
export function expectedShare(word: string): number {
  shares ??= readShares();
  return shares.get(word) ?? UNKNOWN_SHARE;
}
