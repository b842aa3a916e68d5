/** Commands that read: brief, ask, agenda, and the full card behind a button. */
import { readAgenda } from '../answering/agenda.ts';
import {
  answerQuestion,
  eventsOfTopic,
  eventsOfWords,
  firstCard,
  type Briefed,
} from '../answering/answering.ts';
import { entryItems } from '../editing/layout/agenda.ts';
import { earlierItems, fullCard } from '../editing/layout/card.ts';
import { dayIn } from '../editing/slots.ts';
import { newsText, toldOnce, withNews, withoutOver } from '../editing/step-news.ts';
import { answerLayout, headedLayout, withButtons } from '../editing/layout/reply.ts';
import { answerFollowUp } from '../answering/following-up.ts';
import type { Answer, AnswerSoFar } from '../news/answer.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Event } from '../news/event.ts';
import type { Button, Layout } from '../news/layout.ts';
import type { Asker } from '../news/request.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { newsOfSteps } from '../amending/rescheduling.ts';
import { earlierOf } from '../filing/storylines.ts';
import {
  isoNow,
  say,
  topicOf,
  nothingFound,
  unknownTopic,
  type Draft,
  type HearDraft,
  type ReceptionParts,
} from './draft.ts';

/** Other events offered as buttons under a brief. */
const OTHERS_MAX = 4;
/** Earlier events of the storyline that are named under a brief, and the newest with a button. */
const EARLIER_MAX = 8;
const EARLIER_BUTTONS_MAX = 3;
const AGENDA_LINES_MAX = 30;

/** The card of a topic's best event, or of what free words find. */
export async function brief(parts: ReceptionParts, words: string): Promise<Draft> {
  const at = isoNow(parts);
  const topic = topicOf(parts, words);
  const events = topic
    ? await eventsOfTopic(parts.store, topic, at)
    : await eventsOfWords(parts.store, words, at);
  const best = await firstCard(parts, events, at);
  if (best) return cardDraft(parts, best, events);
  if (topic) return say(`No news on ${topic.title} in the last seven days.`);
  return nothingFound(parts, words);
}

/** The full card of one event. */
export async function cardOfEvent(parts: ReceptionParts, id: string): Promise<Draft> {
  const event = await parts.store.event(id);
  const events = event ? [await standingEvent(parts.store, event)] : [];
  const best = await firstCard(parts, events, isoNow(parts));
  if (best) return cardDraft(parts, best, []);
  return say('This item was withdrawn or is no longer stored.');
}

/** The full card, what came before it, and buttons for that and for other events. */
async function cardDraft(
  parts: ReceptionParts,
  { event, card }: Briefed,
  others: readonly Event[],
): Promise<Draft> {
  const at = isoNow(parts);
  const { news, tellers } = await newsOfSteps(parts.store, event, card.next, at);
  const told = toldOnce(news).map(newsText).join('; ');
  const label = told === '' ? null : { label: 'Update', text: told };
  const now = withoutOver(withNews(card, news), at);
  const item = fullCard(now, { id: event.id, version: event.version }, label);
  const earlier = (await earlierOf(parts.store, event, at)).slice(-EARLIER_MAX);
  const before = earlierItems(
    earlier.map(({ event: { id, version }, at, title }) => ({ id, version, at, title })),
  );
  const layout: Layout = { title: 'Brief', items: [item, ...before] };
  const past = new Map(earlier.map((each) => [each.event.id, each.event]));
  past.delete(event.id);
  const more = others.filter(({ id }) => id !== event.id && !past.has(id)).slice(0, OTHERS_MAX);
  const offered = [...[...past.values()].slice(-EARLIER_BUTTONS_MAX), ...more];
  const buttons = offered.map(({ id, title }): Button => {
    return { label: title.slice(0, 70), action: 'card', value: id };
  });
  const rests = tellers.filter(({ id }) => id !== event.id && !past.has(id));
  return { layout: withButtons(layout, buttons), events: [event, ...past.values(), ...rests] };
}

/**
 * An answer from the stored stories; in the thread of a digest it is about the events of that.
 * @param asked by whom, and the events that they were shown last
 * @param hear told what is proven already while a model writes
 */
export async function ask(
  parts: ReceptionParts,
  question: string,
  { asker, talkedOf }: { readonly asker: Asker; readonly talkedOf: readonly string[] },
  hear?: HearDraft,
): Promise<Draft> {
  const about = await eventsInThread(parts, asker);
  const draftOf = (answer: Answer): Promise<Draft> => answerDraft(parts, question, answer);
  const heard =
    hear && (async (soFar: AnswerSoFar) => hear(await draftOf(soFar.answer), soFar.added));
  const at = isoNow(parts);
  const answering = { ...parts, topics: parts.config.topics };
  const answer =
    about.length > 0
      ? await answerFollowUp(parts, question, about, at, heard)
      : await answerQuestion(answering, question, talkedOf, at, heard);
  return draftOf(answer);
}

async function answerDraft(
  parts: ReceptionParts,
  question: string,
  answer: Answer,
): Promise<Draft> {
  const ids = answer.stories.flatMap((story) => story.event ?? []);
  const events = await parts.store.events([...new Set(ids)]);
  const first = events[0];
  const reference = first ? { id: first.id, version: first.version } : null;
  return { layout: answerLayout(question, answer, reference), events };
}

async function eventsInThread(parts: ReceptionParts, asker: Asker): Promise<string[]> {
  const { channel, thread, under = null } = asker;
  // a reply to one message of a thread is about what that one shows
  const one = under === null ? null : await parts.store.deliveryByMessage(channel, under);
  if (one !== null && (one.place === 'thread' || thread === null) && one.events.length > 0)
    return eventsOfLead(parts, one);
  const lead = thread === null ? null : await parts.store.deliveryByMessage(channel, thread);
  return lead === null ? [] : eventsOfLead(parts, lead);
}

/** What a message shows; a lead stands for its whole batch. */
async function eventsOfLead(parts: ReceptionParts, message: Delivery): Promise<string[]> {
  if (message.place === 'thread') return message.events.map(({ id }) => id);
  const messages = await parts.store.deliveriesOf(message.batch);
  return [...new Set(messages.flatMap((each) => each.events.map((event) => event.id)))];
}

/**
 * The next steps of the last month's events, dated ones first in order of date; each is an item of
 * its event, so that one that is withdrawn leaves the others standing where the list was shared.
 * @param words name the topic whose steps are wanted; none for all
 */
export async function agenda(parts: ReceptionParts, words?: string): Promise<Draft> {
  const topic = words === undefined ? null : topicOf(parts, words);
  if (words !== undefined && topic === null) return unknownTopic(parts, words);
  const today = dayIn(parts.config.zone, parts.now());
  const all = await readAgenda(parts, { topics: topic && [topic], today }, isoNow(parts));
  const entries = all.slice(0, AGENDA_LINES_MAX);
  const on = topic === null ? '' : ` on ${topic.title}`;
  const title =
    entries.length === 0 ? `The stored stories tell of no next step${on}.` : `Next steps${on}`;
  const ids = entries.flatMap(({ event, change }) => [event, ...(change ? [change.event] : [])]);
  const told = await parts.store.events([...new Set(ids)]);
  return { layout: headedLayout(title, entries.flatMap(entryItems)), events: told };
}
