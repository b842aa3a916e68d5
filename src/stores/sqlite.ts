/** The embedded store: one SQLite file, safe beside other processes that use the same file. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, sql } from 'kysely';
import { guardedStore } from './guard.ts';
import { countsLine, recordsOver, transactOver } from './kysely-records.ts';
import { migrate } from './migrate.ts';
import type { OpenSession } from './dialect.ts';
import type { Tables } from './schema.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { copyDatabase, copyMemory, dialectFor, openDatabase } from './sqlite-driver.ts';
import { damaged, explainSqlite, isBusy } from './sqlite-errors.ts';
import type { Store } from './store.ts';
import { NewsroomError } from '../errors.ts';

type SqliteOptions = {
  /** how long a write waits for other processes before it gives up (milliseconds) */
  readonly busyTimeoutMs?: number;
};

const MEMORY = ':memory:';

/**
 * Opens (and makes, with its folder, when missing) the store in a file, or in `:memory:`.
 * Throws NewsroomError `store` when the file is damaged, foreign, locked or cannot be written; it
 * never changes or removes such a file.
 */
export async function openSqliteStore(file: string, options: SqliteOptions = {}): Promise<Store> {
  const { db, database } = await openTables(file, options);
  return storeOver(db, database, file);
}

/** The same file as a session, to be read whole. @throws as `openSqliteStore` does */
export async function openSqliteSession(file: string): Promise<OpenSession> {
  const { db } = await openTables(file, {});
  const explain = (error: unknown): unknown => explainSqlite(error, file);
  return { db, dialect: sqliteDialect, close: () => db.destroy(), explain };
}

type Opened = { readonly db: Kysely<Tables>; readonly database: DatabaseSync };

async function openTables(file: string, options: SqliteOptions): Promise<Opened> {
  const { busyTimeoutMs = 10_000 } = options;
  let database: DatabaseSync | null = null;
  try {
    if (file !== MEMORY) prepareFolder(file);
    database = await openPatiently(file, busyTimeoutMs);
    refuseForeign(database, file);
    const db = new Kysely<Tables>({ dialect: dialectFor(database) });
    await migrate(db, sqliteDialect);
    return { db, database };
  } catch (error) {
    if (database?.isOpen) database.close();
    throw explainSqlite(error, file);
  }
}

function prepareFolder(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found && !found.isFile()) {
    throw new NewsroomError(
      'store',
      `The database ${file} is not a file: set DATABASE_URL to the path of a file.`,
    );
  }
  try {
    makeFolder(dirname(file));
  } catch (cause) {
    throw new NewsroomError(
      'store',
      `The folder of the database ${file} cannot be made: check the path and who may write there.`,
      { cause },
    );
  }
}

/** Level by level: Node's own `recursive` goes on for ever where a folder is no place for new ones. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another process was quicker
  }
}

/** Turning the write-ahead log on does not always wait for others who open at the same moment. */
async function openPatiently(file: string, busyTimeoutMs: number): Promise<DatabaseSync> {
  const until = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      return openDatabase(file, busyTimeoutMs);
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error;
      await wait(20);
    }
  }
}

/** Tables of another program are left alone. */
function refuseForeign(database: DatabaseSync, file: string): void {
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map((row) => row['name']);
  if (tables.length === 0 || tables.includes('kysely_migration')) return;
  throw new NewsroomError(
    'store',
    `The database ${file} belongs to another program: set DATABASE_URL to another file.`,
  );
}

function storeOver(db: Kysely<Tables>, database: DatabaseSync, file: string): Store {
  const session = { db, dialect: sqliteDialect };
  return guardedStore({
    records: recordsOver(session),
    transact: (work) => transactOver(session, work),
    async backup(target) {
      await writeBackup(target, (partial) => {
        if (file !== MEMORY) return copyDatabase(file, partial);
        return db.connection().execute(() => copyMemory(database, partial));
      });
    },
    async check() {
      const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db);
      const finding = rows[0]?.quick_check ?? 'no answer';
      if (finding !== 'ok') throw damaged(file, finding);
      const version = await sql<{ version: string }>`select sqlite_version() as version`.execute(
        db,
      );
      const size = file === MEMORY ? '' : `, ${megabytes(file)} MB`;
      const counts = await countsLine(session);
      return `SQLite ${version.rows[0]?.version} at ${file}${size}: sound, ${counts}`;
    },
    close: () => db.destroy(),
    explain: (error) => explainSqlite(error, file),
  });
}

const megabytes = (file: string): string =>
  [file, `${file}-wal`]
    .map((each) => (existsSync(each) ? statSync(each).size / 1_000_000 : 0))
    .reduce((sum, size) => sum + size, 0)
    .toFixed(1);

/** A copy has its name only when it is whole; a file that is there already is left alone. */
async function writeBackup(
  target: string,
  copy: (partial: string) => Promise<void>,
): Promise<void> {
  const partial = `${target}.partial`;
  try {
    await (await open(target, 'wx')).close();
  } catch (cause) {
    throw backupRefusal(target, cause);
  }
  try {
    await rm(partial, { force: true });
    await copy(partial);
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { force: true });
    await rm(target, { force: true });
    throw new NewsroomError(
      'store',
      `The backup ${target} could not be written: check the free space and try again.`,
      { cause },
    );
  }
}

function backupRefusal(target: string, cause: unknown): NewsroomError {
  const exists = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
  const sentence = exists
    ? `The backup ${target} exists already: name a new file, it is not overwritten.`
    : `The backup ${target} cannot be written: check that its folder exists and may be written to.`;
  return new NewsroomError('store', sentence, { cause });
}
