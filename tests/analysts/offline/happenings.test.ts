/** What stories put together by mistake tell of two happenings is no difference between sources. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storiesOf, takeWith } from '../story.ts';

async function measuresThatDiffer(one: string, other: string): Promise<string[]> {
  const sentAt = '2032-03-04T13:05:00Z';
  const stories = storiesOf([
    takeWith('t0', `${one} Crews worked through the night.`, { provider: 'Kestrel', sentAt }),
    takeWith('t1', `${other} The mayor spoke at noon.`, { provider: 'Portwire', sentAt }),
  ]);
  const card = await createOfflineAnalyst().card({ event: EVENT, stories });
  return (card.conflicts ?? []).map(({ measure }) => measure);
}

describe('two happenings in one event', () => {
  it.each([
    [
      'of two towns',
      'A bus crash near Varn killed four people on Thursday, police said.',
      'Six people were killed when a truck overturned near Tarek on Thursday, police said.',
    ],
    [
      'of two matches',
      'The hosts of Harwick beat Tollgate 2-1 on Thursday before 18,204 spectators.',
      'The team of Selby beat Dunmore 1-0 on Thursday before 9,870 spectators.',
    ],
    [
      'of two firms',
      'The haulier Arden said on Thursday its net profit rose 12 percent to $84 million.',
      'The baker Calder said on Thursday its net profit fell 7 percent to $41 million.',
    ],
    [
      'of a quake and what followed it',
      'An earthquake of magnitude 6.4 struck Varn on Thursday, the institute said.',
      'An aftershock of magnitude 4.7 shook Varn on Thursday, the institute said.',
    ],
  ])('%s do not differ', async (_, one, other) => {
    expect(await measuresThatDiffer(one, other)).toEqual([]);
  });
});

describe('one happening', () => {
  it.each([
    [
      'that both name',
      'A bus crash near Varn killed four people on Thursday, police said.',
      'Six people were killed when a bus overturned near Varn on Thursday, police said.',
      'dead',
    ],
    [
      'that one names by its town and the other by its people',
      'A bus crash near Varn in Orvania killed four people on Thursday, police said.',
      'Six people were killed when an Orvanian bus overturned on Thursday, police said.',
      'dead',
    ],
    [
      'and its aftershock',
      'An aftershock of magnitude 4.7 shook Varn on Thursday, the institute said.',
      'A 4.9 magnitude aftershock was felt in Varn on Thursday, the survey said.',
      'magnitude aftershock',
    ],
  ])('%s does', async (_, one, other, measure) => {
    expect(await measuresThatDiffer(one, other)).toEqual([measure]);
  });
});
