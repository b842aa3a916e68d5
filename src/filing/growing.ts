/** An event that one of its stories has changed, or that a story has joined. */
import { lastDayAhead } from '../editing/days.ts';
import { leadStory } from '../editing/lead.ts';
import { mergeProfiles } from '../editing/match.ts';
import type { Event, Profile } from '../news/event.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Records } from '../stores/store.ts';

/** Stories that one event holds at most; a further one opens an event of its own. */
const STORIES_MAX = 500;

export const hasRoom = ({ stories }: Event): boolean => stories.length < STORIES_MAX;

/**
 * The event with a copy more: of a story that joins it, or a newer one of a story in it.
 * @param profile what the matcher remembers of that copy
 * @param at now (ISO)
 */
export async function grown(
  records: Records,
  event: Event,
  story: Story,
  { profile: added, at }: { readonly profile: Profile; readonly at: string },
): Promise<Event> {
  // the first copy that says when it was sent outdoes the arrival of those that do not
  const lastAt = event.profile.undated ? (story.current?.sentAt ?? event.lastAt) : event.lastAt;
  const profile = mergeProfiles(event.profile, added);
  return refresh(records, { ...event, profile, lastAt, ...aheadOf(event, story, at) }, story, at);
}

/** How far an event looks ahead with the copy of a story more. */
function aheadOf({ ahead = '' }: Event, { current }: Story, at: string): Pick<Event, 'ahead'> {
  const day = (current && lastDayAhead(current, at)) ?? '';
  const last = day > ahead ? day : ahead;
  return last === '' ? {} : { ahead: last };
}

/** The event as it stands after a change of one of its stories. */
export async function refresh(
  records: Records,
  event: Event,
  changed: Story,
  at: string,
): Promise<Event> {
  const ids = event.stories.includes(changed.id) ? event.stories : [...event.stories, changed.id];
  const others = await records.stories(ids.filter((id) => id !== changed.id));
  const live = [...others, changed].filter((story) => isShowable(story, at));
  const lead = leadStory(live);
  const urgencies = live.flatMap((story) => story.current?.urgency ?? []);
  const times = live.flatMap((story) => story.current?.sentAt ?? []);
  const lastAt = [...times, event.lastAt].reduce((a, b) =>
    Date.parse(a) >= Date.parse(b) ? a : b,
  );
  return {
    ...event,
    stories: ids,
    title: lead?.current?.headline ?? event.title,
    version: event.version + 1,
    urgency: urgencies.length === 0 ? null : Math.min(...urgencies),
    background: live.length > 0 && live.every((story) => story.background),
    lastAt,
    changedAt: at,
  };
}
