/**
 * More questions, in the words of people who have not read the story: 15 stories of our own, in two
 * halves as the labelled cards are. Of the held-out half only totals are told. The folder `trades` holds
 * sixteen more in the words of lawyers, markets, sport and cities, short, misspelt and elliptic: they may
 * be looked at, and are told apart and without a level as yet. So may the fourteen of `readers`, as
 * hurried readers ask; of the fourteen of `readers-aside` only totals are told, as of what is held out, and
 * nothing is learned from them.
 *
 * A file is the copy, a line `===`, then `Q: question => an answer | another` (any of them in the
 * quoted sentence makes it right) and `X: question`, which the story does not answer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analyst } from '../../../src/analysts/analyst.ts';
import { clean } from '../../../src/editing/clean.ts';
import { textReader } from '../../../src/wires/formats/text.ts';
import { storyOf } from '../../analysts/story.ts';
import { scoreOverAll, scoreWithin, type Questioned } from '../cards/questions.ts';
import { scored, type Count, type Half, type Scored } from '../measure.ts';

/** Levels to reach, by measure. */
const REACH: Readonly<Record<string, number>> = {
  'questions within a story, hit@1': 0.75,
  'questions within a story, hit@3': 0.8,
  'answerable questions kept': 0.85,
  'unanswerable questions refused': 0.8,
  'answer evidence slices back': 1,
  'questions over all stories, hit@1': 0.7,
  'questions over all stories, hit@3': 0.8,
};

/** Folders that are told apart, without a level. */
const APART = ['trades', 'readers', 'readers-aside'] as const;
type AnswerSet = Half | (typeof APART)[number];

/** Scores an analyst on a half. */
export async function scoreAnswers(half: Half, analyst: Analyst): Promise<Scored> {
  const counts = await countsOf(analyst, questionedIn(half), 'more');
  for (const set of half === 'dev' ? APART : []) {
    const own = await countsOf(analyst, questionedIn(set), `${set}:`);
    counts.push(
      ...(set === 'readers-aside' ? own.map((count) => ({ ...count, misses: [] })) : own),
    );
  }
  return scored(half, counts, (measure) =>
    measure.startsWith('more ') ? (REACH[measure.replace(/^more /, '')] ?? null) : null,
  );
}

async function countsOf(
  analyst: Analyst,
  cases: readonly Questioned[],
  title: string,
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const each of cases) {
    const within = await scoreWithin(analyst, each);
    const named = (miss: string): string => `[${each.name}] ${miss}`;
    counts.push(...within.map((count) => ({ ...count, misses: count.misses.map(named) })));
  }
  counts.push(...(await scoreOverAll(analyst, cases)));
  return counts.map((count) => ({ ...count, measure: `${title} ${count.measure}` }));
}

/** The stories of a folder with their questions. Throws when a file is not as it should be. */
export function questionedIn(set: AnswerSet): Questioned[] {
  const folder = join(import.meta.dirname, set);
  return readdirSync(folder)
    .sort()
    .map((file) => questionedFrom(readFileSync(join(folder, file), 'utf8'), file));
}

function questionedFrom(whole: string, name: string): Questioned {
  const [text = '', asked = ''] = whole.split('\n===\n');
  const bytes = Buffer.from(text, 'utf8');
  const [copy] = textReader.parse({ bytes, contentType: null, baseUrl: null, text }).copies;
  if (!copy || asked === '') throw new Error(`${name} holds no copy or no questions`);
  const take = { ...clean(copy, { wire: 'desk', provider: null, file: null }), id: name };
  const lines = asked.trim().split('\n');
  const questions = lines.flatMap((line) => {
    const [, question, answers] = /^Q: (.+) => (.+)$/.exec(line) ?? [];
    return question && answers ? [{ question, answers: answers.split(' | ') }] : [];
  });
  const unanswerable = lines.flatMap((line) => /^X: (.+)$/.exec(line)?.[1] ?? []);
  if (questions.length + unanswerable.length !== lines.length)
    throw new Error(`${name} has a line that is no question`);
  return { name, labels: { questions, unanswerable }, take, story: storyOf(take) };
}
