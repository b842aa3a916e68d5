/** A Discord chat connected to a strict fake, for the tests of this folder. */
import { createDiscordChat } from '../../../src/chats/discord/discord.ts';
import type { DiscordSettings } from '../../../src/chats/discord/connect.ts';
import type { Chat } from '../../../src/chats/chat.ts';
import { silentLog } from '../../../src/log.ts';
import { startFakeDiscord, type FakeDiscord, type FakeOptions } from '../../fakes/discord/fake.ts';

/** Notes that last as long as the test. */
export function memoryNotes(): DiscordSettings['notes'] & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: async (key) => kept.get(key) ?? null,
    remember: async (key, value) => void kept.set(key, value),
  };
}

/** A chat for a fake; nothing is connected yet. */
export function chatFor(fake: FakeDiscord, settings: Partial<DiscordSettings> = {}): Chat {
  return createDiscordChat({
    token: fake.token,
    apiUrl: fake.url,
    log: silentLog,
    notes: memoryNotes(),
    requestTimeoutMs: 500,
    readyTimeoutMs: 5_000,
    ...settings,
  });
}

/** A fake without a pace, unless the test is about the pace. */
export function openFake(options: FakeOptions = {}): Promise<FakeDiscord> {
  const free = { channelLimit: { count: 10_000, windowMs: 1_000 }, globalPerSecond: 10_000 };
  return startFakeDiscord({ ...free, ...options });
}

/** The channel string of the fake's first channel. */
export function channelOf(fake: FakeDiscord): string {
  return `discord:${fake.world.guild}/${fake.world.general.id}`;
}
