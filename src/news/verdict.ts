/** A verdict: what a reader or an editor says is wrong with an item, and what became of it. */
import type { Evidence, Section } from './card.ts';

/**
 * `wrong-fact` a line of the card is not true; `wrong-merge` a story does not belong to its event;
 * `same-event` two events are one happening; `not-relevant` the item is not for the channel.
 */
export type VerdictKind = 'wrong-fact' | 'wrong-merge' | 'same-event' | 'not-relevant';

/**
 * `waiting` for an editor, `confirmed` and carried out, `rejected`; `noted` is what needs no editor:
 * it counts for its channel and changes nothing.
 */
export type VerdictState = 'waiting' | 'confirmed' | 'rejected' | 'noted';

/** A line of a card that is said to be wrong, as it was shown. */
export type MarkedFact = {
  /** fingerprint of section and text: the same line of another card has the same key */
  readonly key: string;
  readonly section: Section;
  readonly text: string;
  readonly evidence: readonly Evidence[];
};

export type Verdict = {
  /** made from what it says and who says it: the same person pressing twice gives one verdict */
  readonly id: string;
  readonly kind: VerdictKind;
  readonly state: VerdictState;
  readonly event: string;
  /** version of the event that the person was looking at */
  readonly version: number;
  /** the event's title at that time */
  readonly title: string;
  /** edition or bulletin in which it was shown; null for a private reply or the command line */
  readonly edition: string | null;
  readonly channel: string;
  /** the platform's id of the person */
  readonly person: string;
  readonly at: string;
  /** takes that the item was made of, so that the case can be looked at again */
  readonly takes: readonly string[];
  /** for `wrong-fact` */
  readonly fact: MarkedFact | null;
  /** for `wrong-merge`: the story that does not belong */
  readonly story: string | null;
  /** for `same-event`: the event that is to be merged into `event` */
  readonly other: string | null;
  /** for `not-relevant`: the topics by which the channel was shown it */
  readonly topics: readonly string[];
  /** who confirmed or rejected it, `slack:U012AB3CD`; null while nobody has */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
};
