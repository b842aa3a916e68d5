/**
 * A fake Slack on a loopback port: Web API, Socket Mode, response_urls, signed requests, and people
 * who type and press. Faults are programmed per method.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { blockProblems, isTooLong, textOfBlocks } from './blocks.ts';
import { Envelopes, readCall, replyStrangely, type StrangeReply } from './protocol.ts';
import { BOT_USER, TEAM, Workspace, type FakeMessage } from './workspace.ts';
import type { CallWatch } from '../call-watch.ts';

export const BOT_TOKEN = 'xoxb-fake-bot-token';
export const APP_TOKEN = 'xapp-fake-app-token';
export const SIGNING_SECRET = 'fake-signing-secret';

export type SlackFault =
  | StrangeReply
  | 'rate-limit'
  | 'error-before'
  | 'error-after'
  | 'drop-before'
  | 'drop-after'
  | 'hang-before'
  | 'hang-after';

/** What came of something a person did. */
type SlackExchange = {
  /** milliseconds until the acknowledgement */
  readonly ackMs: number;
  /** what the acknowledgement itself carried */
  readonly ackPayload: unknown;
  /** the first answer after it, as the person sees it; `inChannel` when all see it */
  readonly shown: string;
  readonly inChannel: boolean;
};

type Ack = { readonly atMs: number; readonly payload: unknown };
type ResponseUrl = {
  uses: number;
  readonly untilMs: number;
  readonly heard: (text: string, inChannel: boolean) => void;
};

const TICKET_MS = 10_000;
const ACK_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 20_000;

export class FakeSlack {
  readonly workspace = new Workspace();
  /** every call: method and arguments */
  readonly calls: { method: string; args: Record<string, unknown> }[] = [];
  /** what came in by response_urls, as it is shown */
  readonly responses: string[] = [];
  /** where signed requests go instead of the sockets, once set */
  eventsUrl: string | null = null;
  /** the least time between two messages in a channel; 0 for none */
  postIntervalMs = 0;
  /** calls of a method that are taken in any minute; Slack's tiers, for those that are named */
  readonly perMinute = new Map<string, number>();
  /** messages taken in any second in all channels together */
  postsPerSecond = Infinity;
  /** calls that were answered with 429 */
  refusals = 0;
  /** apps.connections.open refuses when so many are open */
  socketsMax = 10;
  /** `drop` lets the connection break at that moment */
  watch: CallWatch = () => 'go on';
  /** response_urls answer with 404 from now on */
  areResponsesRefused = false;
  /** what a response_url answers to blocks, whatever they are */
  blockRefusal: { readonly status: number; readonly body: string } | null = null;
  /** status that something between us and Slack answers every call with */
  doorStatus: number | null = null;
  readonly #faults = new Map<string, SlackFault[]>();
  readonly #sockets = new Set<WebSocket>();
  readonly #envelopes = new Envelopes();
  readonly #responseUrls = new Map<string, ResponseUrl>();
  readonly #lastPosts = new Map<string, number>();
  /** when the latest calls of a method were taken */
  readonly #taken = new Map<string, number[]>();
  readonly #connections = new Set<Socket>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #doorbell = new WebSocketServer({ noServer: true });
  /** when the addresses of sockets were given that nobody has opened; soon they are no longer good */
  readonly #tickets = new Map<string, number>();
  #port = 0;
  #turn = 0;
  #last: { type: string; payload: Record<string, unknown>; envelope: string } | null = null;
  #isAppTokenRevoked = false;
  #botTokenError: string | null = null;

  /** Starts on a free port. */
  async start(): Promise<void> {
    this.#server.on('connection', (socket) => {
      this.#connections.add(socket);
      socket.on('close', () => this.#connections.delete(socket));
    });
    this.#server.on('upgrade', (request, socket, head) => {
      const { searchParams } = new URL(request.url ?? '/', 'ws://fake');
      // an address is good once and for a short time
      if (!this.#tickets.delete(searchParams.get('ticket') ?? ''))
        return void socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      this.#doorbell.handleUpgrade(request, socket, head, (webSocket) => this.#greet(webSocket));
    });
    await this.accept();
  }

  /** What SLACK_API_URL is set to. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}/api/`;
  }

  get openSockets(): number {
    return this.#sockets.size;
  }

  /** The next call of the method meets this fault. */
  fault(fault: SlackFault, method = 'chat.postMessage'): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), fault]);
  }

  /** New connections are refused until `accept`. */
  refuse(): void {
    this.#server.close();
  }

  /** The network is gone: what is open breaks, and new connections are refused until `accept`. */
  blackout(): void {
    this.refuse();
    for (const connection of this.#connections) connection.destroy();
    this.#sockets.clear();
  }

  async accept(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    for (const connection of this.#connections) connection.destroy();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
    const { problems } = this.#envelopes;
    if (problems.length > 0) throw new Error(`Slack would complain: ${problems.join('; ')}`);
  }

  /** The network to every open socket goes dead without a word: no byte comes or goes. */
  deaden(): void {
    for (const connection of this.#connections) connection.pause();
    this.#sockets.clear();
  }

  /** Asks the oldest socket, or all, to be renewed, as Slack does every few hours. */
  refresh(which: 'one' | 'all'): void {
    this.#disconnect('refresh_requested', which === 'one' ? 1 : undefined);
  }

  /** Announces that every socket ends soon, as Slack does some ten seconds before it does. */
  warn(): void {
    this.#disconnect('warning');
  }

  /** Sends something over every socket as it is, which may be no envelope at all. */
  sendRaw(data: string): void {
    for (const socket of this.#sockets) socket.send(data);
  }

  /** Asks every socket to be renewed, and goes on sending by them until they are closed. */
  refreshSlowly(): void {
    this.#disconnect('refresh_requested', undefined, true);
  }

  /** The app-level token is revoked: every socket ends and no other is given. */
  revokeAppToken(): void {
    this.#isAppTokenRevoked = true;
    this.#disconnect('link_disabled');
  }

  /** The bot token is taken no more, until the app is installed again. */
  revokeBotToken(error: string | null): void {
    this.#botTokenError = error;
  }

  #disconnect(reason: string, count?: number, isStillUsed = reason === 'warning'): void {
    for (const socket of [...this.#sockets].slice(0, count)) {
      if (!isStillUsed) this.#sockets.delete(socket);
      const debug_info = { host: 'applink-fake' };
      socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info }));
    }
  }

  /** A person types a slash command. */
  async type(
    command: string,
    text: string,
    where: { channel: string; user?: string; channelName?: string; team?: string },
  ): Promise<SlackExchange> {
    const { channel, user = 'U0ANN', channelName = 'general', team = TEAM } = where;
    return this.#exchange('slash_commands', channel, user, (responseUrl) => ({
      command: `/${command}`,
      text,
      // the workspace of the person, which may be another where the channel is shared
      team_id: team,
      team_domain: 'fake',
      channel_id: channel,
      channel_name: channelName,
      user_id: user,
      user_name: 'ann',
      api_app_id: 'A0FAKE',
      token: 'legacy',
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: randomUUID(),
    }));
  }

  /** A person presses the first button with this label in a message. */
  async press(
    ts: string,
    label: string,
    user = 'U0ANN',
    team: string = TEAM,
  ): Promise<SlackExchange> {
    const message = this.workspace.messages.find((each) => each.ts === ts);
    if (!message) throw new Error(`there is no message ${ts}`);
    const button = findButton(message.blocks, label);
    if (!button) throw new Error(`the message has no button "${label}"`);
    return this.#exchange('interactive', message.channel, user, (responseUrl) => ({
      type: 'block_actions',
      team: { id: team, domain: 'fake' },
      user: { id: user, team_id: team, username: 'ann' },
      api_app_id: 'A0FAKE',
      token: 'legacy',
      container: { type: 'message', message_ts: ts, channel_id: message.channel },
      channel: { id: message.channel, name: 'general' },
      message: {
        type: 'message',
        ts,
        text: message.text,
        ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
      },
      actions: [{ ...button, block_id: 'b0', action_ts: ts }],
      response_url: responseUrl,
      trigger_id: randomUUID(),
    }));
  }

  /** A person says something in a channel or thread; resolves with our ack time. */
  async say(
    channel: string,
    text: string,
    threadTs: string | null = null,
  ): Promise<{ ackMs: number; ts: string; eventIds: string[] }> {
    const said = this.workspace.add({
      channel,
      user: 'U0ANN',
      botId: null,
      text,
      blocks: [],
      metadata: null,
      threadTs,
    });
    const parent = this.workspace.messages.find((each) => each.ts === threadTs);
    const thread = threadTs === null ? {} : { thread_ts: threadTs, parent_user_id: parent?.user };
    const event = {
      user: 'U0ANN',
      text,
      channel,
      ts: said.ts,
      event_ts: said.ts,
      team: TEAM,
      ...thread,
    };
    const isMention = text.includes(`<@${BOT_USER}>`);
    const types = isMention ? ['message', 'app_mention'] : ['message'];
    let ackMs = 0;
    const eventIds: string[] = [];
    for (const type of types) {
      const id = `Ev${randomUUID()}`;
      eventIds.push(id);
      const ack = await this.sendEvent(id, {
        ...event,
        type,
        ...(type === 'message' ? { channel_type: 'channel' } : {}),
      });
      ackMs = Math.max(ackMs, ack);
    }
    return { ackMs, ts: said.ts, eventIds };
  }

  /** Sends an event, also one that was sent before. */
  async sendEvent(
    id: string,
    event: Record<string, unknown>,
    retry = 0,
    team: string = TEAM,
  ): Promise<number> {
    const body = {
      type: 'event_callback',
      team_id: team,
      api_app_id: 'A0FAKE',
      event_id: id,
      event_time: 0,
      authorizations: [],
      event,
    };
    const began = performance.now();
    const ack = await this.#send('events_api', body, retry);
    return ack.atMs - began;
  }

  /** Sends the last envelope again, as when its acknowledgement was lost; resolves with the next. */
  async redeliver(): Promise<void> {
    if (!this.#last) throw new Error('nothing was sent yet');
    const { type, payload, envelope } = this.#last;
    await this.#send(type, payload, 1, envelope);
  }

  async #exchange(
    type: string,
    channel: string,
    user: string,
    payloadOf: (responseUrl: string) => Record<string, unknown>,
  ): Promise<SlackExchange> {
    const id = randomUUID();
    const answered = new Promise<{ shown: string; inChannel: boolean }>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer came')), ANSWER_TIMEOUT_MS);
      const heard = (shown: string, inChannel: boolean): void => {
        if (shown.startsWith('Working on it')) return;
        clearTimeout(timer);
        resolve({ shown, inChannel });
      };
      this.#responseUrls.set(id, { uses: 0, untilMs: Date.now() + 30 * 60_000, heard });
      this.#whisperListeners.push((whisper) => {
        if (whisper.user === user && whisper.channel === channel) heard(whisper.text, false);
      });
    });
    answered.catch(() => undefined);
    const began = performance.now();
    const ack = await this.#send(type, payloadOf(`http://127.0.0.1:${this.#port}/respond/${id}`));
    return { ackMs: ack.atMs - began, ackPayload: ack.payload, ...(await answered) };
  }

  readonly #whisperListeners: ((whisper: {
    channel: string;
    user: string;
    text: string;
  }) => void)[] = [];

  /** Over a socket, each in turn; by a signed request when there is an address for them. */
  async #send(
    type: string,
    payload: Record<string, unknown>,
    retry = 0,
    again?: string,
  ): Promise<Ack> {
    if (this.eventsUrl !== null) return this.#request(this.eventsUrl, type, payload, retry);
    const open = [...this.#sockets].filter((socket) => socket.readyState === socket.OPEN);
    const socket = open[this.#turn++ % Math.max(1, open.length)];
    if (!socket) throw new Error('dispatch_failed: no socket is open');
    const envelope = again ?? randomUUID();
    this.#last = { type, payload, envelope };
    const acked = new Promise<Ack>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error('operation_timeout: no ack')),
        ACK_TIMEOUT_MS,
      );
      this.#envelopes.send(envelope, type, (said) => {
        clearTimeout(timer);
        resolve({ atMs: performance.now(), payload: said });
      });
    });
    const accepts = type !== 'events_api';
    // only events are sent again, and say how often they were
    const repeat = accepts
      ? {}
      : { retry_attempt: retry, retry_reason: retry > 0 ? 'timeout' : '' };
    const facts = { type, envelope_id: envelope, accepts_response_payload: accepts, ...repeat };
    socket.send(JSON.stringify({ ...facts, payload }));
    return acked;
  }

  async #request(
    url: string,
    type: string,
    payload: Record<string, unknown>,
    retry: number,
  ): Promise<Ack> {
    const isJson = type === 'events_api';
    const form = new URLSearchParams(
      type === 'interactive'
        ? { payload: JSON.stringify(payload) }
        : (payload as Record<string, string>),
    );
    const body = isJson ? JSON.stringify(payload) : form.toString();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', SIGNING_SECRET)
      .update(`v0:${timestamp}:${body}`)
      .digest('hex');
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
        ...(retry > 0
          ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }
          : {}),
      },
      signal: AbortSignal.timeout(ACK_TIMEOUT_MS),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`dispatch_failed: status ${answer.status}`);
    return { atMs: performance.now(), payload: text };
  }

  #greet(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('message', (data) => this.#envelopes.take(String(data)));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.size,
        connection_info: { app_id: 'A0FAKE' },
        debug_info: { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const path = request.url ?? '';
    response.setHeader('connection', 'close');
    if (path.startsWith('/respond/')) return this.#respond(request, path.slice(9), body, response);
    if (!path.startsWith('/api/')) return void response.writeHead(404).end();
    const method = path.slice(5);
    if (this.doorStatus !== null)
      return void response
        .writeHead(this.doorStatus, { 'content-type': 'text/html' })
        .end('<html>');
    const process = String(request.headers['x-process'] ?? '');
    if (this.watch(method, 'arrived', process) === 'drop') return void request.socket.destroy();
    response.on('finish', () => this.watch(method, 'answered', process));
    const fault = this.#faults.get(method)?.shift();
    if (fault === 'rate-limit') return void response.writeHead(429, { 'retry-after': '3' }).end();
    if (fault?.startsWith('rate-limit') || fault === 'html-error-before')
      return void replyStrangely(fault, response);
    if (fault === 'error-before') return void response.writeHead(500).end('not taken');
    if (fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'hang-before') return;
    const answer = this.#answer(method, request, body);
    if (this.watch(method, 'taken', process) === 'drop') return void request.socket.destroy();
    if (fault === 'error-after') return void response.writeHead(500).end('taken');
    if (fault === 'drop-after') return void request.socket.destroy();
    if (fault === 'hang-after') return;
    if (fault !== undefined && replyStrangely(fault, response)) return;
    if (answer === 'too-soon') {
      this.refusals += 1;
      return void response.writeHead(429, { 'retry-after': '1' }).end();
    }
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-oauth-scopes': this.workspace.scopes.join(','),
    });
    response.end(JSON.stringify(answer));
  }

  #answer(method: string, request: IncomingMessage, body: string): object | 'too-soon' {
    const call = readCall(request, body);
    if ('error' in call) return { ok: false, error: call.error };
    const { token, args } = call;
    if (token === null) return { ok: false, error: 'not_authed' };
    if (method === 'apps.connections.open') {
      if (this.#isAppTokenRevoked) return { ok: false, error: 'token_revoked' };
      const now = performance.now();
      for (const [old, at] of this.#tickets) if (now - at >= TICKET_MS) this.#tickets.delete(old);
      if (this.#sockets.size + this.#tickets.size >= this.socketsMax)
        return { ok: false, error: 'too_many_websockets' };
      if (token === BOT_TOKEN) return { ok: false, error: 'not_allowed_token_type' };
      if (token !== APP_TOKEN) return { ok: false, error: 'invalid_auth' };
      const ticket = randomUUID();
      this.#tickets.set(ticket, now);
      return { ok: true, url: `ws://127.0.0.1:${this.#port}/link/?ticket=${ticket}&app_id=A0FAKE` };
    }
    if (token !== BOT_TOKEN) return { ok: false, error: 'invalid_auth' };
    if (this.#botTokenError !== null) return { ok: false, error: this.#botTokenError };
    if (this.#isTooMany(method)) return 'too-soon';
    if (method === 'chat.postMessage' && this.#isTooSoon(String(args.channel))) return 'too-soon';
    this.calls.push({ method, args });
    const whispers = this.workspace.whispers.length;
    const answer = this.workspace.call(method, args);
    const [whisper] = this.workspace.whispers.slice(whispers);
    if (whisper) for (const listener of this.#whisperListeners) listener(whisper);
    return answer;
  }

  #isTooMany(method: string): boolean {
    const most =
      method === 'chat.postMessage'
        ? this.postsPerSecond
        : (this.perMinute.get(method) ?? Infinity);
    const windowMs = method === 'chat.postMessage' ? 1_000 : 60_000;
    const now = Date.now();
    const taken = (this.#taken.get(method) ?? []).filter((at) => now - at < windowMs);
    const isOver = taken.length >= most;
    if (!isOver) taken.push(now);
    this.#taken.set(method, taken);
    return isOver;
  }

  #isTooSoon(channel: string): boolean {
    const last = this.#lastPosts.get(channel) ?? -Infinity;
    if (Date.now() - last < this.postIntervalMs) return true;
    this.#lastPosts.set(channel, Date.now());
    return false;
  }

  #respond(request: IncomingMessage, id: string, body: string, response: ServerResponse): void {
    const url = this.#responseUrls.get(id);
    if (!url || this.areResponsesRefused || url.uses >= 5 || Date.now() > url.untilMs) {
      return void response
        .writeHead(404, { 'content-type': 'application/json' })
        .end('{"ok":false,"error":"used_url"}');
    }
    url.uses += 1;
    const said = JSON.parse(body) as {
      text?: string;
      blocks?: unknown;
      response_type?: string;
      replace_original?: boolean;
    };
    const { blockRefusal: refused } = this;
    if (refused !== null && said.blocks !== undefined)
      return void response.writeHead(refused.status).end(refused.body);
    const problems = said.blocks === undefined ? [] : blockProblems(said.blocks);
    const type = request.headers['content-type'] ?? '';
    if (request.method !== 'POST' || !type.startsWith('application/json'))
      problems.push('invalid_payload: a POST of JSON is needed');
    if (said.blocks === undefined && !said.text) problems.push('no_text');
    if (said.blocks !== undefined && isTooLong(said.blocks)) problems.push('msg_blocks_too_long');
    if (!['in_channel', 'ephemeral', undefined].includes(said.response_type))
      problems.push('invalid response_type');
    if (problems.length > 0) return void response.writeHead(400).end(problems.join('; '));
    const isPublic = said.response_type === 'in_channel';
    const shown = said.blocks ? textOfBlocks(said.blocks) : (said.text ?? '');
    if (said.replace_original === true) this.responses.pop();
    this.responses.push(shown);
    url.heard(shown, isPublic);
    response.writeHead(200).end('ok');
  }
}

function findButton(blocks: readonly unknown[], label: string): Record<string, unknown> | null {
  type Row = { type?: string; elements?: Record<string, unknown>[] };
  const buttons = blocks.flatMap((block) =>
    (block as Row).type === 'actions' ? ((block as Row).elements ?? []) : [],
  );
  return (
    buttons.find((button) => (button.text as { text?: string } | undefined)?.text === label) ?? null
  );
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A message as a reader sees it. */
export function textOfMessage(message: FakeMessage): string {
  return message.blocks.length > 0 ? textOfBlocks(message.blocks) : message.text;
}

/** A fake Slack that has started. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const slack = new FakeSlack();
  await slack.start();
  return slack;
}
