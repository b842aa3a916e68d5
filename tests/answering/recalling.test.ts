/** The stories that a question finds, in other words than its own. */
import { expect, it } from 'vitest';
import { answerQuestion } from '../../src/answering/answering.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { send } from '../amending/desk.ts';
import { copy, openDesk } from '../fakes/newsroom.ts';

const CLASHES = copy(
  'Clashes in Tarsk before vote',
  `TARSK, March 12 (Tarn Press) - At least three people were killed in clashes in the town of Tarsk on Wednesday, police said.

The vote of the weekend goes ahead, according to the electoral office.`,
  { guid: 'clashes', sentAt: '2026-03-12T08:00:00Z' },
);

it.each([
  ['how many died?', 'At least three people were killed'],
  ['how many dead?', 'At least three people were killed'],
  ['who won the regatta?', 'The stored stories do not tell.'],
])('%s', async (question, answer) => {
  const desk = openDesk({ channels: [] });
  await send(desk, '2026-03-12T09:00:00Z', CLASHES);
  const parts = { store: desk.store, analyst: createOfflineAnalyst() };
  const told = await answerQuestion(parts, question, [], '2026-03-12T10:00:00Z');
  expect(told.answer).toContain(answer);
});
