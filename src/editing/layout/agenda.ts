/** Next steps as a layout: an item for each, of the event that tells it, so that a kill finds it. */
import type { NextStep, When } from '../../news/card.ts';
import type { ChangedStep, TodayStep } from '../../news/edition.ts';
import type { Block, LayoutItem, Run } from '../../news/layout.ts';
import type { AgendaEntry } from '../agenda.ts';
import type { LaterSentence } from '../step-chain.ts';
import { showDay, showSent } from '../slots.ts';

/** Longest sentence that is shown as evidence; a longer one ends in "…". */
const QUOTE_LENGTH_MAX = 300;

/** The day of a step, or its time as the copy states it. */
export function whenOfStep({ step }: Pick<AgendaEntry, 'step'>): string {
  return step.when === null ? 'no date given' : showTime(step.when);
}

/** A day or month by its numbers, a week by its Monday; a season in the words of the copy. */
export function showTime({ text, date, grain }: When): string {
  if (date === null) return text;
  if (grain === 'week') return `week of ${date}`;
  if (grain === 'season') return text.includes(date.slice(0, 4)) ? text : `${text} (${date})`;
  return date;
}

/** What later copy says of a step, in one line with its source; null when it says nothing new. */
export function newsOfStep({ state, first, change }: AgendaEntry): string | null {
  const before = first === null ? '' : `, first given as ${showTime(first)}`;
  if (state === 'ahead') return first === null ? null : `First given as ${showTime(first)}`;
  if (state === 'moved' || state === 'postponed')
    return `${state === 'moved' ? 'Moved' : 'Put off, no new day given'}${before}`;
  const isOff = state === 'cancelled';
  // "did not take place" does not say that anybody called it off
  const isUnheld = isOff && /\bdid not\b/i.test(change?.evidence.quote ?? '');
  const what = isUnheld ? 'Did not take place' : isOff ? 'Called off' : 'Took place';
  return `${what}${change ? `: ${quoteOfLater(change)}` : ''}`;
}

/** The words of a later sentence with who says it and when it was sent. */
export function quoteOfLater({ evidence, provider, sentAt }: LaterSentence): string {
  const { quote } = evidence;
  const words = quote.length > QUOTE_LENGTH_MAX ? `${quote.slice(0, QUOTE_LENGTH_MAX)}…` : quote;
  return `“${words}” (${[provider, showDay(sentAt)].filter(Boolean).join(', ')})`;
}

function stepRuns(when: string, { text, place, firm }: NextStep): Run[] {
  const tail = `${place === null ? '' : ` [${place}]`}${firm ? '' : ' (not firm)'}`;
  return [{ text: when, style: 'bold' }, { text: ` ${text}${tail}` }];
}

/** An entry of the agenda; what was said later is an item of the event that says it. */
export function entryItems(entry: AgendaEntry): LayoutItem[] {
  const { event, version, title, step, change } = entry;
  const blocks: Block[] = [
    { kind: 'text', runs: stepRuns(whenOfStep(entry), step) },
    // "It has two months to do so" says nothing without what it is about
    { kind: 'note', runs: [{ text: title }] },
  ];
  const sentence = step.evidence[0];
  const of = (id: string, at: number, own: Block[], proof = sentence): LayoutItem => ({
    event: { id, version: at },
    ...(proof && { sentence: proof }),
    blocks: own,
  });
  const text = newsOfStep(entry);
  if (text === null) return [of(event, version, blocks)];
  const news: Block = { kind: 'note', runs: [{ text }] };
  // the sentence may go while the step stands: it is an item of its own
  if (change === null || change.evidence === sentence)
    return [of(event, version, [...blocks, news])];
  return [of(event, version, blocks), of(change.event, change.version, [news], change.evidence)];
}

const updateLine = (text: string): Block => ({
  kind: 'text',
  runs: [{ text: 'Update: ', style: 'bold' }, { text }],
});
const announcedLine = (announced: string): Block => ({
  kind: 'note',
  runs: [{ text: `Announced as: ${announced}` }],
});

/** The lines that stand where a step was announced that later copy has changed. */
export function changedBlocks({
  text,
  announced,
}: Pick<ChangedStep, 'text' | 'announced'>): Block[] {
  return [updateLine(text), announcedLine(announced)];
}

/**
 * The item of a digest, and its steps that later copy has changed, each an item of the event that tells
 * it. How another event's step was announced stands in the item that announced it, so that a kill of
 * either takes its own words along.
 */
export function withChanged(item: LayoutItem, steps: readonly ChangedStep[]): LayoutItem[] {
  const isOwn = ({ event }: ChangedStep): boolean => event === item.event?.id;
  const announced = steps
    .filter((step) => !isOwn(step))
    .map((step) => announcedLine(step.announced));
  const changed = steps.map((step) => ({
    event: { id: step.event, version: step.version },
    sentence: step.evidence,
    blocks: isOwn(step) ? changedBlocks(step) : [updateLine(step.text)],
  }));
  // an item that nothing is added to stays the same one: it is measured once for all channels
  const own = announced.length === 0 ? item : { ...item, blocks: [...item.blocks, ...announced] };
  return [own, ...changed];
}

/** What is due on the day of a digest; every line says so, so that each can stand alone. */
export function todayItems(steps: readonly TodayStep[], zone: string): LayoutItem[] {
  return steps.map(({ event, version, provider, sentAt, step }) => {
    const [sentence] = step.evidence;
    const source = [provider, showSent(sentAt, zone)].filter(Boolean).join(', ');
    return {
      event: { id: event, version },
      ...(sentence && { sentence }),
      blocks: [
        { kind: 'text', runs: stepRuns('Today:', step) },
        { kind: 'note', runs: [{ text: quoteUnlessShown(step, source) }] },
      ],
    };
  });
}

function quoteUnlessShown({ text, evidence }: NextStep, source: string): string {
  const quote = evidence[0]?.quote.replace(/\s+/g, ' ') ?? '';
  return quote === '' || quote === text
    ? source
    : `“${quote.slice(0, QUOTE_LENGTH_MAX)}” ${source}`;
}
