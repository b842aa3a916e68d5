/** Where the process is killed: at its writes, at its calls, at any instant. */
import type { StatementPoint } from './preload.ts';

type CallPoint = {
  readonly platform: 'slack' | 'discord';
  readonly call: string;
  /**
   * `lost`: killed and never carried out; `late`: killed, and carried out all the same;
   * `unanswered`: carried out, killed before the answer; `answered`: killed as the answer is out
   */
  readonly moment: 'lost' | 'late' | 'unanswered' | 'answered';
};

export type Point =
  | { readonly kind: 'write'; readonly name: string; readonly at: StatementPoint }
  | { readonly kind: 'call'; readonly name: string; readonly at: CallPoint }
  | { readonly kind: 'instant'; readonly name: string };

/** Calls by what they are in the logs of the fakes. */
export const CALLS: Readonly<Record<CallPoint['platform'], Readonly<Record<string, RegExp>>>> = {
  slack: {
    post: /^chat\.postMessage$/,
    edit: /^chat\.update$/,
    'look back': /^conversations\.(?:history|replies)$/,
    connect: /^(?:auth\.test|apps\.connections\.open)$/,
  },
  discord: {
    post: /^POST \/channels\/\d+\/messages$/,
    'open thread': /^POST \/channels\/\d+\/messages\/\d+\/threads$/,
    edit: /^PATCH \/channels\/\d+\/messages\/\d+$/,
    'look back': /^GET \/channels\/\d+\/messages$/,
    connect: /^GET \/gateway\/bot$/,
  },
};

const MOMENTS: readonly CallPoint['moment'][] = ['lost', 'late', 'unanswered', 'answered'];
const WRITES: readonly StatementPoint['write'][] = ['plan', 'claim', 'settle', 'file'];

/** Every kill point, each once. */
function allPoints(random: () => number): Point[] {
  const points: Point[] = [];
  for (const write of WRITES)
    for (const moment of ['before', 'after', 'before commit', 'after commit'] as const) {
      const nth = 1 + Math.floor(random() * 4);
      points.push({ kind: 'write', name: `${moment} ${write}`, at: { write, moment, nth } });
    }
  for (const platform of ['slack', 'discord'] as const)
    for (const call of Object.keys(CALLS[platform]))
      for (const moment of MOMENTS)
        points.push({ kind: 'call', name: `${call} ${moment}`, at: { platform, call, moment } });
  for (let count = 0; count < 8; count += 1) points.push({ kind: 'instant', name: 'any instant' });
  return points;
}

/** The points in an endless random order in which each comes equally often. */
export function* shuffled(random: () => number): Generator<Point> {
  for (;;) {
    const round = allPoints(random).map((point) => ({ point, order: random() }));
    for (const { point } of round.sort((one, other) => one.order - other.order)) yield point;
  }
}
