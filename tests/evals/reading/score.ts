/** Names and dates in running prose: our stories that are labelled word for word, read by the rules. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTake } from '../../../src/analysts/offline/reading/read.ts';
import type { EntityKind } from '../../../src/analysts/offline/reading/reading.ts';
import { takeOf } from '../../analysts/offline/reading/take.ts';
import type { Measure } from '../measure.ts';

type Labelled = {
  readonly date: string;
  readonly text: string;
  readonly people: readonly { readonly name: string }[];
  readonly organisations: readonly string[];
  readonly places: readonly string[];
  readonly dates: readonly { readonly text: string; readonly date: string | null }[];
};

type Tally = { right: number; labelled: number; found: number };
type Kind = EntityKind | 'date';
const KINDS: readonly Kind[] = ['person', 'place', 'organisation', 'date'];

/** F1 of names by kind and together; days right; how many of the dates found are dates. */
export function scoreReading(): Measure[] {
  const tallies = tallied();
  const of = (kind: Kind): Tally => tallies.get(kind) ?? nothing();
  const names = KINDS.filter((kind) => kind !== 'date').map(of);
  const dates = of('date');
  return [
    { measure: 'names in prose, F1', value: f1(names.reduce(added, nothing())), target: 0.82 },
    { measure: 'people in prose, F1', value: f1(of('person')), target: 0.88 },
    { measure: 'places in prose, F1', value: f1(of('place')), target: 0.87 },
    { measure: 'organisations in prose, F1', value: f1(of('organisation')), target: 0.7 },
    { measure: 'dates in prose, right', value: share(dates.right, dates.labelled), target: 0.91 },
    { measure: 'dates in prose, precision', value: share(dates.right, dates.found), target: 0.97 },
  ];
}

function tallied(): Map<Kind, Tally> {
  const tallies = new Map<Kind, Tally>();
  for (const file of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'))) {
    const story = JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Labelled;
    for (const kind of KINDS) {
      const tally = compared(labelledOf(story, kind), foundOf(story, kind));
      tallies.set(kind, added(tallies.get(kind) ?? nothing(), tally));
    }
  }
  return tallies;
}

function labelledOf(story: Labelled, kind: Kind): string[] {
  if (kind === 'person') return story.people.map(({ name }) => name);
  if (kind === 'place') return [...story.places];
  if (kind === 'organisation') return [...story.organisations];
  return story.dates.map(({ text, date }) => `${text}=${date}`);
}

function foundOf({ text, date }: Labelled, kind: Kind): string[] {
  const read = readTake(takeOf(text, date));
  if (kind === 'date') return read.dates.map((each) => `${each.text}=${each.date}`);
  return read.entities.filter((entity) => entity.kind === kind).map(({ name }) => name);
}

/** Each different name or date counts once. */
export function compared(labelled: readonly string[], found: readonly string[]): Tally {
  const [wanted, there] = [new Set(labelled), new Set(found)];
  const right = [...wanted].filter((each) => there.has(each)).length;
  return { right, labelled: wanted.size, found: there.size };
}

function nothing(): Tally {
  return { right: 0, labelled: 0, found: 0 };
}

function added(one: Tally, other: Tally): Tally {
  return {
    right: one.right + other.right,
    labelled: one.labelled + other.labelled,
    found: one.found + other.found,
  };
}

function f1({ right, labelled, found }: Tally): number {
  return share(2 * right, labelled + found);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
