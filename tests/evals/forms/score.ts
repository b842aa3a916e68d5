/**
 * How well stories are put into events when agencies tell many happenings in one form of words, and
 * one happening in many: match reports, market closes, warnings, court lists, tolls that rise.
 *
 * A scene is what wires carry in a day or two. Rows fill the slots of its form, as a feed's machine
 * does; its stories are written freely. `dev.json` may be read while rules are tuned, `held-out.json`
 * not: of it nothing is ever told but figures over all of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bcubed, type Placed } from '../events/bcubed.ts';
import { takeOf, type Labelled } from '../events/labelled.ts';
import { placed, shuffled } from '../events/score.ts';
import type { Half, Measure } from '../measure.ts';

type Telling = {
  /** the happening, unique in its scene */
  readonly event: string;
  readonly at: string;
  readonly headline: string;
  readonly text: string;
};
type Row = Readonly<Record<string, string>> & Pick<Telling, 'event' | 'at'>;
type Scene = {
  readonly name: string;
  /** `{slot}` stands for what a row has under that name */
  readonly form?: Pick<Telling, 'headline' | 'text'>;
  readonly rows?: readonly Row[];
  readonly stories: readonly Telling[];
};

/** The stories of all scenes of a half, in the order in which they were sent. */
export function formStories(half: Half): Labelled[] {
  const file = join(import.meta.dirname, `${half}.json`);
  const scenes = JSON.parse(readFileSync(file, 'utf8')) as Scene[];
  return scenes.flatMap(labelled).sort((a, b) => timeOf(a) - timeOf(b));
}

const timeOf = ({ copy }: Labelled): number => Date.parse(copy.sentAt ?? '');

function labelled({ name, form, rows = [], stories }: Scene): Labelled[] {
  const fill = (text: string, row: Row): string =>
    text.replace(/\{(\w+)\}/g, (_, slot: string) => row[slot] ?? '');
  const filled = rows.map((row): Telling => ({
    event: row.event,
    at: row.at,
    headline: fill(form?.headline ?? '', row),
    text: fill(form?.text ?? '', row),
  }));
  return [...filled, ...stories].map(({ event, at, headline, text }, number) => ({
    id: `${name}-${number}`,
    event: `${name}-${event}`,
    topic: name,
    copy: takeOf({ headline, paragraphs: text.split('\n\n') }, new Date(at).toISOString()),
  }));
}

const ORDERS = 15;
/** Few pairs belong together, so one wrong event weighs much in their precision: it is told only. */
const REACH: Readonly<Record<string, number>> = { 'events told in forms, B-cubed F1': 0.9 };

/** The figures of a half, means over several orders; for `dev` the pairs that go wrong as sent. */
export function scoreForms(half: Half): {
  readonly measures: readonly Measure[];
  readonly failures: readonly string[];
} {
  const stories = formStories(half);
  const orders = [stories];
  for (let seed = 1; seed < ORDERS; seed += 1) orders.push(shuffled(stories, seed));
  const all = orders.map((order) => placed(order));
  const mean = (figureOf: (found: readonly Placed[]) => number): number =>
    all.reduce((sum, found) => sum + figureOf(found), 0) / all.length;
  const figures = {
    'events told in forms, B-cubed F1': mean((found) => bcubed(found).f1),
    'events told in forms, pairs joined rightly': mean((found) => pairsOf(found).precision),
    'events told in forms, pairs found': mean((found) => pairsOf(found).recall),
  };
  const measures = Object.entries(figures).map(([measure, value]) => {
    return { measure, value, target: REACH[measure] ?? null };
  });
  return { measures, failures: half === 'dev' ? wrongPairs(stories, all[0] ?? []) : [] };
}

function pairsOf(found: readonly Placed[]): { precision: number; recall: number } {
  let [both, joined, wanted] = [0, 0, 0];
  for (const [at, one] of found.entries())
    for (const other of found.slice(at + 1)) {
      const isJoined = one.found === other.found;
      const isWanted = one.gold === other.gold;
      joined += Number(isJoined);
      wanted += Number(isWanted);
      both += Number(isJoined && isWanted);
    }
  return { precision: joined === 0 ? 1 : both / joined, recall: both / wanted };
}

function wrongPairs(stories: readonly Labelled[], found: readonly Placed[]): string[] {
  const told = found.map((each, at) => ({ ...each, title: stories[at]?.copy.headline ?? '' }));
  return told.flatMap((one, at) =>
    told.slice(at + 1).flatMap((other) => {
      const isJoined = one.found === other.found;
      if (isJoined === (one.gold === other.gold)) return [];
      return [`${isJoined ? 'joined' : 'apart'}: ${one.title} / ${other.title}`];
    }),
  );
}
