/** Posts, replaces, removes and finds messages. One try a call: what follows is the ledger's business. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError, WebClient, type Logger } from '@slack/web-api';
import { readChannel } from '../../news/channel.ts';
import type { Outcome, Posting, Reader, Search } from '../chat.ts';
import { isAnswered, outcomeOf } from './outcome.ts';
import { EDIT_TEXT_MAX, orPlainly, withoutBlocks, type ToldOfBlocks } from './plain.ts';
import { DELIVERY_EVENT, type SlackPayload } from './render.ts';
import { tellPerson } from './tell.ts';
import { NotYet, type Calls } from './tiers.ts';

/** Where and as whom Slack is called. */
export type ClientSettings = {
  readonly botToken: string;
  /** another address than Slack's own, for tests; null for Slack */
  readonly apiUrl: string | null;
  /** a call is given up after this */
  readonly timeoutMs: number;
};

/**
 * A client that never repeats a call: web-api's own retries turn two failures into three messages,
 * and without `rejectRateLimitedCalls` one 429 stops the whole queue.
 */
export function createClient(settings: ClientSettings, logger: Logger): WebClient {
  return new WebClient(settings.botToken, {
    ...clientOptions(settings),
    logger,
  });
}

/** Options of every client that we make or let Bolt make. */
export function clientOptions(settings: Pick<ClientSettings, 'apiUrl' | 'timeoutMs'>) {
  return {
    ...(settings.apiUrl === null ? {} : { slackApiUrl: settings.apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: settings.timeoutMs,
    fetch: fetchWhole,
  };
}

/** web-api 8 cuts a Retry-After of 1.5 seconds to one, which is too soon again. */
async function fetchWhole(url: string | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const after = Number(response.headers.get('retry-after'));
  if (response.status !== 429 || !(after > 0) || Number.isInteger(after)) return response;
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(Math.ceil(after)));
  return new Response(response.body, { status, statusText, headers });
}

const WRONG_CHANNEL = {
  kind: 'gone',
  code: 'channel_not_found',
  sentence: 'This is no Slack channel: it must look like slack:T0AB/C012AB3CD.',
} as const;

/** Slack's id of a channel; null when the channel string is of another platform. */
function slackId(channel: string): string | null {
  const parts = readChannel(channel);
  return parts?.platform === 'slack' ? parts.id : null;
}

/** Posts one message once; as text alone when Slack refuses its blocks, which `told` hears of. */
export async function postMessage(
  calls: Calls,
  posting: Posting,
  told: ToldOfBlocks,
): Promise<Outcome> {
  const channel = slackId(posting.channel);
  if (channel === null) return WRONG_CHANNEL;
  const payload = posting.payload as SlackPayload;
  if (posting.reader) {
    const { reader, isAgain = false } = posting;
    return tellPerson(calls, channel, { ...reader, isAgain }, payload);
  }
  const thread = posting.lead === null ? {} : { thread_ts: posting.lead };
  const post = (body: Partial<SlackPayload>): Promise<Outcome> =>
    send(calls, 'chat.postMessage', { ...body, ...thread, channel });
  const outcome = await orPlainly(await post(payload), told, () => post(withoutBlocks(payload)));
  // a channel without threads is open for all else
  const isThreadless = outcome.kind === 'gone' && outcome.code.includes('non_threadable');
  return isThreadless && posting.lead !== null ? { ...outcome, kind: 'refused' } : outcome;
}

/** An edit whose turn is later goes back to the ledger, which knows what is more urgent. */
const EDIT_WAIT_MS = 1_000;

/** Replaces a message. The metadata goes along: the message must be found afterwards too. */
export async function editMessage(
  calls: Calls,
  posting: Posting,
  messageId: string,
  told: ToldOfBlocks,
): Promise<Outcome> {
  const channel = slackId(posting.channel);
  if (channel === null) return WRONG_CHANNEL;
  const edit = ({ text, blocks, metadata }: SlackPayload): Promise<Outcome> => {
    const body = { channel, ts: messageId, text, blocks, metadata };
    const asIs = { parse: 'none', link_names: false };
    return send(calls, 'chat.update', { ...body, ...asIs }, EDIT_WAIT_MS);
  };
  const payload = posting.payload as SlackPayload;
  const outcome = await orPlainly(await edit(payload), told, () =>
    edit({ ...withoutBlocks(payload, EDIT_TEXT_MAX), blocks: [] }),
  );
  if (outcome.kind !== 'refused') return outcome;
  return { ...outcome, isClosed: MISSING.has(outcome.code) };
}

/** Deletes a message of ours (docs.slack.dev/reference/methods/chat.delete). */
export async function removeMessage(
  calls: Calls,
  posting: Posting,
  messageId: string,
): Promise<Outcome> {
  const channel = slackId(posting.channel);
  if (channel === null) return WRONG_CHANNEL;
  try {
    await calls.call('chat.delete', { channel, ts: messageId }, EDIT_WAIT_MS);
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'refused' || !MISSING.has(outcome.code)) return outcome;
  }
  return { kind: 'sent', messageId };
}

/** The message was deleted: what is said now is said in the channel. */
const MISSING = new Set(['message_not_found', 'msg_not_found', 'thread_not_found']);

async function send(
  calls: Calls,
  method: string,
  body: Record<string, unknown>,
  waitMaxMs?: number,
): Promise<Outcome> {
  try {
    const { ts } = (await calls.call(method, body, waitMaxMs)) as { ts?: unknown };
    return typeof ts === 'string'
      ? { kind: 'sent', messageId: ts }
      : { kind: 'unknown', sentence: 'Slack took the message and did not name it.' };
  } catch (error) {
    return outcomeOf(error);
  }
}

type HistoryMessage = {
  readonly ts?: string;
  readonly bot_id?: string;
  readonly metadata?: {
    readonly event_type?: string;
    readonly event_payload?: { readonly delivery_id?: unknown };
  };
};
type HistoryPage = {
  readonly messages?: readonly HistoryMessage[];
  readonly has_more?: boolean;
  readonly response_metadata?: { readonly next_cursor?: string };
};

const PAGE_SIZE = 200;
const PAGES_MAX = 25;
/** Slack's clock stamps the messages, ours says since when. */
const CLOCK_SKEW_MS = 120_000;
/** The newsroom's clock may have been set back or be another than the machine's (a rehearsal). */
const LOOK_BACK_MS = 2 * 3_600_000;

/**
 * Looks for a posting in the channel's history, or in its thread, by the delivery id in the
 * metadata of our own messages (docs.slack.dev/messaging/message-metadata).
 * @param since epoch milliseconds
 * @param botId our own bot, as `auth.test` names it; null to look at any
 */
export async function findMessage(
  calls: Calls,
  posting: Posting,
  since: number,
  botId: string | null,
): Promise<Search> {
  const channel = slackId(posting.channel);
  if (channel === null)
    return { kind: 'unreadable', sentence: WRONG_CHANNEL.sentence, forGood: true };
  try {
    const place = posting.reader ? await conversationWith(calls, posting.reader) : channel;
    return await lookThrough(calls, { ...posting, channel: place }, since, botId);
  } catch (error) {
    return searchOf(error);
  }
}

/**
 * The conversation with a person, whose id stands for it where something is posted but not where
 * something is read. It takes the scope im:write, and im:history to read it: both may be left out, and
 * then a notice of unknown fate is not sent again.
 * @throws what the client throws
 */
async function conversationWith(calls: Calls, { person }: Reader): Promise<string> {
  const opened = (await calls.call('conversations.open', { users: person })) as {
    channel?: { id?: unknown };
  };
  return String(opened.channel?.id ?? '');
}

/** @throws what the client throws */
async function lookThrough(
  calls: Calls,
  { channel, lead, delivery }: Pick<Posting, 'channel' | 'lead' | 'delivery'>,
  since: number,
  botId: string | null,
): Promise<Search> {
  const earliest = Math.min(since - CLOCK_SKEW_MS, Date.now() - LOOK_BACK_MS);
  const oldest = (Math.max(0, earliest) / 1_000).toFixed(6);
  const where = lead === null ? {} : { ts: lead };
  const method = lead === null ? 'conversations.history' : 'conversations.replies';
  const common = { channel, oldest, inclusive: true, include_all_metadata: true, ...where };
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { ...common, limit: PAGE_SIZE, ...(cursor === '' ? {} : { cursor }) };
    const { messages = [], response_metadata } = await readPage(calls, method, query);
    const found = messages.find((message) => isOurs(message, delivery, botId));
    if (found?.ts !== undefined) return { kind: 'found', messageId: found.ts };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor === '') return { kind: 'absent' };
  }
  const sentence = 'The channel has too many messages to look through.';
  return { kind: 'unreadable', sentence, forGood: true };
}

function isOurs(message: HistoryMessage, delivery: string, botId: string | null): boolean {
  const { bot_id: author, metadata } = message;
  if (botId !== null && author !== undefined && author !== botId) return false;
  return (
    metadata?.event_type === DELIVERY_EVENT && metadata.event_payload?.delivery_id === delivery
  );
}

const READS_MAX = 3;
const READ_PAUSE_MS = 250;
const READ_PAUSE_MAX_MS = 5_000;

/** Reading changes nothing, so a page is asked for again when Slack is busy or breaks off. */
async function readPage(
  calls: Calls,
  method: string,
  query: Record<string, unknown>,
): Promise<HistoryPage> {
  for (let read = 1; ; read += 1) {
    try {
      return (await calls.call(method, query)) as HistoryPage;
    } catch (error) {
      if (read >= READS_MAX || isAnswered(error)) throw error;
      if (error instanceof NotYet && error.waitMs > READ_PAUSE_MAX_MS) throw error;
      await pause(error instanceof NotYet ? error.waitMs : READ_PAUSE_MS * read);
    }
  }
}

function searchOf(error: unknown): Search {
  if (error instanceof WebAPIPlatformError) {
    // the thread's lead was deleted, and its replies went with it
    if (error.data.error === 'thread_not_found') return { kind: 'absent' };
  }
  const outcome = outcomeOf(error);
  const forGood = outcome.kind === 'gone' || outcome.kind === 'refused';
  const sentence = outcome.kind === 'unknown' || outcome.kind === 'sent' ? null : outcome.sentence;
  return { kind: 'unreadable', sentence: sentence ?? 'Slack did not answer.', forGood };
}
