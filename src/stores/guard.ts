/**
 * Turns the parts of an implementation into a Store that says clearly what went wrong: the engine's
 * errors get a sentence, and calls that could only wait for themselves are refused.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Records, Store } from './store.ts';
import { NewsroomError } from '../errors.ts';

type StoreParts = {
  readonly records: Records;
  transact<T>(work: (records: Records) => Promise<T>): Promise<T>;
  backup(file: string): Promise<void>;
  check(): Promise<string>;
  close(): Promise<void>;
  /** an error of the engine as a NewsroomError; anything else as it is */
  explain(error: unknown): unknown;
};

type Call<T> = () => Promise<T>;
type Turn = { open: boolean };

export function guardedStore(parts: StoreParts): Store {
  const current = new AsyncLocalStorage<Turn>();
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | null = null;

  /** One call from outside: refused inside a transaction of this store and after close. */
  async function outer<T>(name: string, call: Call<T>): Promise<T> {
    if (current.getStore()?.open) {
      throw new Error(
        `store.${name}() was called inside store.transact(): use the records that it gives`,
      );
    }
    if (closing) throw new NewsroomError('store', 'The store is closed: Wirebrief is stopping.');
    const result = explained(call);
    running.add(result);
    try {
      return await result;
    } finally {
      running.delete(result);
    }
  }

  async function explained<T>(call: Call<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw parts.explain(error);
    }
  }

  /** The records of one transaction: of no use once it has ended. */
  function lent(records: Records, turn: Turn): Records {
    return around(records, (name, call) => {
      if (turn.open) return call();
      return Promise.reject(new Error(`records.${name}() was called after its transaction ended`));
    });
  }

  return {
    ...around(parts.records, outer),
    transact: (work) =>
      outer('transact', () =>
        parts.transact((records) => {
          const turn: Turn = { open: true };
          return current
            .run(turn, () => work(lent(records, turn)))
            .finally(() => {
              turn.open = false;
            });
        }),
      ),
    backup: (file) => outer('backup', () => parts.backup(file)),
    check: () => outer('check', () => parts.check()),
    close() {
      if (current.getStore()?.open) {
        return Promise.reject(new Error('store.close() was called inside store.transact()'));
      }
      closing ??= Promise.allSettled(running).then(() => parts.close());
      return closing;
    },
  };
}

/** The same records with every call put into other hands, which get its name. */
export function around(
  records: Records,
  wrap: <T>(name: string, call: Call<T>) => Promise<T>,
): Records {
  const methods = Object.entries(records).map(([name, method]) => {
    const call = method as (...given: unknown[]) => Promise<unknown>;
    return [name, (...given: unknown[]) => wrap(name, () => call(...given))];
  });
  return Object.fromEntries(methods) as Records;
}
