/** Word lists are written as plain text, so that a reviewer can read them. */

/** The words of a list, separated by white space. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** `\w` takes in every letter: names have accents. */
function withLetters(phrase: string): string {
  const inClasses = phrase.replace(/\[[^\]]*\]/g, (each) => each.replace('\\w', '\\p{L}\\p{N}'));
  return inClasses.replaceAll('\\w', '[\\p{L}\\p{N}]');
}

/** The phrases of a list, one a line, as one expression that matches whole words, any case. */
export function phrasePattern(list: string): RegExp {
  const phrases = list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const expression = phrases.map(withLetters).join('|');
  return new RegExp(`\\b(?:${expression})\\b`, 'giu');
}
