import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlots, showInstant, showSent, slotsBetween } from '../../src/editing/slots.ts';
import type { Schedule } from '../../src/news/subscription.ts';

const DAILY = [1, 2, 3, 4, 5, 6, 7];
const at = (time: string, zone: string, weekdays = DAILY): Schedule => ({ weekdays, time, zone });

describe('slotsBetween', () => {
  it('gives each local time once a day, after the first instant and up to the last', () => {
    const slots = slotsBetween(
      [at('08:30', 'Asia/Tokyo')],
      '2026-11-22T23:30:00Z',
      '2026-11-24T23:30:00Z',
    );
    expect(slots).toEqual(['2026-11-23T23:30:00Z', '2026-11-24T23:30:00Z']);
  });

  it('keeps to the weekdays of the zone, not of UTC', () => {
    const friday = at('07:00', 'Pacific/Auckland', [5]);
    const slots = slotsBetween([friday], '2026-11-20T00:00:00Z', '2026-11-28T00:00:00Z');
    expect(slots).toEqual(['2026-11-26T18:00:00Z']);
  });

  it('runs a time inside a spring-forward gap once, right after the gap', () => {
    const slots = slotsBetween(
      [at('02:30', 'America/New_York')],
      '2027-03-13T12:00:00Z',
      '2027-03-15T12:00:00Z',
    );
    expect(slots).toEqual(['2027-03-14T07:00:00Z', '2027-03-15T06:30:00Z']);
  });

  it('counts two times inside one gap as one slot', () => {
    const both = [at('02:15', 'America/New_York'), at('02:45', 'America/New_York')];
    const slots = slotsBetween(both, '2027-03-14T00:00:00Z', '2027-03-14T12:00:00Z');
    expect(slots).toEqual(['2027-03-14T07:00:00Z']);
  });

  it('runs a repeated hour once, the first time it comes', () => {
    const slots = slotsBetween(
      [at('01:30', 'America/New_York')],
      '2026-11-01T00:00:00Z',
      '2026-11-01T23:00:00Z',
    );
    expect(slots).toEqual(['2026-11-01T05:30:00Z']);
  });

  it('knows a half-hour change', () => {
    const slots = slotsBetween(
      [at('02:15', 'Australia/Lord_Howe')],
      '2026-10-03T00:00:00Z',
      '2026-10-04T00:00:00Z',
    );
    expect(slots).toEqual(['2026-10-03T15:30:00Z']);
  });

  it('does not look back further than a month', () => {
    const slots = slotsBetween(
      [at('12:00', 'UTC')],
      '2020-01-01T00:00:00Z',
      '2026-11-24T13:00:00Z',
    );
    expect(slots).toHaveLength(31);
  });

  it('splits at any instant without losing or doubling a slot', () => {
    const start = Date.parse('2026-10-20T00:00:00Z');
    const hour = 3_600_000;
    const zones = fc.constantFrom('America/New_York', 'Europe/London', 'Asia/Kolkata', 'UTC');
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    const schedules = fc.array(fc.tuple(times, zones), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(schedules, fc.integer({ min: 1, max: 400 }), (lines, cut) => {
        const plan = lines.map(([time, zone]) => at(time, zone));
        const iso = (hours: number): string => new Date(start + hours * hour).toISOString();
        const whole = slotsBetween(plan, iso(0), iso(480));
        const halves = [
          ...slotsBetween(plan, iso(0), iso(cut)),
          ...slotsBetween(plan, iso(cut), iso(480)),
        ];
        expect(halves).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe('nextSlots', () => {
  it.each(['2026-03-12T09:00:00Z', '2026-03-13T08:00:01Z', '2026-03-14T00:00:00Z'])(
    'tells three runs of what comes once a week, from %s',
    (after) => expect(nextSlots([at('08:00', 'UTC', [5])], after, 3)).toHaveLength(3),
  );

  it('gives the next three runs', () => {
    const weekly = at('17:00', 'Asia/Tokyo', [1, 5]);
    expect(nextSlots([weekly], '2026-11-24T00:00:00Z', 3).map(({ slot }) => slot)).toEqual([
      '2026-11-27T08:00:00Z',
      '2026-11-30T08:00:00Z',
      '2026-12-04T08:00:00Z',
    ]);
  });

  it('is empty without a timetable', () => {
    expect(nextSlots([], '2026-11-24T00:00:00Z', 3)).toEqual([]);
  });
});

describe('showSent', () => {
  it.each([
    ['2026-03-12T00:00:00Z', '12 Mar 2026'],
    ['2026-03-12T00:00:00+09:00', '12 Mar 2026'],
    ['2026-03-12', '12 Mar 2026'],
    ['2026-03-12T00:01:00Z', 'Thu 12 Mar 2026 09:01 (Asia/Tokyo)'],
    ['2026-03-12T23:30:00+02:00', 'Fri 13 Mar 2026 06:30 (Asia/Tokyo)'],
  ])('shows %s as %s: a day without an hour gets none', (sentAt, shown) => {
    expect(showSent(sentAt, 'Asia/Tokyo')).toBe(shown);
  });
});

describe('showInstant', () => {
  it('shows local time with its zone', () => {
    const shown = showInstant('2026-11-27T08:00:00Z', 'Asia/Tokyo');
    expect(shown).toBe('Fri 27 Nov 2026 17:00 (Asia/Tokyo)');
  });

  it('names the zone of the line that each comes from', () => {
    const tokyo = { weekdays: [2], time: '08:30', zone: 'Asia/Tokyo' };
    const newYork = { weekdays: [2], time: '08:30', zone: 'America/New_York' };
    expect(nextSlots([newYork, tokyo], '2026-11-23T00:00:00Z', 2)).toEqual([
      { slot: '2026-11-23T23:30:00Z', zone: 'Asia/Tokyo' },
      { slot: '2026-11-24T13:30:00Z', zone: 'America/New_York' },
    ]);
  });
});
