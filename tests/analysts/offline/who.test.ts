/** Who: the people named and the actor of the opening, and nobody who is neither. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function namesIn(lede: string, headline = 'News of the day'): Promise<string[]> {
  const take = takeWith(lede, `${lede} The weather was dry.`, { headline });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.who.map(({ name }) => name);
}

it.each([
  ['Export officials met on Tuesday to discuss controls.', ['Export officials']],
  [
    'Export officials from Japan and Norway agreed on a form on Tuesday.',
    ['Export officials from Japan and Norway'],
  ],
  ['Officials said on Tuesday that the dam had held.', []],
  ['The governor of the bank, Ada Voss, resigned on Monday.', ['Ada Voss']],
  ['A court on Tuesday cleared the former minister Ada Voss.', ['A court', 'Ada Voss']],
  ['Neighbouring Ghana closed its border on Monday.', []],
  ['Thousands marched along Habib Benali Avenue on Sunday.', ['Thousands']],
  ['A bus of the firm Transportes Nuevo Sol overturned on Monday.', []],
  ['Senators were told that the rival Tarn Logistics reports on Friday.', ['Senators']],
  ['The ferry Blue Marlin was taken to port on Monday.', []],
  ['He told Kanal Sju on Monday that he would go.', []],
  ['She signed for Atlas Verona on Monday.', []],
  ['They were taken to a hospital in Zamora del Rey on Monday.', []],
  ['Its offer was turned down by Marlow Vance chief executive Ida Bron.', ['Ida Bron']],
  ['Osric Vellan was acquitted of fraud on Monday.', ['Osric Vellan']],
  ['Phone records of a driver will be looked at on Monday.', []],
  ['Even Donald Voss came to the port on Monday.', ['Donald Voss']],
  ['The Halden-flagged ferry was taken to port on Monday.', []],
  ['Osric Vellan has been jailed for a year.', ['Osric Vellan']],
  ['Though the Leeds Harriers lost on Monday, they kept the cup.', ['Leeds Harriers']],
  ['Counsel for the clinic, Fergus Mac Giolla SC, spoke on Monday.', ['Fergus Mac Giolla']],
])('%s: %j', async (lede, names) => {
  expect((await namesIn(lede)).filter((name) => !/^(?:A bus|Neighb)/.test(name))).toEqual(names);
});

it('the subject of the lede comes before whom the headline only speaks of', async () => {
  const lede = 'Harbour chief Ada Voss cleared the pilot Otto Renn on Monday.';
  expect(await namesIn(lede, 'Port stands by pilot Renn')).toEqual(['Ada Voss', 'Otto Renn']);
  expect(await namesIn(lede, 'Otto Renn is cleared')).toEqual(['Otto Renn', 'Ada Voss']);
});

it('who only tells which march it was does not lead', async () => {
  const lede = 'A gunman opened fire on Monday near a march for Carl Mott, who won the vote.';
  expect((await namesIn(lede, 'Mott protest march marred by shooting'))[0]).toBe('A gunman');
  expect((await namesIn(lede, 'Mott calls for calm'))[0]).toBe('Carl Mott');
});

it('those who are named lead where the copy tells that they have been named', async () => {
  const lede = 'The two victims of the crash have now been named as Ada Voss and Otto Renn.';
  expect(await namesIn(lede)).toEqual(['Ada Voss', 'Otto Renn']);
});

it('the lede is found behind what a page puts in front of it', async () => {
  const page =
    'Sign up for our letters and never miss a thing. Nine sailors drowned off Tarn on Monday.';
  expect((await namesIn(page, 'Sailors drowned in storm'))[0]).toBe('Nine sailors');
  const lede = 'Nine sailors drown off Tarn';
  expect((await namesIn(`${lede} Nine sailors drowned on Monday off Tarn.`, lede))[0]).toBe(
    'Nine sailors',
  );
});

it('one person is an actor too', async () => {
  expect(await namesIn('One person was killed on Monday when a wall fell.')).toEqual([
    'One person',
  ]);
});

it('a word that stands once before or behind a name is no part of it', async () => {
  const lede =
    'Donald Voss won on Monday. Voters heard Donald Voss. Donald Voss Medics came. In Norway Donald Voss is known.';
  expect(await namesIn(lede)).toEqual(['Donald Voss']);
});
