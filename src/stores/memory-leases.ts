/** Leases, in memory. */
import { byText } from './ledger-rules.ts';
import type { Journal } from './memory-shelves.ts';
import type { Lease, Records } from './store.ts';

export function memoryLeases(
  journal: Journal,
): Pick<Records, 'takeLease' | 'leases' | 'dropLease'> {
  const leases = journal.shelf<Lease>();
  return {
    async takeLease(lease, now) {
      const held = leases.get(lease.name);
      if (held && held.owner !== lease.owner && held.until > now) return false;
      leases.put(lease.name, lease);
      return true;
    },
    leases: async (prefix) =>
      leases
        .all()
        .filter(({ name }) => name.startsWith(prefix))
        .sort((one, other) => byText(one.name, other.name)),
    async dropLease(name, owner) {
      if (leases.get(name)?.owner === owner) leases.remove(name);
    },
  };
}
