/** What Prometheus reads: gauges that ask the store when they are read, and counters of this process. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Analyst } from './analysts/analyst.ts';
import type { Chat, Outcome } from './chats/chat.ts';
import type { Delivery } from './news/delivery.ts';
import type { Settlement, Store } from './stores/store.ts';
import type { Bookmark } from './wires/wire.ts';

export type MetricsParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  /** epoch milliseconds */
  readonly now: () => number;
};

export type Metrics = {
  /** everything in the text format of Prometheus */
  text(): Promise<string>;
  readonly contentType: string;
  /** a store that works as the given one and is counted */
  counted(store: Store): Store;
  /** a chat that works as the given one and whose requests to slow down are counted */
  listened<C extends Chat>(chat: C): C;
};

/** Seconds: a channel's own pace is a second a message, a platform's outage is hours. */
const BUCKETS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600];
const seconds = (milliseconds: number): number => Math.max(0, milliseconds / 1_000);

/** Makes the metrics of a process. */
export function createMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gaugeLedger(registry, parts);
  gaugeWires(registry, parts);
  gaugeModel(registry, parts);
  const counters = countersIn(registry);
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    counted: (store) => countedStore(store, counters, parts.now),
    listened: (chat) => listenedChat(chat, counters),
  };
}

type Counters = ReturnType<typeof countersIn>;

function countersIn(registry: Registry) {
  const registers = [registry];
  return {
    slotToPost: new Histogram({
      name: 'wirebrief_slot_to_post_seconds',
      help: 'From the slot of a digest to the posting of each of its messages',
      labelNames: ['platform'],
      buckets: BUCKETS,
      registers,
    }),
    planToPost: new Histogram({
      name: 'wirebrief_plan_to_post_seconds',
      help: 'From the planning of a message in the ledger to its posting',
      labelNames: ['platform', 'purpose'],
      buckets: BUCKETS,
      registers,
    }),
    tries: new Counter({
      name: 'wirebrief_tries_total',
      help: 'Tries of messages by the state they were settled in (unknown: no clear answer)',
      labelNames: ['platform', 'state'],
      registers,
    }),
    limited: new Counter({
      name: 'wirebrief_rate_limited_total',
      help: 'Requests that a platform answered with a request to slow down (429)',
      labelNames: ['platform'],
      registers,
    }),
    cards: new Counter({
      name: 'wirebrief_cards_total',
      help: 'Cards that were asked for: found in the store (hit) or made',
      labelNames: ['result'],
      registers,
    }),
  };
}

function gaugeLedger(registry: Registry, { store, now }: MetricsParts): void {
  const registers = [registry];
  new Gauge({
    name: 'wirebrief_deliveries',
    help: 'Messages in the ledger by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset();
      for (const { state, count } of await store.countDeliveries()) this.set({ state }, count);
    },
  });
  const waiting = new Gauge({
    name: 'wirebrief_queue_messages',
    help: 'Messages that are due and not out, but for channels that are switched off',
    labelNames: ['platform'],
    registers,
  });
  new Gauge({
    name: 'wirebrief_queue_age_seconds',
    help: 'How long the first message that is due and not out has been due',
    labelNames: ['platform'],
    registers,
    async collect() {
      this.reset();
      waiting.reset();
      const off = (await store.allChannelSettings()).filter((each) => each.offReason !== null);
      const except = off.map(({ channel }) => channel);
      for (const { platform, count, oldest } of await store.oldestDue(now(), except)) {
        this.set({ platform }, seconds(now() - oldest));
        waiting.set({ platform }, count);
      }
    },
  });
}

function gaugeWires(registry: Registry, { store, now }: MetricsParts): void {
  const registers = [registry];
  const failures = new Gauge({
    name: 'wirebrief_wire_failures',
    help: 'Failed readings of a wire in a row',
    labelNames: ['wire'],
    registers,
  });
  new Gauge({
    name: 'wirebrief_wire_lag_seconds',
    help: 'Since a wire was last read well',
    labelNames: ['wire'],
    registers,
    async collect() {
      this.reset();
      failures.reset();
      for (const { wire, lastReadAt, failures: count } of await store.bookmarks<Bookmark>()) {
        failures.set({ wire }, count);
        if (lastReadAt !== null) this.set({ wire }, seconds(now() - Date.parse(lastReadAt)));
      }
    },
  });
}

function gaugeModel(registry: Registry, { analyst }: MetricsParts): void {
  const registers = [registry];
  const off = new Gauge({
    name: 'wirebrief_model_off',
    help: '1 while the model is not asked (budget spent, or its server fails), else 0',
    registers,
  });
  const budget = new Gauge({
    name: 'wirebrief_model_budget_tokens',
    help: 'Tokens that may be spent a day; 0 without a model',
    registers,
  });
  new Gauge({
    name: 'wirebrief_model_tokens_today',
    help: 'Tokens spent since midnight UTC, by every replica',
    registers,
    async collect() {
      const standing = await analyst.standing?.();
      this.set(standing?.tokensToday ?? 0);
      budget.set(standing?.dailyTokens ?? 0);
      off.set(standing && standing.off !== null ? 1 : 0);
    },
  });
}

/** Slots that are remembered, so that the messages of one edition ask for it once. */
const SLOTS_MAX = 500;

function countedStore(store: Store, counters: Counters, now: () => number): Store {
  const claimed = new Map<string, Delivery>();
  const slots = new Map<string, number | null>();

  async function slotOf({ batch }: Delivery): Promise<number | null> {
    const known = slots.get(batch);
    if (known !== undefined) return known;
    const edition = await store.edition(batch);
    const slot = edition?.kind === 'digest' ? Date.parse(edition.slot) : null;
    const [oldest] = slots.keys();
    if (slots.size >= SLOTS_MAX && oldest !== undefined) slots.delete(oldest);
    slots.set(batch, slot);
    return slot;
  }

  async function count(delivery: Delivery, { state }: Settlement): Promise<void> {
    const { channel, purpose, createdAt } = delivery;
    const platform = channel.slice(0, channel.indexOf(':'));
    counters.tries.inc({ platform, state });
    if (state !== 'sent') return;
    counters.planToPost.observe({ platform, purpose }, seconds(now() - createdAt));
    const slot = purpose === 'edition' ? await slotOf(delivery) : null;
    if (slot !== null) counters.slotToPost.observe({ platform }, seconds(now() - slot));
  }

  return {
    ...store,
    async claimDeliveries(claim) {
      const claims = await store.claimDeliveries(claim);
      for (const { delivery } of claims) claimed.set(delivery.id, delivery);
      return claims;
    },
    async settleDeliveries(settlements, at) {
      const areOurs = await store.settleDeliveries(settlements, at);
      for (const [position, settlement] of settlements.entries()) {
        const delivery = claimed.get(settlement.id);
        claimed.delete(settlement.id);
        // what cannot be counted is posted all the same
        if (areOurs[position] && delivery) await count(delivery, settlement).catch(() => undefined);
      }
      return areOurs;
    },
    async card(...key) {
      const card = await store.card(...key);
      if (card !== null) counters.cards.inc({ result: 'hit' });
      return card;
    },
    async saveCard(...made) {
      await store.saveCard(...made);
      counters.cards.inc({ result: 'made' });
    },
  };
}

function listenedChat<C extends Chat>(chat: C, { limited }: Counters): C {
  const { platform } = chat;
  limited.inc({ platform }, 0);
  const heard = async (asked: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await asked;
    if (outcome.kind === 'later' && outcome.isLimited) limited.inc({ platform });
    return outcome;
  };
  const own: Partial<Chat> = {
    post: (posting) => heard(chat.post(posting)),
    edit: (posting, messageId) => heard(chat.edit(posting, messageId)),
  };
  return new Proxy(chat, {
    get(target, key) {
      if (key in own) return own[key as keyof Chat];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
