/** Terms of questions and sentences: light stems, and the groups of words that mean much the same. */
import { EMPTY_WORDS, SYNONYM_LINES } from '../cues/questions.ts';

const LONGEST = 40;

/** A light stem: plural, past and -ing endings off. */
export function stemOf(word: string): string {
  const plain = word.toLowerCase().replace(/['’]s?$/, '');
  if (plain.length > LONGEST) return plain.slice(0, LONGEST);
  if (/^\d/.test(plain)) return plain.replaceAll(',', '');
  if (plain.length > 5 && /ie[sd]$/.test(plain)) return `${plain.slice(0, -3)}y`;
  for (const ending of ['ing', 'ed', 'es', 's'])
    if (plain.length > ending.length + 3 && plain.endsWith(ending) && !plain.endsWith('ss'))
      return plain.slice(0, -ending.length).replace(/(?<=[^aeiou])e$|(?<=([bdgmnprt]))\1$/, '');
  return plain.length > 4 ? plain.replace(/e$/, '') : plain;
}

const GROUP_OF: ReadonlyMap<string, number> = new Map(
  SYNONYM_LINES.flatMap((words, group) => words.map((word) => [stemOf(word), group] as const)),
);

/** The group of words that a stem belongs to, or null. */
export function groupOf(stem: string): number | null {
  return GROUP_OF.get(stem) ?? null;
}

/** The words of a text that carry content, as stems. */
export function stemsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu) ?? [];
  return words
    .slice(0, 3000)
    .flatMap((word) => (word.includes('-') ? [word, ...word.split('-')] : [word]))
    .map((word) => word.toLowerCase())
    .filter((word) => !EMPTY_WORDS.has(word))
    .map(stemOf);
}
