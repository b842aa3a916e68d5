/**
 * Calls of Slack's Web API at the pace of their tier. Slack counts them for each method, in a
 * workspace, by the minute (docs.slack.dev/apis/web-api/rate-limits): what is posted has a pace for
 * each channel and goes by the ledger's own; all else waits here for its turn.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';

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
  'conversations.history': TIER_3,
  'conversations.replies': TIER_3,
  'chat.postEphemeral': TIER_4,
  'conversations.members': TIER_4,
  'users.info': TIER_4,
};

/** A turn that comes so soon is waited for; a later one with the call handed back. */
const WAIT_MAX_MS = 5_000;
/** The same for whoever has a place in line and comes back: nobody has to wait with a call in hand. */
const WAIT_IN_LINE_MS = 1_000;
const IN_LINE_MAX = 10_000;
/** Who does not come back in so long after the turn is no longer waited for by those behind. */
const LATE_MS = 10_000;
/** And after so long has lost the place. */
const LOST_MS = 60_000;

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

/** How long Slack asks us to wait by a 429 (milliseconds); null for any other error. */
export function askedToWaitMs(error: unknown): number | null {
  if (error instanceof WebAPIRateLimitedError) return Math.max(1, error.retryAfter) * 1_000;
  const isUnsaid = error instanceof Error && error.message.startsWith(NO_RETRY_HEADER);
  return isUnsaid ? UNSAID_MS : null;
}

/** Time as it passes, in milliseconds. */
type Clock = { now(): number; wait(ms: number): Promise<void> };
const MACHINE: Clock = { now: () => performance.now(), wait: (ms) => pause(ms) };

/** A place in the line of a method: whose, and before whom it is. */
export type Place = {
  /** names a call that comes back when it was not its turn */
  readonly key: string;
  /** the lower goes first, whoever asked earlier */
  readonly urgency: number;
};

/** Slack's methods, each at the pace of its tier. */
export class Calls {
  readonly #client: Pick<WebClient, 'apiCall'>;
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();

  /** @param clock for tests: another than this machine's */
  constructor(client: Pick<WebClient, 'apiCall'>, clock: Clock = MACHINE) {
    this.#client = client;
    this.#clock = clock;
  }

  /**
   * Calls a method once.
   * @param place in line, for a call that comes back when it was not its turn
   * @throws NotYet, and what the client throws
   */
  async call(method: string, facts: Record<string, unknown>, place?: Place): Promise<unknown> {
    const tier = TIERS[method];
    if (tier === undefined) return this.#client.apiCall(method, facts);
    const line = this.#lines.get(method) ?? new Line(tier);
    this.#lines.set(method, line);
    const now = this.#clock.now();
    const waitMs =
      place === undefined ? line.take(now, tier.waitMaxMs ?? WAIT_MAX_MS) : line.come(now, place);
    if (waitMs > 0) await this.#clock.wait(waitMs);
    try {
      return await this.#client.apiCall(method, facts);
    } catch (error) {
      const asked = askedToWaitMs(error);
      if (asked === null) throw error;
      line.hold(this.#clock.now(), asked);
      throw new NotYet(place === undefined ? asked : line.stand(this.#clock.now(), place));
    }
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

/** Somebody in line: before whom, and when the turn is likely to come. */
type Waiting = { urgency: number; readonly number: number; turnAt: number };

/** Who calls one method when: what is urgent before what is not, then who asked first. */
class Line {
  readonly #everyMs: number;
  readonly #burstMs: number;
  /** when the calls so far would be done, were they made one by one */
  #busyUntil = -Infinity;
  /** who has been told to come back, by key */
  readonly #waiting = new Map<string, Waiting>();
  #numbers = 0;

  constructor({ burst, perMinute }: Tier) {
    this.#everyMs = 60_000 / perMinute;
    this.#burstMs = (burst - 1) * this.#everyMs;
  }

  /** Takes the next turn; tells how long to wait for it. @throws NotYet, without taking it */
  take(now: number, mostMs: number): number {
    const at = this.#turnAfter(now, 0);
    if (at - now > mostMs) throw new NotYet(at - now);
    this.#give(at);
    return at - now;
  }

  /** Takes the turn if it has come for whoever has this place. @throws NotYet, keeping the place */
  come(now: number, place: Place): number {
    const waitMs = this.stand(now, place);
    if (waitMs > WAIT_IN_LINE_MS) throw new NotYet(waitMs);
    this.#waiting.delete(place.key);
    this.#give(now + waitMs);
    return waitMs;
  }

  /** How long it is until the turn of this place; who has none yet is given one. */
  stand(now: number, { key, urgency }: Place): number {
    for (const [old, { turnAt }] of this.#waiting)
      if (turnAt < now - LOST_MS) this.#waiting.delete(old);
    const known = this.#waiting.get(key);
    const mine = known ?? { urgency, number: (this.#numbers += 1), turnAt: 0 };
    // one message may have to be edited for several reasons: the best of them counts
    mine.urgency = Math.min(mine.urgency, urgency);
    let ahead = 0;
    for (const other of this.#waiting.values())
      if (isBefore(other, mine) && other.turnAt >= now - LATE_MS) ahead += 1;
    mine.turnAt = this.#turnAfter(now, ahead);
    if (known === undefined && this.#waiting.size < IN_LINE_MAX) this.#waiting.set(key, mine);
    return mine.turnAt - now;
  }

  /** Gives no turn for so long, and none in a burst after it. */
  hold(now: number, ms: number): void {
    this.#busyUntil = Math.max(this.#busyUntil, now + ms + this.#burstMs);
  }

  /** When the next turn comes, or the one after so many others. */
  #turnAfter(now: number, others: number): number {
    const free = Math.max(now, this.#busyUntil);
    return Math.max(now, free + others * this.#everyMs - this.#burstMs);
  }

  #give(at: number): void {
    this.#busyUntil = Math.max(at, this.#busyUntil) + this.#everyMs;
  }
}

function isBefore(one: Waiting, other: Waiting): boolean {
  return (
    one.urgency - other.urgency < 0 || (one.urgency === other.urgency && one.number < other.number)
  );
}
