/** Long lists that are searched where they lie: to make a map of one is a long part of a command's start. */

/**
 * The line of a sorted list that is this word, or that it opens; null when there is none.
 * @param lines in the order of their words (UTF-16), each with a newline behind it and none in front
 * @param isKeyed more follows the word on its line, behind a blank
 */
export function lineOf(lines: string, word: string, isKeyed = false): string | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = lines.lastIndexOf('\n', middle - 1) + 1;
    const end = lines.indexOf('\n', middle);
    const line = lines.slice(start, end);
    const own = isKeyed ? line.slice(0, line.indexOf(' ')) : line;
    if (own === word) return line;
    if (own < word) low = end + 1;
    else high = start;
  }
  return null;
}
