/** The forms under which a dictionary may list a word: "cities" is "city", "freed" is "free". */
import { baseOfIrregular } from './tokens.ts';

const CHANGES: readonly (readonly [ending: RegExp, to: string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/d$/, ''],
  [/ied$/, 'y'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1(?:ed|ing|er|est)$/, '$1'],
  [/er$/, ''],
  [/r$/, ''],
  [/ier$/, 'y'],
  [/est$/, ''],
  [/st$/, ''],
  [/iest$/, 'y'],
  [/our(?=$|ed$|ing$|s$)/, 'or'],
  [/is(?:e|es|ed|ing)$/, 'ize'],
  [/men$/, 'man'],
  [/ves$/, 'f'],
];

/** The word itself and what it may be a form of; not every one is a word. */
export function formsOf(norm: string): string[] {
  const base = baseOfIrregular(norm);
  const forms = new Set(base === undefined ? [norm] : [norm, base]);
  for (const [ending, to] of CHANGES) if (ending.test(norm)) forms.add(norm.replace(ending, to));
  return [...forms];
}
