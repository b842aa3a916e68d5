/** Shares and sums are told with what they are of, in the words of the copy. */
import { expect, it } from 'vitest';
import { fullCard } from '../../../src/editing/layout/card.ts';
import { amidRain } from './sentence.ts';

it.each([
  ['The poll gave her 44 percent of likely voters.', '44 percent', '44 percent of likely voters'],
  ['Firms pay a 35 percent corporate tax.', '35 percent', '35 percent corporate tax'],
  ['The bank reported annual revenues of $5.1bn.', '$5.1bn', 'annual revenues of $5.1bn'],
  ['The crown fell about 1.2 percent on Tuesday.', '1.2 percent', 'fell about 1.2 percent'],
  [
    'The fund has $32 billion in foreign earnings.',
    '$32 billion',
    '$32 billion in foreign earnings',
  ],
  ['The rate is now 4.25 percent.', '4.25 percent', undefined],
  ['The crown was up 2 percent last week.', '2 percent', undefined],
])('%s', async (sentence, text, phrase) => {
  const { numbers } = await amidRain(sentence);
  expect(numbers[0]).toMatchObject({ text });
  expect(numbers[0]?.phrase).toBe(phrase);
  if (phrase !== undefined) expect(sentence).toContain(phrase);
});

it('shows the phrase', async () => {
  const card = await amidRain('The poll gave her 44 percent of likely voters.');
  const shown = JSON.stringify(fullCard(card, { id: 'e', version: 1 }));
  expect(shown).toContain('"44 percent of likely voters"');
});
