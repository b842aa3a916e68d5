/** Reads the words of a search the same way for every engine: no input is ever query syntax. */
import { plainText } from '../news/plain-letters.ts';

const MOST_WORDS = 32;
const LONGEST_WORD = 64;
/** longest piece of input that is read (UTF-16 units) */
const LONGEST_INPUT = 10_000;

/**
 * The letters-and-digits words in some text, in plain letters as the index holds them, each once, at most
 * 32 of 64 characters. Behind them stand those typed with marks: an older version indexed copy with them.
 */
export function searchWords(texts: readonly string[]): string[] {
  const plain = new Set<string>();
  const marked = new Set<string>();
  for (const text of texts.slice(0, MOST_WORDS)) {
    const read = text.slice(0, LONGEST_INPUT);
    for (const word of wordsIn(plainText(read))) plain.add(word);
    for (const word of wordsIn(read.toLowerCase())) if (plainText(word) !== word) marked.add(word);
  }
  return [...plain, ...marked].slice(0, MOST_WORDS);
}

/** Any number of words is cut where no more are read. */
function wordsIn(text: string): string[] {
  const words = new Set<string>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (words.size >= MOST_WORDS) break;
    words.add(Array.from(word).slice(0, LONGEST_WORD).join(''));
  }
  return [...words];
}
