/** The thread under a message: opened when something is to be said in it, where Discord has one for us. */
import { PermissionFlagsBits as Right, Routes } from 'discord.js';
import type { Outcome, Posting } from '../chat.ts';
import { THREAD_NAME_MAX } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { threadName, type DiscordPayload } from './render.ts';
import { codeOf, say, type Sender } from './saying.ts';

/** The bot's rights in a channel, and whether that is a thread itself, such as a forum's post. */
export type ChannelStanding = { readonly rights: bigint; readonly isThread: boolean };

/** What threads need of a connection. */
export type ThreadsDesk = {
  /** how we stand in a channel as the gateway told it; null when that is not known */
  readonly standingIn: (channelId: string) => ChannelStanding | null;
  /** hears why a channel has no threads for us, and null once one took a message */
  readonly toldOfThreads: (channel: string, sentence: string | null) => void;
};

/** A channel's id and the message in it that the thread stands under. */
type UnderLead = { readonly channel: string; readonly lead: string };

const THREADS_REMEMBERED = 1_000;
const ARCHIVE_MINUTES = 10_080;
const THREAD_EXISTS = 160004;
export const UNKNOWN_MESSAGE = 10008;
const AGAIN_MS = 5_000;

/** Makes the way into threads; it never throws. */
export function createThreads(desk: ThreadsDesk) {
  /** leads whose thread is known to stand */
  const threads = new Set<string>();

  /** Posts in the lead's thread; null when there is none for us, and surely nothing was posted. */
  async function post(
    sender: Sender,
    place: UnderLead,
    { channel, payload, threadName: called }: Posting,
  ): Promise<Outcome | null> {
    const { lead } = place;
    const standing = desk.standingIn(place.channel);
    if (standing?.isThread) return null;
    const missing = lackingForThreads(standing);
    const trouble =
      missing ??
      (threads.has(lead) ? null : await openThread(sender, place, called ?? threadName(payload)));
    const outcome = trouble ?? (await say(sender, lead, payload as DiscordPayload));
    if (outcome.kind === 'sent') {
      if (threads.size >= THREADS_REMEMBERED) threads.clear();
      threads.add(lead);
      desk.toldOfThreads(channel, null);
      return outcome;
    }
    threads.delete(lead);
    if (!hasNoThread(outcome, trouble !== null)) return outcome;
    desk.toldOfThreads(channel, outcome.sentence);
    return null;
  }

  return { post };
}

/** Was it the thread that was not to be had, and neither the message nor its lead? */
function hasNoThread(outcome: Outcome, isOpening: boolean): boolean {
  if (outcome.kind === 'gone') return true;
  if (outcome.kind !== 'refused' || outcome.code === String(UNKNOWN_MESSAGE)) return false;
  return isOpening || outcome.isClosed === true;
}

/** Makes sure that the lead has its thread; null when it has. Nothing is posted by this. */
async function openThread(
  { rest, signal }: Sender,
  { channel, lead }: UnderLead,
  called: string,
): Promise<Outcome | null> {
  try {
    const name = called.slice(0, THREAD_NAME_MAX).toWellFormed();
    const body = { name, auto_archive_duration: ARCHIVE_MINUTES };
    await rest.post(Routes.threads(channel, lead), { body, signal: signal() });
    return null;
  } catch (error) {
    if (codeOf(error) === THREAD_EXISTS) return null;
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'unknown') return outcome;
    // whether the thread was made does not matter: asking for it again does no harm
    return { kind: 'later', retryAfterMs: AGAIN_MS, sentence: outcome.sentence };
  }
}

/** The right that our standing in a channel lacks for threads. */
function lackingForThreads(standing: ChannelStanding | null): Outcome | null {
  if (standing === null) return null;
  if ((standing.rights & Right.CreatePublicThreads) === 0n) return lacking('Create Public Threads');
  if ((standing.rights & Right.SendMessagesInThreads) === 0n)
    return lacking('Send Messages in Threads');
  return null;
}

/** What a right that we do not have comes to. */
export function lacking(right: string): Extract<Outcome, { kind: 'gone' }> {
  const sentence = `Wirebrief needs the right "${right}" in this Discord channel.`;
  return { kind: 'gone', code: '50013', sentence };
}
