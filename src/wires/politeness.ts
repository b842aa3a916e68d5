/** One request at a time for each host, with a pause between them; a slow one does not hold the line. */
import { setTimeout as pause } from 'node:timers/promises';

type Line = { last: Promise<void>; freeAt: number; waiting: number };

/** Hosts remembered; idle ones beyond that are let go. */
const HOSTS_MAX = 5_000;
const lines = new Map<string, Line>();

/** Whoever has not ended after this long lets the next one go: a body that drips holds up nobody. */
const HOLD_MAX_MS = 5_000;

/**
 * Runs work when it is this host's turn. Whoever gives up while waiting leaves the line at once and
 * holds nobody up.
 * @param spacingMs least time between the end of this request and the start of the next
 * @throws what the work throws, or the signal's reason when it gave up waiting
 */
export async function inTurnAt<T>(
  host: string,
  spacingMs: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const line = lineOf(host);
  line.waiting += 1;
  const held = Promise.withResolvers<void>();
  const turn = line.last.then(async () => {
    const waitMs = line.freeAt - performance.now();
    if (waitMs > 0) await pause(waitMs, undefined, signal ? { signal } : {});
    signal?.throwIfAborted();
    const holding = setTimeout(held.resolve, HOLD_MAX_MS);
    try {
      return await work();
    } finally {
      clearTimeout(holding);
      line.freeAt = performance.now() + spacingMs;
    }
  });
  const leave = (): void => {
    line.waiting -= 1;
    held.resolve();
  };
  void turn.then(leave, leave);
  line.last = held.promise;
  return signal ? Promise.race([turn, givenUp(signal, turn)]) : turn;
}

/** Rejects when the signal ends the wait; forgets the signal when the turn is over. */
function givenUp(signal: AbortSignal, turn: Promise<unknown>): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    const forget = (): void => signal.removeEventListener('abort', stop);
    return void turn.then(forget, forget);
  });
}

function lineOf(host: string): Line {
  if (lines.size > HOSTS_MAX) dropIdle();
  const line = lines.get(host) ?? { last: Promise.resolve(), freeAt: 0, waiting: 0 };
  lines.set(host, line);
  return line;
}

function dropIdle(): void {
  const now = performance.now();
  for (const [host, line] of lines)
    if (line.waiting === 0 && line.freeAt <= now) lines.delete(host);
}
