/** Contract: the ledger of deliveries, its leases and its fence. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleDelivery } from './sample-nouns.ts';
import type { OpenStore } from './contract.ts';
import type { Delivery, DeliveryState } from '../../src/news/delivery.ts';
import type { Store } from '../../src/stores/store.ts';

export function ledgerRules(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  type Claim = Parameters<Store['claimDeliveries']>[0];
  const claim = (now: number, changes: Partial<Claim> = {}) =>
    store.claimDeliveries({
      now,
      leaseMs: 1_000,
      limit: 100,
      except: [],
      platforms: ['slack:', 'discord:'],
      ...changes,
    });
  const settle = async (
    delivery: Delivery,
    state: DeliveryState,
    messageId: string | null = null,
    runAt = 0,
  ) => {
    const { id, attempt } = delivery;
    const one = { id, attempt, state, messageId, error: null, runAt };
    return (await store.settleDeliveries([one], 2_000))[0];
  };
  const onlyClaim = async (now: number) => {
    const [claimed, ...more] = await claim(now);
    expect(more).toEqual([]);
    if (!claimed) throw new Error('nothing was claimed');
    return claimed;
  };

  describe('the ledger', () => {
    it('writes deliveries once and brings them back whole', async () => {
      const events = [
        { id: 'e1', version: 2 },
        { id: 'e1', version: 3 },
      ];
      const delivery = sampleDelivery('b1', 0, { events, payload: { nul: '\0', list: [1, null] } });
      await store.addDeliveries([delivery]);
      await store.addDeliveries([{ ...delivery, payload: 'other' }, sampleDelivery('b1', 1)]);
      expect(await store.delivery(delivery.id)).toEqual(delivery);
      expect(await store.delivery('none')).toBeNull();
      expect((await store.deliveriesOf('b1')).map((each) => each.part)).toEqual([0, 1]);
    });

    it('exchanges what a delivery shows and nothing else', async () => {
      const delivery = sampleDelivery('b1', 0, {
        events: [{ id: 'e1', version: 2 }],
        state: 'sent',
        messageId: 'm1',
      });
      await store.addDeliveries([delivery]);
      const shown = { events: [{ id: 'e2', version: 1 }], payload: { words: 'more' } };
      await store.retellDelivery({ id: delivery.id, ...shown });
      await store.retellDelivery({ id: 'none', ...shown });
      expect(await store.delivery(delivery.id)).toEqual({ ...delivery, ...shown });
      expect(await store.deliveriesShowing('e1')).toEqual([]);
      expect(await store.deliveriesShowing('e2')).toHaveLength(1);
      expect(await store.delivery('none')).toBeNull();
    });

    it('finds deliveries by event and by message, whatever their state', async () => {
      const showing = (batch: string, event: string, changes: Partial<Delivery>) =>
        sampleDelivery(batch, 0, { events: [{ id: event, version: 1 }], ...changes });
      const first = showing('b1', 'e1', { state: 'sent', messageId: 'm1', createdAt: 5 });
      const second = showing('b2', 'e1', { state: 'withdrawn', messageId: 'm2', createdAt: 4 });
      const third = showing('b3', 'e2', { messageId: 'm1', channel: 'discord:1/2' });
      await store.addDeliveries([first, second, third]);
      expect(await store.deliveriesShowing('e1')).toEqual([second, first]);
      expect(await store.deliveriesShowing('e3')).toEqual([]);
      expect(await store.deliveryByMessage('discord:1/2', 'm1')).toEqual(third);
      expect(await store.deliveryByMessage('discord:1/2', 'm2')).toBeNull();
      expect(await store.countDeliveries()).toEqual([
        { state: 'planned', count: 1 },
        { state: 'sent', count: 1 },
        { state: 'withdrawn', count: 1 },
      ]);
    });
  });

  describe('claiming', () => {
    it('leases what is due, counts the attempt and tells the state before', async () => {
      const planned = sampleDelivery('b1', 0);
      const changes = { channel: 'slack:T1/C2', state: 'unknown', attempt: 4, runAt: 900 } as const;
      const unknown = sampleDelivery('b2', 0, changes);
      const early = sampleDelivery('b3', 0, { channel: 'slack:T1/C3', runAt: 1_001 });
      await store.addDeliveries([planned, unknown, early]);
      const lease = { state: 'sending', leaseUntil: 2_000, updatedAt: 1_000 } as const;
      const claims = await claim(1_000);
      expect(claims).toEqual([
        { before: 'unknown', delivery: { ...unknown, ...lease, attempt: 5 } },
        { before: 'planned', delivery: { ...planned, ...lease, attempt: 1 } },
      ]);
      expect(await store.delivery(planned.id)).toEqual(claims[1]?.delivery);
    });

    it('gives what is urgent first, before the rest of its channel and of all others', async () => {
      const other = { channel: 'slack:T1/C2' };
      const kill = { urgency: 0, createdAt: 950, runAt: 950 } as const;
      await store.addDeliveries([
        sampleDelivery('update', 0, { urgency: 3, createdAt: 1, runAt: 1 }),
        sampleDelivery('post', 0, { createdAt: 2, runAt: 2 }),
        sampleDelivery('kill', 0, kill),
        sampleDelivery('waiting', 0, { ...kill, runAt: 5_000 }),
        sampleDelivery('elsewhere', 0, { ...other, createdAt: 3, runAt: 3 }),
        sampleDelivery('correction', 0, { ...other, ...kill, urgency: 1 }),
      ]);
      const order: string[] = [];
      for (let round = 0; round < 4; round += 1)
        for (const { delivery } of await claim(1_000)) {
          order.push(delivery.batch);
          await settle(delivery, 'sent', delivery.batch);
        }
      expect(order).toEqual(['kill', 'correction', 'post', 'elsewhere', 'update']);
    });

    it('gives no more edits than are wanted, and what is posted all the same', async () => {
      const at = (runAt: number, urgency: number) => ({ createdAt: runAt, runAt, urgency });
      const edit = (batch: string, place: string, changes: Partial<Delivery>): Delivery =>
        sampleDelivery(batch, 0, {
          channel: `slack:T1/${place}`,
          purpose: 'amendment',
          ...changes,
        });
      const many = Array.from({ length: 200 }, (_, index) =>
        edit(`update${index}`, `M${index}`, at(3, 3)),
      );
      await store.addDeliveries([
        ...many,
        sampleDelivery('post', 0, { channel: 'slack:T1/M7', ...at(900, 2) }),
        edit('tried', 'K1', { ...at(1, 0), attempt: 1 }),
        edit('kill', 'K2', at(950, 0)),
        edit('correction', 'K3', at(940, 1)),
      ]);
      const given = async (most: number, overdueMs = 500, limit = 100): Promise<string[]> => {
        const claims = await claim(1_000, { edits: { most, overdueMs }, limit });
        for (const { delivery } of claims)
          await settle(delivery, 'planned', null, delivery.batch === 'post' ? 9_000 : 0);
        return claims.map(({ delivery }) => delivery.batch);
      };
      expect(await given(2)).toEqual(['tried', 'kill', 'post']);
      await store.addDeliveries([edit('overdue', 'K4', at(400, 0))]);
      expect(await given(0)).toEqual(['overdue']);
      expect(await given(0)).toEqual([]);
      expect(await given(5)).toHaveLength(5);
    });

    it('lets a channel rest in which anything was tried a moment ago, by whomever', async () => {
      const batches = ['b1', 'b2'];
      await store.addDeliveries(batches.map((batch) => sampleDelivery(batch, 0)));
      await store.addDeliveries([sampleDelivery('b3', 0, { channel: 'slack:T1/C2' })]);
      const [first] = await claim(1_000, { limit: 1 });
      if (!first) throw new Error('nothing was claimed');
      await settle(first.delivery, 'sent', 'm1'); // at 2,000
      const claimed = async (now: number) =>
        (await claim(now, { restMs: 1_100 })).map(({ delivery }) => delivery.batch);
      expect(await claimed(3_099)).toEqual(['b3']);
      expect(await claimed(3_100)).toEqual(['b2']);
    });

    it('gives no delivery to two callers while the lease lives, and to another after it', async () => {
      await store.addDeliveries([sampleDelivery('b1', 0)]);
      const first = await onlyClaim(1_000);
      expect(await claim(1_999)).toEqual([]);
      const second = await onlyClaim(2_000);
      expect(second.before).toBe('sending');
      expect(second.delivery.attempt).toBe(first.delivery.attempt + 1);
    });

    it('gives every delivery to one caller only when many ask at once', async () => {
      const batches = Array.from({ length: 40 }, (_, index) => `b${index}`);
      const channel = (batch: string): string => `slack:T1/${batch}`;
      await store.addDeliveries(
        batches.map((batch) => sampleDelivery(batch, 0, { channel: channel(batch) })),
      );
      const answers = await Promise.all(batches.map(() => claim(1_000, { limit: 3 })));
      const ids = answers.flat().map((each) => each.delivery.id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await claim(1_000);
      expect(ids.length + rest.length).toBe(40);
    });

    it('gives of a channel that is off nothing but notices to people', async () => {
      const notice = { purpose: 'notice', createdAt: 900, runAt: 900 } as const;
      await store.addDeliveries([
        sampleDelivery('b1', 0),
        sampleDelivery('b2', 0, notice),
        sampleDelivery('b3', 0, { channel: 'slack:T1/C2' }),
      ]);
      const off = [sampleDelivery('b1', 0).channel];
      const claims = await claim(1_000, { off });
      expect(claims.map(({ delivery }) => delivery.batch).sort()).toEqual(['b2', 'b3']);
      for (const { delivery } of claims) await settle(delivery, 'sent', 'm1');
      expect(await claim(1_000, { off })).toEqual([]);
      expect((await onlyClaim(1_000)).delivery.batch).toBe('b1');
    });

    it('gives one message of a channel at a time, also to many who ask at once', async () => {
      const batches = ['b1', 'b2', 'b3', 'b4'];
      await store.addDeliveries(batches.map((batch) => sampleDelivery(batch, 0)));
      const answers = await Promise.all(batches.map(() => claim(1_000)));
      const [first, ...more] = answers.flat();
      expect(more).toEqual([]);
      if (!first) throw new Error('nothing was claimed');
      await settle(first.delivery, 'sent', 'm1');
      expect((await onlyClaim(1_000)).delivery.batch).toBe('b2');
      expect((await onlyClaim(2_000)).delivery.batch).toBe('b2');
    });

    it('holds a part back until every earlier part of its batch is out', async () => {
      const parts = [2, 0, 1].map((part) => sampleDelivery('b1', part, { runAt: 10 - part }));
      await store.addDeliveries(parts);
      for (const state of ['sent', 'amended', 'withdrawn'] as const) {
        const { delivery } = await onlyClaim(1_000);
        expect(delivery.part).toBe(['sent', 'amended', 'withdrawn'].indexOf(state));
        expect(await claim(1_001)).toEqual([]);
        expect(await settle(delivery, state)).toBe(true);
      }
      expect(await claim(9_000)).toEqual([]);
    });

    it('keeps what is about one message together, and lets none of it wait for another', async () => {
      const about = (purpose: Delivery['purpose'], id: string, createdAt: number): Delivery => {
        const changes = { id, purpose, createdAt, payload: { about: 'm', list: [purpose] } };
        return sampleDelivery('message-of-a-digest', 0, changes);
      };
      const rows = [
        about('amendment', 'x2', 1),
        about('note', 'x3', 2),
        about('amendment', 'x1', 3),
      ];
      await store.addDeliveries([...rows, { ...rows[0], payload: 'other' } as Delivery]);
      const kept = await store.deliveriesOf('message-of-a-digest');
      expect(kept).toEqual(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
      const order: string[] = [];
      for (let tries = 0; tries < rows.length; tries += 1) {
        const { delivery } = await onlyClaim(1_000);
        order.push(delivery.id);
        await settle(delivery, tries === 0 ? 'failed' : 'sent');
      }
      expect(order).toEqual(['x2', 'x3', 'x1']);
    });

    it.each(['planned', 'unknown', 'failed'] as const)(
      'stops a batch at a %s part',
      async (state) => {
        await store.addDeliveries([sampleDelivery('b1', 0), sampleDelivery('b1', 1)]);
        const { delivery } = await onlyClaim(1_000);
        await settle(delivery, state, null, 50_000);
        expect(await claim(40_000)).toEqual([]);
      },
    );

    it('leaves out paused channels, platforms that are not connected, and all over the limit', async () => {
      const channels = ['slack:T1/C1', 'slack:T1/C2', 'discord:1/2', 'terminal:demo'];
      await store.addDeliveries(
        channels.map((channel, index) => sampleDelivery(channel, 0, { channel, createdAt: index })),
      );
      expect(await claim(1_000, { limit: 0 })).toEqual([]);
      expect(await claim(1_000, { platforms: [] })).toEqual([]);
      const asked = { except: ['slack:T1/C1', 'x'.repeat(3_000)] };
      const claims = await claim(1_000, asked);
      expect(claims.map((each) => each.delivery.channel)).toEqual(['slack:T1/C2', 'discord:1/2']);
      expect(await claim(1_000, { limit: 1, platforms: ['slack:', 'terminal:'] })).toHaveLength(1);
      expect(await claim(1_000, { platforms: ['slack:', 'terminal:'] })).toHaveLength(1);
    });

    it('never claims what is settled for good', async () => {
      const states = ['sent', 'failed', 'amended', 'withdrawn'] as const;
      await store.addDeliveries(states.map((state) => sampleDelivery(state, 0, { state })));
      expect(await claim(90_000)).toEqual([]);
    });
  });

  describe('settling', () => {
    it('is fenced by the attempt', async () => {
      await store.addDeliveries([sampleDelivery('b1', 0)]);
      const early = await onlyClaim(1_000);
      const late = await onlyClaim(5_000);
      expect(await settle(early.delivery, 'failed')).toBe(false);
      expect((await store.delivery(late.delivery.id))?.state).toBe('sending');
      expect(await settle(late.delivery, 'sent', 'm1')).toBe(true);
      expect(await store.delivery(late.delivery.id)).toMatchObject({
        state: 'sent',
        messageId: 'm1',
        leaseUntil: 0,
        updatedAt: 2_000,
      });
      expect(await settle({ ...late.delivery, id: 'none' }, 'sent')).toBe(false);
    });

    it('settles several at once, each fenced by its own attempt', async () => {
      const channels = ['slack:T1/C1', 'slack:T1/C2', 'slack:T1/C3'];
      await store.addDeliveries(
        channels.map((channel, at) => sampleDelivery(`b${at}`, 0, { channel })),
      );
      const claimed = (await claim(1_000)).map(({ delivery }) => delivery);
      const settlements = claimed.map(({ id, attempt, channel }) => ({
        ...({ id, state: 'sent', messageId: `m-${channel}`, error: null, runAt: 0 } as const),
        attempt: channel === channels[1] ? attempt + 1 : attempt,
      }));
      const areOurs = await store.settleDeliveries(settlements, 2_000);
      expect(claimed.map(({ channel }, at) => [channel, areOurs[at]]).sort()).toEqual([
        [channels[0], true],
        [channels[1], false],
        [channels[2], true],
      ]);
      expect(await store.deliveryByMessage('slack:T1/C3', 'm-slack:T1/C3')).not.toBeNull();
      expect(await store.deliveryByMessage('slack:T1/C2', 'm-slack:T1/C2')).toBeNull();
      expect(await store.settleDeliveries([], 2_000)).toEqual([]);
    });

    it('holds on to a claim that is still its own, and to no other', async () => {
      await store.addDeliveries([sampleDelivery('b1', 0)]);
      const { delivery } = await onlyClaim(1_000);
      const { id, attempt } = delivery;
      expect(await store.renewDelivery({ id, attempt, leaseUntil: 9_000 })).toBe(true);
      expect(await claim(8_999)).toEqual([]);
      await onlyClaim(9_000);
      expect(await store.renewDelivery({ id, attempt, leaseUntil: 20_000 })).toBe(false);
      expect(await settle({ ...delivery, attempt: 2 }, 'sent', 'm1')).toBe(true);
      expect(await store.renewDelivery({ id, attempt: 2, leaseUntil: 20_000 })).toBe(false);
    });

    it('hands back for later, with the reason', async () => {
      await store.addDeliveries([sampleDelivery('b1', 0)]);
      const { delivery } = await onlyClaim(1_000);
      const { id, attempt } = delivery;
      const error = 'Slack asks to wait.\0';
      const back = { id, attempt, state: 'planned', messageId: null, error, runAt: 7_000 } as const;
      expect(await store.settleDeliveries([back], 1_500)).toEqual([true]);
      expect((await store.delivery(id))?.error).toContain('Slack asks to wait.');
      expect(await claim(6_999)).toEqual([]);
      expect((await onlyClaim(7_000)).delivery.attempt).toBe(2);
    });

    it('amends and withdraws what was sent, and never forgets its message', async () => {
      await store.addDeliveries([sampleDelivery('b1', 0)]);
      const { delivery } = await onlyClaim(1_000);
      for (const state of ['sent', 'amended', 'withdrawn'] as const) {
        expect(await settle(delivery, state, state === 'sent' ? 'm1' : null)).toBe(true);
        expect(await store.deliveryByMessage(delivery.channel, 'm1')).toMatchObject({ state });
      }
    });
  });
}
