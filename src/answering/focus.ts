/** What a question is about: the stories of events, what came before them, and whether an answer is proven. */
import type { Analyst, ReadableStory } from '../analysts/analyst.ts';
import { readableStories } from '../cards.ts';
import { restsOnHidden } from '../editing/facts.ts';
import { verifyAnswer } from '../editing/verify.ts';
import { tellingWords } from '../editing/words.ts';
import type { Answer } from '../news/answer.ts';
import type { Event } from '../news/event.ts';
import type { Story } from '../news/story.ts';
import type { Take } from '../news/take.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { earlierOf } from '../filing/storylines.ts';
import type { Store } from '../stores/store.ts';
import { settledAnswer } from './settled.ts';

/** Stories that a question is answered from. */
export const RECALL_LIMIT = 30;
/** Stories under a question whose words are looked at. */
const FOCUS_MAX = 600;
/** Characters of a question that say what it is about. */
const QUESTION_LENGTH = 2_000;
/** Characters of a copy that say what it is about, when there are too many to read. */
const ABOUT_LENGTH = 5_000;

/**
 * Events that are asked about, where they stand now, with what may be shown of them. Of more stories than a
 * question is answered from, those that share its words: a digest may show more than are read.
 */
export async function focusOn(
  store: Store,
  about: readonly string[],
  question: string,
  at: string,
): Promise<Focus> {
  const named = await store.events(about);
  const events = await Promise.all(named.map((event) => standingEvent(store, event)));
  const all = await store.stories(events.flatMap((each) => each.stories));
  const stories = readableStories(all, at).slice(0, FOCUS_MAX);
  const nearest = nearestTo(question, stories);
  const place = new Map(nearest.map(({ story, score }) => [story.id, score]));
  const scoreOf = (event: Event): number =>
    Math.max(0, ...event.stories.map((id) => place.get(id) ?? 0));
  return {
    focusEvents: events.toSorted((one, other) => scoreOf(other) - scoreOf(one)),
    focused: bounded(nearest, stories, RECALL_LIMIT),
  };
}

type Near = { readonly story: ReadableStory; readonly score: number };

/** Stories by the words that they share with a question, rare ones telling more; else as they come. */
function nearestTo(question: string, stories: readonly ReadableStory[]): Near[] {
  const asked = [...new Set(tellingWords(question.slice(0, QUESTION_LENGTH)))];
  const held = stories.map(({ current: { headline, text } }) => {
    const words = new Set(tellingWords(`${headline ?? ''} ${text.slice(0, ABOUT_LENGTH)}`));
    return asked.filter((word) => words.has(word));
  });
  const rarityOf = (word: string): number =>
    Math.log(1 + stories.length / held.filter((words) => words.includes(word)).length);
  const rarities = new Map(asked.map((word) => [word, rarityOf(word)]));
  return stories
    .map((story, at) => {
      const words = held[at] ?? [];
      return { story, score: words.reduce((sum, word) => sum + (rarities.get(word) ?? 0), 0) };
    })
    .toSorted((one, other) => other.score - one.score);
}

/** As many stories as are asked for, in their own order: the nearest where there are more. */
function bounded(
  nearest: readonly Near[],
  stories: readonly ReadableStory[],
  most: number,
): ReadableStory[] {
  const kept = new Set(nearest.slice(0, most).map(({ story }) => story.id));
  return stories.filter(({ id }) => kept.has(id));
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

/**
 * What came before the events in focus in their storylines: at least half as many stories as a question is
 * answered from, however many are in focus. Of more events than are followed, those nearest the question.
 */
export async function earlierThan(
  store: Store,
  { focusEvents, focused }: Focus,
  question: string,
  at: string,
): Promise<ReadableStory[]> {
  const found: Story[] = [];
  for (const event of focusEvents.slice(0, STORYLINES_MAX))
    found.push(...(await earlierOf(store, event, at)).flatMap(({ stories }) => stories));
  const known = new Set(focused.map(({ id }) => id));
  const unique = [...new Map(found.map((story) => [story.id, story])).values()];
  const earlier = readableStories(unique, at).filter(({ id }) => !known.has(id));
  const room = Math.max(RECALL_LIMIT - focused.length, RECALL_LIMIT / 2);
  return bounded(nearestTo(question, earlier), earlier, room);
}

type Asking = { readonly store: Store; readonly analyst: Pick<Analyst, 'answer'> };

/** The answer of the stories in focus and of what came before them, alike; null when there is none. */
export async function answerFromLine(
  parts: Asking,
  question: string,
  { focused, earlier }: Pick<Focus, 'focused'> & { readonly earlier: readonly ReadableStory[] },
  at: string,
): Promise<Answer | null> {
  if (earlier.length === 0) return null;
  const stories = [...focused.slice(0, RECALL_LIMIT - earlier.length), ...earlier];
  return answerFromAll(parts, question, stories, at);
}

/** The answer that all of these stories alike give; null when they do not. */
async function answerFromAll(
  { store, analyst }: Asking,
  question: string,
  stories: readonly ReadableStory[],
  at: string,
): Promise<Answer | null> {
  const focus = stories.map(({ id }) => id);
  const answer = await analyst.answer({ question, stories, focus, at });
  const takes = stories.map(({ current }) => current);
  const told = await proven(store, answer, takes);
  return told === null || told.abstained ? null : settledAnswer(store, told, at);
}
