/**
 * The shell, in straight lines. A story's way through the house:
 *   gather   wire -> format -> clean -> fold into story -> match into event -> store
 *   amend    kill, hold, correction, update -> every message that showed it (planned with the filing)
 *   publish  edition due or news urgent -> route -> card -> verify -> compose -> freeze -> ledger -> post
 *   answer   question -> recall -> answer with evidence (reception/)
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Analyst } from './analysts/analyst.ts';
import { freshEvents } from './publishing/bulletins.ts';
import { servedChannels } from './channels.ts';
import type { Chat } from './chats/chat.ts';
import { switchOff } from './posting/closing.ts';
import type { Config } from './config.ts';
import { FilingDesk, type Filed } from './filing/filing.ts';
import {
  fileArrival,
  gatherFrom,
  releaseHeld,
  type GatheringParts,
} from './gathering/gathering.ts';
import { guarded, type Log } from './log.ts';
import { createPoster } from './posting/posting.ts';
import {
  alertTo,
  publishDigests,
  publishRound,
  readTogether,
  roundsOf,
} from './publishing/publishing.ts';
import { reviseMessage } from './amending/revising.ts';
import { standingPayload } from './amending/standing.ts';
import type { Store } from './stores/store.ts';
import type { Wire } from './wires/wire.ts';

/** Wires read at the same time; politeness per host is the wires' own. */
const READERS = 16;
/** Of one site: while it is slow, the others are read all the same. */
const READERS_OF_SITE = 4;
/** A round of digests that another replica has begun is looked at again as often and as many times. */
const LOOK_MS = 500;
const LOOKS_MAX = 50;

export type NewsroomParts = {
  readonly config: Config;
  readonly store: Store;
  readonly wires: readonly Wire[];
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
  /** hubs that send what is new; none unless `web.url` is configured */
  readonly hubs?: GatheringParts['hubs'];
  /** how many processes post (see shares.ts); absent: this one alone */
  readonly processes?: (() => number | null) | undefined;
  /** names this replica among the others; made up when left out */
  readonly owner?: string;
};

export interface Newsroom {
  /**
   * Reads every wire that is due and files what came. One bad wire never stops the others: one that
   * is still being read is passed over, so that this may be called again before it has ended.
   */
  gather(signal?: AbortSignal): Promise<void>;
  /** Files what was brought to a wire's door; it is stored when this resolves. */
  receive(wire: string, arrived: Parameters<typeof fileArrival>[2]): Promise<readonly Filed[]>;
  /**
   * Freezes every edition that is due, with its messages in the ledger. What another replica is at
   * is looked at again until its lease must have run out: it may have died.
   * @param frozen called whenever some are frozen, while others are still being composed
   */
  freeze(signal?: AbortSignal, frozen?: () => void): Promise<void>;
  /** Freezes every edition that is due, then posts what the ledger holds. */
  publish(): Promise<void>;
  /** Freezes and posts a digest of each of these channels now, whatever their schedules say. */
  publishNow(channels: readonly string[]): Promise<void>;
  /**
   * Freezes a bulletin for what is urgent, then posts what the ledger holds. Safe to call while it is
   * at it: then it takes what is new.
   */
  post(): Promise<void>;
  /** Posts nothing more; what is being sent has so long to finish (milliseconds). */
  stop(withinMs: number): Promise<void>;
}

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { config, store, log } = parts;
  const gathering = { ...parts, hubs: parts.hubs ?? null, desk: new FilingDesk() };

  /** names of the wires that are being read or wait in line */
  const reading = new Set<string>();
  const inLine = createLine(READERS);
  const lineAt = linesOfSites(config.wires);

  const poster = createPoster({
    ...parts,
    limits: config.limits,
    switchOff: (channel, sentence) => switchOff(parts, channel, sentence),
    payloadNow: (chat, delivery) => standingPayload(parts, chat, delivery),
    revise: (chat, amendment, original) => reviseMessage(parts, chat, amendment, original),
  });

  async function post(): Promise<void> {
    await alert();
    await poster.post();
  }

  async function alert(): Promise<void> {
    const at = new Date(parts.now()).toISOString();
    const fresh = await freshEvents(store, at);
    if (fresh.length === 0) return;
    await alertTo(parts, await servedChannels(store, config.channels, at), fresh);
  }

  return {
    async gather(signal) {
      await guarded(log, { step: 'release' }, () => releaseHeld(gathering));
      const free = parts.wires.filter(({ name }) => !reading.has(name));
      for (const { name } of free) reading.add(name);
      const readOne = async (wire: Wire): Promise<void> => {
        if (!signal?.aborted)
          await guarded(log, { wire: wire.name }, () => gatherFrom(gathering, wire, signal));
        reading.delete(wire.name);
      };
      const read = (wire: Wire): Promise<void> =>
        lineAt(wire.name)(() => inLine(() => readOne(wire)));
      await Promise.all(free.map(read));
    },

    receive: (wire, arrived) => fileArrival(gathering, wire, arrived),

    freeze: (signal, frozen) => freezeDue(parts, signal, frozen),

    async publish() {
      await freezeDue(parts);
      await post();
    },

    async publishNow(channels) {
      const at = new Date(parts.now()).toISOString();
      const wanted = (await servedChannels(store, config.channels, at)).filter(({ settings }) =>
        channels.includes(settings.channel),
      );
      const reading = readTogether(parts);
      for (const round of roundsOf(wanted)) {
        const due = round.channels.map((served) => ({ served, slot: at, missedSlots: [] }));
        await publishDigests(parts, due, await reading());
      }
      await post();
    },

    post,
    stop: (withinMs) => poster.stop(withinMs),
  };
}

/** Freezes what is due, round by round. */
async function freezeDue(
  parts: NewsroomParts,
  signal?: AbortSignal,
  frozen: () => void = () => undefined,
): Promise<void> {
  const { store, config, log } = parts;
  const freezing = { reading: readTogether(parts), frozen };
  const at = new Date(parts.now()).toISOString();
  let rounds = roundsOf(await servedChannels(store, config.channels, at));
  for (let look = 0; look < LOOKS_MAX && rounds.length > 0; look += 1) {
    if (look > 0) await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    // what the other has frozen so far, this one may help to post
    if (look > 0) frozen();
    const others: typeof rounds = [];
    for (const round of rounds) {
      if (signal?.aborted) return;
      await guarded(log, { round: round.name }, async () => {
        if (!(await publishRound(parts, round, freezing))) others.push(round);
      });
    }
    rounds = others;
  }
}

/** The line at the site that a wire reads, by the wire's name; one that asks no host has its own. */
function linesOfSites(wires: NewsroomParts['config']['wires']): (name: string) => Line {
  const sites = new Map(wires.map(({ name, url }) => [name, URL.parse(url ?? '')?.host ?? name]));
  const lines = new Map<string, Line>();
  return (name) => {
    const site = sites.get(name) ?? name;
    const line = lines.get(site) ?? createLine(READERS_OF_SITE);
    lines.set(site, line);
    return line;
  };
}

type Line = (work: () => Promise<void>) => Promise<void>;

/** Runs at most so many pieces of work at the same time; the others wait in line. */
function createLine(places: number): Line {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
