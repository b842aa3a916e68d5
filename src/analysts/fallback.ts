/**
 * When a model may be asked: not while it fails, not beyond the day's budget, not too much at once.
 * Whoever asks in vain falls back to the offline analyst.
 */
import { NewsroomError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { ModelStanding } from './analyst.ts';

/**
 * `late`: no reply in time · `busy`: it asks to wait · `denied`: key, account or model wrong, a person has
 * to look · `copy`: this copy is too long for it or unwelcome · `refused`: no form of the request was
 * taken · `broken`: else
 */
export type FailureKind = 'late' | 'busy' | 'denied' | 'copy' | 'refused' | 'broken';

type Particulars = {
  readonly waitMs?: number | null;
  readonly tokens?: number;
  readonly cause?: unknown;
};

/**
 * A model server that gave no reply; `waitMs` is what it asked for, `tokens` what the request may have
 * cost all the same.
 */
export class ModelFailure extends NewsroomError {
  readonly kind: FailureKind;
  readonly waitMs: number | null;
  readonly tokens: number;

  constructor(
    kind: FailureKind,
    sentence: string,
    { waitMs = null, tokens = 0, cause }: Particulars = {},
  ) {
    super('model', sentence, { cause });
    this.name = 'ModelFailure';
    this.kind = kind;
    this.waitMs = waitMs;
    this.tokens = tokens;
  }
}

/** Small values that survive a restart, kept by whoever owns the store. */
export type Notes = {
  recall(name: string): Promise<string | null>;
  remember(name: string, value: string): Promise<void>;
};

export type GuardParts = {
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
  readonly notes: Notes;
  readonly dailyTokens: number;
};

/** What one call of a model gave and cost. */
export type Paid<T> = { readonly value: T; readonly tokens: number };

export interface Guard {
  /**
   * Asks the model, or not.
   * @returns null when it may not be asked now or gave no reply; the log says why
   */
  ask<T>(work: () => Promise<Paid<T>>): Promise<T | null>;
  standing(): Promise<ModelStanding>;
}

const AT_ONCE = 2;
const FAILURES_BEFORE_PAUSE = 3;
const FIRST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** A wait this short is waited out; a longer one pauses the model. */
const SHORT_WAIT_MS = 2_000;
const NOTE = 'model budget';

/** Makes a guard: circuit breaker, daily budget kept in a note, two calls at once. */
export function createGuard({ now, log, notes, dailyTokens }: GuardParts): Guard {
  const gate = new Gate(AT_ONCE);
  const breaker = new Breaker(now, log);
  const purse = new Purse(now, notes);

  async function attempt<T>(work: () => Promise<Paid<T>>): Promise<T | null> {
    if (breaker.isOpen()) return null;
    const spent = await purse.spentToday();
    if (spent >= dailyTokens) {
      log.warn(
        { spent, dailyTokens },
        "the day's model budget is spent: offline until midnight UTC",
      );
      return null;
    }
    try {
      const { value, tokens } = await waitedOut(work);
      breaker.succeeded();
      await purse.spend(tokens);
      return value;
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      breaker.failed(error);
      if (error.tokens > 0) await purse.spend(error.tokens);
      return null;
    }
  }

  return {
    ask: (work) =>
      gate.through(async () => {
        try {
          return await attempt(work);
        } catch (error) {
          log.error({ error }, 'asking the model failed');
          return null;
        }
      }),
    async standing() {
      const tokensToday = await purse.spentToday();
      const isSpent = tokensToday >= dailyTokens;
      const off = isSpent ? "The day's model budget is spent." : breaker.sentence();
      return { tokensToday, dailyTokens, off };
    },
  };
}

/** Keeps away from a server that failed three times in a row, or that asks to wait. */
class Breaker {
  readonly #now: () => number;
  readonly #log: Log;
  #failures = 0;
  #isDenied = false;
  #sentence = '';
  #openUntil = 0;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(now: () => number, log: Log) {
    this.#now = now;
    this.#log = log;
  }

  isOpen(): boolean {
    return this.#now() < this.#openUntil;
  }

  /** Why it is not asked now, or what a person has to mend before it answers again; else null. */
  sentence(): string | null {
    return this.isOpen() || this.#isDenied ? this.#sentence : null;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#isDenied = false;
    this.#pauseMs = FIRST_PAUSE_MS;
  }

  failed(failure: ModelFailure): void {
    this.#log.warn({ kind: failure.kind, error: failure.cause }, failure.sentence);
    // one copy's failure, not the server's
    if (failure.kind === 'copy') return;
    this.#failures += 1;
    this.#isDenied = failure.kind === 'denied';
    this.#sentence = failure.sentence;
    const isAsked = (failure.waitMs ?? 0) > SHORT_WAIT_MS;
    if (isAsked) this.#open(failure.waitMs ?? 0);
    else if (failure.kind === 'denied' || this.#failures >= FAILURES_BEFORE_PAUSE) {
      this.#open(this.#pauseMs);
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  #open(lengthMs: number): void {
    const until = this.#now() + Math.min(lengthMs, LONGEST_PAUSE_MS);
    this.#openUntil = Math.max(this.#openUntil, until);
    const seconds = Math.round((this.#openUntil - this.#now()) / 1_000);
    this.#log.warn({ seconds }, 'the model is left alone for a while: offline rules meanwhile');
  }
}

/** What was spent today (UTC), kept in a note so that a restart does not forget it. */
class Purse {
  readonly #now: () => number;
  readonly #notes: Notes;
  #spending: Promise<unknown> = Promise.resolve();

  constructor(now: () => number, notes: Notes) {
    this.#now = now;
    this.#notes = notes;
  }

  async spentToday(): Promise<number> {
    const [day, tokens] = ((await this.#notes.recall(NOTE)) ?? '').split(' ');
    return day === this.#today() ? Number(tokens) || 0 : 0;
  }

  /** Adds to what is spent, one after another, so that two calls at once are both counted. */
  spend(tokens: number): Promise<void> {
    const next = this.#spending.then(async () => {
      const sum = (await this.spentToday()) + Math.max(0, Math.round(tokens));
      await this.#notes.remember(NOTE, `${this.#today()} ${sum}`);
    });
    this.#spending = next.catch(() => undefined);
    return next;
  }

  #today(): string {
    return new Date(this.#now()).toISOString().slice(0, 10);
  }
}

/** A server that asks for a moment gets it, once. */
async function waitedOut<T>(work: () => Promise<Paid<T>>): Promise<Paid<T>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ModelFailure) || error.waitMs === null) throw error;
    if (error.waitMs > SHORT_WAIT_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, error.waitMs ?? 0));
    return work();
  }
}

/** Lets a few through at once, the others in order of arrival. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
