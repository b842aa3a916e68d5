/** Questions as people type them: in small letters, with slips, and about what is not told. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { storyOf, takeWith } from '../story.ts';

const DUTY = takeWith(
  'duty',
  `Tarnia will put a duty of 12 percent on imports of glass from Ostland from May 1, its trade ministry said on Monday.

The ban on coloured glass runs until September 30. Ostland has not decided whether to answer with duties on timber, minister Greta Holm said.

The ministry received 40 objections to the duty.`,
);
const REPLY = takeWith(
  'reply',
  `Builders fear higher prices because of the new duty, their federation said on Monday. It ruled out a strike.`,
  { provider: 'Coast Agency', sentAt: '2032-03-04T15:00:00Z' },
);
const RIVER = takeWith(
  'river',
  `Norland has decided to deepen the river Moor, its cabinet said on Monday. Work takes two years.`,
);

const analyst = createOfflineAnalyst();
const ask = async (question: string, takes = [DUTY, REPLY]) => {
  const stories = takes.map((take) => ({ ...storyOf(take), event: take === RIVER ? 'e2' : 'e1' }));
  const focus = stories.filter(({ event }) => event === 'e1').map(({ id }) => id);
  return analyst.answer({ question, stories, focus, at: '2032-03-05T00:00:00Z' });
};

describe('a question', () => {
  it.each([
    ['has ostland decided to answer on timber yet?', 'has not decided'],
    ['how long does the ban on coloured glass last?', 'until September 30'],
    ['how many objektions were there to the duty', '40 objections'],
    ['why are builders worried?', 'higher prices'],
    ['how many objected to the duty?', '40 objections'],
  ])('"%s" is answered', async (question, part) => {
    expect((await ask(question)).answer).toContain(part);
  });

  it('in small letters is not answered from a story that does not know its name', async () => {
    const { answer } = await ask('has ostland decided on timber?', [RIVER, DUTY]);
    expect(answer).not.toContain('Norland');
  });

  it.each(['has tarnia put a duty on cement?', 'did the federation sue?'])(
    '"%s" is refused: the story names no such thing',
    async (question) => {
      expect((await ask(question)).abstained).toBe(true);
    },
  );

  it('of which another story of the event knows the name is answered from either', async () => {
    const { answer } = await ask('what do builders in Tarnia fear?');
    expect(answer).toContain('higher prices');
  });
});
