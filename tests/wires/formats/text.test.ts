/** Plain text: one story or several, header lines, and what is no text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textReader } from '../../../src/wires/formats/text.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const source = (text: string) => ({
  bytes: new TextEncoder().encode(text),
  contentType: null,
  baseUrl: null,
  text,
});
const read = (text: string) => textReader.parse(source(text));
const A =
  'Ferry to run again\n\nThe harbour board of Westhaven said Tuesday that the ferry to Orno would run again from June.';
const B =
  'Storm closes port\n\nA storm closed the port of Westhaven on Monday, and two ships waited outside, the board said.';

describe('textReader', () => {
  it('reads blocks between blank lines', () => {
    const [copy] = read(`${A}\r\n\r\nIt sails\r\nat nine.`).copies;
    expect(copy).toMatchObject({ format: 'text', headline: null });
    expect(copy?.paragraphs).toEqual([...A.split('\n\n'), 'It sails\nat nine.']);
  });

  it.each([
    [`${A} It was built to`, true],
    [`${A} It was built,`, true],
    [A, false],
    [`${A}\n\nAnna Lis`, false],
  ])('says when a text breaks off within a sentence: %#', (text, isCut) => {
    const { copies, problems } = read(text);
    expect(copies).toHaveLength(1);
    expect(problems.some(({ code }) => code === 'cut-off')).toBe(isCut);
  });

  it('reads one paragraph a line where there is no blank one', () => {
    const lines = ['Ferry to run again', 'It sails at nine.', 'It is full.'];
    expect(read(lines.join('\n')).copies[0]?.paragraphs).toEqual(lines);
  });

  it('reads indented paragraphs', () => {
    const text = 'Ferry to run again\n   The ferry sails\nat nine.\n   It is full.';
    expect(read(text).copies[0]?.paragraphs).toEqual([
      'Ferry to run again',
      'The ferry sails\nat nine.',
      'It is full.',
    ]);
  });

  it('keeps an advisory line apart from the title above it and from what is wrapped', () => {
    const advisory = '(Corrects death toll to 43 from 34 in paragraph 1)';
    const [copy] = read(`Heat kills 43 in Sarra\n${advisory}\n\n${A}`).copies;
    expect(copy?.paragraphs.slice(0, 2)).toEqual(['Heat kills 43 in Sarra', advisory]);
    const [same] = read(`The club\n(founded in 1902)\nwon at home.\n\n${A}`).copies;
    expect(same?.paragraphs[0]).toBe('The club\n(founded in 1902)\nwon at home.');
  });

  it('reads header lines', () => {
    const text = `Slug: FERRY-ORNO\nHeadline: Ferry to run again\nDate: 2024-03-05T10:00:00+01:00\nID: n-17\nURL: https://x.example/1\nUrgency: 3\nSource: Nordlys\n\nThe ferry sails.`;
    expect(read(text).copies[0]).toMatchObject({
      slug: 'FERRY-ORNO',
      headline: 'Ferry to run again',
      sentAt: '2024-03-05T10:00:00+01:00',
      guid: 'n-17',
      urgency: 3,
      provider: 'Nordlys',
      links: [{ rel: 'canonical', href: 'https://x.example/1' }],
      paragraphs: ['The ferry sails.'],
    });
  });

  it('takes one line with a colon for copy', () => {
    expect(read(`Note: ferries are late\n\n${A}`).copies[0]?.paragraphs[0]).toBe(
      'Note: ferries are late',
    );
  });

  it.each([`${A}\f${B}`, `${A}\n\n--------\n\n${B}`, `${A}\n=====\n${B}\n=====\n`])(
    'splits %#',
    (text) => {
      expect(read(text).copies.map((copy) => copy.paragraphs[0])).toEqual([
        'Ferry to run again',
        'Storm closes port',
      ]);
    },
  );

  it.each([`${A}\n\n----\n\nIt sails at nine.`, `${A}\n\n-30-\n`, `${A}\n\n----\nshort`])(
    'does not split %#',
    (text) => {
      expect(read(text).copies).toHaveLength(1);
    },
  );

  it('refuses what is empty or binary', () => {
    expect(read(' \n\t ').problems[0]?.code).toBe('empty');
    expect(read('\u0000\u0001\u0002PNG\u0000\u0000').problems[0]?.code).toBe('not-text');
    expect(textReader.detect(source('\u0000\u0000\u0000'))).toBe(false);
    expect(textReader.detect(source(A))).toBe(true);
  });

  it('reads anything without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { copies, problems } = read(text);
        expect(copies.length + problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it.each(['-', '----\n', 'a: b\n', '\n  a', ' ', '\n', '\f', 'Slug: '])(
    'takes little time over 64 kB of %j',
    async (junk) => {
      const tookMs = await cpuMsOf(() => {
        read(junk.repeat(Math.ceil(65_536 / junk.length)));
      });
      expect(tookMs).toBeLessThan(1_000);
    },
  );
});
