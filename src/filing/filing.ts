/** Files a take: folds it into its story and puts the story into its event. */
import { fold, keysSought, release, scopeOf } from '../editing/fold.ts';
import { EventIndex } from '../editing/match.ts';
import { openEvent } from '../editing/open-event.ts';
import { profileOf } from '../editing/profile.ts';
import { grown, hasRoom, refresh } from './growing.ts';
import { emptyInto } from './joining.ts';
import { lookAgain, type Resettled } from './resettling.ts';
import type { Event, Profile } from '../news/event.ts';
import { isShowable, type Change, type Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import type { Records } from '../stores/store.ts';

/** Events read from the store in one go when the index catches up. */
const SYNC_PAGE = 1_000;
export type Circumstances = {
  readonly receivedAt: string;
  /** true for an old item of the first reading of a feed: no channel is told of it */
  readonly background: boolean;
};

/** What filing a take did; `event` is null for a story that has no copy to show. */
export type Filed = {
  readonly take: Take;
  readonly story: Story;
  readonly event: Event | null;
  readonly change: Change;
  /** other stories that moved on a second look, to events that may have been shown; absent: none */
  readonly moved?: readonly Filed[];
};

/**
 * The desk that files takes. It keeps the index of recent events in memory and catches up with
 * what other processes stored before each batch.
 */
export class FilingDesk {
  #index = new EventIndex();
  #revision = 0;

  /** Files takes in order of sending, inside the caller's transaction. */
  async file(
    records: Records,
    takes: readonly { readonly take: Take; readonly circumstances: Circumstances }[],
  ): Promise<Filed[]> {
    await this.#catchUp(records);
    const sent = (entry: (typeof takes)[number]): number =>
      Date.parse(entry.take.sentAt ?? entry.circumstances.receivedAt);
    const filed: Filed[] = [];
    for (const { take, circumstances } of takes.toSorted((a, b) => sent(a) - sent(b)))
      filed.push(...(await this.#fileOne(records, take, circumstances)));
    return filed;
  }

  /** Releases held stories whose time has come, inside the caller's transaction. */
  async releaseDue(records: Records, now: string): Promise<Filed[]> {
    const due = await records.heldStories(now);
    if (due.length === 0) return [];
    // whether it is time says our own clock; when it changed, the store's
    const at = new Date(await records.storeTime(Date.parse(now))).toISOString();
    await this.#catchUp(records);
    const released: Filed[] = [];
    for (const held of due) {
      const story = release(held, at);
      if (story.current === null) continue;
      const filed = { take: story.current, story, event: null, change: 'released' } as const;
      released.push(await this.#settle(records, filed, at));
    }
    return released;
  }

  /** To be called when a transaction failed: the index is read afresh from the store. */
  forget(): void {
    this.#index = new EventIndex();
    this.#revision = 0;
  }

  async #catchUp(records: Records): Promise<void> {
    for (;;) {
      const page = await records.eventsSaved(this.#revision, SYNC_PAGE);
      for (const event of page.events) this.#index.put(event);
      this.#revision = page.revision;
      if (page.events.length < SYNC_PAGE) return;
    }
  }

  /** Files a take in every story that it reaches: one, but for an order that names several. */
  async #fileOne(records: Records, take: Take, now: Circumstances): Promise<Filed[]> {
    const { reached, others } = await storiesReached(records, take);
    await records.addTake(take, now.receivedAt);
    const filed: Filed[] = [];
    for (const existing of reached.length === 0 ? [null] : reached) {
      const { story, change } = fold(existing, take, { scope: scopeOf(take), ...now }, others);
      for (const event of await emptyInto(records, story, others, now.receivedAt))
        this.#index.put(event);
      const opened = { take, story, event: null, change };
      filed.push(await this.#settle(records, opened, now.receivedAt));
    }
    return filed;
  }

  /** Stores the story and brings its event up to date; other stories may leave that one then. */
  async #settle(records: Records, filed: Filed, at: string): Promise<Filed> {
    const { take, story, change } = filed;
    const known = story.event === null ? null : await records.event(story.event);
    if (change === 'repeated') {
      await records.saveStory(story);
      return { ...filed, event: known };
    }
    if (isShowable(story, at)) {
      const { placed, event, hasJoined } = await this.#place(records, story, known, at);
      await records.saveStory(placed);
      const settled = { take, story: placed, event, change };
      return hasJoined ? this.#joined(records, settled, at) : settled;
    }
    await records.saveStory(story);
    if (known === null) return filed;
    const event = await this.#save(records, await refresh(records, known, story, at));
    return { ...filed, event };
  }

  /** What a story's joining did: the event may know better now where its stories belong. */
  async #joined(
    records: Records,
    { event, ...filed }: Filed & { readonly event: Event },
    at: string,
  ): Promise<Filed> {
    const change = filed.change === 'opened' ? 'joined' : filed.change;
    const resettled = await lookAgain(records, this.#index, event, at);
    const isItself = ({ story }: Resettled): boolean => story.id === filed.story.id;
    const moved = resettled.filter((each) => !isItself(each)).flatMap(asJoined);
    return { ...filed, event, change, ...resettled.find(isItself), moved };
  }

  /** The event of a story that has copy to show: its own, a matching one, or a new one. */
  async #place(
    records: Records,
    story: Story,
    known: Event | null,
    at: string,
  ): Promise<{ placed: Story; event: Event; hasJoined: boolean }> {
    const take = story.current;
    if (take === null) throw new Error('a story without copy has no event');
    const profile = profileOf(take);
    const found = known ?? (await this.#matching(records, story, profile, at));
    if (found === null) {
      const event = await this.#save(records, openEvent(story, take, profile, at));
      return { placed: { ...story, event: event.id }, event, hasJoined: false };
    }
    const placed = { ...story, event: found.id };
    const event = await this.#save(records, await grown(records, found, placed, { profile, at }));
    return { placed, event, hasJoined: !found.stories.includes(story.id) };
  }

  async #matching(
    records: Records,
    { current }: Story,
    profile: Profile,
    arrivedAt: string,
  ): Promise<Event | null> {
    const at = current?.sentAt ?? arrivedAt;
    const language = current?.language ?? null;
    const match = this.#index.match({ profile, at, arrivedAt, language });
    const event = match === null ? null : await records.event(match.event);
    return event !== null && hasRoom(event) ? event : null;
  }

  async #save(records: Records, event: Event): Promise<Event> {
    await records.saveEvent(event);
    this.#index.put(event);
    return event;
  }
}

/** A story that moved joins where it stands now: what was shown of that event is to say so. */
function asJoined({ story, event }: Resettled): Filed[] {
  return story.current === null ? [] : [{ take: story.current, story, event, change: 'joined' }];
}

/** An order to kill or hold a story; what a wire calls unusable is held. */
const isOrder = (take: Take): boolean =>
  take.signal === 'kill' || take.signal === 'withhold' || !take.usable;

type Reached = {
  readonly reached: readonly Story[];
  /** stories that are one item with the one reached, as the take shows */
  readonly others: readonly Story[];
};

/**
 * The stories that a take is for: the first that its keys find in its scope, with every other whose
 * id it names: they were opened apart because what links them came late. An order reaches every
 * story whose id it names, on its own wire under any provider's name as well: a kill without a body
 * often names its provider otherwise, or not at all. For the same reason copy that comes after its
 * kill finds the kill. Plain text has no id: its title stands for one.
 */
async function storiesReached(records: Records, take: Take): Promise<Reached> {
  const scope = scopeOf(take);
  const keys = keysSought(take);
  const [first] = await records.storiesByKeys(scope, keys);
  const ids = keys.filter((key) => key.startsWith('guid:'));
  const names = keys.filter((key) => /^(?:guid|title):/.test(key));
  // where none of the keys finds a story, none of the ids among them does
  const named = first && ids.length > 0 ? await records.storiesByKeys(scope, ids) : [];
  if (isOrder(take)) {
    const elsewhere = await records.storiesOfWire(take.wire, names);
    const all = [...(first ? [first] : []), ...ofNewestDay([...named, ...elsewhere], names)];
    return { reached: eachOnce(all), others: [] };
  }
  if (first) {
    const whole = eachOnce([first, ...named]).toSorted(inPlace);
    return { reached: whole.slice(0, 1), others: whole.slice(1) };
  }
  if (names.length === 0) return { reached: [], others: [] };
  const waiting = await records.storiesOfWire(take.wire, names);
  return { reached: waiting.filter(({ current }) => current === null).slice(0, 1), others: [] };
}

const eachOnce = (stories: readonly Story[]): Story[] => [
  ...new Map(stories.map((story) => [story.id, story])).values(),
];

/** The one that readers know goes first, so that what changes for them is told; then the oldest. */
function inPlace(one: Story, other: Story): number {
  const rank = ({ event, state }: Story): number =>
    Number(event === null) + 2 * Number(state === 'killed');
  return rank(one) - rank(other) || Date.parse(one.openedAt) - Date.parse(other.openedAt);
}

const DAY_AT_END = /-\d{4}-\d\d-\d\d$/;

/**
 * Old wires number their items anew every day, so an order names a number with the days that it may
 * be of, the likelier first: it reaches the item of the first day that has one.
 */
function ofNewestDay(stories: readonly Story[], ids: readonly string[]): Story[] {
  const found = new Map<string, string>();
  for (const id of ids) {
    const name = id.replace(DAY_AT_END, '');
    const isHeld = stories.some(({ keys }) => keys.includes(id));
    if (isHeld && !found.has(name)) found.set(name, id);
  }
  const kept = new Set(found.values());
  return stories.filter(({ keys }) => keys.some((key) => kept.has(key)));
}
