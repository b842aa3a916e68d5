/** The fake's gateway: hello, identify, READY, guilds, heartbeats, resume, and its bad days. */
import type { Server } from 'node:http';
import { WebSocketServer, type WebSocket } from 'ws';
import { RIGHTS, type FakeChannel, type Json, type World } from './world.ts';

type Session = {
  readonly id: string;
  /** which of the shards; the fake's only server is on the first */
  readonly shard: number;
  sequence: number;
  readonly events: Json[];
  valid: boolean;
};

const BOT_ROLE = '900000000000000011';

function read(raw: Buffer): { op: number; d: Json } | null {
  if (raw.length > 4_096) return null;
  try {
    const { op, d } = JSON.parse(raw.toString()) as { op?: unknown; d?: unknown };
    return typeof op === 'number' ? { op, d: (d ?? {}) as Json } : null;
  } catch {
    return null;
  }
}

export class Gateway {
  readonly #world: World;
  readonly #url: () => string;
  readonly #sockets = new Map<WebSocket, Session | null>();
  readonly #sessions = new Map<string, Session>();
  /** op 2 and op 6 that were taken, for tests of reconnecting */
  identifies = 0;
  resumes = 0;
  intents = 0;
  /** how many shards the bot has to open */
  shards = 1;
  heartbeatMs = 41_250;
  /** takes heartbeats and acknowledges none, as a line does that is dead in one direction */
  isDeafToHeartbeats = false;
  /** greets nobody and answers nothing */
  isMute = false;
  /** close code for the next identify: 4014 for intents that are not allowed */
  refuseIdentify: number | null = null;
  readonly #server: WebSocketServer;

  constructor(world: World, http: Server, url: () => string) {
    this.#world = world;
    this.#url = url;
    this.#server = new WebSocketServer({ server: http });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  get connections(): number {
    return this.#sockets.size;
  }

  #greet(socket: WebSocket): void {
    this.#sockets.set(socket, null);
    if (this.isMute) return void socket.on('close', () => this.#sockets.delete(socket));
    const send = (payload: Json) => socket.send(JSON.stringify(payload));
    send({ op: 10, t: null, s: null, d: { heartbeat_interval: this.heartbeatMs } });
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#world.emit('changed');
    });
    let count = 0;
    socket.on('message', (raw: Buffer) => {
      const message = read(raw);
      if (message === null) return socket.close(4002, 'Error while decoding payload.');
      if ((count += 1) > 120) return socket.close(4008, 'You are being rate limited.');
      const { op, d } = message;
      const session = this.#sockets.get(socket) ?? null;
      if (![1, 2, 3, 4, 6, 8].includes(op)) return socket.close(4001, 'Unknown opcode.');
      if (session !== null && (op === 2 || op === 6))
        return socket.close(4005, 'Already authenticated.');
      if (session === null && ![1, 2, 6].includes(op))
        return socket.close(4003, 'Not authenticated.');
      if (op === 1 && this.isDeafToHeartbeats) return;
      if (op === 1) send({ op: 11, t: null, s: null, d: null });
      else if (op === 2) this.#identify(socket, d);
      else if (op === 6) this.#resume(socket, d);
    });
  }

  #identify(socket: WebSocket, d: Json): void {
    if (d['token'] !== this.#world.options.token)
      return socket.close(4004, 'Authentication failed');
    const { os, browser, device } = (d['properties'] ?? {}) as Json;
    if ([os, browser, device].some((each) => typeof each !== 'string'))
      return socket.close(4002, 'Error while decoding payload.');
    const intents = Number(d['intents']);
    if (!Number.isSafeInteger(intents) || intents < 0 || intents >= 1 << 26)
      return socket.close(4013, 'Invalid intent(s).');
    const shard = (d['shard'] ?? [0, 1]) as unknown[];
    const index = Number(shard[0]);
    if (shard[1] !== this.shards) return socket.close(4011, 'Sharding required');
    if (!(index >= 0 && index < this.shards)) return socket.close(4010, 'Invalid shard');
    if (this.refuseIdentify !== null) return socket.close(this.refuseIdentify, 'refused');
    this.identifies += 1;
    this.intents = intents;
    const session: Session = {
      id: `session-${this.identifies}`,
      shard: index,
      sequence: 0,
      events: [],
      valid: true,
    };
    this.#sessions.set(session.id, session);
    this.#sockets.set(socket, session);
    const world = this.#world;
    this.#dispatch(socket, session, 'READY', {
      v: 10,
      user: {
        id: world.bot,
        username: 'wirebrief',
        discriminator: '0000',
        bot: true,
        avatar: null,
      },
      guilds: index === 0 ? [{ id: world.guild, unavailable: true }] : [],
      session_id: session.id,
      resume_gateway_url: this.#url(),
      shard: d['shard'],
      application: { id: world.application, flags: 0 },
    });
    if (index === 0) this.#dispatch(socket, session, 'GUILD_CREATE', this.#guild());
    world.emit('changed');
  }

  #resume(socket: WebSocket, d: Json): void {
    if (d['token'] !== this.#world.options.token)
      return socket.close(4004, 'Authentication failed');
    const session = this.#sessions.get(String(d['session_id']));
    if (session && Number(d['seq']) > session.sequence) return socket.close(4007, 'Invalid seq.');
    if (!session?.valid) {
      socket.send(JSON.stringify({ op: 9, t: null, s: null, d: false }));
      return;
    }
    this.resumes += 1;
    this.#sockets.set(socket, session);
    const missed = session.events.filter((event) => Number(event['s']) > Number(d['seq']));
    for (const event of missed) socket.send(JSON.stringify(event));
    this.#dispatch(socket, session, 'RESUMED', {});
    this.#world.emit('changed');
  }

  #dispatch(socket: WebSocket | null, session: Session, name: string, data: unknown): void {
    session.sequence += 1;
    const event = { op: 0, t: name, s: session.sequence, d: data };
    session.events.push(event);
    socket?.send(JSON.stringify(event));
  }

  /** Sends an event to every session; one that is cut off gets it when it resumes. */
  tell(name: string, data: unknown): void {
    const live = new Map([...this.#sockets].map(([socket, session]) => [session, socket]));
    for (const session of this.#sessions.values())
      if (session.valid && session.shard === 0)
        this.#dispatch(live.get(session) ?? null, session, name, data);
  }

  tellChannel(channel: FakeChannel): void {
    const thread = channel.parent !== null;
    const event = channel.deleted ? 'DELETE' : 'UPDATE';
    this.tell(`${thread ? 'THREAD' : 'CHANNEL'}_${event}`, this.channelJson(channel));
  }

  /** Drops the connections; a client resumes. Code 4000 asks for that, 1000 for a new session. */
  cut(code = 4000): void {
    for (const socket of this.#sockets.keys()) socket.close(code);
  }

  /** Breaks the connections without a word, as a lost network does. */
  lose(): void {
    for (const socket of this.#sockets.keys()) socket.terminate();
  }

  /** Tells the client to reconnect (op 7). */
  askToReconnect(): void {
    for (const socket of this.#sockets.keys())
      socket.send(JSON.stringify({ op: 7, t: null, s: null, d: null }));
  }

  /** Ends the sessions (op 9): the client has to identify anew. */
  invalidate(): void {
    for (const session of this.#sessions.values()) session.valid = false;
    for (const socket of this.#sockets.keys())
      socket.send(JSON.stringify({ op: 9, t: null, s: null, d: false }));
  }

  channelJson(channel: FakeChannel): Json {
    const denied = Object.values(RIGHTS)
      .filter((right) => (channel.botRights & right) === 0n)
      .reduce((sum, each) => sum | each, 0n);
    const overwrite = { id: BOT_ROLE, type: 0, allow: '0', deny: String(denied) };
    const base = { id: channel.id, guild_id: channel.guild, name: channel.name };
    return channel.parent === null
      ? {
          ...base,
          type: channel.isForum ? 15 : channel.type,
          position: 0,
          parent_id: null,
          permission_overwrites: [overwrite],
        }
      : {
          ...base,
          type: this.#world.channels.get(channel.parent)?.type === 5 ? 10 : 11,
          parent_id: channel.parent,
          owner_id: this.#world.bot,
          thread_metadata: {
            archived: channel.archived,
            locked: channel.locked,
            auto_archive_duration: 1440,
            archive_timestamp: new Date(this.#world.now()).toISOString(),
          },
        };
  }

  #guild(): Json {
    const { guild, bot, channels } = this.#world;
    const every = Object.values(RIGHTS).reduce((sum, each) => sum | each, 0n);
    const all = [...channels.values()].filter((each) => !each.deleted);
    const role = { color: 0, hoist: false, position: 1, managed: false, mentionable: false };
    return {
      id: guild,
      name: 'Newsroom',
      owner_id: '900000000000000099',
      roles: [
        { ...role, id: guild, name: '@everyone', permissions: '0' },
        { ...role, id: BOT_ROLE, name: 'Wirebrief', permissions: String(every) },
      ],
      channels: all.filter((each) => each.parent === null).map((each) => this.channelJson(each)),
      threads: all.filter((each) => each.parent !== null).map((each) => this.channelJson(each)),
      members: [
        {
          user: { id: bot, username: 'wirebrief', discriminator: '0000', bot: true },
          roles: [BOT_ROLE],
          joined_at: '2026-01-01T00:00:00.000Z',
          deaf: false,
          mute: false,
          flags: 0,
        },
      ],
      member_count: 2,
      emojis: [],
      stickers: [],
      features: [],
      presences: [],
      voice_states: [],
      stage_instances: [],
      guild_scheduled_events: [],
      joined_at: '2026-01-01T00:00:00.000Z',
      large: false,
      unavailable: false,
      premium_tier: 0,
      preferred_locale: 'en-US',
    };
  }

  async stop(): Promise<void> {
    this.lose();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
