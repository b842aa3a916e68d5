/** The storyline of an event: what came before it, found in the store when somebody asks. */
import { leadStory } from './editing/lead.ts';
import { SEQUEL_DAYS, earlierEvents, type Happening } from './editing/storyline.ts';
import { wordsWorthFinding } from './editing/words.ts';
import type { Event } from './news/event.ts';
import { isShowable, type Story } from './news/story.ts';
import type { Store } from './stores/store.ts';

/** Stories that are looked at for sequels, the nearest in words. */
const RECALL_LIMIT = 120;
const DAY_MS = 86_400_000;
/** A storyline is looked for so far back, in steps of `SEQUEL_DAYS` at most. */
const REACH_DAYS = 3 * SEQUEL_DAYS;
/** Of the newest copy the headline and this much say what it is about (characters). */
const ABOUT_LENGTH = 400;

/** Words of a search; any of them may match. */
const WORDS_MAX = 40;

/** An earlier event with its stories that may be shown, and the headline that leads them. */
export type Earlier = {
  readonly event: Event;
  readonly stories: readonly Story[];
  readonly title: string;
};

type Told = Happening & Earlier;

/**
 * The earlier events of the storyline of an event, in order of time. Only what may be shown at `at`
 * is in it: an event whose stories are all killed or held is no part of any storyline.
 */
export async function earlierOf(store: Store, event: Event, at: string): Promise<Earlier[]> {
  const [own] = await toldBy(store, [event], at);
  if (own === undefined) return [];
  const copies = own.stories.flatMap(({ current }) => current ?? []);
  const about = copies.map(({ headline, text }) => `${headline} ${text.slice(0, ABOUT_LENGTH)}`);
  const stories = await store.searchStories({
    words: [...new Set(wordsWorthFinding(about.join(' ')))].slice(0, WORDS_MAX),
    since: new Date(Date.parse(event.firstAt) - REACH_DAYS * DAY_MS).toISOString(),
    limit: RECALL_LIMIT,
  });
  const ids = new Set(stories.flatMap((story) => story.event ?? []));
  ids.delete(event.id);
  const others = await toldBy(store, await store.events([...ids]), at);
  return earlierEvents(own, others).map(({ event: earlier, stories: shown, title }) => {
    return { event: earlier, stories: shown, title };
  });
}

/** Events with what may be shown of them; those of which nothing may are left out. */
async function toldBy(store: Store, events: readonly Event[], at: string): Promise<Told[]> {
  const all = await store.stories(events.flatMap((event) => event.stories));
  const byId = new Map(all.map((story) => [story.id, story]));
  return events.flatMap((event) => {
    const stories = event.stories
      .flatMap((id) => byId.get(id) ?? [])
      .filter((story) => isShowable(story, at));
    const title = leadStory(stories)?.current?.headline ?? stories[0]?.current?.headline;
    if (stories.length === 0) return [];
    const slugs = stories.flatMap(({ current }) => current?.slug ?? []);
    const { id, profile, firstAt } = event;
    return [{ id, profile, at: firstAt, slugs, event, stories, title: title ?? event.title }];
  });
}
