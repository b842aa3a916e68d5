/** Which events look ahead, and how far: the agenda asks for those that did not change for long. */
import type { Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function daysAhead(db: Kysely<Tables>, { types }: StoreDialect): Promise<void> {
  await db.schema
    .alterTable('event')
    .addColumn('ahead', types.text as never)
    .execute();
  await db.schema
    .createIndex('event_by_ahead')
    .on('event')
    .columns(['ahead', 'changed_at'])
    .execute();
}
