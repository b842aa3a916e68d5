/** Which event a story tells of: an index of recent events, searched by their rarest words. */
import type { Profile } from '../news/event.ts';
import { expectedShare } from './data/background.ts';
import {
  closenessOf,
  differ,
  entryOf,
  leadingOf,
  yearsOf,
  type Entry,
  type IndexedEvent,
  type Pair,
} from './entry.ts';
import { mergeProfiles } from './profile.ts';

export { mergeProfiles };

const DAY_MS = 86_400_000;
/** A story joins an event whose newest copy is at most this far away ... */
const WINDOW_HOURS = 96;
/** ... or, when it is this much more alike, a sequel within the longer window. */
const SEQUEL_WINDOW_DAYS = 30;
const SEQUEL_FACTOR = 1.1;
/** Postings read for one story: rare words first, so what is left out finds everything. */
const POSTINGS_MAX = 6_000;
const CANDIDATES_MAX = 64;

/**
 * How alike: all words, all names, and the leading words of either that the other has. Fitted by
 * logistic regression on labelled pairs of a story and an event, half of the topics at a time; the
 * two halves gave much the same weights.
 */
const WORDS_SHARE = 0.28;
const NAMES_SHARE = 0.41;
const STORY_LEADING_SHARE = 0.12;
const EVENT_LEADING_SHARE = 0.19;
const THRESHOLD = 0.235;
/** Where copy names nobody, the rest is all there is, and must be this much alike. */
const NAMELESS_THRESHOLD = 0.4;
/** One place in common is no happening: so many words that are not everyday must be shared. */
const SHARED_MIN = 3;
const EVERYDAY_SHARE = 0.1;
/** Copies that speak of different years, and of none in common, are less alike. */
const YEAR_FACTOR = 0.9;
/** A newcomer must be this much as alike as the copies of a large event are to each other. */
const CLOSE_KNIT_SHARE = 0.7;
const STRANGER_FACTOR = 0.8;
/** Stories that stand in for those not seen yet, so that the first of the day are weighed well. */
const PRIOR_STORIES = 300;
const RARITY_MIN = 0.05;

export type Query = {
  readonly profile: Profile;
  /** the wire's time of the story (ISO) */
  readonly at: string;
  readonly language: string | null;
};
export type Match = { readonly event: string; readonly score: number; readonly why: string };
export type IndexOptions = { readonly windowHours?: number };

type Best = { readonly entry: Entry; readonly score: number };
/** Squared lengths of a story's words and names, its leading words, and the years it speaks of. */
type Lengths = {
  readonly words: number;
  readonly names: number;
  readonly leading: readonly Known[];
  readonly leadingSum: number;
  readonly years: readonly string[];
};
type Known = { readonly key: number; readonly weight: number };

/** Stands before a name, so that the name Young is not the word young. */
const NAME_MARK = '^';
/** Recent events by their words. */
export class EventIndex {
  readonly #windowMs: number;
  readonly #keys = new Map<string, number>();
  readonly #texts: string[] = [];
  readonly #expected: number[] = [];
  readonly #free: number[] = [];
  readonly #postings: number[][] = [];
  readonly #slots = new Map<string, number>();
  readonly #entries: (Entry | null)[] = [];
  readonly #freeSlots: number[] = [];
  /** the weights of the story being matched, by key; all 0 between matches */
  #story = new Float64Array(1_024);
  /** the same for its leading words only */
  #leading = new Float64Array(1_024);
  #newest = -Infinity;
  #swept = -Infinity;

  constructor({ windowHours = WINDOW_HOURS }: IndexOptions = {}) {
    this.#windowMs = windowHours * 3_600_000;
  }

  /** Adds an event or replaces what is known of it. */
  put(event: IndexedEvent): void {
    this.remove(event.id);
    const keys = [
      ...Object.keys(event.profile.terms).map((word) => this.#keyOf(word, expectedShare(word))),
      ...Object.keys(event.profile.names).map((name) =>
        this.#keyOf(`${NAME_MARK}${name}`, expectedShare(name)),
      ),
    ];
    const slot = this.#freeSlots.pop() ?? this.#entries.length;
    this.#entries[slot] = entryOf(event, keys);
    this.#slots.set(event.id, slot);
    for (const key of keys) this.#postings[key]?.push(slot);
    this.#sweep(Date.parse(event.lastAt));
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    for (const key of this.#entries[slot]?.keys ?? []) this.#unpost(key, slot);
    this.#entries[slot] = null;
    this.#freeSlots.push(slot);
    this.#slots.delete(id);
  }

  get size(): number {
    return this.#slots.size;
  }

  /** The event that the story joins; null when none is alike enough. */
  match(query: Query): Match | null {
    const at = Date.parse(query.at);
    const known: Known[] = [];
    const lengths = this.#read(query.profile, known);
    for (const { key, weight } of known) this.#story[key] = weight;
    for (const { key, weight } of lengths.leading) this.#leading[key] = weight;
    let best: Best | null = null;
    for (const slot of this.#candidates(known)) {
      const entry = this.#entries[slot];
      const bar = entry ? this.#bar(Math.abs(entry.at - at)) : null;
      if (!entry || bar === null) continue;
      if (!this.#sharesEnough(entry)) continue;
      const found = { entry, score: this.#likeness(entry, lengths) / bar };
      if (best === null || isBetter(found, best)) best = found;
    }
    const isJoined = best !== null && best.score >= THRESHOLD;
    const why = isJoined && best ? this.#shared(best.entry) : '';
    for (const { key } of known) this.#story[key] = this.#leading[key] = 0;
    return isJoined && best ? { event: best.entry.id, score: best.score, why } : null;
  }

  /** What a likeness is divided by at a distance in time; null when it is too far. */
  #bar(distanceMs: number): number | null {
    if (distanceMs <= this.#windowMs) return 1;
    return distanceMs <= SEQUEL_WINDOW_DAYS * DAY_MS ? SEQUEL_FACTOR : null;
  }

  /** Fills `known` with the entries of a profile that some event holds, weighted by rarity. */
  #read({ terms, names, ...profile }: Profile, known: Known[]): Lengths {
    const words = Object.entries(terms);
    const weighed = (text: string, weight: number, mark: string): Known => {
      const key = this.#keys.get(`${mark}${text}`) ?? -1;
      const rarity = key < 0 ? this.#rarityOf(0, expectedShare(text)) : this.#rarity(key);
      return { key, weight: weight * rarity };
    };
    const add = (entries: readonly Pair[], mark: string): number => {
      let sum = 0;
      for (const [text, weight] of entries) {
        const each = weighed(text, weight, mark);
        sum += each.weight ** 2;
        if (each.key >= 0) known.push(each);
      }
      return sum;
    };
    const leading = leadingOf(words).map((at) => weighed(...(words[at] ?? ['', 0]), ''));
    return {
      words: add(words, ''),
      names: add(Object.entries(names), NAME_MARK),
      leading: leading.filter(({ key }) => key >= 0),
      leadingSum: leading.reduce((sum, { weight }) => sum + weight, 0),
      years: yearsOf({ terms, names, ...profile }),
    };
  }

  /** The slots of the events that share most of the story's rarest entries. */
  #candidates(known: readonly Known[]): number[] {
    const held = ({ key }: Known): number => this.#postings[key]?.length ?? 0;
    const rarest = known.toSorted((a, b) => held(a) - held(b) || b.weight - a.weight);
    const sums = new Map<number, number>();
    let read = 0;
    for (const each of rarest) {
      const posting = this.#postings[each.key] ?? [];
      if (read > 0 && read + posting.length > POSTINGS_MAX) break;
      read += posting.length;
      for (const slot of posting) sums.set(slot, (sums.get(slot) ?? 0) + each.weight);
    }
    if (sums.size <= CANDIDATES_MAX) return [...sums.keys()];
    const least = [...sums.values()].sort((a, b) => b - a)[CANDIDATES_MAX - 1] ?? 0;
    return [...sums].filter(([, sum]) => sum >= least).map(([slot]) => slot);
  }

  #likeness(entry: Entry, story: Lengths): number {
    const end = entry.keys.length;
    const words = this.#cosine(entry, 0, entry.wordCount, story.words) * entry.wordUnity;
    const names = this.#cosine(entry, entry.wordCount, end, story.names) * entry.nameUnity;
    const rest =
      WORDS_SHARE * words +
      STORY_LEADING_SHARE * this.#storyLeading(entry, story) +
      EVENT_LEADING_SHARE * this.#eventLeading(entry);
    const isNamed = story.names > 0 && end > entry.wordCount;
    let score = isNamed
      ? rest + NAMES_SHARE * names
      : (rest / (1 - NAMES_SHARE)) * (THRESHOLD / NAMELESS_THRESHOLD);
    if (differ(entry.years, story.years)) score *= YEAR_FACTOR;
    if (words < CLOSE_KNIT_SHARE * closenessOf(entry)) score *= STRANGER_FACTOR;
    return score;
  }

  /** The share of the story's leading words that the event has. */
  #storyLeading({ keys, wordCount }: Entry, { leadingSum }: Lengths): number {
    let held = 0;
    for (let at = 0; at < wordCount; at += 1) held += this.#leading[keys[at] ?? 0] ?? 0;
    return leadingSum === 0 ? 0 : held / leadingSum;
  }

  /** The share of the event's leading words that the story has. */
  #eventLeading({ keys, weights, leading }: Entry): number {
    let held = 0;
    let sum = 0;
    for (const at of leading) {
      const key = keys[at] ?? 0;
      const weight = (weights[at] ?? 0) * this.#rarity(key);
      sum += weight;
      if ((this.#story[key] ?? 0) > 0) held += weight;
    }
    return sum === 0 ? 0 : held / sum;
  }

  #sharesEnough({ keys, wordCount }: Entry): boolean {
    let shared = 0;
    for (const key of keys.subarray(0, wordCount))
      if ((this.#story[key] ?? 0) > 0 && (this.#expected[key] ?? 0) < EVERYDAY_SHARE) shared += 1;
    return shared >= SHARED_MIN;
  }

  #cosine(entry: Entry, from: number, to: number, storyLength: number): number {
    let product = 0;
    let length = 0;
    for (let at = from; at < to; at += 1) {
      const key = entry.keys[at] ?? 0;
      const weight = (entry.weights[at] ?? 0) * this.#rarity(key);
      length += weight * weight;
      product += weight * (this.#story[key] ?? 0);
    }
    return product === 0 ? 0 : product / Math.sqrt(length * storyLength);
  }

  #rarity(key: number): number {
    return this.#rarityOf(this.#postings[key]?.length ?? 0, this.#expected[key] ?? 0);
  }

  #rarityOf(held: number, expected: number): number {
    const share = (held + PRIOR_STORIES * expected + 0.01) / (this.#slots.size + PRIOR_STORIES);
    return Math.max(RARITY_MIN, -Math.log(share));
  }

  /** The rarest entries that the story and an event share, for people. */
  #shared(entry: Entry): string {
    const shared = [...entry.keys].filter((key) => (this.#story[key] ?? 0) > 0);
    const order = shared.sort((a, b) => (this.#story[b] ?? 0) - (this.#story[a] ?? 0) || a - b);
    const texts = order.map((key) => (this.#texts[key] ?? '').replace(NAME_MARK, ''));
    return [...new Set(texts)].slice(0, 6).join(', ');
  }

  #keyOf(text: string, expected: number): number {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = this.#free.pop() ?? this.#texts.length;
    this.#keys.set(text, key);
    this.#texts[key] = text;
    this.#expected[key] = expected;
    this.#postings[key] = [];
    if (key >= this.#story.length) {
      this.#story = new Float64Array(2 * this.#story.length);
      this.#leading = new Float64Array(this.#story.length);
    }
    return key;
  }

  #unpost(key: number, slot: number): void {
    const posting = this.#postings[key] ?? [];
    const at = posting.indexOf(slot);
    const last = posting.pop();
    if (last !== undefined && at < posting.length) posting[at] = last;
    if (posting.length > 0) return;
    this.#keys.delete(this.#texts[key] ?? '');
    this.#free.push(key);
  }

  /** Lets go of events that no story can join any more, once a day of the wires' time. */
  #sweep(at: number): void {
    if (!(at > this.#newest)) return;
    this.#newest = at;
    if (at - this.#swept < DAY_MS) return;
    this.#swept = at;
    const keepMs = Math.max(this.#windowMs, SEQUEL_WINDOW_DAYS * DAY_MS);
    for (const entry of this.#entries) if (entry && at - entry.at > keepMs) this.remove(entry.id);
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

function isBetter(found: Best, best: Best): boolean {
  return found.score > best.score || (found.score === best.score && found.entry.id < best.entry.id);
}
