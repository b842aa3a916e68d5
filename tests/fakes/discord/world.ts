/** What the fake Discord remembers: guilds, channels, messages, people, interactions. */
import { EventEmitter } from 'node:events';
import { pingsIn, readMarkdown } from './markdown.ts';

export type Json = Record<string, unknown>;
const EPOCH = 1_420_070_400_000;
const NONCE_LIFE_MS = 5 * 60_000;

/** Rights by their bit (Discord: Permissions). */
export const RIGHTS = {
  manageChannels: 1n << 4n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  createThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;
export const EVERY_RIGHT = Object.values(RIGHTS).reduce((sum, each) => sum | each, 0n);

export type FakeMessage = {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  readonly nonce: string | null;
  readonly createdAt: number;
  body: Json;
  editedAt: number | null;
  /** whom it pinged, by allowed_mentions as the request gave them */
  pinged: { everyone: boolean; users: readonly string[]; roles: readonly string[] };
  /** only this person sees it; null for everybody */
  onlyFor: string | null;
  deleted: boolean;
  /** as if another had written it: it may be read and not be edited */
  foreign?: boolean;
};

export type FakeChannel = {
  readonly id: string;
  readonly guild: string;
  readonly name: string;
  readonly parent: string | null;
  botRights: bigint;
  archived: boolean;
  locked: boolean;
  deleted: boolean;
  /** takes no messages itself: its threads are its posts */
  isForum: boolean;
  /** 0 text, 2 voice, 4 category, 5 announcements, 13 stage; threads follow their parents */
  type: number;
};

export type FakeInteraction = {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly channel: string;
  readonly person: string;
  readonly kind: 'command' | 'autocomplete' | 'button';
  /** how it was first answered: callback type, data, milliseconds after it was created */
  callback: { type: number; data: Json; afterMs: number } | null;
  /** message ids, `@original` first */
  readonly messages: string[];
  /** false while "thinking" */
  answered: boolean;
  /** suggested choices of an autocompletion */
  choices: readonly { name: string; value: string }[];
};

type WorldOptions = {
  readonly token: string;
  /** 3 s for the first answer, 15 min for the token, unless a test shortens them */
  readonly ackMs: number;
  readonly tokenMs: number;
};

/** The state of the fake; `changed` is emitted after every change, so that a test can await one. */
export class World extends EventEmitter {
  readonly options: WorldOptions;
  readonly application = '900000000000000001';
  readonly bot = '900000000000000001';
  readonly guild = '900000000000000010';
  readonly channels = new Map<string, FakeChannel>();
  readonly messages: FakeMessage[] = [];
  readonly interactions: FakeInteraction[] = [];
  commands: unknown[] = [];
  /** active threads that a server may have */
  threadsMax = 1_000;
  /** times that the command list was replaced */
  commandPuts = 0;
  /** 401, 403 and 429 answers: Discord bans an address after 10,000 in ten minutes */
  invalidRequests = 0;
  #aheadMs = 0;
  #last = 0n;
  /** AutoMod blocks every edit */
  blocksEdits = false;

  constructor(options: WorldOptions) {
    super();
    this.setMaxListeners(0);
    this.options = options;
    this.addChannel('general');
  }

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  /** Moves the fake's clock on, to let nonces and tokens expire. */
  advance(ms: number): void {
    this.#aheadMs += ms;
  }

  snowflake(): string {
    const id = BigInt(this.now() - EPOCH) << 22n;
    this.#last = id > this.#last ? id : this.#last + 1n;
    return String(this.#last);
  }

  addChannel(name: string, parent: string | null = null, id = this.snowflake()): FakeChannel {
    const botRights = parent === null ? EVERY_RIGHT : 0n;
    const base = { id, guild: this.guild, name, parent, botRights };
    const kind = { isForum: false, type: 0 };
    const channel = { ...base, ...kind, archived: false, locked: false, deleted: false };
    this.channels.set(id, channel);
    return channel;
  }

  /** the channel a test uses when it names none */
  get general(): FakeChannel {
    return [...this.channels.values()][0] as FakeChannel;
  }

  /** people who take no direct messages from applications */
  readonly closedTo = new Set<string>();
  readonly #conversations = new Map<string, FakeChannel>();

  /** The conversation of the bot with a person, opened when there is none. */
  conversation(person: string): FakeChannel {
    const known = this.#conversations.get(person) ?? this.addChannel(`with-${person}`);
    this.#conversations.set(person, known);
    return known;
  }

  /** Whose conversation with the bot a channel is; null for a channel of the guild. */
  partnerIn(channel: string): string | null {
    return [...this.#conversations].find(([, { id }]) => id === channel)?.[0] ?? null;
  }

  rightsIn(channel: FakeChannel): bigint {
    const parent = channel.parent === null ? null : this.channels.get(channel.parent);
    return parent ? parent.botRights : channel.botRights;
  }

  /** Stores a message and tells of it. */
  addMessage(given: {
    channel: string;
    author: string;
    body: Json;
    nonce?: string | null;
    onlyFor?: string | null;
    id?: string;
  }): FakeMessage {
    const message: FakeMessage = {
      id: given.id ?? this.snowflake(),
      channel: given.channel,
      author: given.author,
      nonce: given.nonce ?? null,
      createdAt: this.now(),
      body: given.body,
      editedAt: null,
      pinged: this.#pings(given.body),
      onlyFor: given.onlyFor ?? null,
      deleted: false,
    };
    this.messages.push(message);
    this.emit('changed');
    return message;
  }

  editMessage(message: FakeMessage, body: Json): void {
    message.body = { ...message.body, ...body };
    message.editedAt = this.now();
    message.pinged = this.#pings(message.body);
    this.emit('changed');
  }

  /** The message that an enforced nonce stands for, while Discord remembers it. */
  byNonce(author: string, nonce: string): FakeMessage | undefined {
    const oldest = this.now() - NONCE_LIFE_MS;
    return this.messages.find(
      (each) => each.nonce === nonce && each.author === author && each.createdAt >= oldest,
    );
  }

  #pings(body: Json): FakeMessage['pinged'] {
    const asked = pingsIn(textsOf(body).join('\n'));
    const allowed = body['allowed_mentions'] as Json | undefined;
    if (!allowed) return asked;
    const parse = (allowed['parse'] ?? []) as string[];
    const named = (key: string) => (allowed[key] ?? []) as string[];
    const kept = (key: string, ids: string[]) =>
      parse.includes(key) ? ids : ids.filter((id) => named(key).includes(id));
    return {
      everyone: asked.everyone && parse.includes('everyone'),
      users: kept('users', asked.users),
      roles: kept('roles', asked.roles),
    };
  }

  /** The messages that stand in a channel, oldest first. */
  in(channel: string): FakeMessage[] {
    return this.messages.filter((each) => each.channel === channel && !each.deleted);
  }

  /** What a reader of a message sees: plain text, button labels, and what of it took effect. */
  seen(message: FakeMessage) {
    const readings = textsOf(message.body).map(readMarkdown);
    return {
      text: readings.map((each) => each.text).join('\n'),
      effects: readings.flatMap((each) => each.effects),
      buttons: buttonsOf(message.body),
      pinged: message.pinged,
    };
  }

  /** Resolves when the condition holds; rejects after the time. */
  async until(condition: () => boolean, timeoutMs = 5_000): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error('The fake waited in vain for a change');
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          this.off('changed', done);
          resolve();
        };
        const timer = setTimeout(done, left);
        this.on('changed', done);
      });
    }
  }
}

function walk(value: unknown, visit: (component: Json) => void): void {
  if (Array.isArray(value)) return value.forEach((each) => walk(each, visit));
  if (typeof value !== 'object' || value === null) return;
  visit(value as Json);
  walk((value as Json)['components'], visit);
  walk((value as Json)['accessory'], visit);
}

/** Every text of a message body, in order. */
export function textsOf(body: Json): string[] {
  const texts = typeof body['content'] === 'string' ? [body['content']] : [];
  walk(body['components'], (each) => {
    if (each['type'] === 10) texts.push(String(each['content']));
  });
  return texts;
}

/** Every button of a message body, in order. */
export function buttonsOf(body: Json): { label: string; customId: string; disabled: boolean }[] {
  const buttons: { label: string; customId: string; disabled: boolean }[] = [];
  walk(body['components'], (each) => {
    if (each['type'] !== 2) return;
    const customId = String(each['custom_id'] ?? '');
    buttons.push({ label: String(each['label']), customId, disabled: each['disabled'] === true });
  });
  return buttons;
}
