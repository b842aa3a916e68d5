/** Leases: who may do what one process at a time may do. */
import type { Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function leases(db: Kysely<Tables>, { types }: StoreDialect): Promise<void> {
  await db.schema
    .createTable('lease')
    .addColumn('name', types.text as never, (column) => column.notNull().primaryKey())
    .addColumn('owner', types.text as never, (column) => column.notNull())
    .addColumn('until', types.integer as never, (column) => column.notNull())
    .execute();
}
