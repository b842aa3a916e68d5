/** Full-text search among very many stories, on both stores, beside the engine asked directly. */
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { clean } from '../../src/editing/clean.ts';
import { FilingDesk } from '../../src/filing/filing.ts';
import { openPostgresStore } from '../../src/stores/postgres.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import type { Story } from '../../src/news/story.ts';
import type { Store } from '../../src/stores/store.ts';
import { parsed } from '../wires/formats/parsed.ts';
import { percentile, type Figure } from './figure.ts';
import type { PostgresServer } from './replicas.ts';
import { writeStory } from './stories.ts';

/** Stories that are really filed; the others are these under other names: filing is not measured. */
const FILED = 100;
const BATCH = 500;
const QUERIES = 200;
const LIMIT = 10;
const AT = '2026-03-12T12:00:00.000Z';
/** What may be added to what the engine itself takes. */
const RATIO = 1.5;

/** A question asked of the engine alone: the numbers of the best, no copy read. */
type Ask = (words: readonly string[]) => Promise<unknown> | unknown;
type Place = { readonly name: string; readonly store: Store; readonly ask: Ask };

/** @param file where the SQLite store of the benchmark lies */
export async function searchingFigures(
  file: string,
  server: PostgresServer | null,
  stories = 100_000,
): Promise<Figure[]> {
  const figures = await onSqlite(file, stories);
  if (server) figures.push(...(await onPostgres(await server.database(), stories)));
  return figures;
}

async function onSqlite(file: string, stories: number): Promise<Figure[]> {
  const store = await openSqliteStore(file);
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    await fill(store, stories, writeByStore(store));
    const raw = database.prepare(
      'select rowid from story_search where story_search match ? order by rank limit ?',
    );
    const ask: Ask = (words) => raw.all(words.map((word) => `"${word}"`).join(' OR '), LIMIT);
    return await compare({ name: 'SQLite', store, ask }, stories);
  } finally {
    database.close();
    await store.close();
  }
}

async function onPostgres(url: string, stories: number): Promise<Figure[]> {
  const store = await openPostgresStore(url);
  const client = new pg.Client(url);
  await client.connect();
  try {
    await fill(store, stories, writeAtOnce(client));
    await client.query('vacuum analyze');
    const sentence = `select number from story_search,
        (select to_tsquery('english', $1) as words) as query
      where story_search.words @@ query.words
      order by ts_rank(story_search.words, query.words) desc limit $2`;
    const ask: Ask = (words) => client.query(sentence, [words.join(' | '), LIMIT]);
    return await compare({ name: 'PostgreSQL', store, ask }, stories);
  } finally {
    await client.end();
    await store.close();
  }
}

/** Writes stories that stand in no table yet. */
type Write = (stories: readonly Story[]) => Promise<unknown>;

/** Files some stories, and writes the others as these with the words of their own. */
async function fill(store: Store, stories: number, write: Write): Promise<void> {
  const desk = new FilingDesk();
  const takes = Array.from({ length: FILED }, (_, at) => {
    const bytes = Buffer.from(writeStory(at));
    const place = { wire: 'bench', provider: 'Bench', file: `${at}.txt` };
    const circumstances = { receivedAt: AT, background: true };
    return parsed({ bytes, contentType: null, baseUrl: null }).copies.map((copy) => ({
      take: clean(copy, place),
      circumstances,
    }));
  }).flat();
  const filed = await store.transact((records) => desk.file(records, takes));
  const models = filed.map(({ story }) => story);
  for (let from = models.length; from < stories; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, stories - from) }, (_, at) => from + at);
    await write(numbers.map((at) => storyLike(models[at % models.length]!, at)));
  }
}

function storyLike(model: Story, at: number): Story {
  const [headline = '', ...paragraphs] = writeStory(at).split('\n\n');
  const current = model.current && { ...model.current, headline, text: paragraphs.join('\n\n') };
  return { ...model, id: `${model.id}-${at}`, keys: [], current };
}

const writeByStore =
  (store: Store): Write =>
  (stories) =>
    store.transact(async (records) => {
      for (const story of stories) await records.saveStory(story);
    });

/** In one statement for many, as the store writes them one by one: the server's work is the same. */
function writeAtOnce(client: pg.Client): Write {
  const sentence = `with given as (
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[])
        as given (id, body, headline, words)
    ), stored as (
      insert into story (id, scope, wire, state, held_until, changed_at, has_copy, body)
      select id, 'bench', 'bench', 'live', null, $5, 1, body from given returning number, id
    )
    insert into story_search (number, words)
    select stored.number, setweight(to_tsvector('english', headline), 'A')
      || setweight(to_tsvector('english', given.words), 'D')
    from stored join given on given.id = stored.id`;
  return (stories) =>
    client.query(sentence, [
      stories.map(({ id }) => id),
      stories.map((story) => JSON.stringify(story)),
      stories.map(({ current }) => current?.headline ?? ''),
      stories.map(({ current }) => current?.text ?? ''),
      Date.parse(AT),
    ]);
}

/** Words as people ask for them: of one story each, one of them rare, the other common. */
function wordsOf(query: number): string[] {
  const [headline = ''] = writeStory(query * 7).split('\n');
  const words = headline.match(/\p{L}{4,}/gu) ?? [];
  return [...new Set([words[0] ?? 'treaty', words.at(-1) ?? 'trade'])].map((word) =>
    word.toLowerCase(),
  );
}

async function compare({ name, store, ask }: Place, stories: number): Promise<Figure[]> {
  const own: number[] = [];
  const raw: number[] = [];
  const timed = async (times: number[], work: () => unknown): Promise<void> => {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  };
  for (let query = -10; query < QUERIES; query += 1) {
    const words = wordsOf(Math.abs(query));
    const search = { words, since: null, limit: LIMIT };
    const asked = [
      () => timed(query < 0 ? [] : own, () => store.searchStories(search)),
      () => timed(query < 0 ? [] : raw, () => ask(words)),
    ];
    // who asks second finds what the first has brought into memory: they take turns
    for (const work of query % 2 === 0 ? asked : asked.reverse()) await work();
  }
  return [0.5, 0.99].map((share) => ({
    what: `search p${share * 100}, ${name}, ${stories} stories (beside the engine alone)`,
    value: percentile(own, share),
    unit: 'ms',
    reach: Number((RATIO * percentile(raw, share)).toFixed(1)),
    bound: 'most',
  }));
}
