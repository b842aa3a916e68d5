/** The ledger at work: pace, slow and dead channels, stopping, and edits that come too late. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Outcome, Posting, Search } from '../../src/chats/chat.ts';
import { NewsroomError } from '../../src/errors.ts';
import { silentLog } from '../../src/log.ts';
import type { Delivery } from '../../src/news/delivery.ts';
import { createPoster, type Poster } from '../../src/posting/posting.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import type { Store } from '../../src/stores/store.ts';
import { sampleDelivery } from '../stores/sample-nouns.ts';

const SENT = { kind: 'sent', messageId: 'm' } as const;
const off: string[] = [];
let store: Store;
let clock: number;
let payload: (delivery: Delivery) => unknown;
let post: (posting: Posting) => Promise<Outcome>;
let edit: (posting: Posting) => Promise<Outcome>;
let find: () => Promise<Search>;
let posted: Posting[];
let notes: Delivery[];

function chat(paceMs: number): Chat {
  return {
    platform: 'slack',
    paceMs,
    render: () => [],
    connect: () => Promise.resolve(),
    post: (posting) => {
      posted.push(posting);
      return post(posting);
    },
    edit: (posting) => edit(posting),
    find: () => find(),
    status: () => '',
    disconnect: () => Promise.resolve(),
  };
}

function poster(paceMs = 0): Poster {
  return createPoster({
    store,
    chats: [chat(paceMs)],
    now: () => clock,
    log: silentLog,
    limits: { lease: 45_000, grace: 15_000 },
    switchOff: async (channel, sentence) => {
      off.push(sentence);
      const served = { schedules: [], alerts: null, whenEmpty: 'silence', limit: 10 } as const;
      const settings = { channel, ...served, offReason: sentence, since: '2026-01-01T00:00:00Z' };
      await store.saveChannelSettings(settings);
    },
    payloadNow: (_, delivery) => Promise.resolve(payload(delivery)),
    revise: (_chat, _amendment, original) =>
      Promise.resolve({ payload: payload(original), notes, instead: () => notes, removed: null }),
  });
}

const plan = (batch: string, channel: string, more: Partial<Delivery> = {}): Promise<void> =>
  store.addDeliveries([sampleDelivery(batch, 0, { channel, ...more })]);
const stateOf = async (batch: string): Promise<string | undefined> =>
  (await store.deliveriesOf(batch))[0]?.state;

beforeEach(() => {
  store = createMemoryStore();
  clock = 1_000;
  payload = (delivery) => delivery.payload;
  post = () => Promise.resolve(SENT);
  edit = () => Promise.resolve(SENT);
  find = () => Promise.resolve({ kind: 'absent' });
  posted = [];
  notes = [];
  off.length = 0;
});

describe('posting', () => {
  it('keeps the pace in a channel and lets the others go on', async () => {
    for (const batch of ['a1', 'a2', 'a3']) await plan(batch, 'slack:T/A');
    await plan('b1', 'slack:T/B');
    const times: number[] = [];
    post = ({ channel }) => {
      if (channel.endsWith('A')) times.push(performance.now());
      return Promise.resolve(SENT);
    };
    await poster(80).post();
    expect(posted).toHaveLength(4);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(70);
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThan(70);
  });

  it('waits for no slow channel, also with what is planned later', async () => {
    let answer: (outcome: Outcome) => void = () => undefined;
    post = ({ channel }) =>
      channel.endsWith('SLOW')
        ? new Promise<Outcome>((resolve) => (answer = resolve))
        : Promise.resolve(SENT);
    await plan('slow', 'slack:T/SLOW');
    await plan('one', 'slack:T/A');
    const one = poster();
    const running = one.post();
    await expect.poll(() => stateOf('one')).toBe('sent');
    await plan('two', 'slack:T/B');
    void one.post();
    await expect.poll(() => stateOf('two')).toBe('sent');
    expect(await stateOf('slow')).toBe('sending');
    answer(SENT);
    await running;
    expect(await stateOf('slow')).toBe('sent');
  });

  it('lets a whole channel wait as long as the platform asks', async () => {
    post = () => Promise.resolve({ kind: 'later', retryAfterMs: 30_000, sentence: 'slow down' });
    await plan('a1', 'slack:T/A');
    await plan('a2', 'slack:T/A');
    const one = poster();
    await one.post();
    clock += 29_000;
    await one.post();
    expect(posted).toHaveLength(1);
    post = () => Promise.resolve(SENT);
    clock += 1_000;
    await one.post();
    expect(posted).toHaveLength(3);
  });

  it('tries every two minutes in an outage of an hour, and posts as soon after it', async () => {
    post = () => Promise.resolve({ kind: 'later', retryAfterMs: 5_000, sentence: 'unreachable' });
    await plan('a1', 'slack:T/A');
    const one = poster();
    for (let minute = 0; minute < 60; minute += 2) {
      clock += 119_000;
      await one.post();
      clock += 1_000;
      await one.post();
    }
    expect(await stateOf('a1')).toBe('planned');
    // the first pauses are shorter
    expect(posted.length).toBeGreaterThanOrEqual(30);
    expect(posted.length).toBeLessThan(40);
    post = () => Promise.resolve(SENT);
    clock += 120_000;
    await one.post();
    expect(await stateOf('a1')).toBe('sent');
  });

  it('asks a closed channel once, and keeps what is planned until it is switched on', async () => {
    post = () => Promise.resolve({ kind: 'gone', code: '50013', sentence: 'closed' });
    for (const batch of ['a1', 'a2']) await plan(batch, 'slack:T/A');
    const one = poster();
    for (let tick = 0; tick < 50; tick += 1) {
      await one.post();
      clock += 60_000;
    }
    expect(posted).toHaveLength(1);
    expect(off).toEqual(['closed']);
    const settings = await store.channelSettings('slack:T/A');
    if (settings) await store.saveChannelSettings({ ...settings, offReason: null });
    post = () => Promise.resolve(SENT);
    await one.post();
    expect([await stateOf('a1'), await stateOf('a2')]).toEqual(['sent', 'sent']);
  });

  it('does not post what another replica took over while it looked', async () => {
    await plan('a1', 'slack:T/A', { state: 'unknown' });
    const wait = 5_000;
    find = async () => {
      clock += 60_000;
      const realNow = performance.now;
      performance.now = () => realNow.call(performance) + wait;
      const limits = { now: clock, leaseMs: 45_000, limit: 1, except: [], platforms: ['slack:'] };
      await store.claimDeliveries(limits);
      return { kind: 'absent' };
    };
    await poster().post();
    expect(posted).toHaveLength(0);
  });
});

describe('a store that refuses for a while', () => {
  const full = new NewsroomError('store', 'The disk under the database is full.');

  it('posts once what could not be claimed, when it takes writes again', async () => {
    await plan('a1', 'slack:T/A');
    const claim = store.claimDeliveries;
    store = { ...store, claimDeliveries: () => Promise.reject(full) };
    const one = poster();
    await expect(one.post()).rejects.toThrow('full');
    expect(posted).toHaveLength(0);
    Object.assign(store, { claimDeliveries: claim });
    await one.post();
    expect(posted).toHaveLength(1);
    expect(await stateOf('a1')).toBe('sent');
  });

  it('looks for what was posted when its end could not be written down', async () => {
    await plan('a1', 'slack:T/A');
    const settle = store.settleDeliveries;
    store = { ...store, settleDeliveries: () => Promise.reject(full) };
    const one = poster();
    await one.post();
    expect(posted).toHaveLength(1);
    Object.assign(store, { settleDeliveries: settle });
    find = () => Promise.resolve({ kind: 'found', messageId: 'm1' });
    clock += 60_000;
    await one.post();
    expect(posted).toHaveLength(1);
    expect((await store.deliveriesOf('a1'))[0]).toMatchObject({ state: 'sent', messageId: 'm1' });
  });
});

describe('stopping', () => {
  it('hands back what is not answered in time, as of unknown fate', async () => {
    post = () => new Promise<Outcome>(() => undefined);
    for (const batch of ['a1', 'a2']) await plan(batch, 'slack:T/A');
    const one = poster();
    void one.post();
    await expect.poll(() => posted.length).toBe(1);
    await one.stop(50);
    expect([await stateOf('a1'), await stateOf('a2')]).toEqual(['unknown', 'planned']);
    await one.post();
    expect(posted).toHaveLength(1);
  });
});

describe('amending', () => {
  it('edits again when the story changed while it was editing', async () => {
    await plan('a1', 'slack:T/A', { state: 'sent', messageId: 'm1' });
    const original = (await store.deliveriesOf('a1'))[0];
    const amends = { amends: original?.id };
    await plan('x1', 'slack:T/A', { purpose: 'amendment', payload: amends });
    const edits: unknown[] = [];
    payload = () => 'corrected';
    edit = (posting) => {
      edits.push(posting.payload);
      payload = () => 'killed';
      return Promise.resolve(SENT);
    };
    await poster().post();
    expect(edits).toEqual(['corrected', 'killed']);
    expect(await stateOf('x1')).toBe('sent');
    expect(await stateOf('a1')).toBe('amended');
  });

  it.each([
    ['was withdrawn long since', 0, 30_000, 1_500, 1],
    ['was withdrawn just now', 0, 29_000, 1_500, 0],
    ['was withdrawn and is edited much later', 0, 0, 30_000, 1],
    ['was corrected', 1, 600_000, 30_000, 0],
  ])('says first what %s and cannot be edited yet', async (...given) => {
    const [, urgency, waitedMs, retryAfterMs, said] = given;
    await plan('a1', 'slack:T/A', { state: 'sent', messageId: 'm1' });
    const amends = { amends: (await store.deliveriesOf('a1'))[0]?.id };
    const row = { urgency, runAt: clock };
    await plan('x1', 'slack:T/A', { purpose: 'amendment', payload: amends, ...row });
    notes = [sampleDelivery('n1', 0, { channel: 'slack:T/A', purpose: 'note', ...row })];
    const later = { kind: 'later', sentence: 'not yet', isForThisAlone: true } as const;
    edit = () => Promise.resolve({ ...later, retryAfterMs });
    clock += waitedMs;
    const one = poster();
    await one.post();
    expect(posted).toHaveLength(said);
    edit = () => Promise.resolve(SENT);
    clock += retryAfterMs;
    await one.post();
    expect([await stateOf('x1'), await stateOf('a1')]).toEqual(['sent', 'amended']);
    expect(posted).toHaveLength(1); // the note is written once, before or with the edit
  });
});
