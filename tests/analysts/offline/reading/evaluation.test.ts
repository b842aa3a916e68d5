/** Floors for the reading of our own labelled stories: people, roles, organisations, places, dates. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entity, ReadTake } from '../../../../src/analysts/offline/reading/reading.ts';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';

type Labelled = {
  readonly name: string;
  readonly date: string;
  readonly text: string;
  readonly people: readonly { name: string; role: string | null; organisation: string | null }[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
  readonly dates: readonly { text: string; date: string | null }[];
};

const FOLDER = join(import.meta.dirname, '../../../evals/reading');
const STORIES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Labelled);

type Tally = { right: number; expected: number; found: number; wrong: string[] };

function tally(): Tally {
  return { right: 0, expected: 0, found: 0, wrong: [] };
}

function count(
  into: Tally,
  story: string,
  expected: readonly string[],
  found: readonly string[],
): void {
  const same = expected.filter((each) => found.includes(each));
  into.right += same.length;
  into.expected += expected.length;
  into.found += found.length;
  for (const each of expected)
    if (!found.includes(each)) into.wrong.push(`${story} missed ${each}`);
  for (const each of found)
    if (!expected.includes(each)) into.wrong.push(`${story} made up ${each}`);
}

function namesOfKind(read: ReadTake, kind: Entity['kind']): string[] {
  return read.entities.filter((entity) => entity.kind === kind).map((entity) => entity.name);
}

function roleIsRight(read: ReadTake, person: Labelled['people'][number]): boolean {
  const entity = read.entities.find((each) => each.kind === 'person' && each.name === person.name);
  const best = entity?.roles[0];
  if (person.role === null) return best === undefined;
  const role = `${best?.role ?? ''} ${best?.organisation ?? ''}`.toLowerCase();
  const organisation = person.organisation?.toLowerCase();
  return (
    role.includes(person.role.toLowerCase()) &&
    (organisation === undefined || role.includes(organisation))
  );
}

describe('reading our labelled stories', () => {
  const people = tally();
  const organisations = tally();
  const places = tally();
  const dates = tally();
  const roles = tally();
  for (const story of STORIES) {
    const read = readTake(takeOf(story.text, story.date));
    count(
      people,
      story.name,
      story.people.map((each) => each.name),
      namesOfKind(read, 'person'),
    );
    count(organisations, story.name, story.organisations, namesOfKind(read, 'organisation'));
    count(places, story.name, story.places, namesOfKind(read, 'place'));
    count(
      dates,
      story.name,
      story.dates.map((each) => `${each.text}=${each.date}`),
      [...new Set(read.dates.map((each) => `${each.text}=${each.date}`))],
    );
    const right = story.people.filter((each) => roleIsRight(read, each)).map((each) => each.name);
    count(
      roles,
      story.name,
      story.people.map((each) => each.name),
      right,
    );
  }

  it.each([
    { what: 'people', of: people, recall: 0.94, precision: 0.92 },
    { what: 'organisations', of: organisations, recall: 0.8, precision: 0.8 },
    { what: 'places', of: places, recall: 0.9, precision: 0.9 },
    { what: 'dates', of: dates, recall: 0.95, precision: 0.97 },
    { what: 'roles', of: roles, recall: 0.9, precision: 0.9 },
  ])('finds $what', ({ of, recall, precision }) => {
    const made = { recall: of.right / of.expected, precision: of.right / of.found };
    expect(made.recall, of.wrong.join('\n')).toBeGreaterThanOrEqual(recall);
    expect(made.precision, of.wrong.join('\n')).toBeGreaterThanOrEqual(precision);
  });

  it('has stories enough to say something', () => {
    expect(STORIES.length).toBeGreaterThanOrEqual(15);
  });
});
