/** Verdicts of readers and editors, in memory. */
import { byText } from './ledger-rules.ts';
import type { Journal } from './memory-shelves.ts';
import type { Records } from './store.ts';
import type { Verdict } from '../news/verdict.ts';

type VerdictsRecords = Pick<Records, 'verdict' | 'addVerdict' | 'saveVerdict' | 'verdicts'>;

export function memoryVerdicts(journal: Journal): VerdictsRecords {
  const shelf = journal.shelf<Verdict>();
  return {
    verdict: async (id) => shelf.get(id),
    async addVerdict(verdict) {
      if (shelf.get(verdict.id)) return false;
      shelf.put(verdict.id, verdict);
      return true;
    },
    async saveVerdict(verdict) {
      shelf.put(verdict.id, verdict);
    },
    async verdicts({ state, events, limit }) {
      return shelf
        .all()
        .filter((each) => state === null || each.state === state)
        .filter((each) => events === null || events.includes(each.event))
        .sort((one, other) => Date.parse(other.at) - Date.parse(one.at) || byText(one.id, other.id))
        .slice(0, limit);
    },
  };
}
