/** Finds a message of unknown fate: reads the channel back and looks for its delivery id. */
import { DiscordAPIError, PermissionFlagsBits as Right, Routes, type REST } from 'discord.js';
import type { Search } from '../chat.ts';
import { HISTORY_PAGE } from './limits.ts';
import { outcomeOf } from './outcome.ts';
import { readCustomId } from './render.ts';

/** What reading back needs: the client, the bot's own id, its rights in the channel (or null). */
type Reader = {
  readonly rest: Pick<REST, 'get'>;
  readonly me: string;
  readonly rights: bigint | null;
  /** longest wait for one page */
  readonly requestMs: number;
};

/** Where to look for what, from `since` (epoch milliseconds) on. */
type Wanted = {
  readonly channel: string;
  /** the thread's id, for a message under a lead */
  readonly lead: string | null;
  readonly delivery: string;
  readonly since: number;
};

/** Discord counts milliseconds from 2015-01-01 in its ids. */
const DISCORD_EPOCH = 1_420_070_400_000;
/** Our clock and Discord's may differ by so much. */
const CLOCK_SLACK_MS = 60_000;
/** The newsroom's clock may have been set back or be another than the machine's (a rehearsal). */
const LOOK_BACK_MS = 2 * 3_600_000;
const PAGES_MAX = 20;
const UNKNOWN_CHANNEL = 10003;
const NO_HISTORY =
  'Wirebrief may not read the history of this Discord channel: give it Read Message History.';

/** Looks for a message of ours that carries the delivery id. Never throws. */
export async function findDelivery(reader: Reader, wanted: Wanted): Promise<Search> {
  // without the right, Discord answers with an empty history instead of a refusal
  if (reader.rights !== null && (reader.rights & Right.ReadMessageHistory) === 0n)
    return { kind: 'unreadable', sentence: NO_HISTORY, forGood: true };
  try {
    return await search(reader, wanted);
  } catch (error) {
    const none = error instanceof DiscordAPIError && error.code === UNKNOWN_CHANNEL;
    // the thread was never made, so nothing can stand in it
    if (none && wanted.lead !== null) return { kind: 'absent' };
    const outcome = outcomeOf(error);
    const forGood = outcome.kind === 'gone' || outcome.kind === 'refused';
    const sentence = outcome.kind === 'sent' ? '' : outcome.sentence;
    return { kind: 'unreadable', sentence, forGood };
  }
}

async function search({ rest, me, requestMs }: Reader, wanted: Wanted): Promise<Search> {
  const route = Routes.channelMessages(wanted.lead ?? wanted.channel);
  const earliest = Math.min(wanted.since - CLOCK_SLACK_MS, Date.now() - LOOK_BACK_MS);
  let after = snowflakeAt(earliest);
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const query = new URLSearchParams({ after, limit: String(HISTORY_PAGE) });
    const options = { query, signal: AbortSignal.timeout(requestMs) };
    const messages = (await rest.get(route, options)) as Message[];
    const found = messages.find(
      (each) => each.author.id === me && carries(each.components, wanted.delivery),
    );
    if (found) return { kind: 'found', messageId: found.id };
    if (messages.length < HISTORY_PAGE) return { kind: 'absent' };
    after = messages.reduce((last, { id }) => (BigInt(id) > BigInt(last) ? id : last), after);
  }
  const sentence = 'Too much was written in the channel since then.';
  return { kind: 'unreadable', sentence, forGood: true };
}

type Message = { readonly id: string; readonly author: { readonly id: string } } & Component;
type Component = {
  readonly custom_id?: string;
  readonly components?: readonly Component[];
  readonly accessory?: Component;
};

function carries(components: readonly Component[] | undefined, delivery: string): boolean {
  return (components ?? []).some(
    (each) =>
      (each.custom_id !== undefined && readCustomId(each.custom_id)?.delivery === delivery) ||
      (each.accessory !== undefined && carries([each.accessory], delivery)) ||
      carries(each.components, delivery),
  );
}

function snowflakeAt(time: number): string {
  return String(BigInt(Math.max(0, Math.floor(time) - DISCORD_EPOCH)) << 22n);
}
