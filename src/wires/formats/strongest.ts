/** Which signal stands when an item of NewsML names several. */
import type { Signal } from '../../news/take.ts';

const STRENGTH: readonly Signal[] = [
  'kill',
  'withhold',
  'correction',
  'writethru',
  'update',
  'add',
  'advisory',
  'new',
];

/** The strongest of the signals that were found; null when there is none. */
export function strongestOf(found: readonly (Signal | null)[]): Signal | null {
  return STRENGTH.find((each) => found.includes(each)) ?? null;
}
