/** The records by subject: what each engine's files bring together to a whole. */
import type { Records } from './store.ts';

/** Stories, and the search for them. */
export type StoriesRecords = Pick<
  Records,
  | 'story'
  | 'stories'
  | 'storiesByKeys'
  | 'storiesOfWire'
  | 'saveStory'
  | 'searchStories'
  | 'heldStories'
  | 'countStories'
>;

/** Events with their revisions, and the store's own time. */
export type EventsRecords = Pick<
  Records,
  'storeTime' | 'event' | 'events' | 'saveEvent' | 'eventsChanged' | 'eventsAhead' | 'eventsSaved'
>;

/** Who follows what, and how a channel is served. */
export type ChannelsRecords = Pick<
  Records,
  | 'subscriptions'
  | 'saveSubscription'
  | 'removeSubscription'
  | 'channelSettings'
  | 'allChannelSettings'
  | 'saveChannelSettings'
>;

/** Editions, and what a channel was shown. */
export type EditionsRecords = Pick<
  Records,
  'edition' | 'addEdition' | 'lastDigests' | 'editionsOf' | 'lastShowing' | 'shownVersions'
>;

/** The ledger. */
export type LedgerRecords = Pick<
  Records,
  | 'addDeliveries'
  | 'retellDelivery'
  | 'delivery'
  | 'deliveriesOf'
  | 'deliveriesShowing'
  | 'deliveryByMessage'
  | 'countDeliveries'
  | 'claimDeliveries'
  | 'renewDelivery'
  | 'settleDeliveries'
>;
