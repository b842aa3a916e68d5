/** How common a word is in news of any kind, so that rare words can tell happenings apart. */
import { BACKGROUND_SHARES } from './background-shares.ts';

/** The share of a word that the table does not hold: rarer than any that it does. */
const UNKNOWN_SHARE = 1e-4;
/** Words whose share is remembered: copy says most of its words again. */
const MOST_REMEMBERED = 20_000;

const remembered = new Map<string, number>();

/**
 * The share of news stories of any kind that hold a word, above 0 and below 1. The word is given
 * as `stem` of words.ts writes it; one that is not known has a small share.
 */
export function expectedShare(word: string): number {
  const before = remembered.get(word);
  if (before !== undefined) return before;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const share = findShare(word);
  remembered.set(word, share);
  return share;
}

/** Lines of a word and how many of 100,000 stories hold it, in order of words. */
const TABLE = BACKGROUND_SHARES.trimStart();

/** The table is searched where it lies: to make a map of it is a long part of a command's start. */
function findShare(word: string): number {
  let low = 0;
  let high = TABLE.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = TABLE.lastIndexOf('\n', middle - 1) + 1;
    const end = TABLE.indexOf('\n', middle);
    const [own = '', count] = TABLE.slice(start, end).split(' ');
    if (own === word) return Number(`${count}e-5`);
    if (own < word) low = end + 1;
    else high = start;
  }
  return UNKNOWN_SHARE;
}
