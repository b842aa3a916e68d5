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
  /** a name within the role belongs to it: "Turanistan's ambassador" */
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
      ...roles.flatMap((each) =>
        places
          .filter((place) => place.last < each.first || place.first > each.last)
          .map((place) => distance(each, place)),
      ),
      Number.POSITIVE_INFINITY,
    );
  };
  const own = nearest(name);
  const surnameOf = (person: string): string => proofTokens(person).at(-1)?.norm ?? '';
  const others = people.filter((person) => surnameOf(person) !== surnameOf(name));
  return Number.isFinite(own) && others.every((person) => nearest(person) >= own);
}

function distance(a: Standing, b: Standing): number {
  return a.last < b.first ? b.first - a.last : a.first - b.last;
}

const OPENS = '“„«';
const CLOSES = '”»';
const LOOKED_BACK = 4_000;

/**
 * The longest part of a stretch of a text that stands inside one pair of quotation marks; null when
 * none does. Looks back to the paragraph's start for what is open there.
 */
export function quotedPart(text: string, span: Evidence): Evidence | null {
  const from = Math.max(text.lastIndexOf('\n\n', span.start) + 1, span.start - LOOKED_BACK, 0);
  let isInside = false;
  let since = span.start;
  let best: Evidence | null = null;
  const close = (end: number): void => {
    const start = Math.max(since, span.start);
    const quote = text.slice(start, end);
    if (isInside && quote.length > (best?.quote.length ?? 0) && /[\p{L}\p{N}]/u.test(quote))
      best = { take: span.take, start, end, quote };
  };
  for (let at = from; at < span.end; at += 1) {
    const character = text[at] ?? '';
    const isStraight = character === '"';
    if (!isStraight && !OPENS.includes(character) && !CLOSES.includes(character)) continue;
    close(at);
    isInside = isStraight ? !isInside : OPENS.includes(character);
    since = at + 1;
  }
  close(span.end);
  return best;
}
