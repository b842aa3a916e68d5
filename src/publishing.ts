/** From due slots to the ledger: compose, freeze, plan; and what a frozen message may still show. */
import { planMissed } from './amending.ts';
import type { Analyst } from './analysts/analyst.ts';
import { composeBulletins } from './bulletins.ts';
import { chatFor, type ServedChannel } from './channels.ts';
import type { Chat } from './chats/chat.ts';
import type { Config } from './config.ts';
import { composeDigest, shareReading, type DigestParts } from './digests.ts';
import { layoutEdition } from './editing/layout/digest.ts';
import { slotsBetween } from './editing/slots.ts';
import { alone } from './leasing.ts';
import { guarded, type Log } from './log.ts';
import type { Delivery } from './news/delivery.ts';
import type { Edition } from './news/edition.ts';
import type { Event } from './news/event.ts';
import { planDeliveries } from './plan.ts';
import type { Records, Store } from './stores/store.ts';
import { footerLines, troubledWires, type FooterLine } from './wire-health.ts';

export type PublishingParts = {
  readonly config: Config;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly log: Log;
  readonly owner?: string;
};

/** Channels whose digests are composed at the same instant and written down together. */
const ROUND_SIZE = 25;

type Round<C> = { readonly name: string; readonly channels: readonly C[] };

/** The channels in rounds, the same ones on every replica. */
export function roundsOf<C>(channels: readonly C[]): Round<C>[] {
  const count = Math.ceil(channels.length / ROUND_SIZE);
  return Array.from({ length: count }, (_, at) => ({
    name: String(at),
    channels: channels.slice(at * ROUND_SIZE, (at + 1) * ROUND_SIZE),
  }));
}

type Due = {
  readonly served: ServedChannel;
  readonly slot: string;
  readonly missedSlots: readonly string[];
};

/**
 * Freezes the digests that are due in a round; missed slots become one catch-up.
 * @returns false when another replica is at it
 */
export async function publishRound(
  parts: PublishingParts,
  round: Round<ServedChannel>,
): Promise<boolean> {
  const due = await dueAmong(parts, round.channels);
  if (due.length === 0) return true;
  return alone(parts, `digests:${round.name}`, async () => {
    // another replica may have composed some while we asked for the lease
    const still = await dueAmong(
      parts,
      due.map(({ served }) => served),
    );
    await publishDigests(parts, still);
  });
}

async function dueAmong(
  { store, chats, now }: PublishingParts,
  channels: readonly ServedChannel[],
): Promise<Due[]> {
  const found: Due[] = [];
  for (const served of channels) {
    const { channel, offReason, schedules, since } = served.settings;
    if (offReason !== null || schedules.length === 0) continue;
    if (chatFor(chats, channel) === undefined) continue;
    const at = new Date(now()).toISOString();
    const last = await store.lastDigest(channel);
    const slots = slotsBetween(schedules, last?.slot ?? since, at);
    const slot = slots.at(-1);
    if (slot !== undefined) found.push({ served, slot, missedSlots: slots.slice(0, -1) });
  }
  return found;
}

/** Freezes a bulletin for each urgent event, of the fresh ones, that a channel has not been shown. */
export async function alertTo(
  parts: PublishingParts,
  served: ServedChannel,
  fresh: readonly Event[],
): Promise<void> {
  const { settings } = served;
  if (settings.offReason !== null || settings.alerts === null) return;
  if (chatFor(parts.chats, settings.channel) === undefined) return;
  const at = new Date(parts.now()).toISOString();
  const bulletins = await composeBulletins(deskOf(parts), served, fresh, at);
  await freeze(
    parts,
    bulletins.map((edition) => laidOut(parts, edition, 'silence', [])),
  );
}

/**
 * Composes and freezes these digests. What they share, the window's end, the events and their cards,
 * is worked out once; one that fails is told in the log and holds up none of the others.
 */
export async function publishDigests(
  parts: PublishingParts,
  digests: readonly Due[],
): Promise<void> {
  const { config, store, log } = parts;
  if (digests.length === 0) return;
  const at = await windowEnd(parts);
  const desk = deskOf(parts);
  const shared = shareReading(desk);
  const wires = config.wires.map((wire) => wire.name);
  const troubled = await troubledWires(store, wires, at);
  const composed: Composed[] = [];
  for (const due of digests) {
    const { channel, whenEmpty } = due.served.settings;
    await guarded(log, { channel }, async () => {
      const lines = await footerLines(store, channel, troubled);
      const footer = lines.map((line) => line.text);
      const { edition } = await composeDigest(desk, { ...due, at, footer }, shared);
      composed.push(laidOut(parts, edition, whenEmpty, lines));
    });
  }
  await freeze(parts, composed);
}

function deskOf(parts: PublishingParts): DigestParts {
  const { topics, name, zone } = parts.config;
  return { store: parts.store, analyst: parts.analyst, topics, name, zone };
}

/**
 * The instant at which a digest's window ends. What was filed until then is stored, and what is
 * filed later bears a later time: nothing falls between two windows while it is being written.
 */
function windowEnd({ store, now }: PublishingParts): Promise<string> {
  return store.transact(async (records) => new Date(await records.storeTime(now())).toISOString());
}

/** An edition with the messages that it becomes and the notes of what its footer tells. */
type Composed = {
  readonly edition: Edition;
  readonly messages: readonly Delivery[];
  readonly notes: readonly string[];
};

function laidOut(
  { chats, now }: PublishingParts,
  edition: Edition,
  whenEmpty: 'silence' | 'line',
  footer: readonly FooterLine[],
): Composed {
  const chat = chatFor(chats, edition.channel);
  const isEmpty = edition.items.length === 0 && edition.today === undefined;
  const isSilent = isEmpty && footer.length === 0 && whenEmpty === 'silence';
  const rendered = isSilent || !chat ? [] : chat.render(layoutEdition(edition), edition.id);
  const purpose: Delivery['purpose'] = edition.kind === 'digest' ? 'edition' : 'bulletin';
  const batch = { channel: edition.channel, purpose, batch: edition.id };
  const messages = planDeliveries(batch, rendered, now());
  return { edition, messages, notes: footer.flatMap(({ notes }) => notes) };
}

/**
 * Writes editions and their messages in one transaction; a second composer changes nothing. Where
 * that fails, each is written by itself, so that one that cannot be keeps none of the others back.
 */
async function freeze(parts: PublishingParts, composed: readonly Composed[]): Promise<void> {
  const { store, log } = parts;
  if (composed.length === 0) return;
  try {
    await store.transact(async (records) => {
      for (const each of composed) await write(parts, records, each);
    });
  } catch (error) {
    if (composed.length === 1) throw error;
    for (const each of composed)
      await guarded(log, { channel: each.edition.channel }, () => freeze(parts, [each]));
    return;
  }
  for (const { edition, messages } of composed) {
    const { id, channel, items } = edition;
    const facts = { edition: id, channel, items: items.length, messages: messages.length };
    log.info(facts, 'edition frozen');
  }
}

async function write(
  { now }: PublishingParts,
  records: Records,
  { edition, messages, notes }: Composed,
): Promise<void> {
  if (!(await records.addEdition(edition))) return;
  await records.addDeliveries(messages);
  const since = Date.parse(edition.composedAt);
  await planMissed(records, messages, { since, now: now() });
  for (const note of notes) await records.saveNote(note, edition.id);
}
