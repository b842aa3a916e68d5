/** The embargo that a story is under, by all its takes: a pure reading of its row. */
import type { Story } from '../news/story.ts';
import type { Embargo } from '../news/take.ts';

/**
 * The embargo that holds a story at an instant (ISO); null when none does. Takes count in order of
 * sending, and none that came before one that lifts:
 *
 * - The newest take that names a time decides. Newer copy that says nothing of an embargo does not
 *   lift it: wires leave the line out of corrections and write-thrus, and what is shown early cannot
 *   be taken back.
 * - An order without a time that can be read holds until there is newer copy, for otherwise nothing
 *   would ever end it. Newer copy falls back under an earlier time that has not come.
 */
export function embargoIn(story: Story, at: string): Embargo | null {
  const lift = story.takes.findLast((each) => each.isLift === true);
  const since = story.takes.filter((each) => lift === undefined || each.at >= lift.at);
  const position = since.findIndex(({ id }) => id === story.current?.id);
  // an addition is shown only while it stands alone: its embargo holds nothing else
  const orders = since.filter(
    ({ id, signal, until }) =>
      until !== undefined && (signal !== 'add' || id === story.current?.id),
  );
  const order = orders.at(-1);
  if (order?.until === null && since.indexOf(order) >= position) return { until: null };
  const until = orders.findLast((each) => each.until !== null)?.until ?? null;
  return until !== null && Date.parse(until) > Date.parse(at) ? { until } : null;
}

/**
 * The story with every order lifted whose time cannot be read, as a person says; due at `at` (ISO). Null
 * when no such order holds it.
 */
export function liftedByHand(story: Story, at: string): Story | null {
  const embargo = story.state === 'held' && story.current !== null ? embargoIn(story, at) : null;
  if (embargo === null || embargo.until !== null) return null;
  const takes = story.takes.map(({ until, ...take }) =>
    until === undefined || until === null ? take : { ...take, until },
  );
  const lifted = { ...story, takes };
  return { ...lifted, heldUntil: embargoIn(lifted, at)?.until ?? at };
}
