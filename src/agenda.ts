/** The agenda as the store has it, as a list and as a calendar file. */
import ical, { ICalEventStatus } from 'ical-generator';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { eventsOfTopic, firstCard, type AnsweringParts } from './answering.ts';
import { agendaOn, type AgendaEntry } from './editing/agenda.ts';
import { fingerprint } from './news/identity.ts';
import type { Topic } from './news/topic.ts';

const DAYS = 30;
const EVENTS_MAX = 500;

/**
 * The next steps that stories of the last month tell of; of one topic, or of all when it is null.
 * A killed or held story's steps are gone with it: its event has no card.
 */
export async function readAgenda(
  parts: AnsweringParts,
  topic: Topic | null,
  at: string,
): Promise<AgendaEntry[]> {
  const from = new Date(Date.parse(at) - DAYS * 86_400_000).toISOString();
  const events = topic
    ? await eventsOfTopic(parts.store, topic, at, from)
    : await parts.store.eventsChanged({ from, to: at }, EVENTS_MAX);
  const entries: AgendaEntry[] = [];
  for (const event of events.slice(0, EVENTS_MAX)) {
    const best = await firstCard(parts, [event], at);
    const { id, title, changedAt } = event;
    for (const step of best?.card.next ?? []) entries.push({ event: id, title, changedAt, step });
  }
  return agendaOn(entries, at.slice(0, 10));
}

/** Steps that name a day, as all-day entries; a step without a day has no place in a calendar. */
export function calendarOf(entries: readonly AgendaEntry[], name: string, at: string): string {
  const calendar = ical({ name });
  for (const { event, title, step } of entries) {
    const date = step.when?.grain === 'day' ? step.when.date : null;
    if (!date) continue;
    calendar.createEvent({
      id: fingerprint('agenda', event, step.text),
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      stamp: new Date(at),
      summary: step.text,
      status: step.firm ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
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
