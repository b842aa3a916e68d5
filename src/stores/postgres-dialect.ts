/** What is particular to PostgreSQL: its types, tsvector, lists as arrays, the writers' lock. */
import { sql, type RawBuilder } from 'kysely';
import type { StoreDialect } from './dialect.ts';

/** names the writers' lock among the advisory locks of the database; any fixed number serves */
const WRITERS_LOCK = 7_212_019_121;
const CLAIMS_LOCK = 7_212_019_122;

/** stories that are read for their rank beyond those asked for */
const LIKELY = 200;
/** A word of more stories than this share finds none but the newest where a rarer word is asked for. */
const COMMON_SHARE = 0.1;
const NEWEST = 1_000;

/** How many stories the index holds: as the server last counted, or counted now where it has not. */
const SEARCHED = sql`(select case when reltuples >= 1000 then reltuples::float8
  else (select count(*) from story_search)::float8 end
  from pg_class where oid = 'story_search'::regclass)`;

/**
 * Table `asked` for a search: its words with the share of stories that hold them as the server last
 * counted it, null for all but the commonest. A search of common words alone looks for them everywhere.
 */
function asked(words: readonly string[]): RawBuilder<unknown> {
  // plainto_tsquery takes any text for plain words: to_tsquery would read signs as operators
  return sql`parsed as materialized (
      select distinct plainto_tsquery('english', given.text) as word
      from unnest(${words}::text[]) as given (text)
    ), shared as materialized (
      select counted.word, counted.share
      from pg_stats,
        unnest(most_common_elems::text::text[], most_common_elem_freqs) as counted (word, share)
      where schemaname = current_schema() and tablename = 'story_search' and attname = 'words'
        and counted.word is not null and counted.share > ${COMMON_SHARE}::float4
    ), asked as materialized (
      select row_number() over () as place, parsed.word, shared.share::float8 as share,
        shared.share is not null and bool_or(shared.share is null) over () as is_common
      from parsed left join shared on shared.word = trim(both '''' from parsed.word::text)
      where numnode(parsed.word) > 0
    )`;
}

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

  // bm25 as SQLite has it, which ts_rank is not: to that a word of every story tells like one of a
  // single story. In two steps: how rare each word is, and which stories hold which, the index tells
  // without their copy being read; the likeliest alone are read for how often and where they hold them.
  async search(db, { words, since, limit }) {
    const inWindow =
      since === null
        ? sql``
        : sql`where exists (select from story where story.number = held.number
            and story.changed_at >= ${since}::bigint)`;
    // Common words bring in stories behind those of the rarer ones only: where one of these alone has
    // as many as are read, they need not be looked for. How many lie in a window is not known.
    const most = limit + LIKELY;
    const isEnough =
      since === null ? sql`exists (select from counted where holders >= ${most})` : sql`false`;
    const found = await sql<{ body: string }>`
      with ${asked(words)}, telling as materialized (
        select asked.place, story_search.number
        from asked join story_search on story_search.words @@ asked.word where not is_common
      ), counted as materialized (
        select place, count(*)::float8 as holders from telling group by place
      ), newest as materialized (
        select number, words from story_search
        where exists (select from asked where is_common) and not ${isEnough}
        order by number desc limit ${NEWEST}
      ), held as (
        select place, number from telling
        union all
        select asked.place, newest.number
        from asked join newest on newest.words @@ asked.word where is_common
      ), searched as materialized (select ${SEARCHED} as stories), rarity as materialized (
        select place, word, is_common, ln(1 + (stories - holders + 0.5) / (holders + 0.5)) as weight
        from (
          select place, word, is_common, stories,
            least(stories,
              case when is_common then share * stories else coalesce(counted.holders, 0) end) as holders
          from asked left join counted using (place), searched
        ) as known
      ), likely as materialized (
        select number from held join rarity using (place) ${inWindow}
        group by number order by sum(case when is_common then 0 else weight end) desc, number desc
        limit ${most}
      ), measured as materialized (
        select number, words, 0.25::float8
          + 0.75::float8 * length(words) / greatest(1, avg(length(words)) over ())::float8 as length
        from likely join story_search using (number)
      ), ranked as materialized (
        select number, (
          select sum(weight * times / (times + 1.2::float8 * length))
          from rarity, lateral (
            select 5::float8 * ts_rank_cd('{0.2, 0.2, 0.2, 1.0}', measured.words, word) as times
          ) as found
        ) as rank from measured
        -- stories themselves, with time and copy, are read for the best and their equals alone
        order by rank desc fetch first ${limit} rows with ties
      )
      select story.body from ranked join story using (number)
      order by ranked.rank desc, story.changed_at desc, number limit ${limit}`.execute(db);
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
