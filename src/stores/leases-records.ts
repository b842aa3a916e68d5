/** Leases, in a table: one statement takes one, so that two processes never hold it at once. */
import { boundedKey } from './bounded-key.ts';
import type { Session } from './dialect.ts';
import type { Records } from './store.ts';

type LeasesRecords = Pick<Records, 'takeLease' | 'leases' | 'dropLease'>;

export function leasesRecords({ db }: Session): LeasesRecords {
  return {
    async takeLease({ name, owner, until }, now) {
      const result = await db
        .insertInto('lease')
        .values({ name: boundedKey(name), owner, until })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet({ owner, until })
            .where((where) =>
              where.or([where('lease.owner', '=', owner), where('lease.until', '<=', now)]),
            ),
        )
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async leases(prefix) {
      return db
        .selectFrom('lease')
        .selectAll()
        .where('name', '>=', prefix)
        .where('name', '<', `${prefix}\u{10ffff}`)
        .orderBy('name')
        .execute();
    },
    async dropLease(name, owner) {
      await db
        .deleteFrom('lease')
        .where('name', '=', boundedKey(name))
        .where('owner', '=', owner)
        .execute();
    },
  };
}
