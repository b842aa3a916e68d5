/** Stories with their keys and their full text, in tables. */
import type { Kysely } from 'kysely';
import { boundedKey } from './bounded-key.ts';
import { atomically, searchable, type Session } from './dialect.ts';
import { inOrder, read } from './json-body.ts';
import { searchWords } from './search-words.ts';
import type { Tables } from './schema.ts';
import type { Records } from './store.ts';
import type { StoriesRecords } from './subjects.ts';
import type { Story } from '../news/story.ts';

/** bound of the contract on one answer of `heldStories` */
const MOST_HELD = 500;

export function storiesRecords(session: Session): StoriesRecords {
  const { db, dialect } = session;
  return {
    ...storiesByState(db),
    async story(id) {
      const row = await db
        .selectFrom('story')
        .select('body')
        .where('id', '=', id)
        .executeTakeFirst();
      return row ? read<Story>(row.body) : null;
    },
    async stories(ids) {
      const rows = await db
        .selectFrom('story')
        .select(['id', 'body'])
        .where(dialect.oneOf('id', ids))
        .execute();
      return inOrder<Story>(ids, rows);
    },
    async storiesByKeys(scope, keys) {
      const wanted = keys.map(boundedKey);
      const rows = await db
        .selectFrom('story_key')
        .innerJoin('story', 'story.id', 'story_key.story')
        .select(['story_key.key', 'story.id', 'story.body'])
        .where('story_key.scope', '=', boundedKey(scope))
        .where(dialect.oneOf('story_key.key', wanted))
        .execute();
      const holders = new Map(rows.map((row) => [row.key, row.id]));
      return inOrder<Story>(
        wanted.map((key) => holders.get(key) ?? ''),
        rows,
      );
    },
    storiesOfWire: (wire, keys) => ofWire({ db, dialect }, wire, keys),
    async saveStory(story) {
      await atomically(session, async (open) => save({ db: open, dialect }, story));
    },
    async searchStories({ words, since, limit }) {
      const tokens = searchWords(words);
      if (tokens.length === 0 || limit < 1) return [];
      const earliest = since === null ? null : Date.parse(since);
      const bodies = await dialect.search(db, { words: tokens, since: earliest, limit });
      return bodies.map((body) => read<Story>(body));
    },
  };
}

/** By key, then by id, and by wire only here: an engine that may choose reads all stories of the wire. */
async function ofWire(
  { db, dialect }: Pick<Session, 'db' | 'dialect'>,
  wire: string,
  keys: readonly string[],
): Promise<Story[]> {
  const held = await db
    .selectFrom('story_key')
    .select('story')
    .where(dialect.oneOf('key', keys.map(boundedKey)))
    .execute();
  const ids = [...new Set(held.map(({ story }) => story))].sort();
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('story')
    .select(['id', 'body', 'wire'])
    .where(dialect.oneOf('id', ids))
    .execute();
  return inOrder<Story>(
    ids,
    rows.filter((row) => row.wire === wire),
  );
}

function storiesByState(db: Kysely<Tables>): Pick<Records, 'heldStories' | 'countStories'> {
  return {
    async heldStories(until) {
      const held = db.selectFrom('story').select('body').where('state', '=', 'held');
      const asked =
        until === null
          ? held
          : held.where('held_until', '<=', Date.parse(until)).orderBy('held_until');
      const rows = await asked.orderBy('id').limit(MOST_HELD).execute();
      return rows.map((row) => read<Story>(row.body));
    },
    async countStories() {
      return db
        .selectFrom('story')
        .select((select) => ['wire', 'state', select.fn.countAll<number>().as('count')])
        .groupBy(['wire', 'state'])
        .orderBy('wire')
        .orderBy('state')
        .execute();
    },
  };
}

async function save({ db, dialect }: Session, story: Story): Promise<void> {
  const row = {
    scope: boundedKey(story.scope),
    wire: boundedKey(story.wire),
    state: story.state,
    held_until: story.heldUntil === null ? null : Date.parse(story.heldUntil),
    changed_at: Date.parse(story.changedAt),
    has_copy: story.current === null ? 0 : 1,
    body: JSON.stringify(story),
  };
  const { number } = await db
    .insertInto('story')
    .values({ id: story.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .returning('number')
    .executeTakeFirstOrThrow();
  await saveKeys({ db, dialect }, story);
  if (story.state === 'killed' || story.current === null) await dialect.unindex(db, number);
  else await dialect.index(db, number, searchable(story.current.headline, story.current.text));
}

/** A key stays with the story that had it first: an identity must not wander between stories. */
async function saveKeys({ db, dialect }: Session, story: Story): Promise<void> {
  const scope = boundedKey(story.scope);
  const keys = [...new Set(story.keys.map(boundedKey))];
  await db
    .deleteFrom('story_key')
    .where('story', '=', story.id)
    .where((where) =>
      where.or([where('scope', '!=', scope), where.not(dialect.oneOf('key', keys))]),
    )
    .execute();
  if (keys.length === 0) return;
  await db
    .insertInto('story_key')
    .values(keys.map((key) => ({ scope, key, story: story.id })))
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .execute();
}
