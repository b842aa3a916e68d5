/** A stamp that is no day of the calendar gives a card without days, never an error. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const TEXT =
  'The council met in Dunmere on Friday. It will meet again next week, in ten days and on March 9.';

it.each(['2032-02-30T10:00:00Z', '2032-13-45', '0000-00-00', '99999-01-01', 'soon', ''])(
  'sent at "%s"',
  async (sentAt) => {
    const dateline = { place: 'DUNMERE', region: null, date: sentAt, source: null };
    const take = takeWith(sentAt, TEXT, { sentAt, dateline });
    const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
    expect(card.when.map(({ text, date }) => [text, date])).toEqual([['Friday', null]]);
  },
);
