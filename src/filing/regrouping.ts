/** An editor's verdict on events: stories split off or merged, remembered by where they stand. */
import { lastDayAhead } from '../editing/days.ts';
import { leadStory } from '../editing/lead.ts';
import { mergeProfiles } from '../editing/match.ts';
import { profileOf } from '../editing/profile.ts';
import { NewsroomError } from '../errors.ts';
import { openEvent } from '../editing/open-event.ts';
import type { Event, Profile } from '../news/event.ts';
import { fingerprint } from '../news/identity.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import type { Records } from '../stores/store.ts';

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
  const hidden = event.hidden === undefined ? {} : { hidden: event.hidden };
  const own = { ...ownEvent(story, story.current, event, at), ...hidden };
  const { left } = await takenOut(records, [story], event, { into: own.id, at });
  await records.saveEvent(mended(left, 'A story that did not belong here was taken out.'));
  await records.saveEvent(own);
  return own;
}

/** The event that a story makes up which leaves another. */
export function ownEvent(story: Story, current: Take, left: Event, at: string): Event {
  const id = fingerprint('event', story.id, 'split', `${left.version}`);
  return { ...openEvent(story, current, profileOf(current), at), id };
}

/**
 * Takes stories out of their event, inside the caller's transaction: they are stored as those of the
 * event `into`, which is the caller's to store, as is what is `left`.
 */
export async function takenOut(
  records: Records,
  stories: readonly Story[],
  event: Event,
  { into, at }: { readonly into: string; readonly at: string },
): Promise<{ readonly stories: readonly Story[]; readonly left: Event }> {
  const ids = stories.map(({ id }) => id);
  const rest = await records.stories(event.stories.filter((id) => !ids.includes(id)));
  const leaving = stories.map((story) => moved(story, into));
  for (const story of leaving) await records.saveStory(story);
  return { stories: leaving, left: rebuilt(without(event, ids), rest, at) };
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
  const hidden = [...(kept.hidden ?? []), ...(emptied.hidden ?? [])];
  const mergedFrom = [...(kept.mergedFrom ?? []), emptied.id, ...(emptied.mergedFrom ?? [])];
  const both = { ...kept, mergedFrom, firstAt: earlier(kept, emptied) };
  const grown = rebuilt(hidden.length === 0 ? both : { ...both, hidden }, stories, at);
  await records.saveEvent(grown);
  const left = rebuilt(without(emptied, emptied.stories), [], at);
  await records.saveEvent({ ...left, mergedInto: kept.id });
  return grown;
}

/** Merges that are followed from one event to the next. */
const MERGES_MAX = 20;

/** The event where the stories of an event stand now: itself, or what it was merged into. */
export async function standingEvent(records: Pick<Records, 'event'>, event: Event): Promise<Event> {
  let standing = event;
  for (let count = 0; standing.mergedInto !== undefined && count < MERGES_MAX; count += 1) {
    const next = await records.event(standing.mergedInto);
    if (next === null) break;
    standing = next;
  }
  return standing;
}

/** The event as an editor's verdict has just made it: what was posted of it is to say so. */
export function mended(event: Event, note: string): Event {
  return { ...event, mended: { version: event.version, note } };
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
  const ahead = takes
    .flatMap((take) => lastDayAhead(take, at) ?? [])
    .toSorted()
    .at(-1);
  return {
    ...event,
    ...(ahead === undefined ? {} : { ahead }),
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
