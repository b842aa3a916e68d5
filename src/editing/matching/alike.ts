/** How alike a story and an event are: words, names, what leads either, and the days they speak of. */
import { compareDays } from '../days.ts';
import { closenessOf, type Entry } from './entry.ts';
import type { Reading } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Fitted by logistic regression on labelled pairs of a story and an event, half of the topics at a
 * time; the two halves gave much the same weights.
 */
const WORDS_SHARE = 0.28;
const NAMES_SHARE = 0.41;
const STORY_LEADING_SHARE = 0.12;
const EVENT_LEADING_SHARE = 0.19;
/** Days of a month that both name: most telling where few other events name them. */
const DAYS_SHARE = 0.15;
/** Figures that both tell: a toll, a score, a price; so many in common are enough. */
const NUMBERS_SHARE = 0.05;
const NUMBERS_ENOUGH = 3;
/** Both tell several figures and share none. */
const NUMBERS_DIFFERING = 0.03;
/** Speaking of different years and of none in common. */
const YEARS_DIFFERING = 0.08;
/** The same for months and for weekdays ... */
const DIFFERING = 0.1;
/** ... but copy that was sent later speaks of other days of the same happening. */
const SAME_DAY_HOURS = 24;
/** What a story must reach to join an event. */
export const THRESHOLD = 0.235;
/** Where copy names nobody, the rest is all there is, and must be this much alike. */
const NAMELESS_THRESHOLD = 0.4;
/** A newcomer must be this much as alike as the copies of a large event are to each other. */
const CLOSE_KNIT_SHARE = 0.6;
const STRANGER_FACTOR = 0.8;
/**
 * An agency tells happenings of one kind in one form of words ("Port of X raises its fee"): where no
 * name is in common, or the words are this much alike and neither has the name that the other is most
 * about, it is another happening. An event of many copies is about more than one name.
 */
const FORM_OF_WORDS = 0.5;
const NO_NAME_SHARED = 0.02;
const FORM_COPIES_MAX = 2;
const OTHER_NAMES_FACTOR = 0.4;
/** One place in common is no happening: so many words that are not everyday must be shared. */
const SHARED_MIN = 3;
/** A sequel, days later, shares names anyway: it must share more of what happened. */
const SEQUEL_SHARED_MIN = 7;
const EVERYDAY_SHARE = 0.1;

/** From 0; a story that reaches `THRESHOLD` tells of the event. */
export function likeness(
  entry: Entry,
  story: Reading,
  vocabulary: Vocabulary,
  dayRarity: (day: string) => number,
  apartMs: number,
): number {
  const end = entry.keys.length;
  const { wordCount } = entry;
  const words = cosine(entry, [0, wordCount], story, story.words, vocabulary);
  const alike = words * entry.wordUnity;
  const names = cosine(entry, [wordCount, end], story, story.names, vocabulary);
  const rest =
    WORDS_SHARE * alike +
    STORY_LEADING_SHARE * storyLeading(entry, story) +
    EVENT_LEADING_SHARE * eventLeading(entry, story, vocabulary);
  const isNamed = story.names > 0 && end > wordCount;
  const said = isNamed
    ? rest + NAMES_SHARE * names * entry.nameUnity
    : (rest / (1 - NAMES_SHARE)) * (THRESHOLD / NAMELESS_THRESHOLD);
  const isStranger = alike < CLOSE_KNIT_SHARE * closenessOf(entry);
  const told = said + byNumbers(entry, story) + byDays(entry, story, dayRarity, apartMs);
  const isForm = entry.copies <= FORM_COPIES_MAX && words > FORM_OF_WORDS;
  const isOther =
    isNamed && (names < NO_NAME_SHARED || (isForm && !sharesLeadingName(entry, story, vocabulary)));
  return told * (isStranger ? STRANGER_FACTOR : 1) * (isOther ? OTHER_NAMES_FACTOR : 1);
}

/** Has one of them the name that the other is most about? */
function sharesLeadingName(
  { keys, weights, wordCount }: Entry,
  story: Reading,
  vocabulary: Vocabulary,
): boolean {
  let most = 0;
  let leading = -1;
  for (let at = wordCount; at < keys.length; at += 1) {
    const key = keys[at] ?? 0;
    // what no event holds has no number: it is not the same for that
    if (key >= 0 && key === story.leadingName) return true;
    const weight = (weights[at] ?? 0) * vocabulary.rarity(key);
    if (weight > most) [most, leading] = [weight, key];
  }
  return (story.weights[leading] ?? 0) > 0;
}

/** Do they share enough words that are not everyday? */
export function sharesEnough(
  { keys, wordCount }: Entry,
  story: Reading,
  vocabulary: Vocabulary,
  isSequel: boolean,
): boolean {
  const least = isSequel ? SEQUEL_SHARED_MIN : SHARED_MIN;
  let shared = 0;
  for (let at = 0; at < wordCount && shared < least; at += 1) {
    const key = keys[at] ?? 0;
    if ((story.weights[key] ?? 0) > 0 && vocabulary.expected(key) < EVERYDAY_SHARE) shared += 1;
  }
  return shared >= least;
}

function byNumbers({ numbers, keys }: Entry, story: Reading): number {
  const fewer = Math.min(numbers.length, story.numbers);
  if (fewer === 0) return 0;
  const shared = numbers.filter((at) => (story.weights[keys[at] ?? 0] ?? 0) > 0).length;
  if (shared === 0) return fewer > 1 ? -NUMBERS_DIFFERING : 0;
  return NUMBERS_SHARE * Math.min(1, shared / Math.max(NUMBERS_ENOUGH, fewer));
}

function byDays(
  entry: Entry,
  story: Reading,
  dayRarity: (day: string) => number,
  apartMs: number,
): number {
  const { shared, share, yearsDiffer, differing } = compareDays(entry.days, story.days);
  const rarest = shared.reduce((most, day) => Math.max(most, dayRarity(day)), 0);
  const isSameDay = !(apartMs > SAME_DAY_HOURS * 3_600_000);
  const against = (yearsDiffer ? YEARS_DIFFERING : 0) + (isSameDay ? DIFFERING * differing : 0);
  return DAYS_SHARE * share * rarest - against;
}

/** The share of the story's leading words that the event has. */
function storyLeading({ keys, wordCount }: Entry, { leading, leadingSum }: Reading): number {
  let held = 0;
  for (let at = 0; at < wordCount; at += 1) held += leading[keys[at] ?? 0] ?? 0;
  return leadingSum === 0 ? 0 : held / leadingSum;
}

/** The share of the event's leading words that the story has. */
function eventLeading(
  { keys, weights, leading }: Entry,
  story: Reading,
  vocabulary: Vocabulary,
): number {
  let held = 0;
  let sum = 0;
  for (const at of leading) {
    const key = keys[at] ?? 0;
    const weight = (weights[at] ?? 0) * vocabulary.rarity(key);
    sum += weight;
    if ((story.weights[key] ?? 0) > 0) held += weight;
  }
  return sum === 0 ? 0 : held / sum;
}

function cosine(
  { keys, weights }: Entry,
  [from, to]: readonly [number, number],
  { weights: told }: Reading,
  storyLength: number,
  vocabulary: Vocabulary,
): number {
  let product = 0;
  let length = 0;
  for (let at = from; at < to; at += 1) {
    const key = keys[at] ?? 0;
    const weight = (weights[at] ?? 0) * vocabulary.rarity(key);
    length += weight * weight;
    product += weight * (told[key] ?? 0);
  }
  return product === 0 ? 0 : product / Math.sqrt(length * storyLength);
}
