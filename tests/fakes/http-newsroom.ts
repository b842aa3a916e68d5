/** A newsroom that reads real feeds over HTTP and real folders, with an analyst that makes nothing up. */
import type { Hubs } from '../../src/arrivals/hubs.ts';
import type { Analyst } from '../../src/analysts/analyst.ts';
import type { Config, WireConfig } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import type { Event } from '../../src/news/event.ts';
import { createReception } from '../../src/reception/reception.ts';
import type { Store } from '../../src/stores/store.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { createArticleReader } from '../../src/wires/article.ts';
import { createFetcher } from '../../src/wires/fetching.ts';
import { createFolderWire } from '../../src/wires/folder.ts';
import { createHttpWire } from '../../src/wires/http.ts';
import { createRobots } from '../../src/wires/robots.ts';
import type { Surroundings } from '../../src/wires/surroundings.ts';
import type { Wire } from '../../src/wires/wire.ts';
import { CHANNEL, RecordingChat } from './newsroom.ts';

const DAY_MS = 86_400_000;
const EVERY_MS = 300_000;

/** Cards with a title and nothing else. */
const plainAnalyst: Analyst = {
  name: 'plain',
  version: '1',
  card: async ({ event, stories }) => ({
    title: event.title,
    ...{ summary: [], who: [], where: [], when: [], outcome: [], open: [], next: [] },
    ...{ numbers: [], quotes: [] },
    sources: stories.map(({ current, provider }) => {
      const { headline, version, sentAt } = current;
      return { provider, headline, href: null, version, sentAt };
    }),
    origin: { analyst: 'plain', model: null, prompt: null, dropped: 0, note: null },
  }),
  answer: async () => ({ answer: null, abstained: true, evidence: [], stories: [] }) as never,
};

export type OpenedNewsroom = ReturnType<typeof openHttpNewsroom>;

/** What is not told is as a fresh installation has it. */
export function openHttpNewsroom(given: {
  readonly wires: readonly (Partial<WireConfig> & { readonly name: string })[];
  readonly store?: Store;
  readonly clock?: { now: number };
  readonly web?: Config['web'];
  readonly hubs?: (parts: { config: Config; store: Store; now: () => number }) => Hubs | null;
  readonly wrap?: (wire: Wire) => Wire;
}) {
  const clock = given.clock ?? { now: Date.parse('2026-03-12T09:00:00Z') };
  const store = given.store ?? createMemoryStore();
  const now = (): number => clock.now;
  const daily = { weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' };
  const topic = { slug: 'all', title: 'All', words: ['said'], phrases: [], names: [], codes: [] };
  const config: Config = {
    name: 'Test desk',
    zone: 'UTC',
    wires: given.wires.map((each) => ({
      article: false,
      exportText: false,
      backfill: DAY_MS,
      ...each,
    })),
    channels: [
      {
        channel: CHANNEL,
        topics: ['all'],
        schedule: [daily],
        alerts: false,
        whenEmpty: 'silence',
        limit: 50,
      },
    ],
    subscribing: 'managers',
    editors: [],
    model: { dailyTokens: 0 },
    limits: { lease: 45_000, grace: 15_000 },
    network: { allowPrivate: ['127.0.0.1/32'] },
    topics: [{ ...topic, exclude: [] }],
    folder: '/',
    ...(given.web ? { web: given.web } : {}),
  };
  const fetcher = createFetcher({ ...config.network, limits: { pauseMs: 0, totalMs: 15_000 } });
  const surroundings = { now, random: () => 0.5, log: silentLog, fetcher };
  const wires = config.wires
    .flatMap((each) => wireOf(each, surroundings))
    .map(given.wrap ?? ((wire) => wire));
  const chat = new RecordingChat();
  const parts = { config, store, analyst: plainAnalyst, now, log: silentLog };
  const hubs = given.hubs?.({ config, store, now }) ?? null;
  const newsroom = createNewsroom({ ...parts, wires, chats: [chat], hubs });
  const share = (): Promise<string> => Promise.reject(new Error('nothing to share'));
  const reception = createReception({ ...parts, chats: [chat], share });
  const moveTo = (instant: string): void => {
    clock.now = Date.parse(instant);
  };
  return { config, store, clock, newsroom, reception, chat, fetcher, moveTo };
}

function wireOf(settings: WireConfig, surroundings: Surroundings): Wire[] {
  const { name, url, folder, every, article } = settings;
  const { fetcher, now } = surroundings;
  const reader = article ? createArticleReader(fetcher, createRobots(fetcher, now)) : null;
  const everyMs = every ?? EVERY_MS;
  if (url) return [createHttpWire({ name, url, everyMs, articles: reader }, surroundings)];
  return folder ? [createFolderWire({ name, folder, everyMs }, surroundings)] : [];
}

/** Every event of the store, oldest first. */
export async function eventsOf(store: Store): Promise<Event[]> {
  const always = { from: '2000-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z' };
  const events = await store.eventsChanged(always, 1_000);
  return events.toSorted((a, b) => (a.firstAt < b.firstAt ? -1 : 1));
}
