/** What readers say is wrong with an item: a fact, a merge, its place in the channel. */
import type { AmendmentPayload } from '../amending/amendment.ts';
import { eventsOfTopic, eventsOfWords } from '../answering/answering.ts';
import { cardOf } from '../cards.ts';
import { factsOf } from '../editing/facts.ts';
import { decide, personOf, record, type Report } from '../amending/mending.ts';
import type { Delivery } from '../news/delivery.ts';
import type { DigestItem } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import type { Button, Layout, Run } from '../news/layout.ts';
import type { Asker, Press } from '../news/request.ts';
import { isShowable, type Story } from '../news/story.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { isEditor } from './deciding.ts';
import { isoNow, say, topicOf, type Draft, type ReceptionParts } from './draft.ts';

/** Facts, stories and events that one question offers; Discord holds 40 components a message. */
const CHOICES_MAX = 30;
const GONE = 'This item was withdrawn or is no longer stored.';
const LABEL_MAX = 70;

/** The item that a person looks at: the event as it stands, and the message that showed it. */
type Seen = {
  readonly event: Event;
  /** showable stories of the event */
  readonly stories: readonly Story[];
  readonly delivery: Delivery | null;
  /** null for what was not shown in an edition */
  readonly edition: string | null;
  readonly item: DigestItem | null;
};

/** Answers a press of one of the buttons under an item, or of a choice that such a press offered. */
export async function flagged(parts: ReceptionParts, press: Press, asker: Asker): Promise<Draft> {
  // `EVENT.VERSION` under an item, `EVENT.CHOICE.DELIVERY` in what was asked then
  const [id = '', subject = '', deliveryId = ''] = press.value.split('.');
  const delivery = await deliveryOf(parts, press, asker, deliveryId);
  const seen = await seenBy(parts, id, delivery);
  if (seen === null) return say(GONE);
  switch (press.action) {
    case 'wrongfact':
      return askWhichFact(parts, seen);
    case 'wrongmerge':
      return askWhichStory(seen);
    case 'fact':
      return flagFact(parts, seen, subject, asker);
    case 'apart':
      return flagStory(parts, seen, subject, asker);
    case 'merge':
      return flagSame(parts, seen, subject, asker);
    default:
      return flagRelevance(parts, seen, Number(subject), asker);
  }
}

async function deliveryOf(
  { store }: ReceptionParts,
  press: Press,
  asker: Asker,
  id: string,
): Promise<Delivery | null> {
  const shown = press.message ? await store.deliveryByMessage(asker.channel, press.message) : null;
  const delivery = shown ?? (id === '' ? null : await store.delivery(id));
  if (delivery?.purpose !== 'amendment') return delivery;
  return store.delivery((delivery.payload as AmendmentPayload).amends);
}

async function seenBy(
  parts: ReceptionParts,
  id: string,
  delivery: Delivery | null,
): Promise<Seen | null> {
  const { store } = parts;
  const named = await store.event(id);
  if (named === null) return null;
  const event = await standingEvent(store, named);
  const stories = (await store.stories(event.stories)).filter((story) =>
    isShowable(story, isoNow(parts)),
  );
  if (stories.length === 0) return null;
  const edition = delivery && (await store.edition(delivery.batch));
  const item = edition?.items.find((each) => each.event === id) ?? null;
  return { event, stories, delivery, edition: edition?.id ?? null, item };
}

async function askWhichFact(parts: ReceptionParts, seen: Seen): Promise<Draft> {
  const card = await cardOf(parts.store, parts.analyst, seen.event, isoNow(parts));
  if (card === null) return say(GONE);
  const facts = factsOf(card).slice(0, CHOICES_MAX);
  if (facts.length === 0) return say('This item states no fact that could be wrong.');
  const choices = facts.map(({ key, section, text }) => ({ key, text: `${section}: ${text}` }));
  return choiceDraft(seen, 'fact', `Which fact of “${seen.event.title}” is wrong?`, choices);
}

function askWhichStory(seen: Seen): Draft {
  if (seen.stories.length < 2)
    return say('This item has one story only: there is nothing to take apart.');
  const choices = seen.stories
    .slice(0, CHOICES_MAX)
    .map((story) => ({ key: story.id, text: storyLine(story) }));
  return choiceDraft(
    seen,
    'apart',
    `Which story does not belong to “${seen.event.title}”?`,
    choices,
  );
}

function storyLine({ provider, wire, current }: Story): string {
  const day = current?.sentAt?.slice(0, 10);
  return [provider ?? wire, day, current?.headline].filter(Boolean).join(' · ');
}

type Choice = { readonly key: string; readonly text: string };

/** A numbered list with a button for each number: whole sentences fit no button. */
function choiceDraft(
  seen: Seen,
  action: Button['action'],
  question: string,
  choices: readonly Choice[],
): Draft {
  const lines = choices.map(({ text }, index): Run[] => [
    { text: `${index + 1}. `, style: 'bold' },
    { text },
  ]);
  const buttons = choices.map(({ key }, index): Button => {
    const value = [seen.event.id, key, ...(seen.delivery ? [seen.delivery.id] : [])].join('.');
    return { label: String(index + 1), action, value };
  });
  const { id, version } = seen.event;
  const layout: Layout = {
    title: 'What is wrong with this item?',
    items: [
      {
        event: { id, version },
        blocks: [
          { kind: 'text', runs: [{ text: question, style: 'bold' }] },
          { kind: 'facts', label: '', lines },
          { kind: 'buttons', buttons },
        ],
      },
    ],
  };
  return { layout, events: [seen.event], canShare: false };
}

async function flagFact(
  parts: ReceptionParts,
  seen: Seen,
  key: string,
  asker: Asker,
): Promise<Draft> {
  const card = await cardOf(parts.store, parts.analyst, seen.event, isoNow(parts));
  const fact = card && factsOf(card).find((each) => each.key === key);
  if (!fact) return say('This fact is no longer shown.');
  const done = 'It is no longer shown to anyone, and what was posted is being changed';
  return settle(parts, asker, { ...reportOf(seen, asker), kind: 'wrong-fact', fact }, done);
}

async function flagStory(
  parts: ReceptionParts,
  seen: Seen,
  story: string,
  asker: Asker,
): Promise<Draft> {
  if (!seen.stories.some(({ id }) => id === story))
    return say('This story no longer stands in that item.');
  const done = 'The story now has an item of its own, for everyone and for good';
  return settle(parts, asker, { ...reportOf(seen, asker), kind: 'wrong-merge', story }, done);
}

async function flagSame(
  parts: ReceptionParts,
  seen: Seen,
  other: string,
  asker: Asker,
): Promise<Draft> {
  const from = await seenBy(parts, other, null);
  if (from === null) return say(GONE);
  if (from.event.id === seen.event.id) return say('These two are one item already.');
  const done = 'They are one item now: later stories of either join it';
  return settle(parts, asker, { ...reportOf(seen, asker), kind: 'same-event', other }, done);
}

async function flagRelevance(
  parts: ReceptionParts,
  seen: Seen,
  version: number,
  asker: Asker,
): Promise<Draft> {
  const topics = [...new Set((seen.item?.matches ?? []).map(({ topic }) => topic))];
  const report = { ...reportOf(seen, asker), kind: 'not-relevant', topics } as const;
  const known = Number.isInteger(version) && version > 0 ? { ...report, version } : report;
  await record(parts, known);
  const what = topics.length === 0 ? 'this channel' : `${topics.join(', ')} in this channel`;
  return say(
    `Noted as not relevant for ${what}. The item stays; whoever tends the topics sees the report.`,
  );
}

function reportOf({ event, edition, item }: Seen, { channel, person }: Asker) {
  return { event, version: item?.version ?? event.version, edition, channel, person };
}

/** Records it; an editor's own word is carried out at once, another's waits. */
async function settle(
  parts: ReceptionParts,
  asker: Asker,
  report: Report,
  done: string,
): Promise<Draft> {
  const verdict = await record(parts, report);
  if (isEditor(parts, asker)) {
    await decide(parts, verdict.id, 'confirmed', personOf(asker));
    const undo = report.kind === 'wrong-fact' ? ` /wire reject ${verdict.id} takes that back.` : '';
    return say(`${done}.${undo}`);
  }
  if (verdict.state === 'confirmed') return say(`${done}.`);
  if (verdict.state === 'rejected')
    return say('An editor has looked at this and left it as it is.');
  return say('Thank you: this is recorded. An editor will look at it.');
}

/** Asks which story of the event that words find, or an id names, does not belong. */
export async function split(parts: ReceptionParts, words: string, asker: Asker): Promise<Draft> {
  const story = await parts.store.story(words);
  if (story?.event) {
    const seen = await seenBy(parts, story.event, null);
    return seen ? flagStory(parts, seen, story.id, asker) : say(GONE);
  }
  for (const event of await eventsFor(parts, words)) {
    const seen = await seenBy(parts, event.id, null);
    if (seen && seen.stories.length > 1) return askWhichStory(seen);
  }
  return say(`No item with several stories is found for "${words.slice(0, 80)}".`);
}

/** Asks which of the events that words find are one; two ids are merged as they are named. */
export async function merge(parts: ReceptionParts, words: string, asker: Asker): Promise<Draft> {
  const [from = '', into = ''] = words.split(' ');
  const named = await seenBy(parts, into, null);
  if (named !== null && (await parts.store.event(from)) !== null)
    return flagSame(parts, named, from, asker);
  const found: Seen[] = [];
  for (const event of await eventsFor(parts, words)) {
    const seen = await seenBy(parts, event.id, null);
    if (seen && found.every((each) => each.event.id !== seen.event.id)) found.push(seen);
  }
  const [first, ...others] = found.slice(0, CHOICES_MAX);
  if (first === undefined || others.length === 0)
    return say(`Two items are needed: add words that find both. Found: ${found.length}.`);
  const title = `Which of these is the same as “${first.event.title}”?`;
  const choices = others.map(({ event }) => ({ key: event.id, text: event.title }));
  const draft = choiceDraft(first, 'merge', title.slice(0, LABEL_MAX * 4), choices);
  return { ...draft, events: found.map(({ event }) => event) };
}

async function eventsFor(parts: ReceptionParts, words: string): Promise<Event[]> {
  const event = await parts.store.event(words);
  if (event !== null) return [event];
  const topic = topicOf(parts, words);
  const at = isoNow(parts);
  return topic ? eventsOfTopic(parts.store, topic, at) : eventsOfWords(parts.store, words, at);
}
