/** How fast a platform is posted to: a token bucket, and what the platform itself asks for. */
import { setTimeout as pause } from 'node:timers/promises';

/** Tokens that gather while nobody posts, as a part of a second's: a process that was busy catches up. */
const BURST = 1 / 2;
/** However many have gathered, no stretch of this length sees more requests than a second has. */
const WINDOW_MS = 1_000;
const NEVER = new AbortController().signal;
/** A pause that is longer is not waited for with messages in hand. */
const WAIT_MAX_MS = 10_000;
/** What a platform has asked to be slower than it never asked for before. */
const SLOWER = 0.85;
const SLOWEST_PER_SECOND = 0.5;
/** The pace comes back by this part of the most in each second. */
const RECOVERY = 1 / 200;
/** While it is not known who else posts, that is looked for again so often. */
const UNSHARED_MS = 500;
/** Refusals of several channels in so short a time are not about the channels. */
const TOGETHER_MS = 2_000;
const CHANNELS_TOGETHER = 3;
const SHARE_TOGETHER = 0.1;

/** Time as it passes, in milliseconds; a wait ends early when the signal comes. */
type Clock = { now(): number; wait(ms: number, signal: AbortSignal): Promise<void> };

const MACHINE: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
};

/** The pace of one platform, all its channels together. Times are this machine's, in milliseconds. */
export class Pace {
  readonly #most: number;
  readonly #share: () => number | null;
  #perSecond: number;
  #tokens: number;
  readonly #clock: Clock;
  #countedAt: number;
  #heldUntil = 0;
  /** when the latest requests were made, at most a window's */
  #requests: number[] = [];
  #last: Promise<unknown> = Promise.resolve();
  /** the latest tries: when, and the channel if the platform refused it as too fast */
  #tries: { readonly at: number; readonly limited: string | null }[] = [];

  /**
   * @param most requests a second; Infinity where the platform sets no limit
   * @param share into how many parts that goes among the processes that post; null: not known now
   * @param clock for tests: another than this machine's
   */
  constructor(most: number, share: () => number | null = () => 1, clock: Clock = MACHINE) {
    this.#clock = clock;
    this.#share = share;
    this.#countedAt = clock.now();
    this.#most = most;
    this.#perSecond = most;
    this.#tokens = this.#burst();
  }

  /** How long nobody may post yet. */
  heldMs(): number {
    const heldMs = Math.max(0, this.#heldUntil - this.#clock.now());
    return this.#share() === null ? Math.max(heldMs, UNSHARED_MS) : heldMs;
  }

  /**
   * Waits for the next token; who comes first goes first.
   * @returns false, with no token, when the platform asked for a long pause or the signal came
   */
  turn(signal: AbortSignal): Promise<boolean> {
    const mine = this.#last.then(() => this.#take(signal));
    this.#last = mine;
    return mine;
  }

  async #take(signal: AbortSignal): Promise<boolean> {
    for (;;) {
      if (signal.aborted || this.heldMs() > WAIT_MAX_MS) return false;
      const waitMs = Math.max(this.heldMs(), this.#msToToken());
      if (waitMs <= 0) break;
      await this.#clock.wait(waitMs, signal);
    }
    if (this.#most !== Infinity) this.#tokens -= 1;
    return true;
  }

  /**
   * To be awaited right before each request: turns that came one after another may have been held up
   * since, and must not all go out at once.
   */
  async room(): Promise<void> {
    if (this.#most === Infinity) return;
    for (;;) {
      const waitMs = this.#msToRoom();
      if (waitMs <= 0) break;
      await this.#clock.wait(waitMs, NEVER);
    }
    this.#requests.push(this.#clock.now());
  }

  /** Gives a turn back, and the room, with which nothing was sent. */
  giveBack(): void {
    if (this.#most === Infinity) return;
    this.#tokens = Math.min(this.#burst(), this.#tokens + 1);
    this.#requests.pop();
  }

  /** Notes a try that the platform took, or answered for another reason than its pace. */
  noteTry(): void {
    this.#note(null);
  }

  /**
   * Notes that the platform asked for a pause. One channel's refusal is that channel's; refusals in
   * several at once hold the platform, and so does what is said to be meant for all of them.
   */
  noteLimit(channel: string, waitMs: number, isEverywhere: boolean): void {
    this.#note(channel);
    const limited = this.#tries.filter((each) => each.limited !== null);
    const channels = new Set(limited.map((each) => each.limited));
    const isTogether =
      channels.size >= CHANNELS_TOGETHER && limited.length >= SHARE_TOGETHER * this.#tries.length;
    if (isEverywhere || isTogether) this.#hold(waitMs);
  }

  #hold(waitMs: number): void {
    // requests that were under way together are refused together: that is one request to be slower
    if (this.#heldUntil <= this.#clock.now() && this.#most !== Infinity) {
      this.#count();
      this.#perSecond = Math.max(SLOWEST_PER_SECOND, this.#perSecond * SLOWER);
      this.#tokens = 0;
    }
    this.#heldUntil = Math.max(this.#heldUntil, this.#clock.now() + waitMs);
    this.#tries = [];
  }

  #note(limited: string | null): void {
    const at = this.#clock.now();
    this.#tries.push({ at, limited });
    const first = this.#tries.findIndex((each) => at - each.at < TOGETHER_MS);
    if (first > 0) this.#tries.splice(0, first);
  }

  #msToToken(): number {
    if (this.#most === Infinity) return 0;
    this.#count();
    return this.#tokens >= 1 ? 0 : Math.ceil(((1 - this.#tokens) / this.#ours()) * 1_000);
  }

  /** Until the latest second has seen so few turns that another may follow. */
  #msToRoom(): number {
    const most = Math.max(1, Math.floor(this.#ours()));
    if (this.#requests.length > most) this.#requests = this.#requests.slice(-most);
    const first = this.#requests.at(-most);
    return first === undefined ? 0 : Math.ceil(first + WINDOW_MS - this.#clock.now());
  }

  #count(): void {
    const seconds = (this.#clock.now() - this.#countedAt) / 1_000;
    this.#countedAt += seconds * 1_000;
    this.#tokens = Math.min(this.#burst(), this.#tokens + seconds * this.#ours());
    this.#perSecond = Math.min(this.#most, this.#perSecond + seconds * RECOVERY * this.#most);
  }

  #burst(): number {
    return Math.max(1, this.#ours() * BURST);
  }

  /** What this process may send in a second. */
  #ours(): number {
    return this.#perSecond / (this.#share() ?? 1);
  }
}
