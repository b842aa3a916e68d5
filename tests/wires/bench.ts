/** What wires are given in tests: a clock that stands, chance that is even, a fetcher in a hurry. */
import { silentLog } from '../../src/log.ts';
import { createFetcher, type FetcherSettings } from '../../src/wires/fetching.ts';
import type { Surroundings } from '../../src/wires/surroundings.ts';

export const LOCAL = ['127.0.0.1/32'];

/** Surroundings whose clock the test moves. `fetching` overrides what the fetcher is made with. */
export function surroundingsFor(fetching: Partial<FetcherSettings> = {}) {
  const clock = { now: Date.parse('2026-03-12T09:00:00Z') };
  const limits = { pauseMs: 0, totalMs: 15_000, ...fetching.limits };
  const fetcher = createFetcher({ allowPrivate: LOCAL, ...fetching, limits });
  const surroundings: Surroundings = {
    now: () => clock.now,
    random: () => 0.5,
    log: silentLog,
    fetcher,
  };
  return { clock, surroundings, fetcher };
}
