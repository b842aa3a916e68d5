/** Golden cards: each folder of tests/golden/cards is a story and the card that it gives. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { clean } from '../../../src/editing/clean.ts';
import { verifyCard } from '../../../src/editing/verify.ts';
import { SECTIONS, type Card } from '../../../src/news/card.ts';
import { textReader } from '../../../src/wires/formats/text.ts';
import { EVENT, storyOf } from '../story.ts';

const FOLDER = join(import.meta.dirname, '../../golden/cards');
const UPDATE = process.env['UPDATE_GOLDEN'] === '1';

async function cardOf(source: string): Promise<Card> {
  const bytes = readFileSync(source);
  const text = bytes.toString('utf8');
  const [copy] = textReader.parse({ bytes, contentType: null, baseUrl: null, text }).copies;
  if (!copy) throw new Error(`${source} holds no copy`);
  const take = { ...clean(copy, { wire: 'desk', provider: null, file: null }), id: 'take' };
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  expect(verifyCard(card, [take])).toEqual(card);
  return card;
}

/** Set UPDATE_GOLDEN=1 to write the cards anew, then read the difference line by line. */
describe('golden cards', () => {
  const cases = readdirSync(FOLDER);

  it('cover at least ten kinds of story', () => {
    expect(cases.length).toBeGreaterThanOrEqual(10);
  });

  it.each(cases)('%s', async (name) => {
    const golden = join(FOLDER, name, 'card.json');
    const card = await cardOf(join(FOLDER, name, 'source.txt'));
    if (UPDATE) writeFileSync(golden, `${JSON.stringify(card, null, 2)}\n`);
    const expected = JSON.parse(readFileSync(golden, 'utf8')) as Card;
    for (const section of SECTIONS) expect(card[section], section).toEqual(expected[section]);
    expect(card).toEqual(expected);
  });
});
