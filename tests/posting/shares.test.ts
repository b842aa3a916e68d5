/** Several processes on one store keep together to limits that are for all of them. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { urgencyOf, type AmendmentPayload } from '../../src/amending/amendment.ts';
import type { Chat } from '../../src/chats/chat.ts';
import type { Role } from '../../src/connecting.ts';
import { silentLog } from '../../src/log.ts';
import { deliveryId } from '../../src/news/delivery-id.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { plannedAt } from '../../src/editing/plan.ts';
import { createPoster, type Poster } from '../../src/posting/posting.ts';
import { Share } from '../../src/posting/shares.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { openPostgresStore } from '../../src/stores/postgres.ts';
import type { Store } from '../../src/stores/store.ts';
import { sentence } from '../chats/contract.ts';
import { chatBefore, openSlack, posterParts } from '../chats/slack/harness.ts';
import type { FakeSlack } from '../fakes/slack/fake-slack.ts';
import { TEAM } from '../fakes/slack/workspace.ts';
import { startPostgres } from '../stores/postgres-server.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

describe('shares of the limits', () => {
  let store: Store;
  let isDown: Set<string>;
  const running: Share[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    store = createMemoryStore();
    isDown = new Set();
  });
  afterEach(async () => {
    for (const each of running.splice(0)) await each.stop();
    vi.useRealTimers();
  });

  async function join(owner: string, role: Role = 'all', chats: readonly Chat[] = []) {
    const takeLease: Store['takeLease'] = (lease, now) =>
      isDown.has(owner) ? Promise.reject(new Error('down')) : store.takeLease(lease, now);
    const share = new Share({ store: { ...store, takeLease }, owner, role, chats, log: silentLog });
    running.push(share);
    await share.start();
    return share;
  }
  /** Time passes, and at no moment do all of them take more than the whole. */
  async function pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 100) {
      await vi.advanceTimersByTimeAsync(100);
      const counts = running.map((each) => each.count());
      const whole = counts.reduce<number>(
        (sum, count) => sum + (count === null ? 0 : 1 / count),
        0,
      );
      expect(whole).toBeLessThanOrEqual(1.001);
    }
  }
  const counts = (): (number | null)[] => running.map((each) => each.count());

  it('are the whole for one alone, at once, and parts for several, in time', async () => {
    const apportioned: number[] = [];
    const chat = { apportion: (count: number) => void apportioned.push(count) } as Chat;
    await join('one', 'all', [chat]);
    expect(counts()).toEqual([1]);
    await pass(3_000);
    await join('two');
    expect(counts()).toEqual([1, null]);
    await pass(7_000);
    expect(counts()).toEqual([2, 2]);
    expect(apportioned.at(-1)).toBe(2);
    await Promise.all([join('three'), join('four')]);
    await pass(7_000);
    expect(counts()).toEqual([4, 4, 4, 4]);
  });

  it('grow when a process has left or died, and never before', async () => {
    await Promise.all([join('one'), join('two'), join('three')]);
    await pass(12_000);
    expect(counts()).toEqual([3, 3, 3]);
    isDown.add('two'); // its database does not answer: it must not post, the others do not know why
    await pass(5_000);
    expect(counts()).toEqual([3, null, 3]);
    await pass(6_000);
    expect(counts()).toEqual([2, null, 2]);
    isDown.clear();
    await pass(2_000);
    expect(running[1]?.count()).toBeNull(); // as one that comes newly
    await pass(7_000);
    expect(counts()).toEqual([3, 3, 3]);
    await running.pop()?.stop();
    await pass(11_000);
    expect(counts()).toEqual([2, 2]);
  });

  it('count a process whose clock is behind, and none that died though its clock was ahead', async () => {
    await join('one');
    const lease = { name: 'share:all:other', owner: 'other' };
    const beat = (skewMs: number): Promise<boolean> =>
      store.takeLease({ ...lease, until: Date.now() + skewMs + 15_000 }, Date.now());
    for (let beats = 0; beats < 10; beats += 1) {
      await beat(-10_000);
      await vi.advanceTimersByTimeAsync(2_000);
    }
    expect(counts()).toEqual([2]);
    await beat(60_000);
    await vi.advanceTimersByTimeAsync(12_000);
    expect(counts()).toEqual([1]);
  });

  it('are counted apart for those who listen and those who post', async () => {
    await join('door', 'gateway');
    await join('first', 'worker');
    await join('second', 'worker');
    await vi.advanceTimersByTimeAsync(12_000);
    expect(counts()).toEqual([1, 2, 2]);
  });
});

const CHANNELS = 30;
const PER_CHANNEL = 3;
/** Less than two processes would send that both took the whole, in the time of the test. */
const PER_SECOND = 12;
const EDITS = 16;

describe('two replicas before a strict Slack', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function open(stores: readonly Store[]): Promise<{ slack: FakeSlack; posters: Poster[] }> {
    const slack = await openSlack();
    slack.perMinute.set('chat.update', EDITS);
    slack.postsPerSecond = PER_SECOND;
    slack.postIntervalMs = 1_000;
    for (let index = 0; index < CHANNELS; index += 1) slack.workspace.addChannel(`C0ROOM${index}`);
    const posters = stores.map((store) => posterOn(store, slack, stores.length));
    closing.push(() => slack.close(), ...posters.map((each) => () => each.stop(1_000)));
    return { slack, posters };
  }

  function posterOn(store: Store, slack: FakeSlack, processes: number): Poster {
    const chat = { ...chatBefore(slack, { timeoutMs: 5_000 }), perSecond: PER_SECOND - 2 };
    chat.apportion?.(processes);
    const shown = (batch: string): unknown => chat.render(sentence(batch), batch)[0]?.payload;
    return createPoster({
      ...posterParts(store, chat),
      payloadNow: (_, { batch }) => Promise.resolve(shown(batch)),
      revise: (_, _amendment, { batch }) =>
        Promise.resolve({
          payload: shown(`${batch} edited`),
          notes: [],
          instead: () => [],
          removed: null,
        }),
      processes: () => processes,
    });
  }

  function planned(): Delivery[] {
    const numbers = Array.from({ length: CHANNELS * PER_CHANNEL }, (_, number) => number);
    return numbers.map((number) => {
      const batch = `batch${number}`;
      const channel = `slack:${TEAM}/C0ROOM${number % CHANNELS}`;
      const row = { channel, ...plannedAt(Date.now()) };
      return { ...sampleDelivery(batch, 0, row), id: deliveryId(batch, 0) };
    });
  }

  function edits(posts: readonly Delivery[]): Delivery[] {
    return posts.slice(0, CHANNELS).map(({ channel, batch, id }) => {
      const facts = {
        event: 'e1',
        version: 2,
        change: 'advanced',
        story: null,
        note: null,
      } as const;
      const payload: AmendmentPayload = { amends: id, ...facts };
      const row = { ...plannedAt(Date.now()), channel, purpose: 'amendment', payload } as const;
      const edit = sampleDelivery(`edit of ${batch}`, 0, { ...row, urgency: urgencyOf(facts) });
      return { ...edit, batch: id };
    });
  }

  async function workTogether(stores: readonly Store[]): Promise<void> {
    const { slack, posters } = await open(stores);
    const posts = planned();
    await stores[0]?.addDeliveries(posts);
    for (let look = 0; look < 200 && slack.workspace.messages.length < posts.length; look += 1) {
      for (const each of posters) void each.post();
      await pause(100);
    }
    expect(slack.workspace.messages).toHaveLength(posts.length);
    const texts = slack.workspace.messages.map(({ text }) => text);
    expect(new Set(texts).size).toBe(posts.length);
    await stores[0]?.addDeliveries(edits(posts));
    for (let look = 0; look < 50; look += 1) {
      for (const each of posters) void each.post();
      await pause(100);
    }
    const edited = slack.calls.filter(({ method }) => method === 'chat.update').length;
    expect(edited).toBeGreaterThanOrEqual(10);
    expect(slack.refusals).toBe(0);
  }

  it('are never told to slow down, on one store in memory', async () => {
    const store = createMemoryStore();
    await workTogether([store, store]);
  });

  it('nor on PostgreSQL', async () => {
    const server = await startPostgres();
    if (server === null) return;
    closing.push(() => server.stop());
    const database = await server.database();
    const stores = await Promise.all([1, 2].map(() => openPostgresStore(database)));
    for (const store of stores) closing.push(() => store.close());
    await workTogether(stores);
  });
});
