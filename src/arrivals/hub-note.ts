/** What is remembered of a subscription at a WebSub hub: one note in the store for each wire. */
import type { Records } from '../stores/store.ts';

export type HubNote = {
  readonly hub: string;
  readonly topic: string;
  readonly callback: string;
  /** the part of the callback that only the hub knows */
  readonly key: string;
  readonly secret: string;
  readonly state: 'asked' | 'live' | 'refused';
  /** epoch milliseconds */
  readonly askedAt: number;
  /** times that it was asked without being confirmed */
  readonly tries: number;
  readonly leaseMs: number;
  /** epoch milliseconds; 0 before it was confirmed */
  readonly leaseUntil: number;
};

const nameOf = (wire: string): string => `hub:${wire}`;

/** The note of a wire; null when it has no subscription. */
export async function readNote(records: Records, wire: string): Promise<HubNote | null> {
  const text = await records.note(nameOf(wire));
  return text === null ? null : (JSON.parse(text) as HubNote | null);
}

export function saveNote(records: Records, wire: string, note: HubNote | null): Promise<void> {
  return records.saveNote(nameOf(wire), JSON.stringify(note));
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Does the hub send, as far as we know? */
export function isLive(note: HubNote | null, now: number): boolean {
  return note !== null && note.state !== 'refused' && note.leaseUntil > now;
}

/** When the subscription is to be renewed: with a fifth of its lease left (epoch milliseconds). */
export function renewalAt({ leaseUntil, leaseMs }: HubNote): number {
  return leaseUntil - leaseMs / 5;
}

/**
 * Is it time to ask the hub? A confirmed subscription is renewed before it ends; one that is not
 * confirmed is asked for again after a quarter of an hour, then twice as long, up to a day.
 */
export function isToBeAsked(note: HubNote, now: number): boolean {
  const pauseMs = Math.min(DAY_MS, 15 * MINUTE_MS * 2 ** Math.min(10, Math.max(0, note.tries - 1)));
  const waitedMs = now - note.askedAt;
  if (note.state === 'refused') return waitedMs > DAY_MS;
  if (isLive(note, now)) {
    const patienceMs = Math.min(pauseMs, note.leaseMs / 10);
    return now >= renewalAt(note) && waitedMs > patienceMs;
  }
  return note.tries === 0 || waitedMs > pauseMs;
}
