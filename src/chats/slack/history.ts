/** Looks for a message of unknown fate: reads the channel or the thread back. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Posting, Reader, Search } from '../chat.ts';
import { isAnswered, outcomeOf } from './outcome.ts';
import { slackId, WRONG_CHANNEL } from './place.ts';
import { DELIVERY_EVENT, type SlackPayload } from './render.ts';
import { NotYet, type Calls } from './tiers.ts';

type HistoryMessage = {
  readonly ts?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly metadata?: {
    readonly event_type?: string;
    readonly event_payload?: { readonly delivery_id?: unknown };
  };
};
type HistoryPage = {
  readonly messages: readonly HistoryMessage[];
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
    const wanted = { ...posting, channel: place };
    const found = await inThread(lookThrough(calls, wanted, since, botId));
    // where its thread was closed to us it follows in the channel
    if (found.kind !== 'absent' || posting.lead === null) return found;
    return await lookThrough(calls, { ...wanted, lead: null }, since, botId);
  } catch (error) {
    return searchOf(error);
  }
}

/** The thread's lead was deleted, and its replies went with it: then nothing stands there. */
async function inThread(looking: Promise<Search>): Promise<Search> {
  try {
    return await looking;
  } catch (error) {
    if (isAnswered(error) && error.data.error === 'thread_not_found') return { kind: 'absent' };
    throw error;
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
  posting: Pick<Posting, 'channel' | 'lead' | 'delivery' | 'payload'>,
  since: number,
  botId: string | null,
): Promise<Search> {
  const { channel, lead } = posting;
  const earliest = Math.min(since - CLOCK_SKEW_MS, Date.now() - LOOK_BACK_MS);
  const oldest = (Math.max(0, earliest) / 1_000).toFixed(6);
  const where = lead === null ? {} : { ts: lead };
  const method = lead === null ? 'conversations.history' : 'conversations.replies';
  const common = { channel, oldest, inclusive: true, include_all_metadata: true, ...where };
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = { ...common, limit: PAGE_SIZE, ...(cursor === '' ? {} : { cursor }) };
    const { messages, has_more, response_metadata } = await readPage(calls, method, query);
    const found = messages.find((message) => isIt(message, posting, botId));
    if (found?.ts !== undefined) return { kind: 'found', messageId: found.ts };
    cursor = response_metadata?.next_cursor ?? '';
    if (cursor !== '') continue;
    if (has_more !== true) return { kind: 'absent' };
    const sentence = 'Slack does not show the whole history of the channel.';
    return { kind: 'unreadable', sentence, forGood: true };
  }
  const sentence = 'The channel has too many messages to look through.';
  return { kind: 'unreadable', sentence, forGood: true };
}

/**
 * Is it the posting? Told by its metadata; where Slack shows none of a message of ours, by its words:
 * one that is taken for another is a smaller harm than one that is posted twice.
 */
function isIt(
  { bot_id: author, metadata, text }: HistoryMessage,
  { delivery, payload }: Pick<Posting, 'delivery' | 'payload'>,
  botId: string | null,
): boolean {
  if (botId !== null && author !== undefined && author !== botId) return false;
  if (metadata === undefined || metadata === null)
    return author !== undefined && sounds(text, (payload as SlackPayload | null)?.text);
  return metadata.event_type === DELIVERY_EVENT && metadata.event_payload?.delivery_id === delivery;
}

/** Do they say the same, however Slack writes it? */
function sounds(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && lettersOf(one) === lettersOf(other);
}

const lettersOf = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);|[^\p{L}\p{N}]+/gu, '').toLowerCase();

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
      const page = (await calls.call(method, query)) as Partial<HistoryPage>;
      if (!Array.isArray(page.messages)) throw new TypeError(`${method} named no messages`);
      return {
        ...page,
        messages: page.messages.filter((each) => typeof each === 'object' && each !== null),
      };
    } catch (error) {
      if (read >= READS_MAX || isAnswered(error)) throw error;
      if (error instanceof NotYet && error.waitMs > READ_PAUSE_MAX_MS) throw error;
      await pause(error instanceof NotYet ? error.waitMs : READ_PAUSE_MS * read);
    }
  }
}

function searchOf(error: unknown): Search {
  const outcome = outcomeOf(error);
  const forGood = outcome.kind === 'gone' || outcome.kind === 'refused';
  const sentence = outcome.kind === 'unknown' || outcome.kind === 'sent' ? null : outcome.sentence;
  return { kind: 'unreadable', sentence: sentence ?? 'Slack did not answer.', forGood };
}
