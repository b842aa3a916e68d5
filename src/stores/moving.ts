/** Carries a whole store to another engine, page by page, and compares what arrived with what left. */
import { createHash } from 'node:crypto';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { searchable, type Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { Tables } from './schema.ts';
import { NewsroomError } from '../errors.ts';
import type { Story } from '../news/story.ts';

/** A table as it was carried: its rows, and a hash over all of them in their order. */
export type Moved = { readonly table: string; readonly rows: number; readonly hash: string };

type Table = keyof Tables;
type Row = Readonly<Record<string, unknown>>;

/**
 * What each table is read in the order of, tables before those that point to them. Leases belong to
 * running processes and stay; the number of a story is the engine's own, only its order is carried.
 */
const ORDERS: Readonly<Record<Exclude<Table, 'lease'>, readonly string[]>> = {
  bookmark: ['wire'],
  take: ['id'],
  story: ['number'],
  story_key: ['scope', 'key'],
  event: ['id'],
  counter: ['name'],
  card: ['event', 'version', 'analyst'],
  subscription: ['channel', 'topic'],
  channel_settings: ['channel'],
  edition: ['id'],
  edition_event: ['channel', 'event', 'edition', 'version'],
  delivery: ['id'],
  delivery_event: ['event', 'delivery'],
  wire_problem: ['day', 'wire', 'code'],
  reply: ['id'],
  reply_event: ['event', 'reply'],
  note: ['name'],
  verdict: ['id'],
};

/** Rows in memory at once: a row may hold a long story. */
const PAGE = 100;

/**
 * Copies every table into an empty store, in one transaction on each side: all of it arrives or
 * nothing.
 * @throws NewsroomError `store` when the target holds something, when a process still works on the
 *   source, or when what arrived is not what left
 */
export async function moveRows(from: Session, to: Session): Promise<Moved[]> {
  return inOneMoment(from, (source) =>
    to.db.transaction().execute(async (target) => {
      await to.dialect.lockWriters(target);
      await refuseFilled(target);
      await refuseBusy(source);
      const into = { db: target, dialect: to.dialect };
      const moved: Moved[] = [];
      for (const table of Object.keys(ORDERS) as (keyof typeof ORDERS)[]) {
        const left = await eachPage(source, table, (rows) => insert(into, table, rows));
        const arrived = await eachPage(target, table, () => Promise.resolve());
        if (left.rows !== arrived.rows || left.hash !== arrived.hash) throw differs(table);
        moved.push(left);
      }
      return moved;
    }),
  );
}

/** Reads as of one moment, while nobody else writes. */
function inOneMoment<T>(
  { db, dialect }: Session,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const reading = dialect.skipsLocked
    ? db.transaction().setIsolationLevel('repeatable read')
    : db.transaction();
  return reading.execute(async (transaction) => {
    await dialect.lockWriters(transaction);
    await dialect.lockClaims(transaction);
    return work(transaction);
  });
}

async function refuseFilled(target: Kysely<Tables>): Promise<void> {
  for (const table of [...Object.keys(ORDERS), 'lease']) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(target);
    if (rows.length === 0) continue;
    const sentence = `The store to move to is not empty (${table} has rows): name an empty one. Nothing was changed.`;
    throw new NewsroomError('store', sentence);
  }
}

async function refuseBusy(source: Kysely<Tables>): Promise<void> {
  const live = await source
    .selectFrom('lease')
    .select('name')
    .where('until', '>', Date.now())
    .limit(1)
    .execute();
  if (live.length === 0) return;
  const sentence =
    'A Wirebrief still works on the store to move from: stop it and try again in half a minute.';
  throw new NewsroomError('store', sentence);
}

function differs(table: string): NewsroomError {
  const sentence = `What arrived of ${table} is not what left: nothing was moved. Run doctor on the store to move from.`;
  return new NewsroomError('store', sentence);
}

/** Hands on a table page by page, and counts and hashes its rows. */
async function eachPage(
  db: Kysely<Tables>,
  table: keyof typeof ORDERS,
  handle: (rows: readonly Row[]) => Promise<void>,
): Promise<Moved> {
  const order = ORDERS[table];
  const columns = sql.join(order.map((column) => sql.ref(column)));
  const hash = createHash('sha256');
  let count = 0;
  let after: RawBuilder<unknown> = sql``;
  for (;;) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)} ${after}
      order by ${columns} limit ${PAGE}`.execute(db);
    for (const row of rows) hash.update(lineOf(row));
    count += rows.length;
    await handle(rows);
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) break;
    const reached = sql.join(order.map((column) => sql`${last[column]}`));
    after = sql`where (${columns}) > (${reached})`;
  }
  return { table, rows: count, hash: hash.digest('hex').slice(0, 16) };
}

function lineOf(row: Row): string {
  const fields = Object.entries(row).filter(([name]) => name !== 'number');
  return `${JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)))}\n`;
}

async function insert({ db, dialect }: Session, table: Table, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  if (table !== 'story') {
    await db
      .insertInto(table)
      .values(rows as never)
      .execute();
    return;
  }
  // one by one: their order in the source becomes the order of their numbers here
  for (const whole of rows) {
    const row = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'number'));
    const { number } = await db
      .insertInto('story')
      .values(row as never)
      .returning('number')
      .executeTakeFirstOrThrow();
    const { state, current } = read<Story>(String(row['body']));
    if (state === 'killed' || current === null) continue;
    await dialect.index(db, number, searchable(current.headline, current.text));
  }
}
