/** Copy as a list of points, and copy in capitals, as traders' wires send it. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { clean } from '../../../src/editing/clean.ts';
import { sentencesOf } from '../../../src/news/sentence.ts';
import { parsed } from '../../wires/formats/parsed.ts';
import { datesOf } from '../../../src/analysts/offline/reading/dates.ts';
import { readSentence } from '../../../src/analysts/offline/reading/tokens.ts';
import { EVENT, storyOf } from '../story.ts';

const POINTS = `BRIEF-Nordmark Dairy to buy Solvik Cheese

March 2 (Interwire) - Nordmark Dairy:
* TO ACQUIRE SOLVIK CHEESE FOR $64 MLN IN CASH
* EXPECTS DEAL TO CLOSE IN AUTUMN
* SEES ANNUAL SAVINGS OF $3 MLN
`;

async function cardOf(source: string) {
  const { copies } = parsed({ bytes: Buffer.from(source), contentType: null, baseUrl: null });
  const [copy] = copies;
  if (!copy) throw new Error('no copy');
  const take = clean(copy, {
    provider: 'Interwire',
    wire: 'w',
    file: null,
    arrivedAt: '2032-03-02T10:00:00Z',
  });
  return createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
}

it('every point is a sentence of its own, and what opens the list is no summary', async () => {
  const { summary, numbers } = await cardOf(POINTS);
  expect(summary[0]?.text).toBe('TO ACQUIRE SOLVIK CHEESE FOR $64 MLN IN CASH');
  expect(summary.map(({ text }) => text)).not.toContain('Nordmark Dairy:');
  expect(numbers.map(({ value }) => value)).toEqual([64e6, 3e6]);
});

it.each([
  ['TO HOLD INVESTOR CALL ON DEC 1 AT 0900 CET', 'DEC 1', '2032-12-01'],
  ['MINISTERS TO MEET IN GENEVA ON MONDAY TO SIGN DEAL', 'MONDAY', '2032-11-29'],
  ['Ministers said they MAY meet ON MONDAY', undefined, undefined],
])('days in capitals: %s', (text, written, date) => {
  const read = sentencesOf(text).map((span, index) => readSentence(span, index));
  const [found] = datesOf(read, '2032-11-26');
  expect(found?.text).toBe(written);
  expect(found?.date).toBe(date);
});
