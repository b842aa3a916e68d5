/**
 * The operator's channel: one alert when a trouble begins and one when it is over, through the ledger
 * like all that is posted. What is open stands in the store, so that neither a restart nor another
 * replica tells of it again.
 */
import type { Analyst } from './analysts/analyst.ts';
import type { Chat } from './chats/chat.ts';
import type { Config } from './config.ts';
import { listLayout } from './editing/layout/reply.ts';
import { sentenceOf } from './errors.ts';
import type { Log } from './log.ts';
import { fingerprint } from './news/identity.ts';
import type { Run } from './news/layout.ts';
import { planDeliveries } from './editing/plan.ts';
import { chatFor } from './channels.ts';
import type { Records, Store } from './stores/store.ts';
import type { Bookmark } from './wires/wire.ts';

/**
 * Something that needs a person. The key names it for as long as it lasts. What has happened once
 * (`isPast`) is never told to be over.
 */
export type Trouble = {
  readonly key: string;
  readonly sentence: string;
  readonly isPast?: boolean;
};

export type OperatorParts = {
  readonly config: Pick<Config, 'wires' | 'operator'>;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly chats: readonly Chat[];
  /** epoch milliseconds */
  readonly now: () => number;
  readonly log: Log;
  /** what only this process sees: a platform that refuses it, its disk */
  readonly ownTroubles: () => Promise<readonly Trouble[]>;
};

/** A wire that failed so often in a row is a trouble: once or twice is the weather of the network. */
const FAILURES = 3;
/** Messages that were due so long ago and are not out are a trouble. */
const LATE_MS = 10 * 60_000;
/** Messages that were given up are told of again when more are after so long without one. */
const LOST_MS = 60 * 60_000;
/** A trouble that no replica has seen for so long is over. */
const OVER_MS = 3 * 60_000;
const OPEN_MAX = 500;
const LINES_MAX = 10;
const LINE_LENGTH = 400;
const NOTE = 'open troubles';
const PROBE = 'last look';

type Open = Trouble & { readonly since: number; readonly seen: number };

export type Operator = {
  /** Looks around and tells what is new. @throws what the store throws; the next look tells of it */
  look(): Promise<void>;
};

/** Makes the watch of a process. */
export function createOperator(parts: OperatorParts): Operator {
  let refusal: string | null = null;
  return {
    async look() {
      try {
        // a store that still reads may no longer write
        await parts.store.saveNote(PROBE, new Date(parts.now()).toISOString());
        const found = [...(await troublesNow(parts)), ...(await parts.ownTroubles())];
        if (refusal !== null) found.push({ key: 'store', sentence: refusal });
        await parts.store.transact((records) => tell(parts, records, found));
        refusal = null;
      } catch (error) {
        refusal = sentenceOf(error);
        throw error;
      }
    },
  };
}

/** What every replica sees in the store, and what the model says. */
async function troublesNow({ config, store, analyst, now }: OperatorParts): Promise<Trouble[]> {
  const troubles: Trouble[] = [];
  const wires = new Set(config.wires.map(({ name }) => name));
  for (const { wire, state, failures, error } of await store.bookmarks<Bookmark>()) {
    if (!wires.has(wire) || (state === 'on' && failures < FAILURES)) continue;
    const how = state === 'off' ? 'is off' : 'is failing';
    troubles.push({ key: `wire:${wire}`, sentence: `Wire ${wire} ${how}: ${error ?? 'gone'}` });
  }
  const off: string[] = [];
  for (const { channel, offReason } of await store.allChannelSettings()) {
    if (offReason === null) continue;
    off.push(channel);
    const sentence = `Channel ${channel} is switched off: ${offReason}`;
    troubles.push({ key: `channel:${channel}`, sentence });
  }
  for (const { platform, count, oldest } of await store.oldestDue(now(), off)) {
    if (now() - oldest < LATE_MS) continue;
    const since = new Date(oldest).toISOString().slice(0, 16).replace('T', ' ');
    const fate = count === 1 ? 'is due and not out' : 'are due and not out, the first';
    const sentence = `${messages(count)} for ${platform} ${fate} since ${since} UTC.`;
    troubles.push({ key: `queue:${platform}`, sentence });
  }
  for (const { platform, count, error } of await store.givenUp(now() - LOST_MS)) {
    const fate = count === 1 ? 'was refused and is given up' : 'were refused and are given up';
    const sentence = `${messages(count)} for ${platform} ${fate}: ${error}`;
    troubles.push({ key: `lost:${platform}`, sentence, isPast: true });
  }
  const model = await analyst.standing?.();
  if (model && model.off !== null)
    troubles.push({ key: 'model', sentence: `The model is off: ${model.off}` });
  return troubles;
}

const messages = (count: number): string => `${count} ${count === 1 ? 'message' : 'messages'}`;

/** Notes what is open now, and plans the message that tells of the difference, or nothing. */
async function tell(
  parts: OperatorParts,
  records: Records,
  found: readonly Trouble[],
): Promise<void> {
  const now = parts.now();
  const before = JSON.parse((await records.note(NOTE)) ?? '[]') as Open[];
  if (before.length === 0 && found.length === 0) return;
  const known = new Map(before.map((each) => [each.key, each]));
  const seen = new Map(found.slice(0, OPEN_MAX).map((each) => [each.key, each]));
  const begun = [...seen.values()].filter(({ key }) => !known.has(key));
  const over = before.filter((each) => !seen.has(each.key) && now - each.seen >= OVER_MS);
  const lasting = before.filter((each) => !over.includes(each));
  const open = [
    ...lasting.map((each) => (seen.has(each.key) ? { ...each, seen: now } : each)),
    ...begun.map((each) => ({ ...each, since: now, seen: now })),
  ].slice(0, OPEN_MAX);
  const told = await plan(
    parts,
    records,
    begun,
    over.filter(({ isPast }) => !isPast),
  );
  // without its platform nothing can be told yet: then nothing counts as told
  if (!told) return;
  await records.saveNote(NOTE, JSON.stringify(open));
  for (const { key, sentence } of begun) parts.log.error({ trouble: key, sentence }, 'trouble');
  for (const { key } of over) parts.log.info({ trouble: key }, 'trouble over');
}

async function plan(
  { config, chats, now }: OperatorParts,
  records: Records,
  begun: readonly Trouble[],
  over: readonly Open[],
): Promise<boolean> {
  const { operator: channel } = config;
  if (channel === undefined || begun.length + over.length === 0) return true;
  const chat = chatFor(chats, channel);
  if (chat === undefined) return false;
  const ended = over.map(({ since, sentence, key }) => {
    const minutes = Math.max(1, Math.round((now() - since) / 60_000));
    return { key, sentence: `Over after ${minutes} min: ${sentence}` };
  });
  const lines = [...listed(begun), ...listed(ended)];
  const title = begun.length > 0 ? 'Wirebrief needs a look' : 'Wirebrief is well again';
  const names = [...begun, ...ended].map(({ key }) => key);
  const batch = fingerprint('operator', channel, String(now()), ...names);
  const rendered = chat.render(listLayout(title, lines), batch);
  await records.addDeliveries(
    planDeliveries({ channel, purpose: 'operator', batch }, rendered, now()),
  );
  return true;
}

function listed(troubles: readonly Trouble[]): Run[][] {
  const lines = troubles.slice(0, LINES_MAX).map(({ sentence }) => sentence.slice(0, LINE_LENGTH));
  const more = troubles.length - LINES_MAX;
  if (more > 0) lines.push(`... and ${more} more: see /wire status.`);
  return lines.map((text) => [{ text }]);
}
