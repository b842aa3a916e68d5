/** The running bot: connects the chats, starts the ticks, and ends in good order. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Chat } from './chats/chat.ts';
import { createConnections, type Refusal, type Role } from './connecting.ts';
import { NewsroomError } from './errors.ts';
import { createNewsroom, type Newsroom, type NewsroomParts } from './newsroom.ts';
import { createOperator, type OperatorParts, type Trouble } from './operator.ts';
import { createReception } from './reception/reception.ts';
import { expireDaily } from './gathering/retention.ts';
import { Share } from './posting/shares.ts';
import { startTicking } from './schedule.ts';
import { shareReply } from './answering/sharing.ts';

/** What is being sent has so long to finish when the bot stops; then it is handed back. */
const FINISH_MS = 3_000;
const HAND_BACK_MS = 500;

export type Bot = {
  readonly newsroom: Newsroom;
  /** true once every chat that could be connected is */
  readonly isReady: () => boolean;
  /** chats that could not be connected, with the sentence why */
  refusals(): readonly Refusal[];
  stop(): Promise<void>;
};

const shortcomingsOf = (chat: Chat): Trouble[] =>
  (chat.shortcomings?.() ?? []).map((each) => ({ ...each, key: `${chat.platform}:${each.key}` }));

export type BotParts = NewsroomParts & {
  /** troubles of this machine, such as a full disk */
  readonly ownTroubles?: OperatorParts['ownTroubles'];
  /** other processes may work on the same store */
  readonly hasOthers?: boolean;
};

/**
 * Starts the bot. A platform that refuses or cannot be reached is left out with a sentence and tried
 * again; the others go on.
 * @throws NewsroomError `chat` when there are chats and every one of them refused
 */
export async function startBot(parts: BotParts, role: Role = 'all'): Promise<Bot> {
  const { config, store, analyst, now, log, owner } = parts;
  const connected: Chat[] = [];
  const { chats } = parts;
  const identity = owner === undefined ? {} : { owner };
  const share = parts.hasOthers ? new Share({ store, chats, role, log, ...identity }) : null;
  const processes = share ? () => share.count() : undefined;
  const newsroom = createNewsroom({ ...parts, chats: connected, processes });
  const desk = { config, store, analyst, now, log, chats: connected };
  const shareIt = (id: string, asker: Parameters<typeof shareReply>[2]): Promise<string> =>
    shareReply({ store, chats: connected, now, post: newsroom.post }, id, asker);
  const reception = createReception({ ...desk, ...identity, share: shareIt });
  const here = { store, chats, role, log, ...identity };
  const connections = createConnections({ ...here, connected, reception });
  await share?.start();
  await connections.open();
  const refused = connections.refusals().filter(({ mayPass }) => !mayPass);
  if (chats.length > 0 && refused.length === chats.length) {
    await connections.close();
    await share?.stop();
    throw new NewsroomError('chat', refused.map(({ sentence }) => sentence).join('\n'));
  }
  const { gather, freeze, post } = newsroom;
  const platformTroubles = (): Trouble[] =>
    connections.refusals().map(({ platform, sentence }) => {
      return { key: `platform:${platform}`, sentence: `${platform} is off: ${sentence}` };
    });
  const ownTroubles = async (): Promise<Trouble[]> => [
    ...platformTroubles(),
    ...connected.flatMap(shortcomingsOf),
    ...((await parts.ownTroubles?.()) ?? []),
  ];
  const operator = createOperator({ ...desk, ownTroubles });
  const nothing = (): Promise<void> => Promise.resolve();
  const idle = { gather: nothing, freeze: nothing, post: nothing };
  const work = role === 'gateway' ? idle : { gather, freeze, post };
  const keep = async (signal: AbortSignal): Promise<void> => {
    try {
      await operator.look();
    } finally {
      await expireDaily({ config, store, now, log, ...identity }, signal);
    }
  };
  const ticking = startTicking({ ...work, keep, now, log });
  return {
    newsroom,
    isReady: () => connected.length === chats.length,
    refusals: () => connections.refusals(),
    async stop() {
      await Promise.race([
        Promise.all([ticking.stop(), newsroom.stop(FINISH_MS)]),
        pause(FINISH_MS + HAND_BACK_MS, undefined, { ref: false }),
      ]);
      await connections.close();
      await share?.stop();
    },
  };
}
