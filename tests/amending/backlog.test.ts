/** Very much to be edited at once: what is withdrawn does not wait behind what is only new. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { urgencyOf, type AmendmentPayload } from '../../src/amending/amendment.ts';
import { deliveryId } from '../../src/news/delivery-id.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { plannedAt } from '../../src/editing/plan.ts';
import { createPoster, type Poster } from '../../src/posting/posting.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { sentence } from '../chats/contract.ts';
import { chatBefore, openSlack, posterParts } from '../chats/slack/harness.ts';
import type { FakeSlack } from '../fakes/slack/fake-slack.ts';
import { TEAM } from '../fakes/slack/workspace.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const CHANNELS = 40;

let slack: FakeSlack;
let store: Store;
let poster: Poster;

const channelOf = (index: number): string => `slack:${TEAM}/C0ROOM${index}`;

beforeEach(async () => {
  slack = await openSlack();
  slack.perMinute.set('chat.update', 50);
  for (let index = 0; index < CHANNELS; index += 1) slack.workspace.addChannel(`C0ROOM${index}`);
  store = createMemoryStore();
  const chat = { ...chatBefore(slack, { timeoutMs: 5_000 }), paceMs: 0 };
  const shown = (words: string, batch: string): unknown =>
    chat.render(sentence(words), batch)[0]?.payload;
  poster = createPoster({
    ...posterParts(store, chat),
    payloadNow: (_, { batch }) => Promise.resolve(shown(`Posted ${batch}.`, batch)),
    revise: (_, { payload }, { batch }) => {
      const { change } = payload as AmendmentPayload;
      return Promise.resolve({
        payload: shown(change, batch),
        notes: [],
        instead: () => [],
        removed: null,
      });
    },
  });
});
afterEach(async () => {
  await poster.stop(100);
  await slack.close();
});

/** An edit of what was posted in a channel. */
function amendment(index: number, change: AmendmentPayload['change']): Delivery {
  const amends = deliveryId(`digest${index}`, 0);
  const payload = { amends, event: 'e1', version: 2, change, story: null, note: null };
  const urgency = urgencyOf({ change });
  const channel = channelOf(index);
  const row = {
    ...plannedAt(Date.now()),
    channel,
    purpose: 'amendment',
    payload,
    urgency,
  } as const;
  return { ...sampleDelivery(`${change}${index}`, 0, row), batch: amends };
}

async function postDigests(): Promise<void> {
  const indexes = Array.from({ length: CHANNELS }, (_, index) => index);
  const row = (index: number): Delivery => {
    const id = deliveryId(`digest${index}`, 0);
    const row = { channel: channelOf(index), ...plannedAt(Date.now()) };
    return { ...sampleDelivery(`digest${index}`, 0, row), id };
  };
  await store.addDeliveries(indexes.map(row));
  await poster.post();
  expect(slack.workspace.messages).toHaveLength(CHANNELS);
}

const edits = (): string[] =>
  slack.calls.filter(({ method }) => method === 'chat.update').map(({ args }) => String(args.text));

it('edits what is withdrawn before all updates, and before what is to be posted there', async () => {
  await postDigests();
  const updates = Array.from({ length: CHANNELS }, (_, index) => amendment(index, 'advanced'));
  await store.addDeliveries(updates);
  await poster.post();
  const before = edits().length;
  expect(before).toBeLessThan(20); // the others wait for their turn, a minute and more
  const last = CHANNELS - 1;
  await store.addDeliveries([
    sampleDelivery('next', 0, { channel: channelOf(last), ...plannedAt(Date.now() - 1_000) }),
    amendment(last, 'corrected'),
    amendment(last, 'killed'),
  ]);
  for (let look = 0; look < 200 && !edits().includes('killed'); look += 1) {
    await poster.post();
    await pause(100);
  }
  const made = edits();
  expect(made).toContain('killed');
  expect(made.indexOf('killed') - before).toBeLessThanOrEqual(4);
  const calls = slack.calls.filter(({ args }) => args.channel === `C0ROOM${last}`);
  const order = calls.map(({ method, args }) => `${method} ${String(args.text)}`);
  expect(order.indexOf('chat.update killed')).toBeGreaterThan(0);
  expect(order).not.toContain('chat.update advanced');
  expect(slack.refusals).toBe(0);
});
