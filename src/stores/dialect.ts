/** The few places where SQLite and PostgreSQL differ; everything else is one code for both. */
import type { Kysely, RawBuilder } from 'kysely';
import { plainText } from '../news/plain-letters.ts';
import type { Tables } from './schema.ts';

/** What the full-text index holds of a story. */
type Searchable = { readonly headline: string; readonly text: string };

/** A search as the index takes it: single words, an earliest time of change (epoch ms), a bound. */
type WordSearch = {
  readonly words: readonly string[];
  readonly since: number | null;
  readonly limit: number;
};

export type StoreDialect = {
  /** column types: text that sorts by its bytes, whole numbers of 53 bits, a key counted by the engine */
  readonly types: {
    readonly text: RawBuilder<unknown>;
    readonly integer: RawBuilder<unknown>;
    readonly countedKey: RawBuilder<unknown>;
  };
  /** makes the full-text index; run by the first migration */
  createSearch(db: Kysely<Tables>): Promise<void>;
  /** puts a story into the full-text index, or replaces what stands there */
  index(db: Kysely<Tables>, story: number, copy: Searchable): Promise<void>;
  unindex(db: Kysely<Tables>, story: number): Promise<void>;
  /** bodies of the stories found, best first, newest first on ties */
  search(db: Kysely<Tables>, query: WordSearch): Promise<string[]>;
  /** `column in (values)` with one parameter, so that any number of values is one statement */
  oneOf(column: string, values: readonly string[]): RawBuilder<boolean>;
  /** the values as rows of a table with one column, `value` */
  rowsOf(values: readonly string[]): RawBuilder<unknown>;
  /** holds back every other writing transaction until this one has ended */
  lockWriters(db: Kysely<Tables>): Promise<void>;
  /** holds back every other claim of deliveries until this transaction has ended */
  lockClaims(db: Kysely<Tables>): Promise<void>;
  /** true when rows can be locked and locked ones skipped; SQLite has one writer and needs neither */
  readonly skipsLocked: boolean;
};

/** What the records work with: a database or an open transaction, and its dialect. */
export type Session = { readonly db: Kysely<Tables>; readonly dialect: StoreDialect };

/** A session of its own, apart from any store. */
export type OpenSession = Session & {
  close(): Promise<void>;
  /** an error of the engine as a NewsroomError; anything else as it is */
  explain(error: unknown): unknown;
};

/**
 * Runs several statements as one: in the transaction that is open, else in one of its own. Writers
 * take turns on every engine, so what a transaction has read stays true until it ends, and revisions
 * become visible in their order.
 */
export async function atomically<T>(
  { db, dialect }: Session,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db);
  return db.transaction().execute(async (transaction) => {
    await dialect.lockWriters(transaction);
    return work(transaction);
  });
}

/** Longest text of a story that goes into the full-text index (UTF-16 units); PostgreSQL takes 1 MB. */
const INDEXED_LENGTH = 200_000;

/** What may be indexed of a copy: plain text of a bounded length, in plain letters. */
export function searchable(headline: string | null, text: string): Searchable {
  const plain = (part: string, length: number) =>
    plainText(part.slice(0, length).toWellFormed().replaceAll('\0', ' '));
  return { headline: plain(headline ?? '', 2_000), text: plain(text, INDEXED_LENGTH) };
}
