/** Takes, stories, events and cards, in memory. */
import { boundedKey } from './bounded-key.ts';
import { byText } from './ledger-rules.ts';
import { countBy, joined, type Journal, type Shelf } from './memory-shelves.ts';
import { searchWords } from './search-words.ts';
import type { Expired, Records } from './store.ts';
import type { EventsRecords, StoriesRecords } from './subjects.ts';
import type { Card } from '../news/card.ts';
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import { plainText } from '../news/plain-letters.ts';
import { withoutCopy, type Take } from '../news/take.ts';

type TakesRecords = Pick<Records, 'take' | 'takes' | 'addTake' | 'countTakes' | 'forgetTakes'>;

const MOST_HELD = 500;

export function memoryTakes(journal: Journal): TakesRecords {
  const takes = journal.shelf<{ take: Take; receivedAt: number; isForgotten?: boolean }>();
  return {
    take: async (id) => takes.get(id)?.take ?? null,
    takes: async (ids) => eachOnce(ids, (id) => takes.get(id)?.take ?? null),
    async addTake(take, receivedAt) {
      if (takes.get(take.id)) return false;
      takes.put(take.id, { take, receivedAt: Date.parse(receivedAt) });
      return true;
    },
    async countTakes(since) {
      const recent = takes.all().filter((each) => each.receivedAt >= Date.parse(since));
      return countBy(recent, ({ take }) => ({ wire: take.wire }), ['wire']);
    },
    async forgetTakes({ wire, before, limit }) {
      const expired = takes
        .all()
        .filter((each) => each.take.wire === wire && each.isForgotten !== true)
        .filter((each) => each.receivedAt < Date.parse(before))
        .sort((one, other) => one.receivedAt - other.receivedAt)
        .slice(0, limit);
      for (const { take, receivedAt } of expired)
        takes.put(take.id, { take: withoutCopy(take), receivedAt, isForgotten: true });
      return expired.length;
    },
  };
}

export function memoryStories(journal: Journal): StoriesRecords & Pick<Records, 'storiesWithCopy'> {
  const stories = journal.shelf<Story>();
  const holders = journal.shelf<string>();
  const ofWire = journal.shelf<readonly string[]>();
  return {
    story: async (id) => stories.get(id),
    stories: async (ids) => eachOnce(ids, stories.get),
    async storiesByKeys(scope, keys) {
      const ids = keys.map((key) => holders.get(keyOf(scope, key)) ?? '');
      return eachOnce(ids, stories.get);
    },
    async storiesOfWire(wire, keys) {
      const found = keys.flatMap((key) => {
        const known = eachOnce(ofWire.get(keyOf(wire, key)) ?? [], stories.get);
        return known.filter((story) => story.keys.includes(key)).map((story) => story.id);
      });
      return eachOnce(found, stories.get);
    },
    async saveStory(story) {
      const before = stories.get(story.id);
      const kept = new Set(story.keys.map((key) => keyOf(story.scope, key)));
      for (const key of before?.keys ?? []) release(holders, before, key, kept);
      for (const key of kept) if (holders.get(key) === null) holders.put(key, story.id);
      for (const key of story.keys) {
        const ids = ofWire.get(keyOf(story.wire, key)) ?? [];
        if (!ids.includes(story.id)) ofWire.put(keyOf(story.wire, key), [...ids, story.id]);
      }
      stories.put(story.id, story);
    },
    async searchStories({ words, since, limit }) {
      const stems = [...new Set(searchWords(words).map(stemOf))];
      const earliest = since === null ? -Infinity : Date.parse(since);
      const searched = stories
        .all()
        .filter((story) => story.state !== 'killed' && Date.parse(story.changedAt) >= earliest);
      return bestOf(searched, stems).slice(0, Math.max(0, limit));
    },
    async heldStories(until) {
      const time = (story: Story) => (until === null ? 0 : Date.parse(story.heldUntil ?? ''));
      const last = until === null ? 0 : Date.parse(until);
      return stories
        .all()
        .filter((story) => story.state === 'held' && time(story) <= last)
        .sort((one, other) => time(one) - time(other) || byText(one.id, other.id))
        .slice(0, MOST_HELD);
    },
    storiesWithCopy: async (which) => withCopy(stories.all(), which),
    countStories: async () =>
      countBy(stories.all(), ({ wire, state }) => ({ wire, state }), ['wire', 'state']),
  };
}

function withCopy(stories: readonly Story[], { wire, before, limit }: Expired): Story[] {
  const changed = (story: Story) => Date.parse(story.changedAt);
  return stories
    .filter((story) => story.wire === wire && story.state !== 'held' && story.current !== null)
    .filter((story) => changed(story) < Date.parse(before))
    .sort((one, other) => changed(one) - changed(other) || byText(one.id, other.id))
    .slice(0, limit);
}

const keyOf = (scope: string, key: string): string => joined(boundedKey(scope), boundedKey(key));

/** A story lets go of the keys that it no longer has; a key stays with who had it first. */
function release(
  holders: Shelf<string>,
  story: Story | null,
  key: string,
  kept: ReadonlySet<string>,
): void {
  const name = keyOf(story?.scope ?? '', key);
  if (!kept.has(name) && holders.get(name) === story?.id) holders.remove(name);
}

/** The weights that SQLite's bm25 has, and what a word of the headline counts for. */
const K1 = 1.2;
const B = 0.75;
const HEADLINE = 5;

type Counted = {
  readonly story: Story;
  readonly counts: readonly number[];
  readonly length: number;
};

/** Stories that hold a word of the search, best first: by bm25, so that rare words tell most. */
function bestOf(stories: readonly Story[], stems: readonly string[]): Story[] {
  const counted = stories.map((story) => countedIn(story, stems));
  const length = counted.reduce((sum, each) => sum + each.length, 0) / Math.max(1, counted.length);
  const rarities = stems.map((_, at) => {
    const holders = counted.filter(({ counts }) => (counts[at] ?? 0) > 0).length;
    return Math.log(1 + (counted.length - holders + 0.5) / (holders + 0.5));
  });
  const scoreOf = ({ counts, length: own }: Counted): number =>
    counts.reduce((sum, count, at) => {
      const part = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * own) / Math.max(1, length)));
      return sum + (rarities[at] ?? 0) * part;
    }, 0);
  return counted
    .map((each) => ({ story: each.story, score: scoreOf(each) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || newestFirst(one.story, other.story))
    .map(({ story }) => story);
}

/** How often each stem is in a story; in the headline it counts five times. */
function countedIn(story: Story, stems: readonly string[]): Counted {
  const { headline = '', text = '' } = story.current ?? {};
  const [title, body] = [headline ?? '', text].map((each) => {
    const counts = new Map<string, number>();
    const words = plainText(each).match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const stem of words.map(stemOf)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return { counts, length: words.length };
  });
  return {
    story,
    counts: stems.map(
      (stem) => HEADLINE * (title?.counts.get(stem) ?? 0) + (body?.counts.get(stem) ?? 0),
    ),
    length: (title?.length ?? 0) + (body?.length ?? 0),
  };
}

/** A plain word without the commonest English endings: far less than the engines know, enough here. */
function stemOf(word: string): string {
  return word.replace(/(?<=[a-z]{3})(?:ing|ed|es|s)$/, '');
}

export function memoryEvents(
  journal: Journal,
): EventsRecords & Pick<Records, 'card' | 'saveCard' | 'removeCards'> {
  const events = journal.shelf<{ event: Event; revision: number }>();
  const cards = journal.shelf<{ key: string; event: string; card: Card }>();
  const counter = journal.shelf<number>();
  /** events that did not change after an instant (ISO), newest change first */
  const changedBy = (instant: string, isAsked: (event: Event) => boolean, limit: number): Event[] =>
    events
      .all()
      .map((each) => each.event)
      .filter((event) => Date.parse(event.changedAt) <= Date.parse(instant) && isAsked(event))
      .sort(newestFirst)
      .slice(0, limit);
  return {
    async storeTime(now) {
      const time = Math.max(now, (counter.get('clock') ?? 0) + 1);
      counter.put('clock', time);
      return time;
    },
    event: async (id) => events.get(id)?.event ?? null,
    events: async (ids) => eachOnce(ids, (id) => events.get(id)?.event ?? null),
    async saveEvent(event) {
      const revision = (counter.get('event') ?? 0) + 1;
      counter.put('event', revision);
      events.put(event.id, { event, revision });
    },
    async eventsChanged({ from, to }, limit) {
      return changedBy(to, ({ changedAt }) => Date.parse(changedAt) > Date.parse(from), limit);
    },
    async eventsAhead(day, before, limit) {
      return changedBy(before, ({ ahead = '' }) => ahead >= day, limit);
    },
    async eventsSaved(afterRevision, limit) {
      const saved = events
        .all()
        .filter((each) => each.revision > afterRevision)
        .sort((one, other) => one.revision - other.revision)
        .slice(0, limit);
      return {
        events: saved.map((each) => each.event),
        revision: saved.at(-1)?.revision ?? afterRevision,
      };
    },
    card: async (event, version, analyst) =>
      cards.get(joined(event, version, analyst))?.card ?? null,
    async saveCard(event, version, analyst, card) {
      const key = joined(event, version, analyst);
      cards.put(key, { key, event, card });
    },
    async removeCards(event) {
      for (const each of cards.all()) if (each.event === event) cards.remove(each.key);
    },
  };
}

type Changed = { readonly id: string; readonly changedAt: string };

function newestFirst(one: Changed, other: Changed): number {
  return Date.parse(other.changedAt) - Date.parse(one.changedAt) || byText(one.id, other.id);
}

function eachOnce<T>(ids: readonly string[], find: (id: string) => T | null): T[] {
  return [...new Set(ids)].flatMap((id) => find(id) ?? []);
}
