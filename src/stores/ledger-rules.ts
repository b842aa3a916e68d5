/** Rules of the ledger that hold in every store. */
import { URGENCY, type Delivery, type DeliveryState } from '../news/delivery.ts';
import type { Records } from './store.ts';

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

type Claim = Parameters<Records['claimDeliveries']>[0];
type Candidate = Pick<Delivery, 'channel' | 'urgency' | 'attempt' | 'runAt'> & {
  readonly purpose: string;
};

/** Picks, from what is due in its order, the first of each channel and of edits no more than asked. */
export class Picking<D extends Candidate> {
  readonly picked: D[] = [];
  readonly channels: Set<string>;
  readonly #claim: Claim;
  #edits = 0;

  /** @param passed channels of which nothing is picked */
  constructor(claim: Claim, passed: Iterable<string>) {
    this.#claim = claim;
    this.channels = new Set(passed);
  }

  /** Are no more edits wanted, but for withdrawals that are overdue? */
  get isFullOfEdits(): boolean {
    return this.#edits >= (this.#claim.edits?.most ?? Infinity);
  }

  offer(each: D): void {
    if (this.channels.has(each.channel)) return;
    if (each.purpose === 'amendment') {
      if (this.isFullOfEdits && !this.#isOverdue(each)) return;
      this.#edits += 1;
    }
    this.channels.add(each.channel);
    this.picked.push(each);
  }

  #isOverdue({ urgency, attempt, runAt }: D): boolean {
    const { now, edits } = this.#claim;
    return (
      urgency === URGENCY.withdrawal && attempt === 0 && runAt <= now - (edits?.overdueMs ?? 0)
    );
  }
}
