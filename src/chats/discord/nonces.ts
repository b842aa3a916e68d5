/**
 * Posts of unknown fate whose nonce Discord surely still knows: sent again, such a message is given back
 * and not made again (Discord: Create Message, `enforce_nonce`, "the past few minutes").
 */
import { keepLatest } from '../bounded.ts';

/** Well within a few minutes, the time that the second try takes included. */
const KNOWN_MS = 90_000;
const KEPT_MAX = 1_000;

/** The deliveries of one process, by when they were first sent without an answer. */
export class Nonces {
  readonly #sentAt = new Map<string, number>();

  /** @param sentAt this machine's milliseconds (`performance.now`) when the request was begun */
  note(delivery: string, sentAt: number): void {
    if (!this.#sentAt.has(delivery)) keepLatest(this.#sentAt, delivery, sentAt, KEPT_MAX);
  }

  isKnown(delivery: string): boolean {
    const sentAt = this.#sentAt.get(delivery);
    return sentAt !== undefined && performance.now() - sentAt < KNOWN_MS;
  }
}
