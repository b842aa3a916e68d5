/** Telling one person in Discord: in place of what they were shown, else directly; and public answers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting, Spoken } from '../../../src/chats/chat.ts';
import type { Log } from '../../../src/log.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { Layout } from '../../../src/news/layout.ts';
import type { Reply } from '../../../src/news/request.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { FakeReception, sentence } from '../contract.ts';
import { hugeDigest } from '../layouts.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const PERSON = '800000000000000001';
const CONVERSATIONS = /^POST \/users\/@me\/channels$/;
const EDITS = /^PATCH \/webhooks\//;

/** Answers with what tells of an event, and notes what was spoken for all to hear. */
class TellingReception extends FakeReception {
  layout: Layout = sentence('A toll of nine.');
  readonly heard: { reply: string; messages: readonly Spoken[] }[] = [];

  override async request(...asked: Parameters<FakeReception['request']>): Promise<Reply> {
    const reply = await super.request(...asked);
    return { ...reply, layout: this.layout, events: [{ id: 'event-1', version: 1 }] };
  }

  async spoken(reply: Reply, messages: readonly Spoken[]): Promise<void> {
    this.heard.push({ reply: reply.id, messages });
  }
}

let fake: FakeDiscord;
let chat: Chat;
let reception: TellingReception;
const logged: string[] = [];
const note = (facts: Record<string, unknown>): void => {
  const { error } = facts;
  logged.push(JSON.stringify(facts), JSON.stringify({ ...(error as object), text: String(error) }));
};
const log: Log = { debug: note, info: note, warn: note, error: note };

beforeEach(async () => {
  logged.length = 0;
  fake = await openFake();
  chat = chatFor(fake, { log });
  reception = new TellingReception();
  await chat.connect(reception);
});
afterEach(async () => {
  await chat.disconnect();
  await fake.stop();
});

const notice = (...replies: string[]): Posting => ({
  delivery: deliveryId('notice', 0),
  channel: channelOf(fake),
  payload: chat.render(sentence('Withdrawn.'), 'notice')[0]?.payload,
  lead: null,
  reader: { person: PERSON, replies },
});
const textsFor = (): string[] =>
  fake.world.messages
    .filter((each) => each.onlyFor === PERSON || fake.world.partnerIn(each.channel) === PERSON)
    .map((each) => fake.world.seen(each).text);
const asked = async () => {
  const answer = await fake.answerTo(fake.command('ask', { question: 'how many?' }));
  // the reply is kept once the last message of it is known
  await new Promise((resolve) => setTimeout(resolve, 50));
  return answer;
};

describe('a notice to a person', () => {
  it('takes the place of the answer while that can be changed', async () => {
    await asked();
    expect((await chat.post(notice('reply-1'))).kind).toBe('sent');
    expect(textsFor()).toEqual(['Withdrawn.']);
    expect(fake.callsOf(CONVERSATIONS)).toEqual([]);
  });

  it('takes the place of every message of a long answer', async () => {
    reception.layout = hugeDigest;
    await asked();
    await expect.poll(() => textsFor().length).toBe(5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await chat.post(notice('reply-1'));
    expect(new Set(textsFor().map((text) => text.trim()))).toEqual(new Set(['Withdrawn.']));
  });

  it('is a direct message when an answer can no longer be changed', async () => {
    await asked();
    fake.world.advance(16 * 60_000);
    expect((await chat.post(notice('reply-1'))).kind).toBe('sent');
    expect(textsFor().map((text) => text.trim())).toEqual(['A toll of nine.', 'Withdrawn.']);
  });

  it('is both when one of two answers can be changed', async () => {
    await asked();
    expect((await chat.post(notice('reply-of-yesterday', 'reply-1'))).kind).toBe('sent');
    expect(textsFor().map((text) => text.trim())).toEqual(['Withdrawn.', 'Withdrawn.']);
  });

  it('is refused, never gone, when the person takes no direct messages', async () => {
    fake.world.closedTo.add(PERSON);
    expect(await chat.post(notice('reply-1'))).toMatchObject({ kind: 'refused', code: '50007' });
  });

  it('is looked for in the conversation, and put in the place of an answer again', async () => {
    fake.fail(/^POST \/channels\/\d+\/messages$/, 'drop-after');
    const since = Date.now() - 60_000;
    expect((await chat.post(notice('reply-of-yesterday'))).kind).toBe('unknown');
    expect((await chat.find(notice('reply-of-yesterday'), since)).kind).toBe('found');
    await asked();
    fake.fail(EDITS, 'drop-after');
    expect((await chat.post(notice('reply-1'))).kind).toBe('later');
    expect((await chat.post(notice('reply-1'))).kind).toBe('sent');
  });

  it('keeps the tokens of interactions out of the log', async () => {
    fake.fail(EDITS, 'error', 9);
    fake.command('ask', { question: 'how many?' });
    await expect.poll(() => logged.length).toBeGreaterThan(0);
    fake.world.advance(16 * 60_000);
    await asked().catch(() => undefined);
    await chat.post(notice('reply-1'));
    expect(logged.join('\n')).not.toContain('token-');
  });
});

describe('an answer for all to hear', () => {
  it('is told of with the place where it stands', async () => {
    fake.say(`<@${fake.world.bot}> how many?`);
    await expect.poll(() => reception.heard.length).toBe(1);
    const message = fake.world.messages.find((each) => each.author === fake.world.bot);
    expect(reception.heard[0]).toMatchObject({
      reply: 'reply-1',
      messages: [{ channel: channelOf(fake), messageId: message?.id }],
    });
    const edit = { ...notice(), channel: reception.heard[0]?.messages[0]?.channel ?? '' };
    expect((await chat.edit(edit, message?.id ?? '')).kind).toBe('sent');
  });

  it('is told of as far as it came', async () => {
    reception.layout = hugeDigest;
    let posts = 0;
    fake.watch = (line, moment) => {
      const isPost = /^POST \/channels\/\d+\/messages$/.test(line) && moment === 'arrived';
      if (isPost) posts += 1;
      return isPost && posts > 2 ? 'drop' : 'go on';
    };
    fake.say(`<@${fake.world.bot}> how many?`);
    await expect.poll(() => posts, { timeout: 5_000 }).toBeGreaterThan(3);
    expect(reception.heard.map(({ messages }) => messages.length)).toEqual([1, 2]);
  });
});
