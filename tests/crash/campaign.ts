/**
 * A campaign of kills: ends one process after another with SIGKILL, at one point after another, while
 * the platforms misbehave, and at last lets those that run come to rest and counts.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { faultsIn, heldBy, leftOutIn, waitingIn, type Fault } from './count.ts';
import { openHouse, type House, type HouseOptions, type Running } from './house.ts';
import { CALLS, shuffled, type Point } from './points.ts';
import { unsettled } from './rest.ts';
import { feedOf, storyOf, type Story } from './stories.ts';
import { oneProcess, replicas, type Team } from './team.ts';

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

/** Longer than the longest pause between two tries of a message, and a slot of the channels. */
const REST_MS = 8 * 60_000;
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
  readonly #team: Team;
  #round = 0;

  constructor(options: CampaignOptions, house: House, random: () => number) {
    const { replicas: count } = options;
    this.#team = count > 1 ? replicas(house, count, random) : oneProcess(house, random);
    this.#options = options;
    this.#house = house;
    this.#random = random;
  }

  /** One kill. */
  async kill(point: Point): Promise<void> {
    const row = this.#rowOf(point);
    this.#news(row, point.name.startsWith('edit') ? 1 : 0.25);
    this.#misbehave();
    const before = heldBy(this.#house).length;
    const suspects = await this.#team.suspects(point);
    this.#arm(point, suspects);
    const waiting = this.#team.waitFor(point, this.#atRest);
    await Promise.race([...suspects.map(({ ended }) => ended), waiting]);
    const hit = suspects.find(({ child }) => child.signalCode !== null);
    if (hit) row.reached += 1;
    const victim = hit ?? suspects[Math.floor(this.#random() * suspects.length)];
    if (victim) await end(victim);
    this.#disarm();
    await this.#team.afterKill();
    row.kills += 1;
    for (let index = before; index < heldBy(this.#house).length; index += 1)
      this.#arrivedIn.set(index, row);
  }

  /** Lets the process come to rest, asks it to end, and counts. */
  async finish(): Promise<Omit<Report, 'seconds'>> {
    let left: string[] = [];
    let exitCode: number | null = null;
    for (let start = 0; start < 4; start += 1) {
      const team = await this.#team.last();
      const until = Date.now() + REST_MS;
      do {
        await pause(1_000);
        left = await unsettled(this.#house, this.#options.databaseUrl);
      } while ((left.length > 0 || this.#isWaiting()) && Date.now() < until);
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

  #news(row: Row, killChance: number): void {
    // more than one digest shows at most would not be lost, but left out by its limit
    if (waitingIn(this.#house, this.#live) >= WAITING_MAX) return;
    const number = this.#live.length + this.#killed.length;
    const tell = (index: number): Story => storyOf(index, this.#random, this.#team.urgentShare);
    const fresh = [tell(number)];
    if (this.#random() < 0.4) fresh.push(tell(number + 1));
    const shown = this.#live.length;
    const victims =
      shown > 3 && this.#random() < killChance
        ? this.#live.splice(Math.floor(this.#random() * shown), 1)
        : [];
    this.#live.push(...fresh);
    this.#killed.push(...victims);
    for (const { word } of [...fresh, ...victims]) this.#bornIn.set(word, row);
    this.#round += 1;
    this.#house.drop(`${this.#round}.xml`, feedOf(fresh, victims, this.#team.clock()));
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

  /** Kills at the armed call whichever of these makes it first. */
  #arm(point: Point, suspects: readonly Running[]): void {
    let isReached = false;
    if (point.kind !== 'call') return;
    const { platform, call, moment } = point.at;
    const pattern = CALLS[platform][call];
    this.#house[platform].watch = (line, now, process) => {
      const caller = suspects.find(({ child }) => String(child.pid) === process);
      if (isReached || !caller || !pattern?.test(line)) return 'go on';
      const wanted = {
        lost: 'arrived',
        late: 'arrived',
        unanswered: 'taken',
        answered: 'answered',
      };
      if (wanted[moment] !== now) return 'go on';
      isReached = true;
      caller.child.kill('SIGKILL');
      return moment === 'late' || moment === 'answered' ? 'go on' : 'drop';
    };
  }

  /** Has everything been read, shown and settled? */
  readonly #atRest = async (): Promise<boolean> => {
    if (this.#isWaiting()) return false;
    return (await unsettled(this.#house, this.#options.databaseUrl)).length === 0;
  };

  /** Is there news that was not read, or not shown though its slot can come? */
  #isWaiting(): boolean {
    if (this.#house.unread() > 0) return true;
    return this.#team.isGoingOn && waitingIn(this.#house, this.#live) > 0;
  }

  #disarm(): void {
    this.#house.slack.watch = () => 'go on';
    this.#house.discord.watch = () => 'go on';
  }
}

/** Runs a whole campaign. */
export async function runCampaign(options: CampaignOptions): Promise<Report> {
  const began = Date.now();
  const random = randomFrom(options.seed);
  const house = await openHouse({ ...options, slotMinutes: options.replicas > 1 ? 5 : 30 });
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
