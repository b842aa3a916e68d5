/** Running text told apart from names and figures, and what is said of tables that are left out. */
import { problem, type Problem } from '../../news/problem.ts';

/** Is there a paragraph of running sentences, rather than names and figures? */
export function hasProse(paragraphs: readonly string[]): boolean {
  return paragraphs.some((text) => {
    if (text.length < 60 || !/[.!?。؟।]["”»’)\]]{0,2}$/.test(text)) return false;
    if (!/\p{Ll}/u.test(text)) return true;
    const words = text.split(/\s+/);
    const marks = words.filter((word) => /^["“(]?[\p{Lu}\d]/u.test(word)).length;
    return marks <= words.length * 0.6;
  });
}

/** The problem that says how many tables stood in a story and were left out. */
export function tablesLeftOut(count: number): readonly Problem[] {
  if (count === 0) return [];
  const sentence = count === 1 ? 'A table was left out.' : `Tables were left out: ${count}.`;
  return [problem('table-left-out', sentence)];
}
