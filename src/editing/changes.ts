/**
 * What changed between the card that was shown and the card as it stands: the lines of a note under
 * a message. Only what a reader would care for: other words for the same facts are no change.
 */
import type { Card, NextStep, Sentence, When } from '../news/card.ts';
import { figureSteps } from './figures.ts';
import { differenceLabel, sidesText } from '../news/point.ts';
import { contentWords, overlap, saidBy } from './likeness.ts';
import { newConflicts, settledPoints } from './settled.ts';

/** A sentence that has this share of its words in an older one tells the same. */
const SAME_MIN = 0.7;
/** Steps and open points are spoken of in other words more often: so much of them is the same one. */
const SAME_STEP_MIN = 0.6;
const SETTLED_MIN = 0.5;
const LINE_LENGTH_MAX = 240;

/**
 * The changes, the weightiest first: what sources tell differently, figures, outcome, next steps, what
 * was open, place and day, what is open now. Empty when nothing changed that a reader would care for.
 * What a newer card merely leaves out is no change: copy gets shorter for many reasons.
 */
export function changesBetween(before: Card, now: Card): string[] {
  const figures = figureSteps(before.numbers, now.numbers);
  const moved = figures.filter((step) => step.before !== null).map(({ text }) => text);
  const outcome = outcomes(before, now);
  const next = steps(before, now).filter((line) => !isIn(outcome, line));
  const fresh = figures
    .filter(
      ({ before: known, after }) => known === null && !isIn([...outcome, ...next], quoteOf(after)),
    )
    .map(({ text }) => text);
  const changes = [
    ...differences(before, now),
    ...moved,
    ...outcome,
    ...next,
    ...place(before, now),
    ...day(before, now),
    ...fresh,
    ...openPoints(before, now),
    ...plainNews(before, now),
  ];
  return [...new Set(changes.map(cut))];
}

/** Differences between sources that are settled by now, by whom, and those that are new. */
function differences(before: Card, now: Card): string[] {
  const settled = settledPoints(before, now).flatMap(({ agreed, text }) =>
    agreed === null ? [] : [text.replace(/\.$/, '')],
  );
  const fresh = newConflicts(before, now).map(
    (point) => `${differenceLabel(point).toLowerCase()}: ${sidesText(point)}`,
  );
  return [...settled, ...fresh];
}

const quoteOf = ({ text, evidence }: Card['numbers'][number]): string => evidence[0]?.quote ?? text;

/** Does one of the lines tell this sentence already? */
function isIn(lines: readonly string[], line: string): boolean {
  const bare = (text: string): string => text.replace(/^[a-z, ]{4,20}: | \[[^\]]*\]$/gu, '').trim();
  return lines.some((each) => bare(each).includes(bare(line)));
}

function cut(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= LINE_LENGTH_MAX) return line;
  return `${line.slice(0, LINE_LENGTH_MAX - 1).replace(/\s+\S*$/u, '')}…`;
}

const textsOf = (sentences: readonly Sentence[]): string[] => sentences.map(({ text }) => text);

/** Everything that a card says in sentences: what stands in any section was told before. */
function toldBy(card: Card): string[] {
  const told = [...card.summary, ...card.outcome, ...card.open, ...card.next];
  return [
    ...textsOf(told),
    ...card.numbers.flatMap(({ evidence }) => evidence.map((each) => each.quote)),
  ];
}

const isTold = (text: string, told: readonly string[], least = SAME_MIN): boolean =>
  told.some((each) => saidBy(text, each) >= least);

/** Outcomes that were not told, each with the open point that it settles. */
function outcomes(before: Card, now: Card): string[] {
  const told = toldBy(before);
  const stillOpen = textsOf(now.open);
  const closed = textsOf(before.open).filter((open) => !isTold(open, stillOpen, SAME_STEP_MIN));
  return textsOf(now.outcome)
    .filter((text) => !isTold(text, told))
    .map((text) =>
      closed.some((open) => isAbout(text, open)) ? `settled: ${text}` : `outcome: ${text}`,
    );
}

/** Words with which a thing is said to be open: they are not what it is about. */
const OPENNESS =
  /\b(?:not|no|yet|unclear|unknown|unresolved|undecided|whether|remain\w*|still|open|wait\w*|await\w*|pending|decline\w*|date|set)\b/giu;

function isAbout(outcome: string, open: string): boolean {
  const subject = new Set(contentWords(open.replace(OPENNESS, ' ')));
  if (subject.size < 2) return false;
  const shared = overlap(subject, new Set(contentWords(outcome)));
  return shared >= SETTLED_MIN;
}

const showWhen = ({ text, date }: When): string =>
  date === null || date === text ? text : `${text} (${date})`;

function steps(before: Card, now: Card): string[] {
  return now.next.flatMap((step) => {
    const known = sameStep(step, before.next);
    if (known !== null) return moves(known, step);
    if (isTold(step.text, toldBy(before))) return [];
    const facts = [step.when === null ? null : showWhen(step.when), step.place].filter(Boolean);
    const tail = facts.length === 0 ? '' : ` [${facts.join(', ')}]`;
    return [`next: ${step.text}${tail}`];
  });
}

/** The older step that is this one: with the same words but for day and place. */
function sameStep(step: NextStep, older: readonly NextStep[]): NextStep | null {
  const bare = (each: NextStep): string =>
    [each.when?.text, each.place]
      .filter((word): word is string => Boolean(word))
      .reduce((text, word) => text.replace(word, ' '), each.text);
  const alike = older
    .map((each) => ({
      each,
      share: Math.min(saidBy(bare(step), bare(each)), saidBy(bare(each), bare(step))),
    }))
    .filter(({ share }) => share >= SAME_STEP_MIN)
    .sort((one, other) => other.share - one.share);
  return alike[0]?.each ?? null;
}

function moves(before: NextStep, now: NextStep): string[] {
  const moved: string[] = [];
  const [from, to] = [before.when, now.when];
  if (from?.date && to?.date && from.date !== to.date && from.grain === to.grain)
    moved.push(`from ${showWhen(from)} to ${showWhen(to)}`);
  else if (to?.date && !from?.date) moved.push(`to ${showWhen(to)}`);
  if (before.place && now.place && before.place !== now.place)
    moved.push(`from ${before.place} to ${now.place}`);
  else if (now.place && !before.place) moved.push(`to ${now.place}`);
  if (moved.length === 0) return before.firm === now.firm ? [] : [firmness(now)];
  const verb = from?.date || before.place ? 'moved' : 'set';
  return [`next step ${verb} ${moved.join(', ')}: ${now.text}`];
}

const firmness = (step: NextStep): string =>
  step.firm ? `next, now firm: ${step.text}` : `next, no longer firm: ${step.text}`;

/** A place that took the place of another; one that merely joined it is no change. */
function place(before: Card, now: Card): string[] {
  const [from, to] = [before.where[0]?.place, now.where[0]?.place];
  if (from === undefined || to === undefined || from === to) return [];
  const holds = (card: Card, name: string): boolean =>
    card.where.some((each) => each.place.includes(name) || name.includes(each.place));
  return holds(now, from) || holds(before, to) ? [] : [`place ${from} to ${to}`];
}

/** The one day of the happening, when both cards name exactly one. */
function day(before: Card, now: Card): string[] {
  const [from, ...moreBefore] = before.when;
  const [to, ...moreNow] = now.when;
  if (!from?.date || !to?.date || moreBefore.length + moreNow.length > 0) return [];
  return from.date === to.date || from.grain !== to.grain
    ? []
    : [`date ${showWhen(from)} to ${showWhen(to)}`];
}

function openPoints(before: Card, now: Card): string[] {
  const told = toldBy(before);
  return textsOf(now.open)
    .filter((text) => !isTold(text, told))
    .map((text) => `open: ${text}`);
}

/** Cards without facts, such as those of copy in other languages, are told by their summary. */
function plainNews(before: Card, now: Card): string[] {
  const isBare = ({ outcome, next, open, numbers }: Card): boolean =>
    outcome.length + next.length + open.length + numbers.length === 0;
  if (!isBare(now)) return [];
  const told = toldBy(before);
  return textsOf(now.summary)
    .filter((text) => !isTold(text, told))
    .map((text) => `new: ${text}`);
}
