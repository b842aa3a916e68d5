/** What the independent sources of one event say about the same things: where they agree and differ. */
import type { Point, Side } from '../../../news/card.ts';
import { sourcesOf } from '../../../news/reuse.ts';
import type { Claim, Told } from './claim.ts';
import { agrees, isOpenConflict, likeness, sharedWords } from './compare.ts';

const MOST_CONFLICTS = 5;
const MOST_AGREEMENTS = 8;
const MOST_EVIDENCE = 3;

/** A claim as one source makes it: that of its newest copy. */
type Word = { readonly claim: Claim; readonly told: Told; readonly source: number };

export type Compared = {
  readonly conflicts: readonly Point[];
  readonly agreements: readonly Point[];
};

/**
 * Compares what the takes of one event claim.
 * @param all newest copy first; a source's newest word stands, and copies of one text are one source
 */
export function compared(all: readonly Told[]): Compared {
  const sources = sourcesOf(all.map(({ take }) => take));
  if (sources.length < 2) return { conflicts: [], agreements: [] };
  const clusters = clustersOf(sources.map((places, source) => wordsOf(all, places, source)));
  const several = clusters.filter((cluster) => cluster.length > 1);
  const conflicts: Point[] = [];
  const agreements: Point[] = [];
  for (const cluster of several) {
    const sides = sidesOf(cluster);
    if (isInConflict(cluster)) conflicts.push(pointOf(cluster, sides));
    else if (sides.length === 1) agreements.push(pointOf(cluster, sides));
  }
  return {
    conflicts: weighed(conflicts).slice(0, MOST_CONFLICTS),
    agreements: weighed(agreements).slice(0, MOST_AGREEMENTS),
  };
}

/** What a source says: its newest take's claims, and older ones about what that does not speak of. */
function wordsOf(all: readonly Told[], places: readonly number[], source: number): Word[] {
  const words: Word[] = [];
  for (const told of places.flatMap((place) => all[place] ?? [])) {
    const fresh = told.claims.filter(
      (claim) => !words.some((word) => word.told !== told && isNewerWord(word.claim, claim)),
    );
    words.push(...fresh.map((claim) => ({ claim, told, source })));
  }
  return words;
}

/** A toll that "rose on Tuesday" is still that of Monday's accident: its day is the day of the count. */
const isNewerWord = (newer: Claim, older: Claim): boolean =>
  likeness(newer, older) > 0 ||
  (newer.plain && newer.about === older.about && newer.measure === older.measure);

/** Words about one thing, at most one of each source; every word goes where it is most alike. */
function clustersOf(bySource: readonly (readonly Word[])[]): Word[][] {
  const clusters: Word[][] = [];
  for (const words of bySource) {
    const pairs = words.flatMap((word) =>
      clusters.map((cluster) => ({
        word,
        cluster,
        alike: Math.max(...cluster.map((each) => likeness(each.claim, word.claim))),
        same: cluster.some((each) => agrees(each.claim, word.claim)) ? 1 : 0,
      })),
    );
    const placed = new Set<Word>();
    const filled = new Set<Word[]>();
    // a word that agrees is looked for first: two numbers of one sentence must not be crossed
    for (const { word, cluster, alike } of pairs
      .filter((pair) => pair.alike > 0)
      .sort((a, b) => b.same - a.same || b.alike - a.alike)) {
      if (alike === 0 || placed.has(word) || filled.has(cluster)) continue;
      placed.add(word);
      filled.add(cluster);
      cluster.push(word);
    }
    clusters.push(...words.filter((word) => !placed.has(word)).map((word) => [word]));
  }
  return clusters;
}

function isInConflict(cluster: readonly Word[]): boolean {
  return cluster.some((one, at) =>
    cluster.slice(at + 1).some((two) => isOpenConflict(one.claim, two.claim, one.told, two.told)),
  );
}

function sidesOf(cluster: readonly Word[]): Side[] {
  const sides: Word[][] = [];
  for (const word of cluster) {
    const side = sides.find(([first]) => first && agrees(first.claim, word.claim));
    if (side) side.push(word);
    else sides.push([word]);
  }
  return sides.flatMap((words) => {
    const [first] = words;
    if (!first) return [];
    return {
      text: first.claim.text,
      value: first.claim.value,
      tellers: words.map(({ told: { take } }) => ({
        provider: take.provider ?? take.dateline?.source ?? null,
        sentAt: take.sentAt,
      })),
      evidence: words.map(({ claim }) => claim.evidence).slice(0, MOST_EVIDENCE),
    };
  });
}

function pointOf(cluster: readonly Word[], sides: readonly Side[]): Point {
  const [first, second] = cluster;
  const words = first && second ? sharedWords(first.claim, second.claim) : [];
  const { about = 'number', measure = '', plain = false, of = null } = first?.claim ?? {};
  return {
    about,
    measure,
    words: plain ? [] : words,
    ...(of === null ? {} : { of }),
    sides,
  };
}

/** More sources first, then the order in which the newest copy tells them; one of each claim. */
function weighed(points: readonly Point[]): Point[] {
  const tellers = ({ sides }: Point): number =>
    sides.reduce((sum, side) => sum + side.tellers.length, 0);
  const keyOf = ({ about, measure, sides }: Point): string =>
    [about, measure, ...sides.map(({ value }) => value).sort()].join('|');
  const distinct = [...new Map(points.toReversed().map((point) => [keyOf(point), point])).values()];
  return distinct.toReversed().sort((a, b) => tellers(b) - tellers(a));
}
