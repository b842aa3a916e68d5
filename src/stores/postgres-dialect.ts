/** What is particular to PostgreSQL: its types, tsvector, lists as arrays, the writers' lock. */
import { sql } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** names the writers' lock among the advisory locks of the database; any fixed number serves */
const WRITERS_LOCK = 7_212_019_121;
const CLAIMS_LOCK = 7_212_019_122;

export const postgresDialect: StoreDialect = {
  types: {
    // sorted by bytes, as in SQLite, whatever the language of the database
    text: sql`text collate "C"`,
    integer: sql`bigint`,
    countedKey: sql`bigint generated always as identity primary key`,
  },
  skipsLocked: true,

  async createSearch(db) {
    await sql`create table story_search (number bigint primary key, words tsvector not null)`.execute(
      db,
    );
    await sql`create index story_search_by_words on story_search using gin (words)`.execute(db);
  },

  async index(db, story, { headline, text }) {
    const words = sql`setweight(to_tsvector('english', ${headline}::text), 'A')
      || setweight(to_tsvector('english', ${text}::text), 'D')`;
    await sql`insert into story_search (number, words) values (${story}, ${words})
      on conflict (number) do update set words = excluded.words`.execute(db);
  },

  async unindex(db, story) {
    await sql`delete from story_search where number = ${story}`.execute(db);
  },

  async search(db, { words, since, limit }) {
    // plainto_tsquery takes any text for plain words: to_tsquery would read signs as operators
    const query = sql.join(
      words.map((word) => sql`plainto_tsquery('english', ${word}::text)`),
      sql` || `,
    );
    // Times are read of the best alone and of those as good as the last of them, but for a window.
    const inWindow =
      since === null
        ? sql``
        : sql`where exists (select from story where story.number = story_search.number
            and story.changed_at >= ${since}::bigint)`;
    const found = await sql<{ body: string }>`
      select story.body from (
        select story_search.number,
          ts_rank('{0.2, 0.2, 0.2, 1.0}', story_search.words, query.words, 1) as rank
        from (select ${query} as words) as query
          join story_search on story_search.words @@ query.words
        ${inWindow}
        order by rank desc fetch first ${limit} rows with ties
      ) as best join story on story.number = best.number
      order by best.rank desc, story.changed_at desc, best.number limit ${limit}`.execute(db);
    return found.rows.map((row) => row.body);
  },

  oneOf(column, values) {
    return sql<boolean>`${sql.ref(column)} = any(${values}::text[])`;
  },

  rowsOf(values) {
    return sql`unnest(${values}::text[]) as given(value)`;
  },

  async lockWriters(db) {
    await sql`select pg_advisory_xact_lock(${WRITERS_LOCK}::bigint)`.execute(db);
  },

  async lockClaims(db) {
    await sql`select pg_advisory_xact_lock(${CLAIMS_LOCK}::bigint)`.execute(db);
  },
};
