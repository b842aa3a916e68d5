/** All records over one session, put together by subject. */
import { channelsRecords, notesRecords } from './channels-records.ts';
import { atomically, type Session } from './dialect.ts';
import { editionsRecords } from './editions-records.ts';
import { cardsRecords, eventsRecords } from './events-records.ts';
import { keepingRecords } from './keeping-records.ts';
import { leasesRecords } from './leases-records.ts';
import { ledgerRecords } from './ledger-records.ts';
import type { Records } from './store.ts';
import { storiesRecords } from './stories-records.ts';
import { verdictsRecords } from './verdicts-records.ts';
import { takesRecords, wiresRecords } from './wires-records.ts';

export function recordsOver(session: Session): Records {
  return {
    ...wiresRecords(session),
    ...takesRecords(session),
    ...storiesRecords(session),
    ...eventsRecords(session),
    ...cardsRecords(session),
    ...channelsRecords(session),
    ...editionsRecords(session),
    ...ledgerRecords(session),
    ...leasesRecords(session),
    ...keepingRecords(session),
    ...verdictsRecords(session),
    ...notesRecords(session),
  };
}

/** Runs work on the records of one transaction. */
export function transactOver<T>(
  session: Session,
  work: (records: Records) => Promise<T>,
): Promise<T> {
  return atomically(session, (db) => work(recordsOver({ ...session, db })));
}

/** How much is stored, for doctor: `120 takes, 80 stories, 75 events, 12 deliveries`. */
export async function countsLine({ db }: Session): Promise<string> {
  const tables = {
    take: 'takes',
    story: 'stories',
    event: 'events',
    delivery: 'deliveries',
  } as const;
  const counts: string[] = [];
  for (const [table, title] of Object.entries(tables) as [keyof typeof tables, string][]) {
    const { count } = await db
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts.push(`${count} ${title}`);
  }
  return counts.join(', ');
}
