/** Who says what stands in quotation marks: fragments, pronouns, groups and organisations. */
import { describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../../src/analysts/offline/offline.ts';
import { EVENT, storyOf, takeWith } from '../story.ts';

const SENT = { headline: 'Bridge closed', sentAt: '2032-03-02T10:00:00Z' };

/** What is quoted, and whose words the card says they are. */
async function quotesIn(text: string): Promise<[string, string | null][]> {
  const take = takeWith(text, text, SENT);
  const card = await createOfflineAnalyst().card({ event: EVENT, stories: [storyOf(take)] });
  return card.quotes.map((quote) => [quote.text, quote.speaker]);
}

const OPENING = 'The old bridge over the Tarn was closed on Monday, the port of Dunmere said. ';

describe('a fragment of a quotation', () => {
  it.each([
    ['Marit Lund', 'Mayor Marit Lund said the town was "deeply sorry for the delay".'],
    ['Marit Lund', 'Mayor Marit Lund called the closure "reckless and costly".'],
    ['Marit Lund', 'Engineer Marit Lund resigned, saying repairs would “take a lifetime”.'],
    ['Marit Lund', 'Envoy Marit Lund thanked the navy for its "quick and quiet help".'],
    ['Marit Lund', 'It had been "a very long night", Captain Marit Lund said.'],
    ['Marit Lund', 'Mayor Marit Lund called the charges "fiction".'],
    ['Marit Lund', 'Mayor Marit Lund dismissed the report as "idle talk" on Monday.'],
    [
      'The jury',
      'The jury, under its chairman, Captain Marit Lund, praised a bridge "that the people of the town had built with their own hands".',
    ],
  ])('belongs to %s: %s', async (speaker, sentence) => {
    const quotes = await quotesIn(`${OPENING}${sentence} It will reopen.`);
    expect(quotes.map(([, by]) => by)).toEqual([speaker]);
  });

  it.each([
    'Marit Lund spoke of a "wide range of topics".',
    'Marit Lund wrote the novel "The Longest Winter Road".',
    'The span is known as "the old lady of the Tarn".',
    'Marit Lund said the "green lane" was shut.',
    'The bridge was called "a work of the devil".',
    'They discussed a "wide range of topics," Marit Lund said.',
  ])('is no quotation when nobody says it: %s', async (sentence) => {
    expect(await quotesIn(`${OPENING}${sentence} It will reopen.`)).toEqual([]);
  });
});

describe('whom a pronoun stands for', () => {
  it.each([
    [
      'Ana Pires',
      'Police chief Ana Pires was on the road between Corvan and Lomel. "The van lost its brakes on the hill," she said.',
    ],
    [
      'Ana Pires',
      `Lomel's chief engineer, Ana Pires, was less sure. "There is no plan that I have seen," she said.`,
    ],
    [
      'Omar Desh',
      'Port director Omar Desh met the crews. Rival Ivo Stam accused him of haste, a charge that Mr Desh rejected. "We checked each bolt twice," he said.',
    ],
    [
      'The Lomel transport ministry',
      'The Lomel transport ministry denied any delay. "Our crews were not there on Sunday," it said in a statement.',
    ],
  ])('%s: %s', async (speaker, text) => {
    expect((await quotesIn(`${OPENING}${text}`)).map(([, by]) => by)).toEqual([speaker]);
  });
});

describe('speakers who are no single person', () => {
  it.each([
    ['Villagers', 'Villagers waved flags and chanted "We want our bridge back" at the gate.'],
    ['Protesters', '"We have waited nine years for this," protesters shouted.'],
  ])('%s: %s', async (speaker, text) => {
    const [quote] = await quotesIn(`${OPENING}${text} It will reopen.`);
    expect(quote?.[1]?.toLowerCase()).toBe(speaker.toLowerCase());
  });

  it('are those who act, when a participle says it', async () => {
    const text =
      'A Corvan court on Tuesday cleared Omar Desh of bribery, saying the witness was "not worth the paper".';
    expect((await quotesIn(OPENING + text)).map(([, by]) => by)).toEqual(['A Corvan court']);
  });

  it('are not the country that owns the minister', async () => {
    const text = `"We stopped asking and started digging," Corvan's energy minister, Ana Pires, said.`;
    expect((await quotesIn(OPENING + text)).map(([, by]) => by)).toEqual(['Ana Pires']);
  });
});

describe('speakers whom no plain verb of saying names', () => {
  it.each([
    ['Ana Pires', 'Ana Pires, an engineer, was blunt: "We lost everything in one night."'],
    ['Ana Pires', 'In the words of Ana Pires, an engineer, "we lost everything in one night".'],
    ['Ana Pires', '"We lost everything in one night," according to Ana Pires, an engineer.'],
    [
      'Ana Pires',
      'State television quoted Ana Pires, an engineer, as saying: "We lost it all at night."',
    ],
    ['Ana Pires', 'Ana Pires, an engineer, gave no date. "Ask me tomorrow," she said.'],
    ['Ana Pires', '"We are far apart," said Estmark negotiator Ana Pires.'],
    ['Ana Pires', '"We are far apart," Lisbro county engineer Ana Pires told the council.'],
    [
      'Ana Pires',
      'Engineer Ana Pires came late. "We lost everything in one night," the engineer said.',
    ],
  ])('%s: %s', async (speaker, text) => {
    expect((await quotesIn(`${OPENING}${text}`)).map(([, by]) => by)).toEqual([speaker]);
  });
});

describe('marks that a page has run together', () => {
  it('close where the next part of the speech opens, and no words between are quoted', async () => {
    const quotes = await quotesIn(
      `${OPENING}Mayor Marit Lund said: "We heard a crack at dawn. "The bolts had gone by noon." The road behind the bridge stayed open. Captain Omar Desh said: "We waited for the tide."`,
    );
    expect(quotes).toEqual([
      ['We heard a crack at dawn.', 'Marit Lund'],
      ['The bolts had gone by noon.', 'Marit Lund'],
      ['We waited for the tide.', 'Omar Desh'],
    ]);
  });

  it('hold a quotation inside another', async () => {
    const quotes = await quotesIn(
      `${OPENING}"They told me "go home" and I went home that night," Mayor Marit Lund said.`,
    );
    expect(quotes).toEqual([['They told me "go home" and I went home that night,', 'Marit Lund']]);
  });
});

describe('who does not speak', () => {
  it.each([
    [
      'whoever is of the other sex',
      'Marit Lund',
      'Mrs Marit Lund, the mayor, met the crews. Mr Omar Desh came late. "There is no plan that I have seen," she said.',
    ],
    [
      'the agency that passes it on',
      'Marit Lund',
      'Mayor Marit Lund said the crews had come "to mend what the storm has broken on the bridge," Reuters reported.',
    ],
    [
      'whom the clause in front names',
      'Marit Lund',
      'As it became clear that Omar Desh would win, Mayor Marit Lund wrote: "We go on with the work."',
    ],
    [
      'the subject of the next sentence',
      'Omar Desh',
      'The crews will stay, said Omar Desh, an engineer at the port, which Ana Pires runs. "It is a slow job with old bolts," he said.',
    ],
    [
      'whose adviser she is',
      'Marit Lund',
      'Desh senior adviser Marit Lund wrote, "It means that the crews have to stay for a year."',
    ],
  ])('%s', async (_, speaker, sentences) => {
    const quotes = await quotesIn(`${OPENING}${sentences} It will reopen.`);
    expect(quotes.map(([, by]) => by)).toEqual([speaker]);
  });

  it('is whoever was quoted before, of words in the middle of a later sentence', async () => {
    const quotes = await quotesIn(
      `${OPENING}"We checked each bolt twice this year," Omar Desh said. The town holds a "bring your own bolts day" in May.`,
    );
    expect(quotes).toHaveLength(1);
  });
});
