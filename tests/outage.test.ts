/** The network of the machine is lost for minutes: the running bot goes on by itself. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { startBot, type Bot } from '../src/bot.ts';
import type { Log } from '../src/log.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import type { Store } from '../src/stores/store.ts';
import { channelOf, chatFor, openFake } from './chats/discord/harness.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from './chats/slack/harness.ts';
import type { FakeDiscord } from './fakes/discord/fake.ts';
import { copy, deskConfig, ScriptedWire } from './fakes/newsroom.ts';
import { textOfMessage, type FakeSlack } from './fakes/slack/fake-slack.ts';
import { TEAM } from './fakes/slack/workspace.ts';

/** A minute of the newsroom passes in a second. */
const FASTER = 60;
const START = Date.parse('2026-03-12T09:56:00Z');
const OPERATORS = 'C0OPS';
const FLOOD = 'A flood in the Vara valley killed nine people on Thursday, the ministry said.';

let slack: FakeSlack;
let discord: FakeDiscord;
let store: Store;
let bot: Bot;
let startedAt: number;
let crashes: unknown[];

const now = (): number => Math.floor(START + (performance.now() - startedAt) * FASTER);
const noteCrash = (error: unknown): void => void crashes.push(error);
const log: Log = { debug() {}, info() {}, warn() {}, error() {} };

beforeEach(async () => {
  crashes = [];
  process.on('unhandledRejection', noteCrash);
  slack = await openSlack();
  slack.workspace.addChannel(OPERATORS);
  discord = await openFake();
  store = createMemoryStore();
  const wire = new ScriptedWire('wire');
  wire.batches.push([copy('Three die in Vara flood', FLOOD, { sentAt: '2026-03-12T09:50:00Z' })]);
  const served = {
    topics: ['disasters'],
    schedule: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }],
    alerts: false as const,
    whenEmpty: 'silence' as const,
    limit: 10,
  };
  startedAt = performance.now();
  bot = await startBot({
    config: deskConfig({
      channels: [HOME_CHANNEL, channelOf(discord)].map((channel) => ({ channel, ...served })),
      operator: `slack:${TEAM}/${OPERATORS}`,
      limits: { lease: 45_000 * FASTER, grace: 1_000 * FASTER },
    }),
    store,
    wires: [wire],
    analyst: createOfflineAnalyst(),
    chats: [
      chatBefore(slack, { timeoutMs: 2_000, silenceMs: 1_000 }),
      chatFor(discord, { requestTimeoutMs: 2_000, silenceMs: 1_000 }),
    ],
    now,
    log,
  });
});
afterEach(async () => {
  await bot.stop();
  await Promise.all([slack.close(), discord.stop()]);
  process.off('unhandledRejection', noteCrash);
});

const inSlack = (channel: string): string[] =>
  slack.workspace.messages.filter((each) => each.channel === channel).map(textOfMessage);
const inDiscord = (): unknown[] =>
  discord.world
    .in(discord.world.general.id)
    .filter(({ author, onlyFor }) => author === discord.world.bot && onlyFor === null);
const told = (words: RegExp): number =>
  inSlack(OPERATORS).filter((text) => words.test(text)).length;

it('posts once what came due meanwhile, and tells the operator of the loss and of its end', async () => {
  const port = await discord.refuseConnections();
  slack.blackout();
  discord.gateway.lose();
  // the digest of 10:00 comes due; for some seconds, that is minutes, nothing can be reached
  await expect.poll(now, { timeout: 30_000 }).toBeGreaterThan(Date.parse('2026-03-12T10:06:00Z'));
  await expect
    .poll(async () => (await store.countDeliveries()).reduce((sum, { count }) => sum + count, 0), {
      timeout: 20_000,
    })
    .toBeGreaterThanOrEqual(3); // both digests, and the alert
  expect(inSlack(HOME)).toEqual([]);
  await slack.accept();
  await discord.start(port);
  await expect.poll(() => inSlack(HOME).length, { timeout: 40_000 }).toBe(1);
  await expect.poll(() => inDiscord().length, { timeout: 40_000 }).toBe(1);
  await expect.poll(() => slack.openSockets, { timeout: 40_000 }).toBe(2);
  for (const platform of ['slack', 'discord']) {
    const isOver = new RegExp(`Over after \\d+ min: ${platform} is off`);
    await expect.poll(() => told(isOver), { timeout: 40_000 }).toBe(1);
    expect(told(new RegExp(`needs a look[^]*${platform} is off`))).toBe(1);
  }
  const { shown } = await slack.type('wire', 'status', { channel: HOME });
  expect(shown).toContain('connected');
  const [answer] = await discord.answerTo(discord.command('wire status', {}));
  expect(answer?.text).toContain('connected');
  expect([inSlack(HOME).length, inDiscord().length]).toEqual([1, 1]);
  expect(told(/needs a look/)).toBe(1);
  expect(crashes).toEqual([]);
}, 180_000);
