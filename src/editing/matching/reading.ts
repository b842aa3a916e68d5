/** A story while its event is looked for: its words and names, weighted, open at any number. */
import type { Profile } from '../../news/event.ts';
import type { DayMark } from '../days.ts';
import type { Form } from '../form.ts';
import { isNumber, leadingOf, type Pair } from './entry.ts';
import type { Kind, Vocabulary } from './vocabulary.ts';

/** A word or name that some event holds. */
export type Known = { readonly key: number; readonly weight: number };

/** One story at a time; made once and filled again, so that matching allocates little. */
export class Reading {
  /** weight by number; 0 for what the story does not have */
  weights = new Float64Array(1_024);
  /** the same for its leading words only */
  leading = new Float64Array(1_024);
  leadingSum = 0;
  /** squared lengths of all its words and of all its names, held or not */
  words = 0;
  names = 0;
  /** the name that it is most about; -1 when no event holds that */
  leadingName = -1;
  days: readonly DayMark[] = [];
  forms: readonly Form[] = [];
  /** how many numbers it tells, held or not */
  numbers = 0;
  #known: Known[] = [];

  /** What events hold of it. */
  get known(): readonly Known[] {
    return this.#known;
  }

  /** Reads a story instead of the one before. */
  open({ terms, names, days = [], forms = [] }: Profile, vocabulary: Vocabulary): void {
    this.close();
    if (vocabulary.length > this.weights.length) {
      this.weights = new Float64Array(2 * vocabulary.length);
      this.leading = new Float64Array(2 * vocabulary.length);
    }
    const words = Object.entries(terms);
    this.words = this.#add(words, 'word', vocabulary).squares;
    const named = this.#add(Object.entries(names), 'name', vocabulary);
    this.names = named.squares;
    this.leadingName = named.strongest.key;
    this.days = days;
    this.forms = forms;
    this.numbers = words.filter(([text]) => isNumber(text)).length;
    for (const at of leadingOf(words)) {
      const { key, weight } = weighed(words[at] ?? ['', 0], 'word', vocabulary);
      this.leadingSum += weight;
      if (key >= 0) this.leading[key] = weight;
    }
  }

  /** Leaves all weights 0 again. */
  close(): void {
    for (const { key } of this.#known) this.weights[key] = this.leading[key] = 0;
    this.#known = [];
    this.leadingSum = 0;
  }

  /** Takes entries in; the first of those that weigh most is the strongest. */
  #add(
    entries: readonly Pair[],
    kind: Kind,
    vocabulary: Vocabulary,
  ): { readonly squares: number; readonly strongest: Known } {
    let squares = 0;
    let strongest: Known = { key: -1, weight: 0 };
    for (const entry of entries) {
      const each = weighed(entry, kind, vocabulary);
      squares += each.weight ** 2;
      if (each.weight > strongest.weight) strongest = each;
      if (each.key < 0) continue;
      this.#known.push(each);
      this.weights[each.key] = each.weight;
    }
    return { squares, strongest };
  }
}

function weighed([text, weight]: Pair, kind: Kind, vocabulary: Vocabulary): Known {
  const key = vocabulary.find(kind, text);
  const rarity = key < 0 ? vocabulary.rarityOfUnheld(text) : vocabulary.rarity(key);
  return { key, weight: weight * rarity };
}
