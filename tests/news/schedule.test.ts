import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchedule, writeSchedule } from '../../src/news/schedule.ts';

describe('readSchedule', () => {
  it.each([
    ['weekdays 08:30 Asia/Tokyo', [1, 2, 3, 4, 5], '08:30', 'Asia/Tokyo'],
    ['fri 17:00 Asia/Tokyo', [5], '17:00', 'Asia/Tokyo'],
    ['mon,wed 7:05 Europe/Berlin', [1, 3], '07:05', 'Europe/Berlin'],
    ['Monday,Thursday 09:00 UTC', [1, 4], '09:00', 'UTC'],
    ['weekends 10:00 America/New_York', [6, 7], '10:00', 'America/New_York'],
    ['18:00 UTC', [1, 2, 3, 4, 5, 6, 7], '18:00', 'UTC'],
  ])('reads "%s"', (text, weekdays, time, zone) => {
    expect(readSchedule(text)).toEqual({ ok: true, schedule: { weekdays, time, zone } });
  });

  it.each([
    ['7am', '"7am" is not HH:MM'],
    ['weekdays 25:00 UTC', '"25:00" is not HH:MM'],
    ['weekdays 08:30', '"weekdays 08:30" needs a time zone such as Asia/Tokyo'],
    ['weekdays 08:30 Mars/Base', '"Mars/Base" is not a time zone such as Asia/Tokyo'],
    ['someday 08:30 UTC', '"someday" is not a day: use daily, weekdays, weekends or mon,wed,fri'],
    ['daily', '"daily" has no time of day such as 08:30'],
    ['daily 08:30 UTC please', '"please" is too much'],
  ])('refuses "%s" with a reason', (text, sentence) => {
    expect(readSchedule(text)).toEqual({ ok: false, sentence });
  });

  it('takes the zone it is given when the text names none', () => {
    expect(readSchedule('daily 08:30', 'UTC')).toMatchObject({ ok: true });
  });

  it('reads back whatever it writes', () => {
    const weekdays = fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
      .map((days) => days.toSorted((a, b) => a - b));
    const minutes = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York');
    fc.assert(
      fc.property(weekdays, minutes, zone, (days, minute, name) => {
        const hours = String(Math.floor(minute / 60)).padStart(2, '0');
        const time = `${hours}:${String(minute % 60).padStart(2, '0')}`;
        const schedule = { weekdays: days, time, zone: name };
        expect(readSchedule(writeSchedule(schedule))).toEqual({ ok: true, schedule });
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readSchedule(text).ok).toBe('boolean');
      }),
    );
  });
});
