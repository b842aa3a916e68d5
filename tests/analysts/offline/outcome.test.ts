/** What came of it: what the lede tells as done, and what only happens to stand there. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function outcomesIn(lede: string): Promise<string[]> {
  const take = takeWith(lede, `${lede} The weather was dry.`, { headline: 'News of the day' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.outcome.map(({ text }) => text);
}

it.each([
  'The shipyard filed for receivership on Monday.',
  'The cabinet scraped through a vote of confidence on Monday.',
  'Nine sailors trapped in a hull were brought out alive on Monday, the coastguard said.',
  'Lorn Motors, a maker of buses, filed for receivership on Monday, saying it was broke.',
  'The synod voted by 302 to 141 on Monday to sell its farms.',
  'Nurses have called a five-day strike from June 24, their union said on Monday.',
  'The reactor went back on the grid on Monday, its operator said.',
  'The shipyard said on Monday it would cut 400 jobs.',
  'The toy maker said on Monday it was recalling 9,000 prams.',
])('tells of something done: %s', async (lede) => {
  expect(await outcomesIn(lede)).toEqual([lede]);
});

it.each([
  'The weather office warned on Monday that storms could come.',
  'The mayor is expected to resign on Friday.',
  'Talks, suspended in 2021, are to be taken up on Friday.',
  'Rain is falling across the hills, the weather office said on Monday.',
  'The shipyard said on Monday it was considering a sale.',
  'The envoys met in a castle on Monday, an official said.',
  'Rescuers searched the bay on Monday for nine sailors.',
])('tells of nothing done: %s', async (lede) => {
  expect(await outcomesIn(lede)).toEqual([]);
});

it.each([
  ['The builder, 61, had been sentenced to seven years in March.', false],
  ['A lower court had already acquitted him.', false],
  ['The builder, 61, was sentenced to seven years.', true],
])('what had been before the news did not come of it: %s', async (sentence, isOutcome) => {
  const lede = 'An appeals court cleared a builder of fraud on Monday.';
  const take = takeWith(lede, `${lede} ${sentence}`, { headline: 'Court clears builder' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  expect(card.outcome.map(({ text }) => text)).toEqual(isOutcome ? [lede, sentence] : [lede]);
});
