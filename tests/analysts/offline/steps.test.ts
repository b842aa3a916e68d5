/** What comes next: the many ways in which copy announces a step, and what only looks like one. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import type { NextStep } from '../../../src/news/card.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const BEFORE = 'The government of Orvania spoke of the matter on Monday at length.';

async function stepsIn(sentence: string): Promise<readonly NextStep[]> {
  const copy = `${BEFORE} ${sentence} Nobody was hurt in the town of Lorn.`;
  const take = takeWith('take', copy, { sentAt: '2026-06-15T12:00:00Z', headline: 'News' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.next;
}

describe('a firm step', () => {
  it.each([
    ['The airline resumes flights on Saturday.', '2026-06-20'],
    ['Ministers gather in Lorn on Thursday for a second day of talks.', '2026-06-18'],
    ['The union has called a 24-hour strike for Friday.', '2026-06-19'],
    ['The new rules apply from July 1.', '2026-07-01'],
    ['He named Ana Roe as his successor, effective July 1.', '2026-07-01'],
    ['His trial, which had been due to begin in May, will now start on September 3.', '2026-09-03'],
    ['The sides have agreed to a follow-up session in Geneva in July.', '2026-07'],
    ['A second hearing has been fixed for 9 a.m. on Thursday.', '2026-06-18'],
    ['Staff were told to return to work on Thursday.', '2026-06-18'],
    ['The final against Spain is on Sunday.', '2026-06-21'],
    ['Roe takes the oath of office on July 1.', '2026-07-01'],
    ['The curfew will remain in force until Friday.', '2026-06-19'],
    ['The labour ministry summoned both sides to talks on Friday.', '2026-06-19'],
    [
      'Traders now await a central bank decision on Thursday, at which economists expect no change.',
      '2026-06-18',
    ],
  ])('is: %s', async (sentence, date) => {
    const [step] = await stepsIn(sentence);
    expect(step?.firm).toBe(true);
    expect(step?.when?.date).toBe(date);
  });

  it.each([
    'The bill now goes to the president.',
    'The victims will be flown home.',
    'His deputy, Ana Roe, will succeed him.',
  ])('needs no day: %s', async (sentence) => {
    const [step] = await stepsIn(sentence);
    expect(step).toMatchObject({ firm: true, when: null });
  });
});

describe('no firm step', () => {
  it.each([
    'The team plans to return to the site in 2028.',
    'Her lawyer said she would appeal on Friday.',
    'The dollar fell on expectations that the bank will raise rates on Friday.',
    'A decision is expected on Friday.',
  ])('is what is planned or expected: %s', async (sentence) => {
    const steps = await stepsIn(sentence);
    expect(steps.filter(({ firm }) => firm)).toEqual([]);
  });

  it.each([
    'The trial was to begin in May but was postponed.',
    'The talks were due to end on Tuesday but broke down.',
    'She said it would be wrong to wait until Friday.',
    'The court rejected a request to delay the trial until July.',
    'The ministry has yet to say how much it will contribute.',
    'The war will never be forgotten.',
    'The chief said she did not expect demand to recover before 2028.',
    "The firm doesn't plan to close the plant on Friday.",
  ])('and no step at all is: %s', async (sentence) => {
    expect(await stepsIn(sentence)).toEqual([]);
  });
});
