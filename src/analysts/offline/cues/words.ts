/** Word lists are written as plain text, so that a reviewer can read them. */

/** The words of a list, separated by white space. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** The lines of a list, each as its words. */
export function linesOf(list: string): string[][] {
  return list
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}

/**
 * Letters of the Latin script, and digits: as ranges, for a Unicode property in every place of a long
 * list takes the engine three times as long to compile.
 */
const LETTERS = String.raw`0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff`;

/** `\w` takes in letters with accents, as names have them. */
function withLetters(phrase: string): string {
  const inClasses = phrase.replace(/\[[^\]]*\]/g, (each) => each.replace('\\w', LETTERS));
  return inClasses.replaceAll('\\w', `[${LETTERS}]`);
}

/** The phrases of a list, one a line, as one expression that matches whole words, any case. */
export function phrasePattern(list: string): RegExp {
  return patternOf(phrasesIn(list));
}

/** Phrases in one expression: one of a hundred takes the engine twice as long as three of a third. */
const MOST_PHRASES = 35;

/** The phrases of a long list as several expressions, for who only asks whether one of them is there. */
export function phrasePatterns(list: string): readonly RegExp[] {
  const phrases = phrasesIn(list);
  const count = Math.ceil(phrases.length / MOST_PHRASES);
  return Array.from({ length: count }, (_, at) =>
    patternOf(phrases.slice(at * MOST_PHRASES, (at + 1) * MOST_PHRASES)),
  );
}

function phrasesIn(list: string): string[] {
  return list
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function patternOf(phrases: readonly string[]): RegExp {
  return new RegExp(`\\b(?:${phrases.map(withLetters).join('|')})\\b`, 'gi');
}
