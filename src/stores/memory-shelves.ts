/** The tables of the store in memory: frozen values by key, with a journal that can be undone. */

import { byText } from './ledger-rules.ts';

/** Values by key. What is put in is copied and frozen, so that nobody shares it by accident. */
export type Shelf<V> = {
  get(key: string): V | null;
  put(key: string, value: V): void;
  remove(key: string): boolean;
  /** all values, in the order of their keys' first arrival */
  all(): V[];
};

/** Shelves that change together: `undo` takes back everything since `mark`. */
export type Journal = {
  shelf<V>(): Shelf<V>;
  mark(): void;
  undo(): void;
};

export function createJournal(): Journal {
  let steps: (() => void)[] = [];
  return {
    shelf<V>(): Shelf<V> {
      const values = new Map<string, V>();
      const restore = (key: string) => {
        const before = values.get(key);
        steps.push(() => {
          if (before === undefined) values.delete(key);
          else values.set(key, before);
        });
      };
      return {
        get: (key) => values.get(key) ?? null,
        put(key, value) {
          restore(key);
          values.set(key, frozenCopy(value));
        },
        remove(key) {
          restore(key);
          return values.delete(key);
        },
        all: () => [...values.values()],
      };
    },
    mark() {
      steps = [];
    },
    undo() {
      for (const step of steps.reverse()) step();
      steps = [];
    },
  };
}

/** The value as JSON would bring it back, frozen through and through. */
function frozenCopy<V>(value: V): V {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => Object.freeze(part)) as V;
}

/** One key of several parts. */
export function joined(...parts: readonly (string | number)[]): string {
  return JSON.stringify(parts);
}

/** Counts values by some fields of theirs, sorted by those fields. */
export function countBy<V, K extends Record<string, string>>(
  values: readonly V[],
  fieldsOf: (value: V) => K,
  order: readonly (keyof K)[],
): (K & { count: number })[] {
  const counts = new Map<string, K & { count: number }>();
  for (const value of values) {
    const fields = fieldsOf(value);
    const name = JSON.stringify(fields);
    const count = (counts.get(name)?.count ?? 0) + 1;
    counts.set(name, { ...fields, count });
  }
  return [...counts.values()].sort((one, other) =>
    order.reduce((so, field) => so || byText(one[field] ?? '', other[field] ?? ''), 0),
  );
}
