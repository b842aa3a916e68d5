/** Shares a private reply in its channel: through the ledger, like everything that is posted. */
import { planMissed } from '../amending/amending.ts';
import { chatFor } from '../channels.ts';
import type { Chat } from '../chats/chat.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Asker } from '../news/request.ts';
import { planDeliveries } from '../editing/plan.ts';
import type { KeptReply, Store } from '../stores/store.ts';

export type SharingParts = {
  readonly store: Store;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly post: () => Promise<void>;
};

/** What an answer or a list rests on without an item of its own is told by each of its messages. */
function tellingOf(delivery: Delivery, { layout, events }: KeptReply): Delivery {
  const placed = new Set(layout.items.flatMap((item) => item.event?.id ?? []));
  return {
    ...delivery,
    events: [...delivery.events, ...events.filter(({ id }) => !placed.has(id))],
  };
}

/**
 * Posts a kept reply for all to see, once however often the button is pressed.
 * @returns the sentence for the person
 */
export async function shareReply(
  parts: SharingParts,
  replyId: string,
  asker: Asker,
): Promise<string> {
  const reply = await parts.store.reply(replyId);
  const chat = chatFor(parts.chats, asker.channel);
  if (!reply || !chat || reply.channel !== asker.channel)
    return 'This answer is no longer stored: ask again and share that.';
  const rendered = chat.render(reply.layout, reply.id);
  const batch = { channel: reply.channel, purpose: 'share', batch: reply.id } as const;
  const planned = planDeliveries(batch, rendered, parts.now()).map((each) =>
    tellingOf(each, reply),
  );
  await parts.store.transact(async (records) => {
    await records.addDeliveries(planned);
    const since = Date.parse(reply.at);
    await planMissed(records, planned, { since, now: parts.now() });
  });
  await parts.post();
  const deliveries = await parts.store.deliveriesOf(reply.id);
  const lead = deliveries.find((each) => each.part === 0);
  if (lead?.state === 'sent' || lead?.state === 'amended') return 'Shared in this channel.';
  return `Not shared yet: ${lead?.error ?? 'it will be posted as soon as the channel takes it'}.`;
}
