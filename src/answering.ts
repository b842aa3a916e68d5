/** Finds what a question or a few words are about in the store, and has it answered. */
import type { Analyst, Hearing, ReadableStory } from './analysts/analyst.ts';
import { cardOf, readableStories, withStories } from './cards.ts';
import { restsOnHidden } from './editing/facts.ts';
import { rankEvents } from './editing/rank.ts';
import { matchEvents } from './editing/select.ts';
import { verifyAnswer } from './editing/verify.ts';
import type { Answer } from './news/answer.ts';
import type { Card } from './news/card.ts';
import type { Event } from './news/event.ts';
import { isShowable, type Story } from './news/story.ts';
import type { Topic } from './news/topic.ts';
import { standingEvent } from './regrouping.ts';
import type { Store } from './stores/store.ts';
import { inTurns } from './turns.ts';
import { earlierOf } from './storylines.ts';

/** A topic's events older than this are not briefed any more. */
const BRIEF_WINDOW_MS = 7 * 86_400_000;
const BRIEF_EVENTS_MAX = 5_000;
const RECALL_LIMIT = 30;
/** Recalled stories that stand before the other stories of their events. */
const SURE_RECALLED = 12;
/** Events whose other stories are read too, and how many of each. */
const SIBLINGS_OF = 2;
const SIBLINGS_MAX = 8;

/** What is said when an answer could not be proven word for word. */
const ABSTENTION: Answer = {
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
  const matched = await inTurns(events, (some) => matchEvents(some, [topic], at));
  const candidates = matched.filter(({ matches }) => matches.length > 0);
  return rankEvents(candidates, at).map(({ event }) => event);
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
 * Answers a question from the stored stories, or abstains.
 * @param about events that the question follows up on: an answer is looked for in their stories, then
 *   in what came before them in their storylines, then everywhere
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
  const named = await store.events(about);
  const focusEvents = await Promise.all(named.map((event) => standingEvent(store, event)));
  const focused = readableStories(
    await store.stories(focusEvents.flatMap((event) => event.stories)),
    at,
  ).slice(0, RECALL_LIMIT);
  const query = { words: searchWords(question), since: null, limit: RECALL_LIMIT };
  const recalled = readableStoriesInOrder(await store.searchStories(query), at);
  const siblings = await siblingsOf(store, recalled, at);
  const found = [
    ...focused,
    ...recalled.slice(0, SURE_RECALLED),
    ...siblings,
    ...recalled.slice(SURE_RECALLED),
  ];
  const stories = [...new Map(found.map((each) => [each.id, each])).values()];
  const focus = focused.map((story) => story.id);
  const request = { question, stories: stories.slice(0, RECALL_LIMIT), focus, at };
  const takes = stories.map((story) => story.current);
  const proof = (answer: Answer) => standing(store, verifyAnswer(answer, takes));
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
  const proven = (await proof(await analyst.answer(request, heard))) ?? ABSTENTION;
  if (isAsked(proven)) return proven;
  return (await fromStorylines(parts, { question, about: focusEvents, focused, at })) ?? proven;
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

type FollowUp = {
  readonly question: string;
  readonly about: readonly Event[];
  readonly focused: readonly ReadableStory[];
  readonly at: string;
};

/** The answer that the storylines of these events give together with them; null when they do not. */
async function fromStorylines(
  { store, analyst }: AnsweringParts,
  { question, about, focused, at }: FollowUp,
): Promise<Answer | null> {
  const earlier: Story[] = [];
  for (const event of about.slice(0, STORYLINES_MAX))
    earlier.push(...(await earlierOf(store, event, at)).flatMap(({ stories }) => stories));
  if (earlier.every(({ id }) => focused.some((story) => story.id === id))) return null;
  const all = [...focused, ...readableStories(earlier, at)];
  const stories = [...new Map(all.map((each) => [each.id, each])).values()].slice(0, RECALL_LIMIT);
  const focus = stories.map(({ id }) => id);
  const answer = await analyst.answer({ question, stories, focus, at });
  const takes = stories.map(({ current }) => current);
  const proven = await standing(store, verifyAnswer(answer, takes));
  return proven === null || proven.abstained ? null : proven;
}
