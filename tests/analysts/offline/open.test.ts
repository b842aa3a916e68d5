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
    'The report gives no clue as to who dropped the anchor.',
    'Neither town would comment.',
    'The harbour master was evasive about when it could reopen.',
    'The insurers did not wish to speculate about the cause.',
    'Pires has never said how rust got in.',
    'The ministry had not replied by Tuesday night.',
    'The towns were also at loggerheads over the toll.',
    'The insurers put no price on the repairs.',
    'Talks on a second bridge were shelved.',
    'Who will pay for the repairs is still open.',
    'The delegates left without a common date for the work.',
    'Engineers have yet to say why a pier built two years ago cracked.',
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

describe('one sentence', () => {
  const sentencesOf = (list: string): string[] =>
    list
      .trim()
      .split('\n')
      .map((line) => line.trim());
  const open = sentencesOf(`
    It was not immediately clear who had fired the shots.
    The cause of the fire was not known.
    Police have not established a motive.
    Officials gave no reason for the delay.
    The firm refused to comment on the claims.
    She stopped short of naming a successor.
    The parties remain deadlocked over fishing rights.
    No agreement was reached on the border.
    Talks on the border made no progress.
    The question of who will pay was left for another day.
    How the animals escaped is a mystery.
    What will happen to the workers is unclear.
    It is not known whether anyone was on board.
    Doubts persist about the safety of the bridge.
    The army denied that it had shelled the village.
    Both sides accuse each other of breaking the truce.
    The report could not be independently confirmed.
    Estimates of the damage range from 2 million to 9 million euros.
    Two fishermen have not been found.
    Police are looking for a second man.
    Nobody has been arrested.
    No one has claimed responsibility for the blast.
    The deal still has to be approved by shareholders.
    The deal is subject to approval by regulators.
    The names of the victims were not released.
    Investigators have not ruled out sabotage.
    No decision has been taken on the port.
    The date of the trial is uncertain.
    Whether he will stand again is an open question.
    There has been no word from the crew.
    The government has not responded to the demand.
    The ministry did not say why the change was made.
    The agreement leaves the status of the port undecided.
    Ownership of the island is disputed.
    The opposition contests the figures.
    Legal challenges are pending.
    The inquiry is continuing.
    Scientists do not yet understand how the virus spreads.
    The age of the bones is a matter of debate.
    Where the money will come from is not clear.
    The operator could not say how long the repairs would take.
    Details have yet to be worked out.
    The sides differed over the wording.
  `);
  const settled = sentencesOf(`
    The sides agreed on the wording.
    The men were found guilty on all counts.
    The road was reopened on Monday.
    Police arrested two men.
    The firm said it did not expect delays.
    The harbour is not deep.
    He denied all charges.
    The minister could not attend the dinner.
    She has not missed a match since 2020.
    The dispute was settled last week.
    The team found no survivors.
    The search was called off.
    The cause was a broken valve, investigators found.
    They question witnesses every week.
    The rule does not apply to tourists.
    The plan was approved without debate.
    The club has not lost at home this year.
    If no deal is reached by Friday, the port will close.
    The clinic denied negligence.
  `);

  it.each(open)('leaves something open: %s', async (sentence) => {
    expect(await openIn(sentence)).toEqual([sentence]);
  });

  it.each(settled)('leaves nothing open: %s', async (sentence) => {
    expect(await openIn(sentence)).toEqual([]);
  });
});
