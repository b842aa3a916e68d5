/** One channel's edition, from the store's events to a frozen digest with the reasons beside it. */
import { notYetAnnounced, recentEvents, recentFrom, stepsDueToday } from '../answering/agenda.ts';
import type { Analyst } from '../analysts/analyst.ts';
import { changingIn, type Changing } from '../amending/changing.ts';
import { settledCardOf } from '../amending/rescheduling.ts';
import { cardOf, withStories } from '../cards.ts';
import type { ServedChannel } from '../channels.ts';
import type { AgendaEntry } from '../editing/agenda.ts';
import { composeEdition, type CardedCandidate } from '../editing/compose.ts';
import { newFact } from '../editing/delta.ts';
import {
  matchEvents,
  HIDDEN_TITLE,
  hiddenBecause,
  selectEvents,
  type Candidate,
  type Decision,
  type EventWithStories,
  type MatchedEvent,
  type Reason,
} from '../editing/select.ts';
import type { SettledCard } from '../editing/step-news.ts';
import type { Card } from '../news/card.ts';
import type { Edition, Window } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import type { Topic } from '../news/topic.ts';
import type { Store } from '../stores/store.ts';
import { inTurns } from '../turns.ts';

/** Events looked at for one edition; a busier window keeps its newest. */
const EVENTS_MAX = 5_000;
/** Cards of one digest that are made at the same time. */
const CARDS_AT_ONCE = 4;
/** A channel's first edition looks back this far. */
const FIRST_WINDOW_MS = 86_400_000;

export type DigestParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  readonly topics: readonly Topic[];
  readonly name: string;
  readonly zone: string;
};

export type DueDigest = {
  readonly served: ServedChannel;
  readonly slot: string;
  readonly missedSlots: readonly string[];
  readonly footer: readonly string[];
  /** it is composed when the window ends */
  readonly window: Window;
};

/** The window of a channel's next digest: since its last one, or the last day for the first. */
export function windowAfter(last: Edition | undefined, at: string): Window {
  const day = new Date(Date.parse(at) - FIRST_WINDOW_MS).toISOString();
  return { from: last?.window.to ?? day, to: at };
}

/**
 * The newest version of each event that a channel was shown; 0 for one of which it was shown only
 * what an editor has merged into it.
 */
export async function versionsSeen(
  store: Store,
  channel: string,
  events: readonly Event[],
): Promise<Map<string, number>> {
  const ids = events.flatMap(({ id, mergedFrom = [] }) => [id, ...mergedFrom]);
  const shown = await store.shownVersions(channel, ids);
  return new Map(
    events.flatMap(({ id, mergedFrom = [] }): [string, number][] => {
      const version = shown.get(id);
      if (version !== undefined) return [[id, version]];
      return mergedFrom.some((each) => shown.has(each)) ? [[id, 0]] : [];
    }),
  );
}

/** What channels whose digests are due together need alike: it is read and worked out once. */
export type SharedReading = {
  /** the events of a window, as channels with these topics see them at its end */
  matched(window: Window, topics: readonly Topic[]): Promise<readonly MatchedEvent[]>;
  /**
   * the card of an event at an instant (ISO), its steps as later copy tells them; null when nothing of
   * it may be shown
   */
  card(event: Event, at: string): Promise<SettledCard | null>;
  /** steps of these topics that are due on the day of an instant (ISO) in a zone */
  dueToday(topics: readonly Topic[], zone: string, at: string): Promise<readonly AgendaEntry[]>;
};

/** Makes the reading of one round. It is for channels that are composed at the same instant. */
export function shareReading({ store, analyst }: DigestParts): SharedReading {
  const events = remembering<readonly EventWithStories[]>();
  const recent = (at: string): Promise<readonly EventWithStories[]> =>
    events(at, () => recentEvents(store, at));
  const matched = remembering<readonly MatchedEvent[]>();
  const cards = remembering<SettledCard | null>();
  const changing = remembering<readonly Changing[]>();
  const changingAt = (at: string): Promise<readonly Changing[]> =>
    changing(at, async () =>
      changingIn(
        (await recent(at)).flatMap(({ stories }) => stories),
        at,
      ),
    );
  const due = remembering<readonly AgendaEntry[]>();
  // steps due today are read of the whole month: a window within it is not read twice
  const eventsOf = async (window: Window): Promise<readonly EventWithStories[]> => {
    if (window.from < recentFrom(window.to))
      return events(`${window.from} ${window.to}`, async () =>
        withStories(store, await store.eventsChanged(window, EVENTS_MAX)),
      );
    const from = Date.parse(window.from);
    return (await recent(window.to)).filter(({ event }) => Date.parse(event.changedAt) > from);
  };
  return {
    matched(window, topics) {
      const stretch = `${window.from} ${window.to}`;
      return matched(`${stretch} ${slugsOf(topics)}`, async () => {
        const changed = await eventsOf(window);
        return inTurns(changed, (some) => matchEvents(some, topics, window.to));
      });
    },
    card: (event, at) =>
      cards(`${event.id} ${event.version} ${at}`, async () =>
        settledNow(store, analyst, event, at, await changingAt(at)),
      ),
    dueToday: (topics, zone, at) =>
      due(`${at} ${zone} ${slugsOf(topics)}`, async () =>
        stepsDueToday({ store, analyst }, { topics, zone }, at, await recent(at)),
      ),
  };
}

/** The card of an event with its next steps as they stand; null when nothing of it may be shown. */
export async function settledNow(
  store: Store,
  analyst: Analyst,
  event: Event,
  at: string,
  among?: readonly Changing[],
): Promise<SettledCard | null> {
  const card = await cardOf(store, analyst, event, at);
  return card && settledCardOf(store, event, card, at, among);
}

const slugsOf = (topics: readonly Topic[]): string => topics.map(({ slug }) => slug).join(' ');

/** Work by name, done once; what failed is tried again by whoever asks next. */
function remembering<T>(): (name: string, work: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (name, work) => {
    const found = known.get(name);
    if (found) return found;
    const made = work();
    known.set(name, made);
    made.catch(() => known.delete(name));
    return made;
  };
}

/**
 * Composes the digest that is due. Nothing is stored: freezing it is the caller's.
 * @returns with the edition, by event the version that its channel had been shown
 */
export async function composeDigest(
  parts: DigestParts,
  due: DueDigest,
  shared: SharedReading = shareReading(parts),
): Promise<{
  edition: Edition;
  decisions: readonly Decision[];
  shown: ReadonlyMap<string, number>;
}> {
  const { store } = parts;
  const { window } = due;
  const { settings, topics } = due.served;
  const followed = parts.topics.filter((topic) => topics.includes(topic.slug));
  const matched = await shared.matched(window, followed);
  const shown = await versionsSeen(
    store,
    settings.channel,
    matched.map(({ event }) => event),
  );
  const selection = selectEvents({ matched, window, shown });
  const fresh = await freshCandidates({ store, shared }, selection.chosen, due);
  const decisions = explain(selection.decisions, fresh);
  const zone = settings.schedules[0]?.zone ?? parts.zone;
  const steps = await shared.dueToday(followed, zone, window.to);
  const place = { channel: settings.channel, zone };
  const today = await notYetAnnounced(store, steps, place, window.to);
  const edition = composeEdition({
    channel: settings.channel,
    kind: 'digest',
    slot: due.slot,
    name: parts.name,
    window,
    zone,
    missedSlots: due.missedSlots,
    candidates: fresh.carded,
    more: fresh.more,
    today,
    footer: due.footer,
  });
  return { edition, decisions, shown };
}

type Reading = { readonly store: Store; readonly shared: SharedReading };

type Fresh = {
  readonly carded: readonly CardedCandidate[];
  readonly more: number;
  /** events seen before in which nothing new was found */
  readonly stale: ReadonlySet<string>;
};

/**
 * Cards for the best candidates, up to the limit; those seen before need a new fact to count. A few
 * are made at a time, so that a slow model does not hold up the digest card by card; never more than
 * there is room for, so that none is made in vain.
 */
async function freshCandidates(
  parts: Reading,
  candidates: readonly Candidate[],
  due: DueDigest,
): Promise<Fresh> {
  const carded: CardedCandidate[] = [];
  const stale = new Set<string>();
  const { limit } = due.served.settings;
  let next = 0;
  while (next < candidates.length && carded.length < limit) {
    const batch = candidates.slice(next, next + Math.min(CARDS_AT_ONCE, limit - carded.length));
    next += batch.length;
    for (const made of await Promise.all(batch.map((each) => cardedCandidate(parts, each, due)))) {
      if (made === null) continue;
      const { card, seenCard } = made;
      if (seenCard !== null && newFact(seenCard, card) === null) stale.add(made.event.id);
      else carded.push(made);
    }
  }
  return { carded, more: candidates.length - next, stale };
}

async function cardedCandidate(
  { store, shared }: Reading,
  candidate: Candidate,
  due: DueDigest,
): Promise<CardedCandidate | null> {
  const settled = await shared.card(candidate.event, due.window.to);
  if (settled === null) return null;
  const seenCard = await seenCardOf(store, due.served.settings.channel, candidate);
  return { ...candidate, ...settled, seenCard };
}

/** The card that the channel was last shown of an event. */
async function seenCardOf(
  store: Store,
  channel: string,
  candidate: Candidate,
): Promise<Card | null> {
  if (candidate.seenVersion === null) return null;
  const { id, mergedFrom = [] } = candidate.event;
  const ids = [id, ...mergedFrom];
  const edition = await store.lastShowing(channel, ids);
  return edition?.items.find((each) => ids.includes(each.event))?.card ?? null;
}

function explain(decisions: readonly Decision[], fresh: Fresh): Decision[] {
  const chosen = new Set(fresh.carded.map(({ event }) => event.id));
  return decisions.map((decision) => {
    if (decision.reason !== 'chosen' || chosen.has(decision.event)) return decision;
    const reason: Reason = fresh.stale.has(decision.event) ? 'already shown' : 'over the limit';
    const stories = decision.stories.map((each) =>
      each.reason === 'chosen' ? { ...each, reason } : each,
    );
    return { ...decision, reason, stories };
  });
}

/**
 * Decisions on stories that wait outside any event: copy that was never shown, under embargo or held.
 * For `digest --dry-run`; nothing of the copy is told.
 */
export async function waitingDecisions(store: Store, at: string): Promise<Decision[]> {
  const held = await store.heldStories(null);
  return held.flatMap((story) => {
    const reason = hiddenBecause(story, at);
    if (story.event !== null || reason === null) return [];
    const stories = [{ story: story.id, reason }];
    return [{ event: '', title: HIDDEN_TITLE, reason, matches: [], stories }];
  });
}
