/** The guard stands before a method of the library that is not public: here it is seen to go away. */
import { Client, type ClientOptions } from 'discord.js';
import { expect, it } from 'vitest';
import { guardEvents } from '../../../src/chats/discord/guarding.ts';
import { silentLog } from '../../../src/log.ts';

const OPTIONS: ClientOptions = { intents: [] };
/** an event that discord.js 14 reads without a look whether it has what it should */
const UNREADABLE = { t: 'CHANNEL_UPDATE', op: 0, s: 1, d: null };

type Reader = { handlePacket(packet: unknown, shard: unknown): unknown };
const readerOf = (client: Client): Reader => {
  // ready, so that nothing is put aside until it is
  Object.assign(client.ws, { status: 0 });
  return client.ws as unknown as Reader;
};

it('catches what the library throws as it reads an event', () => {
  const bare = readerOf(new Client(OPTIONS));
  expect(() => bare.handlePacket(UNREADABLE, {})).toThrow(TypeError);
  const client = new Client(OPTIONS);
  const told: unknown[] = [];
  const log = { ...silentLog, error: (facts: unknown) => void told.push(facts) };
  guardEvents(client, log);
  expect(readerOf(client).handlePacket(UNREADABLE, {})).toBe(false);
  expect(told).toEqual([{ error: expect.any(TypeError), event: 'CHANNEL_UPDATE' }]);
});
