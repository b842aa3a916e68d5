/** Which event a story tells of: an index of recent events, searched by their rarest words. */
import type { Profile } from '../news/event.ts';
import { fillsOtherwise } from './form.ts';
import { likeness, sharesEnough, THRESHOLD } from './matching/alike.ts';
import { Candidates } from './matching/candidates.ts';
import { DayCounts } from './matching/day-counts.ts';
import { entryOf, type Entry, type IndexedEvent } from './matching/entry.ts';
import { Reading } from './matching/reading.ts';
import { Vocabulary } from './matching/vocabulary.ts';
import { mergeProfiles } from './profile.ts';

export { mergeProfiles };

const DAY_MS = 86_400_000;
/** A story joins an event whose newest copy is at most this far away ... */
const WINDOW_HOURS = 96;
/** ... or, when it is this much more alike, a sequel within the longer window. */
const SEQUEL_WINDOW_DAYS = 30;
const SEQUEL_FACTOR = 1.1;
/**
 * Old copy that comes in with other old copy, as from an archive, may tell of its happening long
 * after; but what is a year away is mostly what returns every year, and must be much more alike.
 */
const LATE_WINDOW_DAYS = 300;
const LATE_FACTOR = 1.2;
const YEARLY_FACTOR = 1.7;

export type Query = {
  readonly profile: Profile;
  /** the wire's time of the story, or of its arrival when its profile is undated (ISO) */
  readonly at: string;
  /** when it came in (ISO); absent means at that time */
  readonly arrivedAt?: string;
  readonly language: string | null;
};
export type Match = { readonly event: string; readonly score: number; readonly why: string };
/** `own` is a likeness from 0; `other` is the event most alike that it could join. */
export type Standing = {
  readonly own: number;
  readonly other: Omit<Match, 'why'> | null;
};
export type IndexOptions = { readonly windowHours?: number };

/** So alike to its event a story stays there, and no other is looked for. */
const SETTLED = 0.55;

type Best = { readonly entry: Entry; readonly score: number };

/** Recent events by their words. */
export class EventIndex {
  readonly #windowMs: number;
  readonly #vocabulary = new Vocabulary();
  readonly #days = new DayCounts();
  readonly #candidates = new Candidates();
  readonly #story = new Reading();
  readonly #slots = new Map<string, number>();
  readonly #entries: (Entry | null)[] = [];
  readonly #freeSlots: number[] = [];
  #newest = -Infinity;
  #swept = -Infinity;

  constructor({ windowHours = WINDOW_HOURS }: IndexOptions = {}) {
    this.#windowMs = windowHours * 3_600_000;
  }

  /** Adds an event or replaces what is known of it. */
  put(event: IndexedEvent): void {
    this.remove(event.id);
    const slot = this.#freeSlots.pop() ?? this.#entries.length;
    const { terms, names } = event.profile;
    const keys = this.#vocabulary.enter(slot, Object.keys(terms), Object.keys(names));
    const entry = entryOf(event, keys);
    this.#days.add(entry.days);
    this.#entries[slot] = entry;
    this.#slots.set(event.id, slot);
    this.#sweep(entry.arrivedAt);
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    const entry = this.#entries[slot];
    if (entry) {
      this.#vocabulary.leave(slot, entry.keys);
      this.#days.remove(entry.days);
    }
    this.#entries[slot] = null;
    this.#freeSlots.push(slot);
    this.#slots.delete(id);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** The event that the story joins; null when none is alike enough. */
  match(query: Query): Match | null {
    this.#story.open(query.profile, this.#vocabulary);
    const best = this.#best(query);
    const isJoined = best !== null && best.score >= THRESHOLD;
    const match = isJoined
      ? { event: best.entry.id, score: best.score, why: this.#shared(best.entry) }
      : null;
    this.#story.close();
    return match;
  }

  /**
   * Where a story stands that is in an event already: how alike it is to the rest of that event, as
   * if sent with its newest copy, and the event that it would join otherwise, if any.
   * @param rest the event as it would be without the story
   */
  standing(query: Query, rest: IndexedEvent): Standing {
    this.#story.open(query.profile, this.#vocabulary);
    const { terms, names } = rest.profile;
    const keys = this.#vocabulary.keysOf(Object.keys(terms), Object.keys(names));
    const own = this.#likeness(entryOf(rest, keys), 0);
    const best = own >= SETTLED ? null : this.#best(query, rest.id);
    this.#story.close();
    const other = best !== null && best.score >= THRESHOLD ? best : null;
    return { own, other: other && { event: other.entry.id, score: other.score } };
  }

  #likeness(entry: Entry, apartMs: number): number {
    const bar = this.#bar(apartMs);
    if (!sharesEnough(entry, this.#story, this.#vocabulary, bar > 1)) return 0;
    if (fillsOtherwise(this.#story.forms, entry.forms)) return 0;
    const dayRarity = (day: string): number => this.#days.rarity(day, this.size);
    return likeness(entry, this.#story, this.#vocabulary, dayRarity, apartMs) / bar;
  }

  #best(query: Query, except?: string): Best | null {
    const slots = this.#candidates.of(this.#story.known, this.#vocabulary, this.#entries.length);
    let best: Best | null = null;
    for (const slot of slots) {
      const entry = this.#entries[slot];
      if (!entry || entry.id === except) continue;
      if (arrivedApart(entry, query) > SEQUEL_WINDOW_DAYS * DAY_MS) continue;
      const score = this.#likeness(entry, apart(entry, query));
      if (best === null || isBetter({ entry, score }, best)) best = { entry, score };
    }
    return best;
  }

  /** What a likeness is divided by at a distance in time. */
  #bar(distanceMs: number): number {
    if (distanceMs <= this.#windowMs) return 1;
    if (distanceMs <= SEQUEL_WINDOW_DAYS * DAY_MS) return SEQUEL_FACTOR;
    return distanceMs <= LATE_WINDOW_DAYS * DAY_MS ? LATE_FACTOR : YEARLY_FACTOR;
  }

  /** The rarest entries that the story and an event share, for people. */
  #shared(entry: Entry): string {
    const weightOf = (key: number): number => this.#story.weights[key] ?? 0;
    const shared = [...entry.keys]
      .filter((key) => weightOf(key) > 0)
      .map((key) => ({ text: this.#vocabulary.textOf(key), weight: weightOf(key) }));
    // among equals the alphabet: numbers are given in whatever order words came and went
    const texts = shared
      .sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
      .map(({ text }) => text);
    return [...new Set(texts)].slice(0, 6).join(', ');
  }

  /** Lets go of events that no story can join any more, once a day of the wires' time. */
  #sweep(at: number): void {
    if (!(at > this.#newest)) return;
    this.#newest = at;
    if (at - this.#swept < DAY_MS) return;
    this.#swept = at;
    const keepMs = Math.max(this.#windowMs, SEQUEL_WINDOW_DAYS * DAY_MS);
    for (const entry of this.#entries)
      if (entry && at - entry.arrivedAt > keepMs) this.remove(entry.id);
  }
}

/**
 * Do two profiles tell of one happening, when nothing else is known? With the score and what they
 * share; null when they do not.
 */
export function compareProfiles(first: Profile, second: Profile): Omit<Match, 'event'> | null {
  const at = new Date(0).toISOString();
  const index = new EventIndex();
  index.put({ id: 'first', profile: first, lastAt: at });
  const match = index.match({ profile: second, at, language: null });
  return match === null ? null : { score: match.score, why: match.why };
}

/** Copy that does not say when it was sent may be old: then arrivals are compared with arrivals. */
function apart(entry: Entry, query: Query): number {
  const { sentAt } = entry;
  if (sentAt !== null && !query.profile.undated) return Math.abs(sentAt - Date.parse(query.at));
  return arrivedApart(entry, query);
}

function arrivedApart({ arrivedAt }: Entry, query: Query): number {
  return Math.abs(arrivedAt - Date.parse(query.arrivedAt ?? query.at));
}

function isBetter(found: Best, best: Best): boolean {
  return found.score > best.score || (found.score === best.score && found.entry.id < best.entry.id);
}
