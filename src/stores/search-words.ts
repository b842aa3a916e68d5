/** Reads the words of a search the same way for every engine: no input is ever query syntax. */

const MOST_WORDS = 32;
const LONGEST_WORD = 64;
/** longest piece of input that is read (UTF-16 units) */
const LONGEST_INPUT = 10_000;

/** The letters-and-digits words in some text, lower case, each once, at most 32 of 64 characters. */
export function searchWords(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts.slice(0, MOST_WORDS)) {
    for (const [word] of text.slice(0, LONGEST_INPUT).matchAll(/[\p{L}\p{N}]+/gu)) {
      if (found.size >= MOST_WORDS) return [...found];
      found.add(Array.from(word.toLowerCase()).slice(0, LONGEST_WORD).join(''));
    }
  }
  return [...found];
}
