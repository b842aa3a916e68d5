/** Where Discord has no thread for us, what belongs into it stands in the channel, once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { EVERY_RIGHT, RIGHTS, type FakeChannel } from '../../fakes/discord/world.ts';
import { FakeReception, sentence } from '../contract.ts';
import { chatFor, openFake } from './harness.ts';

const POSTS = /^POST \/channels\/\d+\/messages$/;
const THREADS = /threads$/;

describe('a digest that goes on where there is no thread', () => {
  let fake: FakeDiscord;
  let chat: Chat;
  let reception: FakeReception;
  let lead = '';
  beforeEach(async () => {
    fake = await openFake();
    chat = chatFor(fake);
    reception = new FakeReception();
    await chat.connect(reception);
    lead = await leadIn(fake.world.general);
  });
  afterEach(async () => {
    await chat.disconnect();
    await fake.stop();
  });

  const part = (
    name: string,
    channel = fake.world.general,
    under: string | null = lead,
  ): Posting => ({
    delivery: deliveryId(name, 0),
    channel: `discord:${fake.world.guild}/${channel.id}`,
    payload: chat.render(sentence(name), name)[0]?.payload,
    lead: under,
  });
  async function leadIn(channel: FakeChannel): Promise<string> {
    const sent = await chat.post(part(`Lead of ${channel.name}.`, channel, null));
    if (sent.kind !== 'sent') throw new Error('not sent');
    return sent.messageId;
  }
  async function lose(right: bigint): Promise<void> {
    fake.world.general.botRights = EVERY_RIGHT & ~right;
    fake.gateway.tellChannel(fake.world.general);
    // what the gateway tells is heard before what is typed afterwards
    await fake.answerTo(fake.command('wire help', {}));
  }
  const general = () =>
    fake.world.in(fake.world.general.id).filter(({ onlyFor }) => onlyFor === null);
  const troubles = () => chat.shortcomings?.() ?? [];

  it.each([
    ['Create Public Threads', RIGHTS.createThreads],
    ['Send Messages in Threads', RIGHTS.sendInThreads],
  ])(
    'stands in the channel without %s, which the operator is told to grant',
    async (name, right) => {
      await lose(right);
      const sent = await chat.post(part('Rest.'));
      if (sent.kind !== 'sent') throw new Error('not sent');
      expect(general()).toHaveLength(2);
      expect(general()[1]?.body['message_reference']).toMatchObject({ message_id: lead });
      expect(troubles()).toHaveLength(1);
      expect(troubles()[0]?.sentence).toContain(name);
      expect(await chat.edit(part('Rest.'), sent.messageId)).toEqual(sent);
      expect(await chat.find(part('Rest.'), 0)).toEqual({
        kind: 'found',
        messageId: sent.messageId,
      });
      await lose(0n);
      expect((await chat.post(part('More.'))).kind).toBe('sent');
      expect(fake.world.in(lead)).toHaveLength(1);
      expect(troubles()).toEqual([]);
    },
  );

  it('learns it from a refusal, and posts nothing twice', async () => {
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.createThreads;
    fake.fail(POSTS, 'drop-after');
    expect((await chat.post(part('Rest.'))).kind).toBe('unknown');
    expect((await chat.find(part('Rest.'), 0)).kind).toBe('found');
    expect(general()).toHaveLength(2);
  });

  it('stands in the channel when the server has all its threads', async () => {
    fake.world.threadsMax = 0;
    expect((await chat.post(part('Rest.'))).kind).toBe('sent');
    expect(general()).toHaveLength(2);
    expect(troubles()[0]?.sentence).toContain('active threads');
  });

  it('stands in the channel when the thread was deleted, and never closes it', async () => {
    expect((await chat.post(part('One.'))).kind).toBe('sent');
    const thread = fake.world.channels.get(lead);
    if (!thread) throw new Error('no thread');
    const [one] = fake.world.in(lead);
    thread.deleted = true;
    expect((await chat.post(part('Two.'))).kind).toBe('sent');
    expect(general()).toHaveLength(2);
    expect(await chat.edit(part('One.'), one?.id ?? '')).toMatchObject({
      kind: 'refused',
      isClosed: true,
    });
  });

  it('waits when the thread may or may not have been made', async () => {
    fake.fail(THREADS, 'error');
    expect((await chat.post(part('Rest.'))).kind).toBe('later');
    expect(general()).toHaveLength(1);
  });

  it('is not posted under a lead that was deleted', async () => {
    fake.world.messages.forEach((each) => (each.deleted = true));
    expect(await chat.post(part('Rest.'))).toMatchObject({ kind: 'refused', code: '10008' });
    expect(general()).toHaveLength(0);
  });

  it('follows in the post of a forum, which counts as a channel', async () => {
    const forum = fake.world.addChannel('desk-forum');
    forum.isForum = true;
    fake.gateway.tell('CHANNEL_CREATE', fake.gateway.channelJson(forum));
    const post = fake.world.addChannel('a post', forum.id);
    fake.gateway.tell('THREAD_CREATE', fake.gateway.channelJson(post));
    await fake.answerTo(fake.command('wire topics', {}, { channel: post.id }));
    expect(reception.commands.at(-1)?.asker).toMatchObject({
      channel: `discord:${fake.world.guild}/${post.id}`,
      thread: null,
    });
    const under = await leadIn(post);
    expect((await chat.post(part('Rest.', post, under))).kind).toBe('sent');
    expect(fake.world.in(post.id).filter(({ onlyFor }) => onlyFor === null)).toHaveLength(2);
    expect(fake.callsOf(THREADS)).toHaveLength(0);
    expect(troubles()).toEqual([]);
    expect(await chat.post(part('Lead.', forum, null))).toMatchObject({
      kind: 'gone',
      code: '50008',
    });
  });
});
