/** Kysely over node:sqlite: the one file that touches its interface. */
import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';

/** prepared statements kept; Kysely writes the same text for the same query */
const MOST_STATEMENTS = 300;

/**
 * Opens a file (or `:memory:`) as the store needs it: write-ahead log, every commit on the disk
 * before it is acknowledged (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
export function openDatabase(file: string, busyTimeoutMs: number): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec('pragma foreign_keys = on');
    database.exec('pragma journal_size_limit = 67108864');
    database.exec('pragma cache_size = -16000');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Writes what is committed in `file` to `target` while others write: the copying connection stays in
 * one read transaction, so it sees one moment.
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  const source = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    source.exec('begin');
    source.prepare('select count(*) from sqlite_schema').get();
    await backup(source, target, { rate: 1_000 });
  } finally {
    source.close();
  }
}

/** Copies a store that lives in no file. */
export async function copyMemory(source: DatabaseSync, target: string): Promise<void> {
  await backup(source, target, { rate: 1_000_000 });
}

/** Kysely's dialect for an open database. */
export function dialectFor(database: DatabaseSync): SqliteDialect {
  return new NodeSqliteDialect(database);
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: shim(database) });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new NodeSqliteDriver(this.#database);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** SQLite can make tables inside a transaction (https://www.sqlite.org/lang_transaction.html). */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: shim(database) });
    this.#database = database;
  }

  /** With a plain begin, a read that turns into a write fails when another process wrote meanwhile. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk or a failing one ends the transaction by itself; then there is nothing to undo. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) {
      await connection.executeQuery(CompiledQuery.raw('rollback'));
    }
  }
}

function shim(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known) return known;
      const oldest = statements.keys().next();
      if (statements.size >= MOST_STATEMENTS && !oldest.done) statements.delete(oldest.value);
      const statement = adapt(database.prepare(sql));
      statements.set(sql, statement);
      return statement;
    },
    close() {
      if (database.isOpen) database.close();
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
  const reader = statement.columns().length > 0;
  // A statement without rows answers with the last rowid. A deletion in the full-text index leaves one
  // past 2^53 there, and as a number it would throw, from then on at `begin` too.
  if (!reader) statement.setReadBigInts(true);
  return {
    reader,
    all: (parameters) => statement.all(...values(parameters)),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  };
}
