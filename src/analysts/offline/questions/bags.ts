/** Words of sentences as they answer to the words of a question: alike, akin, or in other words. */
import { LIGHT_VERBS } from '../cues/questions.ts';
import type { Question } from './question.ts';
import { familyOf, groupOf, kinOf, measuresIn, matesOf, stemsOf } from './terms.ts';

/** The usual BM25 weights, as measured best for single sentences. */
const K1 = 1.2;
const B = 0.6;
const FAMILY = 0.7;
const SYNONYM = 0.45;
const SENSE = 0.35;
/** A word that can stand for it in some paraphrase covers it in part. */
const COVERED_BY_SENSE = 0.6;
/** The stories are known to hold the names; what is asked about them must be covered all the more. */
const NAME_WEIGHT = 0.3;
const LIGHT_WEIGHT = 0.4;

export type Bag = {
  readonly stems: ReadonlySet<string>;
  readonly families: ReadonlySet<string>;
  readonly groups: ReadonlySet<number>;
  readonly length: number;
};

/**
 * The words of a text, with all that they can stand for.
 * @param meant names of whom it speaks besides; they do not make it longer
 */
export function bagOf(text: string, meant = ''): Bag {
  const own = stemsOf(text);
  const stems = meant === '' ? own : [...own, ...stemsOf(meant)];
  const groups = stems.map(groupOf).filter((group) => group !== null);
  return {
    stems: new Set([...stems, ...measuresIn(text)]),
    families: new Set(stems.map(familyOf)),
    groups: new Set(groups),
    length: own.length,
  };
}

/** What each stem of a question weighs. */
export type Weights = ReadonlyMap<
  string,
  {
    readonly idf: number;
    readonly group: number | null;
    /** what it counts for in the coverage */
    readonly share: number;
    /** other forms of a name */
    readonly kin: readonly string[];
  }
>;

/** The weights of a question's stems among the sentences of the stories given. */
export function weightsOf(question: Question, stories: readonly (readonly Bag[])[]): Weights {
  const bags = stories.flat();
  return new Map(
    question.stems.map((stem) => {
      const group = groupOf(stem);
      const holders = bags.filter(({ stems }) => stems.has(stem)).length;
      const idf = Math.log(1 + (bags.length - holders + 0.5) / (holders + 0.5));
      const kin = question.names.includes(stem) ? kinOf(stem) : [];
      const worth = isSection(question, group) ? 0.1 : Math.max(0.2, idf);
      const isShared = stories.every((story) =>
        story.some((bag) => matchOf(stem, group, bag, kin) > 0),
      );
      return [stem, { idf: worth, group, share: shareOf(question, stem, isShared), kin }] as const;
    }),
  );
}

/** @param isShared all stories know it: a name that only some know tells them apart */
function shareOf(question: Question, stem: string, isShared: boolean): number {
  if (isTold(question, stem)) return NAME_WEIGHT;
  if (question.names.includes(stem)) return isShared ? NAME_WEIGHT : 1;
  return LIGHT_VERBS.has(stem) ? LIGHT_WEIGHT : 1;
}

/** "Unresolved" asks for a section of the card: copy that has the word need not be of it. */
function isSection({ unsettled }: Question, group: number | null): boolean {
  return unsettled && group !== null && group === groupOf('unresolv');
}

/** Stems of what a sum of money tells by itself: that something is paid or costs. */
export const TOLD_BY_A_SUM = /^(?:pay|cost|worth|spend|money|pric|price|fee)$/;

function isTold({ head }: Question, stem: string): boolean {
  return head.kind === 'money' && TOLD_BY_A_SUM.test(stem);
}

/** How much of the question, by weight, the bag holds, for its length. */
export function bm25(weights: Weights, bag: Bag, average: number): number {
  const length = 1 - B + (B * bag.length) / Math.max(1, average);
  let score = 0;
  for (const [stem, { idf, group, kin }] of weights) {
    const frequency = matchOf(stem, group, bag, kin);
    if (frequency > 0) score += (idf * frequency * (K1 + 1)) / (frequency + K1 * length);
  }
  return score;
}

/** How well a bag holds a stem: 1 as it is, less in another form or another word, 0 not at all. */
export function matchOf(
  stem: string,
  group: number | null,
  bag: Bag,
  kin: readonly string[] = [],
): number {
  if (bag.stems.has(stem)) return 1;
  if (kin.some((form) => bag.stems.has(form))) return FAMILY;
  if (bag.families.has(familyOf(stem))) return FAMILY;
  if (group !== null && bag.groups.has(group)) return SYNONYM;
  return matesOf(stem).isDisjointFrom(bag.stems) ? 0 : SENSE;
}

/** The share of the question, by weight, that the bag holds in its own words or forms of them. */
export function closeCoverageOf(weights: Weights, bag: Bag): number {
  let covered = 0;
  let all = 0;
  for (const [stem, { share, kin }] of weights) {
    all += share;
    if (matchOf(stem, null, bag, kin) >= FAMILY) covered += share;
  }
  return all === 0 ? 0 : covered / all;
}

/** How many of the stems none of the bags holds in its own words or forms of them. */
export function missingCloselyIn(bags: readonly Bag[], stems: readonly string[]): number {
  return stems.filter((stem) => bags.every((bag) => matchOf(stem, null, bag) < FAMILY)).length;
}

/** How many of the stems none of the bags holds in any way. */
export function missingIn(bags: readonly Bag[], stems: readonly string[]): number {
  return stems.filter((stem) => bags.every((bag) => matchOf(stem, groupOf(stem), bag) === 0))
    .length;
}

/** The share of the question, by weight, that the bags hold together. */
export function coverageOf(weights: Weights, bags: readonly Bag[]): number {
  let covered = 0;
  let all = 0;
  for (const [stem, { group, share, kin }] of weights) {
    all += share;
    covered += share * Math.max(...bags.map((bag) => worthOf(matchOf(stem, group, bag, kin))));
  }
  return all === 0 ? 0 : covered / all;
}

function worthOf(match: number): number {
  return match === SENSE ? COVERED_BY_SENSE : Math.ceil(match);
}
