/** The first tables. Migrations go forward only; this one is never edited once released. */
import type { CreateTableBuilder, Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import type { Tables } from '../schema.ts';

export async function firstTables(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await createStories(db, dialect);
  await createEvents(db, dialect);
  await createChannels(db, dialect);
  await createLedger(db, dialect);
  await dialect.createSearch(db);
}

/** A table of required columns, `text` or `integer` by name. */
function table(
  db: Kysely<Tables>,
  { types }: StoreDialect,
  name: string,
  columns: Readonly<Record<string, 'text' | 'integer'>>,
): CreateTableBuilder<string, string> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name);
  for (const [column, type] of Object.entries(columns)) {
    builder = builder.addColumn(column, types[type] as never, (column) => column.notNull());
  }
  return builder;
}

async function createStories(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await table(db, dialect, 'bookmark', { wire: 'text', body: 'text' })
    .addPrimaryKeyConstraint('bookmark_key', ['wire'])
    .execute();
  await table(db, dialect, 'take', {
    id: 'text',
    wire: 'text',
    received_at: 'integer',
    body: 'text',
  })
    .addPrimaryKeyConstraint('take_key', ['id'])
    .execute();
  await index(db, 'take', ['received_at', 'wire']);
  await db.schema
    .createTable('story')
    .addColumn('number', dialect.types.countedKey as never)
    .addColumn('id', dialect.types.text as never, (column) => column.notNull().unique())
    .addColumn('scope', dialect.types.text as never, (column) => column.notNull())
    .addColumn('wire', dialect.types.text as never, (column) => column.notNull())
    .addColumn('held_until', dialect.types.integer as never)
    .addColumn('state', dialect.types.text as never, (column) => column.notNull())
    .addColumn('changed_at', dialect.types.integer as never, (column) => column.notNull())
    .addColumn('body', dialect.types.text as never, (column) => column.notNull())
    .execute();
  await index(db, 'story', ['number', 'changed_at']);
  await index(db, 'story', ['changed_at', 'number']);
  await index(db, 'story', ['state', 'held_until']);
  await index(db, 'story', ['wire', 'state']);
  await table(db, dialect, 'story_key', { scope: 'text', key: 'text', story: 'text' })
    .addPrimaryKeyConstraint('story_key_key', ['scope', 'key'])
    .addForeignKeyConstraint('story_key_story', ['story'], 'story', ['id'])
    .execute();
  await index(db, 'story_key', ['story']);
  await index(db, 'story_key', ['key', 'scope']);
}

async function createEvents(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await table(db, dialect, 'event', {
    id: 'text',
    changed_at: 'integer',
    revision: 'integer',
    body: 'text',
  })
    .addPrimaryKeyConstraint('event_key', ['id'])
    .addUniqueConstraint('event_revision', ['revision'])
    .execute();
  await index(db, 'event', ['changed_at']);
  await table(db, dialect, 'counter', { name: 'text', value: 'integer' })
    .addPrimaryKeyConstraint('counter_key', ['name'])
    .execute();
  await table(db, dialect, 'card', {
    event: 'text',
    version: 'integer',
    analyst: 'text',
    body: 'text',
  })
    .addPrimaryKeyConstraint('card_key', ['event', 'version', 'analyst'])
    .execute();
}

async function createChannels(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await table(db, dialect, 'subscription', { channel: 'text', topic: 'text', body: 'text' })
    .addPrimaryKeyConstraint('subscription_key', ['channel', 'topic'])
    .execute();
  await table(db, dialect, 'channel_settings', { channel: 'text', body: 'text' })
    .addPrimaryKeyConstraint('channel_settings_key', ['channel'])
    .execute();
  await table(db, dialect, 'edition', {
    id: 'text',
    channel: 'text',
    kind: 'text',
    slot_at: 'integer',
    body: 'text',
  })
    .addPrimaryKeyConstraint('edition_key', ['id'])
    .execute();
  await index(db, 'edition', ['channel', 'slot_at']);
  await table(db, dialect, 'edition_event', {
    edition: 'text',
    channel: 'text',
    event: 'text',
    version: 'integer',
  })
    .addPrimaryKeyConstraint('edition_event_key', ['channel', 'event', 'edition', 'version'])
    .addForeignKeyConstraint('edition_event_edition', ['edition'], 'edition', ['id'])
    .execute();
  await table(db, dialect, 'reply', { id: 'text', body: 'text' })
    .addPrimaryKeyConstraint('reply_key', ['id'])
    .execute();
  await table(db, dialect, 'note', { name: 'text', value: 'text' })
    .addPrimaryKeyConstraint('note_key', ['name'])
    .execute();
}

async function createLedger(db: Kysely<Tables>, dialect: StoreDialect): Promise<void> {
  await table(db, dialect, 'delivery', {
    id: 'text',
    channel: 'text',
    platform: 'text',
    purpose: 'text',
    batch: 'text',
    part: 'integer',
    place: 'text',
    events: 'text',
    payload: 'text',
    content_hash: 'text',
    state: 'text',
    attempt: 'integer',
    run_at: 'integer',
    lease_until: 'integer',
    created_at: 'integer',
    updated_at: 'integer',
  })
    .addColumn('message_id', dialect.types.text as never)
    .addColumn('error', dialect.types.text as never)
    .addPrimaryKeyConstraint('delivery_key', ['id'])
    .execute();
  await index(db, 'delivery', ['state', 'run_at']);
  await index(db, 'delivery', ['batch', 'part']);
  await index(db, 'delivery', ['channel', 'message_id']);
  await table(db, dialect, 'delivery_event', { delivery: 'text', event: 'text' })
    .addPrimaryKeyConstraint('delivery_event_key', ['event', 'delivery'])
    .addForeignKeyConstraint('delivery_event_delivery', ['delivery'], 'delivery', ['id'])
    .execute();
}

async function index(
  db: Kysely<Tables>,
  of: keyof Tables,
  columns: readonly string[],
): Promise<void> {
  await db.schema
    .createIndex(`${of}_by_${columns.join('_')}`)
    .on(of)
    .columns([...columns])
    .execute();
}
