/** What became of the differences between sources: which of them a newer card settles, and how. */
import type { Card, Point } from '../news/card.ts';
import { namesOf } from '../news/point.ts';

/** A difference of the older card that the newer one no longer has. */
export type Settled = {
  readonly point: Point;
  /** what they agree on now; null when the newer copy no longer tells */
  readonly agreed: Point | null;
  /** one line for a reader: "Kestrel News and Port Wire now both say 11 dead." */
  readonly text: string;
};

/** Differences of `before` that `now` settles, in the order of `before`. */
export function settledPoints(before: Card, now: Card): Settled[] {
  return (before.conflicts ?? []).flatMap((point) => {
    if ((now.conflicts ?? []).some((each) => isSamePoint(each, point))) return [];
    const agreed = (now.agreements ?? []).find((each) => isSamePoint(each, point)) ?? null;
    return { point, agreed, text: settledText(point, agreed) };
  });
}

/** Differences of `now` that `before` did not have. */
export function newConflicts(before: Card, now: Card): Point[] {
  return (now.conflicts ?? []).filter(
    (point) => !(before.conflicts ?? []).some((each) => isSamePoint(each, point)),
  );
}

const SHARED_LEAST = 2;

/** Are two points, of two cards of one event, about the same thing? */
function isSamePoint(a: Point, b: Point): boolean {
  if (a.about !== b.about || a.measure !== b.measure) return false;
  if (a.words.length === 0 || b.words.length === 0) return true;
  const shared = a.words.filter((word) => b.words.includes(word)).length;
  return shared >= SHARED_LEAST;
}

function settledText(point: Point, agreed: Point | null): string {
  const [side] = agreed?.sides ?? [];
  if (side) {
    const many = side.tellers.length > 2 ? 'all' : 'both';
    return `${namesOf(side)} now ${many} say ${side.text}.`;
  }
  const texts = point.sides.map(({ text }) => text).join(' or ');
  return `The sources no longer differ (${texts}).`;
}
