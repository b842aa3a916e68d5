/** The ledger of deliveries, in tables: claimed with leases, settled fenced by the attempt. */
import type { Kysely } from 'kysely';
import { atomically, type Session } from './dialect.ts';
import type { Tables } from './schema.ts';
import type { Records, Settlement } from './store.ts';
import type { LedgerRecords } from './subjects.ts';
import { claimDue, isAnyDue } from './ledger-claims.ts';
import { deliveryOf, rowOf } from './ledger-rows.ts';
import { byText } from './ledger-rules.ts';
import type { Delivery } from '../news/delivery.ts';

export function ledgerRecords(session: Session): LedgerRecords {
  const { db, dialect } = session;
  return {
    ...ledgerReading(db),
    async addDeliveries(deliveries) {
      await atomically(session, async (open) => {
        for (let at = 0; at < deliveries.length; at += ROWS_TOGETHER)
          await add(open, deliveries.slice(at, at + ROWS_TOGETHER));
      });
    },
    async retellDelivery(retold) {
      await atomically(session, (open) => retell(open, retold));
    },
    async claimDeliveries(claim) {
      const work = (open: Kysely<Tables>) => claimDue({ db: open, dialect }, claim);
      if (db.isTransaction) return work(db);
      // Most often nothing is due: then nothing is written and nobody waits.
      if (!(await isAnyDue(session, claim))) return [];
      // Takes turns with other claims only: filing a large wire must not hold up what is to be posted.
      return db.transaction().execute(work);
    },
    async renewDelivery({ id, attempt, leaseUntil }) {
      const result = await db
        .updateTable('delivery')
        .set({ lease_until: leaseUntil })
        .where('id', '=', id)
        .where('attempt', '=', attempt)
        .where('state', '=', 'sending')
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
    async settleDeliveries(settlements, now) {
      const work = async (open: Kysely<Tables>): Promise<boolean[]> => {
        const settled = new Map<Settlement, boolean>();
        // in one order wherever they are settled: replicas must not wait for each other in a ring
        for (const each of settlements.toSorted((one, other) => byText(one.id, other.id)))
          settled.set(each, await settle(open, each, now));
        return settlements.map((each) => settled.get(each) === true);
      };
      const isOne = settlements.length < 2 || db.isTransaction;
      return isOne ? work(db) : db.transaction().execute(work);
    },
  };
}

async function settle(db: Kysely<Tables>, settlement: Settlement, now: number): Promise<boolean> {
  const { id, attempt, state, messageId, error, runAt } = settlement;
  const result = await db
    .updateTable('delivery')
    .set((update) => ({
      state,
      // an id once known is never forgotten: amendments and kills find the message by it
      message_id: update.fn.coalesce(update.val(messageId), 'message_id'),
      error: error?.replaceAll('\0', ' ') ?? null,
      run_at: runAt,
      lease_until: 0,
      updated_at: now,
    }))
    .where('id', '=', id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function ledgerReading(
  db: Kysely<Tables>,
): Omit<
  LedgerRecords,
  'addDeliveries' | 'retellDelivery' | 'claimDeliveries' | 'renewDelivery' | 'settleDeliveries'
> {
  const all = db.selectFrom('delivery').selectAll('delivery');
  return {
    async delivery(id) {
      const row = await all.where('id', '=', id).executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    async deliveriesOf(batch) {
      const rows = await all.where('batch', '=', batch).orderBy('part').orderBy('id').execute();
      return rows.map(deliveryOf);
    },
    async deliveriesShowing(event) {
      const rows = await all
        .innerJoin('delivery_event', 'delivery_event.delivery', 'delivery.id')
        .where('delivery_event.event', '=', event)
        .orderBy('created_at')
        .orderBy('batch')
        .orderBy('part')
        .orderBy('id')
        .execute();
      return rows.map(deliveryOf);
    },
    async deliveryByMessage(channel, messageId) {
      const row = await all
        .where('channel', '=', channel)
        .where('message_id', '=', messageId)
        .orderBy('created_at')
        .orderBy('id')
        .executeTakeFirst();
      return row ? deliveryOf(row) : null;
    },
    async countDeliveries() {
      return db
        .selectFrom('delivery')
        .select((select) => ['state', select.fn.countAll<number>().as('count')])
        .groupBy('state')
        .orderBy('state')
        .execute();
    },
  };
}

/** Deliveries written by one statement. */
const ROWS_TOGETHER = 25;
const TOLD_TOGETHER = 500;

async function add(db: Kysely<Tables>, deliveries: readonly Delivery[]): Promise<void> {
  const rows = await db
    .insertInto('delivery')
    .values(deliveries.map(rowOf))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const added = new Set(rows.map(({ id }) => id));
  await tellOf(
    db,
    deliveries.filter(({ id }) => added.delete(id)),
  );
}

async function tellOf(
  db: Kysely<Tables>,
  deliveries: readonly Pick<Delivery, 'id' | 'events'>[],
): Promise<void> {
  const told = deliveries.flatMap(({ id, events }) =>
    [...new Set(events.map((each) => each.id))].map((event) => ({ delivery: id, event })),
  );
  for (let at = 0; at < told.length; at += TOLD_TOGETHER)
    await db
      .insertInto('delivery_event')
      .values(told.slice(at, at + TOLD_TOGETHER))
      .execute();
}

async function retell(
  db: Kysely<Tables>,
  { id, events, payload }: Parameters<Records['retellDelivery']>[0],
): Promise<void> {
  const shown = { events: JSON.stringify(events), payload: JSON.stringify(payload ?? null) };
  const result = await db
    .updateTable('delivery')
    .set(shown)
    .where('id', '=', id)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return;
  await db.deleteFrom('delivery_event').where('delivery', '=', id).execute();
  await tellOf(db, [{ id, events }]);
}
