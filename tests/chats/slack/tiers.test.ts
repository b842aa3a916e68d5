/** Slack counts calls of a method by the minute: who waits, who comes back, and what 429 means. */
import { WebAPIRateLimitedError } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import { Calls, NotYet } from '../../../src/chats/slack/tiers.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { sentence } from '../contract.ts';
import { chatBefore, HOME_CHANNEL, openSlack } from './harness.ts';

let now: number;
let went: { method: string; at: number }[];
let refuseWith: number | null;

/** Time that passes by waiting only; each call is noted. */
const calls = (): Calls =>
  new Calls(
    {
      apiCall: (method: string) => {
        went.push({ method, at: now });
        if (refuseWith === null) return Promise.resolve({ ok: true });
        const retryAfter = refuseWith;
        refuseWith = null;
        return Promise.reject(new WebAPIRateLimitedError(retryAfter));
      },
    },
    {
      now: () => now,
      wait: (ms) => {
        now += ms;
        return Promise.resolve();
      },
    },
  );

/** The instants of the calls of a method. */
const times = (method: string): number[] =>
  went.filter((each) => each.method === method).map(({ at }) => at);
const mostInAMinute = (method: string): number =>
  Math.max(
    ...times(method).map(
      (from) => times(method).filter((at) => at >= from && at < from + 60_000).length,
    ),
  );

async function waitOf(call: Promise<unknown>): Promise<number> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  return error instanceof NotYet ? error.waitMs : 0;
}

beforeEach(() => {
  now = 10_000;
  went = [];
  refuseWith = null;
});

describe('the tiers of Slack', () => {
  it.each([
    ['chat.update', 50],
    ['conversations.history', 50],
    ['conversations.replies', 50],
    ['conversations.members', 100],
    ['users.info', 100],
    ['chat.postEphemeral', 100],
  ])('%s is called at most %i times in any minute, and not much less', async (method, most) => {
    const line = calls();
    while (now < 400_000) await line.call(method, {});
    expect(mostInAMinute(method)).toBeLessThanOrEqual(most);
    expect(times(method).length).toBeGreaterThan((6 * most * 3) / 4);
    expect(times(method).slice(0, 10)).toEqual(Array(10).fill(10_000));
  });

  it('leave the pace of what is posted to the ledger', async () => {
    const line = calls();
    for (let count = 0; count < 500; count += 1) await line.call('chat.postMessage', {});
    expect(now).toBe(10_000);
  });

  it('tell how many calls may be made at once, and hand back what would have to wait', async () => {
    const line = calls();
    expect(line.free('chat.postMessage')).toBe(Infinity);
    for (let left = 10; left > 0; left -= 1) {
      expect(line.free('chat.update')).toBe(left);
      await line.call('chat.update', {}, 1_000);
    }
    expect(line.free('chat.update')).toBe(0);
    expect(await waitOf(line.call('chat.update', {}, 1_000))).toBe(1_500);
    now += 4_500;
    expect(line.free('chat.update')).toBe(3);
    now += 600_000;
    expect(line.free('chat.update')).toBe(10);
  });

  it.each([2, 3, 7, 30])('are kept by %i processes together', async (processes) => {
    const lines = Array.from({ length: processes }, () => calls());
    for (const line of lines) line.apportion(processes);
    for (; now < 200_000; now += 500)
      for (const line of lines)
        if (line.free('chat.update') > 0) await line.call('chat.update', {}, 0);
    expect(mostInAMinute('chat.update')).toBeLessThanOrEqual(50);
    expect(times('chat.update').length).toBeGreaterThanOrEqual(90);
  });

  it('say no sooner than Slack wants it, and one by one then', async () => {
    const line = calls();
    refuseWith = 30;
    expect(await waitOf(line.call('chat.update', {}))).toBe(30_000);
    expect(await waitOf(line.call('chat.update', {}))).toBeGreaterThanOrEqual(30_000);
    expect(await waitOf(line.call('conversations.history', {}))).toBe(0);
    expect(times('chat.update')).toHaveLength(1);
    now += 30_000;
    expect(await waitOf(line.call('chat.update', {}))).toBe(0);
    expect(await waitOf(line.call('chat.update', {}, 0))).toBeGreaterThan(1_000);
    expect(times('chat.update')).toEqual([10_000, 40_000]);
  });

  it('hand a read back that would have to wait long, and keep nothing for it', async () => {
    const line = calls();
    refuseWith = 30;
    expect(await waitOf(line.call('conversations.history', {}))).toBe(30_000);
    for (let read = 0; read < 50; read += 1)
      expect(await waitOf(line.call('conversations.history', {}))).toBe(30_000);
    now += 30_000;
    expect(await waitOf(line.call('conversations.history', {}))).toBe(0);
  });
});

describe('a method that is called too often', () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await openSlack();
  });
  afterEach(() => slack.close());

  it('holds up its own calls and not what is posted', async () => {
    const chat = chatBefore(slack);
    const posting = (batch: string) => ({
      delivery: deliveryId(batch, 0),
      channel: HOME_CHANNEL,
      payload: chat.render(sentence('Hello.'), batch)[0]?.payload,
      lead: null,
    });
    const first = await chat.post(posting('one'));
    if (first.kind !== 'sent') throw new Error('it was not posted');
    slack.fault('rate-limit', 'chat.update');
    const refused = await chat.edit(posting('one'), first.messageId);
    expect(refused).toMatchObject({ kind: 'later', isForThisAlone: true });
    expect(refused.kind === 'later' && refused.retryAfterMs).toBeGreaterThanOrEqual(2_900);
    expect((await chat.edit(posting('two'), first.messageId)).kind).toBe('later');
    expect((await chat.post(posting('three'))).kind).toBe('sent');
    slack.fault('rate-limit', 'conversations.history');
    expect((await chat.find(posting('three'), Date.now())).kind).toBe('found'); // three seconds on
    slack.fault('rate-limit-long', 'conversations.history');
    expect(await chat.find(posting('three'), Date.now())).toMatchObject({
      kind: 'unreadable',
      forGood: false,
    });
    expect(slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(0);
  });
});
