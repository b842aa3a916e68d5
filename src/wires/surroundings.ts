/** What every wire is given from outside: time, chance, the log, and the way to the network. */
import type { Log } from '../log.ts';
import type { Fetcher } from './fetching.ts';

export type Surroundings = {
  /** epoch milliseconds */
  readonly now: () => number;
  /** 0 to 1, for jitter */
  readonly random: () => number;
  readonly log: Log;
  /** shared by all wires, so that no host is asked twice at a time */
  readonly fetcher: Fetcher;
};
