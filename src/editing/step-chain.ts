/** One step on its way: told, told again, moved, called off, taken place. */
import type { Evidence, NextStep, When } from '../news/card.ts';
import { fatesIn, type Fate } from './step-fate.ts';
import { matterOf, type Matter } from './step-matter.ts';
import { givesDay, isByHours, namesOldDay, newTimeIn, saysOtherTime } from './step-time.ts';
import { dayOf, isWithin } from './step-when.ts';

/** Who said it: the event as it stands, and the copy. */
export type ToldBy = {
  readonly event: string;
  readonly version: number;
  readonly title: string;
  readonly provider: string | null;
  /** the wire's time of the copy (ISO), and the day it gives itself (YYYY-MM-DD) */
  readonly sentAt: string;
  readonly day: string;
};

/** A next step as one copy tells it. */
export type Telling = ToldBy & {
  readonly step: NextStep;
  /** false when newer copy of the same story has taken its place: it counts only as the beginning */
  readonly isCurrent: boolean;
  /** the story that tells it; null when its copy is not stored any more */
  readonly story: string | null;
};

/** A sentence of live copy that may tell what became of a step. */
export type LaterSentence = ToldBy & {
  readonly evidence: Evidence;
  /** headline of the copy: it names what the sentence leaves out */
  readonly headline: string;
};

export type StepState = 'ahead' | 'moved' | 'postponed' | 'cancelled' | 'took place';

/** One step on its way: from its first telling to its newest. */
export type Chain = {
  readonly first: Telling;
  readonly words: Set<string>;
  readonly matter: Matter;
  readonly events: Set<string>;
  newest: Telling;
  isCurrent: boolean;
  when: When | null;
  /** the time that was known before the newest telling */
  before: When | null;
  /** live stories give different times, and none says that it was moved */
  isDisputed: boolean;
  state: StepState;
  change: LaterSentence | null;
  sequence: number;
  isAbsorbed: boolean;
};

/** A sentence that tells what became of a thing. */
export type Told = LaterSentence & { readonly fate: Fate; readonly matter: Matter };

/** A step that is told for the first time. @param words of it that tell */
export function newChain(telling: Telling, words: Set<string>): Chain {
  const { step, event, isCurrent } = telling;
  return {
    first: telling,
    words,
    matter: matterOf(step.text, telling.title),
    events: new Set([event]),
    newest: telling,
    isCurrent,
    when: step.when,
    before: null,
    isDisputed: false,
    state: 'ahead',
    change: null,
    sequence: 0,
    isAbsorbed: false,
  };
}

/** Takes in another telling of the step, by the same copy or by newer. */
export function tellAgain(chain: Chain, telling: Telling, words: ReadonlySet<string>): void {
  const { step, event, isCurrent, story } = telling;
  const wasCurrent = chain.isCurrent && chain.newest.isCurrent;
  chain.events.add(event);
  for (const word of words) chain.words.add(word);
  chain.isCurrent ||= isCurrent;
  if (!isCurrent) return;
  const isMoved = saysMoved(telling);
  const isSame = dayOf(step.when) === dayOf(chain.when);
  // "in May" and "on May 10" are one time; the finer one is told while its copy stands
  if (wasCurrent && !isSame && !isMoved && isWithin(chain.when, step.when)) return;
  if (dayOf(chain.when) !== null && !isSame && (isMoved || !isWithin(step.when, chain.when))) {
    if (isMoved) chain.state = 'moved';
    chain.isDisputed = !isMoved && wasCurrent && chain.newest.story !== story;
    chain.before = chain.when;
    chain.sequence += 1;
  }
  chain.newest = telling;
  chain.when = step.when;
}

function saysMoved({ step: { text, evidence }, day }: Telling): boolean {
  const quote = evidence[0]?.quote ?? text;
  return namesOldDay(quote) || fatesIn(quote, day).some(({ what }) => what === 'moved');
}

/** Takes in what became of the step. @param chains all of the agenda: the sentence may stand among them as a step of its own */
export function apply(chain: Chain, told: Told, chains: readonly Chain[]): void {
  const { fate } = told;
  if (fate.what === 'moved') {
    if (!move(chain, told, chains)) return;
  } else {
    if (chain.state === fate.what) return;
    chain.state = fate.what;
    chain.sequence += 1;
  }
  chain.change = told;
  chain.events.add(told.event);
}

/** Moves a step as a sentence has it; false where it tells nothing new of its time. */
function move(chain: Chain, told: Told, chains: readonly Chain[]): boolean {
  const { evidence, fate, day } = told;
  const { quote } = evidence;
  const isIn = ({ step }: Telling): boolean =>
    step.evidence.some((proof) => overlaps(proof, evidence));
  const isTelling = (each: Chain): boolean => isIn(each.newest);
  const isOwn = isTelling(chain) && chain.before !== null;
  const known = { old: isOwn ? chain.before : chain.when, told: day };
  if (givesDay(quote, fate.cueEnd, known)) {
    chain.change ??= told;
    return false;
  }
  const again = chains.find((each) => each !== chain && isTelling(each));
  const given = again?.newest.step.when ?? (isOwn ? chain.when : null);
  const isGiven = dayOf(given) !== null && dayOf(given) !== dayOf(known.old);
  const found = isGiven ? given : newTimeIn(quote, fate.cueEnd, known);
  if (found === null && isByHours(quote, fate.cueEnd)) return false;
  const isPutOff = found === null && saysOtherTime(quote, fate.cueEnd);
  const when = found ?? (isPutOff ? null : known.old);
  if (!isOwn || dayOf(when) !== dayOf(chain.when)) chain.sequence += 1;
  chain.when = when;
  chain.state = isPutOff ? 'postponed' : 'moved';
  chain.isDisputed = false;
  // what was told before this sentence is a step of its own, moved by it like this one
  if (again && isIn(again.first)) again.isAbsorbed = true;
  return true;
}

/** Do two pieces of evidence share a stretch of one take? */
export const overlaps = (one: Evidence, other: Evidence): boolean =>
  one.take === other.take && one.start < other.end && other.start < one.end;
