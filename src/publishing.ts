/** From due slots to the ledger: compose, freeze, plan; and what a frozen message may still show. */
import { planMissed } from './amending.ts';
import type { Analyst } from './analysts/analyst.ts';
import { composeBulletins } from './bulletins.ts';
import { newChannel, type ServedChannel } from './channels.ts';
import type { Chat } from './chats/chat.ts';
import type { Config } from './config.ts';
import { composeDigest } from './digests.ts';
import { layoutEdition } from './editing/layout/digest.ts';
import { slotsBetween } from './editing/slots.ts';
import { alone } from './leasing.ts';
import type { Log } from './log.ts';
import { readChannel } from './news/channel.ts';
import type { Delivery } from './news/delivery.ts';
import type { Edition } from './news/edition.ts';
import type { Event } from './news/event.ts';
import { planDeliveries } from './plan.ts';
import type { Store } from './stores/store.ts';
import { footerLines, type FooterLine } from './wire-health.ts';

export type PublishingParts = {
  readonly config: Config;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly log: Log;
  readonly owner?: string;
};

/** The chat that serves a channel; undefined while its platform is off. */
export function chatFor(chats: readonly Chat[], channel: string): Chat | undefined {
  const platform = readChannel(channel)?.platform;
  return chats.find((chat) => chat.platform === platform);
}

/** Freezes the digest that is due in a channel, if one is; missed slots become one catch-up. */
export async function publishTo(parts: PublishingParts, served: ServedChannel): Promise<void> {
  const { store } = parts;
  const { settings } = served;
  if (settings.offReason !== null || settings.schedules.length === 0) return;
  if (chatFor(parts.chats, settings.channel) === undefined) return;
  const due = async (): Promise<Due | null> => {
    const at = new Date(parts.now()).toISOString();
    const last = await store.lastDigest(settings.channel);
    const slots = slotsBetween(settings.schedules, last?.slot ?? settings.since, at);
    const slot = slots.at(-1);
    return slot === undefined ? null : { slot, missedSlots: slots.slice(0, -1), at };
  };
  if ((await due()) === null) return;
  await alone(parts, `digest:${settings.channel}`, async () => {
    // another replica may have composed it while we asked for the lease
    const still = await due();
    if (still) await publishSlot(parts, served, still);
  });
}

type Due = { readonly slot: string; readonly missedSlots: readonly string[]; readonly at: string };

/** Freezes a bulletin for each urgent event, of the fresh ones, that a channel has not been shown. */
export async function alertTo(
  parts: PublishingParts,
  served: ServedChannel,
  fresh: readonly Event[],
): Promise<void> {
  const { config } = parts;
  const { settings } = served;
  if (settings.offReason !== null || settings.alerts === null) return;
  if (chatFor(parts.chats, settings.channel) === undefined) return;
  const at = new Date(parts.now()).toISOString();
  const desk = { ...parts, topics: config.topics, name: config.name, zone: config.zone };
  for (const bulletin of await composeBulletins(desk, served, fresh, at))
    await freeze(parts, bulletin, 'silence', []);
}

/** Composes and freezes the digest of one slot. */
export async function publishSlot(
  parts: PublishingParts,
  served: ServedChannel,
  { slot, missedSlots }: Omit<Due, 'at'>,
): Promise<void> {
  const { config, store } = parts;
  const { settings } = served;
  const due = { slot, missedSlots, at: await windowEnd(parts) };
  const wires = config.wires.map((wire) => wire.name);
  const footer = await footerLines(store, settings.channel, wires, due.at);
  const { edition } = await composeDigest(
    { ...parts, topics: config.topics, name: config.name, zone: config.zone },
    { ...due, served, footer: footer.map((line) => line.text) },
  );
  await freeze(parts, edition, settings.whenEmpty, footer);
}

/**
 * The instant at which a digest's window ends. What was filed until then is stored, and what is
 * filed later bears a later time: nothing falls between two windows while it is being written.
 */
function windowEnd({ store, now }: PublishingParts): Promise<string> {
  return store.transact(async (records) => new Date(await records.storeTime(now())).toISOString());
}

/** Writes the edition and its messages in one transaction; a second composer changes nothing. */
async function freeze(
  parts: PublishingParts,
  edition: Edition,
  whenEmpty: 'silence' | 'line',
  footer: readonly FooterLine[],
): Promise<void> {
  const chat = chatFor(parts.chats, edition.channel);
  const isEmpty = edition.items.length === 0 && edition.today === undefined;
  const isSilent = isEmpty && footer.length === 0 && whenEmpty === 'silence';
  const layout = layoutEdition(edition);
  const rendered = isSilent || !chat ? [] : chat.render(layout, edition.id);
  const purpose: Delivery['purpose'] = edition.kind === 'digest' ? 'edition' : 'bulletin';
  const batch = { channel: edition.channel, purpose, batch: edition.id };
  await parts.store.transact(async (records) => {
    if (!(await records.addEdition(edition))) return;
    const planned = planDeliveries(batch, rendered, parts.now());
    await records.addDeliveries(planned);
    const since = Date.parse(edition.composedAt);
    await planMissed(records, planned, { since, now: parts.now() });
    for (const note of footer.flatMap(({ notes }) => notes))
      await records.saveNote(note, edition.id);
  });
  const facts = { edition: edition.id, channel: edition.channel, items: edition.items.length };
  parts.log.info({ ...facts, messages: rendered.length }, 'edition frozen');
}

/** Switches a channel off that is gone or closed to us; it stays in the list with the reason. */
export async function switchOff(
  parts: PublishingParts,
  channel: string,
  sentence: string,
): Promise<void> {
  const at = new Date(parts.now()).toISOString();
  const settings = (await parts.store.channelSettings(channel)) ?? newChannel(channel, at);
  await parts.store.saveChannelSettings({ ...settings, offReason: sentence });
  parts.log.error({ channel, reason: sentence }, 'channel switched off');
}
