/** Editions and what they have shown to which channel, in tables. */
import { sql } from 'kysely';
import { atomically, type Session } from './dialect.ts';
import { read } from './json-body.ts';
import { slotTime } from './slot-time.ts';
import type { EditionsRecords } from './subjects.ts';
import type { Edition } from '../news/edition.ts';

export function editionsRecords(session: Session): EditionsRecords {
  const { db, dialect } = session;
  return {
    ...shownRecords(session),
    async edition(id) {
      const row = await db
        .selectFrom('edition')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? read<Edition>(row.body) : null;
    },
    async addEdition(edition) {
      return atomically(session, (open) => add({ db: open, dialect }, edition));
    },
    async editionsOf(channel, limit) {
      const rows = await db
        .selectFrom('edition')
        .select('body')
        .where('channel', '=', channel)
        .orderBy('slot_at', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => read<Edition>(row.body));
    },
    async lastDigests(channels) {
      const { rows } = await sql<{ channel: string; body: string }>`
        select edition.channel, edition.body from ${dialect.rowsOf(channels)}
          join edition on edition.id = (
            select id from edition as newest
            where newest.channel = given.value and newest.kind = 'digest'
            order by newest.slot_at desc, newest.id limit 1)`.execute(db);
      return new Map(rows.map(({ channel, body }) => [channel, read<Edition>(body)]));
    },
  };
}

/** What a channel was shown of events. */
function shownRecords({
  db,
  dialect,
}: Session): Pick<EditionsRecords, 'lastShowing' | 'shownVersions'> {
  return {
    async lastShowing(channel, events) {
      const showing = db
        .selectFrom('edition_event')
        .select('edition')
        .where('channel', '=', channel)
        .where(dialect.oneOf('event', events));
      const row = await db
        .selectFrom('edition')
        .select('body')
        .where('id', 'in', showing)
        .orderBy('slot_at', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst();
      return row ? read<Edition>(row.body) : null;
    },
    async shownVersions(channel, events) {
      const rows = await db
        .selectFrom('edition_event')
        .select((select) => ['event', select.fn.max('version').as('version')])
        .where('channel', '=', channel)
        .where(dialect.oneOf('event', events))
        .groupBy('event')
        .execute();
      return new Map(rows.map((row) => [row.event, row.version]));
    },
  };
}

async function add({ db }: Session, edition: Edition): Promise<boolean> {
  const { id, channel, kind, items } = edition;
  const result = await db
    .insertInto('edition')
    .values({ id, channel, kind, slot_at: slotTime(edition), body: JSON.stringify(edition) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(result.numInsertedOrUpdatedRows ?? 0) === 0) return false;
  if (items.length === 0) return true;
  await db
    .insertInto('edition_event')
    .values(items.map(({ event, version }) => ({ edition: id, channel, event, version })))
    .onConflict((conflict) =>
      conflict.columns(['channel', 'event', 'edition', 'version']).doNothing(),
    )
    .execute();
  return true;
}
