/** Questions in short forms, and with words in two that the copy has as one. */
import { describe, expect, it } from 'vitest';
import { askerOf, takeWith } from '../../story.ts';

const VOTE = takeWith(
  'vote',
  `Lisbet Harrow will be the premier of Norrvale after her party won the vote on Sunday.

Runoffs in six districts are to be held on October 3. The teachers' association called the count "a lottery in the rain".

Norrvale has a population of 1.4 million. Counting took 14 hours. The first results were published at noon on Monday.`,
  { headline: 'Harrow wins in Norrvale', sentAt: '2032-09-20T12:00:00Z' },
);
const ask = askerOf(VOTE, '2032-09-21T00:00:00Z');

describe('a question as thumbs type it', () => {
  it.each([
    ['when are the run offs', 'October 3'],
    ["who's gonna be premier of norrvale", 'Lisbet Harrow'],
    ['what does the teachers assoc say', 'a lottery in the rain'],
    ['pop of norrvale', '1.4 million'],
    ['how many hrs did counting take', '14 hours'],
    ['when did the first results come out', 'noon on Monday'],
  ])('"%s" is answered', async (question, part) => {
    expect((await ask(question)).answer).toContain(part);
  });
});
