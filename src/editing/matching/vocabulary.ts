/** The words and names of the events held, as numbers, and which events hold each: an inverted index. */
import { expectedShare } from '../data/background.ts';

/** Stories that stand in for those not seen yet, so that the first of the day are weighed well. */
const PRIOR_STORIES = 300;
const RARITY_MIN = 0.05;
/** Stands before a name, so that the name Young is not the word young. */
const NAME_MARK = '^';

export type Kind = 'word' | 'name';

/** Words and names by number. A number is given again once no event holds its word. */
export class Vocabulary {
  readonly #keys = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #expected: number[] = [];
  /** logarithm of how many hold a key, kept because every comparison asks for it many times */
  readonly #weights: number[] = [];
  readonly #postings: number[][] = [];
  readonly #free: number[] = [];
  #events = 0;
  #total = Math.log(PRIOR_STORIES);

  /** One more than the highest number given so far. */
  get length(): number {
    return this.#texts.length;
  }

  /** The number of a word or name; -1 when no event holds it. */
  find(kind: Kind, text: string): number {
    return this.#keys.get(marked(kind, text)) ?? -1;
  }

  /** The slots of the events that hold a key. */
  holders(key: number): readonly number[] {
    return this.#postings[key] ?? [];
  }

  /** The share of stories of any kind that hold it. */
  expected(key: number): number {
    return this.#expected[key] ?? 0;
  }

  textOf(key: number): string {
    return (this.#texts[key] ?? '').replace(NAME_MARK, '');
  }

  /** How much a key tells, in nats: rare in the background and among the events held tells most. */
  rarity(key: number): number {
    return Math.max(RARITY_MIN, this.#total - (this.#weights[key] ?? 0));
  }

  /** The same for a word that no event holds. */
  rarityOfUnheld(text: string): number {
    return Math.max(RARITY_MIN, this.#total - weightOf(0, expectedShare(text)));
  }

  /** The numbers of words, then of names, that are entered already; -1 for one that is not. */
  keysOf(words: readonly string[], names: readonly string[]): Int32Array {
    return Int32Array.from([
      ...words.map((word) => this.find('word', word)),
      ...names.map((name) => this.find('name', name)),
    ]);
  }

  /** Enters an event under its words, then its names. @returns their numbers, in that order */
  enter(slot: number, words: readonly string[], names: readonly string[]): Int32Array {
    this.#count(1);
    const keys = [
      ...words.map((word) => this.#keyOf('word', word)),
      ...names.map((name) => this.#keyOf('name', name)),
    ];
    for (const key of keys) {
      this.#postings[key]?.push(slot);
      this.#weigh(key);
    }
    return Int32Array.from(keys);
  }

  /** Takes an event out again; `keys` are what `enter` gave. */
  leave(slot: number, keys: Int32Array): void {
    this.#count(-1);
    for (const key of keys) {
      const posting = this.#postings[key] ?? [];
      // The newest stand last, and the newest are what changes.
      const at = posting.lastIndexOf(slot);
      const last = posting.pop();
      if (last !== undefined && at >= 0 && at < posting.length) posting[at] = last;
      this.#weigh(key);
      if (posting.length > 0) continue;
      this.#keys.delete(this.#texts[key] ?? '');
      this.#free.push(key);
    }
  }

  #keyOf(kind: Kind, text: string): number {
    const name = marked(kind, text);
    const known = this.#keys.get(name);
    if (known !== undefined) return known;
    const key = this.#free.pop() ?? this.#texts.length;
    this.#keys.set(name, key);
    this.#texts[key] = name;
    this.#expected[key] = expectedShare(text);
    this.#postings[key] = [];
    return key;
  }

  #count(change: number): void {
    this.#events += change;
    this.#total = Math.log(this.#events + PRIOR_STORIES);
  }

  #weigh(key: number): void {
    this.#weights[key] = weightOf(this.holders(key).length, this.expected(key));
  }
}

const marked = (kind: Kind, text: string): string => (kind === 'name' ? NAME_MARK + text : text);
const weightOf = (held: number, expected: number): number =>
  Math.log(held + PRIOR_STORIES * expected + 0.01);
