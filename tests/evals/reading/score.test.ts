/** Names and dates are compared as sets: a name found twice is found once. */
import { expect, it } from 'vitest';
import { compared, scoreReading } from './score.ts';

it('counts what is right, labelled and found', () => {
  expect(compared(['Ada Voss', 'Bo Lind'], ['Ada Voss', 'Ada Voss', 'Harbour Town'])).toEqual({
    right: 1,
    labelled: 2,
    found: 2,
  });
});

it('scores the stories as shares', () => {
  const measures = scoreReading();
  expect(measures).toHaveLength(6);
  for (const { value } of measures) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});
