/** Sends a reply back to where it was asked for: an interaction, or a message to the bot. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  DiscordAPIError,
  MessageFlags,
  Routes,
  type Message,
  type RepliableInteraction,
} from 'discord.js';
import { writeChannel } from '../../news/channel.ts';
import type { Part } from '../../news/layout.ts';
import { fingerprint } from '../../news/identity.ts';
import type { Reply } from '../../news/request.ts';
import type { Spoken } from '../chat.ts';
import { outcomeOf } from './outcome.ts';
import { orPlainly, type ToldOfLayout } from './plain.ts';
import { renderLayout, type DiscordPayload } from './render.ts';

/** Messages of one reply; more is a flood, and the rest is told of. */
const REPLY_MESSAGES_MAX = 5;

/** Unknown interaction, already acknowledged, unknown webhook, invalid webhook token. */
const UNKNOWN_INTERACTION = 10062;
const EXPIRED = [UNKNOWN_INTERACTION, 40060, 10015, 50027];
const SECOND_TRY_MS = 500;
/** Answering a message needs the right to read the history. */
const NO_HISTORY = 160002;
/** An answer in a channel that is not out by then is no longer waited for. */
const WAIT_MAX_MS = 15_000;
const TRIES_MAX = 4;

/** Whatever a person did that can be answered. */
export type Asked = RepliableInteraction;
type Body = Pick<DiscordPayload, 'components'>;
const TEXT_DISPLAY = 10;

function bodiesOf({ layout, id }: Reply): Body[] {
  const parts: readonly Part[] = renderLayout(layout, id, undefined, false);
  const bodies = parts.map((part) => ({
    components: (part.payload as DiscordPayload).components,
  }));
  if (bodies.length <= REPLY_MESSAGES_MAX) return bodies;
  const left = bodies.length - REPLY_MESSAGES_MAX + 1;
  const content = `-# ${left} more messages are left out: ask for less at once.`;
  return [
    ...bodies.slice(0, REPLY_MESSAGES_MAX - 1),
    { components: [{ type: TEXT_DISPLAY, content }] },
  ];
}

/**
 * Fills in the deferred answer; what does not fit one message follows it.
 * @returns ids of the messages
 */
export async function answerInteraction(
  interaction: Asked,
  reply: Reply,
  told: ToldOfLayout,
): Promise<string[]> {
  const bodies = bodiesOf(reply);
  // the deferred answer is private already: a public reply comes after it
  const [first, ...rest] = reply.private ? bodies : [POSTED, ...bodies];
  const messages = first ? [await fillIn(interaction, first, told)] : [];
  const hidden = reply.private ? MessageFlags.Ephemeral : 0;
  const { applicationId, token, client } = interaction;
  for (const each of rest) {
    const whole = { ...messageOf(each), flags: MessageFlags.IsComponentsV2 | hidden };
    const query = new URLSearchParams({ wait: 'true' });
    const said = await orPlainly(whole, told, (body) =>
      client.rest.post(Routes.webhook(applicationId, token), { body, query, auth: false }),
    );
    messages.push(idOf(said));
  }
  return messages;
}

/**
 * What is said, and no field more: the client's own `editReply` and `followUp` add some that Discord's
 * description of these requests does not know.
 */
const messageOf = ({ components }: Body) => ({
  components,
  flags: MessageFlags.IsComponentsV2,
  allowed_mentions: { parse: [] },
});

const idOf = (message: unknown): string => String((message as { id?: unknown } | null)?.id ?? '');

/** Filling in the deferred answer twice does no harm, so one failure is forgiven. */
async function fillIn(interaction: Asked, said: Body, told: ToldOfLayout): Promise<string> {
  const { applicationId, token, client } = interaction;
  const route = Routes.webhookMessage(applicationId, token, '@original');
  // by the interaction's token and not by ours: a refusal must not cost us that
  const fill = () =>
    orPlainly(messageOf(said), told, (body) => client.rest.patch(route, { body, auth: false }));
  try {
    return idOf(await fill());
  } catch (error) {
    if (isExpired(error) || isRefused(error)) throw error;
    await pause(SECOND_TRY_MS);
    return idOf(await fill());
  }
}

/** Whether an interaction is too old or was answered by another process: nobody's mistake. */
export function isExpired(error: unknown): boolean {
  return EXPIRED.includes(Number((error as { code?: unknown } | null)?.code));
}

/** Whether Discord knows of no such interaction, or no longer. */
export function isUnknownInteraction(error: unknown): boolean {
  return Number((error as { code?: unknown } | null)?.code) === UNKNOWN_INTERACTION;
}

/** Whether Discord said no: asking again the same way is one more invalid request. */
export function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status < 500;
}

/** Whether there is no place for an answer any more, in whatever words. */
export function isBarred(error: unknown): boolean {
  return error instanceof DiscordAPIError && [401, 403, 404].includes(error.status);
}

const POSTED: Body = { components: [{ type: TEXT_DISPLAY, content: 'Posted in this channel.' }] };

/**
 * Answers a message where it stands; a message cannot be answered privately.
 * @param heard gets what stands there so far, after each message
 */
export async function answerMessage(
  message: Message,
  reply: Reply,
  told: ToldOfLayout,
  heard: (spoken: readonly Spoken[]) => Promise<void>,
): Promise<void> {
  const spoken: Spoken[] = [];
  const channel = writeChannel({
    platform: 'discord',
    home: message.guildId ?? '',
    id: message.channelId,
  });
  // a reply that tells of no event has no id: named alike, Discord would take two for one message
  const name = reply.id === '' ? fingerprint('discord', message.id) : reply.id;
  for (const part of renderLayout(reply.layout, name).slice(0, REPLY_MESSAGES_MAX)) {
    const payload = part.payload as DiscordPayload;
    const id = await patiently(() => orPlainly(payload, told, (body) => answerTo(message, body)));
    spoken.push({ channel, messageId: id, layout: part.layout });
    await heard(spoken);
  }
}

/** Posts an answer under a message; without naming it where the channel's history is closed to us. */
async function answerTo({ id, channelId, client }: Message, body: DiscordPayload): Promise<string> {
  const route = Routes.channelMessages(channelId);
  const reference = { message_id: id, fail_if_not_exists: false };
  try {
    return idOf(await client.rest.post(route, { body: { ...body, message_reference: reference } }));
  } catch (error) {
    if (Number((error as { code?: unknown }).code) !== NO_HISTORY) throw error;
    return idOf(await client.rest.post(route, { body }));
  }
}

/** Tries again what was lost or came too fast: the nonce lets Discord take a message once only. */
async function patiently<T>(post: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await post();
    } catch (error) {
      const outcome = outcomeOf(error);
      const waitMs = outcome.kind === 'later' ? outcome.retryAfterMs : SECOND_TRY_MS;
      const mayPass = outcome.kind === 'unknown' || outcome.kind === 'later';
      if (!mayPass || waitMs > WAIT_MAX_MS || tries >= TRIES_MAX) throw error;
      await pause(waitMs);
    }
  }
}
