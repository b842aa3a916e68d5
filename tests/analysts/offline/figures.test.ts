/** Figures as wires write them: sums with their scale and the country of their sign, tolls of their own day. */
import { expect, it } from 'vitest';
import { amidRain } from './sentence.ts';

const numbersOf = async (sentence: string) => (await amidRain(sentence)).numbers;

it.each([
  ['The mill was sold for $640 MLN in cash.', '$640 MLN', 640e6, 'dollars'],
  ['The mill was sold for US$640 million in cash.', 'US$640 million', 640e6, 'dollars'],
  ['The mill was sold for $US1.7 billion in cash.', '$US1.7 billion', 1.7e9, 'dollars'],
  ['The mill was sold for A$2.5bn in cash.', 'A$2.5bn', 2.5e9, 'Australian dollars'],
  ['The mill was sold for HK$30 bln in cash.', 'HK$30 bln', 30e9, 'Hong Kong dollars'],
  ['The mill was sold for EUR 5 mln in cash.', 'EUR 5 mln', 5e6, 'euros'],
  ['The mill was sold for EUR5bn in cash.', 'EUR5bn', 5e9, 'euros'],
  ['The mill was sold for 640 mln euros in cash.', '640 mln euros', 640e6, 'euros'],
  ['The mill was sold for Rs. 250 crore in cash.', 'Rs. 250 crore', 2.5e9, 'rupees'],
  ['The mill was sold for SEK 3.2 bln in cash.', 'SEK 3.2 bln', 3.2e9, 'Swedish crowns'],
  ['A $5 million fine was paid.', '$5 million', 5e6, 'dollars'],
])('%s', async (sentence, text, value, unit) => {
  expect(await numbersOf(sentence)).toMatchObject([{ text, value, unit }]);
});

it('the toll of an earlier disaster is none of this one', async () => {
  const figures = await numbersOf('The last quake in the valley, in 2009, killed 1,200 people.');
  expect(figures.map(({ value }) => value)).not.toContain(1200);
});
