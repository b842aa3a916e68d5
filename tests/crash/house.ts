/** The real process between both fakes: its folders, its wire, its starts and its ends. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startFakeDiscord, type FakeDiscord } from '../fakes/discord/fake.ts';
import { APP_TOKEN, BOT_TOKEN, startFakeSlack, type FakeSlack } from '../fakes/slack/fake-slack.ts';
import { TEAM } from '../fakes/slack/workspace.ts';

/** Wide enough for every digest of the runs, which are no test of Discord's own pace. */
const DISCORD_LIMITS = { channelLimit: { count: 20, windowMs: 5_000 } };

/** The slots of a day, a line for each hour. */
function slotsEach(minutes: number): string[] {
  const two = (number: number): string => String(number).padStart(2, '0');
  const past = Array.from({ length: 60 / minutes }, (_, index) => two(index * minutes));
  return Array.from({ length: 24 }, (_, hour) => {
    const times = past.map((minute) => `${two(hour)}:${minute}`);
    return `daily ${times.join(' ')} UTC`;
  });
}

export type House = {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly channels: readonly string[];
  readonly folder: string;
  /** puts a file into the drop folder, whole at once */
  drop(name: string, text: string): void;
  /** files that have not been read yet */
  unread(): number;
  /** @param clock the instant at which the process's clock starts (ISO), or null for the machine's */
  start(clock: string | null, variables?: Readonly<Record<string, string>>): Running;
  close(): Promise<void>;
};

/** A process that runs, and how it ended. */
export type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; signal: string | null }>;
  /** standard output and errors so far */
  log(): string;
};

export type HouseOptions = {
  readonly databaseUrl: string | null;
  readonly limits: string;
  /** minutes between the slots of each channel: 30 for processes whose clocks go on by as much */
  readonly slotMinutes?: number;
};

/** Prepares everything but the process. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-crash-'));
  const drops = join(folder, 'config', 'drop');
  mkdirSync(drops, { recursive: true });
  const slack = await startFakeSlack();
  const discord = await startFakeDiscord(DISCORD_LIMITS);
  const slackIds = ['C0ONE', 'C0TWO'];
  for (const id of slackIds) slack.workspace.addChannel(id);
  const discordIds = [discord.world.general.id, discord.world.addChannel('two').id];
  const channels = [
    ...slackIds.map((id) => `slack:${TEAM}/${id}`),
    ...discordIds.map((id) => `discord:${discord.world.guild}/${id}`),
  ];
  const slots = slotsEach(options.slotMinutes ?? 30);
  const lines = channels.map(
    (channel) =>
      `  - { channel: "${channel}", topics: [all], limit: 50, alerts: 2, schedule: ${JSON.stringify(slots)} }`,
  );
  const wire = '  - { name: drop, folder: drop, every: 1s, provider: Test Wire }';
  const config = ['name: Desk', options.limits, 'wires:', wire, 'channels:', ...lines, ''];
  writeFileSync(join(folder, 'config', 'wirebrief.yaml'), config.join('\n'));
  writeFileSync(
    join(folder, 'config', 'topics.yaml'),
    '- { slug: all, title: Everything, words: [said] }\n',
  );
  return {
    slack,
    discord,
    channels,
    folder,
    drop(name, text) {
      const path = join(drops, name);
      writeFileSync(`${path}.part`, text);
      const past = new Date(Date.now() - 60_000);
      utimesSync(`${path}.part`, past, past);
      renameSync(`${path}.part`, path);
    },
    unread: () => readdirSync(drops).filter((name) => name.endsWith('.xml')).length,
    start(clock, variables = {}) {
      const { databaseUrl } = options;
      const database: Record<string, string> = databaseUrl ? { DATABASE_URL: databaseUrl } : {};
      const places = { WIREBRIEF_CONFIG: join(folder, 'config'), WIREBRIEF_DATA: folder };
      const tokens = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN };
      return run({
        ...{ PATH: process.env['PATH'] ?? '', PORT: '0' },
        ...(clock === null ? {} : { WIREBRIEF_CLOCK: clock }),
        ...{ ...places, ...tokens, ...database },
        ...{ SLACK_API_URL: slack.url, DISCORD_TOKEN: discord.token },
        ...{ DISCORD_API_URL: discord.url, ...variables },
      });
    },
    async close() {
      await slack.close();
      await discord.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(variables: Readonly<Record<string, string>>): Running {
  const preload = new URL('./preload.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, 'src/main.ts', 'start'], {
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  return { child, ended, log: () => log };
}
