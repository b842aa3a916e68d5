/** Whatever is done in whatever order, the store in memory and the one in SQLite answer alike. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  at,
  editionShowing,
  sampleDelivery,
  sampleEvent,
  sampleStory,
  sampleTake,
} from './sample-nouns.ts';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { DELIVERY_STATES } from '../../src/news/delivery.ts';
import type { Records, Store } from '../../src/stores/store.ts';

type Step = (records: Records) => Promise<unknown>;

const id = fc.constantFrom('1', '2', '3', '4');
const ids = fc.array(id, { maxLength: 5 });
const minute = fc.integer({ min: 0, max: 9 });
const channel = fc.constantFrom('slack:T/A', 'slack:T/B', 'discord:1/2');
const state = fc.constantFrom('live', 'held', 'killed' as const);
const word = fc.constantFrom('quartz', 'umbrella', 'zinc', 'fjord');

const story = fc
  .record({
    id,
    state,
    minute,
    keys: ids,
    scope: fc.constantFrom('A', 'B'),
    word,
    hasCopy: fc.boolean(),
  })
  .map((made) => {
    const take = sampleTake(`t${made.id}`, { headline: made.word, text: made.word });
    const keys = made.keys.map((key) => `guid:${key}`);
    const current = made.hasCopy ? take : null;
    const heldUntil = made.state === 'held' ? at(made.minute) : null;
    const changes = { state: made.state, scope: made.scope, keys, current, heldUntil };
    return sampleStory(made.id, { ...changes, changedAt: at(made.minute) });
  });

const writing: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id, minute).map(
    ([name, time]): Step =>
      (records) =>
        records.addTake(sampleTake(name, { wire: `w${time}` }), at(time)),
  ),
  story.map(
    (one): Step =>
      (records) =>
        records.saveStory(one),
  ),
  fc.tuple(id, minute).map(
    ([name, time]): Step =>
      (records) =>
        records.saveEvent(sampleEvent(name, { version: time + 1, changedAt: at(time) })),
  ),
  fc.tuple(id, channel, minute, fc.dictionary(id, minute)).map(
    ([name, where, time, shown]): Step =>
      (records) =>
        records.addEdition(editionShowing(name, shown, { channel: where, slot: at(time) })),
  ),
  fc.tuple(channel, id).map(
    ([where, topic]): Step =>
      (records) =>
        records.saveSubscription({ channel: where, topic, by: 'U', at: at(0) }),
  ),
  fc.tuple(channel, id).map(
    ([where, topic]): Step =>
      (records) =>
        records.removeSubscription(where, topic),
  ),
  fc.tuple(id, channel, fc.integer({ min: 1, max: 3 }), ids, minute).map(
    ([batch, where, parts, events, runAt]): Step =>
      (records) =>
        records.addDeliveries(
          Array.from({ length: parts }, (_, part) =>
            sampleDelivery(batch, part, {
              channel: where,
              runAt,
              events: events.map((event) => ({ id: event, version: part })),
            }),
          ),
        ),
  ),
  fc.tuple(minute, fc.integer({ min: 0, max: 3 }), fc.array(channel, { maxLength: 2 })).map(
    ([now, limit, except]): Step =>
      (records) =>
        records.claimDeliveries({
          now,
          leaseMs: 3,
          limit,
          except,
          platforms: ['slack:', 'discord:'],
        }),
  ),
  fc
    .tuple(
      id,
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(...DELIVERY_STATES),
      minute,
    )
    .map(([batch, part, attempt, to, now]): Step => (records) => {
      const { id: name } = sampleDelivery(batch, part);
      const messageId = to === 'sent' ? `m${now}` : null;
      const one = { id: name, attempt, state: to, messageId, error: null, runAt: now };
      return records.settleDeliveries([one], now);
    }),
);

/** Everything that can be asked. */
async function everything(records: Records): Promise<unknown> {
  const names = ['4', '3', '2', '1'];
  const channels = ['slack:T/A', 'slack:T/B', 'discord:1/2'];
  const each = <T>(list: readonly string[], ask: (name: string) => Promise<T>) =>
    Promise.all(list.map(ask));
  const found = await each(['quartz', 'umbrella', 'zinc', 'fjord'], async (one) =>
    (await records.searchStories({ words: [one], since: at(2), limit: 50 }))
      .map(({ id }) => id)
      .sort(),
  );
  return {
    found,
    takes: await records.takes(names),
    counted: await records.countTakes(at(3)),
    stories: await records.stories(names),
    keys: await each(['A', 'B'], (scope) =>
      records.storiesByKeys(
        scope,
        names.map((name) => `guid:${name}`),
      ),
    ),
    held: await records.heldStories(at(5)),
    states: await records.countStories(),
    events: await records.events(names),
    changed: await records.eventsChanged({ from: at(1), to: at(7) }, 3),
    saved: (await records.eventsSaved(0, 50)).events,
    editions: await each(channels, (one) => records.editionsOf(one, 3)),
    digests: [...(await records.lastDigests(channels))].sort(),
    shown: await each(channels, async (one) =>
      [...(await records.shownVersions(one, names))].sort(),
    ),
    subscriptions: await records.subscriptions(null),
    batches: await each(names, (one) => records.deliveriesOf(one)),
    showing: await each(names, (one) => records.deliveriesShowing(one)),
    message: await each(channels, (one) => records.deliveryByMessage(one, 'm3')),
    ledger: await records.countDeliveries(),
  };
}

/** One step, or several in a transaction that may fail in the end. */
const action = fc.oneof(
  { weight: 4, arbitrary: writing.map((step) => (store: Store) => step(store)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.array(writing, { maxLength: 4 }), fc.boolean()).map(
      ([steps, fails]) =>
        (store: Store) =>
          store
            .transact(async (records) => {
              const answers: unknown[] = [];
              for (const step of steps) answers.push(await step(records));
              if (fails) throw new Error('on purpose');
              return answers;
            })
            .catch((error: Error) => error.message),
    ),
  },
);

it(
  'memory and SQLite give the same answers after any sequence of work',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 25 }), async (actions) => {
        const memory = createMemoryStore();
        const sqlite = await openSqliteStore(':memory:');
        try {
          for (const act of actions) expect(await act(sqlite)).toEqual(await act(memory));
          expect(await everything(sqlite)).toEqual(await everything(memory));
        } finally {
          await sqlite.close();
          await memory.close();
        }
      }),
      { numRuns: 150 },
    );
  },
);
