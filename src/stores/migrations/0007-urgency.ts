/** What is urgent is claimed first, and a channel that was just posted to can be told from the others. */
import { sql, type Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function urgency(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await sql`alter table delivery add column urgency ${dialect.types.integer} not null default 2`.execute(
    db,
  );
  // what an earlier version has planned and not sent: a withdrawal must not wait behind the rest
  const planned = sql`state in ('planned', 'unknown', 'sending')`;
  await sql`update delivery set urgency = 0 where ${planned} and (purpose = 'notice' or
    (purpose = 'amendment' and (payload like '%"change":"killed"%'
      or payload like '%"change":"held"%')))`.execute(db);
  await sql`drop index delivery_open`.execute(db);
  await sql`create index delivery_open on delivery
    (urgency, run_at, created_at, batch, part, id, channel, platform, lease_until, state,
     purpose, attempt)
    where state in ('planned', 'unknown', 'sending')`.execute(db);
  await sql`create index delivery_tried on delivery (updated_at, channel) where attempt > 0`.execute(
    db,
  );
}
