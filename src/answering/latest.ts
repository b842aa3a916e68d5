/** What is new: the leads of the best events of some time, for a question that asks for nothing else. */
import { readableStories, withStories } from '../cards.ts';
import { askedTime, matterOf } from '../editing/asked-time.ts';
import { leadStory } from '../editing/lead.ts';
import { rankEvents } from '../editing/rank.ts';
import { findTopic } from '../editing/route.ts';
import { matchEvents } from '../editing/select.ts';
import type { Answer } from '../news/answer.ts';
import type { Event } from '../news/event.ts';
import { countIndependentSources } from '../news/reuse.ts';
import { sentencesOf } from '../news/sentence.ts';
import type { Topic } from '../news/topic.ts';
import { sourceOf } from '../news/source.ts';
import type { Store } from '../stores/store.ts';
import { proven } from './focus.ts';
import { isWithin, type Time } from './recalling.ts';

const DAY_MS = 86_400_000;
/** Where the last day tells nothing, so far back. */
const WEEK_MS = 7 * DAY_MS;
const EVENTS_MAX = 500;
const LEADS_MAX = 3;

/** The topic that a question names and asks nothing else of: "export-controls", "any news on disasters?". */
export function topicAsked(question: string, topics: readonly Topic[]): Topic | null {
  const named = question.replaceAll(/[?!."“”]/g, ' ').trim();
  return findTopic(named, topics) ?? findTopic(matterOf(named.replaceAll('-', ' ')), topics);
}

/**
 * What is new at an instant, or in the time that the question names: the first sentences of the best
 * events' leads. Null when there is none.
 * @param topic of one topic only; of all with null
 */
export async function latestNews(
  store: Store,
  question: string,
  topic: Topic | null,
  at: string,
): Promise<Answer | null> {
  const time = askedTime(question, at);
  if (time !== null) return leadsOf(store, time, topic, at);
  const since = (span: number) => new Date(Date.parse(at) - span).toISOString();
  const day = await leadsOf(store, { from: since(DAY_MS), to: at }, topic, at);
  return day ?? leadsOf(store, { from: since(WEEK_MS), to: at }, topic, at);
}

async function leadsOf(
  store: Store,
  time: Time,
  topic: Topic | null,
  at: string,
): Promise<Answer | null> {
  const changed = await store.eventsChanged({ from: time.from, to: at }, EVENTS_MAX);
  const events = await withStories(store, changed);
  const asked =
    topic === null
      ? events
      : matchEvents(events, [topic], at).filter(({ matches }) => matches.length > 0);
  const told = asked.flatMap(({ event, stories }) => {
    const live = readableStories(stories, at).filter(isWithin(time));
    return live.length === 0 ? [] : [{ event, live, sourceCount: countIndependentSources(live) }];
  });
  const answers: Answer[] = [];
  for (const { event, live } of rankEvents(told, at)) {
    if (answers.length === LEADS_MAX) break;
    const answer = await leadAnswer(store, event, live);
    if (answer !== null) answers.push(answer);
  }
  return answers.length === 0 ? null : joined(answers);
}

async function leadAnswer(
  store: Store,
  event: Event,
  stories: ReturnType<typeof readableStories>,
): Promise<Answer | null> {
  const lead = stories.find(({ id }) => id === leadStory(stories)?.id);
  const [first] = lead === undefined ? [] : sentencesOf(lead.current.text);
  if (lead === undefined || first === undefined) return null;
  const { text: quote, start, end } = first;
  const answer: Answer = {
    answer: quote,
    abstained: false,
    evidence: [{ take: lead.current.id, start, end, quote }],
    stories: [{ ...sourceOf(lead.current), story: lead.id, event: event.id }],
  };
  return proven(store, answer, [lead.current]);
}

function joined(answers: readonly Answer[]): Answer {
  return {
    answer: answers.map(({ answer }) => answer).join('\n'),
    abstained: false,
    evidence: answers.flatMap(({ evidence }) => evidence),
    stories: answers.flatMap(({ stories }) => stories),
  };
}
