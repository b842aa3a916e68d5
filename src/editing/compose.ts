/** Freezes an edition: from here on, the same bytes for ever. */
import type { Card } from '../news/card.ts';
import type { ChangedStep, DigestItem, Edition, TodayStep, Window } from '../news/edition.ts';
import { fingerprint } from '../news/identity.ts';
import { newFact } from './delta.ts';
import type { Candidate } from './select.ts';
import { showInstant } from './slots.ts';

/** A candidate with its card; `seenCard` is what the channel was shown of it before. */
export type CardedCandidate = Candidate & {
  readonly card: Card;
  readonly seenCard: Card | null;
  /** what later copy says of its steps */
  readonly changed?: readonly ChangedStep[];
};

export type EditionRequest = {
  readonly channel: string;
  readonly kind: Edition['kind'];
  readonly slot: string;
  /** the newsroom's name, `Trade desk` */
  readonly name: string;
  readonly window: Window;
  readonly zone: string;
  readonly missedSlots: readonly string[];
  readonly candidates: readonly CardedCandidate[];
  readonly more: number;
  readonly today?: readonly TodayStep[];
  readonly footer: readonly string[];
};

/** The id of a channel's edition at a slot: composing it twice gives the same id. */
export function editionId(channel: string, kind: Edition['kind'], slot: string): string {
  return fingerprint('edition', channel, kind, slot);
}

function itemOf(candidate: CardedCandidate): DigestItem | null {
  const { event, card, matches, sourceCount, seenCard, changed = [] } = candidate;
  const update = seenCard === null ? null : newFact(seenCard, card);
  // Seen before and nothing new in it: showing it again would be yesterday's news.
  if (seenCard !== null && update === null) return null;
  const item = { event: event.id, version: event.version, card, sourceCount, matches, update };
  return changed.length === 0 ? item : { ...item, changed };
}

/** Composes an edition. Items the channel has seen come again only with a new fact, labelled. */
export function composeEdition(request: EditionRequest): Edition {
  const { channel, kind, slot, window, zone, missedSlots, more, today = [], footer } = request;
  const items = request.candidates.map(itemOf).filter((item) => item !== null);
  const title =
    kind === 'bulletin'
      ? `${request.name} · Bulletin`
      : `${request.name} · ${showInstant(slot, zone)}`;
  return {
    id: editionId(channel, kind, slot),
    channel,
    kind,
    slot,
    title,
    window,
    zone,
    missedSlots,
    items,
    ...(today.length > 0 && { today }),
    more,
    footer,
    composedAt: window.to,
  };
}
