/** How well the verifier tells true summaries from edited ones: balanced accuracy on labelled pairs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectionsTo, readEvidence } from '../../../src/news/proof/claim.ts';
import { lendThesaurus } from '../../../src/news/proof/thesaurus.ts';
import { THESAURUS_LINES } from '../../../src/news/proof/thesaurus-lines.ts';

lendThesaurus(THESAURUS_LINES);

type Pair = { readonly doc: string; readonly summary: string; readonly label: 0 | 1 };

export type Score = { readonly measure: string; readonly value: number; readonly target: number };

const PAIRS_FILE = 'summedits/news-dev.json';

/**
 * Scores the verifier on the pairs of a data folder: half the share of true summaries let pass, half
 * the share of false ones found. A claim is checked against the whole document.
 */
export function scoreSummaries(dataFolder: string): Score[] {
  const pairs = JSON.parse(readFileSync(join(dataFolder, PAIRS_FILE), 'utf8')) as Pair[];
  const whole = scorePairs(pairs);
  const stories = [...new Set(pairs.map(({ doc }) => doc))];
  const odd = scorePairs(pairs.filter(({ doc }) => stories.indexOf(doc) % 2 === 1));
  return [
    { measure: 'summaries: balanced accuracy', value: (whole.kept + whole.found) / 2, target: 0.7 },
    { measure: 'summaries: true ones kept', value: whole.kept, target: 0.9 },
    { measure: 'summaries: false ones found', value: whole.found, target: 0.45 },
    {
      measure: 'summaries, stories not tuned on: balanced accuracy',
      value: (odd.kept + odd.found) / 2,
      target: 0.7,
    },
  ];
}

/** Rules are tuned on every other story; the rest is scored by itself, too. */
function scorePairs(pairs: readonly Pair[]): { kept: number; found: number } {
  const passes = pairs.map(
    ({ doc, summary }) => objectionsTo(summary, readEvidence([doc])).length === 0,
  );
  const share = (label: 0 | 1, passed: boolean): number => {
    const own = pairs.flatMap((pair, at) => (pair.label === label ? [passes[at]] : []));
    return own.filter((each) => each === passed).length / Math.max(1, own.length);
  };
  return { kept: share(1, true), found: share(0, false) };
}
