/** Matching must not grow worse than linearly with the events held. */
import { expect, it } from 'vitest';
import { benchMatching, benchMatchingSizes } from './matching.ts';

it('ten times the events cost at most fifteen times the time', () => {
  benchMatching(200, 50);
  const small = benchMatching(500, 100);
  const large = benchMatching(5_000, 100);
  expect(large.storiesPerSecond).toBeGreaterThan(small.storiesPerSecond / 15);
  expect(benchMatchingSizes).toBeTypeOf('function');
});
