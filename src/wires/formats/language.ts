/** Of what comes in several languages, the one that an item is in. */
import { problem, type Problem } from '../../news/problem.ts';

type Told<Value> = { readonly value: Value; readonly language: string | null };

const primary = (tag: string | null): string | null =>
  tag?.split(/[-_]/, 1)[0]?.toLowerCase() ?? null;

/** The values in a language; where none is, those that name no language, else all of them. */
export function inLanguage<Value>(
  values: readonly Told<Value>[],
  language: string | null,
): readonly Value[] {
  const own = values.filter((each) => primary(each.language) === primary(language));
  const plain = values.filter((each) => each.language === null);
  const chosen = language !== null && own.length > 0 ? own : plain.length > 0 ? plain : values;
  return chosen.map(({ value }) => value);
}

/** The problem that says which languages of an item were left out. */
export function leftOut(
  languages: readonly (string | null)[],
  language: string | null,
): readonly Problem[] {
  const others = new Set(languages.filter((each) => primary(each) !== primary(language)));
  others.delete(null);
  if (others.size === 0 || language === null) return [];
  const list = [...others].slice(0, 10).join(', ').slice(0, 100);
  return [problem('languages', `The text in other languages was left out: ${list}.`)];
}
