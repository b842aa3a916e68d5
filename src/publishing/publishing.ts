/** From due slots to the ledger: compose, freeze, plan; and what a frozen message may still show. */
import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Analyst } from '../analysts/analyst.ts';
import { composeBulletins } from './bulletins.ts';
import { chatFor, type ServedChannel } from '../channels.ts';
import type { Chat } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import {
  composeDigest,
  shareReading,
  windowAfter,
  type DigestParts,
  type SharedReading,
} from './digests.ts';
import { freeze, type Composed } from './freezing.ts';
import { layoutEdition } from '../editing/layout/digest.ts';
import { slotsBetween } from '../editing/slots.ts';
import { alone } from '../leasing.ts';
import { guarded, type Log } from '../log.ts';
import { readChannel } from '../news/channel.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import type { Event } from '../news/event.ts';
import { planDeliveries } from '../editing/plan.ts';
import type { Store } from '../stores/store.ts';
import { footerLines, troubledWires, type FooterLine } from '../gathering/wire-health.ts';

export type PublishingParts = {
  readonly config: Config;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  readonly now: () => number;
  readonly log: Log;
  readonly owner?: string;
};

/** Channels whose digests one replica composes while the others compose other rounds. */
const ROUND_SIZE = 100;
/** Digests that are written down together. */
const WRITTEN_TOGETHER = 25;
/** A digest that a bulletin has overtaken is composed anew so often; then the next tick tries. */
const COMPOSINGS = 3;
/** What a bulletin tells was not shown to its channel before. */
const NEVER_SHOWN: ReadonlyMap<string, number> = new Map();

type Round = { readonly name: string; readonly channels: readonly ServedChannel[] };

/**
 * The channels in rounds, the same ones on every replica, the platforms in turn: none waits until
 * the channels of another are all seen to.
 */
export function roundsOf(channels: readonly ServedChannel[]): Round[] {
  const platforms = [...Map.groupBy(channels, ({ settings }) => platformOf(settings)).values()];
  const most = Math.max(0, ...platforms.map((each) => each.length));
  const inTurn = Array.from({ length: most }, (_, at) =>
    platforms.flatMap((each) => each.slice(at, at + 1)),
  ).flat();
  const count = Math.ceil(inTurn.length / ROUND_SIZE);
  return Array.from({ length: count }, (_, at) => ({
    name: String(at),
    channels: inTurn.slice(at * ROUND_SIZE, (at + 1) * ROUND_SIZE),
  }));
}

const platformOf = ({ channel }: { readonly channel: string }) => readChannel(channel)?.platform;

type Due = {
  readonly served: ServedChannel;
  readonly slot: string;
  readonly missedSlots: readonly string[];
};

/** What the rounds that are frozen one after another have in common. */
type Freezing = {
  /** the end of the windows, with what is read once for it */
  readonly reading: () => Promise<Reading>;
  /** called when some editions are frozen: they may be posted while others are being composed */
  readonly frozen: () => void;
};

/**
 * Freezes the digests that are due in a round; missed slots become one catch-up.
 * @returns false when another replica is at it
 */
export async function publishRound(
  parts: PublishingParts,
  round: Round,
  freezing: Freezing,
): Promise<boolean> {
  const due = await dueAmong(parts, round.channels);
  if (due.length === 0) return true;
  return alone(parts, `digests:${round.name}`, async () => {
    // another replica may have composed some while we asked for the lease
    const still = await dueAmong(
      parts,
      due.map(({ served }) => served),
    );
    for (let at = 0; at < still.length; at += WRITTEN_TOGETHER) {
      const some = still.slice(at, at + WRITTEN_TOGETHER);
      await publishDigests(parts, some, await freezing.reading());
      freezing.frozen();
    }
  });
}

async function dueAmong(
  { store, chats, now }: PublishingParts,
  channels: readonly ServedChannel[],
): Promise<Due[]> {
  const found: Due[] = [];
  const open = channels.filter(({ settings: { channel, offReason, schedules } }) => {
    return offReason === null && schedules.length > 0 && chatFor(chats, channel) !== undefined;
  });
  const lasts = await store.lastDigests(open.map(({ settings }) => settings.channel));
  for (const served of open) {
    const { channel, schedules, since } = served.settings;
    const at = new Date(now()).toISOString();
    const last = lasts.get(channel);
    const slots = slotsBetween(schedules, last?.slot ?? since, at);
    const slot = slots.at(-1);
    if (slot !== undefined) found.push({ served, slot, missedSlots: slots.slice(0, -1) });
  }
  return found;
}

/**
 * Freezes a bulletin for each urgent event, of the fresh ones, that one of these channels has not been
 * shown. A channel that fails is told in the log and holds up none of the others.
 */
export async function alertTo(
  parts: PublishingParts,
  channels: readonly ServedChannel[],
  fresh: readonly Event[],
): Promise<void> {
  const open = channels.filter(({ settings: { offReason, alerts, channel } }) => {
    return offReason === null && alerts !== null && chatFor(parts.chats, channel) !== undefined;
  });
  for (let from = 0; from < open.length; from += WRITTEN_TOGETHER) {
    const composed: Composed[] = [];
    for (const served of open.slice(from, from + WRITTEN_TOGETHER)) {
      const { channel } = served.settings;
      await guarded(parts.log, { channel }, async () => {
        const at = new Date(parts.now()).toISOString();
        const bulletins = await composeBulletins(deskOf(parts), served, fresh, at);
        const lay = (edition: Edition): Composed =>
          laidOut(parts, { edition, shown: NEVER_SHOWN }, 'silence', []);
        composed.push(...bulletins.map(lay));
      });
      await othersTurn();
    }
    await guarded(parts.log, { step: 'alert' }, async () => void (await freeze(parts, composed)));
  }
}

/** The end of a window, and what was read for the digests that end with it. */
type Reading = {
  readonly at: string;
  readonly shared: SharedReading;
  readonly troubled: Awaited<ReturnType<typeof troubledWires>>;
};

/** Digests that are composed within so long share their window's end and the reading. */
const SHARED_MS = 5_000;

/** Reads once for the rounds that follow each other closely. */
export function readTogether(parts: PublishingParts): () => Promise<Reading> {
  const wires = parts.config.wires.map((wire) => wire.name);
  let last: { readonly reading: Reading; readonly readAt: number } | null = null;
  return async () => {
    if (last === null || performance.now() - last.readAt > SHARED_MS) {
      const readAt = performance.now();
      const at = await windowEnd(parts);
      const troubled = await troubledWires(parts.store, wires, at);
      last = { reading: { at, shared: shareReading(deskOf(parts)), troubled }, readAt };
    }
    return last.reading;
  };
}

/** Composes and freezes these digests; those that bulletins overtake meanwhile are composed anew. */
export async function publishDigests(
  parts: PublishingParts,
  digests: readonly Due[],
  reading: Reading,
): Promise<void> {
  let due = digests;
  for (let composing = 0; composing < COMPOSINGS && due.length > 0; composing += 1) {
    const overtaken = await freeze(parts, await composeDue(parts, due, reading));
    const channels = new Set(overtaken.map(({ edition }) => edition.channel));
    due = due.filter(({ served }) => channels.has(served.settings.channel));
  }
}

/**
 * Composes these digests; one that fails is told in the log and holds up none of the others. What
 * else goes on has its turn after each.
 */
async function composeDue(
  parts: PublishingParts,
  digests: readonly Due[],
  { at, shared, troubled }: Reading,
): Promise<Composed[]> {
  const { store, log } = parts;
  const desk = deskOf(parts);
  const lasts = await store.lastDigests(digests.map(({ served }) => served.settings.channel));
  const composed: Composed[] = [];
  for (const due of digests) {
    const { channel, whenEmpty } = due.served.settings;
    await guarded(log, { channel }, async () => {
      const lines = await footerLines(store, channel, troubled);
      const footer = lines.map((line) => line.text);
      const window = windowAfter(lasts.get(channel), at);
      const digest = await composeDigest(desk, { ...due, window, footer }, shared);
      composed.push(laidOut(parts, digest, whenEmpty, lines));
    });
    await othersTurn();
  }
  return composed;
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

function laidOut(
  { chats, now }: PublishingParts,
  { edition, shown }: Pick<Composed, 'edition' | 'shown'>,
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
  return { edition, shown, messages, notes: footer.flatMap(({ notes }) => notes) };
}
