/** Editions written down with their messages: from then on they are posted as they are. */
import { planMissed } from '../amending/amending.ts';
import { guarded, type Log } from '../log.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import type { Records, Store } from '../stores/store.ts';

export type FreezingParts = {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
};

/** An edition with the messages that it becomes and the notes of what its footer tells. */
export type Composed = {
  readonly edition: Edition;
  /** by event, the version that the channel had been shown when this was composed */
  readonly shown: ReadonlyMap<string, number>;
  readonly messages: readonly Delivery[];
  readonly notes: readonly string[];
};

/**
 * Writes editions and their messages in one transaction; a second composer changes nothing. Where
 * that fails, each is written by itself, so that one that cannot be keeps none of the others back.
 * @returns those that were not written because their channel was shown one of their events meanwhile
 */
export async function freeze(
  parts: FreezingParts,
  composed: readonly Composed[],
): Promise<readonly Composed[]> {
  const { store, log } = parts;
  if (composed.length === 0) return [];
  let overtaken: readonly Composed[];
  try {
    overtaken = await store.transact((records) => write(parts, records, composed));
  } catch (error) {
    if (composed.length === 1) throw error;
    const left: Composed[] = [];
    for (const each of composed)
      await guarded(log, { channel: each.edition.channel }, async () => {
        left.push(...(await freeze(parts, [each])));
      });
    return left;
  }
  for (const { edition, messages } of composed.filter((each) => !overtaken.includes(each))) {
    const { id, channel, items } = edition;
    const facts = { edition: id, channel, items: items.length, messages: messages.length };
    log.info(facts, 'edition frozen');
  }
  return overtaken;
}

async function write(
  { now }: FreezingParts,
  records: Records,
  composed: readonly Composed[],
): Promise<Composed[]> {
  const added: Composed[] = [];
  const overtaken: Composed[] = [];
  for (const each of composed)
    if (await isOvertaken(records, each)) overtaken.push(each);
    else if (await records.addEdition(each.edition)) added.push(each);
  const messages = added.flatMap((each) => each.messages);
  await records.addDeliveries(messages);
  const since = Math.min(...added.map(({ edition }) => Date.parse(edition.composedAt)));
  await planMissed(records, messages, { since, now: now() });
  for (const { edition, notes } of added)
    for (const note of notes) await records.saveNote(note, edition.id);
  return overtaken;
}

/**
 * A bulletin and a digest may be composed at the same time, also by two processes: the second of them
 * would show an event again, as if it were news.
 */
async function isOvertaken(records: Records, { edition, shown }: Composed): Promise<boolean> {
  const ids = edition.items.map(({ event }) => event);
  if (ids.length === 0) return false;
  const now = await records.shownVersions(edition.channel, ids);
  const isNewer = [...now].some(([event, version]) => version > (shown.get(event) ?? -1));
  // what a second composer finds shown is this very edition
  return isNewer && (await records.edition(edition.id)) === null;
}
