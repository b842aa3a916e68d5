/**
 * The ledger at work: hands what is due to the chats. Each platform has lanes of its own, each
 * channel at most one of them with one message in it, so that order and pace hold in a channel and a
 * slow channel or platform delays no other.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { readChannel } from '../news/channel.ts';
import { Pace } from './pace.ts';
import type { Chat } from '../chats/chat.ts';
import type { Store } from '../stores/store.ts';
import type { Tried } from './deciding.ts';
import {
  chatOf,
  giveBack,
  handBack,
  SAID_FIRST_MS,
  tryDelivery,
  type Claimed,
  type SendingParts,
  type TryingParts,
} from './sending.ts';
import { createSettling } from './settling.ts';

/** Channels of one platform that are posted to at the same time. */
const LANES_MAX = 64;
/** While more is due than there are lanes, so many are filled at once: a claim is a transaction. */
const LANES_TOGETHER = 24;
const GATHER_MAX_MS = 500;
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
/** The channels that are switched off: read once, until it may have changed. */
type Off = { list(): Promise<readonly string[]>; forget(): void };

function createOff(store: SendingParts['store']): Off {
  let known: Promise<readonly string[]> | null = null;
  const read = async (): Promise<readonly string[]> => {
    const all = await store.allChannelSettings();
    return all.filter(({ offReason }) => offReason !== null).map(({ channel }) => channel);
  };
  const forget = (): void => {
    known = null;
  };
  return {
    list() {
      if (known) return known;
      const reading = read();
      known = reading;
      reading.catch(forget);
      return reading;
    },
    forget,
  };
}

export type PosterParts = SendingParts & {
  /**
   * how many processes post on the platforms: each keeps to its part of their limits; null while it
   * is not known, and then nothing is posted. Absent: one
   */
  readonly processes?: (() => number | null) | undefined;
};

/** Makes the poster of a newsroom. */
export function createPoster(parts: PosterParts): Poster {
  const platforms = new Map<string, Lanes>();
  const underWay = (): number =>
    [...platforms.values()].reduce((sum, lanes) => sum + lanes.sending(), 0);
  const settle = createSettling(parts, underWay);
  const off = createOff(parts.store);
  return {
    async post() {
      off.forget(); // somebody may have switched a channel on
      for (const { platform, perSecond = Infinity } of parts.chats)
        if (!platforms.has(platform)) {
          const pace = new Pace(perSecond, parts.processes);
          const own = { ...parts, settle, off, pace, room: () => pace.room() };
          const lanes = new Lanes(own, platform);
          platforms.set(platform, lanes);
        }
      await Promise.all([...platforms.values()].map((lanes) => lanes.post()));
    },
    async stop(withinMs) {
      await Promise.all([...platforms.values()].map((lanes) => lanes.stop(withinMs)));
    },
  };
}

type LanesParts = TryingParts & {
  readonly processes?: PosterParts['processes'];
  readonly off: Off;
  readonly pace: Pace;
};

class Lanes {
  readonly #parts: LanesParts;
  readonly #platform: string;
  readonly #lanes = new Map<string, Lane>();
  /** channels that must wait, until when (epoch milliseconds of the newsroom's clock) */
  readonly #waiting = new Map<string, number>();
  /** channels that were just posted to, until when they rest (this machine's milliseconds) */
  readonly #resting = new Map<string, number>();
  readonly #ending = new AbortController();
  #dispatching: Promise<void> | null = null;
  #wake: () => void = () => undefined;

  constructor(parts: LanesParts, platform: string) {
    this.#parts = parts;
    this.#platform = platform;
  }

  async post(): Promise<void> {
    if (this.#ending.signal.aborted) return;
    this.#wake();
    this.#dispatching ??= this.#dispatch().finally(() => (this.#dispatching = null));
    await this.#dispatching;
  }

  /** How many messages are being sent, or were and are not settled. */
  sending(): number {
    return [...this.#lanes.values()].filter(({ isSending }) => isSending).length;
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
      await Promise.race([called, ...this.#running(), ...(restMs === null ? [] : [pause(restMs)])]);
      if (!isCalled) await this.#gather(claims.length === room, called);
    }
  }

  /** Waits a little for more lanes to end, so that one claim fills several. */
  async #gather(isMoreDue: boolean, called: Promise<void>): Promise<void> {
    if (!isMoreDue) return void (await Promise.race([called, pause(GATHER_MS)]));
    const until = performance.now() + GATHER_MAX_MS;
    for (;;) {
      const leftMs = until - performance.now();
      if (this.#lanes.size <= LANES_MAX - LANES_TOGETHER || leftMs <= 0) return;
      await Promise.race([called.then(() => pause(GATHER_MS)), pause(leftMs), ...this.#running()]);
    }
  }

  #running(): Promise<void>[] {
    return [...this.#lanes.values()].map((lane) => lane.running);
  }

  async #claim(limit: number): Promise<readonly Claimed[]> {
    const { store, limits, chats, pace, processes } = this.#parts;
    const chat = chats.find(({ platform }) => platform === this.#platform);
    if (limit <= 0 || chat === undefined || pace.heldMs() > 0) return [];
    // where others post as well, the store tells which channels they have just posted to
    const isShared = (processes?.() ?? 1) > 1;
    const now = this.#parts.now();
    const claimedAt = performance.now();
    dropPast(this.#waiting, now);
    dropPast(this.#resting, claimedAt);
    const off = (await this.#parts.off.list()).filter(
      (channel) => readChannel(channel)?.platform === this.#platform,
    );
    const claims = await store.claimDeliveries({
      now,
      leaseMs: limits.lease,
      limit,
      except: [...this.#lanes.keys(), ...this.#waiting.keys(), ...this.#resting.keys()],
      off,
      ...(isShared ? { restMs: chat.paceMs ?? 0 } : {}),
      ...this.#editsOf(chat),
      platforms: [`${this.#platform}:`],
    });
    return claims.map((claim) => ({ ...claim, claimedAt }));
  }

  /** Where the platform takes few edits, what takes one waits in the ledger, the urgent before the rest. */
  #editsOf(chat: Chat): Pick<Parameters<Store['claimDeliveries']>[0], 'edits'> {
    if (chat.editsNow === undefined) return {};
    const lanes = [...this.#lanes.values()];
    const underWay = lanes.filter(({ claim }) => claim.delivery.purpose === 'amendment').length;
    const most = Math.max(0, chat.editsNow() - underWay);
    return { edits: { most, overdueMs: SAID_FIRST_MS } };
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
      if (await this.#parts.pace.turn(this.#ending.signal)) {
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
    if (tried.isUnsent) this.#parts.pace.giveBack();
    else if (limit === null) this.#parts.pace.noteTry();
    else this.#parts.pace.noteLimit(channel, waitMs, limit === 'everywhere');
    if (waitMs > 0) this.#wait(channel, waitMs);
    if (isClosed) this.#parts.off.forget();
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
