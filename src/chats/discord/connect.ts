/** The connection to Discord: signs in, stays connected, and tells in a sentence when it cannot. */
import {
  Client,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  Routes,
  type REST,
} from 'discord.js';
import { NewsroomError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { guardEvents } from './guarding.ts';
import { outcomeOf } from './outcome.ts';
import type { ChannelStanding } from './threads.ts';
import { Standing, type Tell } from './standing.ts';
import { registerCommands, type Notes } from './register.ts';

/** What the Discord chat is given at the start. */
export type DiscordSettings = {
  /** DISCORD_TOKEN */
  readonly token: string;
  /** DISCORD_API_URL, `https://discord.com/api` when null */
  readonly apiUrl: string | null;
  readonly log: Log;
  readonly notes: Notes;
  /** longest wait for Discord to greet us */
  readonly readyTimeoutMs?: number;
  /** longest wait for the answer to one request */
  readonly requestTimeoutMs?: number;
  /** so long without the gateway is a trouble; a minute when absent */
  readonly silenceMs?: number;
  /** refused requests in ten minutes from which on nothing is posted until they are over */
  readonly refusedMax?: number;
  /** hears why the slash commands are not as they should be, and null when they are */
  readonly toldOfCommands?: (sentence: string | null) => void;
};

type Connection = {
  /** the connected client; null before and after */
  client(): Client | null;
  /**
   * Signs in and waits until the servers are known; throws a NewsroomError when it cannot.
   * @param prepare sets the listeners of the new client before anything can arrive
   */
  open(prepare: (client: Client) => void): Promise<void>;
  /** Takes the token to post with, and asks who we are; the gateway stays shut. */
  openToPost(): Promise<void>;
  /** the REST side and our own user id; null before either opening */
  line(): Line | null;
  /** how long nothing may be sent, after too many refused requests (milliseconds) */
  shutMs(): number;
  close(): Promise<void>;
  /** why it ended for good: only another opening helps; null while it has not */
  over(): string | null;
  /** why nothing has been heard for so long that somebody should know; null while all is well */
  silence(): string | null;
  status(): string;
};

type Line = { readonly rest: REST; readonly me: string };

const COMMANDS_SENTENCE =
  'Discord did not take the slash commands, so new or changed ones are missing: the log says why, and a restart of Wirebrief sends them again.';
const REQUEST_TIMEOUT_MS = 10_000;
const READY_TIMEOUT_MS = 30_000;
/** Sessions are resumed in seconds; a network that is lost for longer is told of. */
const SILENCE_MS = 60_000;
const PEOPLE_KEPT = 200;
/** Discord bans an address after 10,000 of these in ten minutes: from so many on nothing is posted. */
const REFUSED_MAX = 2_000;
/** They are looked at and told of in the log this many times on the way there. */
const REFUSED_LOOKS = 20;

const SENTENCES = {
  token:
    'Discord does not take the token in DISCORD_TOKEN: copy the bot token anew from the Discord developer portal (Bot, Reset Token).',
  intents:
    'Discord does not allow the intents that Wirebrief asks for: it needs no privileged ones, so check that the application is a plain bot.',
  shards:
    'Discord asks for more shards than it did when Wirebrief connected: Wirebrief connects anew.',
  unreachable: 'Discord cannot be reached: check the network and DISCORD_API_URL.',
  silent: 'Discord did not greet Wirebrief in time: check the network.',
} as const;

/** Close codes of the gateway after which it never reconnects (Discord: Gateway close codes). */
const FINAL_CLOSES: Readonly<Record<number, string>> = {
  4004: SENTENCES.token,
  4010: SENTENCES.shards,
  4011: SENTENCES.shards,
  4012: 'Discord no longer speaks this version of its gateway: update Wirebrief.',
  4013: SENTENCES.intents,
  4014: SENTENCES.intents,
};

/** Prepares the connection; nothing is sent before `open`. */
export function createConnection(settings: DiscordSettings): Connection {
  const { log } = settings;
  const standing = new Standing();
  let client: Client | null = null;
  let posting: Line | null = null;
  const refusals = countRefusals(settings);

  async function open(prepare: (client: Client) => void): Promise<void> {
    const waitMs = settings.readyTimeoutMs ?? READY_TIMEOUT_MS;
    // a client that was closed once never closes again, so every opening has its own
    const fresh = createClient(settings);
    standing.tell(standing.state, 'here');
    guardEvents(fresh, log);
    watch(fresh, log, (state, how) => standing.tell(state, how));
    refusals.watch(fresh.rest);
    prepare(fresh);
    try {
      await within(waitMs, greeted(fresh, settings.token));
      await register(fresh, settings);
    } catch (error) {
      await fresh.destroy();
      const failure = connectError(error);
      standing.state = failure.sentence;
      throw failure;
    }
    client = fresh;
    standing.state = `${connectedAs(fresh)} in ${serversOf(fresh)}`;
  }

  async function openToPost(): Promise<void> {
    const { rest } = createClient(settings);
    refusals.watch(rest);
    standing.tell(standing.state, 'here');
    try {
      const { id, username } = await signIn(rest, settings.token);
      posting = { rest, me: id };
      standing.state = `posting as ${username}`;
    } catch (error) {
      const failure = connectError(error);
      standing.state = failure.sentence;
      throw failure;
    }
  }

  return {
    client: () => client,
    open,
    openToPost,
    line: () => (client?.user ? { rest: client.rest, me: client.user.id } : posting),
    shutMs: refusals.shutMs,
    over: () => standing.over,
    silence: () =>
      standing.lostMs() > (settings.silenceMs ?? SILENCE_MS) ? SENTENCES.unreachable : null,
    status: () => standing.state,
    close: async () => {
      const last = client;
      client = null;
      posting = null;
      await last?.destroy();
      standing.state = 'not connected';
    },
  };
}

/** Takes the token for requests, and asks who we are. */
async function signIn(rest: REST, token: string): Promise<{ id: string; username: string }> {
  rest.setToken(token);
  return (await rest.get(Routes.user())) as { id: string; username: string };
}

async function register({ application, rest }: Client, settings: DiscordSettings): Promise<void> {
  if (application === null) return;
  try {
    await registerCommands(rest, application.id, settings.notes);
    settings.toldOfCommands?.(null);
  } catch (error) {
    // the commands of before still work; without a connection nothing would
    settings.toldOfCommands?.(COMMANDS_SENTENCE);
    settings.log.error({ error }, 'The Discord commands could not be registered');
  }
}

const refusedMaxOf = ({ refusedMax }: DiscordSettings): number => refusedMax ?? REFUSED_MAX;

/** Counts what Discord refuses (401, 403, 429): the library counts all that this process sends. */
function countRefusals(settings: DiscordSettings) {
  let shutUntil = 0;
  return {
    watch(rest: REST): void {
      rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
        settings.log.warn({ count, remainingTime }, 'Discord counts many invalid requests');
        if (count >= refusedMaxOf(settings)) shutUntil = performance.now() + remainingTime;
      });
    },
    shutMs: (): number => Math.max(0, shutUntil - performance.now()),
  };
}

function createClient(settings: DiscordSettings): Client {
  const ours = (each: { id: string; client: Client }) => each.id === each.client.user?.id;
  return new Client({
    // as many as Discord recommends: a bot in very many servers is refused with one
    shards: 'auto',
    // neither is privileged: a message's text comes only where the bot is mentioned
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    // a command may come from a thread that the gateway has not told of
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    // nothing that others write is kept; people only as long as they are asking
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      GuildMemberManager: { maxSize: PEOPLE_KEPT, keepOverLimit: ours },
      UserManager: { maxSize: PEOPLE_KEPT, keepOverLimit: ours },
    }),
    rest: {
      // a repeated post is a duplicate: the ledger decides about every second try
      retries: 0,
      // conversations with people are opened under /users
      rejectOnRateLimit: ['/channels', '/users'],
      timeout: settings.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
      invalidRequestWarningInterval: Math.ceil(refusedMaxOf(settings) / REFUSED_LOOKS),
      ...(settings.apiUrl === null ? {} : { api: settings.apiUrl.replace(/\/+$/, '') }),
    },
  });
}

const serversOf = ({ guilds }: Client): string =>
  `${guilds.cache.size} ${guilds.cache.size === 1 ? 'server' : 'servers'}`;
const connectedAs = ({ user }: Client): string => `connected as ${user?.username ?? 'unknown'}`;

async function greeted(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
}

class Silence extends Error {}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Silence('no greeting')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function connectError(error: unknown): NewsroomError {
  const say = (sentence: string) => new NewsroomError('chat', sentence, { cause: error });
  const notNow = (sentence: string) => new NewsroomError('unreachable', sentence, { cause: error });
  if (error instanceof Silence) return notNow(SENTENCES.silent);
  const { code, status, message } = error as { code?: unknown; status?: number; message?: string };
  const words = message ?? '';
  if (code === 'TokenInvalid' || status === 401 || /authentication failed|header/i.test(words))
    return say(SENTENCES.token);
  if (/intents/i.test(words)) return say(SENTENCES.intents);
  if (/shard/i.test(words)) return say(SENTENCES.shards);
  const outcome = outcomeOf(error);
  return notNow(outcome.kind === 'later' ? outcome.sentence : SENTENCES.unreachable);
}

/** Every event that would otherwise crash the process or pass unseen. */
function watch(client: Client, log: Log, tell: Tell): void {
  client.on(Events.Error, (error) => log.error({ error }, 'Discord client error'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'Discord client warning'));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ error, shard }, 'Discord connection error'),
  );
  client.on(Events.ShardReconnecting, (shard) => {
    tell('reconnecting', 'lost');
    log.info({ shard }, 'Discord reconnecting');
  });
  const back = (shard: number): void => {
    tell(connectedAs(client), 'here');
    log.info({ shard }, 'Discord connected');
  };
  client.on(Events.ShardResume, back);
  client.on(Events.ShardReady, back);
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    tell(FINAL_CLOSES[code] ?? `Discord closed the connection for good (code ${code}).`, 'over');
    log.error({ code, shard }, 'Discord closed the connection for good');
  });
  client.on(Events.Invalidated, () => log.error({}, 'Discord ended the session'));
  client.rest.on('rateLimited', ({ route, timeToReset, global }) =>
    log.debug({ route, timeToReset, global }, 'Discord rate limit'),
  );
}

/** How the bot stands in a channel as the gateway told it; null when the channel is not known. */
export function standingIn(client: Client | null, channelId: string): ChannelStanding | null {
  const channel = client?.channels.cache.get(channelId);
  const me = client?.user;
  if (!me || !channel || channel.isDMBased() || !('permissionsFor' in channel)) return null;
  const rights = channel.permissionsFor(me)?.bitfield;
  return rights === undefined ? null : { rights, isThread: channel.isThread() };
}
