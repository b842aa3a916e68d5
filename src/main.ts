/**
 * Wirebrief's commands. The only file that knows every implementation of the four seams, and the
 * only one that reads the environment.
 */
import './compile-cache.js';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat } from './chats/chat.ts';
import type { Assembly, Serving, WebHandler } from './commands/assembly.ts';
import type { Config } from './config.ts';
import type { Environment } from './environment.ts';
import type { Log } from './log.ts';
import type { Store } from './stores/store.ts';
import type { Fetcher } from './wires/fetching.ts';
import type { Surroundings } from './wires/surroundings.ts';
import type { Wire } from './wires/wire.ts';

// Without the scripts of package.json only what is imported from here on is kept compiled: hence no
// import above this line but of types, of Node's own and of what keeps it.

const { config: loadDotenv } = await import('dotenv');
const { renderTerminal } = await import('./chats/terminal/render.ts');
const { analystOf, checkModel, notesOf } = await import('./commands/analysts.ts');
const { helpText, needsWords, readCommandLine } = await import('./commands/command-line.ts');
const { moveStore, openStore } = await import('./commands/stores.ts');
const { readEnvironment } = await import('./environment.ts');
const { NewsroomError, sentenceOf } = await import('./errors.ts');
const { createLog, redactor } = await import('./log.ts');
const { createMemoryStore } = await import('./stores/memory.ts');
const { parseSource } = await import('./wires/formats/formats.ts');

const USAGE_ERROR = 2;

/** A clock that starts at an instant, or the machine's. */
function clockFrom(start: string | null): () => number {
  if (start === null) return () => Date.now();
  const offsetMs = Date.parse(start) - Date.now();
  return () => Date.now() + offsetMs;
}

function assemble(environment: Environment, folder: string, log: Log): Assembly {
  const now = clockFrom(environment.clock);
  const mounts: Mounts = { slack: null };
  const surroundings = async (config: Config | null): Promise<Surroundings> => ({
    now,
    random: Math.random,
    log,
    fetcher: await fetcherOf(config),
  });
  return {
    environment,
    now,
    log,
    config: async (file) => (await import('./config.ts')).loadConfig(folder, file),
    openStore: () => openStore(environment, log),
    moveStore: (from, to) => moveStore(from, to, log),
    memoryStore: createMemoryStore,
    analyst: (store, config) => analystOf({ environment, store, config, now, log }),
    checkModel: () => checkModel(environment),
    parse: (bytes) => parseSource({ bytes, contentType: null, baseUrl: null }),
    fetchCopy: async (address, config) =>
      (await import('./wires/http.ts')).readAddress(address, await surroundings(config)),
    wires: async (config, clock) =>
      wiresOf(config, { ...(await surroundings(config)), now: clock }),
    doors: doorsOf,
    clockFrom,
    remoteChats: (config, store) => remoteChats({ environment, config, store, log, mounts }),
    terminalChat: async (channel, input) =>
      (await import('./chats/terminal/terminal.ts')).createTerminalChat({ write, input, channel }),
    previewChat,
    terminalText: (layout) => (renderTerminal(layout)[0]?.payload as { text: string }).text,
    serve: (handler, port, host) => serveOn(handler, mounts, port, host),
    write,
    isPerson: Boolean(process.stdout.isTTY),
    get input() {
      return process.stdin;
    },
    ended: new Promise((resolve) => {
      for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => resolve(name));
    }),
  };
}

const PREVIEW_HINTS = ['/brief export-controls', '/wire topics', '/wire agenda', '/wire help'];

async function previewChat(name: string): Promise<{ chat: Chat; handler: WebHandler }> {
  const { createPreview } = await import('./chats/preview/preview.ts');
  const { renderSlack } = await import('./chats/slack/render.ts');
  const { renderLayout } = await import('./chats/discord/render.ts');
  const renderers = { slack: renderSlack, discord: renderLayout };
  const hints = PREVIEW_HINTS;
  const { chat, web } = createPreview({ name, channel: 'preview:demo', hints, ...renderers });
  return { chat, handler: (request) => web.fetch(request) };
}

/** Every secret that the process was given is taken out of whatever it writes. */
let redact = (text: string): string => text;

function write(text: string): void {
  process.stdout.write(`${redact(text)}\n`);
}

async function fetcherOf(config: Config | null): Promise<Fetcher> {
  const { createFetcher } = await import('./wires/fetching.ts');
  const { allowPrivate = [], pause } = config?.network ?? {};
  return createFetcher({ allowPrivate, limits: pause === undefined ? {} : { pauseMs: pause } });
}

async function doorsOf(config: Config) {
  const { createAskHub, readArrival } = await import('./wires/push.ts');
  return { readArrival, askHub: createAskHub(await fetcherOf(config)) };
}

async function wiresOf(config: Config, surroundings: Surroundings): Promise<Wire[]> {
  const { createArticleReader } = await import('./wires/article.ts');
  const { createFolderWire } = await import('./wires/folder.ts');
  const { createHttpWire } = await import('./wires/http.ts');
  const { createRobots } = await import('./wires/robots.ts');
  const { fetcher, now } = surroundings;
  const readArticle = createArticleReader(fetcher, createRobots(fetcher, now));
  return config.wires.flatMap((wire) => {
    const { name, url, folder, every, article } = wire;
    if (url) {
      const articles = article ? readArticle : null;
      return [createHttpWire({ name, url, everyMs: every ?? 300_000, articles }, surroundings)];
    }
    if (folder) {
      const path = resolve(config.folder, folder);
      const settings = {
        name,
        folder: path,
        everyMs: every ?? 10_000,
        wait: (ms: number) => sleep(ms),
      };
      return [createFolderWire(settings, surroundings)];
    }
    return [];
  });
}

/** What takes requests in beside the web side's own routes, once it is there. */
type Mounts = { slack: RequestListener | null };

type ChatParts = {
  readonly environment: Environment;
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly mounts: Mounts;
};

async function remoteChats(parts: ChatParts): Promise<Chat[]> {
  const { environment, config, store, log, mounts } = parts;
  const { slack, discord } = environment;
  const { requestTimeoutMs } = await import('./config.ts');
  const chats: Chat[] = [];
  if (slack) {
    const { createSlackChat } = await import('./chats/slack/slack.ts');
    const managers = config.subscribing === 'anyone' ? 'anyone' : 'members';
    const mount = (listener: RequestListener): (() => void) => {
      mounts.slack = listener;
      return () => {
        mounts.slack = null;
      };
    };
    chats.push(
      createSlackChat({ ...slack, mount, managers, timeoutMs: requestTimeoutMs(config), log }),
    );
  }
  if (discord) {
    const { createDiscordChat } = await import('./chats/discord/discord.ts');
    const notes = notesOf(store);
    const waitMs = requestTimeoutMs(config);
    chats.push(createDiscordChat({ ...discord, log, notes, requestTimeoutMs: waitMs }));
  }
  return chats;
}

/** Whoever sends headers or a body by drops is let go of. */
const SERVER_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
};

/** Serves the web side, and on the same port the requests that Slack sends in HTTP mode. */
async function serveOn(
  handler: WebHandler,
  mounts: Mounts,
  port: number,
  hostname: string,
): Promise<Serving> {
  const { createServer } = await import('node:http');
  const { getRequestListener } = await import('@hono/node-server');
  const web = getRequestListener(handler);
  const server = createServer(SERVER_LIMITS, (request, response) => {
    const slack = request.url?.startsWith('/slack/') ? mounts.slack : null;
    void (slack ?? web)(request, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'is in use' : `cannot be opened (${cause.code})`;
      reject(new NewsroomError('config', `Port ${port} ${why}: set PORT to another.`, { cause }));
    });
    server.listen(port, hostname, () => {
      const { port: actual } = server.address() as AddressInfo;
      const address = `http://${hostname === '0.0.0.0' ? 'localhost' : hostname}:${actual}`;
      const close = async (): Promise<void> => {
        server.close();
        server.closeAllConnections();
      };
      resolve({ address, close });
    });
  });
}

/** Runs one command line; gives the exit code. Whatever goes wrong ends in one sentence. */
async function run(line: readonly string[]): Promise<number> {
  try {
    const typed = await readCommandLine(line);
    if (typed === 'help' || typed.options['help']) {
      write(await helpText(typed === 'help' ? null : typed.command));
      return 0;
    }
    loadDotenv({ quiet: true });
    const environment = readEnvironment(process.env);
    redact = redactor(environment.secrets);
    const folder = String(typed.options['config'] ?? environment.configFolder);
    const level =
      process.env['LOG_LEVEL'] || typed.command.name === 'start' ? environment.logLevel : 'silent';
    const log = await createLog(level, environment.secrets);
    const assembly = assemble(environment, folder, log);
    if (needsWords(typed.command) && typed.words.length === 0)
      throw new NewsroomError('usage', `Usage: ${typed.command.usage}`);
    return await typed.command.run(assembly, typed.words, typed.options);
  } catch (error) {
    process.stderr.write(`${redact(sentenceOf(error))}\n`);
    if (!(error instanceof NewsroomError) && process.env['LOG_LEVEL'] === 'debug')
      process.stderr.write(redact(`${error instanceof Error ? error.stack : String(error)}\n`));
    return error instanceof NewsroomError && error.code === 'usage' ? USAGE_ERROR : 1;
  }
}

// A mistake of ours ends the process, as it should; what Node would print could hold anything.
process.on('uncaughtException', (error) => {
  process.stderr.write(`${redact(error.stack ?? String(error))}\n`);
  process.exit(1);
});

// Whoever reads our output may stop in the middle, as `head` does: nothing is wrong then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2));
// What a platform has not answered must not keep a process that is done from ending.
setTimeout(() => process.exit(), 500).unref();
