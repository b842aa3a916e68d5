/** Stories that turn out to be one item: the take that links them came after both were opened. */
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import { mergeEvents } from './regrouping.ts';
import type { Records } from '../stores/store.ts';

/**
 * Empties the stories that were folded into another, inside the caller's transaction: they let go of
 * their keys and their copy, and an event that only they made up is merged into the one of `story`,
 * so that messages that showed it follow.
 * @param at now (ISO)
 * @returns the events that changed
 */
export async function emptyInto(
  records: Records,
  story: Story,
  others: readonly Story[],
  at: string,
): Promise<Event[]> {
  const changed: Event[] = [];
  for (const other of others) {
    const { event } = other;
    const nothing = { keys: [], takes: [], current: null, heldUntil: null } as const;
    await records.saveStory({ ...other, ...nothing, state: 'live', changedAt: at });
    if (event === null || story.event === null || event === story.event) continue;
    changed.push(await mergeEvents(records, event, story.event, at));
    const left = await records.event(event);
    if (left !== null) changed.push(left);
  }
  return changed;
}
