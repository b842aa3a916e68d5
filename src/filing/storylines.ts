/** The storyline of an event: what came before it, found in the store when somebody asks. */
import { leadStory } from '../editing/lead.ts';
import { mergeProfiles, profileOf } from '../editing/profile.ts';
import {
  SEQUEL_DAYS,
  earlierEvents,
  partedByDays,
  sentAt,
  type Happening,
} from '../editing/storyline.ts';
import { wordsWorthFinding } from '../editing/words.ts';
import type { Event } from '../news/event.ts';
import { isShowable, type Story } from '../news/story.ts';
import type { Store } from '../stores/store.ts';

/** Stories that are looked at for sequels, the nearest in words. */
const RECALL_LIMIT = 120;
const DAY_MS = 86_400_000;
/** Copies of a chapter that say what it is about. */
const PROFILED_MAX = 12;
/** A storyline is looked for so far back, in steps of `SEQUEL_DAYS` at most. */
const REACH_DAYS = 3 * SEQUEL_DAYS;
/** Of the newest copy the headline and this much say what it is about (characters). */
const ABOUT_LENGTH = 400;

/** Words of a search; any of them may match. */
const WORDS_MAX = 40;

/** What came before: an event, or the days of one that lie further back, with what may be shown. */
export type Earlier = {
  readonly event: Event;
  readonly stories: readonly Story[];
  /** the headline that leads them */
  readonly title: string;
  /** the wire's time of the first of them (ISO) */
  readonly at: string;
};

type Told = Happening & Earlier;

/**
 * The earlier chapters of the storyline of an event, in order of time. Only what may be shown at `at`
 * is in it: killed and held stories are no part of any storyline.
 */
export async function earlierOf(store: Store, event: Event, at: string): Promise<Earlier[]> {
  const own = await chaptersOf(store, [event], at);
  const newest = own.at(-1);
  if (newest === undefined) return [];
  const copies = newest.stories.flatMap(({ current }) => current ?? []);
  const about = copies.map(({ headline, text }) => `${headline} ${text.slice(0, ABOUT_LENGTH)}`);
  const found = await store.searchStories({
    words: [...new Set(wordsWorthFinding(about.join(' ')))].slice(0, WORDS_MAX),
    since: new Date(Date.parse(newest.at) - REACH_DAYS * DAY_MS).toISOString(),
    limit: RECALL_LIMIT,
  });
  const ids = new Set(found.flatMap((story) => story.event ?? []));
  ids.delete(event.id);
  const others = await chaptersOf(store, await store.events([...ids]), at);
  return earlierEvents(newest, [...own, ...others]);
}

/**
 * Events as storylines see them: the matcher takes a sequel that is much alike into the same event,
 * so the stories of each are parted where days lie between them.
 */
async function chaptersOf(store: Store, events: readonly Event[], at: string): Promise<Told[]> {
  const all = await store.stories(events.flatMap((event) => event.stories));
  const shown = new Map(
    all.flatMap((story) => (isShowable(story, at) ? [[story.id, story] as const] : [])),
  );
  return events.flatMap((event) => {
    const stories = event.stories.flatMap((id) => shown.get(id) ?? []);
    return partedByDays(stories).map((chapter, number) => ({
      ...happeningOf(event, chapter, number),
      event,
      stories: chapter,
      title: leadStory(chapter)?.current?.headline ?? event.title,
    }));
  });
}

/** An event, or one chapter of it, as storylines compare them. */
export function happeningOf(event: Event, stories: readonly Story[], number = 0): Happening {
  const takes = stories.flatMap(({ current }) => current ?? []);
  const [profile, ...rest] = takes.slice(0, PROFILED_MAX).map(profileOf);
  const [first] = stories.toSorted((a, b) => sentAt(a) - sentAt(b));
  return {
    id: `${event.id} ${number}`,
    profile: rest.reduce(mergeProfiles, profile ?? { terms: {}, names: {} }),
    at: first === undefined ? event.firstAt : new Date(sentAt(first)).toISOString(),
    slugs: takes.flatMap(({ slug }) => slug ?? []),
  };
}
