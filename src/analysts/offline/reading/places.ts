/**
 * The places of a long list's words. An object with a key for each of the tagger's 87 593 words takes
 * a tenth of a second to fill, which every start of a command would pay; chains of words that look
 * alike take a tenth of that, and a word becomes a key when it is first asked for.
 */

/** How many chains there are; a power of two. */
const CHAINS = 65_536;
const END = -1;

/**
 * The place of every word of the list by the word, `undefined` for one that it has not. New words may
 * be set as on any object.
 *
 * @param words each of them once; what is added to the list later is not looked at
 */
export function placesOf(words: readonly string[]): Record<string, number> {
  const heads = new Int32Array(CHAINS).fill(END);
  const next = new Int32Array(words.length);
  for (let at = 0; at < words.length; at += 1) {
    const chain = chainOf(words[at] ?? '');
    next[at] = heads[chain] ?? END;
    heads[chain] = at;
  }
  const find = (word: string): number | undefined => {
    for (let at = heads[chainOf(word)] ?? END; at !== END; at = next[at] ?? END)
      if (words[at] === word) return at;
    return undefined;
  };
  const unasked = new Proxy(Object.create(null) as Record<string, number>, {
    get(_, word, asked: Record<string, number>) {
      if (typeof word !== 'string') return undefined;
      const place = find(word);
      if (place !== undefined) asked[word] = place;
      return place;
    },
  });
  return Object.create(unasked) as Record<string, number>;
}

/** The number of a word's chain: its length and four of its letters tell most words apart. */
function chainOf(word: string): number {
  const last = word.length - 1;
  let code = last;
  code = Math.imul(code, 31) + word.charCodeAt(0);
  code = Math.imul(code, 31) + word.charCodeAt(last >> 2);
  code = Math.imul(code, 31) + word.charCodeAt(last >> 1);
  code = Math.imul(code, 31) + word.charCodeAt(last);
  return (code ^ (code >>> 16)) & (CHAINS - 1);
}
