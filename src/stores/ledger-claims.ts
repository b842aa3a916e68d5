/** What is due in the ledger, claimed with leases: one message of a channel at a time, in order. */
import { sql } from 'kysely';
import type { Session } from './dialect.ts';
import { deliveryOf } from './ledger-rows.ts';
import { GONE_OUT, Picking, orderOfClaims, platformOf } from './ledger-rules.ts';
import { URGENCY, type Delivery } from '../news/delivery.ts';
import type { Records } from './store.ts';

type Claim = Parameters<Records['claimDeliveries']>[0];

/** Claims in the transaction that is open. */
export async function claimDue(
  session: Session,
  claim: Claim,
): ReturnType<Records['claimDeliveries']> {
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

/** Is there anything to claim? Read without a transaction: another may be quicker. */
export async function isAnyDue(session: Session, claim: Claim): Promise<boolean> {
  return (
    (await firstInEachChannel(session, { ...claim, limit: Math.min(1, claim.limit) })).length > 0
  );
}

/** As the index of what is open says it, word for word: only then does SQLite take that index. */
const OPEN = sql<boolean>`state in ('planned', 'unknown', 'sending')`;
/** What is looked at of a row before it is claimed. */
type DueRow = Pick<Delivery, 'id' | 'channel' | 'urgency' | 'attempt' | 'runAt'> & {
  readonly purpose: string;
};
/** Rows looked at in one go beyond those that are wanted. */
const ROWS_MORE = 64;

/**
 * Ids of what is due, the first of each channel, the most urgent and longest due channels first. What
 * is due is read in its order and only as far as needed, however much waits behind it.
 */
async function firstInEachChannel(session: Session, claim: Claim): Promise<string[]> {
  const { limit, except } = claim;
  const picking = new Picking<DueRow>(claim, except);
  while (picking.picked.length < limit) {
    const rowsMax = limit - picking.picked.length + ROWS_MORE;
    const rows = await dueRows(session, claim, picking).limit(rowsMax).execute();
    for (const row of rows) picking.offer(row);
    if (rows.length < rowsMax) break;
  }
  return picking.picked.slice(0, Math.max(0, limit)).map(({ id }) => id);
}

/** What may be claimed in other channels than these, in the order of claims. */
function dueRows(
  { db, dialect }: Session,
  { now, platforms, off = [], restMs = 0, edits }: Claim,
  { channels, isFullOfEdits }: Picking<DueRow>,
) {
  const held = db
    .selectFrom('delivery')
    .select('channel')
    .where('state', '=', 'sending')
    .where('lease_until', '>', now);
  const resting = db
    .selectFrom('delivery')
    .select('channel')
    .where('attempt', '>', 0)
    .where('updated_at', '>', now - restMs);
  let query = db
    .selectFrom('delivery')
    .select(['id', 'channel', 'purpose', 'urgency', 'attempt', 'run_at as runAt'])
    .where(OPEN)
    .where('run_at', '<=', now)
    .where('lease_until', '<=', now)
    .where(dialect.oneOf('platform', platforms.map(platformOf)))
    .where((where) => where.not(dialect.oneOf('channel', [...channels])))
    .where((where) =>
      // in this order: the purpose does not stand in the index
      where.or([where.not(dialect.oneOf('channel', off)), where('purpose', '=', 'notice')]),
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
    });
  if (isFullOfEdits)
    query = query.where((where) =>
      where.or([
        where('purpose', '<>', 'amendment'),
        where.and([
          where('urgency', '=', URGENCY.withdrawal),
          where('attempt', '=', 0),
          where('run_at', '<=', now - (edits?.overdueMs ?? 0)),
        ]),
      ]),
    );
  if (restMs > 0) query = query.where('channel', 'not in', resting);
  return query
    .orderBy('urgency')
    .orderBy('run_at')
    .orderBy('created_at')
    .orderBy('batch')
    .orderBy('part')
    .orderBy('id');
}
