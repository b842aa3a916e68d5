/** The running bot: connects the chats, starts the ticks, and ends in good order. */
import { setTimeout as pause } from 'node:timers/promises';
import { connectChats, type Absent } from './connecting.ts';
import { NewsroomError } from './errors.ts';
import { createNewsroom, type Newsroom, type NewsroomParts } from './newsroom.ts';
import { createReception } from './reception/reception.ts';
import { startTicking } from './schedule.ts';
import { shareReply } from './sharing.ts';

/** What is being sent has so long to finish when the bot stops; then it is handed back. */
const FINISH_MS = 3_000;
const HAND_BACK_MS = 500;

export type Bot = {
  readonly newsroom: Newsroom;
  /** true once every chat that could be connected is */
  readonly isReady: () => boolean;
  /** chats that refused for good, with the sentence why */
  readonly refusals: readonly Absent[];
  /** chats that cannot be reached now and are asked again */
  readonly waiting: () => readonly Absent[];
  stop(): Promise<void>;
};

/**
 * What a process does: `gateway` listens and answers, `worker` reads, composes and posts, `all` both.
 * Of several processes that would listen on Discord one should: run one gateway and any workers.
 */
export const ROLES = ['all', 'gateway', 'worker'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Starts the bot. A platform that refuses is left out with a sentence, one that cannot be reached is
 * asked again; the others go on.
 * @throws NewsroomError `chat` when there are chats and every one of them refused
 */
export async function startBot(parts: NewsroomParts, role: Role = 'all'): Promise<Bot> {
  const connected: NewsroomParts['chats'][number][] = [];
  const newsroom = createNewsroom({ ...parts, chats: connected });
  const { config, store, analyst, now, log } = parts;
  const desk = { config, store, analyst, now, log, chats: connected };
  const share = (id: string, asker: Parameters<typeof shareReply>[2]): Promise<string> =>
    shareReply({ store, chats: connected, now, post: newsroom.post }, id, asker);
  const reception = createReception({ ...desk, share });
  const connecting = await connectChats({
    chats: parts.chats,
    connect: (chat) =>
      role === 'worker' && chat.connectToPost ? chat.connectToPost() : chat.connect(reception),
    connected,
    log,
  });
  const { refusals, waiting } = connecting;
  if (parts.chats.length > 0 && refusals.length === parts.chats.length)
    throw new NewsroomError('chat', refusals.map(({ sentence }) => sentence).join('\n'));
  const { gather, freeze, post } = newsroom;
  const ticking = role === 'gateway' ? null : startTicking({ gather, freeze, post, now, log });
  return {
    newsroom,
    isReady: () => connected.length === parts.chats.length,
    refusals,
    waiting,
    async stop() {
      connecting.stop();
      await Promise.race([
        Promise.all([ticking?.stop(), newsroom.stop(FINISH_MS)]),
        pause(FINISH_MS + HAND_BACK_MS, undefined, { ref: false }),
      ]);
      await Promise.allSettled(connected.map((chat) => chat.disconnect()));
    },
  };
}
