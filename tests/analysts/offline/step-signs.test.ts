/** Next steps that no rule knows, shown because of signs that hold whatever the words. */
import { describe, expect, it } from 'vitest';
import { stepsOfDispute } from './sentence.ts';

describe('a step that no rule knows', () => {
  it.each([
    ['Tickets: on sale from April 3.', '2028-04-03'],
    ['Owners can hand in their old kettles up to Friday.', '2028-03-10'],
  ])('is shown with its time: %s', async (sentence, date) => {
    expect((await stepsOfDispute(sentence)).map(({ when }) => when?.date)).toEqual([date]);
  });

  it.each(['Tickets every week: on sale from Friday.'])(
    'is not shown where it is a habit: %s',
    async (sentence) => {
      expect(await stepsOfDispute(sentence)).toEqual([]);
    },
  );
});
