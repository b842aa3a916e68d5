/** A take with nothing but a text and a day, for tests of the reading. */
import type { Take } from '../../../../src/news/take.ts';
import { blankCopy } from '../../../../src/news/take.ts';

export function takeOf(text: string, day: string | null): Take {
  return {
    ...blankCopy('text'),
    id: 'take',
    file: null,
    wire: 'test',
    signal: 'new',
    dateline: { place: null, region: null, date: day, source: null },
    paragraphs: text.split('\n\n'),
    text,
    removed: [],
  };
}
