/** How common a word is in news of any kind, so that rare words can tell happenings apart. */
import { BACKGROUND_SHARES } from './background-shares.ts';

/** The share of a word that the table does not hold: rarer than any that it does. */
const UNKNOWN_SHARE = 1e-4;

const shares = new Map(
  BACKGROUND_SHARES.trim()
    .split('\n')
    .flatMap((line) => {
      const [share, ...words] = line.split(' ');
      return words.map((word): [string, number] => [word, Number(share)]);
    }),
);

/**
 * The share of news stories of any kind that hold a word, above 0 and below 1. The word is given
 * as `stem` of words.ts writes it; one that is not known has a small share.
 */
export function expectedShare(word: string): number {
  return shares.get(word) ?? UNKNOWN_SHARE;
}
