/** A store carried from engine to engine: everything arrives, or nothing does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPostgres } from './postgres-server.ts';
import {
  at,
  editionShowing,
  sampleCard,
  sampleDelivery,
  sampleEvent,
  sampleStory,
  sampleTake,
  sampleVerdict,
  storyTelling,
} from './sample-nouns.ts';
import { silentLog } from '../../src/log.ts';
import type { OpenSession } from '../../src/stores/dialect.ts';
import { moveRows, type Moved } from '../../src/stores/moving.ts';
import { openPostgresSession, openPostgresStore } from '../../src/stores/postgres.ts';
import { openSqliteSession, openSqliteStore } from '../../src/stores/sqlite.ts';
import type { Store } from '../../src/stores/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-moving-'));
const server = await startPostgres();
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const newFile = () => join(folder, `${files++}.db`);

/** Every kind of row, more than a page of some, with signs that engines sort and write differently. */
async function fill(store: Store): Promise<void> {
  const names = ['a', 'B', 'ä', 'Z', 'é', '日本', '😀', "o'clock", 'a b', 'ﬀ'];
  for (const name of names) {
    await store.saveBookmark({ wire: name });
    await store.addTake(
      sampleTake(`t-${name}`, { wire: name, headline: `H ${name}\u0000` }),
      at(1),
    );
    await store.saveNote(`note ${name}`, `value ${name}`);
    await store.saveSubscription({ channel: 'slack:T/C', topic: name, by: 'U', at: at(0) });
    await store.addProblems(name, '2026-03-02', [{ code: 'c', sentence: `about ${name}` }]);
    await store.saveCard(`e-${name}`, 1, 'offline@1', sampleCard(name));
    await store.addVerdict(sampleVerdict(`v-${name}`));
    const reply = { id: `r-${name}`, channel: 'slack:T/C', person: 'U', at: at(0) };
    await store.saveReply({
      ...reply,
      layout: { title: name, items: [] },
      events: [{ id: `e-${name}`, version: 1 }],
    });
  }
  for (let number = 0; number < 250; number += 1) {
    await store.saveStory(storyTelling(`s${number}`, `Ferry ${number}`, 'It sails.', number % 60));
    await store.saveEvent(sampleEvent(`e${number}`));
  }
  await store.saveStory(sampleStory('killed', { state: 'killed', current: null }));
  await store.forgetTakes({ wire: 'a', before: at(5), limit: 5 });
  const settings = { schedules: [], alerts: null, whenEmpty: 'silence', limit: 9, offReason: null };
  await store.saveChannelSettings({ channel: 'slack:T/C', since: at(0), ...settings } as never);
  await store.addEdition(editionShowing('ed1', { e1: 3, e2: 1 }));
  await store.addDeliveries([
    sampleDelivery('ed1', 0, { events: [{ id: 'e1', version: 3 }], messageId: '17.5' }),
    sampleDelivery('ed1', 1, { state: 'unknown', error: 'No answer.' }),
  ]);
}

async function carry(opening: Promise<OpenSession>[]): Promise<Moved[]> {
  const [from, to] = await Promise.all(opening);
  try {
    return await moveRows(from as OpenSession, to as OpenSession);
  } finally {
    await Promise.all([from?.close(), to?.close()]);
  }
}

/** What readers and the ledger would notice if anything were missing. */
async function check(store: Store): Promise<void> {
  const found = await store.searchStories({ words: ['ferry'], since: null, limit: 300 });
  expect(found).toHaveLength(250);
  expect(await store.deliveriesShowing('e1')).toMatchObject([{ messageId: '17.5' }]);
  expect((await store.shownVersions('slack:T1/C1', ['e1'])).get('e1')).toBe(3);
  expect(await store.note("note o'clock")).toBe("value o'clock");
  expect(await store.storiesWithCopy({ wire: 'agency', before: at(99), limit: 500 })).toHaveLength(
    250,
  );
  const { revision } = await store.eventsSaved(0, 1_000);
  await store.saveEvent(sampleEvent('one more'));
  expect((await store.eventsSaved(revision, 5)).events.map(({ id }) => id)).toEqual(['one more']);
}

let source: string;
let left: Moved[];
beforeAll(async () => {
  source = newFile();
  const store = await openSqliteStore(source);
  await fill(store);
  await store.close();
});

describe('a move', () => {
  it('carries a file to another with equal counts and hashes', async () => {
    const target = newFile();
    left = await carry([openSqliteSession(source), openSqliteSession(target)]);
    expect(left.find(({ table }) => table === 'story')?.rows).toBe(251);
    expect(left.filter(({ rows }) => rows === 0)).toEqual([]);
    const again = await carry([openSqliteSession(target), openSqliteSession(newFile())]);
    expect(again).toEqual(left);
    const store = await openSqliteStore(target);
    await check(store);
    await store.close();
  });

  it('refuses a store that holds something, and a source that somebody works on', async () => {
    const filled = newFile();
    const store = await openSqliteStore(filled);
    await store.saveNote('mine', 'precious');
    await store.close();
    const onto = carry([openSqliteSession(source), openSqliteSession(filled)]);
    await expect(onto).rejects.toThrow('not empty (note has rows)');
    const busy = newFile();
    const working = await openSqliteStore(busy);
    await working.takeLease({ name: 'wire:a', owner: 'x', until: Date.now() + 60_000 }, Date.now());
    const from = carry([openSqliteSession(busy), openSqliteSession(newFile())]);
    await expect(from).rejects.toThrow('stop it');
    await working.close();
  });

  it('leaves the target empty when it fails in the middle', async () => {
    const target = newFile();
    const session = await openSqliteSession(target);
    const { dialect } = session;
    const failing = { ...dialect, index: () => Promise.reject(new Error('no more space')) };
    const from = await openSqliteSession(source);
    await expect(moveRows(from, { ...session, dialect: failing })).rejects.toThrow('no more space');
    await Promise.all([from.close(), session.close()]);
    const again = await carry([openSqliteSession(source), openSqliteSession(target)]);
    expect(again).toEqual(left);
  });

  it('notices when what arrived is not what left', async () => {
    const session = await openSqliteSession(newFile());
    const { dialect } = session;
    const losing = {
      ...dialect,
      index: async (db: Parameters<typeof dialect.index>[0]) => {
        await db.updateTable('story').set({ wire: 'spoilt' }).where('id', '=', 's0').execute();
      },
    };
    const from = await openSqliteSession(source);
    await expect(moveRows(from, { ...session, dialect: losing })).rejects.toThrow('not what left');
    await Promise.all([from.close(), session.close()]);
  });

  if (server) {
    it('carries a file to PostgreSQL and back', async () => {
      const url = await server.database();
      const there = () => openPostgresSession(url, silentLog);
      const back = newFile();
      expect(await carry([openSqliteSession(source), there()])).toEqual(left);
      expect(await carry([there(), openSqliteSession(back)])).toEqual(left);
      for (const store of [await openPostgresStore(url), await openSqliteStore(back)]) {
        await check(store);
        await store.close();
      }
    });
  }
});
