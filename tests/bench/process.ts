/** Benchmarks of the whole process: cold start, memory of the idle bot, acknowledgement. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { APP_TOKEN, BOT_TOKEN, startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { TEAM } from '../fakes/slack/workspace.ts';
import { percentile, type Figure } from './figure.ts';
import { writeStory } from './stories.ts';

const ROOT = join(import.meta.dirname, '../..');
const STARTS = 5;
const COMMANDS = 200;
const HOME = 'C0BENCH';

/** @param folder an empty folder for the benchmark's files */
export async function processFigures(folder: string): Promise<Figure[]> {
  return [await coldStart(folder), ...(await idleBot(folder, 100))];
}

/** The memory of a bot that reads very many wires. */
export async function manyWiresFigures(folder: string): Promise<Figure[]> {
  return (await idleBot(folder, 5_000)).filter(({ unit }) => unit === 'MB');
}

async function coldStart(folder: string): Promise<Figure> {
  const file = join(folder, 'story.txt');
  writeFileSync(file, writeStory(1));
  const times: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const started = performance.now();
    const child = spawn(process.execPath, [...scriptOf('wirebrief'), 'brief', file], {
      cwd: ROOT,
      stdio: 'ignore',
    });
    await new Promise((resolve) => child.once('exit', resolve));
    times.push(performance.now() - started);
  }
  const value = percentile(times, 0.5);
  return { what: 'cold start of brief on one story', value, unit: 'ms', reach: 600, bound: 'most' };
}

/** What an npm script gives to Node: the benchmark starts things as people do. */
function scriptOf(name: string): string[] {
  const text = readFileSync(join(ROOT, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: Record<string, string> };
  return (scripts[name] ?? '').split(' ').slice(1);
}

/** The real bot with so many drop folders before the fake Slack: memory, then commands. */
async function idleBot(folder: string, wires: number): Promise<Figure[]> {
  const slack = await startFakeSlack();
  slack.workspace.addChannel(HOME);
  configure(folder, wires);
  const first = startBot(folder, slack.url);
  await running(first.stderr);
  first.kill('SIGKILL');
  // Compiled code is kept from the first start on; the second is what a bot is like all its life.
  const bot = startBot(folder, slack.url);
  try {
    await running(bot.stderr);
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    const status = readFileSync(`/proc/${bot.pid}/status`, 'utf8');
    const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
    const acks: number[] = [];
    for (let at = 0; at < COMMANDS; at += 1)
      acks.push((await slack.type('wire', 'help', { channel: HOME })).ackMs);
    const memory = `memory of the idle bot, ${wires} wires`;
    return [
      { what: memory, value: megabytes, unit: 'MB', reach: wires > 100 ? 300 : 150, bound: 'most' },
      {
        what: `acknowledgement of a slash command, p99 of ${COMMANDS}`,
        value: percentile(acks, 0.99),
        unit: 'ms',
        reach: 100,
        bound: 'most',
      },
    ];
  } finally {
    bot.kill('SIGKILL');
    await slack.close();
  }
}

function startBot(folder: string, slackUrl: string): ChildProcessByStdio<null, null, Readable> {
  return spawn(process.execPath, scriptOf('start'), {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      WIREBRIEF_CONFIG: join(folder, 'config'),
      WIREBRIEF_DATA: join(folder, 'data'),
      PORT: '0',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slackUrl,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function configure(folder: string, count: number): void {
  const config = join(folder, 'config');
  const wires = Array.from({ length: count }, (_, at) => {
    mkdirSync(join(config, 'wires', `w${at}`), { recursive: true });
    return `  - { name: w${at}, folder: wires/w${at}, every: 10s }`;
  });
  const channel = `  - { channel: "slack:${TEAM}/${HOME}", topics: [all], schedule: ["daily 08:30 UTC"] }`;
  const lines = ['name: Bench', 'wires:', ...wires, 'channels:', channel, ''];
  writeFileSync(join(config, 'wirebrief.yaml'), lines.join('\n'));
  writeFileSync(join(config, 'topics.yaml'), '- { slug: all, title: All, words: [agree] }\n');
}

function running(log: NodeJS.ReadableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    log.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('wirebrief is running')) resolve();
    });
    log.once('end', () => reject(new Error(`the bot ended: ${text}`)));
  });
}
