/**
 * The ledger at work: hands what is due to the chats. Each platform has lanes of its own, each
 * channel at most one of them with one message in it, so that order and pace hold in a channel and a
 * slow channel or platform delays no other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { readChannel } from './news/channel.ts';
import { Pace } from './pace.ts';
import {
  chatOf,
  giveBack,
  handBack,
  tryDelivery,
  type Claimed,
  type SendingParts,
  type Tried,
} from './sending.ts';

/** Channels of one platform that are posted to at the same time. */
const LANES_MAX = 64;
/** While more is due than there are lanes, so many are filled at once: a claim is a transaction. */
const LANES_TOGETHER = 16;
const GATHER_MAX_MS = 300;
/** Otherwise lanes that end within so long are filled together. */
const GATHER_MS = 50;
/** What has to wait no longer is posted when its time has come; else the next tick finds it. */
const SOON_MS = 10_000;
/** A channel whose try failed inside Wirebrief itself (its log tells why) waits this long. */
const TROUBLE_MS = 5_000;

export type Poster = {
  /** Posts what is due; resolves when nothing is left that may go out now. Safe to call any time. */
  post(): Promise<void>;
  /** Takes no more work, lets what is being sent finish for so long, hands back the rest. */
  stop(withinMs: number): Promise<void>;
};

type Lane = { readonly claim: Claimed; readonly running: Promise<void>; isSending: boolean };
/** Channels that are switched off. */
type Off = () => Promise<readonly string[]>;

/** Makes the poster of a newsroom. */
export function createPoster(parts: SendingParts): Poster {
  const platforms = new Map<string, Lanes>();
  const off: Off = async () =>
    (await parts.store.allChannelSettings())
      .filter((each) => each.offReason !== null)
      .map((each) => each.channel);
  return {
    async post() {
      for (const { platform, perSecond } of parts.chats)
        if (!platforms.has(platform))
          platforms.set(platform, new Lanes(parts, platform, new Pace(perSecond ?? Infinity), off));
      await Promise.all([...platforms.values()].map((lanes) => lanes.post()));
    },
    async stop(withinMs) {
      await Promise.all([...platforms.values()].map((lanes) => lanes.stop(withinMs)));
    },
  };
}

class Lanes {
  readonly #parts: SendingParts;
  readonly #platform: string;
  readonly #pace: Pace;
  readonly #findOff: Off;
  readonly #lanes = new Map<string, Lane>();
  /** channels that must wait, until when (epoch milliseconds of the newsroom's clock) */
  readonly #waiting = new Map<string, number>();
  /** channels that were just posted to, until when they rest (this machine's milliseconds) */
  readonly #resting = new Map<string, number>();
  readonly #ending = new AbortController();
  /** channels that are switched off; null when that has to be looked up */
  #off: readonly string[] | null = null;
  #dispatching: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(parts: SendingParts, platform: string, pace: Pace, findOff: Off) {
    this.#parts = parts;
    this.#platform = platform;
    this.#pace = pace;
    this.#findOff = findOff;
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
    for (const { claim, isSending } of this.#lanes.values())
      await (isSending ? handBack(this.#parts, claim.delivery) : giveBack(this.#parts, claim));
  }

  async #dispatch(): Promise<void> {
    for (;;) {
      let isCalled = false;
      const called = new Promise<void>((resolve) => {
        this.#wake = () => {
          isCalled = true;
          resolve();
        };
      });
      const room = this.#ending.signal.aborted ? 0 : LANES_MAX - this.#lanes.size;
      const claims = await this.#claim(room);
      for (const each of claims) this.#open(each);
      const restMs = this.#restMs();
      if (this.#lanes.size === 0 && restMs === null) return;
      await Promise.race([called, ...this.#running(), ...(restMs === null ? [] : [wait(restMs)])]);
      if (!isCalled) await this.#gather(claims.length === room, called);
    }
  }

  /** Waits a little for more lanes to end, so that one claim fills several. */
  async #gather(isMoreDue: boolean, called: Promise<void>): Promise<void> {
    if (!isMoreDue) return void (await Promise.race([called, wait(GATHER_MS)]));
    const until = performance.now() + GATHER_MAX_MS;
    for (;;) {
      const leftMs = until - performance.now();
      if (this.#lanes.size <= LANES_MAX - LANES_TOGETHER || leftMs <= 0) return;
      await Promise.race([called.then(() => wait(GATHER_MS)), wait(leftMs), ...this.#running()]);
    }
  }

  #running(): Promise<void>[] {
    return [...this.#lanes.values()].map((lane) => lane.running);
  }

  async #claim(limit: number): Promise<readonly Claimed[]> {
    const { store, limits, chats } = this.#parts;
    const isOpen = chats.some(({ platform }) => platform === this.#platform);
    if (limit <= 0 || !isOpen || this.#pace.heldMs() > 0) return [];
    const now = this.#parts.now();
    const claimedAt = performance.now();
    dropPast(this.#waiting, now);
    dropPast(this.#resting, claimedAt);
    this.#off ??= (await this.#findOff()).filter(
      (channel) => readChannel(channel)?.platform === this.#platform,
    );
    const claims = await store.claimDeliveries({
      now,
      leaseMs: limits.lease,
      limit,
      except: [...this.#lanes.keys(), ...this.#waiting.keys(), ...this.#resting.keys()],
      off: this.#off,
      platforms: [`${this.#platform}:`],
    });
    return claims.map((claim) => ({ ...claim, claimedAt }));
  }

  #open(claim: Claimed): void {
    // a lane that ends at once must still find itself in the map: it begins in the next turn
    const running = Promise.resolve().then(() => this.#run(claim, lane));
    const lane: Lane = { claim, running, isSending: false };
    this.#lanes.set(claim.delivery.channel, lane);
  }

  async #run(claim: Claimed, lane: Lane): Promise<void> {
    const { channel, id } = claim.delivery;
    try {
      if (await this.#pace.turn(this.#ending.signal)) {
        lane.isSending = true;
        this.#note(channel, await tryDelivery(this.#parts, claim));
      } else await giveBack(this.#parts, claim);
    } catch (error) {
      this.#parts.log.error({ error, channel, delivery: id }, 'a delivery could not be tried');
      this.#wait(channel, TROUBLE_MS);
    } finally {
      this.#lanes.delete(channel);
    }
  }

  /** What a try tells of its channel and of the platform. */
  #note(channel: string, tried: Tried): void {
    const { waitMs, limit, isClosed, hasPosted } = tried;
    if (limit === null) this.#pace.noteTry();
    else this.#pace.noteLimit(channel, waitMs, limit === 'everywhere');
    if (waitMs > 0) this.#wait(channel, waitMs);
    if (isClosed) this.#off = null;
    const { paceMs = 0 } = chatOf(this.#parts.chats, channel);
    if (hasPosted && paceMs > 0) this.#resting.set(channel, performance.now() + paceMs);
  }

  #wait(channel: string, waitMs: number): void {
    this.#waiting.set(channel, this.#parts.now() + waitMs);
    if (waitMs > SOON_MS) return;
    const again = (): void => {
      this.post().catch((error: unknown) => {
        this.#parts.log.error({ error, platform: this.#platform }, 'posting failed');
      });
    };
    setTimeout(again, waitMs + 1).unref();
  }

  /** Until the first of the resting channels takes another message; null when none rests. */
  #restMs(): number | null {
    if (this.#resting.size === 0 || this.#ending.signal.aborted) return null;
    return Math.max(0, Math.ceil(Math.min(...this.#resting.values()) - performance.now()));
  }
}

function dropPast(channels: Map<string, number>, now: number): void {
  for (const [channel, until] of channels) if (until <= now) channels.delete(channel);
}

function wait(milliseconds: number): Promise<void> {
  return pause(milliseconds);
}
