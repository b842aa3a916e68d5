/** Questions as people of several trades type them, and sentences that only seem to answer them. */
import { describe, expect, it } from 'vitest';
import { askerOf, takeWith } from '../story.ts';

const FERRIES = takeWith(
  'ferries',
  `Ferry line Solmar grounded its fleet on Monday and asked a court in Ostrava Bay for protection from creditors, leaving 4,100 travellers stranded.

The line, which ran 14 chartered ships, owes 62 million crowns. Its founder, Henrik Vasa, blamed fuel costs.

Vasa said he would stay until a buyer was found. He is 61.

A leaked report had warned of losses. Two union leaders called on Harbour Minister Ida Roos to resign.

The court gave the administrator, Petra Lund, 45 days to draw up a plan. Tickets are worthless, she said. Nobody was dismissed on Monday.

The permits of the line run out on June 30.`,
  { headline: 'Solmar ferries stop', sentAt: '2032-05-03T12:00:00Z' },
);
const ask = askerOf(FERRIES, '2032-05-04T00:00:00Z');

describe('a question of a trade', () => {
  it.each([
    ['how many ppl are stuck', '4,100 travellers'],
    ['how many boats did they run', '14 chartered ships'],
    ['how much debt does solmar have', '62 million'],
    ['by when must the administrator have a plan', '45 days'],
    ['how old is Henrik Vasa?', 'He is 61'],
    ['when do the permits expire', 'June 30'],
    ["who's the administrator", 'Petra Lund'],
    ['was anyone sacked?', 'Nobody was dismissed'],
  ])('"%s" is answered', async (question, part) => {
    expect((await ask(question)).answer).toContain(part);
  });

  it.each([
    ['did Roos resign?', 'she was only called on to'],
    ['who leaked the report?', 'nobody is named who did'],
    ['what did Roos say?', 'only others speak'],
    ['how many sailors were hurt?', 'no sailors are counted'],
    ['how long is the fleet?', 'no length is told'],
    ['did they agree to lift the tariffs?', 'there are none'],
    ['what was on them?', 'there is no word to go by'],
  ])('"%s" is refused: %s', async (question) => {
    expect((await ask(question)).abstained).toBe(true);
  });
});
