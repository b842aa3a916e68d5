/**
 * Work that one replica at a time may do: reading a wire, composing a digest, making a card. A lease
 * is short and prolonged while the work lasts, so that what a killed process held is soon free. It
 * saves work, it guards nothing: what is stored twice is stored once by its id.
 */
import { randomUUID } from 'node:crypto';
import type { Store } from './stores/store.ts';

/** This process among the others. */
export const OWNER = randomUUID();
const LEASE_MS = 15_000;
const PROLONG_MS = 5_000;

export type LeasingParts = {
  readonly store: Pick<Store, 'takeLease' | 'dropLease'>;
  /** names the process; tests of several replicas in one give each its own */
  readonly owner?: string;
};

/**
 * Does the work if no other process is at it.
 * @returns false, with nothing done, when one is
 */
export async function alone(
  { store, owner = OWNER }: LeasingParts,
  name: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const lease = await holdLease({ store, owner }, name);
  if (lease === null) return false;
  try {
    await work();
  } finally {
    await lease.drop();
  }
  return true;
}

/** A lease that is prolonged until it is given back, or lost. */
export type HeldLease = {
  /** false once it has run out or another process has it */
  isHeld(): boolean;
  /** Gives it back. Never throws: what cannot be given back runs out. */
  drop(): Promise<void>;
};

/** Takes a lease and keeps it; null while another process has it. */
export async function holdLease(
  { store, owner = OWNER }: LeasingParts,
  name: string,
): Promise<HeldLease | null> {
  let heldUntil = 0;
  // the machine's time, whatever the newsroom's clock says: a rehearsal may set that back
  const take = async (): Promise<boolean> => {
    const until = Date.now() + LEASE_MS;
    const isTaken = await store.takeLease({ name, owner, until }, Date.now());
    heldUntil = isTaken ? until : 0;
    return isTaken;
  };
  if (!(await take())) return null;
  const prolonging = setInterval(() => void take().catch(() => undefined), PROLONG_MS);
  prolonging.unref();
  return {
    isHeld: () => Date.now() < heldUntil,
    async drop() {
      clearInterval(prolonging);
      await store.dropLease(name, owner).catch(() => undefined);
    },
  };
}
