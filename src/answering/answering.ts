/** Finds what a question or a few words are about in the store, and has it answered. */
import type { Analyst, Hearing, ReadableStory } from '../analysts/analyst.ts';
import { cardOf, readableStories, withStories } from '../cards.ts';
import { rankEvents } from '../editing/rank.ts';
import { matchEvents, type EventWithStories, type MatchedEvent } from '../editing/select.ts';
import { answerFromLine, earlierThan, focusOn, proven, RECALL_LIMIT } from './focus.ts';
import type { Answer } from '../news/answer.ts';
import type { Card } from '../news/card.ts';
import type { Event } from '../news/event.ts';
import { isShowable } from '../news/story.ts';
import type { Topic } from '../news/topic.ts';
import type { Store } from '../stores/store.ts';
import { inTurns } from '../turns.ts';

/** A topic's events older than this are not briefed any more. */
const BRIEF_WINDOW_MS = 7 * 86_400_000;
const BRIEF_EVENTS_MAX = 5_000;
/** Recalled stories that stand before the other stories of their events. */
const SURE_RECALLED = 12;
/** Events whose other stories are read too, and how many of each. */
const SIBLINGS_OF = 2;
const SIBLINGS_MAX = 8;

/** What is said when an answer could not be proven word for word. */
export const ABSTENTION: Answer = {
  answer: 'The stored stories do not tell.',
  abstained: true,
  evidence: [],
  stories: [],
};

export type AnsweringParts = { readonly store: Store; readonly analyst: Analyst };

/** Letters and digits of a text as search words, at most 40. */
export function searchWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 40);
}

/** Those of the events that match any of the topics by what may be shown of them at an instant (ISO). */
export async function onTopics(
  events: readonly EventWithStories[],
  topics: readonly Topic[],
  at: string,
): Promise<MatchedEvent[]> {
  const matched = await inTurns(events, (some) => matchEvents(some, topics, at));
  return matched.filter(({ matches }) => matches.length > 0);
}

/**
 * The events of a topic, best first; only what may be shown.
 * @param from how far to look back (ISO); a week when nothing is said
 */
export async function eventsOfTopic(
  store: Store,
  topic: Topic,
  at: string,
  from: string = new Date(Date.parse(at) - BRIEF_WINDOW_MS).toISOString(),
): Promise<Event[]> {
  const events = await withStories(
    store,
    await store.eventsChanged({ from, to: at }, BRIEF_EVENTS_MAX),
  );
  return rankEvents(await onTopics(events, [topic], at), at).map(({ event }) => event);
}

/** The events that free words find, best first. */
export async function eventsOfWords(store: Store, words: string, at: string): Promise<Event[]> {
  const query = { words: searchWords(words), since: null, limit: RECALL_LIMIT };
  const stories = readableStoriesInOrder(await store.searchStories(query), at);
  const ids = [...new Set(stories.flatMap((story) => story.event ?? []))];
  const events = new Map((await store.events(ids)).map((event) => [event.id, event]));
  return ids.flatMap((id) => events.get(id) ?? []);
}

function readableStoriesInOrder(
  stories: Awaited<ReturnType<Store['searchStories']>>,
  at: string,
): ReadableStory[] {
  return stories.filter(
    (story): story is ReadableStory => isShowable(story, at) && story.current !== null,
  );
}

/** The other stories of the events found first: what they tell differently belongs to the answer. */
async function siblingsOf(
  store: Store,
  recalled: readonly ReadableStory[],
  at: string,
): Promise<ReadableStory[]> {
  const first = [...new Set(recalled.flatMap((story) => story.event ?? []))].slice(0, SIBLINGS_OF);
  const ids = (await store.events(first)).flatMap((event) => event.stories.slice(-SIBLINGS_MAX));
  return readableStories(await store.stories(ids), at);
}

export type Briefed = { readonly event: Event; readonly card: Card };

/** The card of the best of these events, skipping those that may not be shown. */
export async function firstCard(
  parts: AnsweringParts,
  events: readonly Event[],
  at: string,
): Promise<Briefed | null> {
  for (const event of events.slice(0, 10)) {
    const card = await cardOf(parts.store, parts.analyst, event, at);
    if (card) return { event, card };
  }
  return null;
}

/**
 * Answers a question from the stored stories, or abstains. One that was asked under something is
 * `answerFollowUp`'s.
 * @param about events that were spoken of before: their stories come first, and what came before them in
 *   their storylines, but the question may as well be about something else
 * @param hear told what is proven already while a model writes; nothing that the answer may do without
 */
export async function answerQuestion(
  parts: AnsweringParts,
  question: string,
  about: readonly string[],
  at: string,
  hear?: Hearing,
): Promise<Answer> {
  const { store, analyst } = parts;
  const focusing = await focusOn(store, about, question, at);
  const { focused } = focusing;
  const query = { words: searchWords(question), since: null, limit: RECALL_LIMIT };
  const recalled = readableStoriesInOrder(await store.searchStories(query), at);
  const siblings = await siblingsOf(store, recalled, at);
  const found = [
    // a long brief leaves room for what the question may be about instead
    ...focused.slice(0, RECALL_LIMIT - SURE_RECALLED),
    ...recalled.slice(0, SURE_RECALLED),
    ...focused,
    ...siblings,
    ...recalled.slice(SURE_RECALLED),
  ];
  const stories = [...new Map(found.map((each) => [each.id, each])).values()];
  const focus = focused.map((story) => story.id);
  const request = { question, stories: stories.slice(0, RECALL_LIMIT), focus, at };
  const takes = stories.map((story) => story.current);
  const proof = (answer: Answer) => proven(store, answer, takes);
  const isAsked = ({ abstained, stories }: Answer): boolean =>
    !abstained && stories.some(({ story }) => focus.includes(story));
  const heard: Hearing | undefined =
    hear &&
    (async ({ answer, added }) => {
      const sure = await proof(answer);
      // what follows up on something may be answered elsewhere in the end
      const isFinal = sure !== null && !sure.abstained && (focus.length === 0 || isAsked(sure));
      if (isFinal) await hear({ answer: sure, added });
    });
  const answer = (await proof(await analyst.answer(request, heard))) ?? ABSTENTION;
  if (isAsked(answer)) return answer;
  const earlier = await earlierThan(store, focusing, question, at);
  return (await answerFromLine(parts, question, { focused, earlier }, at)) ?? answer;
}
