/** The day that a story without a stamp gives of itself. */
import { describe, expect, it } from 'vitest';
import { readTake } from '../../../../src/analysts/offline/reading/read.ts';
import { takeOf } from './take.ts';

const anchorOf = (text: string, sentAt: string | null = null) =>
  readTake({ ...takeOf(text, null), sentAt }).anchor;

describe('a story that nobody stamped', () => {
  it.each([
    ['2032-03-02', 'The court on Tuesday, March 2, 2032, struck down the levy. It was new.'],
    ['2032-03-02', 'Thousands marched in Lomel on Tuesday, 2 March 2032, in the rain.'],
    [
      '2032-03-02',
      'In a story published March 2, 2032, about a fire, Interwire gave a wrong name.',
    ],
  ])('is of %s: %s', (day, text) => {
    expect(anchorOf(text)).toBe(day);
  });

  it.each([
    'The court on Monday, March 2, 2032, struck down the levy.',
    'He was born on March 2, 1952, in Lomel.',
    'The court struck down the levy on Tuesday. It will sit again on March 9, 2032.',
    'The ferry sank. All were saved. It was found on Tuesday, March 2, 2032, by a diver.',
  ])('has no day when it does not say so surely: %s', (text) => {
    expect(anchorOf(text)).toBeNull();
  });

  it('yields to a stamp', () => {
    expect(anchorOf('They met on Tuesday, March 2, 2032.', '2032-03-04T10:00:00Z')).toBe(
      '2032-03-04',
    );
  });
});
