/** The ledger of deliveries, in memory. */
import { GONE_OUT, Picking, byText, orderOfClaims, platformOf } from './ledger-rules.ts';
import { countBy, type Journal, type Shelf } from './memory-shelves.ts';
import type { Records } from './store.ts';
import type { LedgerRecords } from './subjects.ts';
import type { Delivery } from '../news/delivery.ts';

type Claim = Parameters<Records['claimDeliveries']>[0];

export function memoryLedger(
  journal: Journal,
): LedgerRecords & Pick<Records, 'oldestDue' | 'givenUp'> {
  const ledger = journal.shelf<Delivery>();
  const some = (wanted: (delivery: Delivery) => boolean) =>
    ledger.all().filter(wanted).sort(oldest);
  return {
    async addDeliveries(deliveries) {
      for (const each of deliveries) {
        const delivery = { ...each, payload: each.payload ?? null };
        if (ledger.get(delivery.id) === null) ledger.put(delivery.id, delivery);
      }
    },
    retellDelivery: async (retold) => retell(ledger, retold),
    delivery: async (id) => ledger.get(id),
    deliveriesOf: async (batch) =>
      some((delivery) => delivery.batch === batch).sort(
        (one, other) => one.part - other.part || byText(one.id, other.id),
      ),
    deliveriesShowing: async (event) =>
      some((delivery) => delivery.events.some((each) => each.id === event)),
    deliveryByMessage: async (channel, messageId) =>
      some((each) => each.channel === channel && each.messageId === messageId)[0] ?? null,
    countDeliveries: async () => countBy(ledger.all(), ({ state }) => ({ state }), ['state']),
    oldestDue: async (now, except) => oldestDue(ledger.all(), now, except),
    givenUp: async (since) => givenUp(ledger.all(), since),
    async claimDeliveries(claim) {
      return firstDue(ledger.all(), claim).map((delivery) => {
        const leased: Delivery = {
          ...delivery,
          state: 'sending',
          attempt: delivery.attempt + 1,
          leaseUntil: claim.now + claim.leaseMs,
          updatedAt: claim.now,
        };
        ledger.put(leased.id, leased);
        return { delivery: leased, before: delivery.state };
      });
    },
    async renewDelivery({ id, attempt, leaseUntil }) {
      const delivery = ledger.get(id);
      if (delivery?.attempt !== attempt || delivery.state !== 'sending') return false;
      ledger.put(id, { ...delivery, leaseUntil });
      return true;
    },
    async settleDeliveries(settlements, now) {
      return settlements.map(({ id, attempt, state, messageId, error, runAt }) => {
        const delivery = ledger.get(id);
        if (delivery?.attempt !== attempt) return false;
        const known = messageId ?? delivery.messageId;
        const settled = { state, messageId: known, error, runAt, leaseUntil: 0, updatedAt: now };
        ledger.put(id, { ...delivery, ...settled });
        return true;
      });
    },
  };
}

function retell(
  ledger: Shelf<Delivery>,
  { id, events, payload }: Parameters<Records['retellDelivery']>[0],
): void {
  const delivery = ledger.get(id);
  if (delivery !== null) ledger.put(id, { ...delivery, events, payload: payload ?? null });
}

function oldestDue(all: readonly Delivery[], now: number, except: readonly string[]) {
  const open = ['planned', 'unknown', 'sending'];
  const due = all
    .filter(({ channel }) => !except.includes(channel))
    .filter(({ state, runAt }) => open.includes(state) && runAt <= now);
  const byPlatform = Map.groupBy(due, ({ channel }) => platformOf(channel));
  return [...byPlatform]
    .map(([platform, waiting]) => ({
      platform,
      count: waiting.length,
      oldest: Math.min(...waiting.map(({ runAt }) => runAt)),
    }))
    .sort((one, other) => byText(one.platform, other.platform));
}

function givenUp(all: readonly Delivery[], since: number) {
  const lost = all.filter(
    ({ state, attempt, updatedAt, purpose }) =>
      state === 'failed' &&
      attempt > 0 &&
      updatedAt >= since &&
      ['edition', 'bulletin'].includes(purpose),
  );
  const byPlatform = Map.groupBy(lost, ({ channel }) => platformOf(channel));
  return [...byPlatform]
    .map(([platform, those]) => {
      const errors = those.map(({ error }) => error ?? '').sort(byText);
      return { platform, count: those.length, error: errors.at(-1) ?? '' };
    })
    .sort((one, other) => byText(one.platform, other.platform));
}

/** The first that may be claimed in each channel that nobody holds. */
function firstDue(all: readonly Delivery[], claim: Claim): Delivery[] {
  const due = all.filter((delivery) => isDue(delivery, claim, all)).sort(orderOfClaims);
  const held = all.filter(({ state, leaseUntil }) => state === 'sending' && leaseUntil > claim.now);
  const { now, restMs = 0 } = claim;
  const resting = all.filter(({ attempt, updatedAt }) => attempt > 0 && updatedAt > now - restMs);
  const passed = restMs > 0 ? [...held, ...resting] : held;
  const picking = new Picking<Delivery>(
    claim,
    passed.map(({ channel }) => channel),
  );
  for (const delivery of due) picking.offer(delivery);
  return picking.picked.slice(0, Math.max(0, claim.limit));
}

function isDue(delivery: Delivery, claim: Claim, all: readonly Delivery[]): boolean {
  return (
    ['planned', 'unknown', 'sending'].includes(delivery.state) &&
    delivery.runAt <= claim.now &&
    delivery.leaseUntil <= claim.now &&
    claim.platforms.map(platformOf).includes(platformOf(delivery.channel)) &&
    !claim.except.includes(delivery.channel) &&
    (delivery.purpose === 'notice' || !claim.off?.includes(delivery.channel)) &&
    all.every((other) => !isBefore(other, delivery) || GONE_OUT.includes(other.state))
  );
}

const isBefore = (other: Delivery, delivery: Delivery): boolean =>
  other.batch === delivery.batch && other.part < delivery.part;

function oldest(one: Delivery, other: Delivery): number {
  return (
    one.createdAt - other.createdAt ||
    byText(one.batch, other.batch) ||
    one.part - other.part ||
    byText(one.id, other.id)
  );
}
