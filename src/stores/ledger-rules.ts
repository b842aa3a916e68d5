/** Rules of the ledger that hold in every store. */
import type { Delivery, DeliveryState } from '../news/delivery.ts';

/** States of a message that stands, or stood, in its channel: later parts may follow it. */
export const GONE_OUT: readonly DeliveryState[] = ['sent', 'amended', 'withdrawn'];

/** `slack` for `slack:T0AB/C012AB3CD` and for `slack:`. */
export function platformOf(channel: string): string {
  return channel.split(':', 1)[0] ?? '';
}

/** The most urgent first, then the longest due, then the oldest, then by batch and part. */
export function orderOfClaims(one: Delivery, other: Delivery): number {
  return (
    one.urgency - other.urgency ||
    one.runAt - other.runAt ||
    one.createdAt - other.createdAt ||
    byText(one.batch, other.batch) ||
    one.part - other.part ||
    byText(one.id, other.id)
  );
}

/** Compares texts by their code units, as the tables do for the ids we make. */
export function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
