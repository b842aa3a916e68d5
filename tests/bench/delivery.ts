/** From the slot to the message: editions for many channels of each platform, due at the same minute. */
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { silentLog } from '../../src/log.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import type { Store } from '../../src/stores/store.ts';
import { clean } from '../../src/editing/clean.ts';
import { parsed } from '../wires/formats/parsed.ts';
import { deskConfig } from '../fakes/newsroom.ts';
import { percentile, type Figure } from './figure.ts';
import { LimitedChat } from './limited-chat.ts';
import { writeStory } from './stories.ts';

const SLOT = '2026-03-12T10:00:00.000Z';
const BEFORE = '2026-03-12T09:00:00.000Z';
/** what the platforms take in all channels together: Discord's own limit, and for Slack the same */
const PER_SECOND = 50;
const ITEMS = 3;
const ENDLESS_MS = 300_000;
const ALL = { slug: 'all', title: 'All', words: ['agree'] };
const CONFIG = deskConfig({
  channels: [],
  topics: [{ ...ALL, phrases: [], names: [], codes: [], exclude: [] }],
});

/** @param file where the store of the benchmark lies; it is made anew for each number of channels */
export async function deliveryFigures(file: string, counts = [1, 100, 2_000]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of counts) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    const store = await openSqliteStore(file);
    try {
      figures.push(...(await deliver(store, count)));
    } finally {
      await store.close();
    }
  }
  return figures;
}

async function deliver(store: Store, count: number): Promise<Figure[]> {
  const limits = { perSecond: PER_SECOND, answerMs: 50 };
  const slack = new LimitedChat({ ...limits, channelMs: 1_000 });
  const discord = new LimitedChat({ ...limits, channelMs: 0 });
  await fill(store, count);
  let writes = 0;
  const counted = countWrites(store, () => (writes += 1));
  const started = performance.now();
  const newsroom = createNewsroom({
    config: CONFIG,
    store: counted,
    wires: [],
    analyst: createOfflineAnalyst(),
    chats: [
      slack.chat('slack', { paceMs: 1_100, perSecond: 48 }),
      discord.chat('discord', { perSecond: 47 }),
    ],
    now: () => Date.parse(SLOT) + (performance.now() - started),
    log: silentLog,
  });
  // as the ticks do: what is frozen is posted while the rest is being frozen
  let postedAt = -Infinity;
  const freezing = newsroom.freeze(undefined, () => {
    if (performance.now() - postedAt < 1_000) return;
    postedAt = performance.now();
    void newsroom.post();
  });
  void freezing.then(() => newsroom.post());
  while (Math.min(slack.posted.length, discord.posted.length) < count) {
    await pause(20);
    if (performance.now() - started > ENDLESS_MS) throw new Error('the messages did not go out');
  }
  await freezing;
  await newsroom.stop(5_000);
  const messages = slack.posted.length + discord.posted.length;
  return [
    ...latencies(`Slack, ${count} channels`, slack, started),
    ...latencies(`Discord, ${count} channels`, discord, started),
    {
      what: `ledger transactions a message, ${count} channels of each`,
      value: writes / messages,
      unit: '',
      reach: 2,
      bound: 'most',
    },
  ];
}

/** Seconds from the slot, beside 1.2 times what the platform's limit allows; at least a second. */
function latencies(where: string, { posted }: LimitedChat, started: number): Figure[] {
  const times = posted.map(({ at }) => (at - started) / 1_000);
  return [0.5, 0.99].map((share) => ({
    what: `slot to post p${share * 100}, ${where}`,
    value: percentile(times, share),
    unit: 's',
    reach: Number((1.2 * Math.max(1, (share * posted.length) / PER_SECOND)).toFixed(1)),
    bound: 'most',
  }));
}

/** Counts what writes to the ledger; a claim that finds nothing is a look and writes nothing. */
function countWrites(store: Store, count: () => void): Store {
  const ledger = ['claimDeliveries', 'settleDeliveries', 'renewDelivery'];
  return new Proxy(store, {
    get(target, name: keyof Store) {
      const member: unknown = target[name];
      if (typeof member !== 'function') return member;
      return async (...given: unknown[]): Promise<unknown> => {
        const done: unknown = await (member as (...given: unknown[]) => unknown).apply(
          target,
          given,
        );
        const hasFound = name !== 'claimDeliveries' || (done as unknown[]).length > 0;
        if (ledger.includes(name) && hasFound) count();
        return done;
      };
    },
  });
}

/** A dozen events and channels of both platforms that follow them. */
async function fill(store: Store, count: number): Promise<void> {
  const desk = new FilingDesk();
  const circumstances = { receivedAt: '2026-03-12T09:30:00.000Z', background: false };
  const takes = Array.from({ length: 12 }, (_, at) => {
    const bytes = Buffer.from(writeStory(at));
    const place = { wire: 'wire', provider: 'Bench', file: `${at}.txt` };
    return parsed({ bytes, contentType: null, baseUrl: null }).copies.map((copy) => ({
      take: clean(copy, place),
      circumstances,
    }));
  }).flat();
  const numbers = Array.from({ length: count }, (_, at) => at);
  const channels = numbers.flatMap((at) => [`slack:T1/C${at}`, `discord:1/${at + 10}`]);
  await store.transact(async (records) => {
    await desk.file(records, takes);
    for (const channel of channels) {
      await records.saveChannelSettings({
        channel,
        schedules: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
        alerts: null,
        whenEmpty: 'silence',
        limit: ITEMS,
        offReason: null,
        since: BEFORE,
      });
      await records.saveSubscription({ channel, topic: ALL.slug, by: 'U1', at: BEFORE });
    }
  });
}
