/** Next steps that grammar alone gives away: verbs behind an aside, times without a verb of doing, times without a day. */
import { describe, expect, it } from 'vitest';
import { stepsOfDispute } from './sentence.ts';

describe('a firm step', () => {
  it.each([
    [
      'behind an aside',
      'The barge, holed in a collision, sails for Malta on Friday.',
      '2028-03-10',
    ],
    ['of a plural', 'Bells ring across the valley on Sunday.', '2028-03-12'],
    ['of a plural farther off', 'Work at the other two pits stops on Thursday.', '2028-03-09'],
    ['behind its day', 'In April the ship moves on to Lisbon.', '2028-04'],
    ['that holds from a day on', 'The scheme covers all farms from April 1.', '2028-04-01'],
    ['by a plain day', 'The deadline for bids is Friday.', '2028-03-10'],
    ['by there being one', 'There is a second hearing on Friday.', '2028-03-10'],
    ['by a label', 'Second-quarter results: March 16.', '2028-03-16'],
    ['by one of several', 'The line drops 40 trains, the first of them on March 20.', '2028-03-20'],
    ['in what is added', 'It has sold 30 flats, with more to be released in June.', '2028-06'],
    ['behind a colon', 'They want to see the pit: a visit is arranged for April 11.', '2028-04-11'],
    ['moved in passing', 'The hearing, due on Friday, was moved to April 20.', '2028-04-20'],
    ['put off from one day to another', 'The vote was postponed from April 10 to April 17.', '2028-04-17'], // prettier-ignore
    ['moved to one day from another', 'The vote has been moved to April 17 from April 10.', '2028-04-17'], // prettier-ignore
    ['in place of another day', 'The vote will be held on April 17 instead of April 10.', '2028-04-17'], // prettier-ignore
    ['put forward by a span', 'They vote at the meeting, brought forward by a week to June 1.', '2028-06-01'], // prettier-ignore
    ['on several days', 'Pilots walk out on April 3 and April 9.', '2028-04-03'],
    ['in the week after', 'Her deputy takes the stand next Thursday.', '2028-03-16'],
    ['beside what is not known', 'The road stays shut until Friday, adding that nobody knows if rocks could fall.', '2028-03-10'], // prettier-ignore
  ])('is told %s: %s', async (_, sentence, date) => {
    const [step] = await stepsOfDispute(sentence);
    expect(step?.firm).toBe(true);
    expect(step?.when?.date).toBe(date);
  });

  it.each([
    'The rest of the convoy leaves overnight.',
    'The court rules later in the month.',
    'A second vote follows two weeks later.',
    'He sits out the trip to Spain.',
  ])('needs no day: %s', async (sentence) => {
    expect(await stepsOfDispute(sentence)).toMatchObject([{ firm: true, when: null }]);
  });
});

describe('a soft step', () => {
  it.each([
    'A second site may be added in 2030.',
    'An announcement is possible on Friday.',
    'The start was provisionally set for April 1.',
    'The company would like to start on April 1.',
  ])('is: %s', async (sentence) => {
    expect(await stepsOfDispute(sentence)).toMatchObject([{ firm: false }]);
  });
});

describe('no step', () => {
  it.each([
    ['of the past by its hour', 'At 10:08 p.m., an officer sounds the alarm.'],
    ['of the past by its verb', 'He was charged in May and walked free a day later.'],
    ['of what is usual', 'Microbes usually spread in April.'],
    ['of what need not be', 'An election does not have to be held until October 2030.'],
    ['of youths behind a day', 'On Sunday, youths in Lorn attacked a bank.'],
    ['of a compound', 'A tailings dam at a mine burst on Thursday in Lorn.'],
    ['of a goal', 'The state broke a pledge to cut its emissions by 2030.'],
  ])('is told %s: %s', async (_, sentence) => {
    expect(await stepsOfDispute(sentence)).toEqual([]);
  });
});

describe('the day that a thing leaves', () => {
  it.each([
    'The vote, originally set for April 10, was postponed indefinitely.',
    'The talks were pushed back a week from April 10.',
    'The vote was postponed from April 10 to April 17.',
  ])('is no day of a step: %s', async (sentence) => {
    const days = (await stepsOfDispute(sentence)).map(({ when }) => when?.date);
    expect(days).not.toContain('2028-04-10');
  });

  it.each([
    'The company moved its plant and will run it from April 10.',
    'The airline will delay flights from April 10.',
  ])('is not the day on which one begins: %s', async (sentence) => {
    expect((await stepsOfDispute(sentence))[0]?.when?.date).toBe('2028-04-10');
  });
});
