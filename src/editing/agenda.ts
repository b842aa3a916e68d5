/**
 * The agenda: next steps of a storyline told once each, kept up to date by later copy, what is over
 * left out, in order of date.
 */
import type { NextStep, When } from '../news/card.ts';
import { fingerprint } from '../news/identity.ts';
import {
  apply,
  newChain,
  tellAgain,
  type Chain,
  type LaterSentence,
  type StepState,
  type Telling,
  type Told,
  type ToldBy,
} from './step-chain.ts';
import { fatesIn } from './step-fate.ts';
import { fitsOrdinal, matterOf } from './step-matter.ts';
import { dayOf, isOver, isWithin } from './step-when.ts';
import { tellingWords } from './words.ts';

/** A step of the agenda, as its newest telling has it. */
export type AgendaEntry = ToldBy & {
  /** stays the same when the step is moved or called off */
  readonly id: string;
  readonly step: NextStep;
  readonly state: StepState;
  /** the time that was given first, when another was given since */
  readonly first: When | null;
  /** the sentence that moved it, called it off or tells that it took place */
  readonly change: LaterSentence | null;
  /** how often it was changed: the SEQUENCE of its calendar entry */
  readonly sequence: number;
  /** every event that tells of it */
  readonly events: readonly string[];
};

export type AgendaRequest = {
  readonly tellings: readonly Telling[];
  readonly sentences: readonly LaterSentence[];
  /** do two events belong to one storyline? asked only of those that tell of like things */
  readonly areOneStoryline: (one: string, other: string) => boolean;
  /** YYYY-MM-DD */
  readonly today: string;
};

/** Two steps with this share of their words in common are one ... */
const ALIKE_SHARE = 0.6;
/** ... and with one date or place in common, this much is enough. */
const ALIKE_SHARE_SAME_FRAME = 0.35;
/** Tellings compared with each other at most: merging is quadratic. */
const TELLINGS_MAX = 1_000;
const FATES_MAX = 2_000;
/** Words beside the sort of thing that a step and a later sentence must share. */
const SHARED_WORDS_MIN = 2;
/** What took place or was called off is told for so long. */
const TOLD_DAYS = 7;
/** A thing that "took place" so long after its day was another one. */
const LATE_DAYS = 10;

/**
 * The steps of an agenda on a day, each once, dated ones first. A step without a date stays until its
 * event is old; a step in the past is none, but what took place is told for a week.
 */
export function agendaOn(request: AgendaRequest): AgendaEntry[] {
  const chains = chainsOf(request);
  for (const fate of readFates(request.sentences))
    for (const chain of chains) if (bearsOn(chain, fate, request)) apply(chain, fate, chains);
  absorbMovedTogether(chains);
  const order = ({ step }: AgendaEntry): string => `${step.when?.date ?? '9999'}~`;
  return chains
    .filter((chain) => !chain.isAbsorbed && (chain.change !== null || chain.isCurrent))
    .map(entryOf)
    .filter((entry) => isTold(entry, request.today))
    .toSorted((a, b) => compare(order(a), order(b)) || a.title.localeCompare(b.title));
}

/** Two tellings of one step, with a day and without, that one sentence moves to one day: told once. */
function absorbMovedTogether(chains: readonly Chain[]): void {
  const moved = chains.filter(
    ({ state, when, isAbsorbed }) => state === 'moved' && dayOf(when) !== null && !isAbsorbed,
  );
  const together = Map.groupBy(moved, ({ change, when }) =>
    [change?.evidence.take, change?.evidence.start, dayOf(when)].join(' '),
  );
  for (const same of together.values()) {
    const told = same.find(({ first }) => dayOf(first.step.when) !== null) ?? same[0];
    if (!told?.change) continue;
    for (const other of same) {
      if (other === told) continue;
      other.isAbsorbed = true;
      for (const event of other.events) told.events.add(event);
    }
  }
}

function chainsOf({ tellings, areOneStoryline, today }: AgendaRequest): Chain[] {
  const oldestFirst = tellings
    .toSorted((a, b) => byTime(a, b) || a.step.text.localeCompare(b.step.text))
    .slice(-TELLINGS_MAX);
  const chains: Chain[] = [];
  for (const telling of oldestFirst) {
    const words = new Set(tellingWords(telling.step.text));
    const chain = chains.find(
      (each) =>
        areOne(each.newest.step, each.words, telling.step, words) &&
        !isOver(each.when, telling.day < today ? telling.day : today) &&
        isRelated(each, telling.event, areOneStoryline),
    );
    if (chain) tellAgain(chain, telling, words);
    else chains.push(newChain(telling, words));
  }
  return chains;
}

/** Sentences that tell what became of something, oldest first. */
function readFates(sentences: readonly LaterSentence[]): Told[] {
  const told = sentences.flatMap((sentence) =>
    fatesIn(sentence.evidence.quote, sentence.day).map((fate) => ({
      ...sentence,
      fate,
      matter: matterOf(sentence.evidence.quote, sentence.headline),
    })),
  );
  return told.toSorted(byTime).slice(-FATES_MAX);
}

/** Does the sentence tell what became of this step, and of no other of its sort? */
function bearsOn(chain: Chain, told: Told, { areOneStoryline }: AgendaRequest): boolean {
  const { fate, matter, evidence } = told;
  if (chain.isAbsorbed || chain.state === 'took place') return false;
  const ordinal = chain.matter.kinds.get(fate.kind);
  if (ordinal === undefined || !fitsOrdinal(ordinal, fate.ordinal)) return false;
  if (Date.parse(told.sentAt) <= Date.parse(chain.first.sentAt)) return false;
  const { place } = chain.first.step;
  const isSame = ordinal !== null && ordinal === fate.ordinal;
  const isThere = place !== null && `${told.headline} ${evidence.quote}`.includes(place);
  const shared = chain.matter.words.intersection(matter.words).size;
  const isSameEvent = chain.events.has(told.event);
  if (!isSame && !isThere && !isSameEvent && shared < SHARED_WORDS_MIN) return false;
  if (fate.what === 'took place' && !canHaveBeen(chain, told, isSame || isThere)) return false;
  return isRelated(chain, told.event, areOneStoryline);
}

/** Was it time for it? Of a step without a day the copy must say which one it means. */
function canHaveBeen({ when, first }: Chain, { day }: Told, isNamed: boolean): boolean {
  const date = when?.date ?? null;
  if (date === null) return isNamed && day > first.day;
  if (day.slice(0, date.length) < date) return false;
  if (when?.grain !== 'day') return day > first.day;
  return day <= Temporal.PlainDate.from(date).add({ days: LATE_DAYS }).toString();
}

function isRelated(
  chain: Chain,
  event: string,
  areOneStoryline: AgendaRequest['areOneStoryline'],
): boolean {
  return chain.events.has(event) || [...chain.events].some((each) => areOneStoryline(each, event));
}

function entryOf(chain: Chain): AgendaEntry {
  const { first, newest, when, state, change, sequence, events, isDisputed } = chain;
  const isMoved = state === 'moved' || state === 'postponed';
  // a step that was moved is told in the words that moved it
  const teller = isMoved && change ? change : newest;
  const { event, version, title, provider, sentAt, day } = teller;
  const words =
    teller === change ? { text: change.evidence.quote, evidence: [change.evidence] } : {};
  // "moved from Gravena to Tarsk": the place that was told is none any more
  const isElsewhere = isMoved && dayOf(when) === dayOf(first.step.when);
  const place = isElsewhere && change ? null : newest.step.place;
  const isOther = dayOf(first.step.when) !== null && !isWithin(when, first.step.when);
  return {
    id: fingerprint('agenda', first.event, first.step.text),
    ...{ event, version, title, provider, sentAt, day },
    step: { ...newest.step, ...words, place, when, firm: newest.step.firm && !isDisputed },
    state,
    first: isOther && (isMoved || state === 'ahead') ? first.step.when : null,
    change,
    sequence,
    events: [...events],
  };
}

function isTold({ state, step, change }: AgendaEntry, today: string): boolean {
  const isRecent =
    change !== null &&
    Temporal.PlainDate.from(change.day).add({ days: TOLD_DAYS }).toString() >= today;
  if (state === 'took place') return isRecent;
  return !isOver(step.when, today) && (state !== 'cancelled' || step.when !== null || isRecent);
}

const byTime = (a: ToldBy, b: ToldBy): number =>
  Date.parse(a.sentAt) - Date.parse(b.sentAt) || a.event.localeCompare(b.event);

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);

function areOne(
  first: NextStep,
  firstWords: ReadonlySet<string>,
  second: NextStep,
  secondWords: ReadonlySet<string>,
): boolean {
  const smaller = Math.min(firstWords.size, secondWords.size);
  if (smaller === 0) return false;
  const share = firstWords.intersection(secondWords).size / smaller;
  const day = first.when?.date ?? null;
  const isSameDay = day !== null && day === second.when?.date;
  const isSamePlace = first.place !== null && first.place === second.place;
  return share >= (isSameDay || isSamePlace ? ALIKE_SHARE_SAME_FRAME : ALIKE_SHARE);
}
