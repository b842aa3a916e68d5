/** Posts, edits and removes messages: one request for one message, never a retry, every end told. */
import { PermissionFlagsBits as Right, Routes } from 'discord.js';
import { readChannel } from '../../news/channel.ts';
import type { Outcome, Posting, Search } from '../chat.ts';
import { findDelivery } from './history.ts';
import { outcomeOf, UNSEEN_SENTENCE } from './outcome.ts';
import { Nonces } from './nonces.ts';
import { orPlainly, type ToldOfLayout } from './plain.ts';
import type { DiscordPayload } from './render.ts';
import { codeOf, say, type Line, type Sender } from './saying.ts';
import {
  createThreads,
  lacking,
  UNKNOWN_MESSAGE,
  type ChannelStanding,
  type ThreadsDesk,
} from './threads.ts';
import { findNotice, tellPerson, type PrivateReplies } from './tell.ts';

/** What posting needs of a connection. */
type Desk = {
  /** the client's REST side and the bot's own user id; null before it is connected */
  readonly line: () => Line | null;
  /** how long nothing may be sent (milliseconds): too many requests were refused */
  readonly shutMs: () => number;
  /** longest wait for one request, its wait in the queue included; then its fate is unknown */
  readonly requestMs: number;
  /** what was shown in private and can still be changed */
  readonly replies: PrivateReplies;
  readonly toldOfLayout: ToldOfLayout;
} & ThreadsDesk;

type Poster = {
  post(posting: Posting): Promise<Outcome>;
  edit(posting: Posting, messageId: string): Promise<Outcome>;
  remove(posting: Posting, messageId: string): Promise<Outcome>;
  find(posting: Posting, since: number): Promise<Search>;
};

const RECONNECT_MS = 5_000;
const THREAD_ARCHIVED = 50083;
const UNKNOWN_CHANNEL = 10003;
const NOT_OURS = 50013;
const NO_RIGHT = {
  kind: 'refused',
  sentence: 'This Discord message is not ours to take back: remove it by hand.',
} as const;
/** An edit that Discord takes so much later waits by itself. */
const EDIT_FAR_OFF_MS = 30_000;

type Place = { readonly channel: string; readonly lead: string | null };

/** Makes the ways to a channel. None of them ever throws. */
export function createPoster(desk: Desk): Poster {
  const threads = createThreads(desk);
  const nonces = new Nonces();

  async function post(posting: Posting): Promise<Outcome> {
    const began = performance.now();
    const outcome = await postOnce(posting);
    if (outcome.kind === 'unknown') nonces.note(posting.delivery, began);
    return outcome;
  }

  async function postOnce(posting: Posting): Promise<Outcome> {
    const place = placeOf(posting);
    if (!place) return wrongChannel(posting);
    const line = desk.line();
    if (line === null || desk.shutMs() > 0) return notNow(desk.shutMs());
    const { reader } = posting;
    if (reader) return tellPerson({ ...line, ...desk }, reader, posting.payload as DiscordPayload);
    const { channel, lead } = place;
    const standing = desk.standingIn(channel);
    const sender = senderOf(line, desk);
    const payload = posting.payload as DiscordPayload;
    if (lead === null) return closedFor(standing) ?? say(sender, channel, payload);
    const under = await threads.post(sender, { channel, lead }, posting);
    if (under !== null) return under;
    // without its thread it follows in the channel, as an answer where answers are allowed
    const mayAnswer = standing !== null && (standing.rights & Right.ReadMessageHistory) !== 0n;
    const reference = { message_reference: { message_id: lead, fail_if_not_exists: false } };
    return closedFor(standing) ?? say(sender, channel, { ...payload, ...(mayAnswer && reference) });
  }

  async function find(posting: Posting, since: number): Promise<Search> {
    const place = placeOf(posting);
    const line = desk.line();
    if (!place)
      return { kind: 'unreadable', sentence: sentenceOfChannel(posting.channel), forGood: true };
    if (line === null || desk.shutMs() > 0)
      return { kind: 'unreadable', sentence: notNow(desk.shutMs()).sentence, forGood: false };
    const { delivery, reader: person } = posting;
    if (person) return findNotice({ ...line, ...desk }, { delivery, reader: person }, since);
    const rights = desk.standingIn(place.channel)?.rights ?? null;
    const reader = { ...line, rights, requestMs: desk.requestMs };
    const found = await findAnywhere(reader, { ...place, delivery, since });
    // where history is closed, Discord itself tells a message that is sent again from a new one
    if (found.kind !== 'unreadable' || !found.forGood || !nonces.isKnown(delivery)) return found;
    return { kind: 'absent' };
  }

  return {
    post,
    edit: (posting, messageId) => edit(desk, posting, messageId),
    remove: (posting, messageId) => remove(desk, posting, messageId),
    find,
  };
}

async function edit(desk: Desk, posting: Posting, messageId: string): Promise<Outcome> {
  const place = placeOf(posting);
  if (!place) return wrongChannel(posting);
  const line = desk.line();
  if (line === null || desk.shutMs() > 0) return notNow(desk.shutMs());
  const { flags, components, allowed_mentions } = posting.payload as DiscordPayload;
  const sender = senderOf(line, desk);
  const replace = (body: unknown) => (where: string) =>
    sender.rest.patch(Routes.channelMessage(where, messageId), { body, signal: sender.signal() });
  try {
    const message = { flags, components, allowed_mentions };
    const refusal = await orPlainly(message, desk.toldOfLayout, (body) =>
      whereItStands(sender, place, replace(body)),
    );
    return refusal ?? { kind: 'sent', messageId };
  } catch (error) {
    return editOutcome(error);
  }
}

async function remove(desk: Desk, posting: Posting, messageId: string): Promise<Outcome> {
  const place = placeOf(posting);
  if (!place) return wrongChannel(posting);
  const line = desk.line();
  if (line === null || desk.shutMs() > 0) return notNow(desk.shutMs());
  const sender = senderOf(line, desk);
  const erase: Act = (where) =>
    sender.rest.delete(Routes.channelMessage(where, messageId), { signal: sender.signal() });
  try {
    return (await whereItStands(sender, place, erase)) ?? { kind: 'sent', messageId };
  } catch (error) {
    if (codeOf(error) === UNKNOWN_MESSAGE) return { kind: 'sent', messageId };
    // what is ours goes without a right: it is another application's, and the channel is not closed
    if (codeOf(error) === NOT_OURS) return { ...NO_RIGHT, code: String(NOT_OURS) };
    return editOutcome(error);
  }
}

function senderOf(line: Line, { requestMs, toldOfLayout }: Desk): Sender {
  return { ...line, toldOfLayout, signal: () => AbortSignal.timeout(requestMs) };
}

/** Looks in the lead's thread, and in the channel, where it stands when no thread was to be had. */
async function findAnywhere(...[reader, wanted]: Parameters<typeof findDelivery>): Promise<Search> {
  const found = await findDelivery(reader, wanted);
  if (wanted.lead === null || found.kind !== 'absent') return found;
  return findDelivery(reader, { ...wanted, lead: null });
}

/** Does something to a message in the channel or thread where it stands. Throws what Discord refuses. */
type Act = (where: string) => Promise<unknown>;

/** Acts where a message stands: in the lead's thread, or in the channel where that was closed. */
async function whereItStands(sender: Sender, place: Place, act: Act): Promise<Outcome | null> {
  const { channel, lead } = place;
  if (lead === null) return awake(sender, channel, act);
  try {
    return await awake(sender, lead, act);
  } catch (error) {
    if (![UNKNOWN_CHANNEL, UNKNOWN_MESSAGE].includes(codeOf(error) ?? 0)) throw error;
    return awake(sender, channel, act);
  }
}

/** Acts in a thread that is woken for it where it has gone to sleep; the outcome when it cannot be. */
async function awake(sender: Sender, where: string, act: Act): Promise<Outcome | null> {
  try {
    await act(where);
    return null;
  } catch (error) {
    if (codeOf(error) !== THREAD_ARCHIVED) throw error;
  }
  try {
    const body = { archived: false };
    await sender.rest.patch(Routes.channel(where), { body, signal: sender.signal() });
  } catch (refusal) {
    const outcome = outcomeOf(refusal);
    // only moderators wake a locked thread: that closes the thread, not the channel
    return outcome.kind === 'gone' ? { ...outcome, kind: 'refused', isClosed: true } : outcome;
  }
  await act(where);
  return null;
}

/** What an edit that was not made comes to. */
function editOutcome(error: unknown): Outcome {
  const outcome = outcomeOf(error);
  // edits have a limit of their own, and a narrow one for old messages: what is posted goes on
  const isFarOff = outcome.kind === 'later' && outcome.retryAfterMs >= EDIT_FAR_OFF_MS;
  return isFarOff && outcome.isLimited && !outcome.isEverywhere
    ? { ...outcome, isForThisAlone: true }
    : outcome;
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
const notNow = (shutMs: number): Extract<Outcome, { kind: 'later' }> =>
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
function closedFor(standing: ChannelStanding | null): Outcome | null {
  if (standing === null) return null;
  const { rights, isThread } = standing;
  if ((rights & Right.ViewChannel) === 0n)
    return { kind: 'gone', code: '50001', sentence: UNSEEN_SENTENCE };
  const [right, name] = isThread
    ? ([Right.SendMessagesInThreads, 'Send Messages in Threads'] as const)
    : ([Right.SendMessages, 'Send Messages'] as const);
  return (rights & right) === 0n ? lacking(name) : null;
}
