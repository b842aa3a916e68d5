/** Due editions: the platforms in turn, and the first posted while the last are being composed. */
import { expect, it } from 'vitest';
import type { ServedChannel } from '../../src/channels.ts';
import { roundsOf } from '../../src/publishing/publishing.ts';
import { copy, openDesk } from '../fakes/newsroom.ts';

const TEN = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], time: '10:00', zone: 'UTC' }];

const settingsOf = (channel: string) =>
  ({
    channel,
    schedules: TEN,
    alerts: null,
    whenEmpty: 'line',
    limit: 5,
    offReason: null,
    since: '2026-03-12T09:00:00Z',
  }) as const;

it('takes the platforms in turn, and every channel once', () => {
  const served = (channel: string): ServedChannel => {
    return { settings: settingsOf(channel), topics: [], configured: [] };
  };
  const numbers = Array.from({ length: 150 }, (_, at) => at);
  const channels = [
    ...numbers.map((at) => `discord:1/${at}`),
    ...numbers.slice(0, 60).map((at) => `slack:T/${at}`),
  ];
  const rounds = roundsOf(channels.map(served));
  const order = rounds.flatMap((round) => round.channels.map(({ settings }) => settings.channel));
  expect(order.slice(0, 4)).toEqual(['discord:1/0', 'slack:T/0', 'discord:1/1', 'slack:T/1']);
  expect(order.toSorted()).toEqual(channels.toSorted());
  expect(new Set(rounds.map(({ name }) => name)).size).toBe(rounds.length);
});

it('says when some are frozen, before all are', async () => {
  const desk = openDesk({ channels: [] });
  const channels = Array.from({ length: 60 }, (_, at) => `terminal:c${at}`);
  for (const channel of channels) {
    await desk.store.saveChannelSettings(settingsOf(channel));
    await desk.store.saveSubscription({ channel, topic: 'disasters', by: 'U1', at: '2026-03-12' });
  }
  desk.moveTo('2026-03-12T10:00:05Z');
  const planned = async (): Promise<number> =>
    (await desk.store.countDeliveries()).find(({ state }) => state === 'planned')?.count ?? 0;
  const seen: Promise<number>[] = [];
  await desk.newsroom.freeze(undefined, () => seen.push(planned()));
  const counts = await Promise.all(seen);
  expect(counts[0]).toBeLessThan(60);
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts.at(-1)).toBe(60);
});

it('shows an event once, whichever of bulletin and digest overtakes the other', async () => {
  const desk = openDesk({ channels: [] });
  const channel = 'terminal:desk';
  await desk.store.saveChannelSettings({ ...settingsOf(channel), alerts: 2 });
  await desk.store.saveSubscription({ channel, topic: 'disasters', by: 'U1', at: '2026-03-12' });
  const shownVersions = desk.store.shownVersions;
  /** Lets something else come between what a composer reads and what it writes. */
  const cutIn = (work: () => Promise<void>): void => {
    desk.store.shownVersions = async (...asked) => {
      const shown = await shownVersions.call(desk.store, ...asked);
      desk.store.shownVersions = shownVersions;
      await work();
      return shown;
    };
  };
  const quake = 'An earthquake shook Halvik on Thursday, the institute said. Nobody was hurt.';
  const flood = 'A flood in the Vara valley killed three people, the ministry of Norland said.';
  desk.moveTo('2026-03-12T09:59:00Z');
  desk.wire.batches.push([copy('URGENT: Quake shakes Halvik', quake, { guid: 'quake' })]);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-12T10:00:05Z');
  cutIn(() => desk.newsroom.post());
  await desk.newsroom.freeze();
  desk.moveTo('2026-03-13T09:59:00Z');
  desk.wire.batches.push([copy('URGENT: Flood in Vara valley', flood, { guid: 'flood' })]);
  await desk.newsroom.gather();
  desk.moveTo('2026-03-13T10:00:05Z');
  cutIn(() => desk.newsroom.freeze());
  await desk.newsroom.post();
  await desk.newsroom.post();
  const editions = await desk.store.editionsOf(channel, 10);
  const titles = editions.flatMap(({ items }) => items.map(({ card }) => card.title));
  expect(titles.toSorted()).toEqual(['Flood in Vara valley', 'Quake shakes Halvik']);
  expect(editions.map(({ kind, items }) => `${kind} ${items.length}`).toSorted()).toEqual([
    'bulletin 1',
    'digest 0',
    'digest 1',
  ]);
});
