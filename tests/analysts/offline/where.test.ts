/** Where it happened: the words of the copy first, then the dateline that it was filed under. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith, type StoryParts } from '../story.ts';

const MORE = 'Officials said more details would follow.';

async function placesIn(lede: string, parts: StoryParts = {}): Promise<string[]> {
  const take = takeWith(lede, `${lede}\n\n${MORE}`, { headline: 'News of the day', ...parts });
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  for (const { place, evidence } of card.where)
    for (const { start, end, quote } of evidence) {
      expect(place).not.toBe('');
      expect(take.text.slice(start, end)).toBe(quote);
    }
  return card.where.map(({ place }) => place);
}

const filedFrom = (place: string): StoryParts => ({
  dateline: { place, region: null, date: '2032-03-04', source: 'Interwire' },
});

describe('the place of the dateline', () => {
  it.each([
    ['GENEVA', 'Trade ministers ended five days of talks without an accord on Friday.', 'Geneva'],
    [
      'PORT-AU-PRINCE',
      'The transitional council named an economist as prime minister on Monday.',
      'Port-au-Prince',
    ],
    ['Seoul', 'Export officials met on Tuesday to discuss controls on machines.', 'Seoul'],
    [
      'BUENOS AIRES',
      'Brazil forward Caio Benvenuto tore a muscle in the 2-1 win over Uruguay on Tuesday.',
      'Buenos Aires',
    ],
    [
      'HANOI',
      'Two ministers signed a pact on Tuesday amid growing tension in the South China Sea.',
      'Hanoi',
    ],
    ['LIMA', 'Ada Lind, who lives in Bolivia, won the book prize on Tuesday.', 'Lima'],
  ])('%s stands where the text gives none: %s', async (dateline, lede, place) => {
    expect(await placesIn(lede, filedFrom(dateline))).toEqual([place]);
  });

  it.each([
    ['LIMA', 'A bus plunged into a gorge in Bolivia on Monday, killing nine people.', 'Bolivia'],
    ['DHAKA', 'A ferry capsized on a river in Chittagong on Wednesday.', 'Chittagong'],
    ['SYDNEY', 'A cyclone crossed the coast of Fiji late on Tuesday.', 'Fiji'],
    [
      'OSTEN',
      'Drillers reached a lake on the Arctic island of Norvik Stav, they said on Monday.',
      'Norvik Stav',
    ],
    ['LORN', 'A tram jumped the rails on Harbour Road on Tuesday, killing two.', 'Harbour Road'],
    ['COTONOU', 'Benin has declared an outbreak in its northern Borgou province.', 'Borgou'],
    ['LORN', 'The open-air pool in Beckford will close on September 12, 2032.', 'Beckford'],
    ['BRUSSELS', 'An earthquake struck the highlands of Peru before dawn on Tuesday.', 'Peru'],
  ])('%s gives way to what the copy says: %s', async (dateline, lede, place) => {
    expect((await placesIn(lede, filedFrom(dateline)))[0]).toBe(place);
  });

  it('is no town that people come from, and is where the headline says outright', async () => {
    const lede = 'A driver, a 42-year-old man from Beckford, was held after a crash.';
    expect(await placesIn(lede)).not.toContain('Beckford');
    const police = 'Paris police said that they were looking into a shooting with several victims.';
    expect(await placesIn(police, { headline: 'Five shot in Paris' })).toEqual(['Paris']);
    expect(await placesIn(police)).toEqual([]);
  });

  it('is found behind a byline inside the text, and nothing is guessed from other capitals', async () => {
    expect(await placesIn('By Ann Lee\nNAIROBI, Nov 6 (Interwire) - The bank cut a rate.')).toEqual(
      ['Nairobi'],
    );
    expect(await placesIn('Read this first. EXCLUSIVE - The bank cut its rate.')).toEqual([]);
  });

  it('is not taken where nobody filed it', async () => {
    expect(await placesIn('The bank cut its rate on Monday.')).toEqual([]);
  });
});

it('the headline that says where outdoes a street', async () => {
  const parts = { headline: 'Five shot in Seattle near protest' };
  const lede = 'Gunfire rang out near Pine Street on Monday, police in Seattle said.';
  expect((await placesIn(lede, parts))[0]).toContain('Seattle');
});

it('what happened is where its name says', async () => {
  const lede = 'Five victims of the Geneva tram crash were named by people in London on Monday.';
  expect((await placesIn(lede))[0]).toBe('Geneva');
});

it.each([
  [
    'Norland to move people from full Tashkent island',
    'Norland will move 900 people from the island of Tashkent in the coming days.',
    'Tashkent',
  ],
  [
    'Two sides narrow gap, next round in Seoul',
    'Envoys met on Monday, a ministry in Seoul said.',
    'Lima',
  ],
  ['Court blocks road', 'The prints are older than any other found in South America.', 'Lima'],
  ['Food runs out', 'People at Vaasen are hungry, an aid worker told reporters in Lima.', 'Vaasen'],
])('%s: what the reporter’s place is worth', async (headline, lede, place) => {
  expect((await placesIn(lede, { headline, ...filedFrom('LIMA') }))[0]).toBe(place);
});

it('a town that is named before a full name is not of that person', async () => {
  const lede =
    'Police named victims of a tram crash in Croydon. Moment Croydon crash survivor wept.';
  expect((await placesIn(lede))[0]).toBe('Croydon');
});

it('a town is a town although a hashtag writes it small', async () => {
  const lede = 'A tram overturned in Croydon on Monday. People wrote croydon is shocked.';
  expect((await placesIn(lede))[0]).toBe('Croydon');
});

it('the place of what falls through is not where it was said', async () => {
  const lede = 'A singer has called off her tour. Eleven concerts fall through, the first of them Thursday’s in Milan.'; // prettier-ignore
  expect(await placesIn(lede, filedFrom('LORN'))).toEqual(['Lorn']);
});

it('is not where goods come from', async () => {
  expect(await placesIn('Port officials turned away steel from Peru on Tuesday.')).toEqual([]);
});
