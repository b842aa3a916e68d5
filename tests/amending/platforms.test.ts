/** Posted items follow the story on the platforms themselves: the whole newsroom before both fakes. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Analyst } from '../../src/analysts/analyst.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Copy } from '../../src/news/take.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import type { Store } from '../../src/stores/store.ts';
import { HOME } from '../chats/slack/harness.ts';
import type { FakeDiscord } from '../fakes/discord/fake.ts';
import { copy } from '../fakes/newsroom.ts';
import { textOfMessage, type FakeSlack } from '../fakes/slack/fake-slack.ts';
import { BOT_USER } from '../fakes/slack/workspace.ts';
import { openPlatforms, type Platforms } from './platforms.ts';

/** States in which nothing more is done for a message. */
const ENDED = ['sent', 'amended', 'withdrawn'];

const FLOOD = (toll: string): string =>
  `A flood in the Vara valley killed ${toll} people on Thursday and cut the main railway, the interior ministry said.`;
const PERSON = '800000000000000001';
const HEARD_MS = 500;

const offline = createOfflineAnalyst();
let platforms: Platforms;
let slack: FakeSlack;
let discord: FakeDiscord;
let store: Store;
let newsroom: Newsroom;
let send: Platforms['send'];
let seen: Platforms['seen'];

beforeEach(async () => {
  platforms = await openPlatforms(['disasters']);
  ({ slack, discord, store, newsroom, send, seen } = platforms);
});
afterEach(() => platforms.close());

const flood = (toll: string, more: Partial<Copy> = {}): Copy =>
  copy('Flood hits Vara valley', FLOOD(toll), { guid: 'flood', ...more });

async function postDigest(): Promise<void> {
  await send(flood('nine'));
  await platforms.postDigest();
}
const kill = (): Copy => copy('KILL', 'Please kill.', { guid: 'flood', signal: 'kill' });

describe.each(['slack', 'discord'] as const)('on %s', (platform) => {
  it('an update edits the item and is told in the thread, and pings nobody', async () => {
    await postDigest();
    await send(flood('11', { signal: 'writethru' }));
    const [item, note, ...more] = seen()[platform];
    expect(item).toMatch(/^channel: [^]*Update v2: [^]*death toll 9 to 11/);
    expect(item).toContain('killed 11 people');
    expect(note).toMatch(/^thread: [^]*v2: [^]*death toll 9 to 11/);
    expect(more).toEqual([]);
    for (const { pinged } of discord.world.messages)
      expect(pinged).toEqual({ everyone: false, users: [], roles: [] });
    for (const { args } of slack.calls) expect(args['reply_broadcast']).toBeUndefined();
    const [thread] = [...discord.world.channels.values()].filter(({ parent }) => parent !== null);
    expect(thread?.name).toMatch(/^Test desk · /);
  });

  it('a kill takes the item and its notes, and is told to who saw it alone', async () => {
    await postDigest();
    await send(flood('11', { signal: 'writethru' }));
    await slack.type('brief', 'disasters', { channel: HOME });
    await discord.answerTo(discord.command('brief', { topic: 'disasters' }));
    // the fake shows the answer before the client has heard that it stands, and by what it is changed
    await pause(HEARD_MS);
    await send(kill());
    const shown = seen()[platform].join('\n');
    expect(shown.match(/Withdrawn/g)).toHaveLength(2);
    expect(shown).not.toMatch(/Vara|toll/);
    const alone =
      platform === 'slack'
        ? slack.workspace.messages.filter(({ channel }) => channel === 'D0ANN').map(textOfMessage)
        : discord.world.messages
            .filter(({ onlyFor }) => onlyFor === PERSON)
            .map((each) => discord.world.seen(each).text);
    expect(alone).toEqual([expect.stringContaining('has withdrawn')]);
    expect(alone.join()).not.toContain('Vara');
    const states = (await store.countDeliveries()).map(({ state }) => state);
    expect(states.filter((state) => !ENDED.includes(state))).toEqual([]);
  });

  it('a correction that cannot be made in the message is told under it', async () => {
    await postDigest();
    slack.workspace.editWindowMs = -1;
    for (const message of discord.world.messages) message.foreign = true;
    await send(flood('12', { signal: 'correction' }));
    const [item, note, ...more] = seen()[platform];
    expect(item).toContain('nine people');
    expect(note).toMatch(/^thread: [^]*Correction \(v2\): [^]*death toll 9 to 12/);
    expect(more).toEqual([]);
  });

  it('a kill that cannot be made in the message takes it away, and says so', async () => {
    await postDigest();
    slack.workspace.editWindowMs = -1;
    discord.world.blocksEdits = true;
    await send(kill());
    expect(seen()[platform]).toEqual([expect.stringMatching(/^channel: [^]*Withdrawn[^]*removed/)]);
    expect(seen()[platform].join()).not.toContain('Vara');
  });

  it('a kill that can be made in no way is told under the message', async () => {
    await postDigest();
    slack.workspace.editWindowMs = -1;
    slack.workspace.keepsMessages = true;
    for (const message of discord.world.messages) message.foreign = true;
    await send(kill());
    expect(seen()[platform][1]).toMatch(/^thread: [^]*Withdrawn/);
  });

  it('a kill of a deleted message is told in the channel', async () => {
    await postDigest();
    for (const message of discord.world.messages) message.deleted = true;
    for (const message of slack.workspace.messages) message.isDeleted = true;
    await send(kill());
    expect(seen()[platform]).toEqual([expect.stringMatching(/^channel: [^]*Withdrawn/)]);
  });
});

describe('an answer streamed in Slack', () => {
  const TOLD = 'The flood killed nine people.';
  /** a model that has written a sentence, and does this before it has written the next */
  const writes =
    (meanwhile: () => Promise<void>): Analyst['answer'] =>
    async (request, hear) => {
      const quoted = await offline.answer(request);
      if (quoted.abstained) return quoted;
      await hear?.({ answer: { ...quoted, answer: TOLD }, added: TOLD });
      await meanwhile();
      return { ...quoted, answer: `${TOLD} It cut the railway.` };
    };
  const ask = () =>
    slack.say(HOME, `<@${BOT_USER}> how many people did the flood in the Vara valley kill?`);

  it('is withdrawn where it stands', async () => {
    await send(flood('nine'));
    platforms.analyst.write = writes(async () => undefined);
    await ask();
    await expect.poll(() => seen().slack.join()).toContain('cut the railway');
    await expect
      .poll(async () => (await store.countDeliveries()).some(({ state }) => state === 'sent'))
      .toBe(true);
    await send(kill());
    expect(seen().slack.join()).toContain('Withdrawn');
    expect(seen().slack.join()).not.toMatch(/killed nine|railway/);
    expect(slack.workspace.whispers).toEqual([]);
  });

  it('does not keep what is killed while it is being written', async () => {
    await send(flood('nine'));
    let kills = 0;
    platforms.analyst.write = writes(async () => {
      if (kills > 0) return;
      kills += 1;
      await send(kill());
    });
    await ask();
    await expect.poll(() => seen().slack.join()).toMatch(/do not tell|Withdrawn/);
    platforms.clock.now += 120_000;
    await newsroom.post();
    expect(seen().slack.join()).not.toMatch(/killed nine|railway/);
    expect(kills).toBe(1);
  });
});

describe('an answer spoken in Discord', () => {
  it('is withdrawn where it stands', async () => {
    await send(flood('nine'));
    discord.say(`<@${discord.world.bot}> how many people did the flood in the Vara valley kill?`);
    await expect.poll(() => seen().discord.join()).toContain('nine people');
    await expect
      .poll(async () => (await store.countDeliveries()).some(({ state }) => state === 'sent'))
      .toBe(true);
    await send(kill());
    expect(seen().discord).toEqual([expect.stringContaining('Withdrawn')]);
    expect(seen().discord.join()).not.toMatch(/Vara|nine/);
    expect(discord.world.messages.some(({ onlyFor }) => onlyFor !== null)).toBe(false);
    expect(discord.world.partnerIn(discord.world.general.id)).toBeNull();
  });
});
