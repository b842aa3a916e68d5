/** The buttons under an item, pressed on strict fakes of both platforms, answered by the real desk. */
import { afterEach, expect, it } from 'vitest';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import type { Chat } from '../../src/chats/chat.ts';
import { silentLog } from '../../src/log.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { createReception } from '../../src/reception/reception.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { RIGHTS } from '../fakes/discord/world.ts';
import { copy, deskConfig, ScriptedWire } from '../fakes/newsroom.ts';
import { chatFor, channelOf, openFake } from './discord/harness.ts';
import { chatBefore, HOME_CHANNEL, openSlack } from './slack/harness.ts';

const QUAKE = `A magnitude 6.4 earthquake struck the port of Tessaly in Velmora on Thursday and killed nine people, mayor Davo Renn said.

Rescue teams will search the old harbour on Friday, Renn said.`;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A bot with one channel, in which it has posted one item of two stories. */
async function bot(chat: Chat, channel: string) {
  const [served] = deskConfig().channels;
  if (!served) throw new Error('no channel');
  const config = deskConfig({ channels: [{ ...served, channel }] });
  const store = createMemoryStore();
  const wire = new ScriptedWire('wire');
  let at = Date.parse('2026-03-12T09:00:00Z');
  const parts = {
    config,
    store,
    analyst: createOfflineAnalyst(),
    now: () => at,
    log: silentLog,
    chats: [chat],
  };
  const newsroom = createNewsroom({ ...parts, wires: [wire] });
  await chat.connect(createReception({ ...parts, share: async () => 'Shared.' }));
  closing.push(() => chat.disconnect());
  wire.batches.push([
    copy('Quake hits Tessaly in Velmora', QUAKE, { guid: 'a', provider: 'Alpha' }),
    copy('Quake hits Velmora port Tessaly', QUAKE, { guid: 'b', provider: 'Beta' }),
  ]);
  await newsroom.gather();
  at = Date.parse('2026-03-12T10:00:00Z');
  await newsroom.publishNow([channel]);
  const [edition] = await store.editionsOf(channel, 1);
  const [delivery] = await store.deliveriesOf(edition?.id ?? '');
  const messageId = delivery?.messageId;
  if (!edition || !messageId) throw new Error('nothing was posted');
  return { store, newsroom, edition, messageId };
}

it('takes a wrong fact out of what was posted on Discord, from the first press to the edit', async () => {
  const fake = await openFake();
  const { store, newsroom, edition, messageId } = await bot(chatFor(fake), channelOf(fake));
  const posted = () => {
    const message = fake.world.messages.find(({ id }) => id === messageId);
    if (!message) throw new Error('the message is gone');
    return fake.world.seen(message);
  };
  expect(posted().text).toContain('killed nine people, mayor');
  const idOf = (label: string) =>
    posted().buttons.find((button) => button.label === label)?.customId ?? '';
  const [asked] = await fake.answerTo(fake.press(messageId, idOf('Wrong fact')));
  expect(asked?.message.onlyFor).not.toBeNull();
  const number = /(\d+)\.[^\n]*killed nine/.exec(asked?.text ?? '')?.[1] ?? '';
  const choice = asked?.buttons.find(({ label }) => label === number)?.customId ?? '';
  await fake.answerTo(fake.press(asked?.message.id ?? '', choice));
  await fake.answerTo(fake.press(asked?.message.id ?? '', choice));
  const [verdict, ...others] = await store.verdicts({ state: null, events: null, limit: 9 });
  expect(others).toEqual([]);
  expect(verdict).toMatchObject({ state: 'waiting', edition: edition.id });
  const rights = RIGHTS.manageChannels;
  const word = { verdict: verdict?.id ?? '' };
  const [done] = await fake.answerTo(fake.command('wire confirm', word, { rights }));
  expect(done?.text).toContain('Confirmed');
  await newsroom.post();
  expect(posted().text).not.toContain('killed nine people, mayor');
  expect(posted().text).toContain('Quake hits Velmora port Tessaly');
});

it('knows the edition of a press on Slack, and asks which story does not belong', async () => {
  const slack = await openSlack();
  closing.push(() => slack.close());
  const { store, edition, messageId } = await bot(chatBefore(slack), HOME_CHANNEL);
  const noted = await slack.press(messageId, 'Not relevant', 'U0BEN');
  expect(noted.ackMs).toBeLessThan(1_000);
  expect(noted.shown).toContain('Noted as not relevant for disasters in this channel');
  const [verdict] = await store.verdicts({ state: 'noted', events: null, limit: 1 });
  expect(verdict).toMatchObject({ person: 'U0BEN', edition: edition.id, topics: ['disasters'] });
  const asked = await slack.press(messageId, 'Wrong merge', 'U0BEN');
  expect(asked.shown).toMatch(/1\..*Alpha|1\..*Beta/);
  const facts = await slack.press(messageId, 'Wrong fact', 'U0BEN');
  expect(facts.shown).toContain('killed nine people');
});
