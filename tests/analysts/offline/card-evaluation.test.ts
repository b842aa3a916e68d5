/** Floors for the cards of our own labelled stories: people, steps, open points, quotations, numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { Card } from '../../../src/news/card.ts';
import { EVENT, storyOf } from '../story.ts';
import { takeOf } from './reading/take.ts';

/** A story of tests/evals/cards. A `part` or a plain string is a stretch of the line that must be found. */
type Labelled = {
  readonly name: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly people: readonly { name: string; role: string | null; organisation: string | null }[];
  readonly next: readonly { part: string; date: string | null; place: string | null }[];
  readonly open: readonly string[];
  readonly outcome: readonly string[];
  readonly quotes: readonly { part: string; speaker: string }[];
  readonly numbers: readonly { value: number; unit: string | null }[];
  readonly where: string | null;
  readonly when: string | null;
};
type Measure =
  | 'people'
  | 'roles'
  | 'next'
  | 'dates'
  | 'open'
  | 'outcome'
  | 'quotes'
  | 'numbers'
  | 'where'
  | 'when';
type Tally = { right: number; expected: number; found: number; wrong: string[] };

const FOLDER = join(import.meta.dirname, '../../evals/whole-cards');
const STORIES = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Labelled,
);
const tallies = new Map<Measure, Tally>();

/** Counts what was wanted against what the card gives; `made` is how many lines the card has. */
function count(
  measure: Measure,
  story: Labelled,
  wanted: readonly [string, boolean][],
  made: number,
) {
  const tally = tallies.get(measure) ?? { right: 0, expected: 0, found: 0, wrong: [] };
  tallies.set(measure, tally);
  tally.expected += wanted.length;
  tally.found += made;
  for (const [what, right] of wanted)
    if (right) tally.right += 1;
    else tally.wrong.push(`${story.name}: ${what}`);
}

/** People of the card; the acting group that leads it ("A court in Lisbon") is no person. */
function peopleIn(card: Card) {
  return card.who.filter((each, index) => each.role !== null || index > 0 || / /.test(each.name));
}

function countPeople(story: Labelled, card: Card): void {
  const named = peopleIn(card);
  const found = (name: string) => named.find((each) => each.name === name);
  const strange = named.filter(
    ({ name, role }, index) =>
      !story.people.some((each) => each.name === name) && !(index === 0 && role === null),
  );
  const people = story.people.map(({ name }) => [name, found(name) !== undefined] as const);
  const right = people.filter(([, is]) => is).length;
  count(
    'people',
    story,
    people.map(([name, is]) => [name, is]),
    right + strange.length,
  );
  const roles = story.people.map(({ name, role, organisation }): [string, boolean] => {
    const said = `${found(name)?.role ?? ''} ${found(name)?.organisation ?? ''}`.toLowerCase();
    const wanted = [role ?? '', organisation ?? ''].every((each) =>
      said.includes(each.toLowerCase()),
    );
    return [`role of ${name}, not "${said}"`, role === null ? said.trim() === '' : wanted];
  });
  count('roles', story, roles, roles.length);
}

function countLines(story: Labelled, card: Card): void {
  const has = (lines: readonly { text: string }[], part: string) =>
    lines.find((each) => each.text.includes(part));
  const steps = story.next.map(({ part, date }) => ({ part, date, step: has(card.next, part) }));
  count(
    'next',
    story,
    steps.map(({ part, step }) => [part, step !== undefined]),
    card.next.length,
  );
  const dated = steps.flatMap(({ part, date, step }): [string, boolean][] => {
    if (!step) return [];
    const given = card.next.find((each) => each.text === step.text)?.when?.date ?? null;
    return [[`date of "${part}", not ${given}`, given === date]];
  });
  count('dates', story, dated, dated.length);
  count(
    'open',
    story,
    story.open.map((part) => [part, !!has(card.open, part)]),
    card.open.length,
  );
  const outcomes = story.outcome.map((part): [string, boolean] => [
    part,
    !!has(card.outcome, part),
  ]);
  count('outcome', story, outcomes, outcomes.length);
  const quotes = story.quotes.map(({ part, speaker }): [string, boolean] => [
    part,
    card.quotes.some((each) => each.text.includes(part) && each.speaker === speaker),
  ]);
  count('quotes', story, quotes, quotes.length);
}

function countFigures(story: Labelled, card: Card): void {
  const numbers = story.numbers.map(({ value, unit }): [string, boolean] => [
    `${value} ${unit}`,
    card.numbers.some((each) => each.value === value && (unit === null || each.unit === unit)),
  ]);
  count('numbers', story, numbers, numbers.length);
  const place = card.where[0]?.place ?? null;
  const there = story.where === null ? place === null : (place ?? '').includes(story.where);
  count('where', story, [[`where, not ${place}`, there]], 1);
  const day = card.when[0]?.date ?? null;
  count('when', story, [[`when, not ${day}`, day === story.when]], 1);
}

describe('the cards of our labelled stories', async () => {
  const analyst = createOfflineAnalyst();
  for (const story of STORIES) {
    const take = { ...takeOf(story.text, story.date), id: story.name, headline: story.title };
    const card = await analyst.card({ event: EVENT, stories: [storyOf(take)] });
    countPeople(story, card);
    countLines(story, card);
    countFigures(story, card);
  }

  it.each<[Measure, number, number]>([
    ['people', 0.95, 0.95],
    ['roles', 0.92, 0.92],
    ['next', 0.95, 0.88],
    ['dates', 0.95, 0.95],
    ['open', 0.9, 0.9],
    ['outcome', 0.9, 0.9],
    ['quotes', 0.95, 0.95],
    ['numbers', 0.95, 0.95],
    ['where', 0.75, 0.75],
    ['when', 0.92, 0.92],
  ])('give %s', (measure, recall, precision) => {
    const tally = tallies.get(measure);
    const { right, expected, found, wrong } = tally ?? {
      right: 0,
      expected: 1,
      found: 1,
      wrong: [],
    };
    expect(right / expected, wrong.join('\n')).toBeGreaterThanOrEqual(recall);
    expect(right / Math.max(1, found), wrong.join('\n')).toBeGreaterThanOrEqual(precision);
  });

  it('are of many kinds', () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(20);
  });
});
