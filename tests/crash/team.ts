/** Who runs during a campaign, and who of them is to be killed. */
import { setTimeout as pause } from 'node:timers/promises';
import type { House, Running } from './house.ts';
import type { Point } from './points.ts';

export type Team = {
  /** the part of the stories that are urgent, and so are posted at any time */
  readonly urgentShare: number;
  /** do slots fall due while it runs, and not at its start only? */
  readonly isGoingOn: boolean;
  /** the instant that stories of now bear (ISO) */
  clock(): string;
  /** the processes of which the first is killed that comes to a point, armed where they kill themselves */
  suspects(point: Point): Promise<readonly Running[]>;
  /** gives them time to come to the point, until they have nothing left to do */
  waitFor(point: Point, atRest: () => Promise<boolean>): Promise<void>;
  /** called when one is dead */
  afterKill(): Promise<void>;
  /** those that shall do what is left, all up; the second time newly started ones */
  last(): Promise<readonly Running[]>;
};

const STEP_MS = 30 * 60_000;
const BEGIN = Date.parse('2026-03-02T00:05:00Z');
/** What a start brings is begun in so long, and mostly done in this long: never all where a platform hangs. */
const BEGUN_MS = 1_500;
const BUSY_MS = 6_000;
const LOOK_MS = 300;
const START_MS = 60_000;
/** Replicas that go on come to most points in so long, and who is new among them posts after four seconds. */
const WINDOW_MS = 6_000;

/** One process, started anew for every kill: each finds the clock half an hour on, and a slot due. */
export function oneProcess(house: House, random: () => number): Team {
  let round = 0;
  let running: Running | null = null;
  const clock = (): string => new Date(BEGIN + round * STEP_MS).toISOString();
  const start = (variables: Readonly<Record<string, string>>): Running => {
    round += 1;
    forgetNonces(house, random);
    return house.start(clock(), variables);
  };
  return {
    urgentShare: 0.2,
    isGoingOn: false,
    clock,
    suspects(point) {
      const armed: Record<string, string> =
        point.kind === 'write' ? { CRASH_AT: JSON.stringify(point.at) } : {};
      running = start(armed);
      return Promise.resolve([running]);
    },
    async waitFor(point, atRest) {
      if (point.kind === 'instant') return pause(300 + random() * 5_000);
      if (running) await isUp(running);
      if (random() < 0.2) house.slack.refresh('all');
      await pause(BEGUN_MS);
      for (const until = Date.now() + BUSY_MS; Date.now() < until; await pause(LOOK_MS))
        if (await atRest()) return;
    },
    afterKill: () => Promise.resolve(),
    async last() {
      running = start({});
      await isUp(running);
      return [running];
    },
  };
}

/** Several processes on one store and the machine's clock: one is killed and replaced, the others go on. */
export function replicas(house: House, count: number, random: () => number): Team {
  let running: Running[] = [];
  const fill = async (): Promise<void> => {
    while (running.length < count) running.push(house.start(null));
    await Promise.all(running.map(isUp));
  };
  return {
    urgentShare: 0.7,
    isGoingOn: true,
    clock: () => new Date().toISOString(),
    async suspects(point) {
      await fill();
      forgetNonces(house, random);
      if (point.kind === 'write')
        for (const { child } of running) if (child.connected) child.send(point.at);
      if (point.kind !== 'call' || point.at.call !== 'connect') return running;
      const [old] = running.splice(Math.floor(random() * count), 1);
      old?.child.kill('SIGKILL');
      await old?.ended;
      const fresh = house.start(null);
      running.push(fresh);
      return [fresh];
    },
    async waitFor(point) {
      if (random() < 0.2) house.slack.refresh('all');
      await pause(point.kind === 'instant' ? 300 + random() * 3_000 : WINDOW_MS);
    },
    async afterKill() {
      running = running.filter(({ child }) => child.signalCode === null);
      for (const { child } of running) if (child.connected) child.send('nowhere');
      while (running.length < count) running.push(house.start(null));
      await pause(500);
    },
    async last() {
      await fill();
      const team = running;
      running = [];
      return team;
    },
  };
}

/** In half of the kills more time goes by than Discord remembers nonces. */
function forgetNonces(house: House, random: () => number): void {
  if (random() < 0.5) house.discord.world.advance(6 * 60_000);
}

async function isUp(running: Running): Promise<void> {
  const until = Date.now() + START_MS;
  while (!running.log().includes('wirebrief is running')) {
    if (running.child.exitCode !== null || running.child.signalCode !== null) return;
    if (Date.now() > until) throw new Error(`the process did not start:\n${running.log()}`);
    await pause(50);
  }
}
