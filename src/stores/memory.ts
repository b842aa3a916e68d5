/** The store in memory, for tests and for commands that remember nothing. */
import { around, guardedStore } from './guard.ts';
import { memoryChannels, memoryEditions, memoryNotes } from './memory-channels.ts';
import { memoryLedger } from './memory-ledger.ts';
import { memoryLeases } from './memory-leases.ts';
import { memoryEvents, memoryStories, memoryTakes } from './memory-news.ts';
import { memoryProblems } from './memory-problems.ts';
import { memoryVerdicts } from './memory-verdicts.ts';
import { createJournal } from './memory-shelves.ts';
import type { Records, Store } from './store.ts';
import { NewsroomError } from '../errors.ts';

/** A store that is gone with the process and behaves like the others until then. */
export function createMemoryStore(): Store {
  const journal = createJournal();
  const records: Records = {
    ...memoryTakes(journal),
    ...memoryStories(journal),
    ...memoryEvents(journal),
    ...memoryChannels(journal),
    ...memoryEditions(journal),
    ...memoryNotes(journal),
    ...memoryLedger(journal),
    ...memoryLeases(journal),
    ...memoryProblems(journal),
    ...memoryVerdicts(journal),
  };
  const inTurn = createQueue();

  async function transact<T>(work: (open: Records) => Promise<T>): Promise<T> {
    journal.mark();
    try {
      return await work(records);
    } catch (error) {
      journal.undo();
      throw error;
    } finally {
      journal.mark();
    }
  }

  return guardedStore({
    records: around(records, (_name, call) => inTurn(() => transact(call))),
    transact: (work) => inTurn(() => transact(work)),
    backup() {
      const sentence = 'There is nothing to copy: this store is in memory only.';
      return Promise.reject(new NewsroomError('store', sentence));
    },
    check: async () => 'memory: sound, gone when Wirebrief stops',
    close: async () => {},
    explain: (error) => error,
  });
}

/** Runs one piece of work after the other. */
function createQueue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined); // whoever asked for the result gets the error
    return result;
  };
}
