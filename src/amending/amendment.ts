/** An amendment: the ledger's row that edits a message which was posted. */
import { deliveryId } from '../news/delivery-id.ts';
import { URGENCY, type Delivery } from '../news/delivery.ts';
import { fingerprint } from '../news/identity.ts';
import type { Change } from '../news/story.ts';
import { plannedAt } from '../editing/plan.ts';

/** What the payload of an amendment holds: the message that it edits, and what happened to what. */
export type AmendmentPayload = {
  readonly amends: string;
  /** the event as the message shows it */
  readonly event: string;
  /** its version after the change */
  readonly version: number;
  /**
   * `mended`: an editor's verdict changed it; `step`: `story`, of whatever event, tells of a next step
   * that the message shows of `event`
   */
  readonly change: Change | 'mended' | 'step';
  readonly story: string | null;
  /** what a correction says was wrong, when the wire says so in public */
  readonly note: string | null;
};

/** Changes that may bring something new to an item that was posted. */
const UPDATES: readonly Change[] = ['advanced', 'joined'];

/** Is this amendment due at once, and for every message, however old? */
export const isUrgent = ({ change }: Pick<AmendmentPayload, 'change'>): boolean =>
  change !== 'step' && !isUpdate(change);

/** May this change bring something new to an item that was posted? */
export const isUpdate = (change: AmendmentPayload['change']): boolean =>
  UPDATES.some((update) => update === change);

/** What is withdrawn goes before what is corrected, and that before what is only new. */
export function urgencyOf({ change }: Pick<AmendmentPayload, 'change'>): number {
  if (change === 'killed' || change === 'held') return URGENCY.withdrawal;
  return isUrgent({ change }) ? URGENCY.correction : URGENCY.update;
}

/**
 * The ledger's row of an amendment. `sign` names what happened: the same is planned once.
 * @param events none as a rule: it shows nothing itself, and is found by the message that it amends; for
 *   the news of a step the event that tells it, so that the message is edited again when that is withdrawn
 */
export function amendmentOf(
  original: Delivery,
  facts: Omit<AmendmentPayload, 'amends'>,
  sign: readonly string[],
  now: number,
  events: Delivery['events'] = [],
): Delivery {
  const name = fingerprint('amendment', original.id, facts.event, ...sign);
  const payload: AmendmentPayload = { amends: original.id, ...facts };
  return {
    ...original,
    id: deliveryId(name, 0),
    purpose: 'amendment',
    batch: original.id,
    part: 0,
    place: 'lead',
    events,
    payload,
    contentHash: name,
    ...plannedAt(now),
    urgency: urgencyOf(facts),
  };
}
