/** Brings the tables of a store up to date, forward only, safe with several processes at once. */
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { StoreDialect } from './dialect.ts';
import { firstTables } from './migrations/0001-first-tables.ts';
import { leases } from './migrations/0002-leases.ts';
import { replyEvents } from './migrations/0003-reply-events.ts';
import { verdicts } from './migrations/0004-verdicts.ts';
import { keeping } from './migrations/0005-keeping.ts';
import { dueDeliveries } from './migrations/0006-due-deliveries.ts';
import { urgency } from './migrations/0007-urgency.ts';
import { daysAhead } from './migrations/0008-days-ahead.ts';
import { waysToRows } from './migrations/0009-ways-to-rows.ts';
import type { Tables } from './schema.ts';
import { NewsroomError } from '../errors.ts';

type Step = (db: Kysely<Tables>, dialect: StoreDialect) => Promise<void>;

/** Every migration in its order; a released one keeps its name and its content. */
const STEPS: Readonly<Record<string, Step>> = {
  '0001-first-tables': firstTables,
  '0002-leases': leases,
  '0003-reply-events': replyEvents,
  '0004-verdicts': verdicts,
  '0005-keeping': keeping,
  '0006-due-deliveries': dueDeliveries,
  '0007-urgency': urgency,
  '0008-days-ahead': daysAhead,
  '0009-ways-to-rows': waysToRows,
};

/** The names of all migrations, oldest first. */
export const MIGRATIONS: readonly string[] = Object.keys(STEPS);

/**
 * Runs what has not been run, all of it or nothing, while every other process that starts waits.
 * @param last the migration to stop after: the newest, but in tests of older stores
 * Throws NewsroomError `store` for tables that a newer Wirebrief has made.
 */
export async function migrate(
  db: Kysely<Tables>,
  dialect: StoreDialect,
  last = MIGRATIONS.at(-1) ?? '',
): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(STEPS).map(([name, step]) => [
      name,
      { up: (open: Kysely<Tables>) => step(open, dialect) },
    ]),
  );
  await db.transaction().execute(async (transaction) => {
    await dialect.lockWriters(transaction);
    const migrator = new Migrator({
      db: transaction,
      provider: { getMigrations: () => Promise.resolve(migrations) },
    });
    const { error } = await migrator.migrateTo(last);
    if (error) throw fromNewer(error) ?? error;
  });
}

/** Kysely tells of an unknown migration in the database by this message only. */
function fromNewer(error: unknown): NewsroomError | null {
  if (!(error instanceof Error) || !error.message.startsWith('corrupted migrations')) return null;
  const sentence =
    'The database was made by a newer version of Wirebrief: install that version or a newer one.';
  return new NewsroomError('store', sentence, { cause: error });
}
