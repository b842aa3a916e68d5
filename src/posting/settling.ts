/**
 * What became of tries, written down together: one transaction for all that end within a moment. What
 * a kill keeps from being written stands in the ledger as `sending` and is looked for in its channel.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Settlement, Store } from '../stores/store.ts';

/**
 * While other tries are under way so long passes between two writings: what ends meanwhile is settled
 * together, at most so many.
 */
const GATHER_MS = 100;
const TOGETHER_MAX = 100;
const TRIES = 4;
const PAUSE_MS = 250;

/** Settles one try; false when another replica has taken it over. Throws when the store refuses. */
export type Settle = (settlement: Settlement) => Promise<boolean>;

type Waiting = {
  readonly settlement: Settlement;
  readonly resolve: (isOurs: boolean) => void;
  readonly reject: (error: unknown) => void;
};

type SettlingParts = { readonly store: Store; readonly now: () => number };

/**
 * Makes what settles the tries of one process.
 * @param underWay how many tries have begun and are not settled
 */
export function createSettling(parts: SettlingParts, underWay: () => number): Settle {
  const waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let writtenAt = -Infinity;

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const waitMs = writtenAt + GATHER_MS - performance.now();
      if (waitMs > 0 && underWay() > waiting.length) await pause(waitMs);
      writtenAt = performance.now();
      await settleTogether(parts, waiting.splice(0, TOGETHER_MAX));
    }
    writing = null;
  }

  return (settlement) =>
    new Promise((resolve, reject) => {
      waiting.push({ settlement, resolve, reject });
      writing ??= write();
    });
}

/** Where all together cannot be settled, each is by itself. Never throws. */
async function settleTogether(parts: SettlingParts, batch: readonly Waiting[]): Promise<void> {
  try {
    const settlements = batch.map(({ settlement }) => settlement);
    const areOurs = await parts.store.settleDeliveries(settlements, parts.now());
    batch.forEach(({ resolve }, at) => resolve(areOurs[at] === true));
  } catch {
    await Promise.all(
      batch.map(({ settlement, resolve, reject }) =>
        settlePatiently(parts, settlement).then(resolve, reject),
      ),
    );
  }
}

/** A store that is busy for a moment is asked again. */
async function settlePatiently(parts: SettlingParts, settlement: Settlement): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      const [isOurs] = await parts.store.settleDeliveries([settlement], parts.now());
      return isOurs === true;
    } catch (error) {
      // left as it is, the lease runs out and the message is looked for in its channel
      if (tries >= TRIES) throw error;
      await pause(PAUSE_MS * tries);
    }
  }
}
