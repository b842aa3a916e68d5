/** Where the tests find a PostgreSQL server: one that is given, the system's, or the one from npm. */
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { startPostgres } from './postgres-server.ts';

async function versionAt(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>('select version()');
    return rows[0]?.version ?? '';
  } finally {
    await client.end();
  }
}

it('starts the server from npm where the system has none, and uses one that is given first', async () => {
  const server = await startPostgres('', null);
  if (server === null) return; // it was told loudly, and .ci/run has it fail
  try {
    const url = await server.database();
    expect(await versionAt(url)).toMatch(/^PostgreSQL 1[6-9]|^PostgreSQL [2-9]\d/);
    const again = await startPostgres(url, null);
    const other = (await again?.database()) ?? '';
    expect(new URL(other).port).toBe(new URL(url).port);
    expect(await versionAt(other)).toContain('PostgreSQL');
    await again?.stop();
    // one that was only given is not ours to stop
    expect(await versionAt(url)).toContain('PostgreSQL');
  } finally {
    await server.stop();
  }
}, 120_000);
