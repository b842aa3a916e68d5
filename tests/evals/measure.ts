/** What the scorers speak: counts that add up over stories, and figures held against a target. */

/** Half of the labelled set: the first may be looked at, of the other only totals are told. */
export type Half = 'dev' | 'held-out';

/** The figures, and for the half that may be looked at a line for each failure. */
export type Scored = {
  readonly measures: readonly Measure[];
  readonly failures: readonly string[];
};

/** A figure with the level it should reach; `target` null is told for information only. */
export type Measure = {
  readonly measure: string;
  /** a share from 0 to 1 unless the measure's name holds a unit */
  readonly value: number;
  readonly target: number | null;
  /** true when the target is the most that is allowed, as for milliseconds */
  readonly atMost?: boolean;
};

/** How often something was right, with a line for each time that it was not. */
export type Count = {
  readonly measure: string;
  readonly right: number;
  readonly of: number;
  readonly misses: readonly string[];
};

/** One thing that was checked: what it was and whether it was right. */
export type Check = { readonly right: boolean; readonly told: string };

/** The checks of one measure in one story as a count. */
export function counted(measure: string, checks: readonly Check[]): Count {
  const misses = checks.filter(({ right }) => !right).map(({ told }) => told);
  return { measure, right: checks.length - misses.length, of: checks.length, misses };
}

/** Counts of the same measure added up, in the order in which the measures first came. */
export function summed(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const { measure, right, of, misses } of counts) {
    const sum = sums.get(measure);
    sums.set(measure, {
      measure,
      right: (sum?.right ?? 0) + right,
      of: (sum?.of ?? 0) + of,
      misses: [...(sum?.misses ?? []), ...misses],
    });
  }
  return [...sums.values()];
}

/**
 * Counts of a half as figures. Of the held-out half no failure is told.
 * @param reachOf the level that a measure should reach; null for none
 */
export function scored(
  half: Half,
  counts: readonly Count[],
  reachOf: (measure: string) => number | null,
): Scored {
  const sums = summed(counts).filter(({ of }) => of > 0);
  const failures = sums.flatMap(({ measure, misses }) =>
    misses.map((miss) => `${measure}: ${miss}`),
  );
  return {
    measures: sums.map(({ measure, right, of }) => {
      return { measure, value: right / of, target: reachOf(measure) };
    }),
    failures: half === 'held-out' ? [] : failures,
  };
}

/** Whether a figure reaches its target; null where there is none. A target of 0 is a ceiling. */
export function isMet({ value, target, atMost = false }: Measure): boolean | null {
  if (target === null) return null;
  return isCeiling({ target, atMost }) ? value <= target : value >= target;
}

/** Whether the target is the most that is allowed. */
export function isCeiling({ target, atMost }: Pick<Measure, 'target' | 'atMost'>): boolean {
  return atMost === true || target === 0;
}
