/** Which private replies told of which event: a kill finds who was shown it. */
import type { Kysely } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import { read } from '../json-body.ts';
import type { Tables } from '../schema.ts';
import type { KeptReply } from '../store.ts';

export async function replyEvents(db: Kysely<Tables>, { types }: StoreDialect): Promise<void> {
  await db.schema
    .createTable('reply_event')
    .addColumn('event', types.text as never, (column) => column.notNull())
    .addColumn('reply', types.text as never, (column) => column.notNull())
    .addColumn('shown_at', types.integer as never, (column) => column.notNull())
    .addPrimaryKeyConstraint('reply_event_key', ['event', 'reply'])
    .addForeignKeyConstraint('reply_event_reply', ['reply'], 'reply', ['id'])
    .execute();
  await fillIn(db);
}

const PAGE = 500;

/** Replies that were kept before there was such a table. */
async function fillIn(db: Kysely<Tables>): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db
      .selectFrom('reply')
      .select(['id', 'body'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { id, body } of rows) {
      const { events = [], at = '' } = read<Partial<KeptReply>>(body);
      const values = [...new Set(events.map((each) => each.id))].map((event) => {
        return { event, reply: id, shown_at: Date.parse(at) || 0 };
      });
      if (values.length > 0) await db.insertInto('reply_event').values(values).execute();
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}
