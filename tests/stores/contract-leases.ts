/** Contract: leases, which one owner at a time holds. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './contract.ts';
import type { Store } from '../../src/stores/store.ts';

export function leaseRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const take = (owner: string, now: number, name = 'wire:kyodo'): Promise<boolean> =>
    store.takeLease({ name, owner, until: now + 1_000 }, now);

  describe('leases', () => {
    it('are held by one owner, who may prolong them, until they run out', async () => {
      expect(await take('one', 1_000)).toBe(true);
      expect(await take('two', 1_999)).toBe(false);
      expect(await take('two', 1_999, 'wire:other')).toBe(true);
      expect(await take('one', 1_999)).toBe(true);
      expect(await take('two', 2_998)).toBe(false);
      expect(await take('two', 2_999)).toBe(true);
      expect(await take('one', 3_000)).toBe(false);
    });

    it('are given back by their owner only', async () => {
      await take('one', 1_000);
      await store.dropLease('wire:kyodo', 'two');
      expect(await take('two', 1_001)).toBe(false);
      await store.dropLease('wire:kyodo', 'one');
      expect(await take('two', 1_002)).toBe(true);
    });

    it('are listed by how their names begin, also when they have run out', async () => {
      await take('one', 1_000, 'pace:slack:one');
      await take('two', 9_000, 'pace:slack:two');
      await take('one', 1_000, 'pace:slac');
      await take('one', 1_000, 'pace:slackers');
      expect(await store.leases('pace:slack:')).toEqual([
        { name: 'pace:slack:one', owner: 'one', until: 2_000 },
        { name: 'pace:slack:two', owner: 'two', until: 10_000 },
      ]);
      await store.dropLease('pace:slack:one', 'one');
      expect((await store.leases('pace:slack:')).map(({ owner }) => owner)).toEqual(['two']);
    });

    it('go to one of many who ask at once', async () => {
      const owners = Array.from({ length: 8 }, (_, index) => `owner ${index}`);
      const taken = await Promise.all(owners.map((owner) => take(owner, 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });
}
