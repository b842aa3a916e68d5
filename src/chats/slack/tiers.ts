/**
 * Calls of Slack's Web API at the pace of their tier. Slack counts them for each method, in a
 * workspace, by the minute (docs.slack.dev/apis/web-api/rate-limits): what is posted has a pace for
 * each channel and goes by the ledger's own; all else waits here for its turn.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';

/** Calls that may follow at once, and those that are added in each minute. */
type Tier = {
  readonly burst: number;
  readonly perMinute: number;
  /** a turn that comes so soon is waited for */
  readonly waitMaxMs?: number;
};
/** Together no more than 20 in any minute. Only streams have it: an answer does not wait for them. */
const TIER_2: Tier = { burst: 5, perMinute: 15, waitMaxMs: 0 };
/** Together no more than 50 in any minute. */
const TIER_3: Tier = { burst: 10, perMinute: 40 };
/** Together no more than 100 in any minute. */
const TIER_4: Tier = { burst: 20, perMinute: 80 };

/** The tier of every method that we call and that has one, by Slack's page on it. */
const TIERS: Readonly<Record<string, Tier>> = {
  'chat.startStream': TIER_2,
  'chat.appendStream': TIER_4,
  'chat.stopStream': TIER_2,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'conversations.history': TIER_3,
  'conversations.open': TIER_3,
  'conversations.replies': TIER_3,
  'chat.postEphemeral': TIER_4,
  'conversations.members': TIER_4,
  'users.info': TIER_4,
};

/** A turn that comes so soon is waited for; a later one with the call handed back. */
const WAIT_MAX_MS = 5_000;
/** The turn is later than can be waited for; nothing was called, or Slack said so itself. */
export class NotYet extends Error {
  readonly waitMs: number;
  constructor(waitMs: number) {
    super(`the turn comes in ${waitMs} ms`);
    this.waitMs = waitMs;
  }
}

/** web-api 8 throws a plain error for a 429 that does not say how long to wait. */
const NO_RETRY_HEADER = 'Retry header did not contain';
const UNSAID_MS = 60_000;

/** Some methods say so with status 200 and a code. */
const LIMITED = new Set<unknown>(['ratelimited', 'rate_limited']);

/** How long Slack asks us to wait (milliseconds); null for any other error. */
export function askedToWaitMs(error: unknown): number | null {
  if (error instanceof WebAPIRateLimitedError) return Math.max(1, error.retryAfter) * 1_000;
  if (error instanceof WebAPIPlatformError && LIMITED.has(error.data.error)) return UNSAID_MS;
  const isUnsaid = error instanceof Error && error.message.startsWith(NO_RETRY_HEADER);
  return isUnsaid ? UNSAID_MS : null;
}

/** Time as it passes, in milliseconds. */
type Clock = { now(): number; wait(ms: number): Promise<void> };
const MACHINE: Clock = { now: () => performance.now(), wait: (ms) => pause(ms) };

/** Slack's methods, each at the pace of its tier. */
export class Calls {
  readonly #client: Pick<WebClient, 'apiCall'>;
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();
  #processes = 1;

  /** @param clock for tests: another than this machine's */
  constructor(client: Pick<WebClient, 'apiCall'>, clock: Clock = MACHINE) {
    this.#client = client;
    this.#clock = clock;
  }

  /** Keeps to one part of so many of every tier: other processes call as well. */
  apportion(processes: number): void {
    this.#processes = processes;
    for (const line of this.#lines.values()) line.apportion(processes);
  }

  /**
   * Calls a method once.
   * @param waitMaxMs a turn that comes later is not waited for
   * @throws NotYet, and what the client throws
   */
  async call(method: string, facts: Record<string, unknown>, waitMaxMs?: number): Promise<unknown> {
    const tier = TIERS[method];
    if (tier === undefined) return this.#client.apiCall(method, facts);
    const line = this.#lineOf(method, tier);
    const now = this.#clock.now();
    const waitMs = line.take(now, waitMaxMs ?? tier.waitMaxMs ?? WAIT_MAX_MS);
    if (waitMs > 0) await this.#clock.wait(waitMs);
    try {
      return await this.#client.apiCall(method, facts);
    } catch (error) {
      const asked = askedToWaitMs(error);
      if (asked === null) throw error;
      line.hold(this.#clock.now(), asked);
      throw new NotYet(asked);
    }
  }

  /** How many calls of a method may be made now, without a wait. */
  free(method: string): number {
    const tier = TIERS[method];
    return tier === undefined ? Infinity : this.#lineOf(method, tier).free(this.#clock.now());
  }

  #lineOf(method: string, tier: Tier): Line {
    const line = this.#lines.get(method) ?? new Line(tier, this.#processes);
    this.#lines.set(method, line);
    return line;
  }
}

const TRIES_MAX = 5;
const WAIT_IN_TIME_MAX_MS = 15_000;

/**
 * Calls a method as soon as Slack takes it: what it refuses as too soon was surely not done.
 * @throws NotYet when that is too far away, and what the client throws
 */
export async function callInTime(
  calls: Calls,
  method: string,
  body: Record<string, unknown>,
): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await calls.call(method, body);
    } catch (error) {
      const waitMs = tooSoonMs(error);
      if (waitMs === null || waitMs > WAIT_IN_TIME_MAX_MS || tries >= TRIES_MAX) throw error;
      await pause(waitMs);
    }
  }
}

function tooSoonMs(error: unknown): number | null {
  if (error instanceof NotYet) return error.waitMs;
  return askedToWaitMs(error);
}

/** With very many processes each may still call now and then. */
const LEAST_PER_MINUTE = 1 / 4;

/** Who calls one method when. */
class Line {
  readonly #tier: Tier;
  #everyMs = 0;
  #burstMs = 0;
  /** when the calls so far would be done, were they made one by one */
  #busyUntil = -Infinity;

  constructor(tier: Tier, processes: number) {
    this.#tier = tier;
    this.apportion(processes);
  }

  /** Takes one part of so many of the tier: of what may follow at once, and of the rest. */
  apportion(processes: number): void {
    const { burst, perMinute } = this.#tier;
    const atOnce = Math.max(1, Math.floor(burst / processes));
    const later = Math.max(LEAST_PER_MINUTE, (burst + perMinute) / processes - atOnce);
    this.#everyMs = 60_000 / later;
    this.#burstMs = (atOnce - 1) * this.#everyMs;
  }

  /** Takes the next turn; tells how long to wait for it. @throws NotYet, without taking it */
  take(now: number, mostMs: number): number {
    const at = Math.max(now, this.#busyUntil - this.#burstMs);
    if (at - now > mostMs) throw new NotYet(at - now);
    this.#busyUntil = Math.max(at, this.#busyUntil) + this.#everyMs;
    return at - now;
  }

  /** Turns that may be taken without a wait. */
  free(now: number): number {
    const leftMs = now + this.#burstMs - Math.max(now, this.#busyUntil);
    return Math.max(0, Math.floor(leftMs / this.#everyMs) + 1);
  }

  /** Gives no turn for so long, and none in a burst after it. */
  hold(now: number, ms: number): void {
    this.#busyUntil = Math.max(this.#busyUntil, now + ms + this.#burstMs);
  }
}
