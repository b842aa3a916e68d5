/** Discord shuts an address out after ten thousand refused requests in ten minutes: we stop long before. */
import { expect, it } from 'vitest';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import { FakeReception, sentence } from '../contract.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const POSTS = /^POST \/channels\/\d+\/messages$/;

it.each([
  ['html-error-after', 'unknown', 1],
  ['html-ok-after', 'unknown', 1],
  ['empty-after', 'unknown', 1],
  ['nameless-after', 'unknown', 1],
  ['bare-rate-limit', 'later', 0],
  ['front-door', 'later', 0],
] as const)('takes the reply %s for what it is, and asks once', async (fault, kind, stands) => {
  const fake = await openFake();
  const chat = chatFor(fake);
  await chat.connect(new FakeReception());
  fake.fail(POSTS, fault);
  const posting = {
    delivery: deliveryId('one', 0),
    channel: channelOf(fake),
    payload: chat.render(sentence('Hello'), 'one')[0]?.payload,
    lead: null,
  };
  const outcome = await chat.post(posting);
  expect(outcome.kind).toBe(kind);
  if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(1_000);
  expect(fake.callsOf(POSTS)).toHaveLength(1);
  expect(fake.world.in(fake.world.general.id)).toHaveLength(stands);
  const found = await chat.find(posting, Date.now() - 60_000);
  expect(found.kind).toBe(stands ? 'found' : 'absent');
  await chat.disconnect();
  await fake.stop();
});

it.each([
  [401, 50027],
  [403, 50001],
  [404, 10008],
])('asks once to fill in an answer that Discord refuses with %i', async (status, code) => {
  const fake = await openFake();
  const chat = chatFor(fake);
  await chat.connect(new FakeReception());
  fake.refuseReplies = { status, body: { code, message: 'refused' } };
  fake.command('wire help', {});
  const edits = /^PATCH \/webhooks\//;
  await expect.poll(() => fake.callsOf(edits).length).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(fake.callsOf(edits)).toHaveLength(1);
  await chat.disconnect();
  await fake.stop();
});

it('sends nothing more once too many requests were refused, and says so', async () => {
  const fake = await openFake();
  const chat = chatFor(fake, { refusedMax: 20 });
  await chat.connect(new FakeReception());
  const payload = chat.render(sentence('Hello'), 'one')[0]?.payload;
  const posting = {
    delivery: deliveryId('one', 0),
    channel: channelOf(fake),
    payload,
    lead: null,
  };
  // the gateway has not told of it
  fake.world.general.botRights = 0n;
  let last = await chat.post(posting);
  expect(last.kind).toBe('gone');
  for (let tries = 1; tries < 40 && last.kind !== 'later'; tries += 1)
    last = await chat.post(posting);
  expect(last).toMatchObject({ kind: 'later', isEverywhere: true });
  if (last.kind === 'later') expect(last.retryAfterMs).toBeGreaterThan(60_000);
  const sent = fake.calls.length;
  // the count is the process's: the tests above have their part in it
  expect(fake.world.invalidRequests).toBeGreaterThan(5);
  expect(fake.world.invalidRequests).toBeLessThanOrEqual(20);
  expect((await chat.post(posting)).kind).toBe('later');
  expect((await chat.edit(posting, '1')).kind).toBe('later');
  expect((await chat.find(posting, 0)).kind).toBe('unreadable');
  expect(fake.calls).toHaveLength(sent);
  await chat.disconnect();
  await fake.stop();
});
