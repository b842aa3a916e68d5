/** Several replicas on one store: each wire read once, each digest composed once, each card made once. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Analyst } from '../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { silentLog } from '../src/log.ts';
import { createNewsroom, type Newsroom } from '../src/newsroom.ts';
import { createReception } from '../src/reception/reception.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import { openPostgresStore } from '../src/stores/postgres.ts';
import type { Store } from '../src/stores/store.ts';
import { freshBookmark, type Wire } from '../src/wires/wire.ts';
import { CHANNEL, copy, deskConfig, RecordingChat } from './fakes/newsroom.ts';
import { startPostgres } from './stores/postgres-server.ts';

const START = Date.parse('2026-03-12T09:00:00Z');
const FLOOD = 'A flood in the Vara valley killed three people on Thursday, the ministry said.';

const counts = { readings: 0, cards: 0 };
const chat = new RecordingChat();
let clock = START;

/** A wire whose readings take a moment, as a request does. */
const slowWire: Wire = {
  name: 'wire',
  async read(bookmark) {
    counts.readings += 1;
    await pause(50);
    const nextReadAt = new Date(clock + 60_000).toISOString();
    const lastReadAt = new Date(clock).toISOString();
    const next = { ...(bookmark ?? freshBookmark('wire', null)), nextReadAt, lastReadAt };
    const found = [{ copy: copy('Three die in Vara flood', FLOOD), file: null }];
    return { found, problems: [], bookmark: next, settle: null };
  },
};

function slowAnalyst(): Analyst {
  const offline = createOfflineAnalyst();
  return {
    ...offline,
    name: offline.name,
    version: offline.version,
    answer: (question) => offline.answer(question),
    async card(request) {
      counts.cards += 1;
      await pause(50);
      return offline.card(request);
    },
  };
}

function replica(store: Store, owner: string, aheadMs = 0): Newsroom {
  return createNewsroom({
    config: deskConfig(),
    store,
    wires: [slowWire],
    analyst: slowAnalyst(),
    chats: [chat],
    now: () => clock + aheadMs,
    log: silentLog,
    owner,
  });
}

async function workTogether(stores: readonly Store[]): Promise<void> {
  Object.assign(counts, { readings: 0, cards: 0 });
  chat.posted.length = 0;
  clock = START;
  const replicas = stores.map((store, index) => replica(store, `replica ${index}`));
  await Promise.all(replicas.map((each) => each.publish()));
  await Promise.all(replicas.map((each) => each.gather()));
  expect(counts.readings).toBe(1);
  clock = START + 3_600_000;
  await Promise.all(replicas.map((each) => each.publish()));
  await Promise.all(replicas.map((each) => each.publish()));
  expect(counts.cards).toBe(1);
  expect(chat.posted).toHaveLength(1);
  expect(await stores[0]?.editionsOf(CHANNEL, 10)).toHaveLength(1);
}

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

describe('replicas', () => {
  it('share the work on PostgreSQL', async () => {
    const server = await startPostgres();
    if (server === null) return;
    closing.push(() => server.stop());
    const database = await server.database();
    const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(database)));
    for (const store of stores) closing.push(() => store.close());
    await workTogether(stores);
  });

  it('answer once what a platform hands to one after another', async () => {
    const store = createMemoryStore();
    const [one, two] = ['one', 'two'].map((owner) =>
      createReception({
        config: deskConfig(),
        store,
        analyst: createOfflineAnalyst(),
        chats: [],
        now: () => clock,
        log: silentLog,
        owner,
        share: () => Promise.resolve(''),
      }),
    );
    expect(await one?.takesUp?.('slack:Ev1')).toBe(true);
    expect(await two?.takesUp?.('slack:Ev1')).toBe(false);
    expect(await two?.takesUp?.('slack:Ev2')).toBe(true);
  });

  it('lose no story between two digests when their clocks differ', async () => {
    const store = createMemoryStore();
    clock = START;
    chat.posted.length = 0;
    const ahead = replica(store, 'ahead', 5_000);
    const behind = replica(store, 'behind');
    await ahead.publish();
    clock = START + 3_600_000;
    await ahead.publish();
    // filed after that digest, though this clock says before
    await behind.gather();
    expect(chat.posted).toHaveLength(0);
    clock = START + 25 * 3_600_000;
    await ahead.publish();
    expect(chat.posted).toHaveLength(1);
  });
});
