/** One channel's edition, from the store's events to a frozen digest with the reasons beside it. */
import { readToday } from './agenda.ts';
import type { Analyst } from './analysts/analyst.ts';
import { cardOf, withStories } from './cards.ts';
import type { ServedChannel } from './channels.ts';
import { composeEdition, type CardedCandidate } from './editing/compose.ts';
import { newFact } from './editing/delta.ts';
import { selectEvents, type Candidate, type Decision } from './editing/select.ts';
import type { Card } from './news/card.ts';
import type { Edition, Window } from './news/edition.ts';
import type { Event } from './news/event.ts';
import type { Topic } from './news/topic.ts';
import type { Store } from './stores/store.ts';

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
  /** when it is composed (ISO): the window ends here */
  readonly at: string;
};

/** The window of a channel's next digest: since its last one, or the last day for the first. */
export async function windowOf(store: Store, channel: string, at: string): Promise<Window> {
  const last = await store.lastDigest(channel);
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

/** Composes the digest that is due. Nothing is stored: freezing it is the caller's. */
export async function composeDigest(
  parts: DigestParts,
  due: DueDigest,
): Promise<{ edition: Edition; decisions: readonly Decision[] }> {
  const { store } = parts;
  const { settings, topics } = due.served;
  const window = await windowOf(store, settings.channel, due.at);
  const events = await withStories(store, await store.eventsChanged(window, EVENTS_MAX));
  const shown = await versionsSeen(
    store,
    settings.channel,
    events.map(({ event }) => event),
  );
  const followed = parts.topics.filter((topic) => topics.includes(topic.slug));
  const selection = selectEvents({ events, topics: followed, window, shown });
  const fresh = await freshCandidates(parts, selection.chosen, due);
  const decisions = explain(selection.decisions, fresh);
  const zone = settings.schedules[0]?.zone ?? parts.zone;
  const today = await readToday(
    parts,
    { channel: settings.channel, topics: followed, zone },
    due.at,
  );
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
  return { edition, decisions };
}

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
  parts: DigestParts,
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
  { store, analyst }: DigestParts,
  candidate: Candidate,
  due: DueDigest,
): Promise<CardedCandidate | null> {
  const card = await cardOf(store, analyst, candidate.event, due.at);
  if (card === null) return null;
  const seenCard = await seenCardOf(store, due.served.settings.channel, candidate);
  return { ...candidate, card, seenCard };
}

/** The card that the channel was last shown of an event, from its recent editions. */
async function seenCardOf(
  store: Store,
  channel: string,
  candidate: Candidate,
): Promise<Card | null> {
  if (candidate.seenVersion === null) return null;
  const { id, mergedFrom = [] } = candidate.event;
  const ids = [id, ...mergedFrom];
  for (const edition of await store.editionsOf(channel, 50)) {
    const item = edition.items.find((each) => ids.includes(each.event));
    if (item) return item.card;
  }
  return null;
}

function explain(decisions: readonly Decision[], fresh: Fresh): Decision[] {
  const chosen = new Set(fresh.carded.map(({ event }) => event.id));
  return decisions.map((decision) => {
    if (decision.reason !== 'chosen' || chosen.has(decision.event)) return decision;
    const reason = fresh.stale.has(decision.event) ? 'already shown' : 'over the limit';
    return { ...decision, reason };
  });
}
