/** Which events are worth a closer look: those that share most of a story's rarest words and names. */
import type { Known } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Postings read for one story: rare words first, so what is left out finds everything. */
const POSTINGS_MAX = 6_000;
const CANDIDATES_MAX = 64;

/** Keeps its sums between stories, so that looking up allocates little. */
export class Candidates {
  #sums = new Float64Array(1_024);

  /** Slots of events, at most 64 but for ties. `slots` is how many slots there are. */
  of(known: readonly Known[], vocabulary: Vocabulary, slots: number): number[] {
    if (slots > this.#sums.length) this.#sums = new Float64Array(2 * slots);
    const held = ({ key }: Known): number => vocabulary.holders(key).length;
    const rarest = known.toSorted((a, b) => held(a) - held(b) || b.weight - a.weight);
    const found: number[] = [];
    let read = 0;
    for (const { key, weight } of rarest) {
      const holders = vocabulary.holders(key);
      if (read > 0 && read + holders.length > POSTINGS_MAX) break;
      read += holders.length;
      for (const slot of holders) {
        const sum = this.#sums[slot] ?? 0;
        if (sum === 0) found.push(slot);
        this.#sums[slot] = sum + weight;
      }
    }
    const best = this.#best(found);
    for (const slot of found) this.#sums[slot] = 0;
    return best;
  }

  #best(found: readonly number[]): number[] {
    if (found.length <= CANDIDATES_MAX) return [...found];
    const least = this.#leastOfBest(found);
    return found.filter((slot) => (this.#sums[slot] ?? 0) >= least);
  }

  /** The sum that the last of the best has: thousands are found, and sorting them all takes long. */
  #leastOfBest(found: readonly number[]): number {
    const best = new Float64Array(CANDIDATES_MAX);
    for (const slot of found) {
      const sum = this.#sums[slot] ?? 0;
      if (sum <= (best[0] ?? 0)) continue;
      let at = 0;
      for (; (best[at + 1] ?? Infinity) < sum; at += 1) best[at] = best[at + 1] ?? 0;
      best[at] = sum;
    }
    return best[0] ?? 0;
  }
}
