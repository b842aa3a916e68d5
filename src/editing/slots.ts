/** When a channel's digests are due: slots are computed from the calendar, never from a timer. */
import { isDayOnly } from '../news/plain-date.ts';
import type { Schedule } from '../news/subscription.ts';

/** Longest stretch that is looked through at once: what is older is not caught up any more. */
const LOOK_BACK_DAYS_MAX = 31;

/**
 * The instant at which a local time comes on a day. A time inside a spring-forward gap comes at the
 * first instant after the gap; a time that comes twice counts the first time only.
 */
function instantOn(day: Temporal.PlainDate, schedule: Schedule): Temporal.Instant {
  const local = day.toPlainDateTime(Temporal.PlainTime.from(schedule.time));
  const earlier = local.toZonedDateTime(schedule.zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return earlier.toInstant();
  // The local time does not exist: the next transition is the end of the gap.
  const gapEnd = earlier.getTimeZoneTransition('next');
  return (gapEnd ?? earlier).toInstant();
}

/** ISO instant in UTC without needless fractions: the form of every slot in the store. */
function writeInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}

/**
 * Every slot after `after` and not after `upTo` (ISO instants), in order, each once however many
 * lines of the timetable name it.
 */
export function slotsBetween(
  schedules: readonly Schedule[],
  after: string,
  upTo: string,
): readonly string[] {
  const end = Temporal.Instant.from(upTo);
  const oldest = end.subtract({ hours: 24 * LOOK_BACK_DAYS_MAX });
  const given = Temporal.Instant.from(after);
  const start = Temporal.Instant.compare(given, oldest) < 0 ? oldest : given;
  const slots = new Map<number, string>();
  for (const schedule of schedules) {
    const lastDay = end.toZonedDateTimeISO(schedule.zone).toPlainDate();
    let day = start.toZonedDateTimeISO(schedule.zone).toPlainDate().subtract({ days: 1 });
    for (; Temporal.PlainDate.compare(day, lastDay) <= 0; day = day.add({ days: 1 })) {
      if (!schedule.weekdays.includes(day.dayOfWeek)) continue;
      const instant = instantOn(day, schedule);
      const isDue =
        Temporal.Instant.compare(instant, start) > 0 && Temporal.Instant.compare(instant, end) <= 0;
      if (isDue) slots.set(instant.epochMilliseconds, writeInstant(instant));
    }
  }
  return [...slots].sort(([a], [b]) => a - b).map(([, slot]) => slot);
}

/** A slot, with the zone of the line of the timetable that names it. */
type ZonedSlot = { readonly slot: string; readonly zone: string };

/** The next `count` slots after an instant (ISO), of what comes in the next four weeks. */
export function nextSlots(
  schedules: readonly Schedule[],
  after: string,
  count: number,
): readonly ZonedSlot[] {
  const end = writeInstant(Temporal.Instant.from(after).add({ hours: 24 * 28 }));
  const zones = new Map<string, string>();
  for (const schedule of schedules)
    for (const slot of slotsBetween([schedule], after, end))
      if (!zones.has(slot)) zones.set(slot, schedule.zone);
  const slots = [...zones].map(([slot, zone]) => ({ slot, zone }));
  return slots.sort((a, b) => Date.parse(a.slot) - Date.parse(b.slot)).slice(0, count);
}

/** Formats by zone, kept: to make one takes as long as to use it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();
const FORMATS_MAX = 1_000;

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  if (formats.size >= FORMATS_MAX) formats.clear();
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  formats.set(zone, made);
  return made;
}

/** An instant as people in a zone read it: "Tue 24 Nov 2026 08:30 (Asia/Tokyo)". */
export function showInstant(instant: string, zone: string): string {
  const { epochMilliseconds } = Temporal.Instant.from(instant);
  return `${formatIn(zone).format(epochMilliseconds).replaceAll(',', '')} (${zone})`;
}

/**
 * When copy was sent, as people in a zone read it; the day alone where the copy gives no hour.
 * @param sentAt ISO instant as the copy states it, with the copy's own offset
 */
export function showSent(sentAt: string, zone: string): string {
  return isDayOnly(sentAt) ? showDay(sentAt) : showInstant(sentAt, zone);
}

/** Made when it is first needed: most commands show no day. */
let dayFormat: Intl.DateTimeFormat | null = null;

/** The day of an instant, by its own offset, as people write it: "12 May 2026". */
export function showDay(instant: string): string {
  dayFormat ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return dayFormat.format(Date.parse(instant.slice(0, 10)));
}

/** The day that an instant (epoch milliseconds) falls on in a zone: `2026-03-12`. */
export function dayIn(zone: string, instantMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instantMs)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
