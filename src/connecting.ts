/** Connects the chats at the start. One that cannot be reached now is asked again until it can. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chat } from './chats/chat.ts';
import { NewsroomError, sentenceOf } from './errors.ts';
import type { Log } from './log.ts';

const PAUSE_FIRST_MS = 1_000;
const PAUSE_MAX_MS = 60_000;

/** A chat that is not connected, with the sentence why. */
export type Absent = { readonly platform: string; readonly sentence: string };

export type Connecting = {
  /** chats that are connected by now */
  readonly connected: readonly Chat[];
  /** chats that refused for good, as they do a wrong token: they are left out */
  readonly refusals: readonly Absent[];
  /** chats that could not be reached and are asked again */
  waiting(): readonly Absent[];
  /** Asks no more. */
  stop(): void;
};

export type ConnectingParts = {
  readonly chats: readonly Chat[];
  /** connects one of them, to listen or only to post */
  readonly connect: (chat: Chat) => Promise<void>;
  /** filled as they connect; the newsroom posts to those in it */
  readonly connected: Chat[];
  readonly log: Log;
  readonly pauseFirstMs?: number;
};

/** Tries each chat once, then goes on in the background with those that may come later. */
export async function connectChats(parts: ConnectingParts): Promise<Connecting> {
  const { connected, log } = parts;
  const ending = new AbortController();
  const refusals: Absent[] = [];
  const waiting = new Map<string, string>();

  /** @returns true when the chat is not to be asked again */
  const tryOnce = async (chat: Chat): Promise<boolean> => {
    const { platform } = chat;
    try {
      await parts.connect(chat);
      if (ending.signal.aborted) await chat.disconnect();
      else connected.push(chat);
      waiting.delete(platform);
      log.info({ platform, status: chat.status() }, 'chat connected');
      return true;
    } catch (error) {
      const sentence = sentenceOf(error);
      const mayCome = error instanceof NewsroomError && error.code === 'unreachable';
      waiting.delete(platform);
      if (mayCome) waiting.set(platform, sentence);
      else refusals.push({ platform, sentence });
      log.error({ platform, error }, mayCome ? 'chat not reached' : 'chat refused');
      return !mayCome;
    }
  };

  const goOn = async (chat: Chat): Promise<void> => {
    let pauseMs = parts.pauseFirstMs ?? PAUSE_FIRST_MS;
    do {
      await pause(pauseMs, undefined, { signal: ending.signal });
      pauseMs = Math.min(PAUSE_MAX_MS, pauseMs * 2);
    } while (!(await tryOnce(chat)));
  };

  const begin = async (chat: Chat): Promise<void> => {
    if (!(await tryOnce(chat))) void goOn(chat).catch(() => undefined); // only ever ended by stop
  };
  await Promise.all(parts.chats.map(begin));
  return {
    connected,
    refusals,
    waiting: () => [...waiting].map(([platform, sentence]) => ({ platform, sentence })),
    stop: () => ending.abort(),
  };
}
