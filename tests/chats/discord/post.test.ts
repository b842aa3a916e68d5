/** Posting to Discord: one request for one message, and the truth about what became of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { EVERY_RIGHT, RIGHTS } from '../../fakes/discord/world.ts';
import { FakeReception, sentence } from '../contract.ts';
import { hugeDigest, LAYOUTS } from '../layouts.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const POSTS = /^POST \/channels\/\d+\/messages$/;
const THREADS = /^POST \/channels\/\d+\/messages\/\d+\/threads$/;

describe('posting', () => {
  let fake: FakeDiscord;
  let chat: Chat;
  beforeEach(async () => {
    fake = await openFake();
    chat = chatFor(fake);
    await chat.connect(new FakeReception());
  });
  afterEach(async () => {
    await chat.disconnect();
    await fake.stop();
  });

  const posting = (words = 'News.', batch = 'batch', lead: string | null = null): Posting => ({
    delivery: deliveryId(batch, 0),
    channel: channelOf(fake),
    payload: chat.render(sentence(words), batch)[0]?.payload,
    lead,
  });
  const general = () => fake.world.in(fake.world.general.id);

  it.each([
    'error',
    'error-after',
    'drop',
    'drop-after',
    'hang',
    'hang-after',
    'half-after',
  ] as const)('makes exactly one request when it meets %s', async (fault) => {
    fake.fail(POSTS, fault, 5);
    expect((await chat.post(posting())).kind).toBe('unknown');
    expect(fake.callsOf(POSTS)).toHaveLength(1);
  });

  it('gives up waiting for a reply whose end never comes', async () => {
    fake.fail(POSTS, 'half-after');
    const started = Date.now();
    await chat.post(posting());
    expect(Date.now() - started).toBeLessThan(2_000);
  });

  it('is not posted twice within the life of its nonce, and is found by its mark afterwards', async () => {
    fake.fail(POSTS, 'drop-after');
    const since = fake.world.now();
    expect((await chat.post(posting())).kind).toBe('unknown');
    const again = await chat.post(posting());
    expect(again.kind).toBe('sent');
    expect(general()).toHaveLength(1);
    fake.world.advance(20 * 60_000);
    expect(await chat.find(posting(), since)).toEqual({
      kind: 'found',
      messageId: general()[0]?.id,
    });
  });

  it('finds a message behind many others, and no other', async () => {
    const since = fake.world.now();
    expect((await chat.post(posting())).kind).toBe('sent');
    const body = { content: 'chatter' };
    const channel = fake.world.general.id;
    for (let index = 0; index < 250; index += 1)
      fake.world.addMessage({ channel, author: '800000000000000001', body });
    fake.world.advance(60 * 60_000);
    for (let index = 0; index < 250; index += 1)
      fake.world.addMessage({ channel, author: '800000000000000001', body });
    expect((await chat.find(posting(), since)).kind).toBe('found');
    expect((await chat.find(posting('Other.', 'other'), since)).kind).toBe('absent');
  });

  it("takes nobody else's message for its own", async () => {
    const { components } = posting().payload as { components: unknown };
    const channel = fake.world.general.id;
    fake.world.addMessage({ channel, author: '800000000000000002', body: { components } });
    expect((await chat.find(posting(), fake.world.now())).kind).toBe('absent');
  });

  it('does not take an empty answer for an empty history', async () => {
    await chat.post(posting());
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.readHistory;
    fake.gateway.tellChannel(fake.world.general);
    await expect.poll(async () => (await chat.find(posting(), 0)).kind).toBe('unreadable');
  });

  it('sends again what it may not look for, while Discord tells it from a new message', async () => {
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.readHistory;
    fake.gateway.tellChannel(fake.world.general);
    fake.fail(POSTS, 'drop-after');
    expect((await chat.post(posting())).kind).toBe('unknown');
    expect((await chat.find(posting(), 0)).kind).toBe('absent');
    expect(await chat.post(posting())).toEqual({ kind: 'sent', messageId: general()[0]?.id });
    expect(general()).toHaveLength(1);
    expect((await chat.find(posting('Other.', 'other'), 0)).kind).toBe('unreadable');
  });

  it('lets an edit wait by itself when Discord takes it much later', async () => {
    const sent = await chat.post(posting());
    if (sent.kind !== 'sent') throw new Error('not sent');
    fake.fail(/^PATCH \/channels\//, 'rate-limit', 1, 120);
    expect(await chat.edit(posting(), sent.messageId)).toMatchObject({
      kind: 'later',
      isForThisAlone: true,
    });
    expect((await chat.post(posting('News.', 'more'))).kind).toBe('sent');
  });

  it('takes a short wait of an edit for one of the channel', async () => {
    const sent = await chat.post(posting());
    if (sent.kind !== 'sent') throw new Error('not sent');
    fake.fail(/^PATCH \/channels\//, 'rate-limit', 1, 2);
    const outcome = await chat.edit(posting(), sent.messageId);
    expect(outcome).toMatchObject({ kind: 'later', isLimited: true });
    expect(outcome).not.toHaveProperty('isForThisAlone');
  });

  it.each([
    ['no right to write', RIGHTS.sendMessages, '50013'],
    ['no sight of the channel', RIGHTS.viewChannel, '50001'],
  ])('asks nothing of Discord when it knows that it has %s', async (_, missing, code) => {
    fake.world.general.botRights = EVERY_RIGHT & ~missing;
    fake.gateway.tellChannel(fake.world.general);
    await expect.poll(async () => (await chat.post(posting())).kind).toBe('gone');
    const before = fake.calls.length;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone', code });
    expect(fake.calls).toHaveLength(before);
  });

  it('learns from a refusal what the gateway did not tell', async () => {
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.sendMessages;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone', code: '50013' });
    fake.world.general.botRights = 0n;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone', code: '50001' });
    fake.world.general.deleted = true;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone', code: '10003' });
  });

  it('says that its own payload was refused', async () => {
    fake.fail(POSTS, 'invalid-form', 2);
    expect(await chat.post(posting())).toMatchObject({ kind: 'refused', code: '50035' });
    expect(fake.callsOf(POSTS)).toHaveLength(2);
    expect(await chat.post({ ...posting(), channel: 'slack:T0/C0' })).toMatchObject({
      kind: 'refused',
      code: 'channel',
    });
  });

  it.each(['rate-limit', 'global-rate-limit'] as const)('waits when told: %s', async (fault) => {
    fake.fail(POSTS, fault, 1, 2.5);
    const outcome = await chat.post(posting());
    expect(outcome).toMatchObject({ kind: 'later' });
    if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(2_400);
    expect(fake.callsOf(POSTS)).toHaveLength(1);
  });

  it('pings nobody, whatever the words', async () => {
    await chat.post(posting('@everyone <@800000000000000001> <@&1>', 'ping'));
    expect(general()[0]?.pinged).toEqual({ everyone: false, users: [], roles: [] });
  });

  it('opens the thread once and posts the parts in it', async () => {
    const parts = chat.render(hugeDigest, 'digest');
    let lead: string | null = null;
    for (const [index, part] of parts.entries()) {
      const delivery = deliveryId('digest', index);
      const given = { delivery, channel: channelOf(fake), payload: part.payload, lead };
      const outcome = await chat.post(given);
      if (outcome.kind !== 'sent') throw new Error(outcome.sentence);
      lead ??= outcome.messageId;
    }
    expect(fake.callsOf(THREADS)).toHaveLength(1);
    const thread = fake.world.channels.get(lead ?? '');
    expect(thread?.name).toBe(hugeDigest.title);
    expect(fake.world.in(lead ?? '')).toHaveLength(parts.length - 1);
  });

  it('goes on in a thread that another process opened', async () => {
    const lead = await chat.post(posting());
    if (lead.kind !== 'sent') throw new Error('not sent');
    const other = chatFor(fake);
    await other.connect(new FakeReception());
    expect((await other.post(posting('One.', 'one', lead.messageId))).kind).toBe('sent');
    expect((await chat.post(posting('Two.', 'two', lead.messageId))).kind).toBe('sent');
    expect(fake.world.in(lead.messageId)).toHaveLength(2);
    await other.disconnect();
  });

  it('posts nothing when the thread may not have been made, and can try again', async () => {
    const lead = await chat.post(posting());
    if (lead.kind !== 'sent') throw new Error('not sent');
    fake.fail(THREADS, 'error-after');
    const part = posting('One.', 'one', lead.messageId);
    expect((await chat.post(part)).kind).toBe('later');
    expect((await chat.post(part)).kind).toBe('sent');
    expect(fake.world.in(lead.messageId)).toHaveLength(1);
  });

  it('edits in a thread that has gone to sleep, and not in a locked one', async () => {
    const lead = await chat.post(posting());
    if (lead.kind !== 'sent') throw new Error('not sent');
    const part = posting('One.', 'one', lead.messageId);
    const sent = await chat.post(part);
    if (sent.kind !== 'sent') throw new Error('not sent');
    const thread = fake.world.channels.get(lead.messageId);
    if (!thread) throw new Error('no thread');
    thread.archived = true;
    const corrected = { ...part, payload: chat.render(sentence('Corrected.'), 'one')[0]?.payload };
    expect(await chat.edit(corrected, sent.messageId)).toEqual(sent);
    thread.archived = true;
    thread.locked = true;
    // a locked thread closes itself to us, not its channel
    expect(await chat.edit(corrected, sent.messageId)).toMatchObject({
      kind: 'refused',
      isClosed: true,
    });
    expect(await chat.post(posting('Two.', 'two', lead.messageId))).toMatchObject({ kind: 'sent' });
    expect(general().map(({ body }) => body['message_reference'])).toEqual([
      undefined,
      expect.objectContaining({ message_id: lead.messageId }),
    ]);
  });

  it('wakes a thread to take a message back, and cannot in a locked one', async () => {
    const lead = await chat.post(posting());
    if (lead.kind !== 'sent') throw new Error('not sent');
    const part = posting('One.', 'one', lead.messageId);
    const sent = await chat.post(part);
    const thread = fake.world.channels.get(lead.messageId);
    if (sent.kind !== 'sent' || !thread) throw new Error('no thread');
    Object.assign(thread, { archived: true, locked: true });
    expect(await chat.remove?.(part, sent.messageId)).toMatchObject({ kind: 'refused' });
    thread.archived = false;
    expect(await chat.edit(part, sent.messageId)).toMatchObject({ kind: 'refused' });
    expect(await chat.remove?.(part, sent.messageId)).toEqual(sent);
    expect(fake.world.in(lead.messageId)).toEqual([]);
  });

  it('wakes a post of a forum that it edits', async () => {
    const sent = await chat.post(posting());
    if (sent.kind !== 'sent') throw new Error('not sent');
    const forumPost = fake.world.addChannel('post', fake.world.general.id, sent.messageId);
    const inPost = {
      ...posting('Inside.', 'inside'),
      channel: `discord:${fake.world.guild}/${forumPost.id}`,
    };
    const inside = await chat.post(inPost);
    if (inside.kind !== 'sent') throw new Error('not sent');
    forumPost.archived = true;
    expect(await chat.edit(inPost, inside.messageId)).toEqual(inside);
  });

  it('says when the message to be edited was deleted', async () => {
    expect(await chat.edit(posting(), '1')).toMatchObject({
      kind: 'refused',
      code: '10008',
      isClosed: true,
    });
  });

  it('keeps what is due for later when the token is taken away, and asks no more', async () => {
    fake.fail(POSTS, 'unauthorized');
    const lost = await chat.post(posting());
    expect(lost).toMatchObject({ kind: 'later' });
    if (lost.kind === 'later') expect(lost.sentence).toContain('DISCORD_TOKEN');
    expect((await chat.post(posting())).kind).toBe('later');
    expect(fake.callsOf(POSTS)).toHaveLength(1);
  });
});

it('posts nothing before it is connected', async () => {
  const fake = await openFake();
  const chat = chatFor(fake);
  const payload = chat.render(LAYOUTS.card ?? sentence(''), 'card')[0]?.payload;
  const given = { delivery: deliveryId('card', 0), channel: channelOf(fake), payload, lead: null };
  expect((await chat.post(given)).kind).toBe('later');
  expect((await chat.edit(given, '1')).kind).toBe('later');
  expect((await chat.find(given, 0)).kind).toBe('unreadable');
  expect(fake.calls).toEqual([]);
  await fake.stop();
});

it('asks for a pause itself when the channel is full', async () => {
  const fake = await openFake({ channelLimit: { count: 2, windowMs: 60_000 } });
  const chat = chatFor(fake);
  await chat.connect(new FakeReception());
  const kinds: string[] = [];
  for (const batch of ['one', 'two', 'three', 'four']) {
    const payload = chat.render(sentence(batch), batch)[0]?.payload;
    const delivery = deliveryId(batch, 0);
    kinds.push((await chat.post({ delivery, channel: channelOf(fake), payload, lead: null })).kind);
  }
  expect(kinds).toEqual(['sent', 'sent', 'later', 'later']);
  // the client knows the limit from the headers: nothing invalid was sent
  expect(fake.world.invalidRequests).toBe(0);
  await chat.disconnect();
  await fake.stop();
});
