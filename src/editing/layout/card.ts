/** A card as a layout: short in a digest, in full on demand. Both show the same facts in one order. */
import type { Card, Evidence, NextStep, Person, Proven, When } from '../../news/card.ts';
import type { Block, Button, LayoutItem, Run } from '../../news/layout.ts';
import { differenceLabel, namesOf, sidesText } from '../../news/point.ts';
import { showDay } from '../slots.ts';

/** Lines of each section in a digest; the rest opens on demand. */
const BRIEF_LINES = { who: 3, outcome: 1, open: 1, next: 2, conflicts: 2 } as const;

/** Longest quotation shown under a fact; a longer one ends in "…" and stands whole in the JSON. */
const QUOTE_LENGTH_MAX = 300;

type EventReference = { readonly id: string; readonly version: number };

function personRuns(person: Person): Run[] {
  const role = [person.role, person.organisation].filter(Boolean).join(', ');
  const name: Run = { text: person.name, style: 'bold' };
  return role === '' ? [name] : [name, { text: `, ${role}` }];
}

function whenText(when: When): string {
  if (when.date === null || when.date === when.text) return when.text;
  const prefix = when.grain === 'week' ? 'week of ' : '';
  return `${when.text} (${prefix}${when.date})`;
}

function stepRuns(step: NextStep): Run[] {
  const facts = [step.when === null ? null : whenText(step.when), step.place].filter(Boolean);
  const tail = facts.length === 0 ? '' : ` [${facts.join(', ')}]`;
  return [
    { text: step.text },
    { text: `${tail}${step.firm ? '' : ' (not firm)'}`, style: 'italic' },
    ...countRuns(step),
  ];
}

function sourceRuns(card: Card): Run[] {
  const runs: Run[] = [{ text: 'Sources: ' }];
  card.sources.forEach((source, index) => {
    if (index > 0) runs.push({ text: ' · ' });
    const name = source.provider ?? source.headline ?? 'unnamed';
    const day = source.sentAt?.slice(0, 10);
    const text = day ? `${name} ${day}` : name;
    runs.push(source.href ? { text, href: source.href } : { text });
  });
  return runs;
}

function originText(card: Card): string {
  const { analyst, model, dropped, note } = card.origin;
  const who = analyst === 'offline' ? 'offline rules' : (model ?? analyst);
  const parts = [`Read by ${who}`];
  if (dropped > 0) parts.push(`${dropped} unproven left out`);
  if (note) parts.push(note);
  return parts.join(' · ');
}

function facts(label: string, lines: Run[][]): Block[] {
  return lines.length === 0 ? [] : [{ kind: 'facts', label, lines }];
}

/** The first block of every item that shows a card: by it such an item is told from an answer. */
export function titleBlock(card: Card): Block {
  const href = card.sources.find((source) => source.href !== null)?.href;
  const title: Run = { text: card.title, style: 'bold' };
  return { kind: 'text', runs: [href ? { ...title, href } : title] };
}

function summaryBlocks(card: Card): Block[] {
  const text = card.summary.map((sentence) => sentence.text).join(' ');
  return text === '' ? [] : [{ kind: 'text', runs: [{ text }] }];
}

/** How many independent sources tell a line, when it is more than one. */
function countRuns({ sources = 1 }: Proven): Run[] {
  return sources > 1 ? [{ text: ` (${sources} sources)`, style: 'italic' }] : [];
}

/** What the sources tell differently, both sides beside each other. */
function conflictBlocks({ conflicts = [] }: Card, most: number): Block[] {
  return conflicts.slice(0, most).map((point) => ({
    kind: 'text',
    runs: [{ text: `${differenceLabel(point)}: `, style: 'bold' }, { text: sidesText(point) }],
  }));
}

/** The sentences behind the differences, side by side. */
function conflictQuotes({ conflicts = [] }: Card): Run[][] {
  return conflicts.flatMap(({ sides }) =>
    sides.map((side) => [{ text: namesOf(side) }, ...quoted(side.evidence, side.text)]),
  );
}

/** A line above an item that was shown before: what it is, and what is new or was wrong. */
export type ItemLabel = { readonly label: string; readonly text: string | null };

function labelBlocks(label: ItemLabel | null): Block[] {
  if (label === null) return [];
  const { label: name, text } = label;
  const sign: Run = { text: text === null ? `${name}.` : `${name}: `, style: 'bold' };
  return [{ kind: 'text', runs: text === null ? [sign] : [sign, { text }] }];
}

/** The short form: an item of a digest. */
export function briefCard(card: Card, event: EventReference, label: ItemLabel | null): LayoutItem {
  const blocks: Block[] = [
    titleBlock(card),
    ...labelBlocks(label),
    ...summaryBlocks(card),
    ...conflictBlocks(card, BRIEF_LINES.conflicts),
  ];
  blocks.push(...facts('Who', card.who.slice(0, BRIEF_LINES.who).map(personRuns)));
  const told = new Set(card.summary.map((sentence) => sentence.text));
  const fresh = (sentences: Card['outcome']): Run[][] =>
    sentences
      .filter((each) => !told.has(each.text))
      .map((each) => [{ text: each.text }, ...countRuns(each)]);
  blocks.push(...facts('Outcome', fresh(card.outcome).slice(0, BRIEF_LINES.outcome)));
  const next = card.next.slice(0, BRIEF_LINES.next);
  blocks.push(...facts('Open', fresh(openBeside(card, next)).slice(0, BRIEF_LINES.open)));
  blocks.push(...facts('Next', next.map(stepRuns)));
  blocks.push({ kind: 'note', runs: sourceRuns(card) });
  const all: Button = { label: 'All facts', action: 'card', value: event.id };
  blocks.push({ kind: 'buttons', buttons: [all, ...mendButtons(card, event)] });
  return { event, headline: card.title, blocks };
}

/** "is to decide by Friday whether to appeal": the line of the step tells what stays open as well. */
function openBeside({ open }: Card, next: Card['next']): Card['open'] {
  const told = new Set(next.map(({ text }) => text));
  return open.filter(({ text }) => !told.has(text));
}

/** What a reader can say of an item. A card of one source has nothing that could be taken apart. */
function mendButtons(card: Card, event: EventReference): Button[] {
  const value = `${event.id}.${event.version}`;
  const merged: Button = { label: 'Wrong merge', action: 'wrongmerge', value };
  return [
    { label: 'Wrong fact', action: 'wrongfact', value },
    ...(card.sources.length > 1 ? [merged] : []),
    { label: 'Not relevant', action: 'irrelevant', value },
  ];
}

function quoted(evidence: readonly Evidence[], shown: string): Run[] {
  const quote = evidence[0]?.quote.replace(/\s+/g, ' ');
  if (!quote || quote === shown) return [];
  const cut = quote.length > QUOTE_LENGTH_MAX ? `${quote.slice(0, QUOTE_LENGTH_MAX)}…` : quote;
  return [{ text: ` — “${cut}”`, style: 'italic' }];
}

/** The full form: every section with the words that prove it. */
export function fullCard(
  card: Card,
  event: EventReference,
  label: ItemLabel | null = null,
): LayoutItem {
  const plain = (sentences: Card['outcome']): Run[][] =>
    sentences.map((each) => [{ text: each.text }, ...countRuns(each)]);
  const blocks: Block[] = [
    titleBlock(card),
    ...labelBlocks(label),
    ...summaryBlocks(card),
    ...conflictBlocks(card, Number.POSITIVE_INFINITY),
    ...facts('As they tell it', conflictQuotes(card)),
    ...facts(
      'Who',
      card.who.map((each) => [
        ...personRuns(each),
        ...countRuns(each),
        ...quoted(each.evidence, each.name),
      ]),
    ),
    ...facts(
      'Where',
      card.where.map((each) => [
        { text: each.place },
        ...countRuns(each),
        ...quoted(each.evidence, each.place),
      ]),
    ),
    ...facts(
      'When',
      card.when.map((each) => [
        { text: whenText(each) },
        ...countRuns(each),
        ...quoted(each.evidence, each.text),
      ]),
    ),
    ...facts('Outcome', plain(card.outcome)),
    ...facts('Open', plain(openBeside(card, card.next))),
    ...facts('Next', card.next.length > 0 ? card.next.map(stepRuns) : [noNextStep(card)]),
    ...facts(
      'Numbers',
      card.numbers.map((each) => [
        { text: each.phrase ?? each.text },
        ...countRuns(each),
        ...quoted(each.evidence, each.text),
      ]),
    ),
    ...facts(
      'Quotes',
      card.quotes.map((each) => [...quotationRuns(each.text, each.speaker), ...countRuns(each)]),
    ),
    { kind: 'note', runs: sourceRuns(card) },
    { kind: 'note', runs: [{ text: originText(card) }] },
    { kind: 'buttons', buttons: mendButtons(card, event) },
  ];
  return { event, headline: card.title, blocks };
}

/** An event that came before: a line of its own, so that a kill finds it wherever it was shown. */
export type EarlierEvent = EventReference & {
  /** the wire's time of its first copy (ISO) */
  readonly at: string;
  readonly title: string;
};

/** "Earlier: 12 May 2026 - Talks begin": an item for each event of the storyline, oldest first. */
export function earlierItems(events: readonly EarlierEvent[]): LayoutItem[] {
  return events.map(({ id, version, at, title }) => ({
    event: { id, version },
    blocks: [
      {
        kind: 'note',
        runs: [{ text: `Earlier: ${showDay(at)} - `, style: 'bold' }, { text: title }],
      },
    ],
  }));
}

function noNextStep(card: Card): Run[] {
  const text = card.origin.note === null ? 'No next step stated.' : 'Not read for next steps.';
  return [{ text, style: 'italic' }];
}

function quotationRuns(text: string, speaker: string | null): Run[] {
  return [
    { text: `“${text.replace(/^["“]|["”]$/g, '')}”` },
    { text: speaker ? ` — ${speaker}` : '' },
  ];
}
