/** The order of a digest. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankEvents } from '../../src/editing/rank.ts';
import type { Event } from '../../src/news/event.ts';

const AT = '2026-03-03T09:00:00Z';

function candidate(id: string, urgency: number | null, sourceCount: number, hour = 8) {
  const lastAt = `2026-03-03T0${hour}:00:00Z`;
  const event: Event = {
    id,
    stories: [],
    title: id,
    version: 1,
    urgency,
    profile: { terms: {}, names: {} },
    background: false,
    firstAt: lastAt,
    lastAt,
    openedAt: lastAt,
    changedAt: lastAt,
  };
  return { event, sourceCount };
}

function order(...candidates: ReturnType<typeof candidate>[]): string[] {
  return rankEvents(candidates, AT).map(({ event }) => event.id);
}

describe('rankEvents', () => {
  it('goes by urgency, then sources, then freshness, then id', () => {
    expect(order(candidate('b', 5, 9), candidate('a', 1, 1))).toEqual(['a', 'b']);
    expect(order(candidate('b', 3, 1), candidate('a', 3, 2))).toEqual(['a', 'b']);
    expect(order(candidate('b', 3, 1, 6), candidate('a', 3, 1, 7))).toEqual(['a', 'b']);
    expect(order(candidate('b', 3, 1), candidate('a', 3, 1))).toEqual(['a', 'b']);
  });

  it('puts an event without urgency among the ordinary ones', () => {
    expect(order(candidate('c', 6, 1), candidate('b', null, 1), candidate('a', 4, 1))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('does not depend on the order it is given', () => {
    const some = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 1, max: 9 }), fc.nat(3)), {
      selector: ([id]) => id,
    });
    fc.assert(
      fc.property(some, (list) => {
        const all = list.map(([id, urgency, count]) => candidate(id, urgency, count));
        expect(order(...all)).toEqual(order(...all.toReversed()));
      }),
    );
  });
});
