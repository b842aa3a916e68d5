/** The ledger of deliveries, in tables: claimed with leases, settled fenced by the attempt. */
import { sql, type Kysely, type Selectable } from 'kysely';
import { atomically, type Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { Tables } from './schema.ts';
import type { Records } from './store.ts';
import type { LedgerRecords } from './subjects.ts';
import { GONE_OUT, orderOfClaims, platformOf } from './ledger-rules.ts';
import type { Delivery } from '../news/delivery.ts';

type Claim = Parameters<Records['claimDeliveries']>[0];
type Row = Selectable<Tables['delivery']>;

export function ledgerRecords(session: Session): LedgerRecords {
  const { db, dialect } = session;
  return {
    ...ledgerReading(db),
    async addDeliveries(deliveries) {
      await atomically(session, async (open) => {
        for (const delivery of deliveries) await add(open, delivery);
      });
    },
    async retellDelivery(retold) {
      await atomically(session, (open) => retell(open, retold));
    },
    async claimDeliveries(claim) {
      const work = (open: Kysely<Tables>) => claimDue({ db: open, dialect }, claim);
      // Takes turns with other claims only: filing a large wire must not hold up what is to be posted.
      return db.isTransaction ? work(db) : db.transaction().execute(work);
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
    async settleDelivery(settlement, now) {
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
    },
  };
}

function ledgerReading(
  db: Kysely<Tables>,
): Omit<
  LedgerRecords,
  'addDeliveries' | 'retellDelivery' | 'claimDeliveries' | 'renewDelivery' | 'settleDelivery'
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

async function add(db: Kysely<Tables>, delivery: Delivery): Promise<void> {
  const result = await db
    .insertInto('delivery')
    .values(rowOf(delivery))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  if (Number(result.numInsertedOrUpdatedRows ?? 0) > 0) await tellOf(db, delivery);
}

async function tellOf(
  db: Kysely<Tables>,
  { id, events }: Pick<Delivery, 'id' | 'events'>,
): Promise<void> {
  for (const event of new Set(events.map((each) => each.id)))
    await db.insertInto('delivery_event').values({ delivery: id, event }).execute();
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
  await tellOf(db, { id, events });
}

async function claimDue(session: Session, claim: Claim): ReturnType<Records['claimDeliveries']> {
  const { db, dialect } = session;
  const { now, leaseMs } = claim;
  await dialect.lockClaims(db);
  const ids = await firstInEachChannel(session, claim);
  if (ids.length === 0) return [];
  let query = db
    .selectFrom('delivery')
    .selectAll()
    .where(dialect.oneOf('id', ids))
    .where(OPEN)
    .where('lease_until', '<=', now);
  if (dialect.skipsLocked) query = query.forUpdate().skipLocked();
  const rows = await query.execute();
  const lease = { state: 'sending', lease_until: now + leaseMs, updated_at: now } as const;
  await db
    .updateTable('delivery')
    .set((update) => ({ ...lease, attempt: update('attempt', '+', 1) }))
    .where(
      dialect.oneOf(
        'id',
        rows.map((row) => row.id),
      ),
    )
    .execute();
  return rows
    .map((row) => ({
      before: row.state,
      delivery: deliveryOf({ ...row, ...lease, attempt: row.attempt + 1 }),
    }))
    .sort((one, other) => orderOfClaims(one.delivery, other.delivery));
}

/** As the index of what is open says it, word for word: only then does SQLite take that index. */
const OPEN = sql<boolean>`state in ('planned', 'unknown', 'sending')`;
/** Rows looked at in one go beyond those that are wanted. */
const ROWS_MORE = 64;

/**
 * Ids of what is due, the first of each channel, the longest due channels first. What is due is read
 * in its order and only as far as needed, however much waits behind it.
 */
async function firstInEachChannel(session: Session, claim: Claim): Promise<string[]> {
  const { limit, except } = claim;
  const first: string[] = [];
  const passed = new Set(except);
  while (first.length < limit) {
    const rowsMax = limit - first.length + ROWS_MORE;
    const rows = await dueRows(session, claim, [...passed])
      .limit(rowsMax)
      .execute();
    for (const { id, channel } of rows) {
      if (passed.has(channel)) continue;
      passed.add(channel);
      first.push(id);
    }
    if (rows.length < rowsMax) break;
  }
  return first.slice(0, Math.max(0, limit));
}

/** What may be claimed in other channels than these, in the order of claims. */
function dueRows(
  { db, dialect }: Session,
  { now, platforms, off = [] }: Claim,
  passed: readonly string[],
) {
  const held = db
    .selectFrom('delivery')
    .select('channel')
    .where('state', '=', 'sending')
    .where('lease_until', '>', now);
  return db
    .selectFrom('delivery')
    .select(['id', 'channel'])
    .where(OPEN)
    .where('run_at', '<=', now)
    .where('lease_until', '<=', now)
    .where(dialect.oneOf('platform', platforms.map(platformOf)))
    .where((where) => where.not(dialect.oneOf('channel', passed)))
    .where((where) =>
      where.or([where('purpose', '=', 'notice'), where.not(dialect.oneOf('channel', off))]),
    )
    .where('channel', 'not in', held)
    .where((where) => {
      const before = where
        .selectFrom('delivery as earlier')
        .select('earlier.id')
        .whereRef('earlier.batch', '=', 'delivery.batch')
        .whereRef('earlier.part', '<', 'delivery.part')
        .where('earlier.state', 'not in', GONE_OUT);
      return where.or([where('part', '=', 0), where.not(where.exists(before))]);
    })
    .orderBy('run_at')
    .orderBy('created_at')
    .orderBy('batch')
    .orderBy('part')
    .orderBy('id');
}

function rowOf(delivery: Delivery): Row {
  return {
    id: delivery.id,
    channel: delivery.channel,
    platform: platformOf(delivery.channel),
    purpose: delivery.purpose,
    batch: delivery.batch,
    part: delivery.part,
    place: delivery.place,
    events: JSON.stringify(delivery.events),
    payload: JSON.stringify(delivery.payload ?? null),
    content_hash: delivery.contentHash,
    state: delivery.state,
    attempt: delivery.attempt,
    run_at: delivery.runAt,
    lease_until: delivery.leaseUntil,
    message_id: delivery.messageId,
    error: delivery.error?.replaceAll('\0', ' ') ?? null,
    created_at: delivery.createdAt,
    updated_at: delivery.updatedAt,
  };
}

function deliveryOf(row: Row): Delivery {
  return {
    id: row.id,
    channel: row.channel,
    purpose: row.purpose as Delivery['purpose'],
    batch: row.batch,
    part: row.part,
    place: row.place as Delivery['place'],
    events: read<Delivery['events']>(row.events),
    payload: read<unknown>(row.payload),
    contentHash: row.content_hash,
    state: row.state,
    attempt: row.attempt,
    runAt: row.run_at,
    leaseUntil: row.lease_until,
    messageId: row.message_id,
    error: row.error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
