/** What the operator sees and what expires: problems of wires, ages of the queue, copy that must go. */
import { boundedKey } from './bounded-key.ts';
import { atomically, type Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { Records } from './store.ts';
import type { Story } from '../news/story.ts';
import { withoutCopy, type Take } from '../news/take.ts';

type KeepingRecords = Pick<
  Records,
  | 'addProblems'
  | 'problemsOn'
  | 'removeProblems'
  | 'oldestDue'
  | 'givenUp'
  | 'forgetTakes'
  | 'storiesWithCopy'
  | 'removeCards'
>;
type ProblemRecords = Pick<KeepingRecords, 'addProblems' | 'problemsOn' | 'removeProblems'>;

export function keepingRecords(session: Session): KeepingRecords {
  const { db } = session;
  return {
    ...problemRecords(session),
    ...queueRecords(session),
    async forgetTakes({ wire, before, limit }) {
      return atomically(session, async (open) => {
        const rows = await open
          .selectFrom('take')
          .select(['id', 'body'])
          .where('wire', '=', boundedKey(wire))
          .where('has_copy', '=', 1)
          .where('received_at', '<', Date.parse(before))
          .orderBy('received_at')
          .limit(limit)
          .execute();
        for (const { id, body } of rows)
          await open
            .updateTable('take')
            .set({ has_copy: 0, body: JSON.stringify(withoutCopy(read<Take>(body))) })
            .where('id', '=', id)
            .execute();
        return rows.length;
      });
    },
    async storiesWithCopy({ wire, before, limit }) {
      const rows = await db
        .selectFrom('story')
        .select('body')
        .where('wire', '=', boundedKey(wire))
        .where('has_copy', '=', 1)
        .where('state', '!=', 'held')
        .where('changed_at', '<', Date.parse(before))
        .orderBy('changed_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => read<Story>(row.body));
    },
    async removeCards(event) {
      await db.deleteFrom('card').where('event', '=', event).execute();
    },
  };
}

function queueRecords({ db, dialect }: Session): Pick<KeepingRecords, 'oldestDue' | 'givenUp'> {
  return {
    async oldestDue(now, except) {
      return db
        .selectFrom('delivery')
        .select((select) => [
          'platform',
          select.fn.countAll<number>().as('count'),
          select.fn.min('run_at').as('oldest'),
        ])
        .where('state', 'in', ['planned', 'unknown', 'sending'])
        .where('run_at', '<=', now)
        .where((where) => where.not(dialect.oneOf('channel', except)))
        .groupBy('platform')
        .orderBy('platform')
        .execute();
    },
    async givenUp(since) {
      const rows = await db
        .selectFrom('delivery')
        .select((select) => [
          'platform',
          select.fn.countAll<number>().as('count'),
          select.fn.max('error').as('error'),
        ])
        .where('attempt', '>', 0)
        .where('updated_at', '>=', since)
        .where('state', '=', 'failed')
        .where('purpose', 'in', ['edition', 'bulletin'])
        .groupBy('platform')
        .orderBy('platform')
        .execute();
      return rows.map((row) => ({ ...row, error: row.error ?? '' }));
    },
  };
}

function problemRecords(session: Session): ProblemRecords {
  const { db } = session;
  return {
    async addProblems(wire, day, problems) {
      await atomically(session, async (open) => {
        for (const [code, alike] of Map.groupBy(problems, (each) => boundedKey(each.code))) {
          const sample = (alike.at(-1)?.sentence ?? '').toWellFormed().replaceAll('\0', ' ');
          const row = { wire: boundedKey(wire), code, day, count: alike.length, sample };
          await open
            .insertInto('wire_problem')
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(['day', 'wire', 'code']).doUpdateSet((update) => ({
                count: update('wire_problem.count', '+', row.count),
                sample,
              })),
            )
            .execute();
        }
      });
    },
    async problemsOn(day) {
      return db
        .selectFrom('wire_problem')
        .select(['wire', 'code', 'count', 'sample'])
        .where('day', '=', day)
        .orderBy('wire')
        .orderBy('count', 'desc')
        .orderBy('code')
        .execute();
    },
    async removeProblems(before) {
      await db.deleteFrom('wire_problem').where('day', '<', before).execute();
    },
  };
}
