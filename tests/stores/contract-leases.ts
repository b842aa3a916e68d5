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

    it('go to one of many who ask at once', async () => {
      const owners = Array.from({ length: 8 }, (_, index) => `owner ${index}`);
      const taken = await Promise.all(owners.map((owner) => take(owner, 1_000)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    });
  });
}
