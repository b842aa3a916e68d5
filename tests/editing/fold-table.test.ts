/** Folding: every signal on every state, by enumeration. */
import { describe, expect, it } from 'vitest';
import { isShowable } from '../../src/news/story.ts';
import type { Signal } from '../../src/news/take.ts';
import { file, kinds, now, takeOf, type Kind } from './fold-kinds.ts';

/** What may stand when a take comes, by how it came about. */
const STATES = {
  nothing: [],
  live: [kinds.new(5)],
  alert: [takeOf(5, { paragraphs: [], headline: 'Ferry sinks' })],
  held: [kinds.new(5), kinds.withhold(6)],
  embargoed: [kinds.embargoed(5)],
  timeless: [kinds.timeless(5)],
  lifted: [kinds.embargoed(5), kinds.lift(6)],
  killed: [kinds.new(5), kinds.kill(6)],
} as const;

/**
 * What a take of hour 10 does to each, in the order of STATES: change and state. `embargoed` has a time
 * that has not come: newer copy without an embargo is held until then (`held held`: the copy is new,
 * the state is not), only a lift or another time frees it. `timeless` has none that can be read: newer
 * copy frees it. `lift` is a notice without copy.
 */
const TABLE: Readonly<Record<Kind, readonly string[]>> = {
  new: cells(
    'opened live | advanced live | advanced live | released live | held held | released live | advanced live',
  ),
  update: cells(
    'opened live | advanced live | advanced live | released live | held held | released live | advanced live',
  ),
  writethru: cells(
    'opened live | advanced live | advanced live | released live | held held | released live | advanced live',
  ),
  correction: cells(
    'opened live | corrected live | corrected live | released live | held held | released live | corrected live',
  ),
  add: cells(
    'opened live | repeated live | repeated live | repeated held | repeated held | repeated held | repeated live',
  ),
  advisory: cells(
    'repeated live | repeated live | repeated live | repeated held | repeated held | repeated held | repeated live',
  ),
  withhold: cells(
    'held held | held held | held held | repeated held | held held | repeated held | held held',
  ),
  unusable: cells(
    'held held | held held | held held | repeated held | held held | repeated held | held held',
  ),
  kill: cells(
    'killed killed | killed killed | killed killed | killed killed | killed killed | killed killed | killed killed',
  ),
  embargoed: cells(
    'held held | held held | held held | held held | held held | held held | held held',
  ),
  timeless: cells(
    'held held | held held | held held | held held | held held | held held | held held',
  ),
  passed: cells(
    'opened live | advanced live | advanced live | released live | released live | released live | advanced live',
  ),
  lifted: cells(
    'opened live | advanced live | advanced live | released live | released live | released live | advanced live',
  ),
  lift: cells(
    'repeated live | repeated live | repeated live | repeated held | released live | released live | repeated live',
  ),
};

/** Nothing changes what is killed. */
function cells(row: string): string[] {
  return [...row.split(' | '), 'repeated killed'];
}

/** Every signal there is: a new one does not compile until it stands here and in the table. */
const SIGNALS: Readonly<Record<Signal, Kind>> = {
  new: 'new',
  add: 'add',
  update: 'update',
  writethru: 'writethru',
  correction: 'correction',
  advisory: 'advisory',
  withhold: 'withhold',
  kill: 'kill',
};

describe('signals against states', () => {
  const pairs = (Object.keys(TABLE) as Kind[]).flatMap((kind) =>
    Object.entries(STATES).map(([state, before], column) => {
      return { kind, state, before, expected: TABLE[kind][column] };
    }),
  );

  it('has a row for every signal and a column for every state', () => {
    expect(Object.values(SIGNALS).every((kind) => kinds[kind](10).signal === kind)).toBe(true);
    const states = Object.values(STATES)
      .slice(1)
      .map((takes) => file(...takes).story.state);
    expect(new Set(states)).toEqual(new Set(['live', 'held', 'killed']));
    expect(pairs).toHaveLength(Object.keys(kinds).length * Object.keys(STATES).length);
  });

  it.each(pairs)('$kind on $state: $expected', ({ kind, before, expected }) => {
    const { story, changes } = file(...before, kinds[kind](10));
    expect(`${changes.at(-1)} ${story.state}`).toBe(expected);
    const isSeen = story.state === 'live' && story.current !== null;
    expect(isShowable(story, now.receivedAt)).toBe(isSeen);
  });
});
