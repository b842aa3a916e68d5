import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inZone,
  readSchedules,
  readTypedSchedules,
  writeSchedule,
} from '../../src/news/schedule.ts';

describe('readSchedules', () => {
  it.each([
    ['weekdays 08:30 Asia/Tokyo', [1, 2, 3, 4, 5], '08:30', 'Asia/Tokyo'],
    ['fri 17:00 Asia/Tokyo', [5], '17:00', 'Asia/Tokyo'],
    ['mon,wed 7:05 Europe/Berlin', [1, 3], '07:05', 'Europe/Berlin'],
    ['Monday,Thursday 09:00 UTC', [1, 4], '09:00', 'UTC'],
    ['weekends 10:00 America/New_York', [6, 7], '10:00', 'America/New_York'],
    ['18:00 UTC', [1, 2, 3, 4, 5, 6, 7], '18:00', 'UTC'],
  ])('reads "%s"', (text, weekdays, time, zone) => {
    expect(readSchedules(text)).toEqual({ ok: true, schedules: [{ weekdays, time, zone }] });
  });

  it.each([
    ['7am', '"7am" is not HH:MM'],
    ['weekdays 13pm UTC', '"13pm" is not HH:MM'],
    ['weekdays 8 UTC', '"8" is not HH:MM'],
    ['weekdays 08:30 UTC, 25:00 UTC', '"25:00" is not HH:MM'],
    [
      'weekdays 08:30 UTC, someday 10:00',
      '"someday" is not a day: use daily, weekdays, weekends or mon,wed,fri',
    ],
    ['08:30 UTC, sat', '"08:30 UTC sat" names days without a time at its end'],
    ['weekdays 25:00 UTC', '"25:00" is not HH:MM'],
    ['weekdays 08:30', '"weekdays 08:30" needs a time zone such as Asia/Tokyo'],
    ['weekdays 08:30 Mars/Base', '"Mars/Base" is not a time zone such as Asia/Tokyo'],
    ['someday 08:30 UTC', '"someday" is not a day: use daily, weekdays, weekends or mon,wed,fri'],
    ['daily', '"daily" has no time of day such as 08:30'],
    ['daily 08:30 UTC please', '"please" is too much'],
  ])('refuses "%s" with a reason', (text, sentence) => {
    expect(readSchedules(text)).toEqual({ ok: false, sentence });
  });

  const TWICE = [
    { weekdays: [1, 2, 3, 4, 5], time: '07:30', zone: 'Asia/Tokyo' },
    { weekdays: [1, 2, 3, 4, 5], time: '16:00', zone: 'Asia/Tokyo' },
  ];
  it.each([
    ['weekdays 07:30, 16:00 Asia/Tokyo'],
    ['weekdays 07:30 and 16:00 asia/tokyo'],
    ['weekdays 07:30 Asia/Tokyo, 16:00'],
    ['weekdays 07:30\nweekdays 16:00 Tokyo'],
    ['Mon-Fri at 7:30am and 4 pm Tokyo'],
    ['monday to friday 7.30; 1600 Asia/Tokyo'],
    ['every weekday at 07:30, 16:00, 07:30 Tokyo'],
  ])('reads both times of "%s"', (text) => {
    expect(readTypedSchedules(text)).toEqual({ ok: true, schedules: TWICE });
  });

  it.each([
    ['daily noon Tokyo', '12:00', 'Asia/Tokyo'],
    ['12 noon Tokyo', '12:00', 'Asia/Tokyo'],
    ['every day at midnight, Asia/Tokyo', '00:00', 'Asia/Tokyo'],
    ['０８：３０ Tokyo', '08:30', 'Asia/Tokyo'],
    ['8:30 UTC+2', '08:30', '+02:00'],
    ['8:30 GMT -3:30', '08:30', '-03:30'],
    ['8:30 +09:00', '08:30', '+09:00'],
    ['8:30 UTC', '08:30', 'UTC'],
  ])('reads "%s"', (text, time, zone) => {
    const schedules = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time, zone }];
    expect(readTypedSchedules(text)).toEqual({ ok: true, schedules });
    expect(readSchedules(`daily ${time} ${zone}`)).toEqual({ ok: true, schedules });
  });

  it.each(['8:30 UTC+15', '24:00 Tokyo', '8:30 UTC+2:75', 'noon noonish'])(
    'refuses "%s"',
    (text) => {
      expect(readTypedSchedules(text)).toMatchObject({ ok: false });
    },
  );

  it('reads lines with days and zones of their own', () => {
    const text = 'weekdays 07:30 Asia/Tokyo, sat and sun 10:00 New York, fri 17:00';
    expect(readTypedSchedules(text)).toEqual({
      ok: true,
      schedules: [
        { weekdays: [1, 2, 3, 4, 5], time: '07:30', zone: 'Asia/Tokyo' },
        { weekdays: [6, 7], time: '10:00', zone: 'America/New_York' },
        { weekdays: [5], time: '17:00', zone: 'America/New_York' },
      ],
    });
  });

  it('bounds how many times it takes', () => {
    const text = Array.from({ length: 30 }, (_, hour) => `${hour % 24}:${10 + hour}`).join(', ');
    expect(readTypedSchedules(text)).toMatchObject({ ok: false });
  });

  it('leaves the zone open that nobody named, and fills it in', () => {
    const reading = readTypedSchedules('daily 08:30, sat 10:00');
    expect(reading).toMatchObject({ schedules: [{ zone: null }, { zone: null }] });
    const typed = reading.ok ? reading.schedules : [];
    expect(inZone(typed, 'Europe/Berlin').map(({ zone }) => zone)).toEqual([
      'Europe/Berlin',
      'Europe/Berlin',
    ]);
  });

  it('reads back whatever it writes', () => {
    const weekdays = fc
      .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
      .map((days) => days.toSorted((a, b) => a - b));
    const minutes = fc.integer({ min: 0, max: 1439 });
    const zone = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/New_York', '+05:30');
    fc.assert(
      fc.property(weekdays, minutes, zone, (days, minute, name) => {
        const hours = String(Math.floor(minute / 60)).padStart(2, '0');
        const time = `${hours}:${String(minute % 60).padStart(2, '0')}`;
        const schedule = { weekdays: days, time, zone: name };
        expect(readSchedules(writeSchedule(schedule))).toEqual({
          ok: true,
          schedules: [schedule],
        });
      }),
    );
  });

  it('never throws, whatever a word is called', () => {
    for (const word of ['__proto__', 'constructor', 'toString'])
      expect(readSchedules(`${word} 07:30`).ok).toBe(false);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof readSchedules(text).ok).toBe('boolean');
      }),
    );
  });
});
