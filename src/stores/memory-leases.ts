/** Leases, in memory. */
import type { Journal } from './memory-shelves.ts';
import type { Lease, Records } from './store.ts';

export function memoryLeases(journal: Journal): Pick<Records, 'takeLease' | 'dropLease'> {
  const leases = journal.shelf<Lease>();
  return {
    async takeLease(lease, now) {
      const held = leases.get(lease.name);
      if (held && held.owner !== lease.owner && held.until > now) return false;
      leases.put(lease.name, lease);
      return true;
    },
    async dropLease(name, owner) {
      if (leases.get(name)?.owner === owner) leases.remove(name);
    },
  };
}
