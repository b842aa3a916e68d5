/** The clean-up: tables of junk, captions and notes; titles and times of plain text; properties. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { blankCopy, SIGNALS, type Copy } from '../../src/news/take.ts';
import { CAPTIONS, JUNK, NOTES } from './cleaning/junk.ts';
import { cpuMsOf } from '../cpu-time.ts';

const place = { wire: 'test', provider: null, file: null };
const copyOf = (facts: Partial<Copy>): Copy => ({
  ...blankCopy('rss'),
  headline: 'Ferry to run again',
  ...facts,
});
const plain = (...paragraphs: string[]): Copy => ({ ...blankCopy('text'), paragraphs });
const LEDE = 'The harbour board said Tuesday that the ferry would run again.';

describe.each([
  ['junk', JUNK],
  ['captions', CAPTIONS],
  ['notes', NOTES],
])('%s', (_, cases) => {
  it.each(cases)('$name', (each) => {
    const take = clean(copyOf({ paragraphs: each.in }), place);
    expect(take.paragraphs).toEqual(each.out);
    expect(take.removed.map((removed) => removed.why)).toEqual(
      expect.arrayContaining([...(each.why ?? [])]),
    );
    expect(take).toMatchObject(each.expect ?? {});
  });
});

describe('a byline', () => {
  it.each([
    ['By Ada Lohm', 'Ada Lohm'],
    ['tb/beg', null],
    ['wh', null],
    ['nordlys', 'nordlys'],
    ['Situation serious, ready for all scenarios says board', null],
  ])('%s', (written, byline) => {
    const take = clean(copyOf({ byline: written, paragraphs: [LEDE] }), place);
    expect(take.byline).toBe(byline);
  });
});

describe('a headline', () => {
  it.each([
    ['>>>ANSA/Ferry to run again', 'Ferry to run again'],
    ['*Ferry to run again', 'Ferry to run again'],
    ['#FerryFriday fills the harbour', '#FerryFriday fills the harbour'],
  ])('loses the marks of the wire: %s', (headline, bare) => {
    expect(clean(copyOf({ headline, paragraphs: [LEDE] }), place).headline).toBe(bare);
  });
});

describe('plain text', () => {
  it.each([
    ['17, Dec. 2019', '2019-12-17T00:00:00Z'],
    ['Dec. 17, 2019', '2019-12-17T00:00:00Z'],
    ['2019-12-17', '2019-12-17T00:00:00Z'],
    ['17 December 2019', '2019-12-17T00:00:00Z'],
    ['Tuesday, December 17, 2019', '2019-12-17T00:00:00Z'],
    ['17 December 2019 14:05 JST', '2019-12-17T14:05:00+09:00'],
    ['Dec. 17, 2019 2:05 p.m. EST', '2019-12-17T14:05:00-05:00'],
    ['14:05 GMT, 17 Dec 2019', '2019-12-17T14:05:00Z'],
    ['17.12.2019, 14:05 Uhr', '2019-12-17T14:05:00Z'],
    ['2019-12-17T14:05:00+09:00', '2019-12-17T14:05:00+09:00'],
    ['Published: March 3, 2024', '2024-03-03T00:00:00Z'],
    ['2019年12月17日', '2019-12-17T00:00:00Z'],
    ['17 December 2019 Last updated at 14:05 GMT', '2019-12-17T14:05:00Z'],
    ['December 17th, 2019, 14:05 GMT', '2019-12-17T14:05:00Z'],
    ['Tuesday, Dec 17, 2019 | Updated 2:05 PM EST', '2019-12-17T14:05:00-05:00'],
    [
      'Published: Dec 16, 2019 8:20 AM EST Last Updated: Dec 17, 2019 8:10 PM EST',
      '2019-12-17T20:10:00-05:00',
    ],
    ['Updated 12/17/2019 at 2:05 PM EST', '2019-12-17T14:05:00-05:00'],
    ['Posted 1/2/2020 7:21 AM', '2020-01-02T07:21:00Z'],
    ['9:53 AM, TUE 17 DEC 2019', '2019-12-17T09:53:00Z'],
    ['1405 GMT (2205 HKT), December 17, 2019', '2019-12-17T22:05:00+08:00'],
  ])('title and date line %s', (line, time) => {
    const take = clean(plain('Ferry to run again', line, LEDE), place);
    expect(take).toMatchObject({
      headline: 'Ferry to run again',
      sentAt: time,
      createdAt: time,
      text: LEDE,
    });
  });

  it.each([
    'Ferry sails in March 2024 again.',
    'Dec. 17 was cold.',
    '17 ferries in 2019',
    'Updated 4/5/2019',
    'On December 17, 2019 the ferry sailed again.',
    'December 17, 2019 and December 18, 2019 were calm.',
  ])('is no date line: %s', (line) => {
    expect(clean(plain('Title here', line, LEDE), place)).toMatchObject({
      sentAt: null,
      paragraphs: [line, LEDE],
    });
  });

  it('takes a date for no headline, whatever the format says, when nothing else dates the copy', () => {
    const copy = { ...plain('Ferry to run again', LEDE), headline: '17 December 2019, 14:05 GMT' };
    expect(clean(copy, place)).toMatchObject({
      headline: 'Ferry to run again',
      sentAt: '2019-12-17T14:05:00Z',
      text: LEDE,
    });
    const dated = { ...copy, sentAt: '2019-12-18T01:00:00Z' };
    expect(clean(dated, place).headline).toBe('17 December 2019, 14:05 GMT');
  });

  it('keeps the time that the copy has', () => {
    const copy = { ...plain('Title', 'Dec. 17, 2019', LEDE), sentAt: '2019-12-18T01:00:00Z' };
    expect(clean(copy, place)).toMatchObject({ sentAt: '2019-12-18T01:00:00Z', text: LEDE });
  });

  it('takes no lede for a title', () => {
    const take = clean(plain(LEDE, 'The board meets on Friday.'), place);
    expect(take).toMatchObject({
      headline: null,
      paragraphs: [LEDE, 'The board meets on Friday.'],
    });
    const dated = clean(plain('ORNO (AP) - The ferry sails', LEDE), place);
    expect(dated).toMatchObject({ headline: null, dateline: { place: 'ORNO', source: 'AP' } });
  });

  it('tells title, byline and date line apart where no blank line does', () => {
    const take = clean(plain('Ferry to run again\nBy Ada Lind\nMarch 5, 2024', LEDE), place);
    const headline = 'Ferry to run again';
    expect(take).toMatchObject({
      headline,
      byline: 'Ada Lind',
      sentAt: '2024-03-05T00:00:00Z',
      text: LEDE,
    });
  });

  it('takes an embargo above the title for no title', () => {
    const take = clean(
      plain('EMBARGOED UNTIL 0600 GMT March 6, 2024', 'Ferry to run again', LEDE),
      place,
    );
    const embargo = { until: '2024-03-06T06:00:00Z' };
    expect(take).toMatchObject({ headline: 'Ferry to run again', embargo, text: LEDE });
  });

  it('an alert of one line is headline and copy', () => {
    expect(clean(plain('Ferry sinks off Orno'), place)).toMatchObject({
      headline: 'Ferry sinks off Orno',
      text: 'Ferry sinks off Orno',
    });
  });

  it('knows the provider from the dateline or the sign-off, unless it is configured', () => {
    expect(clean(plain('Title', `ORNO (Nordlys) - ${LEDE}`), place).provider).toBe('Nordlys');
    expect(clean(plain('Title', `${LEDE} (Nordlys)`), place).provider).toBe('Nordlys');
    expect(
      clean(plain('Title', `${LEDE} (Nordlys)`), { ...place, provider: 'Desk' }).provider,
    ).toBe('Desk');
  });
});

describe('the name of a take', () => {
  const base = copyOf({
    guid: 'a1',
    version: '1',
    paragraphs: [LEDE],
    sentAt: '2024-03-05T00:00:00Z',
  });
  const id = (facts: Partial<Copy>, file: string | null = null): string =>
    clean({ ...base, ...facts }, { ...place, file }).id;

  it('does not depend on dates or files', () => {
    expect(id({ sentAt: '2025-01-01T00:00:00Z', createdAt: '2025-01-01T00:00:00Z' }, 'x.txt')).toBe(
      id({}),
    );
    expect(id({ captions: ['new caption'] })).toBe(id({}));
  });

  it.each<Partial<Copy>>([
    { guid: 'a2' },
    { version: '2' },
    { signal: 'kill' },
    { usable: false },
    { embargo: { until: null } },
    { embargo: { until: '2024-03-06T00:00:00Z' } },
    { headline: 'Ferry sinks' },
    { paragraphs: [`${LEDE} It sank.`] },
  ])('depends on %j', (facts) => {
    expect(id(facts)).not.toBe(id({}));
  });
});

const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '</p><p>',
    '[Pool photo]',
    '(A (R) b)',
    '(Kyodo)',
    'TOKYO, Dec. 17 (Nw) - ',
    'By Ada Lind',
    '\n\n',
    '\n',
    '-30-',
    'Eds: x',
    '&amp;lt;p&gt;',
    'KILL',
    'EMBARGOED UNTIL May 3',
    'Not for publication',
    '+46 70 555 01 99',
    'He left. ',
  ),
);
const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const anyCopy = fc.record({
  format: fc.constantFrom('text', 'rss', 'nitf', 'anpa'),
  guid: maybe(text),
  sentAt: maybe(text),
  signal: maybe(fc.constantFrom(...SIGNALS)),
  headline: maybe(text),
  slug: maybe(text),
  byline: maybe(text),
  paragraphs: fc.array(text, { maxLength: 8 }),
  captions: fc.array(text, { maxLength: 3 }),
  notes: fc.array(fc.record({ text, public: fc.boolean() }), { maxLength: 3 }),
});

describe('any copy at all', () => {
  it('gives a take whose text is its paragraphs, without stray tags, and always the same one', () => {
    fc.assert(
      fc.property(anyCopy, (facts) => {
        const copy = { ...blankCopy('text'), ...facts } as Copy;
        const take = clean(copy, place);
        expect(take.text).toBe(take.paragraphs.join('\n\n'));
        expect(take.text).not.toMatch(/<\/?p>/);
        expect(
          take.paragraphs.every(
            (each) => each === each.trim() && each !== '' && !each.includes('\n'),
          ),
        ).toBe(true);
        expect(clean(copy, place)).toEqual(take);
      }),
      { numRuns: 300 },
    );
  });

  it('never shows what stands below "not for publication"', () => {
    fc.assert(
      fc.property(text, (before) => {
        const copy = copyOf({
          paragraphs: [
            LEDE,
            before,
            'The following is not for publication',
            'SECRETWORD of the board.',
          ],
        });
        const take = clean(copy, place);
        expect(take.text + take.captions.join(' ')).not.toContain('SECRETWORD');
        expect(take.notes.some((note) => note.public && note.text.includes('SECRETWORD'))).toBe(
          false,
        );
      }),
    );
  });

  it.each([
    '<',
    '<p ',
    '&',
    '&amp;',
    '(',
    '[',
    '. (',
    'By Aa ',
    '_ ',
    "'",
    '-',
    '\n',
    'Dec 3 ',
    'EMBARGOED ',
    'a@',
    '0 ',
    'kill the ',
    'Reporting by A ',
    '<!--',
    '<script>',
  ])('takes little time over 64 kB of %j', async (junk) => {
    const tookMs = await cpuMsOf(() => {
      clean(plain('Title', junk.repeat(Math.ceil(65_536 / junk.length)), LEDE), place);
    });
    expect(tookMs).toBeLessThan(1_600);
  });
});

describe('a dateline without a year', () => {
  const dateOf = (day: string, facts: Partial<Copy> & { arrivedAt?: string }): string | null => {
    const { arrivedAt, ...given } = facts;
    const copy = { ...plain('Ferry to run again', `HALVIK, ${day} (Calder Press) - ${LEDE}`) };
    const where = arrivedAt === undefined ? place : { ...place, arrivedAt };
    return clean({ ...copy, ...given }, where).dateline?.date ?? null;
  };

  it.each([
    ['Nov. 25', '2026-11-27T05:00:00Z', '2026-11-25'],
    ['Nov. 28', '2026-11-27T05:00:00Z', '2026-11-28'],
    ['Dec. 30', '2027-01-02T05:00:00Z', '2026-12-30'],
    ['Jan. 1', '2026-12-31T22:00:00Z', '2027-01-01'],
    // older or ahead, the copy may be of any year
    ['Nov. 12', '2026-11-27T05:00:00Z', null],
    ['Dec. 4', '2026-11-27T05:00:00Z', null],
    ['Nov. 25, 2019', '2026-11-27T05:00:00Z', '2019-11-25'],
  ])('%s, come in at %s', (day, arrivedAt, date) => {
    expect(dateOf(day, { arrivedAt })).toBe(date);
  });

  it('is of the year of sending where that is known, and of none where nothing is', () => {
    const sentAt = '2024-11-25T05:00:00Z';
    expect(dateOf('Nov. 25', { sentAt, arrivedAt: '2026-11-27T05:00:00Z' })).toBe('2024-11-25');
    expect(dateOf('Nov. 25', {})).toBeNull();
  });
});
