/**
 * A strict Discord on a free port of this machine: REST and gateway, refusing what Discord refuses,
 * with faults on demand. One call starts it; the test reads what arrived from `world`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gateway } from './gateway.ts';
import { createRoutes, type Answer } from './routes.ts';
import { EPHEMERAL, refusal } from './validate.ts';
import { headerProblem, strangeReply } from './strange.ts';
import { World, type FakeInteraction, type Json } from './world.ts';
import type { CallWatch } from '../call-watch.ts';

/** `-after` faults strike when the request was already taken: the message stands. */
export type FaultKind =
  | 'rate-limit'
  | 'global-rate-limit'
  | 'error'
  | 'error-after'
  | 'drop'
  | 'drop-after'
  | 'hang'
  | 'hang-after'
  | 'half-after'
  | 'unauthorized'
  | 'html-error-after'
  | 'html-ok-after'
  | 'empty-after'
  | 'nameless-after'
  | 'bare-rate-limit'
  | 'front-door'
  | 'invalid-form';

/** Discord's own words for a refusal, as a test gives them. */
export type Refusal = {
  readonly status: number;
  readonly code: number;
  readonly more?: Readonly<Record<string, unknown>>;
};

type Fault = {
  /** `POST /channels/123/messages`, without `/api/v10` */
  readonly match: RegExp;
  readonly kind: FaultKind | Refusal;
  readonly times: number;
  readonly retryAfterSeconds?: number;
};

type LoggedCall = {
  readonly line: string;
  readonly body: unknown;
  /** null while the fake keeps the caller waiting or has dropped it */
  status: number | null;
  readonly at: number;
};

export type FakeOptions = {
  readonly token?: string;
  readonly ackMs?: number;
  readonly tokenMs?: number;
  /** messages to one channel in its window; Discord's own figure is about five in five seconds */
  readonly channelLimit?: { readonly count: number; readonly windowMs: number };
  readonly globalPerSecond?: number;
};

/** Who does something in a test, and where. */
type Doing = {
  readonly channel?: string;
  readonly person?: string;
  /** bit set of the person's rights in the channel */
  readonly rights?: bigint;
  /** another server, one that the bot is not in; null for a conversation with the bot */
  readonly guild?: string | null;
};

type Window = { startedAt: number; count: number };

/** A running fake. */
export class FakeDiscord {
  readonly world: World;
  readonly gateway: Gateway;
  readonly calls: LoggedCall[] = [];
  /** `drop` lets the connection break at that moment */
  watch: CallWatch = () => 'go on';
  /** every edit of an answer meets this */
  refuseReplies: Answer | null = null;
  readonly #faults: { fault: Fault; left: number }[] = [];
  readonly #options: FakeOptions;
  readonly #windows = new Map<string, Window>();
  readonly #server;
  readonly #route;
  #port = 0;

  constructor(options: FakeOptions) {
    this.#options = options;
    this.world = new World({
      token: options.token ?? 'fake-token.for-tests.only',
      ackMs: options.ackMs ?? 3_000,
      tokenMs: options.tokenMs ?? 15 * 60_000,
    });
    this.#server = createServer((request, response) => void this.#serve(request, response));
    const socketUrl = () => `ws://127.0.0.1:${this.#port}`;
    this.gateway = new Gateway(this.world, this.#server, socketUrl);
    this.#route = createRoutes(this.world, this.gateway, socketUrl);
  }

  /** Value for DISCORD_API_URL. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get token(): string {
    return this.world.options.token;
  }

  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Refuses connections until `start` is called again with the same port; the gateway stays. */
  async refuseConnections(): Promise<number> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 50))]);
    return this.#port;
  }

  /** Lets the next matching calls fail. */
  fail(match: RegExp, kind: FaultKind, times = 1, retryAfterSeconds = 1): void {
    const fault = { match, kind, times, retryAfterSeconds };
    this.#faults.push({ fault, left: times });
  }

  /** Answers the next matching calls with one of Discord's own codes. */
  refuse(match: RegExp, status: number, code: number, more: Refusal['more'] = {}, times = 1): void {
    this.#faults.push({ fault: { match, kind: { status, code, more }, times }, left: times });
  }

  /** Calls that arrived and match, such as /^POST \/channels\//. */
  callsOf(match: RegExp): LoggedCall[] {
    return this.calls.filter((each) => match.test(each.line));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', 'http://fake');
    const path = decodeURIComponent(url.pathname).replace(/^\/api(\/v10)?/, '');
    const method = request.method ?? 'GET';
    const body = readJson(raw);
    const entry = { line: `${method} ${path}`, body, status: null, at: Date.now() } as LoggedCall;
    this.calls.push(entry);
    const process = String(request.headers['x-process'] ?? '');
    if (this.watch(entry.line, 'arrived', process) === 'drop') return void request.socket.destroy();
    response.on('finish', () => this.watch(entry.line, 'answered', process));
    const fault = this.#takeFault(entry.line);
    if (fault?.kind === 'hang') return;
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (typeof fault?.kind === 'string' && strangeReply(fault.kind, response, 'before')) return;
    const authorization = request.headers.authorization ?? null;
    const answer =
      headerProblem(request, raw) ??
      (fault && faultAnswer(fault)) ??
      this.#overLimit(method, path) ??
      (/^PATCH \/webhooks\//.test(entry.line) ? this.refuseReplies : null) ??
      this.#route({ method, path, query: url.searchParams, body, authorization });
    if (this.watch(entry.line, 'taken', process) === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'hang-after') return;
    if (fault?.kind === 'half-after') {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      return void response.write('{"id":');
    }
    if (fault?.kind === 'drop-after') return void request.socket.destroy();
    if (typeof fault?.kind === 'string' && strangeReply(fault.kind, response, 'after')) return;
    const final = fault?.kind === 'error-after' ? broken : answer;
    entry.status = final.status;
    if ([401, 403, 429].includes(final.status)) this.world.invalidRequests += 1;
    this.#send(response, final, method, path);
    this.world.emit('changed');
  }

  #takeFault(line: string): Fault | null {
    const found = this.#faults.find(({ fault, left }) => left > 0 && fault.match.test(line));
    if (!found) return null;
    found.left -= 1;
    return found.fault;
  }

  /** Counts against the limits of the route and of the whole API; interactions are outside both. */
  #overLimit(method: string, path: string): Answer | null {
    if (/^\/(interactions|webhooks)\//.test(path)) return null;
    const perSecond = this.#options.globalPerSecond ?? 50;
    const global = this.#count('global', perSecond, 1_000);
    if (global !== null) return limited(global, true);
    const limit = this.#options.channelLimit ?? { count: 5, windowMs: 5_000 };
    if (method !== 'POST' || !/^\/channels\/\d+\/messages$/.test(path)) return null;
    const wait = this.#count(path, limit.count, limit.windowMs);
    return wait === null ? null : limited(wait, false);
  }

  /** Seconds to wait when the window is full, null when there was room. */
  #count(key: string, most: number, windowMs: number): number | null {
    const now = Date.now();
    let window = this.#windows.get(key);
    if (!window || now - window.startedAt >= windowMs) {
      window = { startedAt: now, count: 0 };
      this.#windows.set(key, window);
    }
    window.count += 1;
    return window.count <= most ? null : (window.startedAt + windowMs - now) / 1_000;
  }

  #send(response: ServerResponse, answer: Answer, method: string, path: string): void {
    const limit = this.#options.channelLimit ?? { count: 5, windowMs: 5_000 };
    const window = this.#windows.get(path);
    if (window && method === 'POST') {
      const left = Math.max(0, limit.count - window.count);
      const reset = (window.startedAt + limit.windowMs - Date.now()) / 1_000;
      response.setHeader('X-RateLimit-Limit', limit.count);
      response.setHeader('X-RateLimit-Remaining', left);
      response.setHeader('X-RateLimit-Reset-After', Math.max(0, reset).toFixed(3));
      response.setHeader('X-RateLimit-Bucket', 'messages');
    }
    const body = answer.body as Json | null;
    if (answer.status === 429 && body) {
      response.setHeader('Retry-After', String(body['retry_after']));
      response.setHeader('X-RateLimit-Scope', body['global'] === true ? 'global' : 'user');
      if (body['global'] === true) response.setHeader('X-RateLimit-Global', 'true');
    }
    if (answer.status === 204) return void response.writeHead(204).end();
    response.writeHead(answer.status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer.body));
  }

  /** A person types a slash command, `wire subscribe` with its options by name. */
  command(name: string, options: Readonly<Record<string, string | boolean>>, doing: Doing = {}) {
    const [command = '', subcommand] = name.split(' ');
    const typed = Object.entries(options).map(([key, value]) => ({
      name: key,
      value,
      type: typeof value === 'boolean' ? 5 : 3,
    }));
    const inner = subcommand ? [{ name: subcommand, type: 1, options: typed }] : typed;
    const data = { id: '900000000000000050', name: command, type: 1, options: inner };
    return this.#interact('command', 2, data, doing);
  }

  /** A person is typing the option `focused`. */
  autocomplete(name: string, focused: string, words: string, doing: Doing = {}) {
    const [command = '', subcommand] = name.split(' ');
    const typed = [{ name: focused, type: 3, value: words, focused: true }];
    const inner = subcommand ? [{ name: subcommand, type: 1, options: typed }] : typed;
    const data = { id: '900000000000000050', name: command, type: 1, options: inner };
    return this.#interact('autocomplete', 4, data, doing);
  }

  /** A person presses a button of a message. */
  press(messageId: string, customId: string, doing: Doing = {}) {
    const message = this.world.messages.find((each) => each.id === messageId);
    const stub = {
      id: messageId,
      channel_id: message?.channel,
      author: { id: this.world.bot, username: 'wirebrief', discriminator: '0000', bot: true },
      content: '',
      components: message?.body['components'] ?? [],
      flags: Number(message?.body['flags'] ?? 0) | (message?.onlyFor ? EPHEMERAL : 0),
      timestamp: new Date(message?.createdAt ?? 0).toISOString(),
      edited_timestamp: null,
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      embeds: [],
      tts: false,
      pinned: false,
      type: 0,
    };
    const channel = doing.channel ?? message?.channel;
    const data = { custom_id: customId, component_type: 2 };
    const place = channel === undefined ? doing : { ...doing, channel };
    return this.#interact('button', 3, data, place, { message: stub });
  }

  /** A person uses something that Wirebrief has not made: a menu, a form. */
  odd(type: number, data: Json): FakeInteraction {
    const message = { id: '1', content: '', components: [], flags: 0, type: 0 };
    const author = { id: this.world.bot, username: 'wirebrief', discriminator: '0000', bot: true };
    const timestamp = new Date(0).toISOString();
    const lists = { mentions: [], mention_roles: [], attachments: [], embeds: [] };
    const stub = { ...message, ...lists, author, timestamp, channel_id: this.world.general.id };
    const resolved = {
      users: { '800000000000000001': { id: '800000000000000001', username: 'r' } },
    };
    const kind = type === 2 ? 'command' : 'button';
    const more = type === 3 ? { message: stub } : {};
    return this.#interact(kind, type, { ...data, resolved }, {}, more);
  }

  #interact(
    kind: FakeInteraction['kind'],
    type: number,
    data: Json,
    doing: Doing,
    more: Json = {},
  ): FakeInteraction {
    const { world } = this;
    const channel = world.channels.get(doing.channel ?? '') ?? world.general;
    const person = doing.person ?? '800000000000000001';
    const interaction: FakeInteraction = {
      id: world.snowflake(),
      token: `token-${world.interactions.length}-${'x'.repeat(40)}`,
      createdAt: world.now(),
      channel: channel.id,
      person,
      kind,
      callback: null,
      messages: [],
      answered: false,
      choices: [],
    };
    world.interactions.push(interaction);
    const rights = String(doing.rights ?? 0n);
    const user = { id: person, username: 'reader', discriminator: '0000', avatar: null };
    const guild = doing.guild === undefined ? world.guild : doing.guild;
    this.gateway.tell('INTERACTION_CREATE', {
      id: interaction.id,
      application_id: world.application,
      token: interaction.token,
      version: 1,
      type,
      data,
      channel_id: channel.id,
      channel: { ...this.gateway.channelJson(channel), permissions: rights },
      ...(guild === null ? { user } : { guild_id: guild, member: memberOf(user, rights) }),
      app_permissions: String(world.rightsIn(channel)),
      locale: 'en-US',
      guild_locale: 'en-US',
      entitlements: [],
      authorizing_integration_owners: { 0: guild ?? '0' },
      context: guild === null ? 1 : 0,
      attachment_size_limit: 10_485_760,
      ...more,
    });
    return interaction;
  }

  /** A person writes a message; its text reaches the bot only when the bot is mentioned. */
  say(text: string, doing: Doing & { readonly replyTo?: string } = {}): string {
    const { world } = this;
    const channel = world.channels.get(doing.channel ?? '') ?? world.general;
    const person = doing.person ?? '800000000000000001';
    const author = { id: person, username: 'reader', discriminator: '0000', avatar: null };
    const message = world.addMessage({
      channel: channel.id,
      author: person,
      body: { content: text },
    });
    const mentioned = text.includes(`<@${world.bot}>`) || doing.replyTo !== undefined;
    const bot = { id: world.bot, username: 'wirebrief', discriminator: '0000', bot: true };
    this.gateway.tell('MESSAGE_CREATE', {
      id: message.id,
      channel_id: channel.id,
      guild_id: world.guild,
      author,
      member: {
        roles: [],
        joined_at: '2026-01-01T00:00:00.000Z',
        deaf: false,
        mute: false,
        flags: 0,
      },
      content: mentioned ? text : '',
      mentions: mentioned ? [bot] : [],
      mention_roles: [],
      mention_everyone: false,
      attachments: [],
      embeds: [],
      components: [],
      flags: 0,
      timestamp: new Date(message.createdAt).toISOString(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      type: doing.replyTo === undefined ? 0 : 19,
      ...(doing.replyTo === undefined
        ? {}
        : { message_reference: { message_id: doing.replyTo, channel_id: channel.id } }),
    });
    return message.id;
  }

  /** The messages that answer an interaction, as the person sees them. */
  async answerTo(interaction: FakeInteraction) {
    await this.world.until(() => interaction.answered);
    return interaction.messages
      .flatMap((id) => this.world.messages.filter((each) => each.id === id && !each.deleted))
      .map((each) => ({ message: each, ...this.world.seen(each) }));
  }
}

const memberOf = (user: Json, permissions: string): Json => ({
  user,
  roles: [],
  permissions,
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
});

/** A limit of layouts that nobody has heard of before. */
const OF_COMPONENTS = {
  path: ['components', 0, 'components'],
  code: 'BASE_TYPE_BAD_LENGTH',
  message: 'Must be between 1 and 3 in length.',
};

const broken: Answer = { status: 500, body: { code: 0, message: '500: Internal Server Error' } };

function limited(seconds: number, global: boolean): Answer {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global };
  return { status: 429, body };
}

function faultAnswer(fault: Fault): Answer | null {
  const seconds = fault.retryAfterSeconds ?? 1;
  if (typeof fault.kind === 'object') {
    const { status, code, more } = fault.kind;
    return { status, body: { message: `Refused with ${code}.`, code, ...more } };
  }
  if (fault.kind === 'rate-limit') return limited(seconds, false);
  if (fault.kind === 'global-rate-limit') return limited(seconds, true);
  if (fault.kind === 'unauthorized')
    return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
  if (fault.kind === 'invalid-form') return { status: 400, body: refusal([OF_COMPONENTS]) };
  return fault.kind === 'error' ? broken : null;
}

function readJson(raw: string): unknown {
  if (raw === '') return null;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw; // multipart, which nothing here may send: the checks refuse a text
  }
}

/** Starts a fake Discord on a free port. */
export async function startFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const fake = new FakeDiscord(options);
  await fake.start();
  return fake;
}
