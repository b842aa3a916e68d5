/** Files takes into a store in memory as the bot would have, each at its own time of sending. */
import { FilingDesk, type Filed } from '../filing/filing.ts';
import type { Take } from '../news/take.ts';
import type { Store } from '../stores/store.ts';
import type { Assembly } from './assembly.ts';

export type Rehearsal = { readonly store: Store; readonly filed: readonly Filed[] };

/**
 * Files takes in order of sending. The clock of the rehearsal is the time of sending, so an embargo
 * holds as it did then; with WIREBRIEF_CLOCK set, what is due by that instant is released at last.
 */
export async function rehearse(assembly: Assembly, takes: readonly Take[]): Promise<Rehearsal> {
  const store = assembly.memoryStore();
  const desk = new FilingDesk();
  const now = new Date(assembly.now()).toISOString();
  const sentAt = (take: Take): string => (take.sentAt ? isoUtc(take.sentAt) : now);
  const inOrder = takes.toSorted((a, b) => Date.parse(sentAt(a)) - Date.parse(sentAt(b)));
  const filed = await store.transact(async (records) => {
    const all: Filed[] = [];
    for (const take of inOrder) {
      const receivedAt = sentAt(take);
      all.push(...(await desk.releaseDue(records, receivedAt)));
      const circumstances = { receivedAt, background: false };
      all.push(...(await desk.file(records, [{ take, circumstances }])));
    }
    if (assembly.environment.clock) all.push(...(await desk.releaseDue(records, now)));
    return all;
  });
  return { store, filed };
}

function isoUtc(instant: string): string {
  return new Date(instant).toISOString();
}

/** The events of a rehearsal, in the order they were opened, as they stand at its end. */
export async function eventsOf({ store, filed }: Rehearsal) {
  const ids = [...new Set(filed.flatMap(({ event }) => event?.id ?? []))];
  const events = new Map((await store.events(ids)).map((event) => [event.id, event]));
  return ids.flatMap((id) => events.get(id) ?? []);
}
