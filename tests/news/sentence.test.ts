/** Sentences of wire copy: a table of hard stops, spans that slice back, and time on junk. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SENTENCE_LIMITS, sentencesOf } from '../../src/news/sentence.ts';
import { cpuMsOf } from '../cpu-time.ts';

/** Where a sentence ends, the table writes a bar. */
const CASES = [
  'On Nov. 22 the fleet left.|It came back on Dec. 3.',
  'Gen. Ruth Abel met Sen. J. K. Roe and Lt. Gov. Ida Moe.|They talked.',
  'He lives in the U.S. President Roe does not.|She said so.',
  'The fleet left the U.S.|The crew stayed.',
  'They met at 5 p.m. Monday.|They left at 6 a.m.|Nobody saw them.',
  'It starts at 9 a.m. EST and ends late.',
  'Acme Inc. Chief Bo Lind resigned.|Acme Corp.|The end came soon.',
  'The state gave Rs. 250 crore.|It took none.',
  'Flight No. 7 was late.|He said no.|7 people left.',
  'It fell 3.5 percent to $1.25.|Then it rose.',
  'Vance v. State was heard.|It is old.',
  'The goal came from captain Dario Penn.|Castrin coach Lucia Moe was glad.',
  'They heard Mass.|Bishop Roe spoke.|He moved to Erie, Penn. Mayor Roe met him.',
  'He said ... nothing.|He left.',
  'Well...|The crew left.',
  '"We won."|"They lost."',
  '"Is it over?" he asked.|"Stop!" she cried.',
  '"Is it over?" Ida Moe asked.|Nobody spoke.',
  '"We won.|They lost," Moe said.',
  '(The ferry was late.)|The crew left.',
  'The ferry (built Dec. 4) was late.|It sank.',
  'Is it?|Yes!|No.',
  'Yahoo! Japan grew.|It hired staff.',
  'He lied to the U. S. Department of Ports.|It knew by 5 p. m. EST.',
  'Visit example.com now.|Then leave.',
  'Mr. A. B. Lind, Jr. said so.|He left.',
  'A firm, e.g. Acme, or a club, i.e. Orno, paid.',
  'She earned a Ph.D. in Lund.|He did not.',
  '会議は終わった。|次は来週だ。',
  '長官は「終わった。次だ。」と述べた。|帰国した。',
  'هل انتهى؟|نعم.',
  'यह है।|वह नहीं।',
  'Er kam am 3. Oktober.|Dann ging er.',
];

describe('sentencesOf', () => {
  it.each(CASES)('%s', (marked) => {
    const joined = /[。]/.test(marked) ? '' : ' ';
    const text = marked.replaceAll('|', joined);
    expect(sentencesOf(text).map((each) => each.text)).toEqual(marked.split('|'));
  });

  it('sees a stop whose space was forgotten', () => {
    const found = sentencesOf('The pact ended.The crew left.').map((each) => each.text);
    expect(found).toEqual(['The pact ended.', 'The crew left.']);
  });

  it('ends a sentence at a blank line and counts paragraphs', () => {
    const found = sentencesOf('First part\n\n \n\nSecond one. Third\nline.');
    expect(found.map((each) => [each.text, each.paragraph])).toEqual([
      ['First part', 0],
      ['Second one.', 1],
      ['Third\nline.', 1],
    ]);
  });

  it('slices back, in order, without white space at the edges', () => {
    const unit = fc.constantFrom(
      'a',
      'B',
      '.',
      '?',
      ' ',
      '\n',
      '"',
      '”',
      '(',
      ')',
      '。',
      '「',
      '」',
      '…',
      'U.S. ',
      'Mr. ',
      '3',
      '😀',
    );
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 200 }).map((parts) => parts.join('')),
        (text) => {
          let last = 0;
          for (const { start, end, text: found } of sentencesOf(text)) {
            expect(text.slice(start, end)).toBe(found);
            expect(found).toBe(found.trim());
            expect(start).toBeGreaterThanOrEqual(last);
            expect(found).not.toBe('');
            last = end;
          }
          const lost = sentencesOf(text)
            .map((each) => each.text)
            .join('')
            .replace(/\s/g, '');
          expect(lost).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });

  it('keeps its limits', () => {
    const many = sentencesOf('He left. '.repeat(1000));
    expect(many).toHaveLength(SENTENCE_LIMITS.sentences);
    const long = sentencesOf('word '.repeat(2000));
    expect(long.length).toBeGreaterThan(4);
    expect(long.every((each) => each.end - each.start <= SENTENCE_LIMITS.sentenceCharacters)).toBe(
      true,
    );
  });

  it.each([
    '.',
    '. ',
    'A. ',
    '" ',
    'x',
    '."',
    '\n\n',
    'a?" Moe ',
    '. . . ',
    '。」',
    '「',
    'Dec. 3 ',
    '--',
    '.   ',
  ])('takes no time over 64 kB of %j', async (junk) => {
    const text = junk.repeat(Math.ceil(65_536 / junk.length));
    const tookMs = await cpuMsOf(() => {
      sentencesOf(text);
    });
    expect(tookMs).toBeLessThan(1_200);
  });
});
