/** When a line of a card says what a label says. Lenient on wording, strict on names and numbers. */

/** Letters and digits in lower case without accents, words parted by one space. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text, plain. */
export function wordsOf(text: string): string[] {
  return plain(text).split(' ').filter(Boolean);
}

/** Whether `text` holds `phrase` as whole words. An empty phrase is held by nothing. */
export function holds(text: string, phrase: string): boolean {
  const sought = plain(phrase);
  return sought !== '' && ` ${plain(text)} `.includes(` ${sought} `);
}

/** The same name, or one of two that ends alike and leaves words out: "Brandvold", "Ilse Brandvold". */
export function isSameName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  if (!short || !long || short.length === 0) return false;
  return short.every((word) => long.includes(word)) && sharesAnEnd(short, long);
}

/** Surnames stand last in most names and first in some. */
function sharesAnEnd(short: readonly string[], long: readonly string[]): boolean {
  return short.at(-1) === long.at(-1) || short[0] === long[0];
}

const SMALL_WORDS = new Set(['the', 'of', 'a', 'an', 'for', 'and', 'at', 'in', 'to', 'on', 'who']);

/** Whether at least half of the weighty words of a labelled role stand in the role that was found. */
export function isSameRole(found: string, label: string): boolean {
  const sought = wordsOf(label).filter((word) => !SMALL_WORDS.has(word));
  const there = new Set(wordsOf(found).flatMap((word) => [word, word.replace(/s$/, '')]));
  const shared = sought.filter((word) => there.has(word) || there.has(word.replace(/s$/, '')));
  return sought.length > 0 && shared.length * 2 >= sought.length;
}

/** Equal dates, or one that is the month or year of the other: 2027-03 and 2027-03-12. */
export function isSameDate(found: string | null, label: string | null): boolean {
  if (found === null || label === null) return false;
  const [short, long] = [found, label].sort((a, b) => a.length - b.length);
  return short !== undefined && long !== undefined && `${long}-`.startsWith(`${short}-`);
}

/** The F1 of the words that two texts share, each word as often as it stands there. */
export function wordF1(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const times = left.get(word) ?? 0;
    if (times > 0) shared += 1;
    left.set(word, times - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
