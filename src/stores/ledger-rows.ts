/** A delivery as a row of the ledger's table, and back. */
import type { Selectable } from 'kysely';
import { read } from './json-body.ts';
import { platformOf } from './ledger-rules.ts';
import type { Tables } from './schema.ts';
import type { Delivery } from '../news/delivery.ts';

type Row = Selectable<Tables['delivery']>;

/** The row of a delivery. */
export function rowOf(delivery: Delivery): Row {
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
    urgency: delivery.urgency,
    attempt: delivery.attempt,
    run_at: delivery.runAt,
    lease_until: delivery.leaseUntil,
    message_id: delivery.messageId,
    error: delivery.error?.replaceAll('\0', ' ') ?? null,
    created_at: delivery.createdAt,
    updated_at: delivery.updatedAt,
  };
}

/** The delivery of a row. */
export function deliveryOf(row: Row): Delivery {
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
    urgency: row.urgency,
    attempt: row.attempt,
    runAt: row.run_at,
    leaseUntil: row.lease_until,
    messageId: row.message_id,
    error: row.error,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
