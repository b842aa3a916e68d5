/** Posts, replaces and removes messages. One try a call: what follows is the ledger's business. */
import { WebClient, type Logger } from '@slack/web-api';
import type { Outcome, Posting } from '../chat.ts';
import { outcomeOf } from './outcome.ts';
import { slackId, WRONG_CHANNEL } from './place.ts';
import { EDIT_TEXT_MAX, orPlainly, withoutBlocks, type ToldOfBlocks } from './plain.ts';
import type { SlackPayload } from './render.ts';
import { tellPerson } from './tell.ts';
import type { Calls } from './tiers.ts';

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
    return tellPerson(calls, channel, { ...reader, isAgain }, payload, told);
  }
  const post = (body: Partial<SlackPayload>, lead: string | null): Promise<Outcome> => {
    const thread = lead === null ? {} : { thread_ts: lead };
    return send(calls, 'chat.postMessage', { ...body, ...thread, channel });
  };
  const say = async (lead: string | null): Promise<Outcome> =>
    orPlainly(await post(payload, lead), told, (most) => post(withoutBlocks(payload, most), lead));
  const outcome = await say(posting.lead);
  // without its thread it follows in the channel: the refusal is sure, so nothing is said twice
  return posting.lead !== null && hasNoThread(outcome) ? say(null) : outcome;
}

/** Refusals of a thread that leave its channel open (docs.slack.dev/reference/methods/chat.postMessage). */
const THREADLESS = new Set([
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
  'cannot_reply_to_message',
]);

const hasNoThread = (outcome: Outcome): boolean =>
  (outcome.kind === 'gone' || outcome.kind === 'refused') && THREADLESS.has(outcome.code);

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
    return change(calls, 'chat.update', { ...body, ...asIs }, messageId);
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
  where: string,
  messageId: string,
): Promise<Outcome> {
  const channel = slackId(where);
  if (channel === null) return WRONG_CHANNEL;
  const outcome = await change(calls, 'chat.delete', { channel, ts: messageId }, messageId);
  const isMissing = outcome.kind === 'refused' && MISSING.has(outcome.code);
  return isMissing ? { kind: 'sent', messageId } : outcome;
}

/** A call on a message that stands already. It names no other message: Slack's "ok" is enough. */
async function change(
  calls: Calls,
  method: string,
  body: Record<string, unknown>,
  messageId: string,
): Promise<Outcome> {
  try {
    await calls.call(method, body, EDIT_WAIT_MS);
    return { kind: 'sent', messageId };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** The message was deleted: what is said now is said in the channel. */
const MISSING = new Set(['message_not_found', 'msg_not_found', 'thread_not_found']);

async function send(calls: Calls, method: string, body: Record<string, unknown>): Promise<Outcome> {
  try {
    const { ts } = (await calls.call(method, body)) as { ts?: unknown };
    return typeof ts === 'string'
      ? { kind: 'sent', messageId: ts }
      : { kind: 'unknown', sentence: 'Slack took the message and did not name it.' };
  } catch (error) {
    return outcomeOf(error);
  }
}
