/** A Slack workspace in memory and the Web API methods on it, as strict as Slack or stricter. */
import { blockProblems, isTooLong, textOfBlocks } from './blocks.ts';

type FakeChannel = {
  readonly id: string;
  readonly isPrivate: boolean;
  isArchived: boolean;
  /** is the bot in it */
  hasBot: boolean;
  /** admins lock the threads that there are, or allow none */
  threads: 'open' | 'locked' | 'none';
  readonly members: string[];
};

export type FakeMessage = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly botId: string | null;
  readonly threadTs: string | null;
  text: string;
  blocks: unknown[];
  metadata: { event_type: string; event_payload: Record<string, unknown> } | null;
  isEdited: boolean;
  isDeleted: boolean;
  /** for whom it is streamed, while it is; null for a message that stands */
  streamedFor?: string | null;
};

/** Shown to one person only, and never stored by Slack. */
type Whisper = {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly threadTs: string | null;
};

export const TEAM = 'T0FAKE';
export const BOT_USER = 'U0BOT';
export const BOT_ID = 'B0BOT';
/** What an app may ask for and not be given. */
export const OPTIONAL_SCOPES = ['im:write', 'im:history'];
export const ALL_SCOPES = [
  'commands',
  'chat:write',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
  'app_mentions:read',
];

type Answer = { readonly ok: boolean; readonly error?: string } & Record<string, unknown>;
type Arguments = Readonly<Record<string, unknown>>;

const fail = (error: string, facts: Record<string, unknown> = {}): Answer => ({
  ok: false,
  error,
  ...facts,
});

type Method = {
  readonly args: Readonly<Record<string, 'text' | 'flag' | 'number' | 'json'>>;
  readonly required: readonly string[];
  /** one of these is needed */
  readonly scopes: readonly string[];
  readonly run: (workspace: Workspace, args: Arguments) => Answer;
};

const MESSAGE_ARGS = {
  channel: 'text',
  text: 'text',
  blocks: 'json',
  metadata: 'json',
  parse: 'text',
  link_names: 'flag',
  thread_ts: 'text',
} as const;
const PAGE_ARGS = {
  channel: 'text',
  cursor: 'text',
  include_all_metadata: 'flag',
  inclusive: 'flag',
  latest: 'text',
  limit: 'number',
  oldest: 'text',
} as const;
const READ_SCOPES = ['channels:read', 'groups:read'];
const HISTORY_SCOPES = ['channels:history', 'groups:history', 'im:history'];

const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': { args: {}, required: [], scopes: [], run: () => identity() },
  'chat.postMessage': {
    args: {
      ...MESSAGE_ARGS,
      unfurl_links: 'flag',
      unfurl_media: 'flag',
      mrkdwn: 'flag',
      reply_broadcast: 'flag',
    },
    required: ['channel'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.post(args),
  },
  'chat.update': {
    args: {
      channel: 'text',
      ts: 'text',
      text: 'text',
      blocks: 'json',
      metadata: 'json',
      parse: 'text',
      link_names: 'flag',
    },
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.update(args),
  },
  'chat.delete': {
    args: { channel: 'text', ts: 'text', as_user: 'flag' },
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.remove(args),
  },
  'chat.postEphemeral': {
    args: { ...MESSAGE_ARGS, user: 'text' },
    required: ['channel', 'user'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.postEphemeral(args),
  },
  'chat.startStream': {
    args: {
      channel: 'text',
      thread_ts: 'text',
      markdown_text: 'text',
      recipient_user_id: 'text',
      recipient_team_id: 'text',
    },
    required: ['channel', 'thread_ts'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.startStream(args),
  },
  'chat.appendStream': {
    args: { channel: 'text', ts: 'text', markdown_text: 'text' },
    required: ['channel', 'ts', 'markdown_text'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.appendStream(args),
  },
  'chat.stopStream': {
    args: { channel: 'text', ts: 'text', markdown_text: 'text', blocks: 'json', metadata: 'json' },
    required: ['channel', 'ts'],
    scopes: ['chat:write'],
    run: (workspace, args) => workspace.stopStream(args),
  },
  'conversations.history': {
    args: PAGE_ARGS,
    required: ['channel'],
    scopes: HISTORY_SCOPES,
    run: (workspace, args) => workspace.history(args),
  },
  'conversations.open': {
    args: { users: 'text', channel: 'text', return_im: 'flag', prevent_creation: 'flag' },
    required: [],
    scopes: ['im:write'],
    run: (workspace, args) => workspace.open(args),
  },
  'conversations.replies': {
    args: { ...PAGE_ARGS, ts: 'text' },
    required: ['channel', 'ts'],
    scopes: HISTORY_SCOPES,
    run: (workspace, args) => workspace.replies(args),
  },
  'conversations.info': {
    args: { channel: 'text', include_locale: 'flag', include_num_members: 'flag' },
    required: ['channel'],
    scopes: READ_SCOPES,
    run: (workspace, args) => workspace.info(args),
  },
  'conversations.members': {
    args: { channel: 'text', cursor: 'text', limit: 'number' },
    required: ['channel'],
    scopes: READ_SCOPES,
    run: (workspace, args) => workspace.members(args),
  },
  'users.info': {
    args: { user: 'text', include_locale: 'flag' },
    required: ['user'],
    scopes: ['users:read'],
    run: (workspace, { user }) => ({
      ok: true,
      user: {
        id: user,
        is_admin: workspace.admins.has(String(user)),
        is_owner: false,
        is_stranger: workspace.strangers.has(String(user)),
      },
    }),
  },
};

function identity(): Answer {
  return {
    ok: true,
    url: 'https://fake.slack.example/',
    team: 'Fake',
    user: 'wirebrief',
    team_id: TEAM,
    user_id: BOT_USER,
    bot_id: BOT_ID,
  };
}

export class Workspace {
  readonly channels = new Map<string, FakeChannel>();
  readonly messages: FakeMessage[] = [];
  readonly whispers: Whisper[] = [];
  readonly admins = new Set<string>();
  /** people whose id stands for a conversation with them */
  readonly people = new Set(['U0ANN', 'U0BEN']);
  /** may the app have conversations with people at all (App Home, Messages Tab) */
  hasMessagesTab = true;
  scopes: readonly string[] = [...ALL_SCOPES, ...OPTIONAL_SCOPES];
  /** Slack ends a stream by itself after some five minutes */
  streamLifeMs = 300_000;
  /** how long a message may be edited; workspaces limit it */
  editWindowMs = Infinity;
  /** metadata is kept and not shown */
  hidesMetadata = false;
  /** older messages are there and not shown, and no cursor leads to them */
  hidesHistory = false;
  /** people of other workspaces, who are in channels that are shared with theirs */
  readonly strangers = new Set<string>();
  /** the workspace lets nobody delete anything */
  keepsMessages = false;
  /** errors that the next calls of a method meet, whatever they ask */
  readonly errors = new Map<string, string[]>();
  /** the scope that a `missing_scope` among them names */
  needed: string | null = null;
  #lastMicros = 0;

  addChannel(id: string, facts: Partial<FakeChannel> = {}): FakeChannel {
    const channel = {
      id,
      isPrivate: false,
      isArchived: false,
      hasBot: true,
      threads: 'open' as const,
      members: ['U0ANN'],
      ...facts,
    };
    this.channels.set(id, channel);
    return channel;
  }

  /** Calls a method with the arguments of the request. */
  call(name: string, raw: Readonly<Record<string, unknown>>): Answer {
    const method = METHODS[name];
    if (!method) return fail('unknown_method', { req_method: name });
    const error = this.errors.get(name)?.shift();
    if (error !== undefined) return fail(error, this.needed ? { needed: this.needed } : {});
    if (method.scopes.length > 0 && !method.scopes.some((scope) => this.scopes.includes(scope))) {
      return fail('missing_scope', { needed: method.scopes[0], provided: this.scopes.join(',') });
    }
    const args: Record<string, unknown> = {};
    const problems: string[] = [];
    for (const [key, value] of Object.entries(raw)) {
      const type = method.args[key];
      if (!type) problems.push(`unknown argument ${key}`);
      else args[key] = readArgument(value, type, key, problems);
    }
    problems.push(
      ...method.required.filter((key) => args[key] === undefined).map((key) => `missing ${key}`),
    );
    if (problems.length > 0) {
      return fail('invalid_arguments', { response_metadata: { messages: problems } });
    }
    return method.run(this, args);
  }

  post(args: Arguments): Answer {
    const person = /^[UW]/.test(String(args.channel)) ? String(args.channel) : null;
    const problem =
      (person === null ? this.#refusal(args.channel) : this.#privacy(person)) ??
      messageProblem(args) ??
      this.#threadProblem(args);
    if (problem) return problem;
    const message = this.add({
      channel: person === null ? String(args.channel) : `D${person.slice(1)}`,
      user: BOT_USER,
      botId: BOT_ID,
      text: String(args.text ?? ''),
      blocks: (args.blocks as unknown[] | undefined) ?? [],
      threadTs: (args.thread_ts as string | undefined) ?? null,
      metadata: (args.metadata as FakeMessage['metadata'] | undefined) ?? null,
    });
    return { ok: true, channel: message.channel, ts: message.ts, message: shown(message, true) };
  }

  /** Puts a message in a channel, as its author would. */
  add(facts: Omit<FakeMessage, 'ts' | 'isEdited' | 'isDeleted'>): FakeMessage {
    const micros = Math.max(Date.now() * 1_000, this.#lastMicros + 1);
    this.#lastMicros = micros;
    const ts = `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    const message = { ...facts, ts, isEdited: false, isDeleted: false };
    this.messages.push(message);
    return message;
  }

  update(args: Arguments): Answer {
    const problem = this.#refusal(args.channel) ?? messageProblem(args, EDIT_TEXT_MAX);
    if (problem) return problem;
    const message = this.messages.find(
      (each) => each.ts === args.ts && each.channel === args.channel,
    );
    if (!message || message.isDeleted) return fail('message_not_found');
    if (message.botId !== BOT_ID) return fail('cant_update_message');
    if (this.#isStreaming(message)) return fail('streaming_state_conflict');
    if (Date.now() - Number(message.ts) * 1_000 > this.editWindowMs)
      return fail('edit_window_closed');
    message.text = String(args.text ?? message.text);
    message.blocks = (args.blocks as unknown[] | undefined) ?? [];
    if (args.metadata) message.metadata = args.metadata as FakeMessage['metadata'];
    message.isEdited = true;
    return { ok: true, channel: message.channel, ts: message.ts, text: message.text };
  }

  /** An app deletes what it has posted itself, however old it is. */
  remove(args: Arguments): Answer {
    const problem = this.#refusal(args.channel);
    if (problem) return problem;
    const message = this.messages.find(
      (each) => each.ts === args.ts && each.channel === args.channel,
    );
    if (!message || message.isDeleted) return fail('message_not_found');
    if (message.botId !== BOT_ID || this.keepsMessages) return fail('cant_delete_message');
    message.isDeleted = true;
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  /** A streamed message is a reply, for one person of this workspace; the others see it when it ends. */
  startStream(args: Arguments): Answer {
    const { recipient_user_id: person, recipient_team_id: team } = args;
    if (team === undefined) return fail('missing_recipient_team_id');
    if (person === undefined) return fail('missing_recipient_user_id');
    if (team !== TEAM) return fail('team_not_found');
    const isThere = this.channels.get(String(args.channel))?.members.includes(String(person));
    const problem =
      this.#refusal(args.channel) ?? markdownProblem(args) ?? this.#threadProblem(args);
    if (problem) return problem;
    if (!isThere) return fail('user_not_found');
    const message = this.add({
      channel: String(args.channel),
      user: BOT_USER,
      botId: BOT_ID,
      text: String(args.markdown_text ?? ''),
      blocks: [],
      threadTs: String(args.thread_ts),
      metadata: null,
    });
    message.streamedFor = String(person);
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  appendStream(args: Arguments): Answer {
    const message = this.#ownMessage(args);
    if ('ok' in message) return message;
    if (!this.#isStreaming(message)) return fail('message_not_in_streaming_state');
    const problem = markdownProblem(args);
    if (problem) return problem;
    message.text += String(args.markdown_text);
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  stopStream(args: Arguments): Answer {
    const message = this.#ownMessage(args);
    if ('ok' in message) return message;
    if (!this.#isStreaming(message)) return fail('message_not_in_streaming_state');
    const errors = args.blocks === undefined ? [] : blockProblems(args.blocks);
    if (errors.length > 0) return fail('invalid_blocks', { errors });
    message.text += String(args.markdown_text ?? '');
    message.blocks = (args.blocks as unknown[] | undefined) ?? [];
    if (args.metadata) message.metadata = args.metadata as FakeMessage['metadata'];
    message.streamedFor = null;
    return { ok: true, channel: message.channel, ts: message.ts, message: shown(message, true) };
  }

  #ownMessage(args: Arguments): FakeMessage | Answer {
    const { channel, ts } = args;
    const found = this.messages.find((each) => each.ts === ts && each.channel === channel);
    if (!found || found.isDeleted) return fail('message_not_found');
    return found.botId === BOT_ID ? found : fail('message_not_owned_by_app');
  }

  #isStreaming({ streamedFor, ts }: FakeMessage): boolean {
    const isOver = Date.now() - Number(ts) * 1_000 > this.streamLifeMs;
    return typeof streamedFor === 'string' && !isOver;
  }

  postEphemeral(args: Arguments): Answer {
    const problem =
      this.#refusal(args.channel) ?? messageProblem(args) ?? this.#threadProblem(args);
    if (problem) return problem;
    const user = String(args.user);
    if (!this.channels.get(String(args.channel))?.members.includes(user))
      return fail('user_not_in_channel');
    this.whispers.push({
      channel: String(args.channel),
      user,
      text: args.blocks ? textOfBlocks(args.blocks) : String(args.text),
      threadTs: (args.thread_ts as string | undefined) ?? null,
    });
    return { ok: true, message_ts: `${Date.now() / 1_000}` };
  }

  /** The conversation with one person. */
  open({ users }: Arguments): Answer {
    if (users === undefined) return fail('not_enough_users');
    const person = String(users);
    if (!this.people.has(person)) return fail('user_not_found');
    return { ok: true, channel: { id: `D${person.slice(1)}` } };
  }

  history(args: Arguments): Answer {
    const isPrivate = /^D/.test(String(args.channel));
    const problem = isPrivate
      ? this.#closedConversation(String(args.channel))
      : this.#refusal(args.channel, 'reading');
    if (problem) return problem;
    const leads = this.messages.filter(
      (each) => each.channel === args.channel && each.threadTs === null && !each.isDeleted,
    );
    return this.#page(leads.reverse(), args);
  }

  replies(args: Arguments): Answer {
    const problem = this.#refusal(args.channel, 'reading');
    if (problem) return problem;
    const thread = this.messages.filter(
      (each) => each.channel === args.channel && (each.ts === args.ts || each.threadTs === args.ts),
    );
    return thread.some((each) => each.ts === args.ts)
      ? this.#page(thread, args)
      : fail('thread_not_found');
  }

  #page(messages: readonly FakeMessage[], args: Arguments): Answer {
    const withMetadata = args.include_all_metadata === true && !this.hidesMetadata;
    const answer = page(messages, { ...args, include_all_metadata: withMetadata });
    if (!this.hidesHistory || !answer.ok) return answer;
    return { ...answer, messages: [], has_more: true, response_metadata: { next_cursor: '' } };
  }

  info(args: Arguments): Answer {
    const channel = this.channels.get(String(args.channel));
    if (!channel || (channel.isPrivate && !channel.hasBot)) return fail('channel_not_found');
    const { id, isPrivate, isArchived, hasBot } = channel;
    return {
      ok: true,
      channel: {
        id,
        name: id.toLowerCase(),
        is_private: isPrivate,
        is_archived: isArchived,
        is_member: hasBot,
      },
    };
  }

  members(args: Arguments): Answer {
    const channel = this.channels.get(String(args.channel));
    if (!channel || (channel.isPrivate && !channel.hasBot)) return fail('channel_not_found');
    const start = readCursor(args.cursor);
    const limit = Number(args.limit ?? 100);
    if (start === null) return fail('invalid_cursor');
    if (limit < 1 || limit > 1_000) return fail('invalid_limit');
    const end = start + limit;
    const next = end < channel.members.length ? cursorAt(end) : '';
    return {
      ok: true,
      members: channel.members.slice(start, end),
      response_metadata: { next_cursor: next },
    };
  }

  #refusal(id: unknown, purpose: 'writing' | 'reading' = 'writing'): Answer | null {
    const channel = this.channels.get(String(id));
    if (!channel || (channel.isPrivate && !channel.hasBot)) return fail('channel_not_found');
    if (channel.isArchived && purpose === 'writing') return fail('is_archived');
    return channel.hasBot ? null : fail('not_in_channel');
  }

  #closedConversation(id: string): Answer | null {
    if (!this.people.has(`U${id.slice(1)}`)) return fail('channel_not_found');
    const isGranted = this.scopes.includes('im:history');
    return isGranted ? null : fail('missing_scope', { needed: 'im:history' });
  }

  #privacy(person: string): Answer | null {
    if (!this.people.has(person)) return fail('channel_not_found');
    return this.hasMessagesTab ? null : fail('messages_tab_disabled');
  }

  #threadProblem(args: Arguments): Answer | null {
    if (args.thread_ts === undefined) return null;
    const { threads } = this.channels.get(String(args.channel)) ?? { threads: 'open' };
    if (threads === 'locked') return fail('restricted_action_thread_locked');
    if (threads === 'none') return fail('restricted_action_non_threadable_channel');
    const isThere = this.messages.some(
      (each) => each.ts === args.thread_ts && each.channel === args.channel && !each.isDeleted,
    );
    const isReply = this.messages.some(
      (each) => each.ts === args.thread_ts && each.threadTs !== null,
    );
    if (isReply) return fail('cannot_reply_to_message');
    return isThere ? null : fail('thread_not_found');
  }
}

function readArgument(value: unknown, type: string, key: string, problems: string[]): unknown {
  if (type === 'json' && typeof value === 'string') {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      problems.push(`${key} is not JSON`);
      return undefined;
    }
  }
  if (type === 'flag' && !['true', 'false', '1', '0'].includes(String(value)))
    problems.push(`${key} is not a flag`);
  if (type === 'number' && !/^\d+$/.test(String(value))) problems.push(`${key} is not a number`);
  if (type === 'flag') return String(value) === 'true' || String(value) === '1';
  return value;
}

/** `markdown_text` takes 12,000 characters a call, and something must be said. */
function markdownProblem({ markdown_text: text }: Arguments): Answer | null {
  if (String(text ?? '').trim() === '') return fail('no_text');
  if (String(text).length <= 12_000) return null;
  const messages = ['markdown_text is longer than 12000 characters'];
  return fail('invalid_arguments', { response_metadata: { messages } });
}

const TEXT_MAX = 40_000;
/** What an edit takes (docs.slack.dev/reference/methods/chat.update: `msg_too_long`). */
const EDIT_TEXT_MAX = 4_000;

function messageProblem(args: Arguments, most: number = TEXT_MAX): Answer | null {
  const { text, blocks, metadata } = args;
  if (text === undefined && blocks === undefined) return fail('no_text');
  if (String(text ?? '').length > most) return fail('msg_too_long');
  if (blocks !== undefined) {
    const errors = blockProblems(blocks);
    if (errors.length > 0)
      return fail('invalid_blocks', { errors, response_metadata: { messages: errors } });
    if (isTooLong(blocks)) return fail('msg_blocks_too_long');
  }
  if (metadata === undefined) return null;
  const { event_type: type, event_payload: payload, ...rest } = metadata as Record<string, unknown>;
  const isShaped =
    typeof type === 'string' &&
    /^[a-z0-9_]+$/i.test(type) &&
    typeof payload === 'object' &&
    payload !== null;
  if (!isShaped || Object.keys(rest).length > 0) return fail('invalid_metadata_format');
  // values are plain, or objects of plain values
  const isFlat = (value: unknown): boolean =>
    ['string', 'number', 'boolean'].includes(typeof value);
  const isGood = Object.values(payload as object).every(
    (value) =>
      isFlat(value) ||
      (typeof value === 'object' && value !== null && Object.values(value).every(isFlat)),
  );
  if (!isGood) return fail('invalid_metadata_schema');
  return JSON.stringify(metadata).length > 8_000 ? fail('metadata_too_large') : null;
}

function page(messages: readonly FakeMessage[], args: Arguments): Answer {
  const { oldest = '0', inclusive = false } = args;
  const first = Number(oldest);
  const inRange = messages.filter(({ ts }) =>
    inclusive ? Number(ts) >= first : Number(ts) > first,
  );
  for (const key of ['oldest', 'latest'] as const)
    if (args[key] !== undefined && !/^\d{1,10}(\.\d{1,6})?$/.test(String(args[key])))
      return fail(`invalid_ts_${key}`);
  const limit = Number(args.limit ?? 100);
  if (limit < 1 || limit > 999) return fail('invalid_limit');
  const start = readCursor(args.cursor);
  if (start === null) return fail('invalid_cursor');
  const hasMore = start + limit < inRange.length;
  return {
    ok: true,
    messages: inRange
      .slice(start, start + limit)
      .map((each) => shown(each, args.include_all_metadata === true)),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? cursorAt(start + limit) : '' },
  };
}

/** Cursors are words that only Slack understands. */
const cursorAt = (start: number): string => Buffer.from(`next:${start}`).toString('base64');

function readCursor(cursor: unknown): number | null {
  if (cursor === undefined || cursor === '') return 0;
  const match = /^next:(\d+)$/.exec(Buffer.from(String(cursor), 'base64').toString());
  return match ? Number(match[1]) : null;
}

function shown(message: FakeMessage, withMetadata: boolean): Record<string, unknown> {
  const { ts, user, botId, text, blocks, threadTs, metadata } = message;
  return {
    type: 'message',
    ts,
    user,
    text,
    blocks,
    ...(botId === null ? {} : { bot_id: botId }),
    ...(threadTs === null ? {} : { thread_ts: threadTs, parent_user_id: BOT_USER }),
    ...(withMetadata && metadata ? { metadata } : {}),
  };
}
