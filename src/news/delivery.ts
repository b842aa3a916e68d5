/** A delivery: the ledger's record of one message. It is written before anything is sent. */
export const DELIVERY_STATES = [
  'planned',
  'sending',
  'sent',
  'unknown',
  'failed',
  'amended',
  'withdrawn',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What goes out first where not all of it can at once: the lower the sooner. */
export const URGENCY = { withdrawal: 0, correction: 1, news: 2, update: 3 } as const;

export type Delivery = {
  /** fingerprint of batch and part: the same message always has the same id (20 characters) */
  readonly id: string;
  readonly channel: string;
  /**
   * what it carries: an edition, a bulletin, a shared reply; an answer that was spoken for all to hear;
   * the edit of a message, a note under one, or a notice to one person or to the
   * operator
   */
  readonly purpose:
    'edition' | 'bulletin' | 'share' | 'answer' | 'amendment' | 'note' | 'notice' | 'operator';
  /**
   * edition id or reply id; for an amendment and a note the id of the delivery that they are about:
   * the parts of one batch go out in order
   */
  readonly batch: string;
  /** 0 is the lead; the others stand in its thread */
  readonly part: number;
  readonly place: 'lead' | 'thread';
  readonly events: readonly { readonly id: string; readonly version: number }[];
  /** frozen: every try posts the same bytes */
  readonly payload: unknown;
  readonly contentHash: string;
  readonly state: DeliveryState;
  /** its place before or behind others that are due, in its channel too: see `URGENCY` */
  readonly urgency: number;
  /** times it was tried; settling is fenced by this number */
  readonly attempt: number;
  /** not to be tried before (epoch milliseconds) */
  readonly runAt: number;
  /** who tries it holds it until then (epoch milliseconds); 0 when nobody does */
  readonly leaseUntil: number;
  /** the platform's id of the message, once known */
  readonly messageId: string | null;
  /** the sentence of the last refusal */
  readonly error: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
};
