/** What an answer looks like before a platform renders it. */
import { expect, it } from 'vitest';
import { answerLayout } from '../../src/editing/layout/reply.ts';
import type { Answer } from '../../src/news/answer.ts';

const QUOTE = 'Talks ended at noon.';
const ANSWER: Answer = {
  answer: QUOTE,
  abstained: false,
  evidence: [{ take: 't', start: 0, end: QUOTE.length, quote: QUOTE }],
  stories: [],
};
const blocksOf = (answer: Answer) => answerLayout('When?', answer, null).items[0]?.blocks ?? [];

it('an answer is told, and nothing is named as nearest', () => {
  expect(blocksOf(ANSWER).map(({ kind }) => kind)).toEqual(['text', 'text']);
});

it('where nothing is told, what comes nearest stands under a label that says so', () => {
  const untold = { ...ANSWER, answer: 'The stored stories do not tell.', abstained: true };
  const [, said, nearest] = blocksOf(untold);
  expect(said).toMatchObject({ runs: [{ text: 'The stored stories do not tell.' }] });
  expect(nearest).toMatchObject({
    kind: 'facts',
    label: 'What comes nearest',
    lines: [[{ text: QUOTE }]],
  });
  expect(blocksOf({ ...untold, evidence: [] })).toHaveLength(2);
});
