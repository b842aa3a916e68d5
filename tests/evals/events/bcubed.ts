/** B-cubed precision, recall and F1 of a grouping (Bagga and Baldwin, 1998). */

export type BCubed = { readonly precision: number; readonly recall: number; readonly f1: number };

/** One story: the event that people say it tells of, and the one that it was put into. */
export type Placed = { readonly gold: string; readonly found: string };

/** The means over stories; all 1 for no story at all, since nothing was put wrong. */
export function bcubed(placed: readonly Placed[]): BCubed {
  if (placed.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const golds = sizes(placed.map(({ gold }) => gold));
  const founds = sizes(placed.map(({ found }) => found));
  const both = sizes(placed.map(pairOf));
  let precision = 0;
  let recall = 0;
  for (const each of placed) {
    const right = both.get(pairOf(each)) ?? 0;
    precision += right / (founds.get(each.found) ?? 1) / placed.length;
    recall += right / (golds.get(each.gold) ?? 1) / placed.length;
  }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const pairOf = ({ gold, found }: Placed): string => JSON.stringify([gold, found]);

function sizes(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
