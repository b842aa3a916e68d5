/** The operator's channel: each trouble told once, and once more when it is over. */
import { describe, expect, it } from 'vitest';
import { newChannel } from '../src/channels.ts';
import { createOfflineAnalyst } from '../src/analysts/offline/offline.ts';
import { silentLog } from '../src/log.ts';
import { createNewsroom } from '../src/newsroom.ts';
import { createOperator, type Trouble } from '../src/operator.ts';
import { createMemoryStore } from '../src/stores/memory.ts';
import type { Store } from '../src/stores/store.ts';
import { freshBookmark } from '../src/wires/wire.ts';
import { CHANNEL, deskConfig, RecordingChat } from './fakes/newsroom.ts';
import { sampleDelivery } from './stores/sample-nouns.ts';

const OPERATOR = 'terminal:operators';
const MINUTE_MS = 60_000;

function openWatch(store: Store = createMemoryStore(), operator = OPERATOR) {
  const clock = { now: Date.parse('2026-03-12T09:00:00Z') };
  const chat = new RecordingChat();
  const own: Trouble[] = [];
  const standing = { tokensToday: 0, dailyTokens: 9, off: null as string | null };
  const offline = createOfflineAnalyst();
  const analyst = Object.assign(offline, { standing: async () => standing });
  const config = deskConfig({ operator });
  const parts = { config, store, analyst, chats: [chat], now: () => clock.now, log: silentLog };
  const start = () => createOperator({ ...parts, ownTroubles: async () => own });
  const newsroom = createNewsroom({ ...parts, wires: [] });
  let watch = start();
  const restart = (): void => {
    watch = start();
  };
  /** Looks around so many minutes later; gives what was posted to the operators since. */
  const after = async (minutes: number): Promise<string[]> => {
    clock.now += minutes * MINUTE_MS;
    const before = chat.posted.length;
    await watch.look();
    await newsroom.post();
    const posted = chat.posted.slice(before).filter(({ channel }) => channel === operator);
    return posted.map(({ payload }) => (payload as { text: string }).text);
  };
  const fail = (failures: number, error = 'It answers with an error (500).'): Promise<void> => {
    const bookmark = { ...freshBookmark('wire', null), failures, error };
    return store.saveBookmark(bookmark);
  };
  return { store, chat, own, standing, after, fail, restart, clock };
}

describe('the operator is told', () => {
  it('of a wire that fails three times in a row, once, and when it is read again', async () => {
    const { after, fail, restart } = openWatch();
    await fail(2);
    expect(await after(1)).toEqual([]);
    await fail(3);
    const [told, ...more] = await after(1);
    expect(told).toContain('Wire wire is failing: It answers with an error (500).');
    expect(more).toEqual([]);
    await fail(4);
    restart();
    for (const minutes of [1, 1, 60]) expect(await after(minutes)).toEqual([]);
    await fail(0, '');
    const over = [...(await after(1)), ...(await after(1)), ...(await after(2))];
    expect(over).toHaveLength(1);
    expect(over[0]).toMatch(/Over after 6\d min: Wire wire is failing/);
    await fail(5);
    expect(await after(1)).toHaveLength(1);
  });

  it('of messages that were refused for good, once, and never that this is over', async () => {
    const { store, after, clock } = openWatch();
    const lost = { state: 'failed', attempt: 1, error: 'Slack refused: invalid_blocks.' } as const;
    const put = (batch: string): Promise<void> =>
      store.addDeliveries([
        sampleDelivery(batch, 0, { ...lost, channel: 'slack:T/C', updatedAt: clock.now }),
      ]);
    await put('a');
    const [told] = await after(1);
    expect(told).toContain('1 message for slack was refused and is given up: Slack');
    expect(told).toContain('invalid_blocks');
    await put('b');
    for (const minutes of [1, 58, 10, 10]) expect(await after(minutes)).toEqual([]);
    await put('c');
    expect(await after(1)).toHaveLength(1);
  });

  it('of a closed channel, of messages that stay, and of the model', async () => {
    const { store, standing, after, clock } = openWatch();
    const off = { ...newChannel(CHANNEL, '2026-03-12T08:00:00Z'), offReason: 'It is archived.' };
    await store.saveChannelSettings(off);
    const due = clock.now - 11 * MINUTE_MS;
    await store.addDeliveries([
      sampleDelivery('a', 0, { channel: 'slack:T/C', runAt: due }),
      sampleDelivery('b', 0, { channel: CHANNEL, runAt: due }),
    ]);
    standing.off = 'Its key is wrong.';
    const [told] = await after(0);
    expect(told).toContain(`Channel ${CHANNEL} is switched off: It is archived.`);
    expect(told).toContain('1 message for slack is due and not out since');
    expect(told).toContain('The model is off: Its key is wrong.');
    expect(told).not.toContain('for terminal');
  });

  it('once by several replicas of what only one of them sees', async () => {
    const store = createMemoryStore();
    const [first, second] = [openWatch(store), openWatch(store)];
    first.own.push({ key: 'platform:slack', sentence: 'slack is off: the token is wrong.' });
    const told: string[] = [];
    for (let minute = 0; minute < 6; minute += 1)
      told.push(...(await first.after(1)), ...(await second.after(1)));
    expect(told).toHaveLength(1);
    first.own.length = 0;
    for (let minute = 0; minute < 4; minute += 1)
      told.push(...(await first.after(1)), ...(await second.after(1)));
    expect(told).toHaveLength(2);
    expect(told[1]).toContain('Over after');
  });

  it('of a store that refused to write, as soon as it writes again', async () => {
    const store = createMemoryStore();
    let isFull = true;
    const filling: Store = {
      ...store,
      saveNote: (name, value) =>
        isFull ? Promise.reject(new Error('full')) : store.saveNote(name, value),
    };
    const { after } = openWatch(filling);
    await expect(after(1)).rejects.toThrow('full');
    isFull = false;
    expect(await after(1)).toHaveLength(1);
    expect((await after(4))[0]).toContain('Over after');
  });

  it('of many troubles in one message', async () => {
    const { own, after } = openWatch();
    own.push(
      ...Array.from({ length: 600 }, (_, index) => ({
        key: `k${index}`,
        sentence: `${index} fails.`,
      })),
    );
    const [told, ...more] = await after(1);
    expect(more).toEqual([]);
    expect(told).toContain('... and 490 more');
    for (const minute of [1, 1]) expect(await after(minute)).toEqual([]);
  });

  it('nothing while its platform is away, and all of it later', async () => {
    const { own, after, chat } = openWatch();
    own.push({ key: 'disk', sentence: 'The disk is nearly full.' });
    Object.assign(chat, { platform: 'preview' });
    expect(await after(1)).toEqual([]);
    Object.assign(chat, { platform: 'terminal' });
    expect(await after(1)).toHaveLength(1);
  });
});
