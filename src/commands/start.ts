/** `start`: runs the bot until it is asked to end. */
import { statfs } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { createHubs } from '../arrivals/hubs.ts';
import { createArrivals } from '../arrivals/routes.ts';
import { startBot, type Bot } from '../bot.ts';
import { ROLES, type Role } from '../connecting.ts';
import { NewsroomError } from '../errors.ts';
import { createMetrics } from '../metrics.ts';
import type { Trouble } from '../operator.ts';
import { createWeb } from '../web.ts';
import type { Chat } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import type { Store } from '../stores/store.ts';
import type { Assembly, CliCommand } from './assembly.ts';
import { isShared } from './stores.ts';

export const startCommand: CliCommand = {
  name: 'start',
  usage: 'start [--role all|gateway|worker]',
  description: 'Run the bot: wires, schedules, Slack and Discord, health and metrics',
  options: { role: { type: 'string', description: `what this process does: ${ROLES.join(', ')}` } },
  async run(assembly, _words, options) {
    const { log } = assembly;
    const role = readRole(options['role'] ?? 'all');
    const config = await assembly.config();
    const store = await assembly.openStore();
    try {
      // a damaged store is told of before anything is written to it
      log.info({ store: await store.check() }, 'store checked');
      const chats = await chatsOf(assembly, config, store);
      const { now } = assembly;
      const wires = await assembly.wires(config, now);
      const analyst = await assembly.analyst(store, config);
      const { readArrival, askHub } = await assembly.doors(config);
      const hubs = createHubs({ config, store, log, now, askHub });
      const metrics = createMetrics({ store, analyst, now });
      const counted = { store: metrics.counted(store), chats: chats.map(metrics.listened) };
      const { databaseUrl, dataFolder } = assembly.environment;
      const ownTroubles = databaseUrl === null ? diskTroubles(dataFolder) : null;
      const parts = { config, wires, analyst, now, log, hubs, ...counted };
      const own = ownTroubles ? { ownTroubles } : {};
      const hasOthers = isShared(assembly.environment);
      const starting = startBot({ ...parts, ...own, hasOthers }, role);
      const bot = await Promise.race([starting, assembly.ended]);
      if (typeof bot === 'string') {
        log.info({ reason: bot }, 'ending before everything was connected');
        await leaveEarly(starting, chats);
        return 0;
      }
      const { receive } = bot.newsroom;
      const { pushToken } = assembly.environment;
      const arrivals = createArrivals({ config, store, log, now, receive, readArrival, pushToken });
      const { topics, zone } = config;
      const { isReady } = bot;
      const secret = pushToken;
      const web = createWeb({ store, analyst, topics, zone, secret, now, isReady, metrics });
      web.route('/', arrivals);
      const serving = await assembly.serve(
        (request) => web.fetch(request),
        assembly.environment.port,
        '0.0.0.0',
      );
      // Kept before it is said to run, for a bot is often ended with force: the next start is quicker
      // and takes less memory.
      flushCompileCache();
      log.info({ address: serving.address, wires: wires.length }, 'wirebrief is running');
      for (const { platform, sentence } of bot.refusals())
        log.error({ platform }, `${platform} is not connected: ${sentence}`);
      const reason = await assembly.ended;
      log.info({ reason }, 'ending');
      await serving.close();
      await bot.stop();
      return 0;
    } finally {
      await store.close();
    }
  },
};

/** Chats that are still being connected get so long to leave. */
const LEAVE_MS = 3_000;

/** Ends a bot that is still connecting: a platform that does not answer is not waited for. */
async function leaveEarly(starting: Promise<Bot>, chats: readonly Chat[]): Promise<void> {
  const stopped = starting.then(
    (bot) => bot.stop(),
    () => undefined,
  );
  const left = Promise.allSettled(chats.map((chat) => chat.disconnect()));
  await Promise.race([Promise.all([stopped, left]), pause(LEAVE_MS, undefined, { ref: false })]);
}

/** The platforms that have a token; the terminal when there is none, or when a channel is there. */
async function chatsOf(assembly: Assembly, config: Config, store: Store): Promise<Chat[]> {
  const chats = [...(await assembly.remoteChats(config, store))];
  const isHere = config.channels.some(({ channel }) => channel.startsWith('terminal:'));
  if (isHere || chats.length === 0) chats.push(await assembly.terminalChat('terminal:here', null));
  return chats;
}

function readRole(text: unknown): Role {
  const role = ROLES.find((each) => each === text);
  if (role) return role;
  throw new NewsroomError('usage', `--role is one of ${ROLES.join(', ')}.`);
}

/** Less free space than this is told before the disk is full. */
const FREE_BYTES_LOW = 200_000_000;

function diskTroubles(folder: string): () => Promise<Trouble[]> {
  return async () => {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free >= FREE_BYTES_LOW) return [];
    const left = `${Math.floor(free / 1_000_000)} MB`;
    return [{ key: 'disk', sentence: `The disk of ${folder} is nearly full: ${left} are left.` }];
  };
}
