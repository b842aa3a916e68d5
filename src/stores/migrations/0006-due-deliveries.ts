/** What is open in the ledger, in the order of claims: a claim reads no further than it has to. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

export async function dueDeliveries(db: Kysely<Tables>): Promise<void> {
  // Every column that a claim looks at: the payloads, which are long, are not touched.
  await sql`create index delivery_open on delivery
    (run_at, created_at, batch, part, id, channel, platform, lease_until, state)
    where state in ('planned', 'unknown', 'sending')`.execute(db);
  await sql`create index delivery_by_batch_part_state on delivery (batch, part, state)`.execute(db);
  await sql`drop index delivery_by_batch_part`.execute(db);
}
