/** The agenda as the store has it: next steps of live stories with what later copy says of them. */
import type { ReadableStory } from '../analysts/analyst.ts';
import { onTopics, type AnsweringParts } from './answering.ts';
import { cardKey, cardOf, readableStories, withStories } from '../cards.ts';
import { agendaOn, type AgendaEntry } from '../editing/agenda.ts';
import type { LaterSentence, Telling, ToldBy } from '../editing/step-chain.ts';
import { restsOnHidden, withoutFacts } from '../editing/facts.ts';
import type { EventWithStories } from '../editing/select.ts';
import { dayIn } from '../editing/slots.ts';
import { dayWhereLatest } from '../editing/step-when.ts';
import { doesFollow, type Happening } from '../editing/storyline.ts';
import type { Card } from '../news/card.ts';
import type { TodayStep } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import { seemsToName } from '../news/plain-date.ts';
import { sentencesOf } from '../news/sentence.ts';
import type { Topic } from '../news/topic.ts';
import { happeningOf } from '../filing/storylines.ts';
import { inTurns } from '../turns.ts';

const DAYS = 30;
/** Events of the month that are looked at, the newest; and those whose steps are merged. */
const LOOKED_AT_MAX = 5_000;
const EVENTS_MAX = 500;
/** Older events that are looked at because their copy names a day to come, the newest. */
const AHEAD_MAX = 500;
/** Copy that is older than this tells of a step to come by its day: "on Friday" is over. */
const WEEK_MS = 7 * 86_400_000;
/** Copies of an event that are read for what became of steps, the newest. */
const COPIES_MAX = 8;
/** Earlier versions of an event that are looked at for the beginning of a step. */
const VERSIONS_BACK = 24;

/** Digests of a channel that may be of one day. */
const DIGESTS_A_DAY = 48;
/** Steps that one digest announces. */
const TODAY_MAX = 10;

type AgendaScope = {
  /** null for all */
  readonly topics: readonly Topic[] | null;
  /** the day from which on steps are ahead (YYYY-MM-DD); the day of `at` in UTC when absent */
  readonly today?: string;
  /** cards that are not kept are left unmade */
  readonly keptOnly?: boolean;
  /** only steps of `today` are wanted: only copy that seems to name the day is read for them */
  readonly dueToday?: boolean;
};

/** From when on (ISO) events are recent at an instant. */
export const recentFrom = (at: string): string =>
  new Date(Date.parse(at) - DAYS * 86_400_000).toISOString();

/**
 * The events of the last month and older ones whose copy names a day still to come, those that changed
 * last first; a busier month keeps its newest.
 */
export async function recentEvents(
  store: AnsweringParts['store'],
  at: string,
): Promise<EventWithStories[]> {
  const from = recentFrom(at);
  const recent = await store.eventsChanged({ from, to: at }, LOOKED_AT_MAX);
  const older = await store.eventsAhead(dayWhereLatest(at), from, AHEAD_MAX);
  return withStories(store, [...recent, ...older]);
}

/**
 * The next steps that stories of the last month tell of, and older ones of days to come. A killed or held
 * story's steps are gone with it, and so is what it said of the steps of others.
 * @param recent `recentEvents` of this instant, where they are read already
 */
export async function readAgenda(
  parts: AnsweringParts,
  scope: AgendaScope,
  at: string,
  recent?: readonly EventWithStories[],
): Promise<AgendaEntry[]> {
  const { topics, today = at.slice(0, 10), keptOnly = false, dueToday = false } = scope;
  const all = recent ?? (await recentEvents(parts.store, at));
  const live = new Map(
    all.flatMap(({ event, stories }) => {
      const readable = readableStories(stories, at);
      return readable.length === 0 ? [] : [[event.id, { event, stories: readable }] as const];
    }),
  );
  const near = dueToday
    ? [...live.values()].filter(({ stories }) =>
        stories.some(({ current }) => seemsToName(current.text, today)),
      )
    : all;
  const matched = topics === null ? near : await onTopics(near, topics, at);
  const asked = likeliest(matched, today, at).slice(0, EVENTS_MAX);
  const tellings: Telling[] = [];
  for (const { event, stories } of asked)
    tellings.push(...(await tellingsOf(parts, { event, stories }, { at, keptOnly })));
  if (dueToday && !tellings.some(({ step }) => step.when?.date === today)) return [];
  const tellers = tellings.length === 0 ? [] : laterCopy(asked, [...live.values()]);
  return agendaOn({
    tellings,
    sentences: await inTurns(tellers, (some) => some.flatMap(sentencesIn)),
    areOneStoryline: storylinesOf(live),
    today,
  });
}

/** The events in their order, but those that may tell of a step to come before the others. */
function likeliest(
  events: readonly EventWithStories[],
  today: string,
  at: string,
): EventWithStories[] {
  const since = Date.parse(at) - WEEK_MS;
  const mayTell = ({ event: { ahead = '', changedAt } }: EventWithStories): boolean =>
    ahead >= today || Date.parse(changedAt) > since;
  return [...events.filter(mayTell), ...events.filter((each) => !mayTell(each))];
}

/** What may tell of the steps of these events: they themselves, and the newest copy of any. */
function laterCopy(
  asked: readonly EventWithStories[],
  live: readonly EventWithStories[],
): EventWithStories[] {
  const own = new Set(asked.map(({ event }) => event.id));
  return live.filter(({ event }, at) => at < EVENTS_MAX || own.has(event.id));
}

/**
 * Firm steps of these topics that are due on the day of an instant (ISO) in a zone: the same for every
 * channel with these topics and this zone. Cards beyond those that are kept are made only by rules,
 * and only of copy that seems to name the day.
 */
export async function stepsDueToday(
  parts: AnsweringParts,
  { topics, zone }: { readonly topics: readonly Topic[]; readonly zone: string },
  at: string,
  recent?: readonly EventWithStories[],
): Promise<AgendaEntry[]> {
  if (topics.length === 0) return [];
  const today = dayIn(zone, Date.parse(at));
  const keptOnly = parts.analyst.standing !== undefined;
  const scope = { topics, today, keptOnly, dueToday: true };
  const entries = await readAgenda(parts, scope, at, recent);
  return entries.filter(
    ({ step, state }) =>
      step.firm &&
      (state === 'ahead' || state === 'moved') &&
      step.when?.grain === 'day' &&
      step.when.date === today,
  );
}

/** What a digest announces of the steps that are due: those that none of the same day has announced. */
export async function notYetAnnounced(
  store: AnsweringParts['store'],
  due: readonly AgendaEntry[],
  { channel, zone }: { readonly channel: string; readonly zone: string },
  at: string,
): Promise<TodayStep[]> {
  if (due.length === 0) return [];
  const today = dayIn(zone, Date.parse(at));
  const earlier = await store.editionsOf(channel, DIGESTS_A_DAY);
  const announced = new Set(
    earlier.flatMap(({ composedAt, today: steps = [] }) =>
      dayIn(zone, Date.parse(composedAt)) === today ? steps.map(({ id }) => id) : [],
    ),
  );
  return due
    .filter(({ id }) => !announced.has(id))
    .slice(0, TODAY_MAX)
    .map(({ id, event, version, provider, sentAt, step }) => {
      return { id, event, version, provider, sentAt, step };
    });
}

/** The steps of an event's card, and of its earlier cards where the story of them is still live. */
async function tellingsOf(
  { store, analyst }: AnsweringParts,
  { event, stories }: EventWithStories,
  { at, keptOnly }: { readonly at: string; readonly keptOnly: boolean },
): Promise<Telling[]> {
  const key = cardKey(analyst);
  const readable = readableStories(stories, at);
  const kept = async (version: number): Promise<Card | null> => {
    const card = await store.card(event.id, version, key);
    return card && withoutFacts(card, event.hidden ?? []);
  };
  const isMade = !keptOnly || readable.length === 0;
  const current = await (isMade ? cardOf(store, analyst, event, at) : kept(event.version));
  if (current === null) return [];
  const tellers = tellersOf(event, readable);
  const from = (card: Card, isCurrent: boolean): Telling[] =>
    card.next.flatMap((step) => {
      const teller = step.evidence.map(({ take }) => tellers.get(take)).find(Boolean);
      if (teller) return [{ ...teller, step, isCurrent }];
      return isCurrent ? [{ ...unnamed(event), story: null, step, isCurrent }] : [];
    });
  const earlier: Telling[] = [];
  const oldest = Math.max(1, event.version - VERSIONS_BACK);
  for (let version = oldest; version < event.version; version += 1) {
    const card = await kept(version);
    if (card) earlier.push(...from(card, false));
  }
  return [...earlier, ...from(current, true)];
}

/** A step whose copy is not stored any more is told by the event alone. */
const unnamed = ({ id, version, title, lastAt }: Event): ToldBy => ({
  event: id,
  version,
  title,
  provider: null,
  sentAt: lastAt,
  day: lastAt.slice(0, 10),
});

type Teller = ToldBy & Pick<Telling, 'story'>;

/** Who tells what stands in a take, for each take of the live stories. */
function tellersOf(event: Event, stories: readonly ReadableStory[]): Map<string, Teller> {
  const tellers = new Map<string, Teller>();
  for (const { id: story, provider, takes, current } of stories) {
    const by = { ...unnamed(event), provider, story };
    for (const { id, at } of takes) tellers.set(id, { ...by, sentAt: at, day: at.slice(0, 10) });
    const sentAt = current.sentAt ?? current.dateline?.date ?? event.lastAt;
    const day = current.dateline?.date ?? sentAt.slice(0, 10);
    tellers.set(current.id, { ...by, sentAt, day });
  }
  return tellers;
}

/** The sentences of an event's newest copies, but for those that an editor has taken out. */
function sentencesIn({ event, stories }: EventWithStories): LaterSentence[] {
  const readable = stories.filter((story): story is ReadableStory => story.current !== null);
  const tellers = tellersOf(event, readable);
  return readable.slice(0, COPIES_MAX).flatMap(({ current: { id: take, text, headline } }) =>
    sentencesOf(text).flatMap(({ start, end, text: quote }): LaterSentence[] => {
      const evidence = { take, start, end, quote };
      if (restsOnHidden([evidence], event.hidden ?? [])) return [];
      return [{ ...(tellers.get(take) ?? unnamed(event)), headline: headline ?? '', evidence }];
    }),
  );
}

/** Do two of these events belong to one storyline? Worked out when it is asked, once. */
function storylinesOf(live: ReadonlyMap<string, EventWithStories>) {
  const happenings = new Map<string, Happening>();
  const known = new Map<string, Map<string, boolean>>();
  const happening = (id: string): Happening | null => {
    const found = happenings.get(id);
    const event = live.get(id);
    if (found || !event) return found ?? null;
    const made = happeningOf(event.event, event.stories);
    happenings.set(id, made);
    return made;
  };
  return (one: string, other: string): boolean => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const beside = known.get(low) ?? new Map<string, boolean>();
    known.set(low, beside);
    const before = beside.get(high);
    if (before !== undefined) return before;
    const [first, second] = [happening(one), happening(other)];
    const are = !!first && !!second && (doesFollow(first, second) || doesFollow(second, first));
    beside.set(high, are);
    return are;
  };
}
