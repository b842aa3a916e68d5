/** The real process, `start`, before both fakes: from a file in a drop folder to both channels. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeDiscord, type FakeDiscord } from '../fakes/discord/fake.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  startFakeSlack,
  textOfMessage,
  type FakeSlack,
} from '../fakes/slack/fake-slack.ts';
import { TEAM } from '../fakes/slack/workspace.ts';

const STORY = `Norland, Sudland ease export rules

PORT MARY, March 12 (Test Wire) - Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April 21, a joint statement said.
`;
const TOPICS = '- { slug: export-controls, title: Export controls, words: [export] }\n';
const HOME = 'C0HOME';

let folder: string;
let slack: FakeSlack;
let discord: FakeDiscord;
let bot: ChildProcess | null = null;
let log = '';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-start-'));
  mkdirSync(join(folder, 'config', 'drop'), { recursive: true });
  slack = await startFakeSlack();
  slack.workspace.addChannel(HOME);
  discord = await startFakeDiscord();
});

afterEach(async () => {
  bot?.kill('SIGKILL');
  await slack.close();
  await discord.stop();
  rmSync(folder, { recursive: true, force: true });
});

function configure(schedule: string): void {
  const channels = [`slack:${TEAM}/${HOME}`, discordChannel()].map(
    (channel) =>
      `  - { channel: "${channel}", topics: [export-controls], schedule: ["${schedule}"] }`,
  );
  const wires = '  - { name: drop, folder: drop, every: 1s, provider: Test Wire }';
  const lines = ['name: Desk', 'wires:', wires, 'channels:', ...channels, ''];
  writeFileSync(join(folder, 'config', 'wirebrief.yaml'), lines.join('\n'));
  writeFileSync(join(folder, 'config', 'topics.yaml'), TOPICS);
}

function discordChannel(): string {
  return `discord:${discord.world.guild}/${discord.world.general.id}`;
}

function drop(name: string, text: string): void {
  const path = join(folder, 'config', 'drop', name);
  writeFileSync(path, text);
  const past = new Date(Date.now() - 60_000);
  utimesSync(path, past, past);
}

function start(variables: Record<string, string> = {}, ...words: string[]): ChildProcess {
  log = '';
  bot = spawn(process.execPath, ['src/main.ts', 'start', ...words], {
    env: {
      PATH: process.env['PATH'] ?? '',
      WIREBRIEF_CONFIG: join(folder, 'config'),
      WIREBRIEF_DATA: join(folder, 'data'),
      WIREBRIEF_CLOCK: '2026-03-12T09:59:45Z',
      PORT: '0',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.url,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.url,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [bot.stdout, bot.stderr])
    stream?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  return bot;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)));

const running = () => expect.poll(() => log, { timeout: 60_000 }).toContain('wirebrief is running');

describe('start', { timeout: 180_000 }, () => {
  it('posts one digest to both platforms at the slot, answers, and ends in good order', async () => {
    configure('daily 10:00 UTC');
    drop('talks.txt', STORY);
    const child = start();
    await running();
    const inSlack = () => slack.workspace.messages.map(textOfMessage);
    const inDiscord = () =>
      discord.world.messages
        .filter((each) => each.onlyFor === null)
        .map((each) => discord.world.seen(each).text);
    await expect.poll(() => inSlack().length, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => inDiscord().length, { timeout: 60_000 }).toBe(1);
    for (const text of [...inSlack(), ...inDiscord()])
      expect(text).toContain('Norland, Sudland ease export rules');

    const typed = await slack.type('brief', 'export-controls', { channel: HOME });
    expect(typed.ackMs).toBeLessThan(1_000);
    expect(typed.shown).toContain('Norland');
    expect(typed.inChannel).toBe(false);
    const interaction = discord.command('ask', { question: 'Where will they meet again?' });
    const [answer] = await discord.answerTo(interaction);
    expect(answer?.text).toContain('Sudhaven');

    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(inSlack()).toHaveLength(1);
    expect(log).not.toContain(BOT_TOKEN);
    expect(log).not.toContain(discord.token);
  });

  it('ends within ten seconds while a platform does not answer, and finds the message again', async () => {
    configure('daily 10:00 UTC');
    drop('talks.txt', STORY);
    slack.fault('hang-after');
    discord.fail(/^POST \/channels\/\d+\/messages$/, 'hang-after');
    const child = start({ WIREBRIEF_CLOCK: '2026-03-12T09:59:40Z' });
    const calls = (): boolean =>
      slack.workspace.messages.length === 1 && discord.world.messages.length === 1;
    await expect.poll(calls, { timeout: 60_000 }).toBe(true);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    start({ WIREBRIEF_CLOCK: '2026-03-12T10:05:00Z' });
    await expect.poll(() => log.match(/"state":"sent"/g)?.length, { timeout: 60_000 }).toBe(2);
    expect(slack.workspace.messages).toHaveLength(1);
    expect(discord.world.messages).toHaveLength(1);
  });

  it.each([
    ['Slack does not answer', () => slack.fault('hang-before', 'auth.test')],
    ['Slack gives no socket', () => slack.fault('hang-before', 'apps.connections.open')],
    ['Discord does not answer', () => discord.fail(/gateway\/bot/, 'hang')],
    ['Discord does not greet', () => (discord.gateway.isMute = true)],
  ])('ends within ten seconds while it connects and %s', async (_, trouble) => {
    configure('daily 10:00 UTC');
    trouble();
    const child = start();
    await expect
      .poll(() => slack.calls.length + discord.calls.length, { timeout: 60_000 })
      .toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
  });

  it('ends within ten seconds while it reads a site that does not answer', async () => {
    const site = createServer(() => undefined);
    await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
    const { port } = site.address() as AddressInfo;
    configure('daily 10:00 UTC');
    const file = join(folder, 'config', 'wirebrief.yaml');
    const wire = `  - { name: mute, url: "http://127.0.0.1:${port}/feed", every: 5s }`;
    const text = readFileSync(file, 'utf8').replace('wires:', `wires:\n${wire}`);
    writeFileSync(file, `${text}network: { allowPrivate: ["127.0.0.1/8"] }\n`);
    let isAsked = false;
    site.on('request', () => (isAsked = true));
    const child = start();
    await expect.poll(() => isAsked, { timeout: 60_000 }).toBe(true);
    const asked = performance.now();
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(performance.now() - asked).toBeLessThan(10_000);
    site.closeAllConnections();
    site.close();
  });

  it('posts as a worker that hears nothing, and knows its roles', async () => {
    configure('daily 10:00 UTC');
    drop('talks.txt', STORY);
    const wrong = start({}, '--role', 'boss');
    expect(await ended(wrong)).toBe(2);
    expect(log).toContain('--role is one of all, gateway, worker');
    const child = start({ WIREBRIEF_CLOCK: '2026-03-12T09:59:40Z' }, '--role', 'worker');
    await expect.poll(() => slack.workspace.messages.length, { timeout: 60_000 }).toBe(1);
    await expect.poll(() => discord.world.messages.length, { timeout: 60_000 }).toBe(1);
    expect(slack.openSockets).toBe(0);
    expect(discord.gateway.identifies).toBe(0);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  it('goes on without a platform whose token is wrong, and says why', async () => {
    configure('daily 10:00 UTC');
    drop('talks.txt', STORY);
    const child = start({ SLACK_BOT_TOKEN: 'xoxb-wrong-token' });
    await running();
    expect(log).toContain('SLACK_BOT_TOKEN');
    await expect.poll(() => discord.world.messages.length, { timeout: 60_000 }).toBe(1);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
  });

  it('ends with a sentence when no platform takes its token', async () => {
    configure('daily 10:00 UTC');
    const child = start({ SLACK_BOT_TOKEN: 'xoxb-wrong-token', DISCORD_TOKEN: 'wrong-token' });
    expect(await ended(child)).toBe(1);
    expect(log).toContain('SLACK_BOT_TOKEN');
    expect(log).toContain('DISCORD_TOKEN');
    expect(log).not.toMatch(/^\s+at /m);
  });
});
