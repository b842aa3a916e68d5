/** An edition: one due digest of one channel, frozen when composed. */
import type { Card, Evidence, NextStep } from './card.ts';
import type { TopicMatch } from './topic.ts';

/** The stretch of time that a digest covers: changes after `from`, up to and with `to` (ISO). */
export type Window = { readonly from: string; readonly to: string };

export type DigestItem = {
  readonly event: string;
  readonly version: number;
  readonly card: Card;
  /** independent sources that tell of it */
  readonly sourceCount: number;
  /** why it is here, best first */
  readonly matches: readonly TopicMatch[];
  /** what is new since the channel last saw it; null when the channel has not seen it */
  readonly update: string | null;
  /** its steps that later copy has moved, put off or called off; absent for none */
  readonly changed?: readonly ChangedStep[];
};

/** What later copy says of a next step that an item announces. */
export type ChangedStep = {
  /** the event that tells it, the item's own or another: its kill takes the line along */
  readonly event: string;
  readonly version: number;
  /** `moved to 2027-03-12: “...” (Tarn Press, 9 Mar 2027)` */
  readonly text: string;
  /** the step as it was announced */
  readonly announced: string;
  /** the sentence that tells it */
  readonly evidence: Evidence;
};

/** A next step that is due on the day of a digest. */
export type TodayStep = {
  /** the agenda's name of it: it is announced once a day */
  readonly id: string;
  readonly event: string;
  readonly version: number;
  readonly provider: string | null;
  /** the wire's time of the copy that tells it (ISO) */
  readonly sentAt: string;
  readonly step: NextStep;
};

/** An edition filled with cards; `bulletin` is an unscheduled one. */
export type Edition = {
  /** fingerprint of channel and slot */
  readonly id: string;
  readonly channel: string;
  readonly kind: 'digest' | 'bulletin';
  /** the slot it was due at (ISO); for a bulletin, the event and version it announces */
  readonly slot: string;
  readonly title: string;
  readonly window: Window;
  /** IANA zone in which times are shown */
  readonly zone: string;
  /** slots missed while Wirebrief was down and caught up by this edition (ISO) */
  readonly missedSlots: readonly string[];
  readonly items: readonly DigestItem[];
  /** steps that are due on its day; absent in bulletins and where there is none */
  readonly today?: readonly TodayStep[];
  /** events of the window that the limit left out */
  readonly more: number;
  /** lines under the digest: wires that are failing */
  readonly footer: readonly string[];
  readonly composedAt: string;
};
