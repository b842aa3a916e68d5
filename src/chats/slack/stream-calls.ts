/** Slack's own streams (docs.slack.dev/reference/methods/chat.startStream), one request each. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import { writeChannel } from '../../news/channel.ts';
import { findMessage } from './history.ts';
import { SENTENCE_MAX } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { callInTime, type Calls } from './tiers.ts';

/** Where an answer grows, and who watches it do so. */
export type Thread = {
  readonly channel: string;
  readonly thread: string;
  readonly person: string;
  /** the workspace of the channel, and that of the person, who may be a guest from another */
  readonly home: string;
  readonly personsHome: string;
};

/** A message in the making; one that is no stream was posted whole. */
export type Message = { readonly ts: string; readonly isStream: boolean };

type Parts = { readonly calls: Calls; readonly botId: string | null };

/** An edit that Slack puts off is tried once more after at most so long. */
export const EDIT_PAUSE_MS = 2_000;

/** The thread's channel, as the ledger names it. */
export const channelOf = ({ home, channel }: Thread): string =>
  writeChannel({ platform: 'slack', home, id: channel });

/** Begins a stream. One whose beginning was not told is looked for: it must not stand unknown. */
export async function startStream(
  { calls, botId }: Parts,
  thread: Thread,
  text: string,
): Promise<Message> {
  const began = Date.now();
  try {
    const { ts } = (await calls.call('chat.startStream', {
      channel: thread.channel,
      thread_ts: thread.thread,
      recipient_user_id: thread.person,
      recipient_team_id: thread.personsHome,
      markdown_text: markdownOf(text),
    })) as { ts?: string };
    if (typeof ts !== 'string') throw new TypeError('chat.startStream named no message');
    return { ts, isStream: true };
  } catch (error) {
    if (outcomeOf(error).kind !== 'unknown') throw error;
    const payload = { text };
    const posting = { delivery: '', channel: channelOf(thread), payload, lead: thread.thread };
    const found = await findMessage(calls, posting, began, botId);
    if (found.kind !== 'found') throw error;
    return { ts: found.messageId, isStream: true };
  }
}

/** Adds a sentence to a stream. */
export async function appendStream(
  calls: Calls,
  { channel }: Thread,
  ts: string,
  text: string,
): Promise<void> {
  const markdown_text = `\n\n${markdownOf(text)}`;
  await calls.call('chat.appendStream', { channel, ts, markdown_text });
}

/** Ends a stream; one that Slack has ended by itself is as good. */
export async function stopStream(calls: Calls, { channel }: Thread, ts: string): Promise<void> {
  try {
    await callInTime(calls, 'chat.stopStream', { channel, ts });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) await pause(EDIT_PAUSE_MS);
  }
}

/**
 * A sentence as markdown that shows it letter for letter: Slack's own three escapes, so that no mention
 * is made, and a backslash before every sign that markdown reads.
 */
export function markdownOf(sentence: string): string {
  return sentence
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .slice(0, SENTENCE_MAX)
    .toWellFormed()
    .replace(/[\\`*_~[\]|#]|^[-+]|^\d{1,9}(?=[.)])/g, (sign) =>
      /\d/.test(sign) ? `${sign}\\` : `\\${sign}`,
    )
    .replace(/:(?=\/\/|[\w+'-])|@(?=\w)/g, '$&\u200b')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
