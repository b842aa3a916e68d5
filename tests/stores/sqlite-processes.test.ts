/** The embedded store beside other processes, under SIGKILL, and on a disk that is full. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const PROGRAM = fileURLToPath(import.meta.resolve('./writing-process.ts'));

type Ended = { readonly code: number | null; readonly lines: readonly string[] };

/** Runs a writing process to its end, or kills it once it has said so many lines. */
function write(
  given: readonly string[],
  options: { killAfter?: number; limitBlocks?: number } = {},
): Promise<Ended> {
  const { killAfter = Infinity, limitBlocks } = options;
  const limited = `trap '' XFSZ; ulimit -f ${limitBlocks}; exec "$@"`;
  const program = [process.execPath, PROGRAM, ...given];
  const [command = '', ...rest] =
    limitBlocks === undefined ? program : ['/bin/sh', '-c', limited, 'sh', ...program];
  const child = spawn(command, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    const reading = createInterface({ input: child.stdout });
    reading.on('line', (line) => {
      lines.push(line);
      if (lines.length === killAfter) child.kill('SIGKILL');
    });
    const ended = new Promise((done) => reading.once('close', done));
    child.once('exit', (code) => void ended.then(() => resolve({ code, lines })));
  });
}

it('lets processes that start at once on a new file read and write in turns', async () => {
  const file = join(folder, 'shared.db');
  const all = await Promise.all(
    Array.from({ length: 3 }, () => write(['count', file, 'together', '150'])),
  );
  expect(all).toEqual(all.map(() => ({ code: 0, lines: ['open'] })));
  const store = await openSqliteStore(file);
  expect(await store.note('together')).toBe('450');
  await store.close();
});

it('keeps what it acknowledged when it is killed while writing', async () => {
  const file = join(folder, 'killed.db');
  let acknowledged: string[] = [];
  for (const killAfter of [3, 17, 40]) {
    const { lines } = await write(['endless', file], { killAfter });
    acknowledged = [...new Set([...acknowledged, ...lines.slice(1)])];
    const store = await openSqliteStore(file);
    expect(await store.check()).toContain('sound');
    expect((await store.takes(acknowledged)).map((take) => take.id)).toEqual(acknowledged);
    expect((await store.stories(acknowledged)).map((story) => story.id)).toEqual(acknowledged);
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThan(30);
});

it('says so when the disk takes no more, and keeps what it acknowledged', async () => {
  const file = join(folder, 'full.db');
  const { lines } = await write(['fill', file], { limitBlocks: 3_000 });
  expect(lines.at(-1)).toMatch(/^The disk under the database .*full\.db .*acknowledged is kept\.$/);
  const acknowledged = lines.slice(1, -1);
  expect(acknowledged.length).toBeGreaterThan(5);
  const store = await openSqliteStore(file);
  expect(await store.check()).toContain('sound');
  expect(await store.takes(acknowledged)).toHaveLength(acknowledged.length);
  await store.close();
});
