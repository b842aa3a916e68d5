/**
 * Channels that are closed to us: switched off, kept in the list with the reason, and told once to
 * whoever subscribed them. The notices stand in the ledger with the change itself, so that neither a
 * crash nor another replica loses or repeats them.
 */
import type { NoticePayload } from '../amending/amending.ts';
import { newChannel } from '../channels.ts';
import { closedNotice } from '../editing/layout/reply.ts';
import { showInstant } from '../editing/slots.ts';
import type { Log } from '../log.ts';
import { deliveryId } from '../news/delivery-id.ts';
import type { Delivery } from '../news/delivery.ts';
import { fingerprint } from '../news/identity.ts';
import type { Subscription } from '../news/subscription.ts';
import { plannedAt } from '../editing/plan.ts';
import type { Store } from '../stores/store.ts';

type ClosingParts = {
  readonly store: Store;
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
};

/** People told of one channel; more have subscribed it hardly ever. */
const PEOPLE_MAX = 20;

/**
 * Switches a channel off, until a command switches it on; one that is off already stays as it is.
 * @param sentence why, and what is to be done about it
 */
export async function switchOff(
  { store, now, log }: ClosingParts,
  channel: string,
  sentence: string,
): Promise<void> {
  const time = now();
  const at = new Date(time).toISOString();
  const isNew = await store.transact(async (records) => {
    const settings = (await records.channelSettings(channel)) ?? newChannel(channel, at);
    if (settings.offReason !== null) return false;
    await records.saveChannelSettings({ ...settings, offReason: sentence });
    const subscriptions = await records.subscriptions(channel);
    await records.addDeliveries(noticesOf(subscriptions, { channel, sentence, time }));
    return true;
  });
  if (isNew) log.error({ channel, reason: sentence }, 'channel switched off');
}

/** One notice for everybody who subscribed the channel to something by command. */
function noticesOf(
  subscriptions: readonly Subscription[],
  { channel, sentence, time }: { channel: string; sentence: string; time: number },
): Delivery[] {
  const at = new Date(time).toISOString();
  const byPerson = Map.groupBy(subscriptions, ({ by }) => by);
  byPerson.delete('config');
  return [...byPerson].slice(0, PEOPLE_MAX).map(([person, followed]): Delivery => {
    const topic = followed[0]?.topic ?? '';
    const layout = closedNotice({ channel, sentence, topic, at: showInstant(at, 'UTC') });
    const name = fingerprint('closed', channel, person, at);
    const payload: NoticePayload = { layout, name, person, replies: [] };
    return {
      id: deliveryId(name, 0),
      channel,
      purpose: 'notice',
      batch: name,
      part: 0,
      place: 'lead',
      events: [],
      payload,
      contentHash: name,
      ...plannedAt(time),
    };
  });
}
