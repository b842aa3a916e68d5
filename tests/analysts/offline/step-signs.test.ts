/** Next steps that no rule knows, shown because of signs that hold whatever the words. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { NextStep } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

/** A Tuesday. */
const SENT_AT = '2028-03-07T12:00:00Z';

async function stepsIn(sentence: string): Promise<readonly NextStep[]> {
  const copy = `The council of Lorn and the company were at odds, officials said. ${sentence}`;
  const take = takeWith('take', copy, { sentAt: SENT_AT, headline: 'News' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.next;
}

describe('a step that no rule knows', () => {
  it.each([
    ['Tickets: on sale from April 3.', '2028-04-03'],
    ['Owners can hand in their old kettles up to Friday.', '2028-03-10'],
  ])('is shown with its time: %s', async (sentence, date) => {
    expect((await stepsIn(sentence)).map(({ when }) => when?.date)).toEqual([date]);
  });

  it.each(['Tickets every week: on sale from Friday.'])(
    'is not shown where it is a habit: %s',
    async (sentence) => {
      expect(await stepsIn(sentence)).toEqual([]);
    },
  );
});
