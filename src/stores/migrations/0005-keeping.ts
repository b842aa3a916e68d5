/** What the operator sees of a wire's problems, and which rows still hold copy that may expire. */
import type { Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function keeping(db: Kysely<Tables>, { types }: StoreDialect): Promise<void> {
  await db.schema
    .createTable('wire_problem')
    .addColumn('wire', types.text as never, (column) => column.notNull())
    .addColumn('code', types.text as never, (column) => column.notNull())
    .addColumn('day', types.text as never, (column) => column.notNull())
    .addColumn('count', types.integer as never, (column) => column.notNull())
    .addColumn('sample', types.text as never, (column) => column.notNull())
    .addPrimaryKeyConstraint('wire_problem_key', ['day', 'wire', 'code'])
    .execute();
  const stamps = { take: 'received_at', story: 'changed_at' } as const;
  for (const [name, stamp] of Object.entries(stamps)) {
    await db.schema
      .alterTable(name)
      .addColumn('has_copy', types.integer as never, (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .createIndex(`${name}_by_wire_has_copy_${stamp}`)
      .on(name)
      .columns(['wire', 'has_copy', stamp])
      .execute();
  }
}
