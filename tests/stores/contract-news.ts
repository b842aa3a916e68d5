/** Contract: wires, takes, stories, search, events and cards. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  at,
  sampleCard,
  sampleEvent,
  sampleStory,
  sampleTake,
  storyTelling,
} from './sample-nouns.ts';
import type { OpenStore } from './contract.ts';
import type { Store } from '../../src/stores/store.ts';

export function newsRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const found = async (words: string[], since: string | null = null, limit = 10) =>
    (await store.searchStories({ words, since, limit })).map((story) => story.id);

  describe('wires and takes', () => {
    it('keeps one bookmark a wire, whatever is in it', async () => {
      await store.saveBookmark({ wire: 'b', etag: 'one' } as { wire: string });
      await store.saveBookmark({ wire: 'a' });
      await store.saveBookmark({ wire: 'b', etag: 'two' } as { wire: string });
      expect(await store.bookmark('b')).toEqual({ wire: 'b', etag: 'two' });
      expect(await store.bookmark('c')).toBeNull();
      expect((await store.bookmarks()).map((each) => each.wire)).toEqual(['a', 'b']);
    });

    it('stores a take once and never changes it', async () => {
      const take = sampleTake('t1', { text: 'Ünïcode "quoted"\n\nnul \0 and 🚢' });
      expect(await store.addTake(take, at(1))).toBe(true);
      expect(await store.addTake(sampleTake('t1', { text: 'other' }), at(2))).toBe(false);
      expect(await store.take('t1')).toEqual(take);
      expect(await store.take('none')).toBeNull();
    });

    it('gives takes in the order asked for, each once', async () => {
      for (const id of ['t1', 't2', 't3']) await store.addTake(sampleTake(id), at(0));
      const takes = await store.takes(['t3', 'none', 't1', 't3']);
      expect(takes.map((take) => take.id)).toEqual(['t3', 't1']);
      expect(await store.takes([])).toEqual([]);
    });

    it('counts takes by wire since an instant', async () => {
      await store.addTake(sampleTake('t1', { wire: 'b' }), at(1));
      await store.addTake(sampleTake('t2', { wire: 'a' }), at(2));
      await store.addTake(sampleTake('t3', { wire: 'b' }), at(3));
      expect(await store.countTakes(at(2))).toEqual([
        { wire: 'a', count: 1 },
        { wire: 'b', count: 1 },
      ]);
    });
  });

  describe('stories', () => {
    it('brings a story back as it was saved, the newest saving', async () => {
      const story = sampleStory('s1', { correction: 'It was Tuesday.' });
      await store.saveStory(sampleStory('s1'));
      await store.saveStory(story);
      expect(await store.story('s1')).toEqual(story);
      expect(await store.story('s2')).toBeNull();
      expect(await store.stories(['s2', 's1', 's1'])).toEqual([story]);
    });

    it('finds stories by keys of their scope, in the order of the keys, each once', async () => {
      await store.saveStory(sampleStory('s1', { keys: ['guid:1', 'url:1'] }));
      await store.saveStory(sampleStory('s2', { keys: ['guid:2'] }));
      await store.saveStory(sampleStory('s3', { scope: 'Other', keys: ['guid:1'] }));
      const stories = await store.storiesByKeys('Agency', ['guid:2', 'none', 'url:1', 'guid:1']);
      expect(stories.map((story) => story.id)).toEqual(['s2', 's1']);
      expect(await store.storiesByKeys('Agency', [])).toEqual([]);
    });

    it('finds stories of a wire by keys, whatever their scope, each once', async () => {
      await store.saveStory(sampleStory('s1', { wire: 'a', keys: ['guid:1', 'guid:9'] }));
      await store.saveStory(sampleStory('s2', { wire: 'a', scope: 'Other', keys: ['guid:1'] }));
      await store.saveStory(sampleStory('s3', { wire: 'b', scope: 'Third', keys: ['guid:1'] }));
      const stories = await store.storiesOfWire('a', ['guid:1', 'guid:9']);
      expect(stories.map((story) => story.id).sort()).toEqual(['s1', 's2']);
      expect(await store.storiesOfWire('a', ['guid:2'])).toEqual([]);
      expect(await store.storiesOfWire('a', [])).toEqual([]);
    });

    it('drops keys that a story has no longer and leaves a key with who had it first', async () => {
      await store.saveStory(sampleStory('s1', { keys: ['guid:1', 'url:1'] }));
      await store.saveStory(sampleStory('s2', { keys: ['guid:2', 'url:1'] }));
      const holder = async () =>
        (await store.storiesByKeys('Agency', ['url:1'])).map((story) => story.id);
      expect(await holder()).toEqual(['s1']);
      await store.saveStory(sampleStory('s1', { keys: ['guid:1'] }));
      expect(await holder()).toEqual([]);
      await store.saveStory(sampleStory('s2', { keys: ['guid:2', 'url:1'] }));
      expect(await holder()).toEqual(['s2']);
    });

    it('takes any text for a key', async () => {
      const keys = ['', 'nul \0', '"\' or 1=1 --', `url:${'x'.repeat(9_000)}`, '\ud800', '京都'];
      await store.saveStory(sampleStory('s1', { scope: 'Ky\0odo', keys }));
      for (const key of keys) {
        expect(await store.storiesByKeys('Ky\0odo', [key]), key).toHaveLength(1);
      }
      const longer = `url:${'x'.repeat(9_001)}`;
      expect(await store.storiesByKeys('Ky\0odo', [longer])).toEqual([]);
    });

    it('tells held stories whose time has come, soonest first', async () => {
      const held = (id: string, minute: number | null) =>
        sampleStory(id, { state: 'held', heldUntil: minute === null ? null : at(minute) });
      for (const story of [held('s1', 9), held('s2', 5), held('s3', 12), held('s4', null)]) {
        await store.saveStory(story);
      }
      await store.saveStory(sampleStory('s5', { heldUntil: at(1) }));
      expect((await store.heldStories(at(9))).map((story) => story.id)).toEqual(['s2', 's1']);
      const all = await store.heldStories(null);
      expect(all.map((story) => story.id)).toEqual(['s1', 's2', 's3', 's4']);
    });

    it('counts stories by wire and state', async () => {
      await store.saveStory(sampleStory('s1', { wire: 'b' }));
      await store.saveStory(sampleStory('s2', { wire: 'a', state: 'killed' }));
      await store.saveStory(sampleStory('s3', { wire: 'a' }));
      await store.saveStory(sampleStory('s4', { wire: 'a' }));
      expect(await store.countStories()).toEqual([
        { wire: 'a', state: 'killed', count: 1 },
        { wire: 'a', state: 'live', count: 2 },
        { wire: 'b', state: 'live', count: 1 },
      ]);
    });
  });

  describe('search', () => {
    it('finds any of the words, by stem, the headline before the text', async () => {
      await store.saveStory(storyTelling('s1', 'Budget passed', 'Ferry fares and tariffs rise.'));
      await store.saveStory(storyTelling('s2', 'Tariff talks end', 'Ministers went home early.'));
      await store.saveStory(storyTelling('s3', 'Rain', 'More rain.'));
      expect(await found(['tariffs'])).toEqual(['s2', 's1']);
      expect((await found(['BUDGET', 'rain'])).sort()).toEqual(['s1', 's3']);
      expect(await found(['volcano'])).toEqual([]);
      expect(await found(['tariffs'], null, 1)).toEqual(['s2']);
    });

    it('finds words however they are spelt: with marks or without, figures, initials', async () => {
      await store.saveStory(storyTelling('s1', 'São Marto', 'Łukasz Ørsted rode in Ayşe\u0301.'));
      await store.saveStory(storyTelling('s2', 'Sao Brenn', 'It lost 1,200,000 crowns.'));
      await store.saveStory(storyTelling('s3', 'Vote', 'The U.N. council met.'));
      for (const word of ['sao', 'São', 'SÃO', 'Sa\u0303o'])
        expect((await found([word])).sort(), word).toEqual(['s1', 's2']);
      expect(await found(['lukasz'])).toEqual(['s1']);
      expect(await found(['Łukasz'])).toEqual(['s1']);
      expect(await found(['orsted'])).toEqual(['s1']);
      for (const figure of ['1200000', '1,200,000'])
        expect(await found([figure]), figure).toEqual(['s2']);
      for (const name of ['UN', 'U.N.', 'un']) expect(await found([name]), name).toEqual(['s3']);
    });

    it('weighs words by how few stories hold them', async () => {
      const common = 'The minister told reporters of talks. The minister of talks told of talks.';
      for (let each = 0; each < 30; each += 1)
        await store.saveStory(storyTelling(`c${each}`, `Minister tells of talks ${each}`, common));
      const rare = 'Engineers closed the lock at Brunnfeld, and barges wait on the river.';
      await store.saveStory(storyTelling('s1', 'Barges wait', rare));
      expect((await found(['minister', 'talks', 'brunnfeld']))[0]).toBe('s1');
    });

    it('puts the newest first among equals and looks no further back than asked', async () => {
      await store.saveStory(storyTelling('s1', 'Strike', 'Dockers strike.', 5));
      await store.saveStory(storyTelling('s2', 'Strike', 'Dockers strike.', 9));
      await store.saveStory(storyTelling('s3', 'Strike', 'Dockers strike.', 7));
      expect(await found(['strike'])).toEqual(['s2', 's3', 's1']);
      expect(await found(['strike'], null, 1)).toEqual(['s2']);
      expect(await found(['strike'], at(7))).toEqual(['s2', 's3']);
    });

    it('finds the current copy only', async () => {
      await store.saveStory(storyTelling('s1', 'Mayor resigns', 'She left.'));
      await store.saveStory(storyTelling('s1', 'Mayor stays', 'She did not leave.'));
      expect(await found(['resigns'])).toEqual([]);
      expect(await found(['mayor'])).toEqual(['s1']);
    });

    it('never finds a killed story or one without copy', async () => {
      const story = storyTelling('s1', 'Mayor resigns', 'She left.');
      await store.saveStory(story);
      await store.saveStory({ ...story, state: 'killed' });
      expect(await found(['mayor'])).toEqual([]);
      await store.saveStory(story);
      expect(await found(['mayor'])).toEqual(['s1']);
      await store.saveStory({ ...story, current: null });
      expect(await found(['mayor'])).toEqual([]);
    });

    it('takes any input for plain words', async () => {
      await store.saveStory(storyTelling('s1', 'Talks', 'The "talks" (so called) went on.'));
      const hostile = [
        '"',
        "'",
        '(',
        'a AND',
        'NEAR(',
        'headline:',
        '*',
        '^',
        '-',
        '&|!',
        ':*',
        '½',
        '\0',
      ];
      for (const word of [...hostile, '\\', '<->', '%', ';--', '\ud800', '', ' ']) {
        expect(await found([word, 'talks']), word).toEqual(['s1']);
        await found([word]);
      }
      expect(await found([])).toEqual([]);
      expect(await found(['x '.repeat(40_000), 'y'.repeat(40_000)])).toEqual([]);
    });

    it('goes on however many stories come and are killed', async () => {
      for (let day = 0; day < 60; day += 1) {
        await store.saveStory(storyTelling(`s${day}`, `Ferry ${day} sails`, 'At last it did.'));
        if (day % 3 !== 0) continue;
        const killed = storyTelling(`s${day / 3}`, 'Ferry sails', 'At last it did.');
        await store.saveStory({ ...killed, state: 'killed' });
      }
      const found = await store.searchStories({ words: ['ferry'], since: null, limit: 100 });
      expect(found).toHaveLength(40);
    });

    it('indexes a copy of any length and with any signs', async () => {
      const words = Array.from({ length: 60_000 }, (_, index) => `w${index.toString(36)}`);
      await store.saveStory(storyTelling('s1', 'Long \0 list', words.join(' ')));
      expect(await found(['list'])).toEqual(['s1']);
    });
  });

  describe('events and cards', () => {
    it('brings events back and lists those changed in a window, newest first', async () => {
      for (const [id, minute] of [
        ['e1', 1],
        ['e2', 2],
        ['e3', 3],
        ['e4', 3],
        ['e5', 4],
      ] as const) {
        await store.saveEvent(sampleEvent(id, { changedAt: at(minute) }));
      }
      const changed = async (limit: number) =>
        (await store.eventsChanged({ from: at(1), to: at(3) }, limit)).map((event) => event.id);
      expect(await changed(10)).toEqual(['e3', 'e4', 'e2']);
      expect(await changed(2)).toEqual(['e3', 'e4']);
      expect(await store.event('e1')).toEqual(sampleEvent('e1', { changedAt: at(1) }));
      expect((await store.events(['e5', 'none', 'e1'])).map((event) => event.id)).toEqual([
        'e5',
        'e1',
      ]);
    });

    it('lists events that look ahead to a day, newest first, but none changed since', async () => {
      for (const [id, minute, ahead] of [
        ['e1', 1, { ahead: '2026-04-21' }],
        ['e2', 2, { ahead: '2026-04-20' }],
        ['e3', 3, { ahead: '2027-12-31' }],
        ['e4', 4, {}],
        ['e5', 6, { ahead: '2026-05-01' }],
      ] as const)
        await store.saveEvent(sampleEvent(id, { changedAt: at(minute), ...ahead }));
      const ahead = async (limit: number) =>
        (await store.eventsAhead('2026-04-21', at(5), limit)).map((event) => event.id);
      expect(await ahead(10)).toEqual(['e3', 'e1']);
      expect(await ahead(1)).toEqual(['e3']);
      await store.saveEvent(sampleEvent('e3', { version: 2, changedAt: at(4) }));
      expect(await ahead(10)).toEqual(['e1']);
    });

    it('gives every saving a higher revision, so that reading on misses nothing', async () => {
      for (const id of ['e1', 'e2', 'e3']) await store.saveEvent(sampleEvent(id));
      const first = await store.eventsSaved(0, 2);
      expect(first.events.map((event) => event.id)).toEqual(['e1', 'e2']);
      await store.saveEvent(sampleEvent('e1', { version: 2 }));
      const second = await store.eventsSaved(first.revision, 10);
      expect(second.events.map((event) => [event.id, event.version])).toEqual([
        ['e3', 1],
        ['e1', 2],
      ]);
      const last = await store.eventsSaved(second.revision, 10);
      expect(last).toEqual({ events: [], revision: second.revision });
    });

    it('keeps one card for each event version and analyst', async () => {
      await store.saveCard('e1', 1, 'offline', sampleCard('one'));
      await store.saveCard('e1', 1, 'openai', sampleCard('two'));
      await store.saveCard('e1', 1, 'offline', sampleCard('three'));
      expect((await store.card('e1', 1, 'offline'))?.title).toBe('three');
      expect((await store.card('e1', 1, 'openai'))?.title).toBe('two');
      expect(await store.card('e1', 2, 'offline')).toBeNull();
    });
  });
}
