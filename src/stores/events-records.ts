/** Events with their revisions, and the cards made for them, in tables. */
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { atomically, type Session } from './dialect.ts';
import { inOrder, read } from './json-body.ts';
import type { Tables } from './schema.ts';
import type { Records } from './store.ts';
import type { EventsRecords } from './subjects.ts';
import type { Card } from '../news/card.ts';
import type { Event } from '../news/event.ts';

export function eventsRecords(session: Session): EventsRecords {
  const { db, dialect } = session;
  return {
    storeTime: (now) => tell(db, now),
    async event(id) {
      const row = await db
        .selectFrom('event')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? read<Event>(row.body) : null;
    },
    async events(ids) {
      const rows = await db
        .selectFrom('event')
        .select(['id', 'body'])
        .where(dialect.oneOf('id', ids))
        .execute();
      return inOrder<Event>(ids, rows);
    },
    async saveEvent(event) {
      await atomically(session, (open) => save(open, event));
    },
    async eventsChanged({ from, to }, limit) {
      return newest(changedBy(db, to).where('changed_at', '>', Date.parse(from)), limit);
    },
    async eventsAhead(day, before, limit) {
      return newest(changedBy(db, before).where('ahead', '>=', day), limit);
    },
    async eventsSaved(afterRevision, limit) {
      const rows = await db
        .selectFrom('event')
        .select(['body', 'revision'])
        .where('revision', '>', afterRevision)
        .orderBy('revision')
        .limit(limit)
        .execute();
      return {
        events: rows.map((row) => read<Event>(row.body)),
        revision: rows.at(-1)?.revision ?? afterRevision,
      };
    },
  };
}

type EventQuery = SelectQueryBuilder<Tables, 'event', { body: string }>;

/** Events that did not change after an instant (ISO). */
function changedBy(db: Kysely<Tables>, instant: string): EventQuery {
  return db.selectFrom('event').select('body').where('changed_at', '<=', Date.parse(instant));
}

async function newest(query: EventQuery, limit: number): Promise<Event[]> {
  const rows = await query.orderBy('changed_at', 'desc').orderBy('id').limit(limit).execute();
  return rows.map((row) => read<Event>(row.body));
}

/** Cards by event version and analyst. */
export function cardsRecords({ db }: Session): Pick<Records, 'card' | 'saveCard'> {
  return {
    async card(event, version, analyst) {
      const row = await db
        .selectFrom('card')
        .select('body')
        .where('event', '=', event)
        .where('version', '=', version)
        .where('analyst', '=', analyst)
        .executeTakeFirst();
      return row ? read<Card>(row.body) : null;
    },
    async saveCard(event, version, analyst, card) {
      const body = JSON.stringify(card);
      await db
        .insertInto('card')
        .values({ event, version, analyst, body })
        .onConflict((conflict) =>
          conflict.columns(['event', 'version', 'analyst']).doUpdateSet({ body }),
        )
        .execute();
    },
  };
}

/** Later than `now` and than what was told before: processes may have clocks that differ. */
async function tell(db: Kysely<Tables>, now: number): Promise<number> {
  const { value } = await db
    .insertInto('counter')
    .values({ name: 'clock', value: now })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        value: sql<number>`case when counter.value >= ${now} then counter.value + 1 else ${now} end`,
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return Number(value);
}

async function save(db: Kysely<Tables>, event: Event): Promise<void> {
  // A counter row, not a sequence: a sequence's numbers can become visible out of their order.
  const { value } = await db
    .insertInto('counter')
    .values({ name: 'event', value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((update) => ({ value: update('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  const row = {
    changed_at: Date.parse(event.changedAt),
    ahead: event.ahead ?? null,
    revision: value,
    body: JSON.stringify(event),
  };
  await db
    .insertInto('event')
    .values({ id: event.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}
