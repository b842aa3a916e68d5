/** The trade's words for what copy does: prefixes, orders, embargoes, and prose that is none of it. */
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/editing/clean.ts';
import { blankCopy, type Copy, type Signal } from '../../src/news/take.ts';

const LEDE = 'The harbour board said Tuesday that the ferry would run again.';
const place = { wire: 'w', provider: null, file: null };
const take = (facts: Partial<Copy>) =>
  clean(
    { ...blankCopy('iptc7901'), sentAt: '2019-12-17T09:00:00Z', paragraphs: [LEDE], ...facts },
    place,
  );

const HEADLINES: readonly [string, Signal, string | null][] = [
  ['CORRECTED-Ferry to run again', 'correction', 'Ferry to run again'],
  ['CORRECTION: Ferry to run again', 'correction', 'Ferry to run again'],
  ['Correction: Ferry to run again', 'correction', 'Ferry to run again'],
  ['REFILE-Ferry to run again', 'correction', 'Ferry to run again'],
  ['CORRECTED-UPDATE 2-Ferry to run again', 'correction', 'Ferry to run again'],
  ['CORRECTING and REPLACING Ferry to run again', 'correction', 'Ferry to run again'],
  ['Berichtigung: Fähre fährt wieder', 'correction', 'Fähre fährt wieder'],
  ['UPDATE 1-Ferry to run again', 'update', 'Ferry to run again'],
  ['WRAPUP 3-Ferry to run again', 'update', 'Ferry to run again'],
  ['RPT-UPDATE 1-Ferry to run again', 'update', 'Ferry to run again'],
  ['(LEAD) Ferry to run again', 'update', 'Ferry to run again'],
  ['UPDATE: Ferry to run again', 'update', 'Ferry to run again'],
  ['KILL: Ferry to run again', 'kill', 'Ferry to run again'],
  ['BULLETIN KILL - Ferry to run again', 'kill', 'Ferry to run again'],
  ['STORY WITHDRAWN', 'kill', null],
  ['WITHDRAWN: Ferry to run again', 'kill', 'Ferry to run again'],
  ['HOLD: Ferry to run again', 'withhold', 'Ferry to run again'],
  ['Ferry to run again', 'new', 'Ferry to run again'],
  ['Killing of ferry captain shocks Orno', 'new', 'Killing of ferry captain shocks Orno'],
  ['KILLER STORM HITS ORNO', 'new', 'KILLER STORM HITS ORNO'],
  ['Hold the line: ferry crews strike', 'new', 'Hold the line: ferry crews strike'],
  ['Updated rules for ferries', 'new', 'Updated rules for ferries'],
  ['Correction officers strike in Orno', 'new', 'Correction officers strike in Orno'],
  ['Police kill man after story of threats', 'new', 'Police kill man after story of threats'],
];

const LINES: readonly [string, Signal][] = [
  ['BULLETIN KILL', 'kill'],
  ['KILL KILL KILL =', 'kill'],
  ['Please kill the story FERRY-ORNO, V9991. A kill is mandatory.', 'kill'],
  ['Please kill item 157 about the ferry.', 'kill'],
  ['EDITORS: Please disregard the story about the ferry.', 'kill'],
  ['The story headlined "Ferry sinks" has been withdrawn.', 'kill'],
  ['HOLD HOLD HOLD =', 'withhold'],
  ['Please hold item 123 about the ferry.', 'withhold'],
  ['Eds: SUBS 4th graf to CORRECT the number of ferries.', 'correction'],
  ['(Berichtigung: 3. Absatz, Zahl der Fähren)', 'correction'],
  ['Eds: UPDATES with quotes. With photos.', 'update'],
  ['Eds: 2nd Ld-Writethru. UPDATES throughout.', 'writethru'],
  ['Gunmen kill two in a story that shook Orno.', 'new'],
];

describe('signals', () => {
  it.each(HEADLINES)('headline %s', (headline, signal, rest) => {
    expect(take({ headline })).toMatchObject({ signal, headline: rest });
  });

  it.each(LINES)('line %s', (line, signal) => {
    expect(take({ headline: 'Ferry to run again', paragraphs: [line, LEDE] }).signal).toBe(signal);
  });

  it.each(['1st Ld-Writethru', '2nd Ld - Writethru', '1stld-writethru', '1stLd-Writethru a'])(
    'slug BC-Ferry, %s',
    (words) => {
      expect(take({ slug: `BC-Ferry, ${words}` }).signal).toBe('writethru');
    },
  );

  it.each([
    ['BC-Ferry, BULLETIN KILL', 'kill'],
    ['BC-Ferry, KILL', 'kill'],
    ['BC-Ferry-KILL', 'kill'],
    ['BC-Ferry, CORRECTIVE, 2nd', 'correction'],
    ['BC-Police Kill', 'new'],
    ['BC-Correction Officers', 'new'],
  ])('slug %s', (slug, signal) => {
    expect(take({ slug, headline: 'Ferry to run again' }).signal).toBe(signal);
  });

  it('lets the format say, but never over an order to kill', () => {
    expect(take({ signal: 'update', headline: 'UPDATE 1-Ferry' }).signal).toBe('update');
    expect(take({ signal: 'new', headline: 'KILL: Ferry' }).signal).toBe('kill');
  });

  it('reads urgency off the headline', () => {
    expect(take({ headline: 'URGENT: Ferry sinks' })).toMatchObject({
      headline: 'Ferry sinks',
      urgency: 2,
      signal: 'new',
    });
    expect(take({ headline: 'FLASH - Ferry sinks', urgency: 3 })).toMatchObject({
      headline: 'Ferry sinks',
      urgency: 3,
    });
  });
});

const EMBARGOES: readonly [string, string | null][] = [
  ['EMBARGOED UNTIL 0600 GMT Dec. 18, 2019', '2019-12-18T06:00:00Z'],
  ['EMBARGOED UNTIL DEC. 18, 2019 06:00 GMT', '2019-12-18T06:00:00Z'],
  ['Embargoed until 00:01 GMT on 18 December', '2019-12-18T00:01:00Z'],
  ['EMBARGO: 2019-12-18T06:00:00+01:00', '2019-12-18T06:00:00+01:00'],
  ['Not for release before 11 a.m. EST Jan. 5', '2020-01-05T11:00:00-05:00'],
  ['For release Thursday, Dec. 19, and thereafter', '2019-12-19T00:00:00-12:00'],
  ['Sperrfrist: 18.12.2019, 14 Uhr MEZ', '2019-12-18T14:00:00+01:00'],
  ['STRICTLY EMBARGOED', null],
  ['EMBARGOED UNTIL THE SPEECH IS HELD', null],
];

describe('embargoes', () => {
  it.each(EMBARGOES)('%s', (line, until) => {
    const found = take({ headline: 'Ferry', paragraphs: [line, LEDE] });
    expect(found.embargo).toEqual({ until });
    expect(found.text).toBe(LEDE);
  });

  it.each([
    'Embargo on oil lifted after talks in Orno.',
    'The arms embargo until May was broken, the board said.',
    'FOR IMMEDIATE RELEASE',
    'Embargo lifted',
  ])('is none: %s', (line) => {
    expect(take({ headline: 'Ferry', paragraphs: [line, LEDE] }).embargo).toBeNull();
  });

  it.each([
    ['EMBARGOED until 0600 GMT Dec. 18, 2019: Ferry to sail again', 'Ferry to sail again'],
    [
      'Fwd: Embargoed until 0600 GMT Dec. 18, 2019 - "Sail on", says board',
      '"Sail on", says board',
    ],
    ['Embargo: 18 December 2019, 06:00 GMT - Ferry: the facts', 'Ferry: the facts'],
  ])('in a headline, which readers see without it: %s', (headline, shown) => {
    const found = take({ headline, paragraphs: [LEDE] });
    expect(found.embargo).toEqual({ until: '2019-12-18T06:00:00Z' });
    expect(found.headline).toBe(shown);
  });

  it('without a time leaves the headline whole', () => {
    const found = take({ headline: 'EMBARGOED: Ferry to sail again', paragraphs: [LEDE] });
    expect(found.embargo).toEqual({ until: null });
    expect(found.headline).toBe('EMBARGOED: Ferry to sail again');
  });

  it.each(['(EMBARGOED UNTIL 0600 GMT DEC. 18, 2019)', 'EMBARGOED UNTIL 0600 GMT DEC. 18, 2019'])(
    'in capitals at the end: %s',
    (line) => {
      const found = take({
        headline: 'Ferry',
        paragraphs: [LEDE, 'The board met.', 'It sailed.', line],
      });
      expect(found.embargo).toEqual({ until: '2019-12-18T06:00:00Z' });
    },
  );

  it('keeps the one that the format gives', () => {
    const embargo = { until: '2019-12-20T00:00:00Z' };
    expect(
      take({ embargo, paragraphs: ['EMBARGOED UNTIL 0600 GMT Dec. 18, 2019', LEDE] }).embargo,
    ).toEqual(embargo);
  });
});

describe('signals that the format gives', () => {
  const GIVEN: readonly [Signal, Partial<Copy>, Signal][] = [
    ['update', { headline: 'CORRECTED-Ferry to run again' }, 'correction'],
    ['new', { headline: 'CORRECTED-Ferry to run again' }, 'correction'],
    ['new', { headline: 'UPDATE 2-Ferry to run again' }, 'update'],
    ['update', { headline: 'UPDATE 2-Ferry to run again' }, 'update'],
    [
      'update',
      { notes: [{ text: 'Corrects the day in paragraph 2.', public: true }] },
      'correction',
    ],
    ['update', { notes: [{ text: 'Please kill the story of Monday.', public: false }] }, 'update'],
    ['update', { headline: 'KILL: Ferry to run again' }, 'kill'],
    ['correction', { headline: 'UPDATE 2-Ferry to run again' }, 'correction'],
    ['withhold', { headline: 'CORRECTED-Ferry to run again' }, 'withhold'],
    ['kill', { headline: 'CORRECTED-Ferry to run again' }, 'kill'],
  ];
  it.each(GIVEN)('%s with %o', (signal, facts, expected) => {
    expect(take({ headline: 'Ferry to run again', ...facts, signal }).signal).toBe(expected);
  });
});
