/**
 * Measures that live in folders of their own: `tests/evals/<folder>/score.ts` with one function that
 * takes a data folder and gives figures. A new one is one line of the list.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analyst } from '../../src/analysts/analyst.ts';
import type { Measure } from './measure.ts';

type Scorer = (dataFolder: string | null, analyst: Analyst) => Promise<Measure[]> | Measure[];
type LargerSet = {
  /** the folder beside this file, and what its score.ts exports */
  readonly folder: string;
  readonly scorer: string;
  /** what it needs below the data folder; null when its own stories lie in the project */
  readonly needs: string | null;
  /** true when `needs` itself is what the scorer takes, not the folder above */
  readonly takesOwnFolder?: boolean;
};

const LARGER_SETS: readonly LargerSet[] = [
  { folder: 'events', scorer: 'scoreEvents', needs: null },
  { folder: 'feeds', scorer: 'scoreFeeds', needs: 'feedparser', takesOwnFolder: true },
  { folder: 'giveme5w1h', scorer: 'scoreFiveWs', needs: 'giveme5w1h/gold' },
  { folder: 'reading', scorer: 'scoreReading', needs: null },
  { folder: 'rouge', scorer: 'scoreRouge', needs: 'summedits' },
  { folder: 'summaries', scorer: 'scoreSummaries', needs: 'summedits' },
];

export type LargerScores = {
  readonly measures: readonly Measure[];
  /** a sentence for each set that was left out, with the reason */
  readonly leftOut: readonly string[];
};

/** Scores every set that can be scored with the data folder given; one that fails stops no other. */
export async function scoreLargerSets(
  dataFolder: string | null,
  analyst: Analyst,
  sets: readonly LargerSet[] = LARGER_SETS,
): Promise<LargerScores> {
  const measures: Measure[] = [];
  const leftOut: string[] = [];
  for (const set of sets) {
    const why = whyNot(set, dataFolder);
    if (why !== null) {
      leftOut.push(why);
      continue;
    }
    try {
      measures.push(...(await score(set, dataFolder, analyst)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      leftOut.push(`${set.folder}: the scorer failed (${reason}).`);
    }
  }
  return { measures, leftOut };
}

function moduleOf({ folder }: LargerSet): string {
  return join(import.meta.dirname, folder, 'score.ts');
}

function whyNot(set: LargerSet, dataFolder: string | null): string | null {
  if (!existsSync(moduleOf(set)))
    return `${set.folder}: there is no tests/evals/${set.folder}/score.ts.`;
  if (set.needs === null) return null;
  if (dataFolder === null) return `${set.folder}: needs --data DIR.`;
  return existsSync(join(dataFolder, set.needs))
    ? null
    : `${set.folder}: there is no ${set.needs} in ${dataFolder}.`;
}

async function score(set: LargerSet, dataFolder: string | null, analyst: Analyst) {
  const scorers = (await import(pathToFileURL(moduleOf(set)).href)) as Record<string, Scorer>;
  const scorer = scorers[set.scorer];
  if (!scorer) throw new Error(`score.ts exports no ${set.scorer}`);
  const own = set.takesOwnFolder && dataFolder !== null && set.needs !== null;
  return scorer(own ? join(dataFolder, set.needs) : dataFolder, analyst);
}
