/** The reading as a whole: spans that slice back, bounds on hostile text, names that join. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';
import { cpuMsOf } from '../../../cpu-time.ts';

function people(text: string): string[] {
  return readTake(takeOf(text, '2020-03-04'))
    .entities.filter((each) => each.kind === 'person')
    .map((each) => each.name);
}

function kinds(text: string): Record<string, string> {
  return Object.fromEntries(
    readTake(takeOf(text, '2020-03-04')).entities.map((each) => [each.name, each.kind]),
  );
}

const WORDS = [
  'Prime',
  'Minister',
  'Jane',
  'Roe',
  'said',
  'on',
  'Monday',
  ',',
  '43',
  '.',
  'head of',
  'the',
  'Bank of',
  'Norway',
  '"',
  '“',
  '”',
  "'s",
  'Dec.',
  '3',
  '2019',
  'and',
  'his counterpart',
  'al-Sabi',
  'U.S.',
  '(',
  ')',
  '\n\n',
  '--',
  '😀',
  'é',
];

describe('readTake', () => {
  it('keeps every span on the words of the take', () => {
    const text = fc
      .array(fc.constantFrom(...WORDS), { maxLength: 80 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (copy) => {
        const read = readTake(takeOf(copy, '2020-03-04'));
        const spans = [
          ...read.sentences.flatMap((sentence) => sentence.tokens),
          ...read.entities.flatMap((entity) => entity.mentions),
          ...read.dates,
        ];
        for (const span of spans) expect(copy.slice(span.start, span.end)).toBe(span.text);
        for (const role of read.entities.flatMap((entity) => entity.roles)) {
          expect(role.start).toBeLessThan(role.end);
          expect(role.end).toBeLessThanOrEqual(copy.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['dashes', '--'],
    ['dates', 'Dec 3 '],
    ['one token', 'a'],
    ['one capital', 'A'],
    ['capitals', 'Aa '],
    ['a list', 'Aa, '],
    ['titles', 'Minister '],
    ['ministries', 'Ministry of A, B, C and '],
    ['appositions', 'John Smith, head of John Smith, the head '],
    ['clitics', "'s"],
    ['initials', 'A.'],
    ['years', '2016-'],
    ['quotes', '"'],
    ['emoji', '😀'],
    ['modals', 'will '],
  ])('reads 64 kB of %s in bounded time', async (_, unit) => {
    readTake(takeOf('Warm up.', null));
    const copy = unit.repeat(Math.floor(65_536 / unit.length));
    let sentences = 0;
    const tookMs = await cpuMsOf(() => {
      sentences = readTake(takeOf(copy, '2020-03-04')).sentences.length;
    });
    expect(tookMs).toBeLessThan(4_000);
    expect(sentences).toBeLessThanOrEqual(400);
  });

  it('anchors to the dateline, then to the time of sending', () => {
    const take = { ...takeOf('They met on Monday.', null), sentAt: '2020-03-04T10:00:00Z' };
    expect(readTake(take).anchor).toBe('2020-03-04');
    expect(readTake(takeOf('They met.', '2019-12-17')).anchor).toBe('2019-12-17');
    expect(readTake(takeOf('They met on Monday.', null)).dates[0]?.date).toBeNull();
  });
});

describe('names', () => {
  it('joins a surname to the full name', () => {
    const read = readTake(
      takeOf('Jane Roe resigned. Roe said she was tired. Ms. Roe gave no reason.', '2020-03-04'),
    );
    const person = read.entities.find((each) => each.name === 'Jane Roe');
    expect(person?.mentions.map((mention) => mention.text)).toEqual(['Jane Roe', 'Roe', 'Roe']);
  });

  it.each([
    ['a surname that is a role too', 'It was late, Martin King said.', ['Martin King']],
    ['a style before a single name', 'Lady Osprey sang. Osprey bowed.', ['Lady Osprey']],
    ['a home behind "of"', 'It was signed by Park Min Ho of South Korea.', ['Park Min Ho']],
    ['no storm', 'The roof flew off when Storm Agatha struck. Storm Agatha moved on.', []],
    ['no mission with a numeral', 'The Artemis II mission was put off.', []],
    ['no firm behind a plural', 'Grain traders Bellmont and Corvin Holdings parted.', []],
  ])('tells people by their surroundings: %s', (_, copy, names) => {
    expect(people(copy)).toEqual(names);
  });

  it('takes no stamp for a day that is none', () => {
    const take = { ...takeOf('They met on Monday.', null), sentAt: 'None' };
    expect(readTake(take).anchor).toBeNull();
  });

  it('joins a family name that stands first', () => {
    expect(people('President Park Min Ho arrived. Park said little.')).toEqual(['Park Min Ho']);
  });

  it('joins an acronym to what it stands for', () => {
    const read = readTake(
      takeOf('The Northern Fisheries Board (NFB) met. The NFB gave no figures.', null),
    );
    expect(read.entities.map((each) => [each.name, each.mentions.length])).toEqual([
      ['Northern Fisheries Board', 3],
    ]);
  });

  it('takes particles, initials and hyphens into a name', () => {
    const copy =
      'Coach Piet van der Berg, Sen. John Q. Public, Sheikh Salman bin Hamad al-Tamimi and Jean-Luc O’Neil said so.';
    expect(people(copy)).toEqual([
      'Piet van der Berg',
      'John Q. Public',
      'Salman bin Hamad al-Tamimi',
      'Jean-Luc O’Neil',
    ]);
  });

  it('makes no name of days, peoples or opening words', () => {
    expect(
      people('Residents fled on Monday. Japanese and French officials met. Yesterday Police came.'),
    ).toEqual([]);
  });

  it('keeps a portfolio with commas whole', () => {
    expect(kinds('He works at the Ministry of Health, Labor and Welfare in Tokyo.')).toEqual({
      'Ministry of Health, Labor and Welfare': 'organisation',
      Tokyo: 'place',
    });
  });
});
