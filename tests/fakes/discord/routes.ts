/** The REST side of the fake Discord: what each route does, checks and refuses. */
import type { Gateway } from './gateway.ts';
import {
  checkChoices,
  checkCommands,
  checkMessage,
  COMPONENTS_V2,
  EPHEMERAL,
  refusal,
  type FormError,
} from './validate.ts';
import { RIGHTS, type FakeChannel, type FakeMessage, type Json, type World } from './world.ts';

type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly authorization: string | null;
};
export type Answer = { readonly status: number; readonly body: unknown };

class Refused extends Error {
  readonly answer: Answer;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.answer = { status, body: { code, message } };
  }
}

const TEXT_MAX_THREAD_NAME = 100;
const HISTORY_MAX = 100;
/** types of channels (Discord: Channel Types) */
const [TEXT, CATEGORY, ANNOUNCEMENT] = [0, 4, 5];

type Route = {
  readonly method: string;
  readonly pattern: RegExp;
  /** interaction routes carry their right in the address */
  readonly open?: boolean;
  readonly answer: (call: Call, parts: readonly string[]) => Answer;
};

/** Answers a call as Discord would; the faults and rate limits stand before it. */
export function createRoutes(world: World, gateway: Gateway, socketUrl: () => string) {
  const ok = (body: unknown): Answer => ({ status: 200, body });
  const empty: Answer = { status: 204, body: null };

  function channelFor(id: string, ...rights: bigint[]): FakeChannel {
    const channel = world.channels.get(id);
    if (!channel || channel.deleted) throw new Refused(404, 10003, 'Unknown Channel');
    const held = world.rightsIn(channel);
    if ((held & RIGHTS.viewChannel) === 0n) throw new Refused(403, 50001, 'Missing Access');
    if (rights.some((right) => (held & right) === 0n))
      throw new Refused(403, 50013, 'Missing Permissions');
    return channel;
  }

  function messageIn(channel: string, id: string): FakeMessage {
    const found = world.in(channel).find((each) => each.id === id);
    if (!found) throw new Refused(404, 10008, 'Unknown Message');
    return found;
  }

  /** A message that is answered must stand in the channel, unless the request says that it may not. */
  function referenceErrors(reference: unknown, channel: string): FormError[] {
    if (reference === undefined || reference === null) return [];
    const { message_id: wanted, channel_id: place, fail_if_not_exists: must } = reference as Json;
    const is = (code: string, message: string): FormError[] => [
      { path: ['message_reference'], code, message },
    ];
    if (typeof wanted !== 'string' || !/^\d{15,20}$/.test(wanted))
      return is('MESSAGE_REFERENCE_REQUIRED', 'A message must be named');
    if (place !== undefined && place !== channel)
      return is('REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL', 'Cannot reply to another channel');
    const stands = world.in(channel).some((each) => each.id === wanted);
    return stands || must === false ? [] : is('REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  }

  const form = (errors: readonly FormError[]): Answer | null =>
    errors.length > 0 ? { status: 400, body: refusal(errors) } : null;

  function json(message: FakeMessage, withNonce = false): Json {
    return {
      id: message.id,
      channel_id: message.channel,
      author: { id: message.author, username: message.author, discriminator: '0000', bot: true },
      content: message.body['content'] ?? '',
      components: message.body['components'] ?? [],
      flags: message.body['flags'] ?? 0,
      timestamp: new Date(message.createdAt).toISOString(),
      edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
      mentions: [],
      mention_roles: [],
      mention_everyone: message.pinged.everyone,
      attachments: [],
      embeds: [],
      tts: false,
      pinned: false,
      type: 0,
      ...(withNonce && message.nonce !== null ? { nonce: message.nonce } : {}),
    };
  }

  function post(call: Call, [id = '']: readonly string[]): Answer {
    const thread = world.channels.get(id)?.parent !== null;
    const channel = channelFor(id, thread ? RIGHTS.sendInThreads : RIGHTS.sendMessages);
    if (channel.locked) throw new Refused(400, 160005, 'This thread is locked');
    const partner = world.partnerIn(id);
    if (partner !== null && world.closedTo.has(partner))
      throw new Refused(403, 50007, 'Cannot send messages to this user');
    if (channel.isForum || channel.type === CATEGORY)
      throw new Refused(400, 50008, 'Cannot send messages in a non-text channel');
    const refused = form(checkMessage(call.body, 'post'));
    if (refused) return refused;
    const body = call.body as Json;
    // an answer names a message that must be read for it
    if (body['message_reference'] && (world.rightsIn(channel) & RIGHTS.readHistory) === 0n)
      throw new Refused(403, 160002, 'Cannot reply without permission to read message history');
    const wrong = form(referenceErrors(body['message_reference'], id));
    if (wrong) return wrong;
    if (isEmpty(body)) throw new Refused(400, 50006, 'Cannot send an empty message');
    const nonce = body['nonce'] === undefined ? null : String(body['nonce']);
    if (nonce !== null && body['enforce_nonce'] === true) {
      const before = world.byNonce(world.bot, nonce);
      if (before?.deleted) throw new Refused(404, 10008, 'Unknown Message');
      if (before) return ok(json(before, true));
    }
    channel.archived = false;
    const kept = { ...body, nonce: undefined, enforce_nonce: undefined };
    return ok(json(world.addMessage({ channel: id, author: world.bot, body: kept, nonce }), true));
  }

  function edit(call: Call, [channel = '', id = '']: readonly string[]): Answer {
    const place = channelFor(channel);
    const message = messageIn(channel, id);
    if (message.author !== world.bot || message.foreign)
      throw new Refused(403, 50005, 'Cannot edit a message authored by another user');
    if (place.archived) throw new Refused(400, 50083, 'Thread is archived');
    if (place.locked) throw new Refused(400, 160005, 'This thread is locked');
    if (world.blocksEdits)
      throw new Refused(400, 200000, 'Message was blocked by automatic moderation');
    return change(call, message);
  }

  /** Whoever wrote a message deletes it without a right, but in a thread that is asleep. */
  function remove(_call: Call, [channel = '', id = '']: readonly string[]): Answer {
    const place = channelFor(channel);
    const message = messageIn(channel, id);
    if (message.author !== world.bot || message.foreign)
      throw new Refused(403, 50013, 'Missing Permissions');
    if (place.archived) throw new Refused(400, 50083, 'Thread is archived');
    message.deleted = true;
    world.emit('changed');
    return empty;
  }

  function change(call: Call, message: FakeMessage): Answer {
    const refused = form(checkMessage(call.body, 'edit'));
    if (refused) return refused;
    const body = call.body as Json;
    if (isEmpty({ ...message.body, ...body }))
      throw new Refused(400, 50006, 'Cannot send an empty message');
    const lost = withoutV2(message, body);
    if (lost) return lost;
    world.editMessage(message, body);
    return ok(json(message));
  }

  /** A message of components stays one. */
  function withoutV2(message: FakeMessage, body: Json): Answer | null {
    const was = Number(message.body['flags'] ?? 0) & COMPONENTS_V2;
    const stays = body['flags'] === undefined || (Number(body['flags']) & COMPONENTS_V2) !== 0;
    if (was === 0 || stays) return null;
    return { status: 400, body: refusal([{ path: ['flags'], code: 'V2', message: 'stays V2' }]) };
  }

  function history(call: Call, [channel = '']: readonly string[]): Answer {
    const place = channelFor(channel);
    const limit = Number(call.query.get('limit') ?? 50);
    if (limit < 1 || limit > HISTORY_MAX)
      return {
        status: 400,
        body: refusal([{ path: ['limit'], code: 'MAX', message: '1 to 100' }]),
      };
    // Discord answers with nothing, not with an error, where history may not be read
    if ((world.rightsIn(place) & RIGHTS.readHistory) === 0n) return ok([]);
    const after = call.query.get('after');
    const before = call.query.get('before');
    if (after !== null && before !== null)
      return {
        status: 400,
        body: refusal([{ path: ['after'], code: 'EXCLUSIVE', message: 'after or before' }]),
      };
    const all = world
      .in(channel)
      .filter((each) => after === null || BigInt(each.id) > BigInt(after))
      .filter((each) => before === null || BigInt(each.id) < BigInt(before))
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const page = after === null ? all.slice(-limit) : all.slice(0, limit);
    return ok(page.reverse().map((each) => json(each)));
  }

  function startThread(call: Call, [channel = '', id = '']: readonly string[]): Answer {
    const place = channelFor(channel, RIGHTS.createThreads);
    if (place.parent !== null || place.isForum || ![TEXT, ANNOUNCEMENT].includes(place.type))
      throw new Refused(400, 50024, 'Cannot execute action on this channel type');
    messageIn(channel, id);
    if (world.threadsMax <= [...world.channels.values()].filter(isActiveThread).length)
      throw new Refused(400, 160006, 'Maximum number of active threads reached');
    const body = (call.body ?? {}) as Json;
    const name = String(body['name'] ?? '').trim();
    if (name.length < 1 || [...name].length > TEXT_MAX_THREAD_NAME)
      return { status: 400, body: refusal([{ path: ['name'], code: 'LENGTH', message: '1-100' }]) };
    const archive = body['auto_archive_duration'] ?? 1440;
    if (![60, 1440, 4320, 10080].includes(Number(archive)))
      return { status: 400, body: refusal([{ path: ['x'], code: 'CHOICE', message: 'archive' }]) };
    if (world.channels.has(id))
      throw new Refused(400, 160004, 'A thread has already been created for this message');
    const thread = world.addChannel(name, place.id, id);
    gateway.tell('THREAD_CREATE', { ...gateway.channelJson(thread), newly_created: true });
    world.emit('changed');
    return { status: 201, body: gateway.channelJson(thread) };
  }

  function changeThread(call: Call, [id = '']: readonly string[]): Answer {
    const thread = channelFor(id, RIGHTS.sendInThreads);
    if (thread.locked) throw new Refused(403, 50013, 'Missing Permissions');
    const body = (call.body ?? {}) as Json;
    if (typeof body['archived'] === 'boolean') thread.archived = body['archived'];
    return ok(gateway.channelJson(thread));
  }

  function callback(call: Call, [id = '', token = '']: readonly string[]): Answer {
    const interaction = world.interactions.find((each) => each.id === id && each.token === token);
    if (!interaction) throw new Refused(404, 10062, 'Unknown interaction');
    const afterMs = world.now() - interaction.createdAt;
    if (afterMs > world.options.ackMs && interaction.callback === null)
      throw new Refused(404, 10062, 'Unknown interaction');
    if (interaction.callback)
      throw new Refused(400, 40060, 'Interaction has already been acknowledged.');
    const body = call.body as { type?: number; data?: Json };
    const type = Number(body?.type);
    const data = body?.data ?? {};
    if (![4, 5, 6, 8].includes(type) || (type === 8) !== (interaction.kind === 'autocomplete'))
      return { status: 400, body: refusal([{ path: ['type'], code: 'CHOICE', message: 'type' }]) };
    if (type === 6 && interaction.kind !== 'button')
      return { status: 400, body: refusal([{ path: ['type'], code: 'CHOICE', message: 'type' }]) };
    const refused = form(type === 8 ? checkChoices(data['choices']) : []);
    if (refused) return refused;
    if (type === 4) {
      const wrong = form(checkMessage(data, 'webhook'));
      if (wrong) return wrong;
    }
    if (type === 5 && (Number(data['flags'] ?? 0) & ~EPHEMERAL) !== 0)
      return { status: 400, body: refusal([{ path: ['flags'], code: 'F', message: 'flags' }]) };
    interaction.callback = { type, data, afterMs };
    if (type === 8) interaction.choices = data['choices'] as typeof interaction.choices;
    if (type === 4 || type === 5) {
      const hidden = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0;
      const onlyFor = hidden ? interaction.person : null;
      const { channel } = interaction;
      const message = world.addMessage({ channel, author: world.bot, body: data, onlyFor });
      interaction.messages.push(message.id);
    }
    interaction.answered = type !== 5;
    world.emit('changed');
    return empty;
  }

  function interactionOf(application: string, token: string) {
    const interaction = world.interactions.find((each) => each.token === token);
    if (!interaction || application !== world.application)
      throw new Refused(404, 10015, 'Unknown Webhook');
    if (world.now() - interaction.createdAt > world.options.tokenMs)
      throw new Refused(401, 50027, 'Invalid Webhook Token');
    if (!interaction.callback) throw new Refused(404, 10015, 'Unknown Webhook');
    return interaction;
  }

  function editReply(call: Call, [app = '', token = '', id = '']: readonly string[]): Answer {
    const interaction = interactionOf(app, token);
    const wanted = id === '@original' ? interaction.messages[0] : id;
    const message = world.messages.find((each) => each.id === wanted && !each.deleted);
    if (!message) throw new Refused(404, 10008, 'Unknown Message');
    const refused = form(checkMessage(call.body, 'webhook', false));
    if (refused) return refused;
    if (isEmpty({ ...message.body, ...(call.body as Json) }))
      throw new Refused(400, 50006, 'Cannot send an empty message');
    const lost = withoutV2(message, call.body as Json);
    if (lost) return lost;
    world.editMessage(message, call.body as Json);
    interaction.answered = true;
    world.emit('changed');
    return ok(json(message));
  }

  function followUp(call: Call, [app = '', token = '']: readonly string[]): Answer {
    const interaction = interactionOf(app, token);
    const refused = form(checkMessage(call.body, 'webhook'));
    if (refused) return refused;
    const body = call.body as Json;
    if (isEmpty(body)) throw new Refused(400, 50006, 'Cannot send an empty message');
    const hidden = (Number(body['flags'] ?? 0) & EPHEMERAL) !== 0;
    const onlyFor = hidden ? interaction.person : null;
    const { channel } = interaction;
    const message = world.addMessage({ channel, author: world.bot, body, onlyFor });
    interaction.messages.push(message.id);
    world.emit('changed');
    return ok(json(message));
  }

  function deleteReply(_call: Call, [app = '', token = '']: readonly string[]): Answer {
    const interaction = interactionOf(app, token);
    const message = world.messages.find((each) => each.id === interaction.messages[0]);
    if (!message || message.deleted) throw new Refused(404, 10008, 'Unknown Message');
    message.deleted = true;
    world.emit('changed');
    return empty;
  }

  function openConversation(call: Call): Answer {
    const { recipient_id: person } = (call.body ?? {}) as Json;
    if (typeof person !== 'string' || !/^\d{15,20}$/.test(person))
      return {
        status: 400,
        body: refusal([{ path: ['recipient_id'], code: 'SNOWFLAKE', message: 'id' }]),
      };
    const { id } = world.conversation(person);
    return ok({ id, type: 1, last_message_id: null, recipients: [{ id: person }] });
  }

  function putCommands(call: Call, [app = '']: readonly string[]): Answer {
    if (app !== world.application) throw new Refused(403, 20012, 'Not your application');
    const refused = form(checkCommands(call.body));
    if (refused) return refused;
    world.commandPuts += 1;
    world.commands = (call.body as Json[]).map((each) => ({ ...each, id: world.snowflake() }));
    world.emit('changed');
    return ok(world.commands);
  }

  const bot = { id: world.bot, username: 'wirebrief', discriminator: '0000', bot: true };
  const limit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
  const routes: readonly Route[] = [
    {
      method: 'GET',
      pattern: /^\/gateway\/bot$/,
      answer: () => ok({ url: socketUrl(), shards: gateway.shards, session_start_limit: limit }),
    },
    { method: 'GET', pattern: /^\/users\/@me$/, answer: () => ok(bot) },
    { method: 'POST', pattern: /^\/users\/@me\/channels$/, answer: openConversation },
    {
      method: 'GET',
      pattern: /^\/channels\/(\d+)$/,
      answer: (_call, [id = '']) => ok(gateway.channelJson(channelFor(id))),
    },
    { method: 'PUT', pattern: /^\/applications\/(\d+)\/commands$/, answer: putCommands },
    { method: 'POST', pattern: /^\/channels\/(\d+)\/messages$/, answer: post },
    { method: 'GET', pattern: /^\/channels\/(\d+)\/messages$/, answer: history },
    { method: 'PATCH', pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/, answer: edit },
    { method: 'DELETE', pattern: /^\/channels\/(\d+)\/messages\/(\d+)$/, answer: remove },
    {
      method: 'POST',
      pattern: /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      answer: startThread,
    },
    { method: 'PATCH', pattern: /^\/channels\/(\d+)$/, answer: changeThread },
    {
      method: 'POST',
      pattern: /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      open: true,
      answer: callback,
    },
    {
      method: 'PATCH',
      pattern: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/([^/]+)$/,
      open: true,
      answer: editReply,
    },
    {
      method: 'DELETE',
      pattern: /^\/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
      open: true,
      answer: deleteReply,
    },
    { method: 'POST', pattern: /^\/webhooks\/(\d+)\/([^/]+)$/, open: true, answer: followUp },
  ];

  return (call: Call): Answer => {
    const route = routes.find(
      (each) => each.method === call.method && each.pattern.test(call.path),
    );
    if (!route) return { status: 404, body: { code: 0, message: '404: Not Found' } };
    if (!route.open && call.authorization !== `Bot ${world.options.token}`)
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    try {
      return route.answer(call, (route.pattern.exec(call.path) ?? []).slice(1));
    } catch (error) {
      if (error instanceof Refused) return error.answer;
      throw error;
    }
  };
}

const isActiveThread = (each: FakeChannel): boolean =>
  each.parent !== null && !each.archived && !each.deleted;

function isEmpty(body: Json): boolean {
  const components = body['components'];
  const content = body['content'];
  const hasContent = typeof content === 'string' && content.trim() !== '';
  return !hasContent && !(Array.isArray(components) && components.length > 0);
}
