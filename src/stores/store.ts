/**
 * SEAM: what is remembered. Asynchronous, so that SQLite, PostgreSQL and memory serve alike. Times
 * are ISO instants in UTC in the types and integers of milliseconds in tables.
 */
import type { Card } from '../news/card.ts';
import type { Delivery, DeliveryState } from '../news/delivery.ts';
import type { Edition, Window } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import type { Layout } from '../news/layout.ts';
import type { Problem } from '../news/problem.ts';
import type { Story } from '../news/story.ts';
import type { ChannelSettings, Subscription } from '../news/subscription.ts';
import type { Take } from '../news/take.ts';
import type { Verdict, VerdictState } from '../news/verdict.ts';

/** A wire's bookmark as the store sees it: a name, and a value it does not look into. */
export type StoredBookmark = { readonly wire: string };

/** A reply that was shown to someone in private, kept so that a kill finds it and it can be shared. */
export type KeptReply = {
  readonly id: string;
  readonly channel: string;
  readonly person: string;
  readonly layout: Layout;
  /** events that it told of */
  readonly events: readonly { readonly id: string; readonly version: number }[];
  readonly at: string;
};

/** The right to do a piece of work, such as reading a wire, until an instant. */
export type Lease = {
  readonly name: string;
  /** names one running process */
  readonly owner: string;
  /** epoch milliseconds */
  readonly until: number;
};

/** Copy of a wire that came before an instant (ISO), at most so much at once. */
export type Expired = { readonly wire: string; readonly before: string; readonly limit: number };

/** One finished try of a delivery, fenced by its attempt number. */
export type Settlement = {
  readonly id: string;
  readonly attempt: number;
  readonly state: DeliveryState;
  readonly messageId: string | null;
  readonly error: string | null;
  /** for `planned`: not before (epoch milliseconds) */
  readonly runAt: number;
};

/** Everything that can be read and written; inside `transact` all of it or nothing happens. */
export interface Records {
  // ---- wires
  bookmark<B extends StoredBookmark>(wire: string): Promise<B | null>;
  bookmarks<B extends StoredBookmark>(): Promise<B[]>;
  saveBookmark(bookmark: StoredBookmark): Promise<void>;

  // ---- takes and stories
  take(id: string): Promise<Take | null>;
  takes(ids: readonly string[]): Promise<Take[]>;
  /** Stores a take; false (and no change) when a take of this id is there already. */
  addTake(take: Take, receivedAt: string): Promise<boolean>;
  /** takes received from a wire since an instant, for `/wire status` */
  countTakes(since: string): Promise<{ wire: string; count: number }[]>;
  story(id: string): Promise<Story | null>;
  stories(ids: readonly string[]): Promise<Story[]>;
  /** the stories of a scope known by any of the keys, in the order of the keys, each once */
  storiesByKeys(scope: string, keys: readonly string[]): Promise<Story[]>;
  /** the stories of a wire known by any of the keys, whatever their scope, each once */
  storiesOfWire(wire: string, keys: readonly string[]): Promise<Story[]>;
  /** Stores a story with its keys and, when it has copy and is not killed, its full text for search. */
  saveStory(story: Story): Promise<void>;
  /**
   * Full-text search over the current copy of stories that are not killed, best first (bm25 or its
   * like, newest first on ties). Words are matched by stem where the engine can; any of them may match.
   */
  searchStories(query: {
    readonly words: readonly string[];
    /** only stories changed since (ISO) */
    readonly since: string | null;
    readonly limit: number;
  }): Promise<Story[]>;

  /**
   * Held stories whose release time is not after `until` (ISO), in that order; with null all that are
   * held, without a time as well, by id. At most 500.
   */
  heldStories(until: string | null): Promise<Story[]>;
  /** stories of a wire in a state, for `/wire status` */
  countStories(): Promise<{ wire: string; state: Story['state']; count: number }[]>;

  // ---- events
  event(id: string): Promise<Event | null>;
  events(ids: readonly string[]): Promise<Event[]>;
  saveEvent(event: Event): Promise<void>;
  /**
   * The store's own time for a change or for the end of a window: never before `now`, and later than
   * all it told before, whatever the clocks of the processes say. Asked within the transaction that
   * writes; both in epoch milliseconds.
   */
  storeTime(now: number): Promise<number>;
  /** events changed after `from` and not after `to`, newest change first, at most `limit` */
  eventsChanged(window: Window, limit: number): Promise<Event[]>;
  /**
   * events not changed after `before` (ISO) whose copy names a day from `day` (YYYY-MM-DD) on, newest
   * change first, at most `limit`
   */
  eventsAhead(day: string, before: string, limit: number): Promise<Event[]>;
  /**
   * events saved after a revision, oldest first, with the revision that reading on starts from:
   * every `saveEvent` gives the event a higher revision than all before
   */
  eventsSaved(
    afterRevision: number,
    limit: number,
  ): Promise<{ readonly events: Event[]; readonly revision: number }>;

  // ---- cards
  card(event: string, version: number, analyst: string): Promise<Card | null>;
  saveCard(event: string, version: number, analyst: string, card: Card): Promise<void>;

  // ---- channels
  subscriptions(channel: string | null): Promise<Subscription[]>;
  /** Adds or replaces the line of (channel, topic). */
  saveSubscription(subscription: Subscription): Promise<void>;
  /** Removes it; false when there was none. */
  removeSubscription(channel: string, topic: string): Promise<boolean>;
  channelSettings(channel: string): Promise<ChannelSettings | null>;
  allChannelSettings(): Promise<ChannelSettings[]>;
  saveChannelSettings(settings: ChannelSettings): Promise<void>;

  // ---- editions
  edition(id: string): Promise<Edition | null>;
  /** Stores an edition; false (and no change) when this id is there already. */
  addEdition(edition: Edition): Promise<boolean>;
  /** by channel, its digest (not bulletin) with the newest slot; none where it has had none */
  lastDigests(channels: readonly string[]): Promise<Map<string, Edition>>;
  /** newest slot first, bulletins too */
  editionsOf(channel: string, limit: number): Promise<Edition[]>;
  /** the edition of the channel with the newest slot that shows any of these events */
  lastShowing(channel: string, events: readonly string[]): Promise<Edition | null>;
  /** the newest version of each of these events that an edition of the channel has shown */
  shownVersions(channel: string, events: readonly string[]): Promise<Map<string, number>>;

  // ---- the ledger
  /** Writes planned deliveries; those whose id is there already are left as they are. */
  addDeliveries(deliveries: readonly Delivery[]): Promise<void>;
  /** Exchanges what a delivery shows, for one that grew while it stood; none by that id: nothing. */
  retellDelivery(retold: Pick<Delivery, 'id' | 'events' | 'payload'>): Promise<void>;
  delivery(id: string): Promise<Delivery | null>;
  deliveriesOf(batch: string): Promise<Delivery[]>;
  /** all deliveries that showed an event, whatever their state */
  deliveriesShowing(event: string): Promise<Delivery[]>;
  /** the delivery with this message id in this channel */
  deliveryByMessage(channel: string, messageId: string): Promise<Delivery | null>;
  countDeliveries(): Promise<{ state: DeliveryState; count: number }[]>;
  /**
   * Leases up to `limit` deliveries that are due, one for a channel and none for a channel that has
   * a live lease: state `planned` or `unknown` (or `sending` with an
   * expired lease) with `runAt` reached, no live lease, and every earlier part of the same batch sent;
   * the most urgent first, then the longest due, in a channel too. Sets
   * state `sending`, counts the attempt and sets the lease. Never returns the same delivery to two
   * callers while the lease lives. `before` is the state it was claimed from: anything but
   * `planned` must be looked for in the channel before it is posted.
   */
  claimDeliveries(claim: {
    readonly now: number;
    readonly leaseMs: number;
    readonly limit: number;
    /** channels that must wait (paused by a rate limit) */
    readonly except: readonly string[];
    /** channels that are switched off: of theirs only notices to people are given */
    readonly off?: readonly string[];
    /**
     * most amendments among them, where a platform takes few edits at a time; beyond those only
     * withdrawals that have been due for so long (milliseconds) and were never tried
     */
    readonly edits?: { readonly most: number; readonly overdueMs: number };
    /** channels in which anything was tried within so long are left to rest (milliseconds) */
    readonly restMs?: number;
    /** platforms that are connected, `slack:` ... */
    readonly platforms: readonly string[];
  }): Promise<{ readonly delivery: Delivery; readonly before: DeliveryState }[]>;
  /** Holds a claimed delivery until `leaseUntil`; false when somebody else has taken it over. */
  renewDelivery(hold: {
    readonly id: string;
    readonly attempt: number;
    /** epoch milliseconds */
    readonly leaseUntil: number;
  }): Promise<boolean>;
  /**
   * Settles tries, all or none; for each, in their order, false when its attempt is no longer the
   * current one (somebody took over).
   */
  settleDeliveries(settlements: readonly Settlement[], now: number): Promise<boolean[]>;

  // ---- leases: work that one process at a time may do
  /** Takes or prolongs a lease until `until` (epoch ms); false while another owner's has not run out. */
  takeLease(lease: Lease, now: number): Promise<boolean>;
  /** The leases whose names begin so, by name; those that have run out as well. */
  leases(prefix: string): Promise<Lease[]>;
  /** Gives a lease back; one that is another owner's by now is left alone. */
  dropLease(name: string, owner: string): Promise<void>;

  // ---- what the operator sees, and what expires
  /** Counts problems of a wire on a day (`2026-03-12`) by kind; the newest sentence is the sample. */
  addProblems(wire: string, day: string, problems: readonly Problem[]): Promise<void>;
  /** by wire, the commonest first */
  problemsOn(day: string): Promise<{ wire: string; code: string; count: number; sample: string }[]>;
  /** Removes what was counted before a day. */
  removeProblems(before: string): Promise<void>;
  /**
   * messages that are due and not out, by platform, with when the first of them was due (epoch ms);
   * those of channels that are switched off wait for somebody and do not count
   */
  oldestDue(
    now: number,
    except: readonly string[],
  ): Promise<{ platform: string; count: number; oldest: number }[]>;
  /**
   * messages of editions and bulletins that were refused and given up since an instant (epoch ms), by
   * platform, with the sentence of one refusal; an edit that is refused is told of in another way
   */
  givenUp(since: number): Promise<{ platform: string; count: number; error: string }[]>;
  /** Takes the copy out of up to `limit` takes of a wire received before an instant; says how many. */
  forgetTakes(which: Expired): Promise<number>;
  /** stories of a wire that have copy, are not held and were last changed before, oldest first */
  storiesWithCopy(which: Expired): Promise<Story[]>;
  /** Removes every card that was made of an event. */
  removeCards(event: string): Promise<void>;

  // ---- verdicts of readers and editors
  verdict(id: string): Promise<Verdict | null>;
  /** Stores a verdict; false (and no change) when one of this id is there already. */
  addVerdict(verdict: Verdict): Promise<boolean>;
  saveVerdict(verdict: Verdict): Promise<void>;
  /** newest first; those in a state (null: in any) and on certain events (null: on any) */
  verdicts(query: {
    readonly state: VerdictState | null;
    readonly events: readonly string[] | null;
    readonly limit: number;
  }): Promise<Verdict[]>;

  // ---- small things
  reply(id: string): Promise<KeptReply | null>;
  saveReply(reply: KeptReply): Promise<void>;
  /** replies since `since` (ISO) that told of an event, oldest first, at most `limit`, newest kept */
  repliesShowing(event: string, since: string, limit: number): Promise<KeptReply[]>;
  /** a remembered value by name: what was told once, hashes of registered commands */
  note(name: string): Promise<string | null>;
  saveNote(name: string, value: string): Promise<void>;
}

export interface Store extends Records {
  /** Runs the work in one transaction; throws what it throws, with nothing changed. No network inside. */
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Writes a consistent copy of the store to a new file while it is in use. */
  backup(file: string): Promise<void>;
  /** One line for doctor: engine, place, size, health. Throws NewsroomError `store` when damaged. */
  check(): Promise<string>;
  close(): Promise<void>;
}
