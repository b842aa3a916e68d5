/** A card with a model's help: the offline card first, then at most two calls, then what holds. */
import type { CardRequest } from '../analyst.ts';
import { SECTIONS, type Card } from '../../news/card.ts';
import { sourceOfTakes, supportedLines, type MergedSection, type SourceOf } from '../merge.ts';
import { promptLabel, renderPrompt, type Prompt } from '../prompt.ts';
import { checkReply, groundOf, isGood, type CheckedReply } from './check.ts';
import { harmless, numberedCopy, writtenOut, type NumberedSentence } from './copy.ts';
import type { Message } from './ladder.ts';
import { CARD_SCHEMA, readCardReply } from './schema.ts';
import type { Reader } from './reader.ts';

const MOST_TOKENS = 4_000;

/** What a card is made with. */
export type CardParts = {
  readonly reader: Reader;
  readonly prompt: Prompt;
  /** random text that copy cannot guess, for the marks around it */
  readonly nonce: () => string;
};

/** The card with the model's lines where they hold, the offline lines where not. */
export async function cardWithModel(
  { reader, prompt, nonce }: CardParts,
  { stories }: CardRequest,
  offline: Card,
): Promise<Card> {
  // Nothing to read, or a language whose negations the proof does not know.
  if (offline.origin.note !== null) return offline;
  const found = SECTIONS.flatMap((name) => offline[name].flatMap(({ evidence }) => [...evidence]));
  const sentences = numberedCopy(stories, found);
  if (sentences.length < 2) return offline;
  const check = (value: unknown): CheckedReply | null => {
    const read = readCardReply(value);
    const people = read?.reply.who.map(({ name }) => harmless(name, 80)) ?? [];
    return read ? checkReply(read, groundOf(stories, sentences, offline, people)) : null;
  };
  const checked = await reader.read({
    key: keyOf(promptLabel(prompt), offline.title, sentences),
    messages: () => messagesFor(prompt, nonce(), offline, sentences),
    schema: CARD_SCHEMA,
    maxTokens: MOST_TOKENS,
    check,
    verdict: (each) => ({ good: isGood(each), errors: each.errors, held: heldOf(each) }),
  });
  if (!checked) return offline;
  const sourceOf = sourceOfTakes(stories.map(({ current }) => current));
  return merged(offline, supported(checked, offline, sourceOf), reader.model, promptLabel(prompt));
}

/** How much of a reply can be used: the better of two replies is taken. */
function heldOf({ lines, summaryHolds }: CheckedReply): number {
  return SECTIONS.reduce((sum, name) => sum + lines[name].length, summaryHolds ? 100 : 0);
}

/** Syndicated copies have the same sentences and share one reply, whatever house they come from. */
function keyOf(label: string, title: string, sentences: readonly NumberedSentence[]): string {
  const words = sentences.map(({ shown }) => shown.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
  return [label, title.toLowerCase(), ...words].join('\n');
}

function messagesFor(
  prompt: Prompt,
  nonce: string,
  offline: Card,
  sentences: readonly NumberedSentence[],
): Message[] {
  const values = {
    nonce,
    title: harmless(offline.title, 200),
    candidates: candidatesOf(offline),
    sentences: writtenOut(sentences),
  };
  return [
    { role: 'system', content: prompt.system },
    { role: 'user', content: renderPrompt(prompt, values) },
  ];
}

/** People and times that the rules found, one a line. */
function candidatesOf({ who, when, next }: Card): string {
  const people = who.map(({ name, role }) => `person: ${name}${role ? `, ${role}` : ''}`);
  const times = [...when, ...next.flatMap((step) => step.when ?? [])].map(
    ({ text, date }) => `time: ${text}${date ? ` = ${date}` : ''}`,
  );
  const lines = [...people, ...new Set(times)].map((line) => `- ${harmless(line, 160)}`);
  return lines.length === 0 ? '- nothing' : lines.join('\n');
}

/** A model cites one sentence a fact: where other stories tell the same, the rules have found it. */
function supported(checked: CheckedReply, offline: Card, sourceOf: SourceOf): CheckedReply {
  const lines = { ...checked.lines };
  const support = <Name extends MergedSection>(name: Name): void => {
    lines[name] = supportedLines(name, checked.lines[name], offline[name], sourceOf) as Card[Name];
  };
  SECTIONS.forEach((name) => (name === 'summary' ? undefined : support(name)));
  return { ...checked, lines };
}

/** Section by section: the model's lines when there are any, else the offline ones. */
function merged(offline: Card, checked: CheckedReply, model: string, prompt: string): Card {
  const { lines, summaryHolds, dropped } = checked;
  const better = <Line>(own: readonly Line[], rules: readonly Line[]): readonly Line[] =>
    own.length > 0 ? own : rules;
  return {
    ...offline,
    summary: summaryHolds ? lines.summary : offline.summary,
    who: withOthers(lines.who, offline.who),
    where: better(lines.where, offline.where),
    when: better(lines.when, offline.when),
    outcome: better(lines.outcome, offline.outcome),
    open: better(lines.open, offline.open),
    next: better(lines.next, offline.next),
    numbers: better(lines.numbers, offline.numbers),
    quotes: better(lines.quotes, offline.quotes),
    origin: { analyst: 'openai', model, prompt, dropped, note: offline.origin.note },
  };
}

const MOST_PEOPLE = 12;

/** People in full: those of the model, then those only the rules found. */
function withOthers(own: Card['who'], rules: Card['who']): Card['who'] {
  const surname = (name: string): string => name.toLowerCase().split(/\s+/).at(-1) ?? '';
  const known = new Set(own.map(({ name }) => surname(name)));
  const others = rules.filter(({ name }) => !known.has(surname(name)));
  return [...own, ...others].slice(0, MOST_PEOPLE);
}
