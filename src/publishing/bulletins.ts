/** Urgent news at once: a bulletin for each urgent event of a channel's topics, one event each. */
import { withStories } from '../cards.ts';
import type { ServedChannel } from '../channels.ts';
import { settledNow, versionsSeen, type DigestParts } from './digests.ts';
import { composeEdition } from '../editing/compose.ts';
import { matchEvents, selectEvents, type Candidate } from '../editing/select.ts';
import type { Edition, Window } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import type { Store } from '../stores/store.ts';

/** Urgent news that is older, after downtime say, waits for the next digest: it is no alert. */
const FRESH_MS = 2 * 3_600_000;
const EVENTS_MAX = 500;
/** Bulletins that one channel gets in one go; the next tick brings the rest. */
const BULLETINS_MAX = 3;

/** Events that may be bulletins at an instant (ISO), read once for all channels. */
export async function freshEvents(store: Store, at: string): Promise<Event[]> {
  const from = new Date(Date.parse(at) - FRESH_MS).toISOString();
  const changed = await store.eventsChanged({ from, to: at }, EVENTS_MAX);
  return changed.filter(({ urgency }) => urgency !== null);
}

/**
 * The bulletins that a channel is due at an instant (ISO), most urgent first. An event that the
 * channel was shown before, in whatever edition, is no bulletin any more.
 */
export async function composeBulletins(
  parts: DigestParts,
  { settings, topics }: ServedChannel,
  fresh: readonly Event[],
  at: string,
): Promise<Edition[]> {
  const { alerts, channel, since } = settings;
  const { store } = parts;
  const urgent = fresh.filter(({ urgency }) => (urgency ?? Infinity) <= (alerts ?? -Infinity));
  if (urgent.length === 0) return [];
  const window: Window = { from: since, to: at };
  const shown = await versionsSeen(store, channel, urgent);
  const events = await withStories(
    store,
    urgent.filter(({ id }) => !shown.has(id)),
  );
  const followed = parts.topics.filter((topic) => topics.includes(topic.slug));
  const matched = matchEvents(events, followed, at);
  const { chosen } = selectEvents({ matched, window, shown });
  const zone = settings.schedules[0]?.zone ?? parts.zone;
  const bulletins: Edition[] = [];
  for (const candidate of chosen.slice(0, BULLETINS_MAX)) {
    const bulletin = await bulletinOf(parts, candidate, { channel, window, zone });
    if (bulletin !== null) bulletins.push(bulletin);
  }
  return bulletins;
}

async function bulletinOf(
  { store, analyst, name }: DigestParts,
  candidate: Candidate,
  frame: Pick<Edition, 'channel' | 'window' | 'zone'>,
): Promise<Edition | null> {
  const settled = await settledNow(store, analyst, candidate.event, frame.window.to);
  if (settled === null) return null;
  return composeEdition({
    ...frame,
    kind: 'bulletin',
    // The event alone: however many processes see it, and whatever its version, it is one bulletin.
    slot: candidate.event.id,
    name,
    missedSlots: [],
    candidates: [{ ...candidate, ...settled, seenCard: null }],
    more: 0,
    footer: [],
  });
}
