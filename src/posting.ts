/**
 * The ledger at work: hands what is due to the chats. Each channel has a lane of its own, with one
 * message in it at a time, so that order and pace hold in a channel and a slow one delays no other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chat } from './chats/chat.ts';
import type { Delivery } from './news/delivery.ts';
import { chatOf, handBack, tryDelivery, type SendingParts } from './sending.ts';

/** Channels of all platforms that are posted to at the same time. */
const LANES_MAX = 64;
/** A channel whose try failed inside Wirebrief itself (its log tells why) waits this long. */
const TROUBLE_MS = 5_000;

export type Poster = {
  /** Posts what is due; resolves when nothing is left that may go out now. Safe to call any time. */
  post(): Promise<void>;
  /** Takes no more work, lets what is being sent finish for so long, hands back the rest. */
  stop(withinMs: number): Promise<void>;
};

type Lane = { readonly delivery: Delivery; readonly running: Promise<void> };
type Claim = Awaited<ReturnType<SendingParts['store']['claimDeliveries']>>[number];

/** Makes the poster of a newsroom. */
export function createPoster(parts: SendingParts): Poster {
  return new Lanes(parts);
}

class Lanes implements Poster {
  readonly #parts: SendingParts;
  readonly #lanes = new Map<string, Lane>();
  /** channels that must wait, until when (epoch milliseconds) */
  readonly #waiting = new Map<string, number>();
  readonly #ending = new AbortController();
  /** channels that are switched off; null when that has to be looked up */
  #off: readonly string[] | null = null;
  #dispatching: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  async post(): Promise<void> {
    if (this.#ending.signal.aborted) return;
    this.#off = null; // somebody may have switched a channel on
    this.#wake();
    this.#dispatching ??= this.#dispatch().finally(() => (this.#dispatching = null));
    await this.#dispatching;
  }

  async stop(withinMs: number): Promise<void> {
    this.#ending.abort();
    this.#wake();
    const running = [...this.#lanes.values()].map((lane) => lane.running);
    const done = Promise.allSettled([this.#dispatching, ...running]);
    await Promise.race([done, pause(withinMs, undefined, { ref: false })]);
    for (const { delivery } of this.#lanes.values()) await handBack(this.#parts, delivery);
  }

  async #dispatch(): Promise<void> {
    for (;;) {
      const called = new Promise<void>((resolve) => (this.#wake = resolve));
      const claims = this.#ending.signal.aborted ? [] : await this.#claim();
      for (const each of claims) this.#open(each);
      if (this.#lanes.size === 0) return;
      const running = [...this.#lanes.values()].map((lane) => lane.running);
      if (claims.length === 0) await Promise.race([called, ...running]);
    }
  }

  async #claim(): Promise<readonly Claim[]> {
    const { store, limits, chats } = this.#parts;
    const now = this.#parts.now();
    for (const [channel, until] of this.#waiting) if (until <= now) this.#waiting.delete(channel);
    const limit = LANES_MAX - this.#lanes.size;
    if (limit <= 0) return [];
    this.#off ??= (await store.allChannelSettings())
      .filter((each) => each.offReason !== null)
      .map((each) => each.channel);
    return store.claimDeliveries({
      now,
      leaseMs: limits.lease,
      limit,
      except: [...this.#lanes.keys(), ...this.#waiting.keys(), ...this.#off],
      platforms: chats.map((chat) => `${chat.platform}:`),
    });
  }

  #open(claim: Claim): void {
    const { delivery } = claim;
    // a lane that ends at once must still find itself in the map: it begins in the next turn
    const running = Promise.resolve().then(() => this.#run(claim));
    this.#lanes.set(delivery.channel, { delivery, running });
  }

  async #run({ delivery, before }: Claim): Promise<void> {
    const { channel, id } = delivery;
    const { chats, now, log } = this.#parts;
    try {
      const { waitMs, hasPosted, isClosed } = await tryDelivery(this.#parts, delivery, before);
      if (waitMs > 0) this.#waiting.set(channel, now() + waitMs);
      if (isClosed) this.#off = null;
      if (hasPosted) await this.#rest(chatOf(chats, channel));
    } catch (error) {
      log.error({ error, channel, delivery: id }, 'a delivery could not be tried');
      this.#waiting.set(channel, now() + TROUBLE_MS);
    } finally {
      this.#lanes.delete(channel);
    }
  }

  /** Keeps the lane closed until the channel takes another message. */
  async #rest({ paceMs = 0 }: Chat): Promise<void> {
    if (paceMs === 0) return;
    await pause(paceMs, undefined, { signal: this.#ending.signal }).catch(() => undefined);
  }
}
