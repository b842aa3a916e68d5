/** Long work in short turns: whoever waits to be acknowledged is served between them. */
import { setImmediate as othersTurn } from 'node:timers/promises';

/** Events that are read or matched in one turn: some tens of milliseconds. */
const TURN = 250;

/** Does work on slices of a list, one after the other, and gives the results in the list's order. */
export async function inTurns<T, R>(
  items: readonly T[],
  work: (slice: readonly T[]) => readonly R[] | Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += TURN) {
    if (at > 0) await othersTurn();
    results.push(...(await work(items.slice(at, at + TURN))));
  }
  return results;
}
