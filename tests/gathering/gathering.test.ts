/** What counts as news: a newsroom that reads a real feed, is restarted, and meets bad habits. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NewsroomError } from '../../src/errors.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { rss, type Item } from '../fakes/feeds/feeds.ts';
import type { Store } from '../../src/stores/store.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { eventsOf, openHttpNewsroom, type OpenedNewsroom } from '../fakes/http-newsroom.ts';

const SYLLABLES = [
  'ka',
  'rel',
  'mo',
  'tin',
  'sau',
  'vik',
  'dor',
  'pes',
  'lu',
  'gran',
  'hob',
  'yel',
];

/** Words that no two numbers share, so that no two stories are about one happening. */
function words(number: number, count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const seed = number * 31 + at * 7 + at * at;
    const parts = [seed, seed >> 2, number + at * 5, number * 3 + at];
    const word = parts.map((each) => SYLLABLES[each % SYLLABLES.length]).join('');
    return at % 3 === 0 ? word.replace(/^./, (letter) => letter.toUpperCase()) : word;
  }).join(' ');
}

/** A story for each number, sent so many hours before nine on March 12. */
function item(number: number, hoursOld: number, more: Partial<Item> = {}): Item {
  return {
    id: `post-${number}`,
    title: words(number, 5),
    text: `${words(number + 500, 16)}, ${words(number + 900, 2)} said.`,
    link: `https://harbour.example/${number}`,
    at: new Date(Date.parse('2026-03-12T09:00:00Z') - hoursOld * 3_600_000).toISOString(),
    ...more,
  };
}

let site: FeedServer;
beforeEach(async () => {
  site = await startFeedServer();
});
afterEach(() => site.close());

const wire = (path = '/feed') => ({ name: 'harbour', url: `${site.address}${path}` });
const serve = (items: readonly Item[], path = '/feed'): void =>
  site.set(path, { body: rss(items) });
/** The versions of all stories: one each as long as nothing was news. */
async function versions(store: Store): Promise<number[]> {
  const ids = (await eventsOf(store)).flatMap(({ stories }) => stories);
  return (await store.stories(ids)).map(({ version }) => version);
}

/** What the channel was shown, a text a message, without the line breaks of the terminal. */
const posted = ({ chat }: OpenedNewsroom): string[] =>
  chat.texts().map((text) => text.replace(/\u001b\[[\d;]*m/g, '').replace(/\s+/g, ' '));

/** Reads the feed once more, some minutes later. */
async function later(desk: OpenedNewsroom, minutes = 10): Promise<void> {
  desk.clock.now += minutes * 60_000;
  await desk.newsroom.gather();
}

describe('the first reading of a feed', () => {
  it('never floods: what is older than a day is kept and not told', async () => {
    const old = Array.from({ length: 40 }, (_, number) => item(number, 30 + number));
    serve([item(41, 1), ...old, { ...item(42, 0), at: undefined } as Item]);
    const desk = openHttpNewsroom({ wires: [wire()] });
    await desk.newsroom.publish(); // the channel is known from here on
    await desk.newsroom.gather();
    desk.moveTo('2026-03-12T10:00:00Z');
    await desk.newsroom.publish();
    const text = posted(desk).join('\n');
    expect(text).toContain(item(41, 1).title);
    for (const each of old) expect(text).not.toContain(each.title);
    expect((await eventsOf(desk.store)).filter(({ background }) => !background)).toHaveLength(1);
    expect(
      await desk.store.searchStories({ words: [words(0, 1)], since: null, limit: 5 }),
    ).not.toEqual([]);
    await later(desk);
    desk.moveTo('2026-03-13T10:00:00Z');
    await desk.newsroom.publish();
    expect(posted(desk)).toHaveLength(1);
  });

  it('is a first one again when it failed, and at another address', async () => {
    site.set('/feed', { status: 503 });
    const desk = openHttpNewsroom({ wires: [wire()] });
    await desk.newsroom.gather();
    serve([item(1, 50)]);
    await later(desk, 60);
    serve([item(2, 60), item(3, 70), item(1, 50)], '/new');
    const moved = openHttpNewsroom({ wires: [wire('/new')], store: desk.store, clock: desk.clock });
    await later(moved, 60);
    const events = await eventsOf(desk.store);
    expect(events.map(({ background }) => background)).toEqual([true, true, true]);
  });
});

describe('what is no news', () => {
  it('is the same feed after a restart', async () => {
    serve([item(1, 1), item(2, 2), item(3, 3)]);
    const desk = openHttpNewsroom({ wires: [wire()] });
    await desk.newsroom.gather();
    const again = openHttpNewsroom({ wires: [wire()], store: desk.store, clock: desk.clock });
    await later(again);
    expect(site.requests).toHaveLength(2);
    expect(await versions(desk.store)).toEqual([1, 1, 1]);
  });

  it('is a date that moved, an id that changed, a link that grew a tail', async () => {
    const desk = openHttpNewsroom({ wires: [wire()] });
    const first = [item(1, 3), item(2, 2), item(3, 1)];
    const linkless = { ...item(4, 1), link: undefined } as unknown as Item;
    serve([...first, linkless]);
    await desk.newsroom.gather();
    serve([...first, linkless].map((each) => ({ ...each, at: '2026-03-12T09:05:00Z' })));
    await later(desk);
    serve([...first, linkless].map((each, at) => ({ ...each, id: `churned-${at}` })));
    await later(desk);
    const tail = '?utm_source=feed&utm_medium=rss';
    serve(first.map((each, at) => ({ ...each, id: `third-${at}`, link: `${each.link}${tail}` })));
    await later(desk);
    expect(site.requests).toHaveLength(4);
    expect(await versions(desk.store)).toEqual([1, 1, 1, 1]);
  });

  it('is a short item without a link that gets another id at every reading', async () => {
    const desk = openHttpNewsroom({ wires: [wire()] });
    const short = (id: string, at: string): string =>
      rss([{ id, title: words(7, 4), text: 'He said.', at }]);
    for (const id of ['a', 'b', 'c']) {
      site.set('/feed', { body: short(id, `2026-03-12T08:0${id.charCodeAt(0) % 10}:00Z`) });
      await later(desk);
    }
    expect(await versions(desk.store)).toEqual([1]);
    desk.moveTo('2026-03-13T09:00:00Z');
    site.set('/feed', { body: short('d', '2026-03-13T08:00:00Z') }); // the next day it is another
    await desk.newsroom.gather();
    expect(await versions(desk.store)).toEqual([1, 1]);
  });

  it('is an item that left the feed and comes back', async () => {
    const desk = openHttpNewsroom({ wires: [wire()] });
    serve([item(1, 1), item(2, 2)]);
    await desk.newsroom.gather();
    serve([item(1, 1)]);
    await later(desk);
    serve([item(2, 2), item(1, 1)]);
    await later(desk);
    expect(await versions(desk.store)).toEqual([1, 1]);
  });

  it('is nothing but the words: a changed text is a new version of the same event', async () => {
    const desk = openHttpNewsroom({ wires: [wire()] });
    serve([item(1, 1)]);
    await desk.newsroom.gather();
    serve([item(1, 0.5, { text: `${item(1, 1).text} The vote was unanimous, it said.` })]);
    await later(desk);
    const events = await eventsOf(desk.store);
    expect(events.map(({ version, stories }) => [version, stories.length])).toEqual([[2, 1]]);
  });
});

describe('a drop folder', () => {
  it('brings nothing twice when the process dies between storing and moving', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-crash-'));
    const path = join(folder, 'quay.txt');
    writeFileSync(path, 'Quay opens in Oskra\n\nThe new quay of Oskra opened, the mayor said.\n');
    utimesSync(path, new Date(0), new Date(0));
    const wires = [{ name: 'drop', folder }];
    const dies = () => Promise.reject(new Error('the process dies'));
    const desk = openHttpNewsroom({
      wires,
      wrap: ({ name, read }) => ({
        name,
        read: async (...given) => ({ ...(await read(...given)), settle: dies }),
      }),
    });
    await desk.newsroom.gather();
    expect(await versions(desk.store)).toEqual([1]);
    const again = openHttpNewsroom({ wires, store: desk.store, clock: desk.clock });
    await later(again);
    expect(await versions(desk.store)).toEqual([1]);
    expect((await desk.store.countTakes('2000-01-01T00:00:00Z'))[0]?.count).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

describe('a wire that fails', () => {
  const asker = { channel: 'terminal:desk', person: 'U1', mayManage: true, thread: null };
  const statusOf = async (desk: OpenedNewsroom): Promise<string> =>
    JSON.stringify((await desk.reception.request({ name: 'status' }, asker)).layout);

  it('is seen in the status at once and in one digest after a day, once for each failure', async () => {
    serve([item(1, 1)]);
    const desk = openHttpNewsroom({ wires: [wire()] });
    await desk.newsroom.publish();
    await desk.newsroom.gather();
    site.set('/feed', { status: 500 });
    await later(desk, 10);
    expect(await statusOf(desk)).toMatch(/harbour: FAILING \(1\).*answers with an error \(500\)/);
    desk.moveTo('2026-03-12T10:00:00Z');
    await desk.newsroom.publish();
    expect(posted(desk).join()).not.toContain('failing'); // less than a day
    for (const day of ['13', '14', '15']) {
      desk.moveTo(`2026-03-${day}T10:00:00Z`);
      await desk.newsroom.gather();
      await desk.newsroom.publish();
    }
    const told = () => posted(desk).filter((text) => text.includes('has been failing'));
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('answers with an error (500)');
    serve([item(1, 1)]);
    desk.moveTo('2026-03-16T09:00:00Z');
    await desk.newsroom.gather();
    expect(await statusOf(desk)).toContain('harbour: ok');
    site.set('/feed', { status: 404 });
    for (const instant of [
      '2026-03-16T09:30:00Z',
      '2026-03-17T10:00:00Z',
      '2026-03-18T10:00:00Z',
    ]) {
      desk.moveTo(instant);
      await desk.newsroom.gather();
      await desk.newsroom.publish();
    }
    expect(told()).toHaveLength(2);
  });

  it('is off at 410, told once, not asked again, and on at another address', async () => {
    site.set('/feed', { status: 410 });
    const desk = openHttpNewsroom({ wires: [wire()] });
    await desk.newsroom.publish();
    await desk.newsroom.gather();
    expect(await statusOf(desk)).toContain('harbour: OFF');
    for (const day of ['12', '13', '14']) {
      desk.moveTo(`2026-03-${day}T10:00:00Z`);
      await desk.newsroom.gather();
      await desk.newsroom.publish();
    }
    expect(site.requests).toHaveLength(1);
    expect(posted(desk).filter((text) => text.includes('gone for good'))).toHaveLength(1);
    serve([item(1, 1)], '/new');
    const moved = openHttpNewsroom({ wires: [wire('/new')], store: desk.store, clock: desk.clock });
    await moved.newsroom.gather();
    expect(await statusOf(moved)).toContain('harbour: ok');
    expect(await versions(desk.store)).toEqual([1]);
  });

  it('shares one line with others when many fail', async () => {
    const names = Array.from({ length: 14 }, (_, number) => `wire-${number + 10}`);
    const wires = names.map((name) => ({ name, url: `${site.address}/${name}` }));
    const desk = openHttpNewsroom({ wires });
    await desk.newsroom.publish();
    await desk.newsroom.gather();
    for (const day of ['13', '14']) {
      desk.moveTo(`2026-03-${day}T10:00:00Z`);
      await desk.newsroom.gather();
      await desk.newsroom.publish();
    }
    expect(posted(desk)).toHaveLength(1);
    expect(posted(desk)[0]).toContain(
      '14 of 14 wires are off or have been failing for a day: wire-10',
    );
    expect(posted(desk)[0]).toContain('and 4 more. See /wire status.');
  });
});

describe('one bad thing stops no other', () => {
  it('a slow wire is passed over while it is being read', async () => {
    let finish = (): void => undefined;
    site.set('/slow', (_request, response) => {
      finish = () => void response.end(rss([item(9, 1)]));
    });
    const quick = await startFeedServer();
    quick.set('/feed', { body: rss([item(1, 1)]) });
    const desk = openHttpNewsroom({
      wires: [
        { name: 'slow', url: `${site.address}/slow` },
        { name: 'quick', url: `${quick.address}/feed` },
      ],
    });
    const first = desk.newsroom.gather();
    await expect.poll(() => desk.store.bookmark('quick'), { timeout: 10_000 }).not.toBeNull();
    desk.clock.now += 600_000;
    await desk.newsroom.gather();
    expect([quick.requests.length, site.requests.length]).toEqual([2, 1]);
    finish();
    await first;
    expect(await versions(desk.store)).toEqual([1, 1]);
    await quick.close();
  });

  it('copy that cannot be cleaned, and a take that cannot be filed, are left out', async () => {
    const inner = createMemoryStore();
    const poison = words(502, 3);
    const store: Store = {
      ...inner,
      transact: (work) =>
        inner.transact((records) =>
          work({
            ...records,
            addTake: (take, at) =>
              take.text.includes(poison)
                ? Promise.reject(new TypeError('a mistake of ours'))
                : records.addTake(take, at),
          }),
        ),
    };
    serve([item(1, 3), item(2, 2), item(3, 1)]);
    const desk = openHttpNewsroom({
      wires: [wire()],
      store,
      wrap: ({ name, read }) => ({
        name,
        read: async (...given) => {
          const reading = await read(...given);
          const [first] = reading.found;
          const broken = { copy: { ...first?.copy, paragraphs: null }, file: null } as never;
          return { ...reading, found: [broken, ...reading.found] };
        },
      }),
    });
    await desk.newsroom.gather();
    const titles = (await eventsOf(store)).map(({ title }) => title);
    expect(titles.sort()).toEqual([item(1, 3).title, item(3, 1).title].sort());
    await later(desk);
    expect(await versions(store)).toEqual([1, 1]);
    expect(site.requests).toHaveLength(2);
  });

  it('nothing is taken for read while the store refuses', async () => {
    const inner = createMemoryStore();
    let isFull = true;
    const full = new NewsroomError('store', 'The disk is full.');
    const transact: Store['transact'] = (work) =>
      isFull ? Promise.reject(full) : inner.transact(work);
    serve([item(1, 1)]);
    const desk = openHttpNewsroom({ wires: [wire()], store: { ...inner, transact } });
    await desk.newsroom.gather();
    expect(await inner.bookmark('harbour')).toBeNull();
    isFull = false;
    await desk.newsroom.gather();
    expect(await versions(inner)).toEqual([1]);
  });
});
