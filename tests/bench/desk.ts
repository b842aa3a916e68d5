/** Benchmarks inside one process: filing, cards, and a digest composed and rendered. */
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { renderLayout } from '../../src/chats/discord/render.ts';
import { renderSlack } from '../../src/chats/slack/render.ts';
import { composeDigest, windowAfter } from '../../src/publishing/digests.ts';
import { clean } from '../../src/editing/clean.ts';
import { layoutEdition } from '../../src/editing/layout/digest.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import type { Topic } from '../../src/news/topic.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { parsed } from '../wires/formats/parsed.ts';
import type { Store } from '../../src/stores/store.ts';
import { readableStories } from '../../src/cards.ts';
import type { Figure } from './figure.ts';
import { writeStory } from './stories.ts';

const STORIES = 1_000;
const BATCH = 25;
const CARDS = 300;
const ITEMS = 50;
/** A running bot has composed before; the first runs, not yet compiled, take two or three times as long. */
const WARM_RUNS = 5;
const AT = '2026-03-12T12:00:00.000Z';
const CHANNEL = 'terminal:bench';

const TOPIC: Topic = {
  slug: 'all',
  title: 'All',
  words: ['agree'],
  phrases: [],
  names: [],
  codes: [],
  exclude: [],
};

/** @param file where the SQLite store of the benchmark lies */
export async function deskFigures(file: string): Promise<Figure[]> {
  const store = await openSqliteStore(file);
  try {
    const filing = await fileStories(store);
    const cards = await makeCards(store);
    const digest = await makeDigest(store);
    return [filing, cards, digest];
  } finally {
    await store.close();
  }
}

/** From bytes to the stored event, in batches as a wire brings them, on disk with full sync. */
async function fileStories(store: Store): Promise<Figure> {
  const sources = Array.from({ length: STORIES }, (_, at) => Buffer.from(writeStory(at)));
  const desk = new FilingDesk();
  const started = performance.now();
  for (let at = 0; at < STORIES; at += BATCH)
    await store.transact(async (records) => {
      const takes = sources.slice(at, at + BATCH).flatMap((bytes, position) => {
        const { copies } = parsed({ bytes, contentType: null, baseUrl: null });
        const place = { wire: 'bench', provider: 'Bench', file: `${at + position}.txt` };
        return copies.map((copy) => ({
          take: clean(copy, place),
          circumstances: { receivedAt: AT, background: false },
        }));
      });
      await desk.file(records, takes);
    });
  const seconds = (performance.now() - started) / 1_000;
  const what = 'bytes to stored event';
  return { what, value: STORIES / seconds, unit: 'stories/s', reach: 100, bound: 'least' };
}

async function eventsOf(store: Store, limit: number) {
  return store.eventsChanged({ from: '2026-01-01T00:00:00Z', to: AT }, limit);
}

async function makeCards(store: Store): Promise<Figure> {
  const analyst = createOfflineAnalyst();
  const requests = [];
  for (const event of await eventsOf(store, CARDS)) {
    const stories = readableStories(await store.stories(event.stories), AT).slice(0, 1);
    requests.push({ event, stories });
  }
  for (const request of requests.slice(0, 20)) await analyst.card(request); // warm
  const started = performance.now();
  for (const request of requests) await analyst.card(request);
  const seconds = (performance.now() - started) / 1_000;
  const what = 'cards, offline';
  return { what, value: requests.length / seconds, unit: 'cards/s', reach: 100, bound: 'least' };
}

/** A digest of fifty events whose cards are made, composed and rendered for both platforms. */
async function makeDigest(store: Store): Promise<Figure> {
  const analyst = createOfflineAnalyst();
  const settings = {
    channel: CHANNEL,
    schedules: [],
    alerts: null,
    whenEmpty: 'silence',
    limit: ITEMS,
    offReason: null,
    since: '2026-03-12T00:00:00.000Z',
  } as const;
  const due = {
    served: { settings, topics: [TOPIC.slug], configured: [] },
    slot: AT,
    missedSlots: [],
    footer: [],
    window: windowAfter(undefined, AT),
  };
  const parts = {
    store: await trimmed(store),
    analyst,
    topics: [TOPIC],
    name: 'Bench',
    zone: 'UTC',
  };
  const times: number[] = [];
  for (let run = 0; run < WARM_RUNS + 10; run += 1) {
    const started = performance.now();
    const { edition } = await composeDigest(parts, due);
    const layout = layoutEdition(edition);
    renderSlack(layout, edition.id);
    renderLayout(layout, edition.id);
    if (run >= WARM_RUNS) times.push(performance.now() - started);
    if (edition.items.length !== ITEMS) throw new Error(`${edition.items.length} items composed`);
  }
  const value = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const what = `digest of ${ITEMS} events, composed and rendered twice`;
  return { what, value, unit: 'ms', reach: 50, bound: 'most' };
}

/** The store, seen as if only fifty events had changed: the figure is about fifty events. */
async function trimmed(store: Store): Promise<Store> {
  const eventsChanged: Store['eventsChanged'] = (window) => store.eventsChanged(window, ITEMS);
  return new Proxy(store, {
    get(target, name: keyof Store) {
      if (name === 'eventsChanged') return eventsChanged;
      const member: unknown = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
