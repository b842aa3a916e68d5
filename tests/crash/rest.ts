/** Has the ledger come to rest? Looked at from outside, in the database that the process uses. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import type { House } from './house.ts';

const QUERY = `select id, purpose, state, attempt, error from delivery
  where state in ('planned', 'sending', 'unknown', 'failed') order by id`;

/** A line for every delivery that is not at its end, or was given up. */
export async function unsettled(house: House, databaseUrl: string | null): Promise<string[]> {
  const rows = databaseUrl === null ? inFile(house) : await inPostgres(databaseUrl);
  return rows.map(({ id, purpose, state, attempt, error }) =>
    [id, purpose, state, attempt, error].map(String).join(' '),
  );
}

type Row = Readonly<Record<string, unknown>>;

function inFile({ folder }: House): Row[] {
  const database = new DatabaseSync(join(folder, 'wirebrief.db'), {
    readOnly: true,
    timeout: 5_000,
  });
  try {
    return database.prepare(QUERY).all();
  } finally {
    database.close();
  }
}

async function inPostgres(connectionString: string): Promise<Row[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Row>(QUERY)).rows;
  } finally {
    await client.end();
  }
}
