/** What a platform lets us do less well than it should be, kept for the operator. */
import { keepLatest } from './bounded.ts';
import type { Shortcoming } from './chat.ts';

/** What has happened once is told for so long; told again, it is one thing. */
const PAST_MS = 3_600_000;
const KEPT_MAX = 500;

/** The shortcomings of one process. */
export class Shortcomings {
  readonly #kept = new Map<string, Shortcoming & { readonly until: number }>();

  /** Something that is so until it is noted with null, or until the process ends. */
  lasting(key: string, sentence: string | null): void {
    if (sentence === null) this.#kept.delete(key);
    else this.#keep({ key, sentence, until: Infinity });
  }

  /** Something that happened. */
  past(key: string, sentence: string): void {
    this.#keep({ key, sentence, isPast: true, until: Date.now() + PAST_MS });
  }

  list(): readonly Shortcoming[] {
    const now = Date.now();
    return [...this.#kept.values()]
      .filter(({ until }) => until > now)
      .map(({ until: _, ...shortcoming }) => shortcoming);
  }

  #keep(shortcoming: Shortcoming & { readonly until: number }): void {
    keepLatest(this.#kept, shortcoming.key, shortcoming, KEPT_MAX);
  }
}
