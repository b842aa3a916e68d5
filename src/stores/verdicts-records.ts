/** Verdicts of readers and editors, in tables. */
import { boundedKey } from './bounded-key.ts';
import type { Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { Records } from './store.ts';
import type { Verdict } from '../news/verdict.ts';

type VerdictsRecords = Pick<Records, 'verdict' | 'addVerdict' | 'saveVerdict' | 'verdicts'>;

const rowOf = (verdict: Verdict) => ({
  state: verdict.state,
  event: verdict.event,
  at: Date.parse(verdict.at),
  body: JSON.stringify(verdict),
});

export function verdictsRecords({ db, dialect }: Session): VerdictsRecords {
  return {
    async verdict(id) {
      const row = await db
        .selectFrom('verdict')
        .select('body')
        .where('id', '=', boundedKey(id))
        .executeTakeFirst();
      return row ? read<Verdict>(row.body) : null;
    },
    async addVerdict(verdict) {
      const result = await db
        .insertInto('verdict')
        .values({ id: boundedKey(verdict.id), ...rowOf(verdict) })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    async saveVerdict(verdict) {
      const row = rowOf(verdict);
      await db
        .insertInto('verdict')
        .values({ id: boundedKey(verdict.id), ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },
    async verdicts({ state, events, limit }) {
      let query = db.selectFrom('verdict').select('body');
      if (state !== null) query = query.where('state', '=', state);
      if (events !== null) query = query.where(dialect.oneOf('event', events));
      const rows = await query.orderBy('at', 'desc').orderBy('id').limit(limit).execute();
      return rows.map((row) => read<Verdict>(row.body));
    },
  };
}
