/** Verdicts: what readers and editors say is wrong. */
import type { Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function verdicts(db: Kysely<Tables>, { types }: StoreDialect): Promise<void> {
  await db.schema
    .createTable('verdict')
    .addColumn('id', types.text as never, (column) => column.notNull().primaryKey())
    .addColumn('state', types.text as never, (column) => column.notNull())
    .addColumn('event', types.text as never, (column) => column.notNull())
    .addColumn('at', types.integer as never, (column) => column.notNull())
    .addColumn('body', types.text as never, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('verdict_by_state_at')
    .on('verdict')
    .columns(['state', 'at'])
    .execute();
  await db.schema.createIndex('verdict_by_event').on('verdict').columns(['event']).execute();
}
