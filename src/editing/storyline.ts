/**
 * Which earlier events an event follows: the same people, places or bodies in the same matter, days
 * apart. Precision first: a sequel that is missed is asked for, a wrong one misleads.
 */
import type { Profile } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import { expectedShare } from './data/background.ts';
import { tellingWords } from './words.ts';

/** An event as far as following it goes. */
export type Happening = {
  readonly id: string;
  readonly profile: Profile;
  /** the wire's time of its first copy (ISO) */
  readonly at: string;
  /** slugs that the wires gave its stories */
  readonly slugs: readonly string[];
};

/** A storyline is followed back this far from one event to the next. */
export const SEQUEL_DAYS = 60;
const DAY_MS = 86_400_000;
/** Earlier events that are told at most, the newest of them. */
const EARLIER_MAX = 12;

/**
 * What two events must share, in nats of rarity (see `expectedShare`): a name that the news hardly
 * knows counts 9, one that is in every tenth story 2. Chosen on the dev half of the labelled
 * storylines with room to spare on either side.
 */
const NAMES_RARITY = 14;
const NAMES_SHARE = 0.4;
const WORDS_RARITY = 7;
const WORDS_MIN = 2;
const WORDS_SHARE = 0.12;
/** One word must be of the matter: "shares", "closed" and "points" are in every market report. */
const MATTER_RARITY = 4;
/** Where the wire itself gives both the same telling slug, so much of the names is enough. */
const SLUG_RARITY = 7;
const SLUG_NAMES_RARITY = 5;

/**
 * The earlier events of the storyline that `event` belongs to, in order of time: those that it
 * follows, those that they follow, and so on.
 * @param others events from which to choose; later ones are left out
 */
export function earlierEvents<H extends Happening>(event: H, others: readonly H[]): H[] {
  const found = new Map<string, H>();
  let edge: H[] = [event];
  while (edge.length > 0 && found.size < EARLIER_MAX) {
    const next = others.filter(
      (other) =>
        other.id !== event.id &&
        !found.has(other.id) &&
        edge.some((later) => doesFollow(later, other)),
    );
    for (const other of next) found.set(other.id, other);
    edge = next;
  }
  const inOrder = [...found.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return inOrder.slice(-EARLIER_MAX);
}

/** Does `later` carry on what `earlier` told? */
export function doesFollow(later: Happening, earlier: Happening): boolean {
  const apartMs = Date.parse(later.at) - Date.parse(earlier.at);
  if (!(apartMs > 0) || apartMs > SEQUEL_DAYS * DAY_MS) return false;
  // of most events nothing is shared, and very many are compared
  if (!sharesNames(later, earlier)) return false;
  const names = sharedOf(Object.keys(later.profile.names), Object.keys(earlier.profile.names));
  if (sharesSlug(later.slugs, earlier.slugs) && names.rarity >= SLUG_NAMES_RARITY) return true;
  if (names.rarity < NAMES_RARITY || names.rarity < NAMES_SHARE * names.least) return false;
  const words = sharedOf(wordsOf(later, earlier), wordsOf(earlier, later));
  return (
    words.shared.length >= WORDS_MIN &&
    words.rarity >= WORDS_RARITY &&
    words.rarity >= WORDS_SHARE * words.mean &&
    words.shared.some((word) => rarityOf(word) >= MATTER_RARITY)
  );
}

/** Copy that comes later than this after the last is a new chapter: what was new has been told. */
const CHAPTER_GAP_MS = 36 * 3_600_000;

/** Stories in order of sending, parted where more than a day and a half lies between two. */
export function partedByDays(stories: readonly Story[]): Story[][] {
  const inOrder = stories.toSorted((a, b) => sentAt(a) - sentAt(b) || (a.id < b.id ? -1 : 1));
  const chapters: Story[][] = [];
  let last = -Infinity;
  for (const story of inOrder) {
    if (sentAt(story) - last > CHAPTER_GAP_MS) chapters.push([]);
    chapters.at(-1)?.push(story);
    last = sentAt(story);
  }
  return chapters;
}

/** When the copy was sent; a plain text has its day in the dateline only. */
export function sentAt({ current, changedAt }: Story): number {
  return Date.parse(current?.sentAt ?? current?.dateline?.date ?? changedAt);
}

const rarityOf = (word: string): number => -Math.log(expectedShare(word));
const sumOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + rarityOf(word), 0);

/** Do they share as much of the names as the least that is asked for? */
function sharesNames(one: Happening, other: Happening): boolean {
  const [few, many] = [one.profile.names, other.profile.names];
  const shared = Object.keys(few).filter((name) => Object.hasOwn(many, name));
  return shared.length > 0 && sumOf(shared) >= SLUG_NAMES_RARITY;
}

type Shared = {
  readonly shared: readonly string[];
  readonly rarity: number;
  /** rarity of the side that has less of it, and the mean of both */
  readonly least: number;
  readonly mean: number;
};

function sharedOf(one: readonly string[], other: readonly string[]): Shared {
  const known = new Set(other);
  const shared = one.filter((word) => known.has(word));
  const [first, second] = [sumOf(one), sumOf(other)];
  return {
    shared,
    rarity: sumOf(shared),
    least: Math.min(first, second),
    mean: Math.sqrt(first * second),
  };
}

/** The words of an event that are names in neither. */
function wordsOf({ profile }: Happening, other: Happening): string[] {
  const isName = (word: string): boolean =>
    Object.hasOwn(profile.names, word) || Object.hasOwn(other.profile.names, word);
  return Object.keys(profile.terms).filter((word) => !isName(word));
}

/** Is there a slug of the one among those of the other that says what the matter is? */
function sharesSlug(one: readonly string[], other: readonly string[]): boolean {
  const keys = new Set(other.map(slugKey));
  return one.some((slug) => keys.has(slugKey(slug)) && sumOf(slugWords(slug)) >= SLUG_RARITY);
}

/** Marks of cycle, take and desk, which change from one transmission to the next. */
const SLUG_MARK = /^(?:bc|am|pm|us|eu|uk|urgent|flash|lead|ld|take|adv|add|\d\w*|\w*\d)$/;

const slugWords = (slug: string): string[] =>
  tellingWords(slug.slice(0, 200).replace(/[-_/.:]+/g, ' ')).filter(
    (word) => !SLUG_MARK.test(word),
  );
const slugKey = (slug: string): string => slugWords(slug).sort().join(' ');
