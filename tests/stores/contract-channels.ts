/** Contract: subscriptions, settings, editions, replies and notes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, editionShowing, sampleEdition } from './sample-nouns.ts';
import type { OpenStore } from './contract.ts';
import type { Store } from '../../src/stores/store.ts';
import type { ChannelSettings } from '../../src/news/subscription.ts';

export function channelRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  describe('channels', () => {
    it('keeps one line for each channel and topic', async () => {
      const line = (channel: string, topic: string, by = 'U1') => ({
        channel,
        topic,
        by,
        at: at(0),
      });
      await store.saveSubscription(line('slack:T/B', 'ports'));
      await store.saveSubscription(line('slack:T/A', 'rates'));
      await store.saveSubscription(line('slack:T/A', 'ports'));
      await store.saveSubscription(line('slack:T/A', 'ports', 'U2'));
      expect(await store.subscriptions(null)).toEqual([
        line('slack:T/A', 'ports', 'U2'),
        line('slack:T/A', 'rates'),
        line('slack:T/B', 'ports'),
      ]);
      expect(await store.subscriptions('slack:T/B')).toEqual([line('slack:T/B', 'ports')]);
      expect(await store.removeSubscription('slack:T/B', 'ports')).toBe(true);
      expect(await store.removeSubscription('slack:T/B', 'ports')).toBe(false);
      expect(await store.subscriptions('slack:T/B')).toEqual([]);
    });

    it('keeps the settings of each channel', async () => {
      const settings = (channel: string, limit: number): ChannelSettings => ({
        channel,
        schedules: [{ weekdays: [1, 5], time: '08:30', zone: 'Asia/Tokyo' }],
        alerts: 2,
        whenEmpty: 'silence',
        limit,
        offReason: null,
        since: at(0),
      });
      await store.saveChannelSettings(settings('b', 5));
      await store.saveChannelSettings(settings('a', 5));
      await store.saveChannelSettings(settings('b', 7));
      expect(await store.channelSettings('b')).toEqual(settings('b', 7));
      expect(await store.channelSettings('c')).toBeNull();
      expect((await store.allChannelSettings()).map((each) => each.channel)).toEqual(['a', 'b']);
    });

    it('keeps replies and notes by name', async () => {
      const reply = {
        id: 'r1',
        channel: 'slack:T/A',
        person: 'U1',
        layout: { title: 'Ports', items: [] },
        events: [{ id: 'e1', version: 3 }],
        at: at(0),
      };
      await store.saveReply(reply);
      expect(await store.reply('r1')).toEqual(reply);
      expect(await store.reply('r2')).toBeNull();
      await store.saveReply({ ...reply, events: [{ id: 'e2', version: 1 }] });
      expect((await store.reply('r1'))?.events).toEqual([{ id: 'e2', version: 1 }]);
      await store.saveNote('told', 'one');
      await store.saveNote('told', 'two \0');
      expect(await store.note('told')).toBe('two \0');
      expect(await store.note('never')).toBeNull();
    });
  });

  describe('replies', () => {
    const reply = (id: string, minute: number, ...events: string[]) => ({
      id,
      channel: 'slack:T/A',
      person: 'U1',
      layout: { title: 'Ports', items: [] },
      events: events.map((event) => ({ id: event, version: 3 })),
      at: at(minute),
    });

    it('are found by the events that they told of, oldest first, the newest when there are many', async () => {
      const replies = [
        reply('r3', 5, 'e1'),
        reply('r1', 2, 'e1', 'e2', 'e1'),
        reply('r2', 2, 'e1'),
      ];
      for (const each of replies) await store.saveReply(each);
      const found = async (event: string, minute = 0, limit = 10): Promise<string[]> =>
        (await store.repliesShowing(event, at(minute), limit)).map(({ id }) => id);
      expect(await found('e1')).toEqual(['r1', 'r2', 'r3']);
      expect(await found('e2')).toEqual(['r1']);
      expect(await found('e3')).toEqual([]);
      expect(await found('e1', 3)).toEqual(['r3']);
      expect(await found('e1', 5)).toEqual(['r3']);
      expect(await found('e1', 0, 2)).toEqual(['r2', 'r3']);
      expect(await found('e1', 0, 0)).toEqual([]);
      expect((await store.repliesShowing('e2', at(0), 1))[0]).toEqual(replies[1]);
    });

    it('are found only by what they tell of now when they are saved again', async () => {
      await store.saveReply(reply('r1', 1, 'e1'));
      await store.saveReply(reply('r1', 1, 'e2'));
      expect(await store.repliesShowing('e1', at(0), 10)).toEqual([]);
      expect(await store.repliesShowing('e2', at(0), 10)).toHaveLength(1);
    });
  });

  describe('editions', () => {
    it('stores an edition once', async () => {
      const edition = editionShowing('d1', { e1: 1 });
      expect(await store.addEdition(edition)).toBe(true);
      expect(await store.addEdition(editionShowing('d1', { e2: 1 }))).toBe(false);
      expect(await store.edition('d1')).toEqual(edition);
      expect(await store.edition('d2')).toBeNull();
      expect(await store.shownVersions('slack:T1/C1', ['e2'])).toEqual(new Map());
    });

    it('lists the editions of a channel, newest slot first, and its last digest', async () => {
      const bulletin = { kind: 'bulletin', slot: 'e1@2', composedAt: at(50) } as const;
      await store.addEdition(sampleEdition('d1', { slot: at(40) }));
      await store.addEdition(sampleEdition('d2', { slot: at(10), composedAt: at(55) }));
      await store.addEdition(sampleEdition('d3', bulletin));
      await store.addEdition(sampleEdition('d4', { slot: at(59), channel: 'slack:T1/C2' }));
      const list = async (limit: number) =>
        (await store.editionsOf('slack:T1/C1', limit)).map((edition) => edition.id);
      expect(await list(10)).toEqual(['d3', 'd1', 'd2']);
      expect(await list(1)).toEqual(['d3']);
      const channels = ['slack:T1/C3', 'slack:T1/C2', 'slack:T1/C1'];
      const last = await store.lastDigests(channels);
      expect([...last].map(([channel, { id }]) => [channel, id]).sort()).toEqual([
        ['slack:T1/C1', 'd1'],
        ['slack:T1/C2', 'd4'],
      ]);
      expect(await store.lastDigests([])).toEqual(new Map());
    });

    it('finds the newest edition of a channel that shows any of some events', async () => {
      await store.addEdition(editionShowing('d1', { e1: 3, e2: 1 }));
      await store.addEdition(editionShowing('d2', { e1: 2 }, { slot: at(50) }));
      await store.addEdition(
        editionShowing('d3', { e1: 9 }, { channel: 'slack:T1/C2', slot: at(59) }),
      );
      const last = async (events: readonly string[]) =>
        (await store.lastShowing('slack:T1/C1', events))?.id;
      expect(await last(['e1'])).toBe('d2');
      expect(await last(['e2', 'e1'])).toBe('d2');
      expect(await last(['e2', 'e3'])).toBe('d1');
      expect(await last(['e3'])).toBeUndefined();
      expect(await last([])).toBeUndefined();
    });

    it('knows the newest version of an event that a channel has seen', async () => {
      await store.addEdition(editionShowing('d1', { e1: 3, e2: 1 }));
      await store.addEdition(editionShowing('d2', { e1: 2 }, { slot: at(50) }));
      await store.addEdition(editionShowing('d3', { e1: 9 }, { channel: 'slack:T1/C2' }));
      expect(await store.shownVersions('slack:T1/C1', ['e1', 'e2', 'e3'])).toEqual(
        new Map([
          ['e1', 3],
          ['e2', 1],
        ]),
      );
      expect(await store.shownVersions('slack:T1/C1', [])).toEqual(new Map());
    });
  });
}
