/** Channels that are closed to us: who is told of it, once, on both platforms, and back on again. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Chat } from '../../src/chats/chat.ts';
import { silentLog } from '../../src/log.ts';
import { createNewsroom, type Newsroom } from '../../src/newsroom.ts';
import { planDeliveries } from '../../src/editing/plan.ts';
import { createReception } from '../../src/reception/reception.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { FakeReception, sentence } from '../chats/contract.ts';
import { channelOf, chatFor, openFake } from '../chats/discord/harness.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from '../chats/slack/harness.ts';
import { textOfMessage } from '../fakes/slack/fake-slack.ts';
import { deskConfig } from '../fakes/newsroom.ts';

const ADA = '800000000000000001';
const BEN = '800000000000000002';

/** One platform with a channel that two people subscribed. */
type House = {
  readonly chat: Chat;
  readonly channel: string;
  readonly people: readonly [string, string];
  /** makes the channel what the name says */
  readonly close: (how: string) => void;
  readonly reopen: () => Promise<void>;
  /** what stands in the conversation of the bot with a person */
  readonly told: (person: string) => string[];
  readonly inChannel: () => string[];
  /** requests that posted to the channel, or tried to */
  readonly tries: () => number;
  /** the person takes no direct messages */
  readonly shun: (person: string) => void;
  /** the next direct message is taken and its reply is lost */
  readonly loseReply: () => void;
  readonly end: () => Promise<void>;
};

async function slackHouse(): Promise<House> {
  const slack = await openSlack();
  const { workspace } = slack;
  const room = workspace.channels.get(HOME);
  if (!room) throw new Error('the fake has no channel');
  const stands = (channel: string): string[] =>
    workspace.messages.filter((each) => each.channel === channel).map(textOfMessage);
  return {
    chat: { ...chatBefore(slack), paceMs: 0 },
    channel: HOME_CHANNEL,
    people: ['U0ANN', 'U0BEN'],
    close: (how) => {
      if (how === 'archived') room.isArchived = true;
      if (how === 'no access') room.hasBot = false;
      if (how === 'unknown') workspace.channels.delete(HOME);
    },
    reopen: async () => {
      workspace.channels.set(HOME, room);
      Object.assign(room, { isArchived: false, hasBot: true });
    },
    told: (person) => stands(`D${person.slice(1)}`),
    inChannel: () => stands(HOME),
    tries: () =>
      slack.calls.filter(
        ({ method, args }) => method === 'chat.postMessage' && args.channel === HOME,
      ).length,
    shun: (person) => void workspace.people.delete(person),
    loseReply: () => {
      slack.watch = (call, moment) => {
        const isTold = workspace.messages.some(({ channel }) => channel.startsWith('D'));
        if (moment !== 'taken' || call !== 'chat.postMessage' || !isTold) return 'go on';
        slack.watch = () => 'go on';
        return 'drop';
      };
    },
    end: () => slack.close(),
  };
}

async function discordHouse(): Promise<House> {
  const fake = await openFake();
  const { world } = fake;
  const chat = chatFor(fake);
  await chat.connect(new FakeReception());
  const room = world.general;
  const seen = (channel: string): string[] =>
    world
      .in(channel)
      .filter(({ onlyFor }) => onlyFor === null)
      .map((each) => world.seen(each).text.trim());
  const tell = (facts: Partial<typeof room>): void => {
    Object.assign(room, facts);
    fake.gateway.tellChannel(room);
  };
  const { botRights } = room;
  return {
    chat,
    channel: channelOf(fake),
    people: [ADA, BEN],
    close: (how) => {
      if (how === 'no access') tell({ botRights: 0n });
      // the gateway tells of it later than we post
      else room.deleted = true;
    },
    reopen: async () => {
      tell({ deleted: false, botRights });
      // a command comes by the same line: the rights are known when it is heard
      await fake.answerTo(fake.command('wire help', {}));
    },
    told: (person) =>
      [...world.channels.keys()].filter((id) => world.partnerIn(id) === person).flatMap(seen),
    inChannel: () => seen(room.id),
    tries: () => fake.callsOf(new RegExp(`^POST /channels/${room.id}/messages$`)).length,
    shun: (person) => void world.closedTo.add(person),
    loseReply: () => {
      fake.watch = (line, moment) => {
        const [, id = ''] = /^POST \/channels\/(\d+)\/messages$/.exec(line) ?? [];
        if (moment !== 'taken' || world.partnerIn(id) === null) return 'go on';
        fake.watch = () => 'go on';
        return 'drop';
      };
    },
    end: async () => {
      await chat.disconnect();
      await fake.stop();
    },
  };
}

const HOUSES = [
  ['slack', slackHouse, 'no access'],
  ['slack', slackHouse, 'unknown'],
  ['slack', slackHouse, 'archived'],
  ['discord', discordHouse, 'no access'],
  ['discord', discordHouse, 'unknown'],
] as const;

let house: House;
let store: Store;
let clock: number;
let replicas: Newsroom[];

async function open(make: () => Promise<House>): Promise<void> {
  house = await make();
  const config = deskConfig({ channels: [], limits: { lease: 45_000, grace: 0 } });
  const shared = { config, store, analyst: createOfflineAnalyst(), log: silentLog };
  const parts = { ...shared, chats: [house.chat], wires: [], now: () => clock };
  replicas = [createNewsroom(parts), createNewsroom(parts)];
  for (const [index, person] of house.people.entries())
    for (const topic of ['export-controls', 'disasters'].slice(index))
      await store.saveSubscription({
        channel: house.channel,
        topic,
        by: person,
        at: '2026-03-01T08:00:00Z',
      });
  const by = 'config';
  await store.saveSubscription({ channel: house.channel, topic: 'other', by, at: '2026-03-01' });
}

const plan = async (batch: string): Promise<void> => {
  const parts = house.chat.render(sentence(`News of ${batch}.`), batch);
  const about = { channel: house.channel, purpose: 'edition', batch } as const;
  await store.addDeliveries(planDeliveries(about, parts, clock));
};
const post = async (): Promise<void> => {
  await Promise.all(replicas.map((each) => each.post()));
  clock += 10_000;
};
const stateOf = async (batch: string): Promise<string | undefined> =>
  (await store.deliveriesOf(batch))[0]?.state;

beforeEach(() => {
  store = createMemoryStore();
  clock = Date.parse('2026-03-12T10:00:00Z');
});
afterEach(async () => {
  await Promise.all(replicas.map((each) => each.stop(100)));
  await house.end();
});

describe.each(HOUSES)('on %s a channel (%#)', (_platform, make, how) => {
  it(`with ${how} is switched off at once, and its subscribers are told of it once`, async () => {
    await open(make);
    house.close(how);
    await plan('morning');
    for (let round = 0; round < 4; round += 1) await post();
    const settings = await store.channelSettings(house.channel);
    expect(settings?.offReason).toMatch(/\w/);
    for (const person of house.people) {
      const [notice, ...more] = house.told(person);
      expect(more).toEqual([]);
      expect(notice).toContain(house.channel);
      expect(notice).toContain(settings?.offReason);
      expect(notice).toMatch(/\/wire subscribe (export-controls|disasters)/);
    }
    expect(house.tries()).toBeLessThanOrEqual(1);
    expect(await stateOf('morning')).toBe('planned');
  });
});

describe.each([
  ['slack', slackHouse],
  ['discord', discordHouse],
] as const)('a channel that is off on %s', (_platform, make) => {
  it('is switched on by a command, and gets what waited', async () => {
    await open(make);
    house.close('no access');
    await plan('morning');
    for (let round = 0; round < 2; round += 1) await post();
    await house.reopen();
    await plan('noon');
    await post();
    expect(house.inChannel()).toEqual([]);
    const config = deskConfig({ channels: [] });
    const parts = { config, store, analyst: createOfflineAnalyst(), log: silentLog };
    const chats = [house.chat];
    const reception = createReception({
      ...parts,
      chats,
      now: () => clock,
      share: () => Promise.reject(new Error('nobody shares')),
    });
    const asker = {
      channel: house.channel,
      person: house.people[0],
      mayManage: true,
      thread: null,
    };
    const command = {
      name: 'subscribe',
      topic: 'disasters',
      schedule: null,
      alerts: false,
    } as const;
    await reception.request(command, asker);
    for (let round = 0; round < 2; round += 1) await post();
    expect(house.inChannel()).toEqual(['News of morning.', 'News of noon.']);
    expect(house.told(house.people[0])).toHaveLength(1);
    house.close('no access');
    await plan('evening');
    for (let round = 0; round < 2; round += 1) await post();
    expect(house.told(house.people[0])).toHaveLength(2); // it was closed anew
  });

  it('is not told of again and again to who takes no direct messages', async () => {
    await open(make);
    house.close('no access');
    const [ada, ben] = house.people;
    house.shun(ada);
    await plan('morning');
    for (let round = 0; round < 4; round += 1) await post();
    expect(house.told(ada)).toEqual([]);
    expect(house.told(ben)).toHaveLength(1);
    const states = new Set((await store.countDeliveries()).map(({ state }) => state));
    expect(states).toEqual(new Set(['planned', 'failed', 'sent']));
  });

  it('is not told of twice when the reply to the notice is lost', async () => {
    await open(make);
    house.close('no access');
    await plan('morning');
    house.loseReply();
    for (let round = 0; round < 4; round += 1) await post();
    for (const person of house.people) expect(house.told(person)).toHaveLength(1);
    const states = (await store.countDeliveries()).map(({ state }) => state);
    expect(states).not.toContain('unknown');
  });
});
