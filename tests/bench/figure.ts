/** One measured figure beside what it should reach, as a ratio to it. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly reach: number;
  /** `most`: the value should be at most `reach`; `least`: at least */
  readonly bound: 'most' | 'least';
};

/** The value at a share (0 to 1) of sorted samples: .5 the median, .99 the 99th percentile. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** How many times better than asked: 2 is twice as good, .5 half. */
export function margin({ value, reach, bound }: Figure): number {
  return bound === 'most' ? reach / value : value / reach;
}

/** Figures as lines of a table. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${round(figure.value)} ${figure.unit}`,
    `${figure.bound === 'most' ? '≤' : '≥'} ${figure.reach} ${figure.unit}`,
    `${margin(figure).toFixed(2)}x`,
  ]);
  const head = ['figure', 'measured', 'reach', 'margin'];
  const widths = head.map((name, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]!.length)),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}
