/**
 * How well sequels are told: for every story of a half, its own event, the earlier ones that are
 * found among all others of the half against those that a person put into its storyline.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileOf } from '../../../src/editing/profile.ts';
import { earlierEvents, type Happening } from '../../../src/editing/storyline.ts';
import type { Measure } from '../measure.ts';

type Telling = {
  /** day of sending */
  readonly at: string;
  readonly headline: string;
  readonly text: string;
  readonly slug?: string;
};
type LabelledSet = {
  readonly storylines: readonly { readonly name: string; readonly stories: readonly Telling[] }[];
  /** stories that look like a sequel and are none: of each other, or of a storyline of the set */
  readonly nearMisses: readonly {
    readonly why: string;
    readonly first: Telling;
    readonly second?: Telling;
  }[];
};
type Labelled = Happening & { readonly line: string; readonly headline: string };

export function storylinesOf(half: 'dev' | 'held-out'): LabelledSet {
  const file = join(import.meta.dirname, `${half}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as LabelledSet;
}

/** Precision and recall over the earlier events of all stories of a half. */
export function scoreStorylines(half: 'dev' | 'held-out'): {
  readonly measures: readonly Measure[];
  readonly failures: readonly string[];
} {
  const all = labelled(storylinesOf(half));
  let [right, found, wanted] = [0, 0, 0];
  const failures: string[] = [];
  for (const story of all) {
    const gold = all.filter((each) => each.line === story.line && each.at < story.at);
    const told = earlierEvents(story, all);
    wanted += gold.length;
    found += told.length;
    right += told.filter((each) => gold.includes(each)).length;
    for (const each of told)
      if (!gold.includes(each)) failures.push(`storyline: ${story.headline} <- ${each.headline}`);
    for (const each of gold)
      if (!told.includes(each))
        failures.push(`storyline missed: ${story.headline} <- ${each.headline}`);
  }
  const share = (of: number): number => (of === 0 ? 1 : right / of);
  return {
    measures: [
      { measure: 'storylines, precision', value: share(found), target: 0.95 },
      { measure: 'storylines, recall', value: share(wanted), target: 0.7 },
    ],
    failures: half === 'dev' ? failures : [],
  };
}

function labelled({ storylines, nearMisses }: LabelledSet): Labelled[] {
  const happening = (telling: Telling, line: string, number: number): Labelled => ({
    id: `${line}-${number}`,
    line,
    headline: telling.headline,
    at: `${telling.at}T09:00:00Z`,
    slugs: telling.slug === undefined ? [] : [telling.slug],
    profile: profileOf({ headline: telling.headline, paragraphs: [telling.text], dateline: null }),
  });
  return [
    ...storylines.flatMap(({ name, stories }) =>
      stories.map((telling, number) => happening(telling, name, number)),
    ),
    ...nearMisses.flatMap(({ first, second }, at) =>
      [first, ...(second ? [second] : [])].map((telling, number) =>
        happening(telling, `near-miss-${at}-${number}`, number),
      ),
    ),
  ];
}
