/** An editor's verdict on events: stories split off or merged, remembered by where they stand. */
import { leadStory } from './editing/lead.ts';
import { mergeProfiles } from './editing/match.ts';
import { profileOf } from './editing/profile.ts';
import { NewsroomError } from './errors.ts';
import { openEvent } from './filing.ts';
import type { Event, Profile } from './news/event.ts';
import { fingerprint } from './news/identity.ts';
import { isShowable, type Story } from './news/story.ts';
import type { Records } from './stores/store.ts';

/**
 * Takes a story out of its event and gives it an event of its own, inside the caller's transaction.
 * A placed story stays where it stands, so no later take of it undoes the verdict.
 * @param at now (ISO)
 * @throws NewsroomError `not-found` when there is no such story in an event, `usage` when it is
 *   alone there
 */
export async function splitStory(records: Records, storyId: string, at: string): Promise<Event> {
  const story = await records.story(storyId);
  const event = story?.event ? await records.event(story.event) : null;
  if (!story?.current || event === null)
    throw new NewsroomError('not-found', `No event holds the story ${storyId}: check its id.`);
  if (event.stories.length < 2)
    throw new NewsroomError(
      'usage',
      'This story is alone in its event: there is nothing to split.',
    );
  const opened = openEvent(story, story.current, profileOf(story.current), at);
  const own = { ...opened, id: fingerprint('event', story.id, 'split', `${event.version}`) };
  const rest = await records.stories(event.stories.filter((id) => id !== story.id));
  await records.saveStory(moved(story, own.id));
  await records.saveEvent(rebuilt(without(event, [story.id]), rest, at));
  await records.saveEvent(own);
  return own;
}

/**
 * Moves all stories of one event into another, inside the caller's transaction. The emptied event
 * keeps its id and is like no story any more, so that nothing joins it again.
 * @param at now (ISO)
 * @returns the event that has them all
 * @throws NewsroomError `not-found` when either event is missing, `usage` when both are one
 */
export async function mergeEvents(
  records: Records,
  from: string,
  into: string,
  at: string,
): Promise<Event> {
  if (from === into)
    throw new NewsroomError('usage', 'An event cannot be merged with itself: name two events.');
  const [emptied, kept] = [await records.event(from), await records.event(into)];
  if (emptied === null || kept === null) {
    const missing = emptied === null ? from : into;
    throw new NewsroomError('not-found', `There is no event ${missing}: check its id.`);
  }
  const leaving = await records.stories(emptied.stories);
  for (const story of leaving) await records.saveStory(moved(story, kept.id));
  const stories = [...(await records.stories(kept.stories)), ...leaving];
  const grown = rebuilt({ ...kept, firstAt: earlier(kept, emptied) }, stories, at);
  await records.saveEvent(grown);
  await records.saveEvent(rebuilt(without(emptied, emptied.stories), [], at));
  return grown;
}

function moved(story: Story, event: string): Story {
  const former = [...(story.formerEvents ?? []), ...(story.event === null ? [] : [story.event])];
  return { ...story, event, formerEvents: [...new Set(former)].filter((id) => id !== event) };
}

function without(event: Event, ids: readonly string[]): Event {
  return { ...event, formerStories: [...new Set([...(event.formerStories ?? []), ...ids])] };
}

const earlier = (a: Event, b: Event): string =>
  Date.parse(a.firstAt) <= Date.parse(b.firstAt) ? a.firstAt : b.firstAt;

/** An event as its stories make it now; what is not showable keeps its place and adds nothing. */
function rebuilt(event: Event, stories: readonly Story[], at: string): Event {
  const live = stories.filter((story) => isShowable(story, at));
  const takes = live.flatMap(({ current }) => current ?? []);
  const urgencies = takes.flatMap(({ urgency }) => urgency ?? []);
  const times = takes.flatMap(({ sentAt }) => sentAt ?? []);
  const newest = times.sort((a, b) => Date.parse(b) - Date.parse(a))[0];
  return {
    ...event,
    stories: stories.map(({ id }) => id),
    title: leadStory(live)?.current?.headline ?? event.title,
    version: event.version + 1,
    urgency: urgencies.length === 0 ? null : Math.min(...urgencies),
    profile: together(takes.map(profileOf)),
    background: live.length > 0 && live.every((story) => story.background),
    lastAt: newest ?? event.lastAt,
    changedAt: at,
  };
}

function together([first, ...others]: readonly Profile[]): Profile {
  return others.reduce(mergeProfiles, first ?? { terms: {}, names: {} });
}
