/** Questions of readers in a hurry: half a sentence, everyday words, what is meant left to the story. */
import { describe, expect, it } from 'vitest';
import { askerOf, takeWith } from '../../story.ts';

const PIER = takeWith(
  'pier',
  `Part of the pier at Wendmouth fell into the sea on Sunday during a kite festival, and nine people were taken to hospital.

The pier, put up in 1888, had passed an inspection in June. It gave way under a crowd of some 400.

Repairs will cost 7 million crowns, the council reckons. Wendmouth has 31,000 people.

The council's lawyer, Ned Pascoe of the county bar, called the claims "a raffle".

Divers searched off Gull Rock until dusk. Winds reached 60 kilometres an hour.

The festival goes on in Harlow Park, without kites. The pier reopens on August 4.`,
  { headline: 'Nine hurt as pier falls', sentAt: '2032-07-05T12:00:00Z' },
);
const ask = askerOf(PIER, '2032-07-06T00:00:00Z');

describe('a question in a hurry', () => {
  it.each([
    ['how many hurt', 'nine people'],
    ['how old is the pier', '1888'],
    ['repair bill', '7 million crowns'],
    ['what will repairs cost', '7 million crowns'],
    ['population of wendmouth', '31,000 people'],
    ['what does the councils lawyer say', 'a raffle'],
    ['where did divers search', 'Gull Rock'],
    ['wind speed', '60 kilometres an hour'],
    ['when does the pier reopen', 'August 4'],
  ])('"%s" is answered', async (question, part) => {
    expect((await ask(question)).answer).toContain(part);
  });

  it.each([
    ['what did the mayor say', 'only the lawyer speaks'],
    ['how long is the pier', 'no length is told'],
    ['how many died', 'nobody is counted who did'],
    ['who built the pier', 'nobody is named who did'],
  ])('"%s" is refused: %s', async (question) => {
    expect((await ask(question)).abstained).toBe(true);
  });
});
