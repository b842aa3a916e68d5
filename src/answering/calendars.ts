/** The agenda as a calendar file, and the token in its address. */
import ical, { ICalEventStatus } from 'ical-generator';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AgendaEntry } from '../editing/agenda.ts';

/**
 * Steps that name a day, as all-day entries; a step without a day has no place in a calendar. A moved
 * step keeps its UID and raises its SEQUENCE; one that was called off, or put off with no new day,
 * stands cancelled on the day that it had (RFC 5545, 3.8.7.4 and 3.8.1.11). Without a METHOD the
 * DTSTAMP is the time of the last change (3.8.7.2): the same agenda is the same file.
 */
export function calendarOf(entries: readonly AgendaEntry[], name: string): string {
  const calendar = ical({ name: written(name) });
  for (const { id, title, step, state, first, sequence, sentAt, change } of entries) {
    const isOff = state === 'cancelled' || state === 'postponed';
    const when = state === 'postponed' ? first : step.when;
    const date = when?.grain === 'day' ? when.date : null;
    if (!date) continue;
    const status = step.firm ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
    calendar.createEvent({
      id,
      sequence,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      stamp: new Date(change?.sentAt ?? sentAt),
      summary: visible(step.text),
      status: isOff ? ICalEventStatus.CANCELLED : status,
      ...(step.place ? { location: visible(step.place) } : {}),
      description: visible(title),
    });
  }
  // a calendar holds one component at least, and each of its lines ends (RFC 5545, 3.6 and 3.1)
  const text = calendar.toString();
  const isEmpty = !text.includes('\r\nBEGIN:');
  return `${isEmpty ? text.replace('END:VCALENDAR', `${ZONE}END:VCALENDAR`) : text}\r\n`;
}

const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n');

/** Text without what no calendar may hold (RFC 5545, 3.1) and what would turn it round. */
const visible = (text: string): string =>
  text
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .toWellFormed();

/** The library writes the name of a calendar as it is given. */
const written = (name: string): string => visible(name).replace(/[\\;,]/g, '\\$&');

/** The token in the address of a topic's calendar: made from the secret, which it does not tell. */
export function calendarToken(secret: string, topic: string): string {
  return createHmac('sha256', secret).update(`agenda ${topic}`).digest('hex').slice(0, 32);
}

/** May this token read the calendar? Everybody may where no secret is set. */
export function mayReadCalendar(secret: string | null, topic: string, token: string): boolean {
  if (secret === null) return true;
  const expected = Buffer.from(calendarToken(secret, topic));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
