/** Checks a whole reply against the copy: which lines hold, how many do not, and why. */
import type { ReadableStory } from '../analyst.ts';
import { SECTIONS, type Card, type Evidence, type Section } from '../../news/card.ts';
import type { NumberedSentence } from './copy.ts';
import type { Checked, Ground } from './cite.ts';
import { figureLine, momentLine, nextLine, personLine, placeLine } from './lines.ts';
import { quotationLine } from './quotations.ts';
import { statementLine, summaryLine } from './statements.ts';
import type { CardReply, Read } from './schema.ts';

/** Lines of a reply that hold, and what the validator has to say. */
export type CheckedReply = {
  readonly lines: Pick<Card, Section>;
  /** facts and summary sentences that were left out */
  readonly dropped: number;
  /** facts (not summary sentences) in the reply */
  readonly facts: number;
  readonly factsDropped: number;
  /** false when a sentence of the summary fell or there is none */
  readonly summaryHolds: boolean;
  readonly errors: readonly string[];
};

/** Most lines of each section, as the offline card has them. */
const MOST: Readonly<Record<Section, number>> = {
  summary: 3,
  who: 12,
  where: 3,
  when: 2,
  outcome: 4,
  open: 5,
  next: 5,
  numbers: 8,
  quotes: 6,
};
const MOST_ERRORS = 20;
const SUMMARY_WORDS = 80;

/** What the lines of a reply are checked against. */
export function groundOf(
  stories: readonly ReadableStory[],
  sentences: readonly NumberedSentence[],
  offline: Card,
  people: readonly string[],
): Ground {
  const dated = [
    ...offline.when,
    ...offline.next.flatMap(({ when, evidence }) => (when ? [{ ...when, evidence }] : [])),
  ];
  return {
    sentences,
    bySid: new Map(sentences.map((each) => [each.sid, each])),
    quoted: offline.quotes,
    texts: new Map(stories.map(({ current }) => [current.id, current.text])),
    people: [...new Set([...offline.who.map(({ name }) => name), ...people])].slice(0, 60),
    dateOf: (text, evidence) => {
      const same = dated.find(
        (each) =>
          each.text.toLowerCase() === text.toLowerCase() &&
          each.evidence.some((mark) => evidence.some((other) => overlap(mark, other))),
      );
      return { date: same?.date ?? null, grain: same?.grain ?? null };
    },
  };
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.take === b.take && a.start < b.end && b.start < a.end;
}

/** Checks every line; none is shown that does not hold. */
export function checkReply({ reply, unreadable }: Read<CardReply>, ground: Ground): CheckedReply {
  const errors: string[] = [];
  let dropped = unreadable;
  const held = <Given, Line>(
    section: Section,
    given: readonly Given[],
    check: (line: Given, ground: Ground) => Checked<Line>,
    keyOf: (line: Line) => string,
  ): Line[] => {
    const lines = new Map<string, Line>();
    for (const [at, each] of given.entries()) {
      const checked = check(each, ground);
      if ('error' in checked) {
        dropped += 1;
        errors.push(`${section} ${at + 1}: ${checked.error}`);
      } else if (!lines.has(keyOf(checked.line))) lines.set(keyOf(checked.line), checked.line);
    }
    return [...lines.values()].slice(0, MOST[section]);
  };
  const text = (line: { readonly text: string }): string => line.text.toLowerCase();
  const facts = {
    who: held('who', reply.who, personLine, ({ name }) => name.toLowerCase()),
    where: held('where', reply.where, placeLine, ({ place }) => place.toLowerCase()),
    when: held('when', reply.when, momentLine, text),
    outcome: held('outcome', reply.outcome, statementLine, text),
    open: held('open', reply.open, statementLine, text),
    next: held('next', reply.next, nextLine, text),
    numbers: held('numbers', reply.numbers, figureLine, text),
    quotes: held('quotes', reply.quotes, quotationLine, text),
  };
  const factsDropped = dropped;
  const proven = held('summary', reply.summary.slice(0, MOST.summary), summaryLine, text);
  const whole = proven.length > 0 && dropped === factsDropped;
  const summary = withinWords(proven);
  if (reply.summary.length === 0) errors.push('summary: there is none');
  return {
    lines: { ...facts, summary },
    dropped,
    facts: SECTIONS.reduce(
      (sum, name) => sum + (name === 'summary' ? 0 : reply[name].length),
      unreadable,
    ),
    factsDropped,
    summaryHolds: whole,
    errors: errors.slice(0, MOST_ERRORS),
  };
}

/** The first sentences of a summary that is too long: what comes first in news can stand alone. */
function withinWords<Line extends { readonly text: string }>(lines: readonly Line[]): Line[] {
  let words = 0;
  return lines.filter(({ text }, at) => {
    words += text.split(/\s+/).length;
    return at === 0 || words <= SUMMARY_WORDS;
  });
}

const MOST_DROPPED = 0.3;

/** Is a reply good enough as it is, without a second call? */
export function isGood({ summaryHolds, facts, factsDropped }: CheckedReply): boolean {
  return summaryHolds && factsDropped <= facts * MOST_DROPPED;
}
