/** What became of tries: written down together, and where that fails each by itself. */
import { expect, it } from 'vitest';
import { createSettling } from '../../src/posting/settling.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Settlement, Store } from '../../src/stores/store.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const NAMES = ['a', 'b', 'c', 'd'];

async function claimed(): Promise<{ store: Store; settlements: Settlement[] }> {
  const store = createMemoryStore();
  const planned = NAMES.map((name) => sampleDelivery(name, 0, { channel: `slack:T/${name}` }));
  await store.addDeliveries(planned);
  const rest = { leaseMs: 60_000, limit: 10, except: [], platforms: ['slack:'] };
  const claims = await store.claimDeliveries({ now: 90_000, ...rest });
  const settlements = claims.map(({ delivery: { id, attempt, batch } }) => ({
    ...({ id, attempt, state: 'sent', messageId: `m-${batch}`, error: null, runAt: 0 } as const),
  }));
  return { store, settlements };
}

/** The store with each call noted: how many it was asked to settle. */
function noted(store: Store, refuses: (settlements: readonly Settlement[]) => boolean) {
  const calls: number[] = [];
  const settleDeliveries: Store['settleDeliveries'] = (settlements, now) => {
    calls.push(settlements.length);
    if (refuses(settlements)) return Promise.reject(new Error('no'));
    return store.settleDeliveries(settlements, now);
  };
  return { calls, parts: { store: { ...store, settleDeliveries }, now: () => 95_000 } };
}

it('writes what ends within a moment together, and the first at once', async () => {
  const { store, settlements } = await claimed();
  const { calls, parts } = noted(store, () => false);
  const settle = createSettling(parts, () => NAMES.length + 1);
  const [first, ...others] = settlements;
  expect(await settle(first!)).toBe(true);
  const taken = { ...others[0]!, attempt: 7 };
  expect(await Promise.all([taken, ...others.slice(1)].map(settle))).toEqual([false, true, true]);
  expect(calls).toEqual([1, 3]);
});

it('waits for nobody when nothing else is under way', async () => {
  const { store, settlements } = await claimed();
  const { calls, parts } = noted(store, () => false);
  const settle = createSettling(parts, () => 1);
  for (const each of settlements) expect(await settle(each)).toBe(true);
  expect(calls).toEqual([1, 1, 1, 1]);
});

it('settles each by itself where all together cannot be, and tells whose could not', async () => {
  const { store, settlements } = await claimed();
  const [bad] = settlements;
  const { parts } = noted(store, (some) => some.includes(bad!));
  const settle = createSettling(parts, () => NAMES.length);
  const ends = await Promise.allSettled(settlements.map(settle));
  expect(ends.map(({ status }) => status)).toEqual([
    'rejected',
    ...NAMES.slice(1).map(() => 'fulfilled'),
  ]);
  const states = (await store.countDeliveries()).map(({ state, count }) => [state, count]);
  expect(states).toEqual([
    ['sending', 1],
    ['sent', 3],
  ]);
});
