/** The agenda as a calendar file, and the token in its address. */
import ical, { ICalEventStatus } from 'ical-generator';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AgendaEntry } from '../editing/agenda.ts';

/**
 * Steps that name a day, as all-day entries; a step without a day has no place in a calendar. A moved
 * step keeps its UID and raises its SEQUENCE; one that was called off, or put off with no new day,
 * stands cancelled on the day that it had (RFC 5545, 3.8.7.4 and 3.8.1.11).
 */
export function calendarOf(entries: readonly AgendaEntry[], name: string, at: string): string {
  const calendar = ical({ name });
  for (const { id, title, step, state, first, sequence } of entries) {
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
      stamp: new Date(at),
      summary: step.text,
      status: isOff ? ICalEventStatus.CANCELLED : status,
      ...(step.place ? { location: step.place } : {}),
      description: title,
    });
  }
  return calendar.toString();
}

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
