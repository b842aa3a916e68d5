/** Stories that change a step are found among many: by what they tell, their words and their time. */
import { expect, it } from 'vitest';
import { changingIn, nearest } from '../../src/amending/changing.ts';
import { storyOf, takeWith } from '../analysts/story.ts';

const AT = '2032-03-09T10:00:00Z';
const story = (id: string, headline: string, text: string, changedAt: string) => ({
  ...storyOf(takeWith(id, text, { headline, sentAt: changedAt })),
  changedAt,
});

const MOVED = 'The fishing talks in Tolm have been postponed until Friday, the ministry said.';
const stories = [
  story('a', 'Tolm fishing talks put off', MOVED, '2032-03-08T10:00:00Z'),
  story('b', 'Harvest strike is off', 'The strike was called off.', '2032-03-08T11:00:00Z'),
  story('c', 'Tolm fishing talks go on', 'The fishing talks go on.', '2032-03-08T12:00:00Z'),
  story('d', 'Removals in Tolm', 'The removal of boats is now cheaper.', '2032-03-08T13:00:00Z'),
];

it('keeps those that move something or call it off, and the same ones when asked again', async () => {
  for (let time = 0; time < 2; time += 1) {
    const found = await changingIn(stories, AT);
    expect(found.map(({ story: { current } }) => current.headline).sort()).toEqual([
      'Harvest strike is off',
      'Tolm fishing talks put off',
    ]);
  }
});

it('gives none that is killed or held', async () => {
  const killed = stories.map((each) => ({ ...each, state: 'killed' as const }));
  expect(await changingIn(killed, AT)).toEqual([]);
});

it('takes those that share words and came later', async () => {
  const found = await changingIn(stories, AT);
  const titles = (since: string) =>
    nearest(found, ['tolm', 'fishing', 'talks', 'strike'], since).map(
      ({ current }) => current.headline,
    );
  expect(titles('2032-03-07T00:00:00Z')).toEqual(['Tolm fishing talks put off']);
  expect(titles('2032-03-08T10:30:00Z')).toEqual([]);
});
