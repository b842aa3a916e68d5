/**
 * An answer that a model is still writing, in the thread where it was asked. Its sentences are streamed
 * as they are proven; where Slack does not let us, or
 * the model is slow, the quoted answer is posted at once and edited when the written one is there.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { WebAPIPlatformError } from '@slack/web-api';
import { NewsroomError, sentenceOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Reply, ReplySoFar } from '../../news/request.ts';
import type { Outcome, Posting, Reception, Spoken } from '../chat.ts';
import type { Identity } from './connect.ts';
import { findMessage } from './history.ts';
import { outcomeOf } from './outcome.ts';
import type { ToldOfBlocks } from './plain.ts';
import { editMessage, postMessage, removeMessage } from './post.ts';
import { renderSlack, type SlackPayload } from './render.ts';
import {
  appendStream,
  channelOf,
  EDIT_PAUSE_MS,
  startStream,
  stopStream,
  type Message,
  type Thread,
} from './stream-calls.ts';
import type { Calls } from './tiers.ts';

/** One answer in the making. */
export type Growing = {
  hear(soFar: ReplySoFar): Promise<void>;
  /** Gives it its last form. False when nothing was heard or it cannot stand there: answer otherwise. */
  finish(reply: Reply): Promise<boolean>;
};

export type Streams = { begin(thread: Thread): Growing };

/** With a first sentence within this time nothing else is shown before it. */
const PATIENCE_MS = 2_500;
/** No longer wait is sat out while somebody waits for the answer. */
const EDIT_WAIT_MAX_MS = 15_000;
const EDITS_MAX = 3;
const POSTS_MAX = 2;
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
  readonly toldOfBlocks: ToldOfBlocks;
  readonly botId: string | null;
  readonly spoken: (reply: Reply, messages: readonly Spoken[]) => Promise<void>;
};

type StreamsParts = Omit<Parts, 'spoken' | 'botId'> & {
  readonly reception: Pick<Reception, 'spoken'>;
  readonly identity: Pick<Identity, 'botId'>;
};

/** The streams of one connection: a refusal for good is told once, and not asked for again. */
export function createStreams({ reception, identity, ...given }: StreamsParts): Streams {
  const { log } = given;
  const spoken: Parts['spoken'] = async (reply, messages) => reception.spoken?.(reply, messages);
  const parts: Parts = { ...given, botId: identity.botId, spoken };
  let isOff = false;
  const refused = (error: unknown): void => {
    const code = error instanceof WebAPIPlatformError ? error.data.error : null;
    if (code === null || !LASTING.has(code)) return;
    if (!isOff)
      log.warn({ code }, 'Slack lets no answer be streamed: answers are posted and edited instead');
    isOff = true;
  };
  return {
    begin: (thread) => grow(parts, thread, { isOff: () => isOff, refused }),
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
    await postAll(parts, thread, quoted, posted);
    const [stands] = posted;
    if (stands === undefined) return;
    message = { ts: stands.messageId, isStream: false };
    await parts.spoken(quoted, [stands]);
  };
  const add = async (reply: Reply, sentence: string): Promise<void> => {
    if (message?.isStream === false || rights.isOff()) return;
    try {
      if (message === null) message = await startStream(parts, thread, sentence);
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
      return inTurn(
        async () => isHeard && (await finish(parts, thread, { message, quoted }, reply)),
      );
    },
  };
}

/** The message as the whole answer has it; what one message cannot hold follows it in the thread. */
async function finish(
  parts: Parts,
  thread: Thread,
  { message, quoted }: { readonly message: Message | null; readonly quoted: Reply | null },
  reply: Reply,
): Promise<boolean> {
  const { calls, log, spoken } = parts;
  const messages: Spoken[] = [];
  let left: readonly Spoken[] = [];
  try {
    if (message?.isStream) await stopStream(calls, thread, message.ts);
    const isEdited = message !== null && (await edit(parts, thread, message.ts, reply));
    if (message !== null && (isEdited || message.isStream))
      messages.push(spokenAt(thread, message.ts, reply));
    else if (message !== null) left = await takeBack(parts, thread, message.ts, quoted ?? reply);
    await postAll(parts, thread, reply, messages);
    return true;
  } catch (error) {
    log.warn(
      { error: sentenceFor(error), channel: thread.channel },
      'an answer did not reach its thread',
    );
    return messages.length > 0;
  } finally {
    await spoken(reply, [...messages, ...left]);
  }
}

/** Removes a quoted answer that cannot become the written one. What stays must still be found by a kill. */
async function takeBack(
  { calls }: Parts,
  thread: Thread,
  ts: string,
  quoted: Reply,
): Promise<Spoken[]> {
  const { kind } = await removeMessage(calls, channelOf(thread), ts);
  return kind === 'sent' ? [] : [spokenAt(thread, ts, quoted)];
}

/** What Slack said, in a sentence: the log is where it is looked up. */
function sentenceFor(error: unknown): string {
  if (error instanceof NewsroomError) return error.sentence;
  const outcome = outcomeOf(error);
  return 'sentence' in outcome ? outcome.sentence : sentenceOf(error);
}

/** Replaces the message; false when Slack does not take it, also after a pause. */
async function edit(parts: Parts, thread: Thread, ts: string, reply: Reply): Promise<boolean> {
  const [part] = renderSlack(reply.layout, reply.id);
  if (part === undefined) return false;
  const posting = postingOf(thread, part.payload as SlackPayload);
  for (let tries = 0; tries < EDITS_MAX; tries += 1) {
    const outcome = await editMessage(parts.calls, posting, ts, parts.toldOfBlocks);
    if (outcome.kind === 'sent') return true;
    if (outcome.kind !== 'later' && outcome.kind !== 'unknown') return false;
    // what Slack asks for is kept to; a stream that is ending is only a moment's hindrance
    const isAsked = outcome.kind === 'later' && (outcome.isLimited || outcome.isForThisAlone);
    const waitMs = isAsked ? Math.max(EDIT_PAUSE_MS, outcome.retryAfterMs) : EDIT_PAUSE_MS;
    if (waitMs > EDIT_WAIT_MAX_MS) return false;
    await pause(waitMs);
  }
  return false;
}

/**
 * Posts those messages of a reply that do not stand in the thread yet, for all to see. One of unknown
 * fate is looked for before it is posted again.
 * @throws what was not posted, in a sentence
 */
async function postAll(
  parts: Parts,
  thread: Thread,
  reply: Reply,
  standing: Spoken[],
): Promise<void> {
  for (const { payload, layout } of renderSlack(reply.layout, reply.id).slice(standing.length)) {
    const messageId = await post(parts, postingOf(thread, payload as SlackPayload));
    standing.push({ channel: channelOf(thread), messageId, layout });
  }
}

async function post({ calls, toldOfBlocks, botId }: Parts, posting: Posting): Promise<string> {
  const began = Date.now();
  for (let tries = 1; ; tries += 1) {
    const outcome = await postMessage(calls, posting, toldOfBlocks);
    if (outcome.kind === 'sent') return outcome.messageId;
    const found =
      outcome.kind === 'unknown' ? await findMessage(calls, posting, began, botId) : null;
    if (found?.kind === 'found') return found.messageId;
    const mayFollow = found?.kind === 'absent' || isShort(outcome);
    if (!mayFollow || tries >= POSTS_MAX) throw new NewsroomError('chat', outcome.sentence);
    await pause(outcome.kind === 'later' ? outcome.retryAfterMs : EDIT_PAUSE_MS);
  }
}

const isShort = (outcome: Outcome): boolean =>
  outcome.kind === 'later' &&
  outcome.isLimited === true &&
  outcome.retryAfterMs <= EDIT_WAIT_MAX_MS;

function postingOf(thread: Thread, payload: SlackPayload): Posting {
  const delivery = payload.metadata.event_payload.delivery_id;
  return { delivery, channel: channelOf(thread), payload, lead: thread.thread };
}

function spokenAt(thread: Thread, messageId: string, reply: Reply): Spoken {
  const layout = renderSlack(reply.layout, reply.id)[0]?.layout ?? reply.layout;
  return { channel: channelOf(thread), messageId, layout };
}
