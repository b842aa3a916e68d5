/** Several processes on one store: who listens where everybody hears everything, and who goes on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat, Reception, Trouble } from '../src/chats/chat.ts';
import { createConnections, type Role } from '../src/connecting.ts';
import { NewsroomError, type ErrorCode } from '../src/errors.ts';
import { silentLog } from '../src/log.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import type { Store } from '../src/stores/store.ts';
import { RecordingChat } from './fakes/newsroom.ts';

const reception: Reception = {
  request: () => Promise.reject(new Error('nobody asks here')),
  press: () => Promise.reject(new Error('nobody asks here')),
  suggestTopics: () => [],
};

/** A chat that says how it is connected, and refuses while it is told to. */
class Party extends RecordingChat {
  override readonly platform: never;
  readonly listensOnce: boolean;
  standing = 'off';
  refuses: ErrorCode | null = null;
  wrong: Trouble | null = null;

  constructor(platform: string, listensOnce = true) {
    super();
    this.platform = platform as never;
    this.listensOnce = listensOnce;
  }

  override connect(): Promise<void> {
    return this.#become('listening');
  }

  connectToPost(): Promise<void> {
    return this.#become('posting');
  }

  trouble(): Trouble | null {
    return this.wrong;
  }

  override disconnect(): Promise<void> {
    this.standing = 'off';
    return Promise.resolve();
  }

  #become(standing: string): Promise<void> {
    if (this.refuses) return Promise.reject(new NewsroomError(this.refuses, 'The token is wrong.'));
    this.standing = standing;
    return Promise.resolve();
  }
}

let store: Store;
beforeEach(() => {
  vi.useFakeTimers();
  store = createMemoryStore();
});
afterEach(() => vi.useRealTimers());

function replica(owner: string, chat: Party, role: Role = 'all') {
  const connected: Chat[] = [];
  const parts = { store, owner, role, reception, connected, chats: [chat], log: silentLog };
  return { ...createConnections(parts), connected };
}

const standings = (chats: readonly Party[]): string[] => chats.map(({ standing }) => standing);

describe('where every connection hears everything', () => {
  const chats = (): Party[] => [1, 2, 3].map(() => new Party('discord'));

  it('one of three listens and the others post', async () => {
    const all = chats();
    for (const [index, chat] of all.entries()) await replica(`r${index}`, chat).open();
    expect(standings(all)).toEqual(['listening', 'posting', 'posting']);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(standings(all)).toEqual(['listening', 'posting', 'posting']);
  });

  it('another goes on at once when the one leaves, and within thirty seconds when it is killed', async () => {
    const all = chats();
    const replicas = all.map((chat, index) => replica(`r${index}`, chat));
    for (const each of replicas) await each.open();
    await replicas[0]?.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(standings(all)).toEqual(['off', 'listening', 'posting']);
    await replicas[1]?.close();
    // as if killed: it no longer prolongs what it holds
    await store.takeLease(
      { name: 'gateway:discord', owner: 'dead', until: Date.now() + 15_000 },
      0,
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(standings(all)).toEqual(['off', 'off', 'posting']);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(standings(all)).toEqual(['off', 'off', 'listening']);
  });

  it('one that was asleep while another took over only posts', async () => {
    const chat = new Party('discord');
    await replica('slow', chat).open();
    await store.dropLease('gateway:discord', 'slow');
    await store.takeLease(
      { name: 'gateway:discord', owner: 'quick', until: Date.now() + 60_000 },
      Date.now(),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    expect(chat.standing).toBe('posting');
  });

  it('one that cannot listen leaves it to another', async () => {
    const [first, second] = [new Party('discord'), new Party('discord')];
    first.refuses = 'chat';
    await replica('first', first).open();
    await replica('second', second).open();
    expect(standings([first, second])).toEqual(['off', 'listening']);
  });

  it('a worker never listens', async () => {
    const chat = new Party('discord');
    await replica('worker', chat, 'worker').open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(chat.standing).toBe('posting');
  });
});

it('all listen where the platform itself shares out what is said', async () => {
  const all = [new Party('slack', false), new Party('slack', false)];
  for (const [index, chat] of all.entries()) await replica(`r${index}`, chat).open();
  expect(standings(all)).toEqual(['listening', 'listening']);
});

it('a chat that refuses is left out with its sentence and tried again', async () => {
  const chat = new Party('discord');
  chat.refuses = 'chat';
  const only = replica('only', chat);
  await only.open();
  expect(only.connected).toEqual([]);
  expect(only.refusals()).toEqual([
    { platform: 'discord', sentence: 'The token is wrong.', mayPass: false },
  ]);
  chat.refuses = null;
  await vi.advanceTimersByTimeAsync(70_000);
  expect(only.connected).toEqual([chat]);
  expect(only.refusals()).toEqual([]);
});

it('a chat whose token is revoked while it runs is left out, and is back when it is good again', async () => {
  const [chat, spare] = [new Party('discord'), new Party('discord')];
  const [first, second] = [replica('first', chat), replica('second', spare)];
  await first.open();
  await second.open();
  chat.wrong = { sentence: 'The token was revoked.', isOver: true };
  chat.refuses = 'chat';
  await vi.advanceTimersByTimeAsync(10_000);
  expect(first.connected).toEqual([]);
  expect(first.refusals()).toMatchObject([{ sentence: 'The token was revoked.', mayPass: false }]);
  expect(standings([chat, spare])).toEqual(['off', 'listening']);
  chat.wrong = null;
  chat.refuses = null;
  await vi.advanceTimersByTimeAsync(70_000);
  expect(first.refusals()).toEqual([]);
  expect(standings([chat, spare])).toEqual(['posting', 'listening']);
});

it('a chat that only hears nothing any more goes on posting, and says so', async () => {
  const chat = new Party('slack', false);
  const only = replica('only', chat);
  await only.open();
  chat.wrong = { sentence: 'The app token was revoked.', isOver: false };
  await vi.advanceTimersByTimeAsync(5_000);
  expect(only.connected).toEqual([chat]);
  expect(only.refusals()).toMatchObject([
    { sentence: 'The app token was revoked.', mayPass: true },
  ]);
  chat.wrong = null;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(only.refusals()).toEqual([]);
});

it('a chat that cannot be reached is tried again soon, then less often', async () => {
  const chat = new Party('discord');
  chat.refuses = 'unreachable';
  const only = replica('only', chat);
  await only.open();
  expect(only.refusals().map(({ mayPass }) => mayPass)).toEqual([true]);
  await vi.advanceTimersByTimeAsync(600_000);
  chat.refuses = null;
  await vi.advanceTimersByTimeAsync(70_000);
  expect(only.connected).toEqual([chat]);
  await only.close();

  const late = new Party('discord');
  late.refuses = 'unreachable';
  const soon = replica('soon', late);
  await soon.open();
  late.refuses = null;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(soon.connected).toEqual([late]);
});
