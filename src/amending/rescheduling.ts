/**
 * Next steps that were announced follow the copy of other events: a story that moves a step or calls it
 * off plans an edit of every message that told the step, in the transaction that files it.
 */
import { restsOnHidden } from '../editing/facts.ts';
import { dayIn } from '../editing/slots.ts';
import {
  changesSteps,
  settledCard,
  stepNews,
  withoutOver,
  type SettledCard,
  type ShownStep,
  type StepNews,
} from '../editing/step-news.ts';
import { doesFollow } from '../editing/storyline.ts';
import { wordsWorthFinding } from '../editing/words.ts';
import type { LaterSentence, ToldBy } from '../editing/step-chain.ts';
import { amendmentOf, type AmendmentPayload } from './amendment.ts';
import { changingIn, nearest, type Changing } from './changing.ts';
import { readableStories } from '../cards.ts';
import type { ReadableStory } from '../analysts/analyst.ts';
import type { Card, NextStep } from '../news/card.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import type { LayoutItem } from '../news/layout.ts';
import { sentencesOf } from '../news/sentence.ts';
import type { Story } from '../news/story.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { happeningOf } from '../filing/storylines.ts';
import type { Records, Store } from '../stores/store.ts';

/** Stories whose events may have announced the step, the nearest in words. */
const RECALL_LIMIT = 60;
const WORDS_MAX = 40;
/** Of the copy the headline and this much say what it is about (characters). */
const ABOUT_LENGTH = 600;
/** What was posted so long ago follows no more: the agenda reaches no further back. */
const FOLLOWED_MS = 30 * 86_400_000;
/** What may tell a next step. */
const TELLING: readonly Delivery['purpose'][] = ['edition', 'bulletin', 'share'];

/**
 * Plans an edit of every message that told a next step which this story changes, and of those that
 * were edited for what it said before.
 * @param event the event of the story
 */
export async function planStepEdits(
  records: Records,
  event: Event,
  story: Story,
  now: number,
): Promise<void> {
  const sign = [String(story.version), String(event.version)];
  for (const { original, event: shown } of await announcedBefore(records, story, event, now))
    await plan(records, { original, shown, story: story.id, by: event }, sign, now);
  for (const id of [event.id, ...(story.formerEvents ?? [])]) {
    const rows = (await records.deliveriesShowing(id)).filter(
      ({ payload }) => (payload as AmendmentPayload).story === story.id,
    );
    await planStepEditsAgain(records, rows, sign, now);
  }
}

/** Plans them again for those of these rows that tell the news of a step. */
export async function planStepEditsAgain(
  records: Records,
  rows: readonly Delivery[],
  sign: readonly string[],
  now: number,
): Promise<void> {
  for (const { purpose, payload, events } of rows) {
    const { change, amends, event, story } = payload as AmendmentPayload;
    const [by] = events;
    if (purpose !== 'amendment' || change !== 'step' || !by || story === null) continue;
    const original = await records.delivery(amends);
    const shown = await records.event(event);
    if (original !== null && shown !== null)
      await plan(records, { original, shown, story, by }, sign, now);
  }
}

/** Events looked at for what was said of steps while a message was composed; the newest. */
const MISSED_MAX = 200;

/** Plans what stories of this time (epoch ms) say of steps: the messages were not in the ledger then. */
export async function planMissedSteps(records: Records, since: number, now: number): Promise<void> {
  // what was filed in the same millisecond may have been filed before or after
  const [from, to] = [since - 1, now].map((time) => new Date(time).toISOString());
  if (from === undefined || to === undefined) return;
  for (const event of await records.eventsChanged({ from, to }, MISSED_MAX))
    for (const story of await records.stories(event.stories))
      if (story.changedAt >= from) await planStepEdits(records, event, story, now);
}

type Planned = {
  readonly original: Delivery;
  /** the event as the message shows it */
  readonly shown: Event;
  readonly story: string;
  /** the event of the story */
  readonly by: Pick<Event, 'id' | 'version'>;
};

async function plan(
  records: Records,
  { original, shown, story, by }: Planned,
  sign: readonly string[],
  now: number,
): Promise<void> {
  const facts = {
    event: shown.id,
    version: shown.version,
    change: 'step',
    story,
    note: null,
  } as const;
  const events = [{ id: by.id, version: by.version }];
  const amendment = amendmentOf(original, facts, ['step', story, ...sign], now, events);
  await records.addDeliveries([amendment]);
}

/** A message that may have told a step that a story changes, with the event that it told it of. */
type Announced = { readonly original: Delivery; readonly event: Event };

/** The messages that may have to tell what this story says of steps: the edit itself looks closer. */
async function announcedBefore(
  records: Records,
  story: Story,
  event: Event,
  now: number,
): Promise<Announced[]> {
  const { current } = story;
  if (current === null || !changesSteps(current)) return [];
  const about = `${current.headline} ${current.text.slice(0, ABOUT_LENGTH)}`;
  const found = await records.searchStories({
    words: [...new Set(wordsWorthFinding(about))].slice(0, WORDS_MAX),
    since: new Date(now - FOLLOWED_MS).toISOString(),
    limit: RECALL_LIMIT,
  });
  const ids = [...new Set([event.id, ...found.flatMap((each) => each.event ?? [])])];
  const announced: Announced[] = [];
  for (const each of await records.events(ids)) {
    const shown = (await records.deliveriesShowing(each.id)).filter(
      ({ purpose, createdAt }) => TELLING.includes(purpose) && now - createdAt <= FOLLOWED_MS,
    );
    if (shown.length > 0 && (await areOneStoryline(records, each, event)))
      announced.push(...shown.map((original) => ({ original, event: each })));
  }
  return announced;
}

async function areOneStoryline(records: Records, one: Event, other: Event): Promise<boolean> {
  if (one.id === other.id) return true;
  const [first, second] = [
    happeningOf(one, await records.stories(one.stories)),
    happeningOf(other, await records.stories(other.stories)),
  ];
  return doesFollow(first, second) || doesFollow(second, first);
}

/** Is this an edit planned for news of a step that its message shows of an event? */
export function isStepOf({ purpose, payload }: Delivery, event: string): boolean {
  const facts = payload as AmendmentPayload;
  return purpose === 'amendment' && facts.change === 'step' && facts.event === event;
}

/** Steps that a message shows of an event. */
export type ShownOf = {
  readonly event: Event;
  readonly edition: Edition | null;
  /** the steps of the card that it shows; none where it shows single sentences only */
  readonly next: readonly NextStep[];
  /** items that tell one sentence of the event */
  readonly sentences: readonly LayoutItem[];
  /** amendments of the message */
  readonly history: readonly Delivery[];
  /** the instant (ISO) */
  readonly at: string;
};

/** What the stories for which edits of this message were planned say now of the steps that it shows. */
export async function newsOfShown(store: Store, shown: ShownOf): Promise<StepNews[]> {
  const { event, edition, at } = shown;
  const ids = shown.history.flatMap((each) =>
    isStepOf(each, event.id) ? ((each.payload as AmendmentPayload).story ?? []) : [],
  );
  if (ids.length === 0) return [];
  const stories = readableStories(await store.stories([...new Set(ids)]), at);
  const sentences: LaterSentence[] = [];
  for (const story of stories) sentences.push(...(await sentencesOfStory(store, story)));
  const told = shown.sentences.flatMap(({ sentence }) =>
    sentence ? (todayStep(edition, sentence.take, sentence.start) ?? sentenceStep(sentence)) : [],
  );
  const steps = await tellersOf(store, event, [...shown.next, ...told]);
  return stepNews(steps, sentences, dayIn(edition?.zone ?? 'UTC', Date.parse(at)));
}

const todayStep = (edition: Edition | null, take: string, start: number): NextStep | undefined =>
  edition?.today
    ?.map(({ step }) => step)
    .find(({ evidence: [proof] }) => proof?.take === take && proof.start === start);

/** A list tells the sentence only: its day is read from the sentence that changes it. */
export const sentenceStep = (sentence: NonNullable<LayoutItem['sentence']>): NextStep => ({
  text: sentence.quote,
  place: null,
  when: null,
  firm: true,
  evidence: [sentence],
});

/** Stories that may tell more of the steps of a card, the nearest in words. */
const LATER_LIMIT = 30;

/** How news of steps is looked for. */
type Looking = {
  /** the stories that may tell it, where they are read already; else they are looked for */
  readonly among?: readonly Changing[];
  /** YYYY-MM-DD: what lies behind it is not told of any more; the day of the instant when left out */
  readonly today?: string;
};

/** What live stories, of this event or another of its storyline, say now of the steps of its card. */
export async function newsOfSteps(
  store: Store,
  event: Event,
  next: readonly NextStep[],
  at: string,
  { among, today = dayIn('UTC', Date.parse(at)) }: Looking = {},
): Promise<{ readonly news: readonly StepNews[]; readonly tellers: readonly Event[] }> {
  if (next.length === 0) return { news: [], tellers: [] };
  const about = [event.title, ...next.map(({ text }) => text)].join(' ');
  const words = [...new Set(wordsWorthFinding(about))].slice(0, WORDS_MAX);
  const search = { words, since: event.firstAt, limit: LATER_LIMIT };
  const telling = among
    ? nearest(among, words, event.firstAt)
    : (await changingIn(await store.searchStories(search), at)).map(({ story }) => story);
  const known = new Map<string, Event | null>();
  const sentences: LaterSentence[] = [];
  for (const story of telling) {
    const id = story.event ?? '';
    if (!known.has(id)) {
      const other = await store.event(id);
      known.set(id, other && (await areOneStoryline(store, other, event)) ? other : null);
    }
    if (known.get(id)) sentences.push(...(await sentencesOfStory(store, story)));
  }
  if (sentences.length === 0) return { news: [], tellers: [] };
  const steps = await tellersOf(store, event, next);
  const news = stepNews(steps, sentences, today);
  const told = new Set(news.map(({ change }) => change.event));
  return {
    news,
    tellers: [...known.values()].filter(
      (each): each is Event => each !== null && told.has(each.id),
    ),
  };
}

/**
 * The card of an event with its next steps as live stories tell them by now.
 * @param among the stories that may tell it, where they are read already; else they are looked for
 */
export async function settledCardOf(
  store: Store,
  event: Event,
  card: Card,
  at: string,
  among?: readonly Changing[],
): Promise<SettledCard> {
  const { news } = await newsOfSteps(store, event, card.next, at, among ? { among } : {});
  const settled = settledCard(card, news, event.id);
  return { ...settled, card: withoutOver(settled.card, at) };
}

/** Each step with the copy that told it. */
async function tellersOf(
  store: Store,
  { id, version, title, firstAt }: Event,
  steps: readonly NextStep[],
): Promise<ShownStep[]> {
  const ids = steps.flatMap(({ evidence }) => evidence.map(({ take }) => take));
  const takes = new Map((await store.takes([...new Set(ids)])).map((take) => [take.id, take]));
  return steps.map((step) => {
    const take = step.evidence.map((each) => takes.get(each.take)).find(Boolean);
    const sentAt = take?.sentAt ?? take?.dateline?.date ?? firstAt;
    const day = take?.dateline?.date ?? sentAt.slice(0, 10);
    return { event: id, version, title, provider: take?.provider ?? null, sentAt, day, step };
  });
}

async function sentencesOfStory(store: Store, story: ReadableStory): Promise<LaterSentence[]> {
  const found = story.event === null ? null : await store.event(story.event);
  if (found === null) return [];
  const { id, version, title, hidden = [] } = await standingEvent(store, found);
  const { id: take, text, headline, dateline } = story.current;
  const sentAt = story.current.sentAt ?? dateline?.date ?? story.changedAt;
  const day = dateline?.date ?? sentAt.slice(0, 10);
  const by: ToldBy = { event: id, version, title, provider: story.provider, sentAt, day };
  return sentencesOf(text).flatMap(({ start, end, text: quote }) => {
    const evidence = { take, start, end, quote };
    if (restsOnHidden([evidence], hidden)) return [];
    return [{ ...by, headline: headline ?? '', evidence }];
  });
}
