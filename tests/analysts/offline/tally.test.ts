/** Tallies: numbers whose thing is named before them. */
import { expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

async function numbersIn(sentence: string): Promise<[string, number | null, string | null][]> {
  const text = `Rain fell on the valley on Monday, an official said. ${sentence} Roads were shut.`;
  const take = takeWith(sentence, text, { headline: 'Rain', sentAt: '2032-03-02T10:00:00Z' });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.numbers.map(({ text: words, value, unit }) => [words, value, unit]);
}

it.each([
  ['The death toll rose to 14.', ['death toll rose to 14', 14, 'people']],
  ['The toll from the flood in Lomel stood at 1,204 on Tuesday.', [null, 1204, 'people']],
  ['Casualties climbed to 19 from six, rescuers said.', ['Casualties climbed to 19', 19, 'people']],
  ['Sales fell to $4.1 billion.', [null, 4_100_000_000, 'dollars']],
  ['The party holds 31 of the 81 seats.', ['31 of the 81 seats', 31, 'seats']],
  ['It sits on 13 of the council’s 53 seats.', [null, 13, 'seats']],
  ['They drove along a 62-km highway.', ['62-km', 62, 'km']],
  ['The dam holds 30 billion cubic metres.', [null, 30_000_000_000, 'cubic metres']],
  [
    'The number of evacuees in the valley passed 12,400 by nightfall.',
    ['number of evacuees in the valley passed 12,400', 12_400, 'evacuees'],
  ],
  ['The port was sold for $US1.7 billion.', [null, 1_700_000_000, 'dollars']],
  [
    'The sale takes in four quarry and cement plants.',
    ['four quarry and cement plants', 4, 'plants'],
  ],
  ['The seven victims range in age from 20 to 50.', ['seven victims', 7, 'victims']],
  ['A rocket carried the 425 kg relay craft.', ['425 kg', 425, 'kg']],
])('%s', async (sentence, [words, value, unit]) => {
  const [first] = await numbersIn(sentence as string);
  if (words !== null) expect(first?.[0]).toBe(words);
  expect(first?.slice(1)).toEqual([value, unit]);
});

it.each([
  'The index rose to 1,404.',
  'The group held 16 last week.',
  'The toll road to Lomel opened.',
  'The Flood 8 show all in a gallery.',
  'They lost in game seven late last night.',
])('nothing is counted in: %s', async (sentence) => {
  expect(await numbersIn(sentence)).toEqual([]);
});
