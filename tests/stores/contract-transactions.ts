/** Contract: all or nothing, one after the other, and clear words for wrong use. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  at,
  editionShowing,
  sampleDelivery,
  sampleEvent,
  sampleStory,
  sampleTake,
} from './sample-nouns.ts';
import type { OpenStore } from './contract.ts';
import type { Records, Store } from '../../src/stores/store.ts';

export function transactionRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  it('tells times that never go back, whatever the clocks of those who ask', async () => {
    const tell = (now: number) => store.transact((records) => records.storeTime(now));
    expect(await tell(1_772_436_904_203)).toBe(1_772_436_904_203);
    expect(await tell(1_772_436_904_203)).toBe(1_772_436_904_204);
    expect(await tell(1_772_436_900_000)).toBe(1_772_436_904_205);
    expect(await tell(1_772_436_905_000)).toBe(1_772_436_905_000);
  });

  const writeEverything = async (records: Records) => {
    await records.saveBookmark({ wire: 'agency' });
    await records.addTake(sampleTake('t1'), at(0));
    await records.saveStory(sampleStory('s1'));
    await records.saveEvent(sampleEvent('e1'));
    await records.addEdition(editionShowing('d1', { e1: 1 }));
    await records.addDeliveries([sampleDelivery('b1', 0)]);
    await records.saveNote('told', 'yes');
  };
  const whatStands = async (records: Records) => ({
    bookmarks: (await records.bookmarks()).length,
    takes: (await records.takes(['t1'])).length,
    stories: (await records.storiesByKeys('Agency', ['guid:s1'])).length,
    found: (await records.searchStories({ words: ['harbour'], since: null, limit: 5 })).length,
    events: (await records.eventsSaved(0, 5)).events.length,
    editions: (await records.editionsOf('slack:T1/C1', 5)).length,
    shown: (await records.shownVersions('slack:T1/C1', ['e1'])).size,
    deliveries: (await records.deliveriesOf('b1')).length,
    notes: (await records.note('told')) === null ? 0 : 1,
  });
  const each = (count: number) => ({
    bookmarks: count,
    takes: count,
    stories: count,
    found: count,
    events: count,
    editions: count,
    shown: count,
    deliveries: count,
    notes: count,
  });

  describe('transact', () => {
    it('keeps everything and gives the result back', async () => {
      const result = await store.transact(async (records) => {
        await writeEverything(records);
        expect(await whatStands(records)).toEqual(each(1));
        return 'done';
      });
      expect(result).toBe('done');
      expect(await whatStands(store)).toEqual(each(1));
    });

    it('changes nothing when the work throws, and throws the same', async () => {
      const mistake = new Error('on purpose');
      const work = async (records: Records) => {
        await writeEverything(records);
        throw mistake;
      };
      await expect(store.transact(work)).rejects.toBe(mistake);
      expect(await whatStands(store)).toEqual(each(0));
      await writeEverything(store);
      await expect(store.transact(work)).rejects.toBe(mistake);
      expect(await whatStands(store)).toEqual(each(1));
    });

    it('lets transactions take turns, so that none builds on what another changes', async () => {
      const count = (records: Records) => async () => Number((await records.note('n')) ?? 0);
      const increase = () =>
        store.transact(async (records) => {
          const before = await count(records)();
          await new Promise((resolve) => setImmediate(resolve));
          await records.saveNote('n', String(before + 1));
        });
      await Promise.all(Array.from({ length: 25 }, increase));
      expect(await count(store)()).toBe(25);
    });

    it('keeps calls from outside out of an open transaction', async () => {
      let outside: Promise<void> = Promise.resolve();
      let begin = () => {};
      const begun = new Promise<void>((resolve) => (begin = resolve));
      const transaction = store.transact(async (records) => {
        await records.saveNote('inside', 'x');
        begin();
        await new Promise((resolve) => setImmediate(resolve));
        throw new Error('on purpose');
      });
      await Promise.all([
        expect(transaction).rejects.toThrow('on purpose'),
        begun.then(() => (outside = store.saveNote('outside', 'y'))),
      ]);
      await outside;
      expect(await store.note('inside')).toBeNull();
      expect(await store.note('outside')).toBe('y');
    });

    it('gives revisions in the order in which they become visible', async () => {
      const seen: string[] = [];
      let revision = 0;
      const readOn = async () => {
        const page = await store.eventsSaved(revision, 1_000);
        revision = page.revision;
        seen.push(...page.events.map((event) => event.id));
      };
      let writing = true;
      const reading = (async () => {
        while (writing) await readOn();
      })();
      const write = (index: number) =>
        store.transact(async (records) => {
          await records.saveEvent(sampleEvent(`e${index}`));
          await new Promise((resolve) => setImmediate(resolve));
        });
      await Promise.all(Array.from({ length: 30 }, (_, index) => write(index)));
      writing = false;
      await reading;
      await readOn();
      expect([...seen].sort()).toEqual(
        Array.from({ length: 30 }, (_, index) => `e${index}`).sort(),
      );
    });

    it('says so when the store itself is used inside, instead of waiting for ever', async () => {
      const nested = store.transact(() => store.note('n'));
      await expect(nested).rejects.toThrow('store.note() was called inside store.transact()');
      const deeper = store.transact(() => store.transact(async () => 1));
      await expect(deeper).rejects.toThrow('inside store.transact()');
      await expect(store.transact(() => store.close())).rejects.toThrow('inside store.transact()');
      await store.saveNote('n', 'still works');
    });

    it('refuses records whose transaction has ended', async () => {
      const kept = await store.transact(async (records) => records);
      await expect(kept.note('n')).rejects.toThrow('after its transaction ended');
    });
  });

  describe('the store as a whole', () => {
    it('checks itself in one line', async () => {
      await writeEverything(store);
      const line = await store.check();
      expect(line).toMatch(/sound/);
      expect(line).not.toMatch(/\n/);
    });

    it('closes once, however often it is asked, after what was under way', async () => {
      const writing = store.saveNote('n', 'x');
      await Promise.all([store.close(), store.close()]);
      await writing;
      await store.close();
      await expect(store.note('n')).rejects.toMatchObject({ code: 'store' });
    });
  });
}
