/** Who holds a role, and what stands in quotation marks: from the copy's own order of words. */
import type { Evidence } from '../../news/card.ts';
import { standingsOf, type Standing } from '../../news/proof/stated.ts';
import { proofTokens } from '../../news/proof/tokens.ts';

/**
 * Does `role` belong to `name` in this sentence: is no other of the people nearer to it? A sentence
 * that gives only the surname counts as naming the person.
 */
export function holderOf(
  role: string,
  name: string,
  sentence: string,
  people: readonly string[],
): boolean {
  const words = proofTokens(sentence);
  const roles = standingsOf(role, words, 3);
  const nearest = (person: string): number => {
    const full = standingsOf(person, words, 1);
    const surname = proofTokens(person).at(-1);
    const places: Standing[] =
      full.length > 0
        ? full
        : words.flatMap((word, at) =>
            word.capital && word.norm === surname?.norm ? [{ first: at, last: at }] : [],
          );
    return Math.min(
      ...roles.flatMap((each) => places.map((place) => distance(each, place))),
      Number.POSITIVE_INFINITY,
    );
  };
  const own = nearest(name);
  const surnameOf = (person: string): string => proofTokens(person).at(-1)?.norm ?? '';
  const others = people.filter((person) => surnameOf(person) !== surnameOf(name));
  return Number.isFinite(own) && others.every((person) => nearest(person) >= own);
}

function distance(a: Standing, b: Standing): number {
  if (a.last < b.first) return b.first - a.last;
  return b.last < a.first ? a.first - b.last : 0;
}

/** Does a stretch of a text stand inside quotation marks? Looks back to the paragraph's start. */
export function isQuotedIn(text: string, { start }: Evidence): boolean {
  const from = text.lastIndexOf('\n\n', start) + 1;
  let straight = 0;
  let curly = 0;
  for (const character of text.slice(Math.max(from, start - 4_000), start)) {
    if (character === '"') straight += 1;
    if (character === '“' || character === '„' || character === '«') curly += 1;
    if (character === '”' || character === '»') curly -= 1;
  }
  return straight % 2 === 1 || curly > 0;
}
