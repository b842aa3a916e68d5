/** How fast cards are made on this machine, on our own stories and on text made to be slow. */
import type { Analyst } from '../../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../analysts/story.ts';
import { casesOf } from './cards/labels.ts';
import type { Measure } from './measure.ts';

const ROUNDS = 6;
const LONGEST_CHARACTERS = 65_536;

/** Text of 64 KB that has taken seconds of careless rules. */
const HOSTILE: readonly string[] = [
  '-- ',
  'Dec 3 ',
  'a',
  '"',
  '“He said ',
  'Mr. ',
  'A. B. C. ',
  'President of the ',
  '1,000,',
  '((((',
  '\n\n. ',
  'will meet on Monday and ',
  'Ann Lee, ',
];

/** Cards a second, the slowest twentieth, and the slowest hostile text. */
export async function scoreSpeed(): Promise<Measure[]> {
  const stories = [...casesOf('dev'), ...casesOf('held-out')].map(({ story }) => story);
  const timesMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // A new analyst each round: the offline one keeps what it has read.
    const analyst = createOfflineAnalyst();
    for (const story of stories) {
      const ms = await timed(analyst, story);
      // the first round warms the engine up
      if (round > 0) timesMs.push(ms);
    }
  }
  const sorted = timesMs.toSorted((a, b) => a - b);
  const totalMs = timesMs.reduce((sum, ms) => sum + ms, 0);
  return [
    { measure: 'cards a second', value: (timesMs.length * 1_000) / totalMs, target: 100 },
    {
      measure: 'card, 95th percentile, ms',
      value: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      target: 25,
      atMost: true,
    },
    { measure: 'slowest hostile text, ms', value: await slowestMs(), target: 300, atMost: true },
  ];
}

async function slowestMs(): Promise<number> {
  const analyst = createOfflineAnalyst();
  let slowest = 0;
  for (const [at, piece] of HOSTILE.entries()) {
    const text = piece.repeat(Math.ceil(LONGEST_CHARACTERS / piece.length));
    const story = storyOf(takeWith(`hostile-${at}`, text.slice(0, LONGEST_CHARACTERS)));
    slowest = Math.max(slowest, await timed(analyst, story));
  }
  return slowest;
}

async function timed(analyst: Analyst, story: ReturnType<typeof storyOf>): Promise<number> {
  const start = performance.now();
  await analyst.card({ event: EVENT, stories: [story] });
  return performance.now() - start;
}
