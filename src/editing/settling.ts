/** When an update of something that was posted is told: soon, and together with what comes right after. */

/** An update waits so long for the next one: a write-thru seldom comes alone. */
const SETTLING_MS = 30_000;
/** Least time between two notes under one message. */
const SPACING_MS = 60_000;
/** A digest older than this is read no more: updates leave it alone, kills and corrections do not. */
const FOLLOWED_MS = 48 * 3_600_000;
/** Notes under one message; what comes after them edits the message only. */
const NOTES_MAX = 12;

/**
 * The instant (epoch milliseconds) at which an update filed at `now` is told. Updates that come
 * until then are told with it.
 * @param lastNoteAt when the last note under the message was planned; null when there is none
 */
export function settlesAt(now: number, lastNoteAt: number | null): number {
  return Math.max(now + SETTLING_MS, lastNoteAt === null ? 0 : lastNoteAt + SPACING_MS);
}

/** Does a message that was planned at `plannedAt` still follow updates at `now` (epoch milliseconds)? */
export function followsUpdates(plannedAt: number, now: number): boolean {
  return now - plannedAt <= FOLLOWED_MS;
}

/** Is there room for another note under a message that has so many? */
export function takesNote(notes: number): boolean {
  return notes < NOTES_MAX;
}
