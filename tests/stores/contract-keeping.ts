/** What every store must do for the operator, and for copy that expires. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenStore } from './contract.ts';
import { at, sampleCard, sampleDelivery, sampleStory, sampleTake } from './sample-nouns.ts';
import type { Store } from '../../src/stores/store.ts';

export function keepingRules(open: OpenStore): void {
  describe('problems of wires', () => {
    let store: Store;
    beforeEach(async () => (store = await open()));
    afterEach(() => store.close());

    it('are counted by day, wire and kind, with the newest sentence, the commonest first', async () => {
      const day = '2026-03-02';
      const bad = (code: string, sentence: string) => ({ code, sentence });
      await store.addProblems('b', day, [bad('no-date', 'x'), bad('charset', 'one')]);
      await store.addProblems('b', day, [bad('charset', 'two')]);
      await store.addProblems('a', day, [bad('no-date', 'odd \0 \ud800 signs')]);
      await store.addProblems('b', '2026-03-01', [bad('charset', 'yesterday')]);
      expect(await store.problemsOn(day)).toEqual([
        { wire: 'a', code: 'no-date', count: 1, sample: 'odd   \ufffd signs' },
        { wire: 'b', code: 'charset', count: 2, sample: 'two' },
        { wire: 'b', code: 'no-date', count: 1, sample: 'x' },
      ]);
      await store.removeProblems(day);
      expect(await store.problemsOn('2026-03-01')).toEqual([]);
      expect(await store.problemsOn(day)).toHaveLength(3);
    });

    it('are taken back with their transaction', async () => {
      const failing = store.transact(async (records) => {
        await records.addProblems('a', '2026-03-02', [{ code: 'c', sentence: 's' }]);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect(await store.problemsOn('2026-03-02')).toEqual([]);
    });
  });

  describe('the queue', () => {
    it('tells by platform how much is due and since when', async () => {
      const store = await open();
      await store.addDeliveries([
        sampleDelivery('a', 0, { runAt: 500 }),
        sampleDelivery('b', 0, { runAt: 400, state: 'unknown' }),
        sampleDelivery('c', 0, { runAt: 300, state: 'sent' }),
        sampleDelivery('d', 0, { runAt: 9_000 }),
        sampleDelivery('e', 0, { runAt: 700, channel: 'discord:1/2' }),
      ]);
      await store.addDeliveries([sampleDelivery('f', 0, { runAt: 1, channel: 'slack:T/off' })]);
      expect(await store.oldestDue(1_000, ['slack:T/off'])).toEqual([
        { platform: 'discord', count: 1, oldest: 700 },
        { platform: 'slack', count: 2, oldest: 400 },
      ]);
      await store.close();
    });
  });

  describe('what was given up', () => {
    it('is told by platform, with a refusal, where it is news that readers miss', async () => {
      const store = await open();
      const lost = { state: 'failed', attempt: 1, error: 'Slack refused: no_text.' } as const;
      await store.addDeliveries([
        sampleDelivery('a', 0, { ...lost, updatedAt: 900 }),
        sampleDelivery('b', 0, { ...lost, updatedAt: 950, purpose: 'bulletin' }),
        sampleDelivery('g', 0, { ...lost, updatedAt: 900, purpose: 'amendment' }),
        sampleDelivery('c', 0, { ...lost, updatedAt: 100 }),
        sampleDelivery('d', 0, { ...lost, updatedAt: 900, purpose: 'operator' }),
        sampleDelivery('e', 0, { attempt: 1, state: 'sent', updatedAt: 900 }),
        sampleDelivery('f', 0, { ...lost, updatedAt: 900, channel: 'discord:1/2', error: null }),
      ]);
      expect(await store.givenUp(500)).toEqual([
        { platform: 'discord', count: 1, error: '' },
        { platform: 'slack', count: 2, error: 'Slack refused: no_text.' },
      ]);
      expect(await store.givenUp(1_000)).toEqual([]);
      await store.close();
    });
  });

  describe('copy that expires', () => {
    let store: Store;
    beforeEach(async () => (store = await open()));
    afterEach(() => store.close());

    it('leaves its take, which nobody can add anew', async () => {
      const take = sampleTake('t1', { guid: 'g1', sentAt: at(0), signal: 'update' });
      await store.addTake(take, at(0));
      await store.addTake(sampleTake('t2'), at(5));
      await store.addTake(sampleTake('t3', { wire: 'other' }), at(0));
      const which = { wire: 'agency', before: at(5), limit: 10 };
      expect(await store.forgetTakes(which)).toBe(1);
      expect(await store.forgetTakes(which)).toBe(0);
      const left = await store.take('t1');
      expect(left).toMatchObject({ guid: 'g1', sentAt: at(0), signal: 'update', text: '' });
      expect(JSON.stringify(left)).not.toContain('arbour');
      expect(await store.addTake(take, at(9))).toBe(false);
      expect((await store.take('t1'))?.text).toBe('');
      for (const id of ['t2', 't3']) expect((await store.take(id))?.text).not.toBe('');
    });

    it('is listed oldest first while it is there, without what is held', async () => {
      await store.saveStory(sampleStory('s1', { changedAt: at(3) }));
      await store.saveStory(sampleStory('s2', { changedAt: at(1) }));
      await store.saveStory(sampleStory('s3', { changedAt: at(1), state: 'held' }));
      await store.saveStory(sampleStory('s4', { changedAt: at(1), wire: 'other' }));
      await store.saveStory(sampleStory('s5', { changedAt: at(9) }));
      await store.saveStory(sampleStory('s6', { changedAt: at(1), current: null }));
      const listed = async (limit: number) =>
        (await store.storiesWithCopy({ wire: 'agency', before: at(9), limit })).map(({ id }) => id);
      expect(await listed(9)).toEqual(['s2', 's1']);
      expect(await listed(1)).toEqual(['s2']);
      await store.saveStory(sampleStory('s2', { changedAt: at(1), current: null }));
      expect(await listed(9)).toEqual(['s1']);
      const found = await store.searchStories({ words: ['harbour'], since: null, limit: 9 });
      expect(found.map(({ id }) => id)).not.toContain('s2');
    });

    it('takes every card of an event with it', async () => {
      await store.saveCard('e1', 1, 'offline@1', sampleCard('one'));
      await store.saveCard('e1', 2, 'openai@1', sampleCard('two'));
      await store.saveCard('e2', 1, 'offline@1', sampleCard('other'));
      await store.removeCards('e1');
      expect(await store.card('e1', 1, 'offline@1')).toBeNull();
      expect(await store.card('e1', 2, 'openai@1')).toBeNull();
      expect(await store.card('e2', 1, 'offline@1')).toEqual(sampleCard('other'));
    });
  });
}
