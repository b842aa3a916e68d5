/** The whole newsroom before both fakes: one wire, one channel in Slack and one in Discord. */
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Analyst, Hearing, QuestionRequest } from '../../src/analysts/analyst.ts';
import type { Chat } from '../../src/chats/chat.ts';
import { silentLog } from '../../src/log.ts';
import type { Copy } from '../../src/news/take.ts';
import { createNewsroom, type Newsroom } from '../../src/newsroom.ts';
import { createReception } from '../../src/reception/reception.ts';
import { shareReply } from '../../src/answering/sharing.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { channelOf, chatFor, openFake } from '../chats/discord/harness.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from '../chats/slack/harness.ts';
import type { FakeDiscord } from '../fakes/discord/fake.ts';
import { deskConfig, ScriptedWire } from '../fakes/newsroom.ts';
import { textOfMessage, type FakeSlack } from '../fakes/slack/fake-slack.ts';
import { BOT_USER } from '../fakes/slack/workspace.ts';

export const START = Date.parse('2026-03-12T10:00:00Z');
const isoOf = (time: number): string => new Date(time).toISOString();

export type Platforms = {
  readonly slack: FakeSlack;
  readonly discord: FakeDiscord;
  readonly store: Store;
  readonly newsroom: Newsroom;
  readonly clock: { now: number };
  /** how answers are made: by the rules, unless a test lets a model write */
  readonly analyst: { write: Analyst['answer'] };
  /** The wire sends this now, and two minutes later all that was due is done. */
  send(...takes: Copy[]): Promise<void>;
  /** Posts a digest of what came in both channels. */
  postDigest(): Promise<void>;
  /** What the bot has said in the two channels and the threads in them, each message with its place. */
  seen(): { slack: string[]; discord: string[] };
  close(): Promise<void>;
};

/** Opens both, with channels that follow these topics. */
export async function openPlatforms(topics: readonly string[]): Promise<Platforms> {
  const slack = await openSlack();
  const discord = await openFake();
  const chats: Chat[] = [
    chatBefore(slack, { timeoutMs: 5_000 }),
    chatFor(discord, { requestTimeoutMs: 5_000 }),
  ].map((chat) => ({ ...chat, paceMs: 0 }));
  const store = createMemoryStore();
  const wire = new ScriptedWire('wire');
  const clock = { now: START };
  const offline = createOfflineAnalyst();
  const analyst: Platforms['analyst'] = { write: (request) => offline.answer(request) };
  const served = { topics: [...topics], schedule: [], whenEmpty: 'silence' as const, limit: 10 };
  const homes = [HOME_CHANNEL, channelOf(discord)];
  const channels = homes.map((channel) => ({ channel, alerts: false as const, ...served }));
  const now = (): number => clock.now;
  const answer = (request: QuestionRequest, hear?: Hearing) => analyst.write(request, hear);
  const config = deskConfig({ channels });
  const parts = { config, store, analyst: { ...offline, answer }, now, log: silentLog };
  const newsroom = createNewsroom({ ...parts, wires: [wire], chats });
  const share = (id: string, asker: Parameters<typeof shareReply>[2]): Promise<string> =>
    shareReply({ store, chats, now, post: newsroom.post }, id, asker);
  const reception = createReception({ ...parts, chats, share });
  for (const chat of chats) await chat.connect(reception);
  return {
    ...{ slack, discord, store, newsroom, clock, analyst },
    async send(...takes) {
      clock.now += 60_000;
      wire.batches.push(takes.map((take) => ({ ...take, sentAt: isoOf(clock.now) })));
      await newsroom.gather();
      await newsroom.post();
      clock.now += 120_000;
      await newsroom.post();
      await newsroom.post();
    },
    postDigest: () => newsroom.publishNow(homes),
    seen: () => ({ slack: seenInSlack(slack), discord: seenInDiscord(discord) }),
    async close() {
      await Promise.all(chats.map((chat) => chat.disconnect()));
      await Promise.all([slack.close(), discord.stop()]);
    },
  };
}

function seenInSlack({ workspace }: FakeSlack): string[] {
  return workspace.messages
    .filter(({ channel, user, isDeleted }) => channel === HOME && user === BOT_USER && !isDeleted)
    .map((each) => `${each.threadTs === null ? 'channel' : 'thread'}: ${textOfMessage(each)}`);
}

function seenInDiscord({ world }: FakeDiscord): string[] {
  const rooms = [...world.channels.values()].filter(
    ({ id, parent }) => id === world.general.id || parent === world.general.id,
  );
  return rooms.flatMap((room) =>
    world
      .in(room.id)
      .filter(({ onlyFor, author }) => onlyFor === null && author === world.bot)
      .map((each) => `${room.parent === null ? 'channel' : 'thread'}: ${world.seen(each).text}`),
  );
}
