/** What a question is about: the stories of events, what came before them, and whether an answer is proven. */
import type { Analyst, ReadableStory } from '../analysts/analyst.ts';
import { readableStories } from '../cards.ts';
import { restsOnHidden } from '../editing/facts.ts';
import { verifyAnswer } from '../editing/verify.ts';
import type { Answer } from '../news/answer.ts';
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { earlierOf } from '../filing/storylines.ts';
import type { Store } from '../stores/store.ts';

/** Stories that a question is answered from. */
export const RECALL_LIMIT = 30;

/** Events that are asked about, where they stand now, with what may be shown of them. */
export async function focusOn(store: Store, about: readonly string[], at: string): Promise<Focus> {
  const named = await store.events(about);
  const focusEvents = await Promise.all(named.map((event) => standingEvent(store, event)));
  const stories = await store.stories(focusEvents.flatMap((event) => event.stories));
  return { focusEvents, focused: readableStories(stories, at).slice(0, RECALL_LIMIT) };
}

/** The answer once it is proven; null when it is not, or rests on what an editor has taken out. */
export async function proven(
  store: Store,
  answer: Answer,
  takes: readonly Take[],
): Promise<Answer | null> {
  return standing(store, verifyAnswer(answer, takes));
}

/** The answer, or null when it rests on a sentence that an editor has taken out. */
async function standing(store: Store, answer: Answer | null): Promise<Answer | null> {
  if (answer === null || answer.abstained) return answer;
  const events = await store.events(answer.stories.flatMap(({ event }) => event ?? []));
  const hidden = events.flatMap((event) => event.hidden ?? []);
  return restsOnHidden(answer.evidence, hidden) ? null : answer;
}

/** Storylines that one question is followed through. */
const STORYLINES_MAX = 3;

type Focus = { readonly focusEvents: readonly Event[]; readonly focused: readonly ReadableStory[] };

/** The stories in focus, and after them what came before their events in their storylines. */
export async function withStorylines(
  store: Store,
  { focusEvents, focused }: Focus,
  at: string,
): Promise<ReadableStory[]> {
  const earlier: Story[] = [];
  for (const event of focusEvents.slice(0, STORYLINES_MAX))
    earlier.push(...(await earlierOf(store, event, at)).flatMap(({ stories }) => stories));
  const all = [...focused, ...readableStories(earlier, at)];
  return [...new Map(all.map((each) => [each.id, each])).values()].slice(0, RECALL_LIMIT);
}

/** The answer that all of these stories alike give; null when they do not. */
export async function answerFromAll(
  { store, analyst }: { readonly store: Store; readonly analyst: Analyst },
  question: string,
  stories: readonly ReadableStory[],
  at: string,
): Promise<Answer | null> {
  const focus = stories.map(({ id }) => id);
  const answer = await analyst.answer({ question, stories, focus, at });
  const takes = stories.map(({ current }) => current);
  const told = await proven(store, answer, takes);
  return told === null || told.abstained ? null : told;
}
