/** Problems of wires by day and kind, in memory. */
import { boundedKey } from './bounded-key.ts';
import { byText } from './ledger-rules.ts';
import { joined, type Journal } from './memory-shelves.ts';
import type { Records } from './store.ts';

type Counted = { wire: string; code: string; day: string; count: number; sample: string };

export function memoryProblems(
  journal: Journal,
): Pick<Records, 'addProblems' | 'problemsOn' | 'removeProblems'> {
  const problems = journal.shelf<Counted>();
  const keyOf = ({ day, wire, code }: Counted): string => joined(day, wire, code);
  return {
    async addProblems(wire, day, found) {
      for (const { code, sentence } of found) {
        const names = { wire: boundedKey(wire), code: boundedKey(code), day };
        const sample = sentence.toWellFormed().replaceAll('\0', ' ');
        const next: Counted = { ...names, count: 1, sample };
        const count = (problems.get(keyOf(next))?.count ?? 0) + 1;
        problems.put(keyOf(next), { ...next, count });
      }
    },
    async problemsOn(day) {
      return problems
        .all()
        .filter((each) => each.day === day)
        .sort(
          (one, other) =>
            byText(one.wire, other.wire) || other.count - one.count || byText(one.code, other.code),
        )
        .map(({ wire, code, count, sample }) => ({ wire, code, count, sample }));
    },
    async removeProblems(before) {
      for (const each of problems.all()) if (each.day < before) problems.remove(keyOf(each));
    },
  };
}
