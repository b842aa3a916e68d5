/** What stays open: decisions to be made, denials, rival figures, things not known. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const BEFORE = 'The old bridge over the Tarn was closed on Monday, the port said.';

async function openIn(text: string): Promise<string[]> {
  const copy = `${BEFORE} ${text} The port has 40 cranes.`;
  const take = takeWith('take', copy, { headline: 'Bridge closed' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.open.map((line) => line.text);
}

describe('an open issue', () => {
  it.each([
    'A judge in Lomel must decide whether the owners owe damages.',
    'Its head, Ana Pires, disputed that salt had played a part.',
    'The Lomel ministry denied closing any road.',
    'Interwire could not independently verify the account.',
    'The two towns had still to settle who would pay.',
    'The towns have not agreed on a toll.',
    'It is too early to estimate the cost, the insurers said.',
    'No date has been set for the repairs.',
    'Fishermen on both banks oppose the plan.',
    'Two workers were missing after a raft sank.',
    'Neither claim could be confirmed.',
    'The port gave no figure for the damage.',
    'What caused the crack is being investigated.',
    'The offer of talks has gone unanswered.',
    'Each side accused the other of cutting the cable.',
    'The sample was too small to rule out rust, a study said.',
    'The main sticking point is the toll.',
    '"We do not know yet what broke," said engineer Ana Pires.',
  ])('is: %s', async (sentence) => {
    expect(await openIn(sentence)).toEqual([sentence]);
  });

  it('is a count that differs from the one before', async () => {
    const other = 'Organisers said 900 people had come.';
    expect(await openIn(`Police put the crowd at 300. ${other}`)).toEqual([other]);
  });

  it.each([
    'Dray denied all charges.',
    'Organisers said 900 people had come.',
    'Rain ended the final, denying the hosts a win.',
    '"We know what broke," said engineer Ana Pires.',
  ])('is not: %s', async (sentence) => {
    expect(await openIn(sentence)).toEqual([]);
  });
});
