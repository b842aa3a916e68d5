/**
 * Carries answers back: through the response_url that Slack gave with the request, and when that
 * fails as a message that only the person sees. Keeps count of the answers under way.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { sentenceOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { sentenceLayout, type Layout } from '../../news/layout.ts';
import type { Reply, ReplySoFar } from '../../news/request.ts';
import type { HearSoFar } from '../chat.ts';
import { outcomeOf } from './outcome.ts';
import { isOfBlocks, withoutBlocks, type ToldOfBlocks } from './plain.ts';
import { renderSlack, type SlackPayload } from './render.ts';
import type { Growing } from './stream.ts';
import { callInTime, type Calls } from './tiers.ts';

/** Where an answer goes. */
export type Destination = {
  readonly channel: string;
  readonly person: string;
  /** the message in whose thread it is to stand */
  readonly thread: string | null;
  /** takes five messages within thirty minutes; null for what was asked in plain speech */
  readonly responseUrl: string | null;
};

type Ask = (hear?: HearSoFar) => Promise<Reply>;

export type Answering = {
  /**
   * Asks and answers, in its own time. Never throws; a failure is answered with its sentence.
   * @param growing shows in its thread what a model is still writing, where all may see it
   */
  answer(destination: Destination, ask: Ask, growing?: Growing): void;
  /** Waits for the answers under way, at most so long. */
  settle(timeoutMs: number): Promise<void>;
};

/** A person waits about so long before wondering whether anything happens. */
const WORKING_AFTER_MS = 2_500;
/** Messages a response_url takes (docs.slack.dev/interactivity/handling-user-interaction). */
const RESPONSES_MAX = 5;
const RESPONSE_TIMEOUT_MS = 10_000;
/** So much of a refusal is read. */
const REFUSAL_MAX = 300;

/**
 * One person's exchange: how many messages the response_url has taken, where it goes, and whether what
 * it has shown last is to be replaced by the next.
 */
type Exchange = Destination & { responses: number; isDraft: boolean };

type Desk = { readonly calls: Calls; readonly log: Log; readonly toldOfBlocks: ToldOfBlocks };

/** @param toldOfBlocks hears why Slack refused the blocks of an answer that goes out as plain text */
export function createAnswering(calls: Calls, log: Log, toldOfBlocks: ToldOfBlocks): Answering {
  const desk: Desk = { calls, log, toldOfBlocks };
  const running = new Set<Promise<void>>();

  const run = async (destination: Destination, ask: Ask, growing?: Growing): Promise<void> => {
    // the acknowledgement leaves before any work begins
    await nextTurn();
    const exchange: Exchange = { ...destination, responses: 0, isDraft: false };
    let working = Promise.resolve();
    const timer = setTimeout(() => {
      working = deliver(desk, exchange, { layout: WORKING, isPrivate: true, id: 'working' });
    }, WORKING_AFTER_MS);
    const hear: HearSoFar = async (soFar) => {
      clearTimeout(timer);
      await working;
      await (growing?.hear(soFar) ?? showDraft(desk, exchange, soFar));
    };
    const reply = await askSafely(() => ask(hear), log);
    clearTimeout(timer);
    await working;
    if (await growing?.finish(reply)) return;
    const { layout, id } = reply;
    await deliver(desk, exchange, { layout, isPrivate: reply.private, id });
  };

  return {
    answer: (destination, ask, growing) => {
      const work = run(destination, ask, growing).catch((error: unknown) => {
        log.error({ error, channel: destination.channel }, 'an answer could not be given in Slack');
      });
      running.add(work);
      void work.finally(() => running.delete(work));
    },
    settle: async (timeoutMs) => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs);
      });
      await Promise.race([Promise.all(running), timeout]);
      clearTimeout(timer);
    },
  };
}

const WORKING: Layout = sentenceLayout('Working on it. The answer follows.');

async function askSafely(ask: () => Promise<Reply>, log: Log): Promise<Reply> {
  try {
    return await ask();
  } catch (error) {
    log.warn({ error }, 'a request from Slack failed');
    const layout = sentenceLayout(sentenceOf(error));
    return { id: 'failure', layout, events: [], private: true };
  }
}

/** What is told with a quoted answer that a written one will replace. */
const STILL_WRITING =
  'Quoted from the stored stories. An answer is being written and will replace this.';

/** The quoted answer at once, for the person alone; the written one replaces it. */
async function showDraft(
  desk: Desk,
  exchange: Exchange,
  { reply, added }: ReplySoFar,
): Promise<void> {
  if (added !== null || exchange.responseUrl === null) return;
  const note: Layout['items'][number] = {
    event: null,
    blocks: [{ kind: 'note', runs: [{ text: STILL_WRITING }] }],
  };
  const layout = { ...reply.layout, items: [...reply.layout.items, note] };
  await deliver(desk, exchange, { layout, isPrivate: true, id: reply.id });
  exchange.isDraft = true;
}

type Saying = {
  readonly layout: Layout;
  readonly isPrivate: boolean;
  readonly id: string;
};

async function deliver(desk: Desk, exchange: Exchange, saying: Saying): Promise<void> {
  const { isPrivate } = saying;
  for (const part of renderSlack(saying.layout, saying.id)) {
    const payload = part.payload as SlackPayload;
    const heard = await respond(desk, exchange, payload, isPrivate);
    if (heard === 'taken') continue;
    const plain = withoutBlocks(payload);
    if (heard === 'plainer' && (await respond(desk, exchange, plain, isPrivate)) === 'taken')
      continue;
    await speak(desk, exchange, heard === 'plainer' ? plain : payload, isPrivate);
  }
}

/** A message with its blocks, or without them where Slack refuses those. */
type Said = Omit<SlackPayload, 'blocks'> & Partial<Pick<SlackPayload, 'blocks'>>;

/**
 * Says it through the response_url: `lost` when there is none or it did not take it, `plainer` when it is
 * the blocks that it did not take.
 */
async function respond(
  { log, toldOfBlocks }: Desk,
  exchange: Exchange,
  payload: Said,
  isPrivate: boolean,
): Promise<'taken' | 'plainer' | 'lost'> {
  const { responseUrl, thread } = exchange;
  if (responseUrl === null || exchange.responses >= RESPONSES_MAX) return 'lost';
  exchange.responses += 1;
  const { text, blocks } = payload;
  const body = {
    response_type: isPrivate ? 'ephemeral' : 'in_channel',
    replace_original: exchange.isDraft,
    text,
    blocks,
    unfurl_links: false,
    unfurl_media: false,
    ...(thread === null ? {} : { thread_ts: thread }),
  };
  try {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(RESPONSE_TIMEOUT_MS),
    });
    // "ok", or JSON that may say otherwise with any status
    const said = (await answer.text()).slice(0, REFUSAL_MAX);
    exchange.isDraft = false;
    if (answer.ok && !/"ok"\s*:\s*false/.test(said)) return 'taken';
    log.warn({ status: answer.status, said }, 'a Slack response_url refused an answer');
    if (payload.blocks === undefined || !/block/.test(said)) return 'lost';
    toldOfBlocks(said);
    return 'plainer';
  } catch (error) {
    log.warn({ error }, 'a Slack response_url did not take an answer');
    return 'lost';
  }
}

/**
 * Says it by the Web API: to the one person, or in the thread for all. Without the blocks that Slack
 * refuses; in person where the bot has no place in the channel.
 */
async function speak(
  desk: Desk,
  exchange: Exchange,
  payload: Said,
  isPrivate: boolean,
): Promise<void> {
  const { channel, person, thread } = exchange;
  const { text, blocks, metadata, unfurl_links, unfurl_media } = payload;
  const inThread = thread === null ? {} : { thread_ts: thread };
  const said = { text, ...(blocks === undefined ? {} : { blocks }) };
  const open = { metadata, unfurl_links, unfurl_media };
  const call = (method: string, body: Record<string, unknown>): Promise<unknown> =>
    callInTime(desk.calls, method, { ...said, ...body });
  try {
    if (isPrivate) await call('chat.postEphemeral', { channel, user: person, ...inThread });
    else await call('chat.postMessage', { channel, ...open, ...inThread });
  } catch (error) {
    const outcome = outcomeOf(error);
    if (blocks !== undefined && isOfBlocks(outcome)) {
      desk.toldOfBlocks(outcome.sentence);
      return speak(desk, exchange, withoutBlocks({ ...payload, blocks }), isPrivate);
    }
    // neither the channel nor its thread may be open to them and us
    if (!isPrivate || (outcome.kind !== 'gone' && outcome.kind !== 'refused')) throw error;
    await call('chat.postMessage', { channel: person, ...open });
  }
}
