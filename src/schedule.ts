/**
 * The tick. node-cron wakes the newsroom; what is due is decided from the calendar and the store,
 * never from the timer. Editions are looked at once in each minute of the newsroom's clock.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { schedule as scheduleTask, type ScheduledTask } from 'node-cron';
import type { Log } from './log.ts';

/** A piece of work that a tick starts. */
type TickWork = (signal: AbortSignal) => Promise<void>;

export type TickingParts = {
  /** reads the wires that are due: every five seconds, while slow ones are still being read too */
  readonly gather: TickWork;
  /** freezes the editions that are due, and says when some are: on every new minute */
  readonly freeze: (signal: AbortSignal, frozen: () => void) => Promise<void>;
  /** looks for troubles and lets expire what must: on every new minute */
  readonly keep: TickWork;
  /** posts what the ledger holds: every five seconds, and after each of the others; may overlap */
  readonly post: () => Promise<void>;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
};

export type Ticking = {
  /** stops ticking, ends what runs and waits for it */
  stop(): Promise<void>;
};

const EVERY_FIVE_SECONDS = '*/5 * * * * *';
const MINUTE_MS = 60_000;
/** After a start the first digest waits so long for the wires, and no longer for a slow one. */
const FIRST_READING_MS = 10_000;

/** While editions are being frozen, what is frozen is looked for at most so often. */
const WHILE_FREEZING_MS = 1_000;

/** Starts ticking, with a first tick at once: after downtime what is due is due now. */
export function startTicking({ gather, freeze, keep, post, now, log }: TickingParts): Ticking {
  const ending = new AbortController();
  // nobody waits for the posting here: a channel that is slow must not hold the next tick up
  const posting = (): void => {
    if (ending.signal.aborted) return;
    post().catch((error: unknown) => log.error({ error, tick: 'post' }, 'a tick failed'));
  };
  const thenPost =
    (work: TickWork): TickWork =>
    async (signal) => {
      await work(signal);
      posting();
    };
  const gathering = severally('gather', thenPost(gather), ending.signal, log);
  // what waited at the doors while nobody was here belongs into the first digest
  const firstReading = Promise.race([
    gathering.run(),
    pause(FIRST_READING_MS, undefined, { ref: false }),
  ]);
  // with thousands of channels the first are posted to while the last are still being frozen
  const freezeAndPost: TickWork = async (signal) => {
    await firstReading;
    let postedAt = -Infinity;
    const frozen = (): void => {
      if (performance.now() - postedAt < WHILE_FREEZING_MS) return;
      postedAt = performance.now();
      posting();
    };
    if (!signal.aborted) await freeze(signal, frozen);
  };
  const minutely = thenPost(inNewMinutes(freezeAndPost, now));
  const publishing = singly('publish', minutely, ending.signal, log);
  const keeping = singly('keep', thenPost(inNewMinutes(keep, now)), ending.signal, log);
  const tick = (name: string, run: () => Promise<void>): ScheduledTask => {
    const options = { timezone: 'UTC', name, suppressMissedWarning: true };
    return scheduleTask(EVERY_FIVE_SECONDS, run, options);
  };
  const tasks = [
    tick('gather', gathering.run),
    tick('publish', publishing.run),
    tick('keep', keeping.run),
  ];
  void publishing.run();
  void keeping.run();
  return {
    async stop() {
      ending.abort();
      for (const task of tasks) await task.destroy();
      await Promise.all([gathering.ended(), publishing.ended(), keeping.ended()]);
    },
  };
}

/** Work that is done once in each minute of the newsroom's clock. */
function inNewMinutes(work: TickWork, now: () => number): TickWork {
  let lastMinute = -1;
  return async (signal) => {
    const minute = Math.floor(now() / MINUTE_MS);
    if (minute === lastMinute) return;
    lastMinute = minute;
    await work(signal);
  };
}

/** Work that never runs twice at once and never throws. */
function singly(name: string, work: TickWork, signal: AbortSignal, log: Log) {
  let running: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    if (running !== null || signal.aborted) return;
    running = work(signal).catch((error: unknown) => {
      log.error({ error, tick: name }, 'a tick failed');
    });
    await running;
    running = null;
  };
  return { run, ended: async () => void (await running) };
}

/** Rounds of this work that may run at the same time. */
const ROUNDS_MAX = 100;

/** Work that may begin again before it has ended, and never throws: it sees to its own order. */
function severally(name: string, work: TickWork, signal: AbortSignal, log: Log) {
  const running = new Set<Promise<void>>();
  const run = async (): Promise<void> => {
    if (running.size >= ROUNDS_MAX || signal.aborted) return;
    const round = work(signal).catch((error: unknown) => {
      log.error({ error, tick: name }, 'a tick failed');
    });
    running.add(round);
    await round;
    running.delete(round);
  };
  return { run, ended: async () => void (await Promise.all(running)) };
}
