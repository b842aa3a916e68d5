/** Bookmarks of wires and the takes they brought, in tables. */
import { boundedKey } from './bounded-key.ts';
import type { Session } from './dialect.ts';
import { inOrder, read } from './json-body.ts';
import type { Records, StoredBookmark } from './store.ts';
import type { Take } from '../news/take.ts';

type WiresRecords = Pick<Records, 'bookmark' | 'bookmarks' | 'saveBookmark'>;
type TakesRecords = Pick<Records, 'take' | 'takes' | 'addTake' | 'countTakes'>;

export function wiresRecords({ db }: Session): WiresRecords {
  return {
    async bookmark<B extends StoredBookmark>(wire: string) {
      const row = await db
        .selectFrom('bookmark')
        .select('body')
        .where('wire', '=', boundedKey(wire))
        .executeTakeFirst();
      return row ? read<B>(row.body) : null;
    },
    async bookmarks<B extends StoredBookmark>() {
      const rows = await db.selectFrom('bookmark').select('body').orderBy('wire').execute();
      return rows.map((row) => read<B>(row.body));
    },
    async saveBookmark(bookmark) {
      const row = { wire: boundedKey(bookmark.wire), body: JSON.stringify(bookmark) };
      await db
        .insertInto('bookmark')
        .values(row)
        .onConflict((conflict) => conflict.column('wire').doUpdateSet({ body: row.body }))
        .execute();
    },
  };
}

export function takesRecords({ db, dialect }: Session): TakesRecords {
  return {
    async take(id) {
      const row = await db
        .selectFrom('take')
        .select('body')
        .where('id', '=', boundedKey(id))
        .executeTakeFirst();
      return row ? read<Take>(row.body) : null;
    },
    async takes(ids) {
      const wanted = ids.map(boundedKey);
      const rows = await db
        .selectFrom('take')
        .select(['id', 'body'])
        .where(dialect.oneOf('id', wanted))
        .execute();
      return inOrder<Take>(wanted, rows);
    },
    async addTake(take, receivedAt) {
      const result = await db
        .insertInto('take')
        .values({
          id: boundedKey(take.id),
          wire: boundedKey(take.wire),
          received_at: Date.parse(receivedAt),
          body: JSON.stringify(take),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async countTakes(since) {
      return db
        .selectFrom('take')
        .select((select) => ['wire', select.fn.countAll<number>().as('count')])
        .where('received_at', '>=', Date.parse(since))
        .groupBy('wire')
        .orderBy('wire')
        .execute();
    },
  };
}
