/**
 * What a later story says of next steps that readers were shown already: moved, put off or called off.
 * The message that announced the step says so.
 */
import type { Card, NextStep } from '../news/card.ts';
import type { ChangedStep } from '../news/edition.ts';
import type { LayoutItem } from '../news/layout.ts';
import type { Take } from '../news/take.ts';
import { sentencesOf } from '../news/sentence.ts';
import { agendaOn } from './agenda.ts';
import { overlaps, type LaterSentence, type ToldBy } from './step-chain.ts';
import { changedBlocks, quoteOfLater, showTime } from './layout/agenda.ts';
import { fatesIn } from './step-fate.ts';
import { dayWhereLatest, isOver } from './step-when.ts';

/** A step as a message shows it, with who told it. */
export type ShownStep = ToldBy & { readonly step: NextStep };

/** What became of it. */
export type StepNews = {
  readonly shown: NextStep;
  readonly state: 'moved' | 'postponed' | 'cancelled';
  /** the step in the words that change it, with its new day if there is one */
  readonly step: NextStep;
  readonly change: LaterSentence;
};

/** Every cue that moves a thing or calls it off holds one of these (step-fate.ts); most copy holds none. */
const CHANGE_WORD =
  /cancel|call(?:s|ed) off|scrap|abandon|axed|shelved|(?:will|would) (?:not|no longer)|did not|(?:is|are) (?:now )?off\b|postpone|put (?:off|back)|push|delay|move[sd]|reschedul|brought forward|deferred|adjourned|(?:is|are|will) now/i;

/** Does the copy say of anything arranged that it is moved, put off or called off? */
export function changesSteps({ text, dateline, sentAt }: Take): boolean {
  if (!CHANGE_WORD.test(text)) return false;
  const day = dateline?.date ?? sentAt?.slice(0, 10) ?? '';
  return sentencesOf(text).some(
    ({ text: sentence }) =>
      CHANGE_WORD.test(sentence) &&
      fatesIn(sentence, day).some(({ what }) => what !== 'took place'),
  );
}

/**
 * What these later sentences say of each of the steps. The sentences are of the step's own storyline.
 * @param today YYYY-MM-DD: what lies behind is not told of any more
 */
export function stepNews(
  steps: readonly ShownStep[],
  sentences: readonly LaterSentence[],
  today: string,
): StepNews[] {
  return steps.flatMap((shown): StepNews[] => {
    const tellings = [{ ...shown, isCurrent: true, story: null }];
    const [entry] = agendaOn({ tellings, sentences, areOneStoryline: () => true, today });
    if (!entry?.change || entry.state === 'ahead' || entry.state === 'took place') return [];
    const { state, change } = entry;
    const { quote: text } = change.evidence;
    const when = state === 'moved' ? entry.step.when : null;
    const step = { ...entry.step, text, when, place: null, evidence: [change.evidence] };
    return [{ shown: shown.step, state, step, change }];
  });
}

/** `called off: “The talks were called off.” (Tarn Press, 16 Mar 2026)`: the news in one line. */
export function newsText({ state, shown, step, change }: StepNews): string {
  const isSameTime = step.when?.date === shown.when?.date;
  const what = {
    cancelled: 'called off',
    postponed: 'put off',
    moved: step.when === null || isSameTime ? 'moved' : `moved to ${showTime(step.when)}`,
  }[state];
  return `${what}: ${quoteOfLater(change)}`;
}

/** Names the news, so that it is told once: the same step with the same fate. */
export const newsSign = ({ shown, state, step }: StepNews): string =>
  [shown.text, state, step.when?.date ?? ''].join('\n');

const isOf = ({ shown }: StepNews, step: NextStep): boolean => shown.text === step.text;

/** News that is told in the same words, once: two tellings of a step may be moved by one sentence. */
export function toldOnce(news: readonly StepNews[]): StepNews[] {
  const alike = [...Map.groupBy(news, newsText).values()];
  return alike.flatMap((same) => same.find(({ shown }) => shown.when?.date) ?? same[0] ?? []);
}

/** The news of steps that a card still tells as they were. */
export const newsOfCard = ({ next }: Card, news: readonly StepNews[]): StepNews[] =>
  news.filter((each) => next.some((step) => isOf(each, step)));

const isTelling = ({ change, step: told }: StepNews, step: NextStep): boolean =>
  step.when?.date === told.when?.date &&
  step.evidence.some((each) => overlaps(each, change.evidence));

/** The card without the steps that the news tells: the sentence that moves a step may be read as one itself. */
export const withoutNews = (card: Card, news: readonly StepNews[]): Card => ({
  ...card,
  next: card.next.filter((step) => !news.some((each) => isTelling(each, step))),
});

/** The card with its next steps as the later story tells them; what was called off is none any more. */
export function withNews(card: Card, news: readonly StepNews[]): Card {
  const next = withoutNews(card, newsOfCard(card, news)).next.flatMap((step) => {
    const told = news.find((each) => isOf(each, step));
    if (told === undefined) return [step];
    return told.state === 'cancelled' ? [] : [told.step];
  });
  return { ...card, next: [...new Map(next.map((step) => [stepSign(step), step])).values()] };
}

/** The card without the steps whose day is over wherever it is read. @param at the instant (ISO) */
export function withoutOver(card: Card, at: string): Card {
  const today = dayWhereLatest(at);
  const next = card.next.filter(({ when }) => !isOver(when, today));
  return next.length === card.next.length ? card : { ...card, next };
}

/** Two steps of the same words at the same time are one. */
const stepSign = ({ text, when }: NextStep): string => [text, when?.date ?? ''].join('\n');

/** A card as a digest shows it, and the lines that stand beside it. */
export type SettledCard = { readonly card: Card; readonly changed: readonly ChangedStep[] };

/**
 * The card of an event with its next steps as they stand by now. What another event's story has changed
 * is left out of it: a line of that event tells it, so that a kill of either reaches what it told.
 */
export function settledCard(card: Card, news: readonly StepNews[], event: string): SettledCard {
  const bearing = newsOfCard(card, news);
  if (bearing.length === 0) return { card, changed: [] };
  const isOther = ({ change }: StepNews): boolean => change.event !== event;
  const others = bearing.filter(isOther);
  const next = card.next.filter((step) => !others.some((each) => isOf(each, step)));
  const own = bearing.filter((each) => !isOther(each));
  const changed = toldOnce(bearing).map((each): ChangedStep => {
    const { event: id, version, evidence } = each.change;
    return { event: id, version, text: newsText(each), announced: each.shown.text, evidence };
  });
  return { card: withNews({ ...card, next }, own), changed };
}

/**
 * What stands in the place of single sentences that tell steps; null when there is no news of any.
 * @param event the event as it stands
 */
export function sentencesWithNews(
  items: readonly LayoutItem[],
  news: readonly StepNews[],
  event: NonNullable<LayoutItem['event']>,
): LayoutItem | null {
  let isNew = false;
  const blocks = items.flatMap(({ sentence, blocks: own }) => {
    const told = news.find(({ shown }) => shown.evidence.some((each) => isAt(each, sentence)));
    if (told === undefined) return own;
    isNew = true;
    return changedBlocks({ text: newsText(told), announced: told.shown.text });
  });
  return isNew ? { event, blocks } : null;
}

const isAt = (one: LayoutItem['sentence'], other: LayoutItem['sentence']): boolean =>
  one !== undefined && one.take === other?.take && one.start === other.start;
