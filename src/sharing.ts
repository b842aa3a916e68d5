/** Shares a private reply in its channel: through the ledger, like everything that is posted. */
import { chatFor } from './publishing.ts';
import type { Chat } from './chats/chat.ts';
import type { Asker } from './news/request.ts';
import { planDeliveries } from './plan.ts';
import type { Store } from './stores/store.ts';

export type SharingParts = {
  readonly store: Store;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly post: () => Promise<void>;
};

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
  await parts.store.addDeliveries(planDeliveries(batch, rendered, parts.now()));
  await parts.post();
  const deliveries = await parts.store.deliveriesOf(reply.id);
  const lead = deliveries.find((each) => each.part === 0);
  if (lead?.state === 'sent') return 'Shared in this channel.';
  return `Not shared yet: ${lead?.error ?? 'it will be posted as soon as the channel takes it'}.`;
}
