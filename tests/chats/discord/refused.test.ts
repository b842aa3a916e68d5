/** Discord shuts an address out after ten thousand refused requests in ten minutes: we stop long before. */
import { expect, it } from 'vitest';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import { FakeReception, sentence } from '../contract.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

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
  expect(fake.world.invalidRequests).toBe(20);
  expect((await chat.post(posting)).kind).toBe('later');
  expect((await chat.edit(posting, '1')).kind).toBe('later');
  expect((await chat.find(posting, 0)).kind).toBe('unreadable');
  expect(fake.calls).toHaveLength(sent);
  await chat.disconnect();
  await fake.stop();
});
