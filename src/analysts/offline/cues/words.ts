/** Word lists are written as plain text, so that a reviewer can read them. */

/** The words of a list, separated by white space. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The phrases of a list, one a line, as one expression that matches whole words, any case. */
export function phrasePattern(list: string): RegExp {
  const phrases = list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return new RegExp(`\\b(?:${phrases.join('|')})\\b`, 'gi');
}
