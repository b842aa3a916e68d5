/** What each person was shown last: a question that comes right after is most likely about it. */
import type { Asker } from '../news/request.ts';

/** So long after a brief or an answer a question may follow up on it. */
const FOLLOWS_MS = 15 * 60_000;
/** People remembered; who was shown something longest ago is forgotten first. */
const PEOPLE_MAX = 5_000;

export type Talk = {
  /** Notes events that a person was shown in answer to what they asked. */
  note(asker: Asker, events: readonly string[]): void;
  /** The events that the person was shown last in this channel, if that is not long ago. */
  of(asker: Asker): readonly string[];
};

/** Makes the memory of one process; nothing of it is kept. `now` in epoch milliseconds. */
export function createTalk(now: () => number): Talk {
  const shown = new Map<string, { readonly events: readonly string[]; readonly at: number }>();
  const keyOf = ({ channel, person }: Asker): string => `${channel} ${person}`;
  return {
    note(asker, events) {
      if (events.length === 0) return;
      const key = keyOf(asker);
      shown.delete(key);
      shown.set(key, { events, at: now() });
      const [oldest] = shown.keys();
      if (shown.size > PEOPLE_MAX && oldest !== undefined) shown.delete(oldest);
    },
    of(asker) {
      const last = shown.get(keyOf(asker));
      return last && now() - last.at <= FOLLOWS_MS ? last.events : [];
    },
  };
}
