/** Plans the messages of a batch: rows of the ledger, written before anything is sent. */
import { deliveryId } from '../news/delivery-id.ts';
import { URGENCY, type Delivery } from '../news/delivery.ts';
import { fingerprint } from '../news/identity.ts';
import type { Part } from '../news/layout.ts';

/** What every row of the ledger begins with. `now` in epoch milliseconds. */
export function plannedAt(now: number) {
  return {
    state: 'planned',
    urgency: URGENCY.news,
    attempt: 0,
    runAt: now,
    leaseUntil: 0,
    messageId: null,
    error: null,
    createdAt: now,
    updatedAt: now,
  } as const;
}

/** The ledger rows for rendered parts, in order. `now` in epoch milliseconds. */
export function planDeliveries(
  batch: Pick<Delivery, 'channel' | 'purpose' | 'batch'>,
  parts: readonly Part[],
  now: number,
): Delivery[] {
  return parts.map((part, index) => ({
    ...batch,
    id: deliveryId(batch.batch, index),
    part: index,
    place: part.place,
    events: part.events,
    payload: part.payload,
    contentHash: fingerprint(JSON.stringify(part.payload)),
    ...plannedAt(now),
  }));
}
