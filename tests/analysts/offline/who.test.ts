/** Who: the people named and the actor of the opening, and nobody who is neither. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function namesIn(lede: string): Promise<string[]> {
  const take = takeWith(lede, `${lede} The weather was dry.`, { headline: 'News of the day' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.who.map(({ name }) => name);
}

it.each([
  ['Export officials met on Tuesday to discuss controls.', ['Export officials']],
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
  ['Counsel for the clinic, Fergus Mac Giolla SC, spoke on Monday.', ['Fergus Mac Giolla']],
])('%s: %j', async (lede, names) => {
  expect((await namesIn(lede)).filter((name) => !/^(?:A bus|Neighb)/.test(name))).toEqual(names);
});
