/** Contract: verdicts of readers and editors. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './contract.ts';
import { at, sampleVerdict } from './sample-nouns.ts';
import type { Store } from '../../src/stores/store.ts';

export function verdictRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('verdicts', () => {
    it('are added once and brought back as they were', async () => {
      expect(await store.verdict('v1')).toBeNull();
      expect(await store.addVerdict(sampleVerdict('v1'))).toBe(true);
      expect(await store.addVerdict(sampleVerdict('v1', { state: 'rejected' }))).toBe(false);
      expect(await store.verdict('v1')).toEqual(sampleVerdict('v1'));
      await store.saveVerdict(sampleVerdict('v1', { state: 'confirmed', decidedBy: 'slack:U2' }));
      expect(await store.verdict('v1')).toMatchObject({ state: 'confirmed' });
    });

    it('are listed newest first, by state and by event', async () => {
      await store.addVerdict(sampleVerdict('v1', { at: at(1) }));
      await store.addVerdict(sampleVerdict('v2', { at: at(3), event: 'e2' }));
      await store.addVerdict(sampleVerdict('v3', { at: at(2), state: 'noted' }));
      const ids = async (query: Partial<Parameters<Store['verdicts']>[0]>) =>
        (await store.verdicts({ state: null, events: null, limit: 9, ...query })).map(
          ({ id }) => id,
        );
      expect(await ids({})).toEqual(['v2', 'v3', 'v1']);
      expect(await ids({ state: 'waiting' })).toEqual(['v2', 'v1']);
      expect(await ids({ events: ['e1', 'e9'] })).toEqual(['v3', 'v1']);
      expect(await ids({ events: [] })).toEqual([]);
      expect(await ids({ limit: 1 })).toEqual(['v2']);
    });
  });
}
