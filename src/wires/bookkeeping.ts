/** How a bookmark changes after a reading: worked, failed, gone. */
import { problem, type Problem } from '../news/problem.ts';
import type { Surroundings } from './surroundings.ts';
import type { Bookmark, Reading } from './wire.ts';

/** Longest pause between two tries: so many of the wire's own intervals, and never more than this. */
const BACK_OFF_INTERVALS = 64;
const BACK_OFF_MAX_MS = 6 * 3_600_000;
const INTERVAL_MIN_MS = 1_000;
const JITTER = 0.1;

type Clock = Pick<Surroundings, 'now' | 'random'>;

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function jittered(lengthMs: number, { random }: Clock): number {
  return Math.round(lengthMs * (1 - JITTER + 2 * JITTER * random()));
}

/** The bookmark after a reading that worked; `everyMs` with a tenth of jitter until the next. */
export function worked(bookmark: Bookmark, everyMs: number, clock: Clock): Bookmark {
  const now = clock.now();
  return {
    ...bookmark,
    state: 'on',
    nextReadAt: iso(now + jittered(everyMs, clock)),
    lastReadAt: iso(now),
    lastTriedAt: iso(now),
    failures: 0,
    failingSince: null,
    error: null,
  };
}

export type Failure = Problem & {
  /** the source asked for this pause */
  readonly retryAfterMs?: number | undefined;
  /** the source is gone for good */
  readonly isGone?: boolean;
};

/**
 * A reading that failed: no copy, one problem, and a pause that doubles with each failure in a row,
 * with a tenth of jitter, but is never shorter than the source asked for.
 */
export function failed(
  bookmark: Bookmark,
  failure: Failure,
  everyMs: number,
  clock: Clock,
): Reading {
  const now = clock.now();
  const failures = bookmark.failures + 1;
  const interval = Math.max(INTERVAL_MIN_MS, everyMs);
  const doubled = interval * Math.min(BACK_OFF_INTERVALS, 2 ** Math.min(20, failures));
  // A wire that is read once a week is not read more often because it fails.
  const longest = Math.max(BACK_OFF_MAX_MS, interval);
  const pauseMs = Math.max(jittered(Math.min(longest, doubled), clock), failure.retryAfterMs ?? 0);
  return {
    found: [],
    problems: [problem(failure.code, failure.sentence)],
    bookmark: {
      ...bookmark,
      state: failure.isGone ? 'off' : bookmark.state,
      nextReadAt: iso(now + pauseMs),
      lastTriedAt: iso(now),
      failures,
      failingSince: bookmark.failingSince ?? iso(now),
      error: failure.sentence,
    },
    settle: null,
  };
}

/** A reading that was broken off because the process ends: as if it had never begun. */
export function brokenOff(bookmark: Bookmark): Reading {
  return { found: [], problems: [], bookmark, settle: null };
}
