/** Which chats are connected, which are left out, and which are asked again. */
import pino from 'pino';
import { expect, it, vi } from 'vitest';
import type { Chat } from '../src/chats/chat.ts';
import { connectChats, type ConnectingParts } from '../src/connecting.ts';
import { NewsroomError, type ErrorCode } from '../src/errors.ts';

/** A chat whose connecting fails with these codes, one after another, and then succeeds. */
function chatFailing(platform: Chat['platform'], ...codes: ErrorCode[]) {
  const tries = { count: 0, isOpen: false };
  const chat: Chat = {
    platform,
    render: () => [],
    connect: () => {
      const code = codes[tries.count];
      tries.count += 1;
      if (code !== undefined)
        return Promise.reject(new NewsroomError(code, `${platform} says ${code}.`));
      tries.isOpen = true;
      return Promise.resolve();
    },
    post: () => Promise.reject(new Error('not asked here')),
    edit: () => Promise.reject(new Error('not asked here')),
    find: () => Promise.reject(new Error('not asked here')),
    status: () => (tries.isOpen ? 'open' : 'shut'),
    disconnect: () => {
      tries.isOpen = false;
      return Promise.resolve();
    },
  };
  return { chat, tries };
}

function connecting(...chats: Chat[]) {
  const connected: Chat[] = [];
  const parts: ConnectingParts = {
    chats,
    connect: (chat) => chat.connect({ request: never, press: never, suggestTopics: () => [] }),
    connected,
    log: pino({ level: 'silent' }),
    pauseFirstMs: 1,
  };
  return { connected, begun: connectChats(parts) };
}

const never = (): Promise<never> => Promise.reject(new Error('nobody asks'));

it('asks a chat again that cannot be reached, and holds up no other', async () => {
  const late = chatFailing('slack', 'unreachable', 'unreachable', 'unreachable');
  const ready = chatFailing('discord');
  const { connected, begun } = connecting(late.chat, ready.chat);
  const { refusals, waiting } = await begun;
  expect(connected).toEqual([ready.chat]);
  expect(refusals).toEqual([]);
  expect(waiting()).toEqual([{ platform: 'slack', sentence: 'slack says unreachable.' }]);
  await vi.waitFor(() => expect(connected).toEqual([ready.chat, late.chat]));
  expect(waiting()).toEqual([]);
  expect(late.tries.count).toBe(4);
});

it('leaves a chat out that refuses, at once or later', async () => {
  const wrong = chatFailing('slack', 'chat');
  const revoked = chatFailing('discord', 'unreachable', 'chat');
  const { connected, begun } = connecting(wrong.chat, revoked.chat);
  const { refusals, waiting } = await begun;
  await vi.waitFor(() => expect(refusals.map(({ platform }) => platform)).toContain('discord'));
  expect(refusals.map(({ sentence }) => sentence)).toEqual([
    'slack says chat.',
    'discord says chat.',
  ]);
  expect([wrong.tries.count, revoked.tries.count, connected.length]).toEqual([1, 2, 0]);
  expect(waiting()).toEqual([]);
});

it('asks no more once it is told to stop', async () => {
  const late = chatFailing('slack', ...Array.from({ length: 50 }, () => 'unreachable' as const));
  const { begun } = connecting(late.chat);
  (await begun).stop();
  const { count } = late.tries;
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(late.tries.count).toBeLessThanOrEqual(count + 1);
});
