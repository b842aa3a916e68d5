/** Figures that are reckoned over different stretches of time do not contradict. */
import { describe, expect, it } from 'vitest';
import { reckonAlike } from '../../../src/analysts/offline/claims/periods.ts';

describe('reckonAlike', () => {
  it.each([
    ['Output fell 1.2 percent in June from May.', 'Output fell 3.4 percent from a year earlier.'],
    ['Sales rose 3 percent in the fourth quarter.', 'Sales rose 2 percent in 2031.'],
    ['Prices rose 4 percent.', 'Prices without food and energy rose 3 percent.'],
    ['Shares lost 2 percent on the day.', 'Shares lost 6 percent on the week.'],
  ])('%s / %s', (one, other) => {
    expect(reckonAlike(one, other)).toBe(false);
  });

  it.each([
    ['The party won 31 percent of the vote.', 'The party took 33 percent.'],
    ['Output fell 1.2 percent from May.', 'Output slipped 1.4 percent, month-on-month.'],
    ['Quarterly profit was 40 million crowns.', 'It earned 44 million in the last quarter.'],
  ])('%s = %s', (one, other) => {
    expect(reckonAlike(one, other)).toBe(true);
  });
});
