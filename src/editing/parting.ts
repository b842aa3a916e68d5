/** An event whose stories turn out to tell of two happenings of one kind. */
import type { Profile } from '../news/event.ts';
import type { Move } from './second-look.ts';

/** Tellings that each of two happenings must have, copies of one text counting once. */
const HALF_MIN = 4;
/** Stories of an event that are compared, each with each. */
const STORIES_MAX = 24;
/** Two copies of one agency's text have words so much alike. */
const SAME_TEXT = 0.9;
/** A day weighs as much as a telling word of a story of sixty. */
const DAY_WEIGHT = 0.1;
/** How alike two happenings are at most, and the tellings of either at least, from 0 to 1. */
const BETWEEN_MAX = 0.06;
const WITHIN_MIN = 0.12;

type Told = { readonly story: string; readonly profile: Profile };
type Words = ReadonlyMap<string, number>;
type Group = readonly number[];

/**
 * The stories that leave an event as another happening than most of it tells; null when it is one.
 * What all of them share (the team, the town, the kind of happening) says nothing of it, what only
 * some share does: two happenings are two halves that have next to none of that in common. For
 * neighbouring weeks, cities or players of one team, which each story alone is too short to tell
 * apart. (docs/matching.md has the figures)
 */
export function parting(members: readonly Told[]): Move | null {
  if (members.length < 2 * HALF_MIN || members.length > STORIES_MAX) return null;
  const { texts, textOf } = distinct(members);
  if (texts.length < 2 * HALF_MIN) return null;
  const likenesses = comparedByWhatFewShare(texts.map(({ profile }) => wordsOf(profile)));
  const [larger, smaller] = inTwo(likenesses);
  if (smaller.length < HALF_MIN) return null;
  const between = meanOf(likenesses, larger, smaller);
  const within = Math.min(withinOf(likenesses, larger), withinOf(likenesses, smaller));
  if (between > BETWEEN_MAX || within < WITHIN_MIN) return null;
  const leaving = members.filter((_, at) => smaller.includes(textOf[at] ?? -1));
  return { stories: leaving.map(({ story }) => story), to: null };
}

/** Copies of one text count once; `textOf` has for each member the place of its text. */
function distinct(members: readonly Told[]): { texts: Told[]; textOf: number[] } {
  const texts: Told[] = [];
  const textOf = members.map((member) => {
    const words = new Map(Object.entries(member.profile.terms));
    const isSame = ({ profile }: Told): boolean =>
      cosine(words, new Map(Object.entries(profile.terms))) > SAME_TEXT;
    const known = texts.findIndex(isSame);
    return known >= 0 ? known : texts.push(member) - 1;
  });
  return { texts, textOf };
}

/** Words, names and days of a story, weighted; weekdays return every week and are left out. */
function wordsOf({ terms, names, days = [] }: Profile): Words {
  return new Map([
    ...Object.entries(terms),
    ...Object.entries(names).map(([name, weight]): [string, number] => [`^${name}`, weight]),
    ...days.filter((day) => !/^[a-z]/.test(day)).map((day): [string, number] => [`#${day}`, DAY_WEIGHT]), // prettier-ignore
  ]);
}

/** How alike each two stories are by what only some of them have, the rarer the more telling. */
function comparedByWhatFewShare(stories: readonly Words[]): number[][] {
  const holders = new Map<string, number>();
  for (const words of stories)
    for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1);
  const count = stories.length;
  const isTelling = (word: string): boolean => {
    const held = holders.get(word) ?? 0;
    return held >= 2 && held <= count - 2;
  };
  const told = stories.map(
    (words) =>
      new Map(
        [...words]
          .filter(([word]) => isTelling(word))
          .map(([word, weight]) => [word, weight * Math.log(count / (holders.get(word) ?? 1))]),
      ),
  );
  return told.map((one) => told.map((other) => cosine(one, other)));
}

function cosine(one: Words, other: Words): number {
  let product = 0;
  for (const [word, weight] of one) product += weight * (other.get(word) ?? 0);
  return product === 0 ? 0 : product / (lengthOf(one) * lengthOf(other));
}

function lengthOf(words: Words): number {
  let squares = 0;
  for (const weight of words.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

/** Joins the two groups most alike on the mean until two are left; the larger first. */
function inTwo(likenesses: readonly (readonly number[])[]): readonly [Group, Group] {
  let groups: Group[] = likenesses.map((_, at) => [at]);
  while (groups.length > 2) {
    let best: { one: Group; other: Group; likeness: number } | null = null;
    for (const [at, one] of groups.entries())
      for (const other of groups.slice(at + 1)) {
        const likeness = meanOf(likenesses, one, other);
        if (best === null || likeness > best.likeness) best = { one, other, likeness };
      }
    const { one, other } = best ?? { one: [], other: [] };
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
  }
  const [first = [], second = []] = groups;
  return first.length >= second.length ? [first, second] : [second, first];
}

function meanOf(likenesses: readonly (readonly number[])[], one: Group, other: Group): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += likenesses[a]?.[b] ?? 0;
  return sum / (one.length * other.length);
}

function withinOf(likenesses: readonly (readonly number[])[], group: Group): number {
  let sum = 0;
  for (const a of group) for (const b of group) if (a < b) sum += likenesses[a]?.[b] ?? 0;
  return (2 * sum) / (group.length * (group.length - 1));
}
