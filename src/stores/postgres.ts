/** The shared store: PostgreSQL, for several replicas of Wirebrief. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, types } from 'pg';
import { guardedStore } from './guard.ts';
import { countsLine, recordsOver, transactOver } from './kysely-records.ts';
import type { OpenSession } from './dialect.ts';
import { migrate } from './migrate.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { explainPostgres } from './postgres-errors.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { NewsroomError } from '../errors.ts';
import { silentLog, type Log } from '../log.ts';

/** type number of bigint in PostgreSQL; ours are below 2^53 */
const BIGINT = 20;

/**
 * Opens the store in a database of a PostgreSQL server, making its tables when missing.
 * @param url `postgres://user:password@host:port/database`; it is never shown or logged
 * Throws NewsroomError `store` when the server cannot be reached or refuses.
 */
export async function openPostgresStore(url: string, log: Log = silentLog): Promise<Store> {
  return storeOver(await openTables(url, log), placeOf(url));
}

/** The same database as a session, to be read whole. @throws as `openPostgresStore` does */
export async function openPostgresSession(url: string, log: Log): Promise<OpenSession> {
  const db = await openTables(url, log);
  const explain = (error: unknown): unknown => explainPostgres(error, placeOf(url));
  return { db, dialect: postgresDialect, close: () => db.destroy(), explain };
}

async function openTables(url: string, log: Log): Promise<Kysely<Tables>> {
  const place = placeOf(url);
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'wirebrief',
    types: { getTypeParser: parserOf },
  });
  // The pool opens another connection by itself; unheard, this event would end the process.
  pool.on('error', (error) => log.warn({ place, error }, 'a database connection was lost'));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, postgresDialect);
  } catch (error) {
    await db.destroy();
    throw explainPostgres(error, place);
  }
  return db;
}

function storeOver(db: Kysely<Tables>, place: string): Store {
  const session = { db, dialect: postgresDialect };
  return guardedStore({
    records: recordsOver(session),
    transact: (work) => transactOver(session, work),
    backup() {
      const sentence = `Wirebrief does not copy a PostgreSQL database: run pg_dump --format=custom on ${place}.`;
      return Promise.reject(new NewsroomError('store', sentence));
    },
    async check() {
      const { rows } = await sql<{ version: string; size: number }>`
        select current_setting('server_version') as version,
          pg_database_size(current_database()) as size`.execute(db);
      const megabytes = ((rows[0]?.size ?? 0) / 1_000_000).toFixed(1);
      return `PostgreSQL ${rows[0]?.version} at ${place}, ${megabytes} MB: sound, ${await countsLine(session)}`;
    },
    close: () => db.destroy(),
    explain: (error) => explainPostgres(error, place),
  });
}

function parserOf(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type === BIGINT) return Number;
  return types.getTypeParser(type, format as 'text') as (value: string) => unknown;
}

/** Host, port and database of a URL, without user and password. */
function placeOf(url: string): string {
  const parts = URL.parse(url);
  if (!parts || !/^postgres(?:ql)?:$/.test(parts.protocol)) {
    const sentence = 'DATABASE_URL is not of the form postgres://user:password@host:port/database.';
    throw new NewsroomError('store', sentence);
  }
  const host = parts.host || parts.searchParams.get('host') || 'localhost';
  return `${host}${parts.pathname}`;
}
