/** Cards, made once for each version of an event and kept: every channel is served from the same. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Analyst, ReadableStory } from './analysts/analyst.ts';
import { withoutFacts } from './editing/facts.ts';
import type { EventWithStories } from './editing/select.ts';
import { verifyCard } from './editing/verify.ts';
import { alone } from './leasing.ts';
import type { Card } from './news/card.ts';
import type { Event } from './news/event.ts';
import { hasLostCopy, isShowable, type Story } from './news/story.ts';
import type { Store } from './stores/store.ts';
import { inTurns } from './turns.ts';

/** How often one who waits for another's card looks for it. */
const WAIT_MS = 200;
/** After a minute it makes the card itself. */
const WAITS_MAX = 300;

/** The stories of an event that may be shown at `at`, newest copy first. */
export function readableStories(stories: readonly Story[], at: string): ReadableStory[] {
  return stories
    .filter((story): story is ReadableStory => isShowable(story, at) && story.current !== null)
    .sort((a, b) => sentAt(b) - sentAt(a) || a.id.localeCompare(b.id));
}

function sentAt(story: ReadableStory): number {
  return Date.parse(story.current.sentAt ?? story.changedAt);
}

/** Events with their stories, read in few goes whatever their number. */
export async function withStories(
  store: Store,
  events: readonly Event[],
): Promise<EventWithStories[]> {
  return inTurns(events, async (some) => {
    const ids = some.flatMap((event) => event.stories);
    const stories = new Map((await store.stories(ids)).map((story) => [story.id, story]));
    return some.map((event) => ({
      event,
      stories: event.stories.flatMap((id) => stories.get(id) ?? []),
    }));
  });
}

/** By which analyst, in which version, a card was made: cards are kept under it. */
export function cardKey({ name, version }: Analyst): string {
  return `${name}@${version}`;
}

/**
 * The card of an event as it stands. Every fact on it has been checked against the copy.
 * @returns null when no story of the event may be shown
 */
export async function cardOf(
  store: Store,
  analyst: Analyst,
  event: Event,
  at: string,
): Promise<Card | null> {
  const all = await store.stories(event.stories);
  const stories = readableStories(all, at);
  // where only the copy has expired, what was shown of it may be shown there again
  if (stories.length === 0 && !all.every(hasLostCopy)) return null;
  const key = cardKey(analyst);
  const kept = await store.card(event.id, event.version, key);
  if (stories.length === 0 && kept === null) return null;
  if (kept) return withoutFacts(kept, event.hidden ?? []);
  const name = `card:${event.id}:${event.version}:${key}`;
  for (let waits = 0; ; waits += 1) {
    let card: Card | null = null;
    const make = async (): Promise<void> => {
      card = await store.card(event.id, event.version, key);
      card ??= await makeCard({ store, analyst, event }, stories, key);
    };
    // a model takes its time and its price: others wait for the card that one is making
    const isMade = await alone({ store, owner: randomUUID() }, name, make);
    if (!isMade && waits === WAITS_MAX) await make();
    card ??= await store.card(event.id, event.version, key);
    if (card !== null) return withoutFacts(card, event.hidden ?? []);
    await pause(WAIT_MS);
  }
}

async function makeCard(
  { store, analyst, event }: { store: Store; analyst: Analyst; event: Event },
  stories: readonly ReadableStory[],
  key: string,
): Promise<Card> {
  const draft = await analyst.card({ event, stories });
  const sliced = verifyCard(
    draft,
    stories.map((story) => story.current),
  );
  const isOwnWords = sliced.origin.analyst !== 'offline';
  const card = isOwnWords ? (await import('./editing/borne-out.ts')).borneOut(sliced) : sliced;
  // A card that a model should have made and could not is shown, not kept: the next look tries again.
  if (card.origin.analyst === analyst.name)
    await store.saveCard(event.id, event.version, key, card);
  return card;
}
