/** The yardstick itself: known texts, known overlap. */
import { expect, it } from 'vitest';
import { rougeL, rougeN } from './score.ts';

it('counts shared words and pairs of words, each as often as both have it', () => {
  expect(rougeN('the cat sat', 'the cat ran', 1)).toBeCloseTo(2 / 3);
  expect(rougeN('the cat sat', 'the cat ran', 2)).toBeCloseTo(1 / 2);
  expect(rougeN('a a a', 'a', 1)).toBeCloseTo(1 / 2);
  expect(rougeN('', 'a', 1)).toBe(0);
});

it('finds the longest row of words in common order', () => {
  expect(rougeL('a b c d', 'a x c d')).toBeCloseTo(3 / 4);
  expect(rougeL('d c b a', 'a b c d')).toBeCloseTo(1 / 4);
});
