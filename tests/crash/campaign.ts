/**
 * A campaign of kills: starts the process, ends it with SIGKILL at one point after another while
 * the platforms misbehave, and at last lets it come to rest and counts.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { faultsIn, heldBy, leftOutIn, waitingIn, type Fault } from './count.ts';
import { openHouse, type House, type HouseOptions, type Running } from './house.ts';
import { CALLS, shuffled, type Point } from './points.ts';
import { unsettled } from './rest.ts';
import { feedOf, storyOf, type Story } from './stories.ts';

export type CampaignOptions = HouseOptions & {
  readonly kills: number;
  readonly seed: number;
  /** processes that run side by side; one of them is killed at a point, the others go on for a while */
  readonly replicas: number;
  readonly tell: (line: string) => void;
  /** ends the kills early; what was done until then is counted */
  readonly signal?: AbortSignal;
};

/** What was done at a point, and what went wrong after it. */
type Row = {
  readonly point: string;
  kills: number;
  /** kills at which the process was just there; the others came as it had nothing left to do */
  reached: number;
  readonly faults: Fault[];
};

export type Report = {
  readonly rows: readonly Row[];
  readonly kills: number;
  readonly messages: number;
  readonly stories: number;
  readonly killed: number;
  readonly faults: readonly Fault[];
  /** items that digests left out by their limit and told as "and N more": not meant to come about */
  readonly leftOut: number;
  /** deliveries that were given up or never came to an end, with their sentences */
  readonly unsettled: readonly string[];
  /** exit code of the last processes after SIGTERM: 0 when it is that of each */
  readonly exitCode: number | null;
  readonly seconds: number;
};

const STEP_MS = 30 * 60_000;
const BEGIN = Date.parse('2026-03-02T00:05:00Z');
/** A process that is running for so long has done what its start brings. */
const IDLE_MS = 1_500;
const START_MS = 60_000;
const REST_MS = 120_000;
/** Stories that may wait to be shown: a digest of these channels shows fifty. */
const WAITING_MAX = 45;

async function end({ child, ended }: Running): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}

/** Random numbers that a seed brings back (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Campaign {
  readonly #options: CampaignOptions;
  readonly #house: House;
  readonly #random: () => number;
  readonly #rows = new Map<string, Row>();
  readonly #live: Story[] = [];
  readonly #killed: Story[] = [];
  readonly #bornIn = new Map<string, Row>();
  readonly #arrivedIn = new Map<number, Row>();
  #round = 0;

  constructor(options: CampaignOptions, house: House, random: () => number) {
    this.#options = options;
    this.#house = house;
    this.#random = random;
  }

  /** One start and one kill. */
  async kill(point: Point): Promise<void> {
    const row = this.#rowOf(point);
    this.#news(row, point.name.startsWith('edit') ? 1 : 0.25);
    this.#misbehave();
    const before = heldBy(this.#house).length;
    const [victim, ...others] = this.#startAll(
      point.kind === 'write' ? { CRASH_AT: JSON.stringify(point.at) } : {},
    );
    const isReached = this.#arm(point, victim);
    await Promise.race([victim.ended, this.#lastsUntil(point, victim)]);
    await end(victim);
    if (others.length > 0) await pause(IDLE_MS);
    await Promise.all(others.map(end));
    this.#disarm();
    row.kills += 1;
    if (isReached() || point.kind === 'write') row.reached += 1;
    for (let index = before; index < heldBy(this.#house).length; index += 1)
      this.#arrivedIn.set(index, row);
  }

  /** Lets the process come to rest, asks it to end, and counts. */
  async finish(): Promise<Omit<Report, 'seconds'>> {
    let left: string[] = [];
    let exitCode: number | null = null;
    for (let start = 0; start < 4; start += 1) {
      const team = this.#startAll({});
      await Promise.all(team.map((each) => this.#isUp(each)));
      const until = Date.now() + REST_MS;
      do {
        await pause(1_000);
        left = await unsettled(this.#house, this.#options.databaseUrl);
      } while ((left.length > 0 || this.#house.unread() > 0) && Date.now() < until);
      await pause(6_000);
      for (const { child } of team) child.kill('SIGTERM');
      const codes = (await Promise.all(team.map(({ ended }) => ended))).map(({ code }) => code);
      exitCode = codes.find((code) => code !== 0) ?? 0;
      left = await unsettled(this.#house, this.#options.databaseUrl);
      if (start > 0 && left.length === 0) break;
    }
    const words = (stories: readonly Story[]): string[] => stories.map(({ word }) => word);
    const faults = faultsIn(this.#house, {
      live: words(this.#live),
      killed: words(this.#killed),
    });
    for (const fault of faults) this.#bornIn.get(fault.what)?.faults.push(fault);
    const rows = [...this.#rows.values()].sort((one, other) => (one.point < other.point ? -1 : 1));
    const kills = rows.reduce((sum, { kills: own }) => sum + own, 0);
    const messages = heldBy(this.#house).length;
    const counts = { stories: this.#live.length, killed: this.#killed.length, messages, kills };
    return { rows, ...counts, faults, leftOut: leftOutIn(this.#house), unsettled: left, exitCode };
  }

  #rowOf(point: Point): Row {
    const platform = point.kind === 'call' ? `${point.at.platform}: ` : '';
    const name = `${point.kind === 'write' ? 'ledger: ' : platform}${point.name}`;
    const row = this.#rows.get(name) ?? { point: name, kills: 0, reached: 0, faults: [] };
    this.#rows.set(name, row);
    return row;
  }

  #clock(): string {
    return new Date(BEGIN + this.#round * STEP_MS).toISOString();
  }

  /** Every start finds the clock half an hour on: another slot is due, no lease lives any more. */
  #startAll(variables: Readonly<Record<string, string>>): [Running, ...Running[]] {
    this.#round += 1;
    // what Discord remembers of nonces is over by then
    if (this.#random() < 0.5) this.#house.discord.world.advance(6 * 60_000);
    const more = Array.from({ length: this.#options.replicas - 1 }, () => ({}));
    const start = (own: typeof variables): Running => this.#house.start(this.#clock(), own);
    return [start(variables), ...more.map(start)];
  }

  #news(row: Row, killChance: number): void {
    // more than one digest shows at most would not be lost, but left out by its limit
    if (waitingIn(this.#house, this.#live) >= WAITING_MAX) return;
    const number = this.#live.length + this.#killed.length;
    const fresh = [storyOf(number, this.#random)];
    if (this.#random() < 0.4) fresh.push(storyOf(number + 1, this.#random));
    const shown = this.#live.length;
    const victims =
      shown > 3 && this.#random() < killChance
        ? this.#live.splice(Math.floor(this.#random() * shown), 1)
        : [];
    this.#live.push(...fresh);
    this.#killed.push(...victims);
    for (const { word } of [...fresh, ...victims]) this.#bornIn.set(word, row);
    this.#house.drop(`${this.#round}.xml`, feedOf(fresh, victims, this.#clock()));
  }

  #misbehave(): void {
    const { slack, discord } = this.#house;
    const some = <T>(list: readonly T[]): T => list[Math.floor(this.#random() * list.length)] as T;
    if (this.#random() < 0.35) {
      const kinds = [
        'rate-limit',
        'error-before',
        'error-after',
        'drop-before',
        'drop-after',
      ] as const;
      const hangs = ['hang-before', 'hang-after'] as const;
      const methods = [
        'chat.postMessage',
        'chat.postMessage',
        'chat.update',
        'conversations.history',
      ];
      slack.fault(some(this.#random() < 0.1 ? hangs : kinds), some(methods));
    }
    if (this.#random() < 0.35) {
      const kinds = ['rate-limit', 'global-rate-limit', 'error', 'error-after'] as const;
      const breaks = ['drop', 'drop-after', 'half-after', 'hang', 'hang-after'] as const;
      const calls = Object.entries(CALLS.discord).filter(([name]) => name !== 'connect');
      discord.fail(some(calls)[1], some(this.#random() < 0.3 ? breaks : kinds));
    }
  }

  /** Kills at the armed call; gives the function that tells whether it came. */
  #arm(point: Point, running: Running): () => boolean {
    let isReached = false;
    const strike = (): void => {
      isReached = true;
      running.child.kill('SIGKILL');
    };
    if (point.kind !== 'call') return () => isReached;
    const { platform, call, moment } = point.at;
    const pattern = CALLS[platform][call];
    this.#house[platform].watch = (line, now) => {
      if (isReached || !pattern?.test(line)) return 'go on';
      const wanted = {
        lost: 'arrived',
        late: 'arrived',
        unanswered: 'taken',
        answered: 'answered',
      };
      if (wanted[moment] !== now) return 'go on';
      strike();
      return moment === 'late' || moment === 'answered' ? 'go on' : 'drop';
    };
    return () => isReached;
  }

  #disarm(): void {
    this.#house.slack.watch = () => 'go on';
    this.#house.discord.watch = () => 'go on';
  }

  async #lastsUntil(point: Point, running: Running): Promise<void> {
    if (point.kind === 'instant') return pause(300 + this.#random() * 5_000);
    await this.#isUp(running);
    if (this.#random() < 0.2) this.#house.slack.refresh('all');
    await pause(IDLE_MS);
  }

  async #isUp(running: Running): Promise<void> {
    const until = Date.now() + START_MS;
    while (!running.log().includes('wirebrief is running')) {
      if (running.child.exitCode !== null || running.child.signalCode !== null) return;
      if (Date.now() > until) throw new Error(`the process did not start:\n${running.log()}`);
      await pause(50);
    }
  }
}

/** Runs a whole campaign. */
export async function runCampaign(options: CampaignOptions): Promise<Report> {
  const began = Date.now();
  const random = randomFrom(options.seed);
  const house = await openHouse(options);
  try {
    const campaign = new Campaign(options, house, random);
    let done = 0;
    for (const point of shuffled(random)) {
      if (done >= options.kills || options.signal?.aborted) break;
      await campaign.kill(point);
      done += 1;
      if (done % 25 === 0) options.tell(`${done} of ${options.kills} kills`);
    }
    const report = await campaign.finish();
    return { ...report, seconds: Math.round((Date.now() - began) / 1_000) };
  } finally {
    await house.close();
  }
}
