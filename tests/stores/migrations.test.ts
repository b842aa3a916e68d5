/** A store of every earlier version is brought up to date with all that it holds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from './postgres-server.ts';
import {
  at,
  editionShowing,
  sampleCard,
  sampleDelivery,
  sampleEvent,
  sampleTake,
  storyTelling,
} from './sample-nouns.ts';
import type { StoreDialect } from '../../src/stores/dialect.ts';
import { MIGRATIONS, migrate } from '../../src/stores/migrate.ts';
import { postgresDialect } from '../../src/stores/postgres-dialect.ts';
import { openPostgresStore } from '../../src/stores/postgres.ts';
import type { Tables } from '../../src/stores/schema.ts';
import { sqliteDialect } from '../../src/stores/sqlite-dialect.ts';
import { dialectFor, openDatabase } from '../../src/stores/sqlite-driver.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import type { Store } from '../../src/stores/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-migrations-'));
const server = await startPostgres();
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const STORY = storyTelling('s1', 'Ferry sails', 'It sails again.', 3);
const EDITION = editionShowing('ed1', { e1: 2 });
const DELIVERY = sampleDelivery('ed1', 0, { events: [{ id: 'e1', version: 2 }], messageId: '1.5' });

/** Rows as the first version wrote them: columns that came later have to fill themselves. */
async function fillFirst(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  const body = JSON.stringify;
  const insert = async (table: keyof Tables, row: object): Promise<void> => {
    await db
      .insertInto(table)
      .values(row as never)
      .execute();
  };
  await insert('bookmark', { wire: 'agency', body: body({ wire: 'agency' }) });
  const take = sampleTake('t1');
  const minute = Date.parse(at(1));
  await insert('take', { id: 't1', wire: 'agency', received_at: minute, body: body(take) });
  const { number } = await db
    .insertInto('story')
    .values({
      ...{ id: 's1', scope: 'Agency', wire: 'agency', state: 'live' as const, held_until: null },
      ...{ changed_at: Date.parse(STORY.changedAt), body: body(STORY) },
    })
    .returning('number')
    .executeTakeFirstOrThrow();
  await dialect.index(db, number, { headline: 'Ferry sails', text: 'It sails again.' });
  await insert('story_key', { scope: 'Agency', key: 'guid:s1', story: 's1' });
  const event = body(sampleEvent('e1'));
  await insert('event', { id: 'e1', changed_at: minute, revision: 7, body: event });
  await insert('counter', { name: 'event', value: 7 });
  const key = { event: 'e1', version: 2, analyst: 'offline@1' };
  await insert('card', { ...key, body: body(sampleCard('one')) });
  const subscription = { channel: 'slack:T1/C1', topic: 'all', by: 'U', at: at(0) };
  await insert('subscription', { channel: 'slack:T1/C1', topic: 'all', body: body(subscription) });
  const settings = { channel: 'slack:T1/C1', offReason: null };
  await insert('channel_settings', { channel: 'slack:T1/C1', body: body(settings) });
  const shown = { channel: 'slack:T1/C1', event: 'e1', version: 2 };
  const slot = { kind: 'digest', slot_at: Date.parse(EDITION.slot) };
  await insert('edition', { id: 'ed1', channel: 'slack:T1/C1', ...slot, body: body(EDITION) });
  await insert('edition_event', { edition: 'ed1', ...shown });
  await insert('delivery', {
    ...{ id: DELIVERY.id, channel: DELIVERY.channel, platform: 'slack', purpose: 'edition' },
    ...{ batch: 'ed1', part: 0, place: 'lead', events: body(DELIVERY.events) },
    ...{ payload: body(DELIVERY.payload), content_hash: DELIVERY.contentHash, state: 'unknown' },
    ...{ attempt: 1, run_at: 1_000, lease_until: 0, message_id: '1.5', error: null },
    ...{ created_at: 1_000, updated_at: 1_000 },
  });
  await insert('delivery_event', { delivery: DELIVERY.id, event: 'e1' });
  await insert('reply', { id: 'r1', body: body({ id: 'r1' }) });
  await insert('note', { name: 'told', value: body('once') });
}

/** All of it is there, and what came later works on it. */
async function check(store: Store): Promise<void> {
  expect(await store.bookmark('agency')).toEqual({ wire: 'agency' });
  expect(await store.take('t1')).toEqual(sampleTake('t1'));
  expect(await store.storiesByKeys('Agency', ['guid:s1'])).toEqual([STORY]);
  expect(await store.searchStories({ words: ['ferry'], since: null, limit: 5 })).toEqual([STORY]);
  expect((await store.eventsSaved(0, 9)).revision).toBe(7);
  expect(await store.card('e1', 2, 'offline@1')).toEqual(sampleCard('one'));
  expect(await store.subscriptions('slack:T1/C1')).toHaveLength(1);
  expect(await store.allChannelSettings()).toHaveLength(1);
  expect((await store.lastDigests(['slack:T1/C1'])).get('slack:T1/C1')).toEqual(EDITION);
  expect((await store.shownVersions('slack:T1/C1', ['e1'])).get('e1')).toBe(2);
  expect(await store.deliveriesShowing('e1')).toMatchObject([{ messageId: '1.5' }]);
  const claim = { now: 2_000, leaseMs: 1_000, limit: 5, except: [], platforms: ['slack:'] };
  expect(await store.claimDeliveries(claim)).toMatchObject([{ before: 'unknown' }]);
  expect(await store.reply('r1')).toEqual({ id: 'r1' });
  expect(await store.note('told')).toBe('once');
  const which = { wire: 'agency', before: at(50), limit: 5 };
  expect(await store.storiesWithCopy(which)).toEqual([STORY]);
  expect(await store.forgetTakes(which)).toBe(1);
  expect(await store.takeLease({ name: 'l', owner: 'o', until: 5 }, 1)).toBe(true);
}

describe.each(MIGRATIONS.slice(0, -1))('a store as %s left it', (version) => {
  it('is brought up to date as a SQLite file', async () => {
    const file = join(folder, `${version}.db`);
    const old = new Kysely<Tables>({ dialect: dialectFor(openDatabase(file, 1_000)) });
    await migrate(old, sqliteDialect, version);
    await fillFirst(old, sqliteDialect);
    await old.destroy();
    const store = await openSqliteStore(file);
    await check(store);
    await store.close();
    await (await openSqliteStore(file)).close();
  });

  if (server) {
    it('is brought up to date on PostgreSQL, by several replicas at once', async () => {
      const url = await server.database();
      const pool = new Pool({ connectionString: url });
      const old = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
      await migrate(old, postgresDialect, version);
      await fillFirst(old, postgresDialect);
      await old.destroy();
      const stores = await Promise.all([1, 2, 3].map(() => openPostgresStore(url)));
      if (stores[0]) await check(stores[0]);
      await Promise.all(stores.map((store) => store.close()));
    });
  }
});

it('a later version never goes back', async () => {
  const file = join(folder, 'new.db');
  await (await openSqliteStore(file)).close();
  const db = new Kysely<Tables>({ dialect: dialectFor(openDatabase(file, 1_000)) });
  const tables = (await db.introspection.getTables()).length;
  await migrate(db, sqliteDialect);
  expect((await db.introspection.getTables()).length).toBe(tables);
  await db.destroy();
});
