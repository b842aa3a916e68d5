/** When an update is told. */
import { expect, it } from 'vitest';
import { followsUpdates, settlesAt, takesNote } from '../../src/editing/settling.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;

it('waits half a minute for the next update, and a minute after the last note', () => {
  expect(settlesAt(100 * SECOND, null)).toBe(130 * SECOND);
  expect(settlesAt(100 * SECOND, 20 * SECOND)).toBe(130 * SECOND);
  expect(settlesAt(100 * SECOND, 90 * SECOND)).toBe(150 * SECOND);
});

it('follows updates for two days, with a dozen notes', () => {
  expect(followsUpdates(0, 48 * HOUR)).toBe(true);
  expect(followsUpdates(0, 48 * HOUR + 1)).toBe(false);
  expect([takesNote(0), takesNote(11), takesNote(12)]).toEqual([true, true, false]);
});
