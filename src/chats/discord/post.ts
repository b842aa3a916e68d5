/** Posts and edits messages: one request for one message, never a retry, every end told. */
import { DiscordAPIError, PermissionFlagsBits as Right, Routes, type REST } from 'discord.js';
import { readChannel } from '../../news/channel.ts';
import type { Outcome, Posting, Search } from '../chat.ts';
import { findDelivery } from './history.ts';
import { outcomeOf, sentAs } from './outcome.ts';
import { THREAD_NAME_MAX } from './limits.ts';
import { threadName, type DiscordPayload } from './render.ts';
import { findNotice, tellPerson, type PrivateReplies, type Teller } from './tell.ts';

/** What posting needs of a connection. */
type Desk = {
  /** the client's REST side and the bot's own user id; null before it is connected */
  readonly line: () => Line | null;
  /** how long nothing may be sent (milliseconds): too many requests were refused */
  readonly shutMs: () => number;
  /** the bot's rights in a channel as the gateway told them; null when they are not known */
  readonly rightsIn: (channelId: string) => bigint | null;
  /** longest wait for one request, its wait in the queue included; then its fate is unknown */
  readonly requestMs: number;
  /** what was shown in private and can still be changed */
  readonly replies: PrivateReplies;
};

/** A line to Discord. */
type Line = { readonly rest: Pick<REST, 'get' | 'post' | 'patch'>; readonly me: string };

type Poster = {
  post(posting: Posting): Promise<Outcome>;
  edit(posting: Posting, messageId: string): Promise<Outcome>;
  find(posting: Posting, since: number): Promise<Search>;
};

const RECONNECT_MS = 5_000;
const THREADS_REMEMBERED = 1_000;
const ARCHIVE_MINUTES = 10_080;
const THREAD_EXISTS = 160004;
const THREAD_ARCHIVED = 50083;

type Sender = Line & { readonly signal: () => AbortSignal };
type Place = { readonly channel: string; readonly lead: string | null };

/** Makes the three ways to a channel. None of them ever throws. */
export function createPoster(desk: Desk): Poster {
  /** leads whose thread is known to stand */
  const threads = new Set<string>();
  const signal = (): AbortSignal => AbortSignal.timeout(desk.requestMs);
  const teller = (line: Line): Teller => ({ ...line, ...desk });

  async function post(posting: Posting): Promise<Outcome> {
    const place = placeOf(posting);
    if (!place) return wrongChannel(posting);
    const line = desk.line();
    if (line === null || desk.shutMs() > 0) return notNow(desk.shutMs());
    const { reader } = posting;
    if (reader) return tellPerson(teller(line), reader, posting.payload as DiscordPayload);
    const closed = closedFor(desk.rightsIn(place.channel), place);
    if (closed) return closed;
    if (place.lead !== null && !threads.has(place.lead)) {
      const trouble = await openThread(
        { ...line, signal },
        { ...place, lead: place.lead },
        posting.threadName ?? threadName(posting.payload),
      );
      if (trouble) return trouble;
      if (threads.size >= THREADS_REMEMBERED) threads.clear();
      threads.add(place.lead);
    }
    try {
      const route = Routes.channelMessages(place.lead ?? place.channel);
      const options = { body: posting.payload, signal: signal() };
      return sentAs(await line.rest.post(route, options));
    } catch (error) {
      if (place.lead !== null) threads.delete(place.lead);
      return outcomeOf(error);
    }
  }

  async function edit(posting: Posting, messageId: string): Promise<Outcome> {
    const place = placeOf(posting);
    if (!place) return wrongChannel(posting);
    const line = desk.line();
    if (line === null || desk.shutMs() > 0) return notNow(desk.shutMs());
    try {
      return await change({ ...line, signal }, place, { posting, messageId });
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async function find(posting: Posting, since: number): Promise<Search> {
    const place = placeOf(posting);
    const line = desk.line();
    if (!place)
      return { kind: 'unreadable', sentence: sentenceOfChannel(posting.channel), forGood: true };
    if (line === null)
      return { kind: 'unreadable', sentence: notConnected.sentence, forGood: false };
    if (desk.shutMs() > 0) return { kind: 'unreadable', sentence: SHUT_SENTENCE, forGood: false };
    const { delivery, reader: person } = posting;
    if (person) return findNotice(teller(line), { delivery, reader: person }, since);
    const reader = { ...line, rights: desk.rightsIn(place.channel), requestMs: desk.requestMs };
    return findDelivery(reader, { ...place, delivery, since });
  }

  return { post, edit, find };
}

/** Makes sure that the lead has its thread; null when it has. Nothing is posted by this. */
async function openThread(
  { rest, signal }: Sender,
  { channel, lead }: { channel: string; lead: string },
  called: string,
): Promise<Outcome | null> {
  try {
    const name = called.slice(0, THREAD_NAME_MAX).toWellFormed();
    const body = { name, auto_archive_duration: ARCHIVE_MINUTES };
    await rest.post(Routes.threads(channel, lead), { body, signal: signal() });
    return null;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === THREAD_EXISTS) return null;
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'unknown') return outcome;
    // whether the thread was made does not matter: asking for it again does no harm
    return { kind: 'later', retryAfterMs: RECONNECT_MS, sentence: outcome.sentence };
  }
}

/** Replaces a message; a thread that has gone to sleep is woken for it. */
async function change(
  { rest, signal }: Sender,
  { channel, lead }: Place,
  { posting, messageId }: { posting: Posting; messageId: string },
): Promise<Outcome> {
  const { flags, components, allowed_mentions } = posting.payload as DiscordPayload;
  const body = { flags, components, allowed_mentions };
  const route = Routes.channelMessage(lead ?? channel, messageId);
  const patch = async (): Promise<Outcome> => {
    await rest.patch(route, { body, signal: signal() });
    return { kind: 'sent', messageId };
  };
  try {
    return await patch();
  } catch (error) {
    const sleeps = error instanceof DiscordAPIError && error.code === THREAD_ARCHIVED;
    if (!sleeps || lead === null) throw error;
    const awake = { body: { archived: false }, signal: signal() };
    try {
      await rest.patch(Routes.channel(lead), awake);
    } catch (refusal) {
      const outcome = outcomeOf(refusal);
      // only moderators wake a locked thread: that closes the thread, not the channel
      return outcome.kind === 'gone' ? { ...outcome, kind: 'refused', isClosed: true } : outcome;
    }
    return patch();
  }
}

function placeOf({ channel, lead }: Posting): Place | null {
  const parts = readChannel(channel);
  return parts?.platform === 'discord' ? { channel: parts.id, lead } : null;
}

const notConnected = {
  kind: 'later',
  retryAfterMs: RECONNECT_MS,
  sentence: 'Discord is not connected.',
  isEverywhere: true,
} as const;

const SHUT_SENTENCE =
  'Discord has refused too many requests: Wirebrief waits, so as not to be shut out. See /wire status for channels that are off.';

/** Nothing is sent: there is no line, or Discord has refused too much. */
const notNow = (shutMs: number): Outcome =>
  shutMs > 0
    ? {
        kind: 'later',
        retryAfterMs: Math.ceil(shutMs),
        sentence: SHUT_SENTENCE,
        isEverywhere: true,
      }
    : notConnected;

const sentenceOfChannel = (channel: string): string =>
  `${channel} is no Discord channel: it should look like discord:GUILD/CHANNEL.`;

const wrongChannel = ({ channel }: Posting): Outcome => ({
  kind: 'refused',
  code: 'channel',
  sentence: sentenceOfChannel(channel),
});

/** What the gateway's word on our rights already forbids: a refusal that costs no request. */
function closedFor(held: bigint | null, { lead }: Place): Outcome | null {
  if (held === null) return null;
  if ((held & Right.ViewChannel) === 0n)
    return { kind: 'gone', code: '50001', sentence: 'Wirebrief cannot see this Discord channel.' };
  const needed: readonly (readonly [bigint, string])[] =
    lead === null
      ? [[Right.SendMessages, 'Send Messages']]
      : [
          [Right.CreatePublicThreads, 'Create Public Threads'],
          [Right.SendMessagesInThreads, 'Send Messages in Threads'],
        ];
  const missing = needed.find(([right]) => (held & right) === 0n);
  if (!missing) return null;
  const sentence = `Wirebrief needs the right "${missing[1]}" in this Discord channel.`;
  return { kind: 'gone', code: '50013', sentence };
}
