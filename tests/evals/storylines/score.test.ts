import { describe, expect, it } from 'vitest';
import { scoreStorylines, storylinesOf } from './score.ts';

describe.each(['dev', 'held-out'] as const)('the labelled storylines, %s', (half) => {
  it('are eight or more, with as many near misses', () => {
    const { storylines, nearMisses } = storylinesOf(half);
    expect(storylines.length).toBeGreaterThanOrEqual(8);
    expect(nearMisses.length).toBeGreaterThanOrEqual(storylines.length);
    expect(storylines.every(({ stories }) => stories.length >= 2)).toBe(true);
  });

  it('are told precisely, and most of them', () => {
    for (const { measure, value, target } of scoreStorylines(half).measures)
      expect(value, measure).toBeGreaterThanOrEqual(target ?? 0);
  });
});
