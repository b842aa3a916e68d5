/** Finds what a question or a few words are about in the store, and has it answered. */
import type { Analyst, Hearing, ReadableStory } from '../analysts/analyst.ts';
import { cardOf, readableStories, withStories } from '../cards.ts';
import { rankEvents } from '../editing/rank.ts';
import { rewordings, type Guess } from '../editing/rewording.ts';
import { asksForAnyNews, askedTime } from '../editing/asked-time.ts';
import { matchEvents, type EventWithStories, type MatchedEvent } from '../editing/select.ts';
import { answerFromLine, earlierThan, focusOn, proven, RECALL_LIMIT } from './focus.ts';
import { latestNews, topicAsked } from './latest.ts';
import { SparingAnalyst } from './sparing.ts';
import { isWithin, recall, recallWithin, uniqueById } from './recalling.ts';
import { answerOfFate, settledAnswer } from './settled.ts';
import type { Answer } from '../news/answer.ts';
import type { Card } from '../news/card.ts';
import type { Event } from '../news/event.ts';
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

export type AnsweringParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  /** the topics that a question may name; none when nothing is said */
  readonly topics?: readonly Topic[];
};

/** What one question is answered with. */
export type AskingParts = Pick<AnsweringParts, 'store' | 'topics'> & {
  readonly analyst: Pick<Analyst, 'answer' | 'rules' | 'standing'>;
};
type SparingParts = { readonly store: Store; readonly analyst: SparingAnalyst };

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
  const stories = await recall(store, words, at);
  const ids = [...new Set(stories.flatMap((story) => story.event ?? []))];
  const events = new Map((await store.events(ids)).map((event) => [event.id, event]));
  return ids.flatMap((id) => events.get(id) ?? []);
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
 * `answerFollowUp`'s. A model is asked at most twice for it.
 * @param about events that were spoken of before: their stories come first, and what came before them in
 *   their storylines, but the question may as well be about something else
 * @param hear told what is proven already while a model writes; nothing that the answer may do without
 */
export async function answerQuestion(
  asking: AskingParts,
  question: string,
  about: readonly string[],
  at: string,
  hear?: Hearing,
): Promise<Answer> {
  const { store, topics = [] } = asking;
  const parts = { store, analyst: SparingAnalyst.of(asking.analyst) };
  const topic = about.length > 0 ? null : topicAsked(question, topics);
  if (topic !== null || (about.length === 0 && asksForAnyNews(question))) {
    const news = await latestNews(store, question, topic, at);
    if (news !== null) return news;
  }
  const focusing = await focusOn(store, about, question, at);
  const { focused } = focusing;
  const then = await answerOfTime(parts, { question, focused, at }, hear);
  if (then !== null) return then;
  const stories = await storiesFor(store, question, focused, at);
  const answer = await told(parts, { question, stories, focused, at }, hear);
  if (isAbout(answer, focused)) return answer;
  const earlier = await earlierThan(store, focusing, question, at);
  const line = await answerFromLine(parts, question, { focused, earlier }, at);
  if (line !== null || !answer.abstained) return line ?? answer;
  const storiesOf = (other: string) => storiesFor(store, other, focused, at);
  const reworded = await answerReworded(parts, { question, stories, focused, at }, storiesOf);
  return reworded ?? (await answerOfFate(store, question, stories)) ?? answer;
}

/** Does the answer tell of one of these stories? */
function isAbout({ abstained, stories }: Answer, focused: readonly ReadableStory[]): boolean {
  return !abstained && stories.some(({ story }) => focused.some(({ id }) => id === story));
}

/** What a question is answered from: what it is about, what it finds, and what tells of the same. */
async function storiesFor(
  store: Store,
  question: string,
  focused: readonly ReadableStory[],
  at: string,
): Promise<ReadableStory[]> {
  const recalled = await recall(store, question, at);
  const siblings = await siblingsOf(store, recalled, at);
  const found = [
    // a long brief leaves room for what the question may be about instead
    ...focused.slice(0, RECALL_LIMIT - SURE_RECALLED),
    ...recalled.slice(0, SURE_RECALLED),
    ...focused,
    ...siblings,
    ...recalled.slice(SURE_RECALLED),
  ];
  return uniqueById(found).slice(0, RECALL_LIMIT);
}

type Asked = {
  readonly question: string;
  readonly stories: readonly ReadableStory[];
  readonly focused: readonly ReadableStory[];
  readonly at: string;
};

/** What the analyst answers, once it is proven. */
async function told(
  { store, analyst }: SparingParts,
  { question, stories, focused, at }: Asked,
  hear?: Hearing,
): Promise<Answer> {
  const focus = focused.map((story) => story.id);
  const takes = stories.map((story) => story.current);
  const proof = (answer: Answer) => proven(store, answer, takes);
  const heard: Hearing | undefined =
    hear &&
    (async ({ answer, added }) => {
      const sure = await proof(answer);
      // what follows up on something may be answered elsewhere in the end
      const isFinal =
        sure !== null && !sure.abstained && (focus.length === 0 || isAbout(sure, focused));
      if (isFinal) await hear({ answer: sure, added });
    });
  const answer = await proof(await analyst.answer({ question, stories, focus, at }, heard));
  return answer === null ? ABSTENTION : settledAnswer(store, answer, at);
}

/** The answer of the stories of the time that a question names ("last week"); null when they have none. */
async function answerOfTime(
  parts: SparingParts,
  { question, focused, at }: Omit<Asked, 'stories'>,
  hear?: Hearing,
): Promise<Answer | null> {
  const time = askedTime(question, at);
  if (time === null) return null;
  const isThen = isWithin(time);
  const asked = focused.filter(isThen);
  const found = [...asked, ...(await recallWithin(parts.store, question, time, at))];
  if (found.length === 0) return null;
  const siblings = (await siblingsOf(parts.store, found, at)).filter(isThen);
  const stories = uniqueById([...found, ...siblings]).slice(0, RECALL_LIMIT);
  const request = { question: time.question, stories, focused: asked, at };
  const answer = await told(parts, request, hear);
  return answer.abstained ? null : answer;
}

/**
 * The answer to the question as the stories would spell it: with their marks, short names and names
 * that were mistyped, which the answer tells. Null when that finds none either. Where there is a model, it
 * is asked of one wording only, the first that the rules find an answer to, and no rule speaks for it: what
 * it did not find in the words of the question must not stand because a rule is less careful.
 * @param storiesOf what another wording is answered from
 */
export async function answerReworded(
  parts: SparingParts,
  asked: Asked,
  storiesOf: (question: string) => Promise<readonly ReadableStory[]>,
): Promise<Answer | null> {
  const { store, analyst } = parts;
  const { rules } = analyst;
  if (analyst.isSpent) return null;
  const byRules = { store, analyst: SparingAnalyst.of(rules ?? analyst) };
  const texts = asked.stories.map(
    ({ current: { headline, text } }) => `${headline ?? ''}\n${text}`,
  );
  for (const { question, guesses } of rewordings(asked.question, texts)) {
    const reworded = { ...asked, question, stories: await storiesOf(question) };
    const found = await told(byRules, reworded);
    if (found.abstained) continue;
    const answer = rules === undefined ? found : await told(parts, reworded);
    return answer.abstained ? null : withGuesses(answer, guesses);
  }
  return null;
}

/** The answer with what was only guessed before it, so that nobody takes one name for another. */
function withGuesses(answer: Answer, guesses: readonly Guess[]): Answer {
  if (guesses.length === 0) return answer;
  const read = guesses.map(({ typed, meant }) => `“${typed}” is read as “${meant}”`).join(', ');
  return { ...answer, answer: `${read}:\n${answer.answer}` };
}
