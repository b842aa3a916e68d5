/** How common a word is in news of any kind, so that rare words can tell happenings apart. */
import { keptFor } from '../../news/kept.ts';
import { lineOf } from '../../news/sorted-lines.ts';
import { BACKGROUND_SHARES } from './background-shares.ts';

/** The share of a word that the table does not hold: rarer than any that it does. */
const UNKNOWN_SHARE = 1e-4;
/** Words whose share is remembered. */
const MOST_REMEMBERED = 20_000;

/** Lines of a word and how many of 100,000 stories hold it, in order of words. */
const TABLE = BACKGROUND_SHARES.trimStart();

/**
 * The share of news stories of any kind that hold a word, above 0 and below 1. The word is given
 * as `stem` of words.ts writes it; one that is not known has a small share.
 */
export const expectedShare: (word: string) => number = keptFor(MOST_REMEMBERED, (word) => {
  const count = lineOf(TABLE, word, true)?.split(' ')[1];
  return count === undefined ? UNKNOWN_SHARE : Number(`${count}e-5`);
});
