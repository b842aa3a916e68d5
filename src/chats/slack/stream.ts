/**
 * An answer that a model is still writing, in the thread where it was asked. Its sentences are streamed
 * as they are proven (docs.slack.dev/reference/methods/chat.startStream); where Slack does not let us, or
 * the model is slow, the quoted answer is posted at once and edited when the written one is there.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import { sentenceOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { writeChannel } from '../../news/channel.ts';
import type { Reply, ReplySoFar } from '../../news/request.ts';
import type { Reception, Spoken } from '../chat.ts';
import { SENTENCE_MAX } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { renderSlack, type SlackPayload } from './render.ts';
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

/** One answer in the making. */
export type Growing = {
  hear(soFar: ReplySoFar): Promise<void>;
  /** Gives it its last form. False when nothing was heard or it cannot stand there: answer otherwise. */
  finish(reply: Reply): Promise<boolean>;
};

export type Streams = { begin(thread: Thread): Growing };

/** With a first sentence within this time nothing else is shown before it. */
const PATIENCE_MS = 2_500;
/** An edit that Slack puts off is tried once more after at most so long. */
const EDIT_PAUSE_MS = 2_000;
/** What Slack says where streams will not be had: the app's rights or the server are not for it. */
const LASTING = new Set([
  'unknown_method',
  'method_not_allowed',
  'method_deprecated',
  'missing_scope',
  'not_allowed_token_type',
  'no_permission',
  'access_denied',
  'feature_not_enabled',
]);

type Parts = {
  readonly calls: Calls;
  readonly log: Log;
  readonly spoken: (reply: Reply, messages: readonly Spoken[]) => Promise<void>;
};
type Message = { readonly ts: string; readonly isStream: boolean };

/** The streams of one connection: a refusal for good is told once, and not asked for again. */
export function createStreams(
  calls: Calls,
  log: Log,
  reception: Pick<Reception, 'spoken'>,
): Streams {
  const spoken: Parts['spoken'] = async (reply, messages) => reception.spoken?.(reply, messages);
  let isOff = false;
  const refused = (error: unknown): void => {
    const code = error instanceof WebAPIPlatformError ? error.data.error : null;
    if (code === null || !LASTING.has(code)) return;
    if (!isOff)
      log.warn({ code }, 'Slack lets no answer be streamed: answers are posted and edited instead');
    isOff = true;
  };
  return {
    begin: (thread) => grow({ calls, log, spoken }, thread, { isOff: () => isOff, refused }),
  };
}

type Rights = { isOff(): boolean; refused(error: unknown): void };

function grow(parts: Parts, thread: Thread, rights: Rights): Growing {
  const { calls, log } = parts;
  let message: Message | null = null;
  let quoted: Reply | null = null;
  let isHeard = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const showQuoted = async (): Promise<void> => {
    if (message !== null || quoted === null) return;
    const posted: Spoken[] = [];
    await postAll(calls, thread, quoted, posted);
    const [stands] = posted;
    if (stands === undefined) return;
    message = { ts: stands.messageId, isStream: false };
    await parts.spoken(quoted, [stands]);
  };
  const add = async (reply: Reply, sentence: string): Promise<void> => {
    if (message?.isStream === false || rights.isOff()) return;
    try {
      if (message === null) message = await startStream(calls, thread, sentence);
      else await appendStream(calls, thread, message.ts, sentence);
    } catch (error) {
      rights.refused(error);
      throw error;
    }
    await parts.spoken(reply, [spokenAt(thread, message.ts, reply)]);
  };
  const hear: Growing['hear'] = async ({ reply, added }) => {
    isHeard = true;
    if (added === null) {
      quoted = reply;
      if (rights.isOff()) await showQuoted();
      else timer = setTimeout(() => void inTurn(showQuoted).catch(told), PATIENCE_MS);
    } else await add(reply, added);
  };
  const told = (error: unknown): void =>
    log.warn(
      { error: sentenceFor(error), channel: thread.channel },
      'an answer could not be shown early',
    );
  return {
    hear: (soFar) => inTurn(() => hear(soFar)).catch(told),
    finish: (reply) => {
      clearTimeout(timer);
      return inTurn(async () => isHeard && (await finish(parts, thread, message, reply)));
    },
  };
}

/** The message as the whole answer has it; what one message cannot hold follows it in the thread. */
async function finish(
  { calls, log, spoken }: Parts,
  thread: Thread,
  message: Message | null,
  reply: Reply,
): Promise<boolean> {
  const messages: Spoken[] = [];
  try {
    if (message?.isStream) await stopStream(calls, thread, message.ts);
    const isEdited = message !== null && (await edit(calls, thread, message.ts, reply));
    if (message !== null && (isEdited || message.isStream))
      messages.push(spokenAt(thread, message.ts, reply));
    await postAll(calls, thread, reply, messages);
    return true;
  } catch (error) {
    log.warn(
      { error: sentenceFor(error), channel: thread.channel },
      'an answer did not reach its thread',
    );
    return messages.length > 0;
  } finally {
    await spoken(reply, messages);
  }
}

/** What Slack said, in a sentence: the log is where it is looked up. */
function sentenceFor(error: unknown): string {
  const outcome = outcomeOf(error);
  return 'sentence' in outcome ? outcome.sentence : sentenceOf(error);
}

async function startStream(calls: Calls, thread: Thread, text: string): Promise<Message> {
  const { ts } = (await calls.call('chat.startStream', {
    channel: thread.channel,
    thread_ts: thread.thread,
    recipient_user_id: thread.person,
    recipient_team_id: thread.personsHome,
    markdown_text: markdownOf(text),
  })) as { ts?: string };
  if (typeof ts !== 'string') throw new TypeError('chat.startStream named no message');
  return { ts, isStream: true };
}

async function appendStream(
  calls: Calls,
  { channel }: Thread,
  ts: string,
  text: string,
): Promise<void> {
  const markdown_text = `\n\n${markdownOf(text)}`;
  await calls.call('chat.appendStream', { channel, ts, markdown_text });
}

/** Ends a stream; one that Slack has ended by itself is as good. */
async function stopStream(calls: Calls, { channel }: Thread, ts: string): Promise<void> {
  try {
    await callInTime(calls, 'chat.stopStream', { channel, ts });
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) await pause(EDIT_PAUSE_MS);
  }
}

/** Replaces the message; false when Slack does not take it, also after a pause. */
async function edit(calls: Calls, { channel }: Thread, ts: string, reply: Reply): Promise<boolean> {
  const [part] = renderSlack(reply.layout, reply.id);
  if (part === undefined) return false;
  const { text, blocks, metadata } = part.payload as SlackPayload;
  const body = { channel, ts, text, blocks, metadata, parse: 'none', link_names: false };
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await callInTime(calls, 'chat.update', body);
      return true;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind !== 'later' && outcome.kind !== 'unknown') return false;
      if (tries === 0) await pause(EDIT_PAUSE_MS);
    }
  }
  return false;
}

/** Posts those messages of a reply that do not stand in the thread yet, for all to see. */
async function postAll(
  calls: Calls,
  thread: Thread,
  reply: Reply,
  standing: Spoken[],
): Promise<void> {
  for (const { payload, layout } of renderSlack(reply.layout, reply.id).slice(standing.length)) {
    const where = { channel: thread.channel, thread_ts: thread.thread };
    const posted = await calls.call('chat.postMessage', { ...(payload as object), ...where });
    const { ts } = posted as { ts?: string };
    if (typeof ts === 'string')
      standing.push({ channel: channelOf(thread), messageId: ts, layout });
  }
}

const channelOf = ({ home, channel }: Thread): string =>
  writeChannel({ platform: 'slack', home, id: channel });

function spokenAt(thread: Thread, messageId: string, reply: Reply): Spoken {
  const layout = renderSlack(reply.layout, reply.id)[0]?.layout ?? reply.layout;
  return { channel: channelOf(thread), messageId, layout };
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
