/** The card of copy of which one sentence matters. */
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { Card, NextStep } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

function cardOfCopy(text: string, headline: string, sentAt: string): Promise<Card> {
  const take = takeWith('take', text, { headline, sentAt });
  return createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
}

/** Between sentences on rain, in copy of a Tuesday, 2 March 2032. */
export const amidRain = (sentence: string): Promise<Card> =>
  cardOfCopy(
    `Rain fell on the valley on Monday, an official said. ${sentence} Roads were shut.`,
    'Rain',
    '2032-03-02T10:00:00Z',
  );

/** The steps of a sentence that ends copy of a Tuesday, 7 March 2028. */
export async function stepsOfDispute(sentence: string): Promise<readonly NextStep[]> {
  const copy = `The council of Lorn and the company were at odds, officials said. ${sentence}`;
  return (await cardOfCopy(copy, 'News', '2028-03-07T12:00:00Z')).next;
}
