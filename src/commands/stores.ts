/** Opens stores by their address. The engines are loaded only when needed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { NewsroomError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { OpenSession } from '../stores/dialect.ts';
import type { Store } from '../stores/store.ts';
import type { MovedTable } from './assembly.ts';

const isPostgres = (address: string): boolean => /^postgres(ql)?:\/\//.test(address);
const fileOf = (address: string): string => address.replace(/^(sqlite|file):(\/\/)?/, '');

/** Is it a store that several processes may work on? */
export const isShared = ({ databaseUrl }: Environment): boolean =>
  databaseUrl !== null && isPostgres(databaseUrl);

/** The store of the environment: PostgreSQL, or the file in the data folder. */
export async function openStore(environment: Environment, log: Log): Promise<Store> {
  const { databaseUrl, dataFolder } = environment;
  if (databaseUrl !== null && isPostgres(databaseUrl))
    return (await import('../stores/postgres.ts')).openPostgresStore(databaseUrl, log);
  const { openSqliteStore } = await import('../stores/sqlite.ts');
  const file = databaseUrl === null ? join(dataFolder, 'wirebrief.db') : fileOf(databaseUrl);
  return openSqliteStore(file);
}

/** Carries one store to an empty other. @throws NewsroomError; then nothing was moved */
export async function moveStore(
  from: string,
  to: string,
  log: Log,
): Promise<readonly MovedTable[]> {
  if (!isPostgres(from) && !existsSync(fileOf(from)))
    throw new NewsroomError('not-found', `There is no database ${fileOf(from)} to move from.`);
  const source = await sessionAt(from, log);
  try {
    const target = await sessionAt(to, log);
    try {
      return await (await import('../stores/moving.ts')).moveRows(source, target);
    } catch (error) {
      throw target.explain(source.explain(error));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function sessionAt(address: string, log: Log): Promise<OpenSession> {
  if (isPostgres(address))
    return (await import('../stores/postgres.ts')).openPostgresSession(address, log);
  return (await import('../stores/sqlite.ts')).openSqliteSession(fileOf(address));
}
