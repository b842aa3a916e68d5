/** Indexes for what was read from end to end: events of one delivery, and a channel's last digest. */
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

export async function waysToRows(db: Kysely<Tables>): Promise<void> {
  // telling a delivery anew takes out its events, which stand in the order of the events
  await sql`create index delivery_event_by_delivery on delivery_event (delivery)`.execute(db);
  // a channel may have many bulletins since its last digest, or nothing but bulletins
  await sql`create index edition_by_channel_kind_slot_at on edition (channel, kind, slot_at)`.execute(
    db,
  );
}
