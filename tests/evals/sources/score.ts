/**
 * Events that several sources tell of, labelled with what the sources state differently and with how
 * many independent sources tell some of the facts. `dev.json` may be read while rules are tuned,
 * `held-out.json` not: of it nothing is ever told but figures over all of it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import type { Card, Point, Section } from '../../../src/news/card.ts';
import { EVENT, storiesOf, takeWith } from '../../analysts/story.ts';
import { counted, scored, type Check, type Count, type Half, type Scored } from '../measure.ts';

export type SourcesCase = {
  readonly name: string;
  /** newest copy need not stand first */
  readonly stories: readonly {
    readonly provider: string;
    readonly sentAt: string;
    readonly headline: string;
    readonly text: string;
  }[];
  /** `sides`: a phrase of each side, all of which must be told */
  readonly conflicts: readonly { readonly about: Point['about']; readonly sides: string[] }[];
  /** the first line of `section` that holds `holds` is told by so many independent sources */
  readonly counts: readonly {
    readonly section: Section;
    readonly holds: string;
    readonly sources: number;
  }[];
  /** `tells`: what the answer must hold, all of it */
  readonly ask: readonly { readonly question: string; readonly tells: readonly string[] }[];
};

const REACH: Readonly<Record<string, number>> = {
  'conflicts precision': 0.95,
  'conflicts recall': 0.7,
  'sources of a fact counted right': 0.95,
  'answers that tell both sides': 0.7,
};

/** The events of a half. */
export function sourcesCases(half: Half): SourcesCase[] {
  const file = join(import.meta.dirname, `${half}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as SourcesCase[];
}

/** Scores an analyst on a half. Of the held-out half no failure is told. */
export async function scoreSources(half: Half, analyst: Analyst): Promise<Scored> {
  const counts: Count[] = [];
  for (const each of sourcesCases(half)) counts.push(...(await scoreCase(each, analyst)));
  return scored(half, counts, (measure) => REACH[measure] ?? null);
}

async function scoreCase(each: SourcesCase, analyst: Analyst): Promise<Count[]> {
  const stories = storiesOf(
    each.stories.map(({ text, ...parts }, at) => takeWith(`${each.name}-${at}`, text, parts)),
  );
  const card = await analyst.card({ event: EVENT, stories });
  const answers: Check[] = [];
  for (const { question, tells } of each.ask) {
    const request = { question, stories, focus: [], at: '2033-01-01T00:00:00Z' };
    const { answer } = await analyst.answer(request);
    const right = tells.every((phrase) => answer.includes(phrase));
    answers.push({ right, told: `[${each.name}] ${question}: ${answer}` });
  }
  return [
    ...conflictCounts(each, card),
    ...sourceCounts(each, card),
    counted('answers that tell both sides', answers),
  ];
}

function conflictCounts({ name, conflicts }: SourcesCase, card: Card): Count[] {
  const found = card.conflicts ?? [];
  const told = (point: Point): string =>
    `[${name}] ${point.measure}: ${point.sides.map(({ text }) => text).join(' | ')}`;
  return [
    counted(
      'conflicts precision',
      found.map((point) => ({
        right: conflicts.some((label) => isThat(point, label)),
        told: told(point),
      })),
    ),
    counted(
      'conflicts recall',
      conflicts.map((label) => ({
        right: found.some((point) => isThat(point, label)),
        told: `[${name}] ${label.about}: ${label.sides.join(' | ')}`,
      })),
    ),
  ];
}

function isThat(point: Point, label: SourcesCase['conflicts'][number]): boolean {
  if (point.about !== label.about) return false;
  const sides = label.sides.map((phrase) =>
    point.sides.findIndex(({ text }) => text.toLowerCase().includes(phrase.toLowerCase())),
  );
  return sides.every((side) => side >= 0) && new Set(sides).size === sides.length;
}

/** A fact that is not on the card at all is the extractors' miss, and counted by itself. */
function sourceCounts({ name, counts }: SourcesCase, card: Card): Count[] {
  const checks = counts.map(({ section, holds, sources }) => {
    const lines = card[section] as readonly { readonly sources?: number }[];
    const line = lines.find((each) =>
      JSON.stringify({ ...each, evidence: null })
        .toLowerCase()
        .includes(holds.toLowerCase()),
    );
    const told = line ? (line.sources ?? 1) : 0;
    const label = `[${name}] ${section} ${holds}: ${told}`;
    return { found: told > 0, right: told === sources, told: label };
  });
  return [
    counted(
      'sources of a fact counted right',
      checks.filter(({ found }) => found),
    ),
    counted(
      'facts whose sources are to be counted found',
      checks.map(({ found, told }) => ({ right: found, told })),
    ),
  ];
}
