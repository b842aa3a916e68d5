/** Answers spoken for all to hear: written into the ledger afterwards, so that a kill finds them. */
import { planMissed, spokenName, type OwnLayout } from '../amending/amending.ts';
import type { Spoken } from '../chats/chat.ts';
import { deliveryId } from '../news/delivery-id.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Reply } from '../news/request.ts';
import { plannedAt } from '../editing/plan.ts';
import type { Store } from '../stores/store.ts';

/**
 * Notes the messages of a reply that a chat posted by itself, also while it is still being written: noted
 * again, each stands as it is now. A kill that came between making the reply and noting it is made up
 * for at once.
 */
export async function noteSpoken(
  { store, now }: { readonly store: Store; readonly now: () => number },
  reply: Reply,
  messages: readonly Spoken[],
): Promise<void> {
  if (reply.events.length === 0 || messages.length === 0) return;
  const rows = messages.map((message, index) => rowOf(reply, message, index, now()));
  await store.transact(async (records) => {
    await records.addDeliveries(rows);
    for (const row of rows) await records.retellDelivery(row);
    const kept = await records.reply(reply.id);
    const since = kept === null ? now() : Date.parse(kept.at);
    await planMissed(records, rows, { since, now: now() });
  });
}

function rowOf(reply: Reply, message: Spoken, index: number, now: number): Delivery {
  const { channel, messageId, layout } = message;
  const name = spokenName(reply.id, index);
  const payload: OwnLayout = { layout, name };
  return {
    ...plannedAt(now),
    id: deliveryId(name, 0),
    channel,
    purpose: 'answer',
    batch: name,
    part: 0,
    place: 'lead',
    // any of its messages may rest on any of the stories
    events: reply.events,
    payload,
    contentHash: name,
    state: 'sent',
    messageId,
  };
}
