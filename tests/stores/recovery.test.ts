/** What `docs/recovery.md` says, tried: every trouble of a disk ends in a sentence and loses nothing. */
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleDelivery, storyTelling } from './sample-nouns.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-recovery-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A store with something to lose. */
async function filled(name: string): Promise<string> {
  mkdirSync(join(folder, name));
  const file = join(folder, name, 'wirebrief.db');
  const store = await openSqliteStore(file);
  for (let number = 0; number < 30; number += 1)
    await store.saveStory(storyTelling(`s${number}`, `Ferry ${number}`, 'It sails. '.repeat(900)));
  await store.addDeliveries([sampleDelivery('a', 0), sampleDelivery('a', 1)]);
  await store.close();
  return file;
}

async function expectWhole(file: string): Promise<void> {
  const store = await openSqliteStore(file);
  expect(await store.check()).toContain('sound, 0 takes, 30 stories, 0 events, 2 deliveries');
  expect(await store.searchStories({ words: ['ferry'], since: null, limit: 99 })).toHaveLength(30);
  await store.close();
}

/** Runs a command of Wirebrief, or of the tests, to its end. */
function run(program: string, words: string[], env: Record<string, string> = {}) {
  const { PATH = '' } = process.env;
  return new Promise<{ code: number | null; printed: string }>((settle) => {
    const options = { cwd: ROOT, env: { PATH, PORT: '0', ...env } };
    const child = spawn(process.execPath, [join(ROOT, program), ...words], options);
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.once('exit', (code) => settle({ code, printed }));
  });
}

function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, bytes.length - 40_960, bytes.length - 8_192);
  writeFileSync(file, bytes);
}

describe('recovery', { timeout: 60_000 }, () => {
  it('a damaged store is told at the start, left alone, and replaced by a backup', async () => {
    const file = await filled('damaged');
    const copy = join(folder, 'copy.db');
    const environment = { WIREBRIEF_DATA: join(folder, 'damaged') };
    const backup = await run('src/main.ts', ['backup', copy], environment);
    expect(backup).toMatchObject({ code: 0 });
    spoil(file);
    const damaged = readFileSync(file);
    const started = await run('src/main.ts', ['start'], environment);
    expect(started.code).toBe(1);
    expect(started.printed).toContain('is damaged: keep a copy of the file, then put a backup');
    expect(readFileSync(file).equals(damaged)).toBe(true);
    // as docs/recovery.md has it: the three files go, the copy takes the name
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    copyFileSync(copy, file);
    await expectWhole(file);
  });

  it('a store that may not be written to is told, and goes on once it may', async () => {
    const file = await filled('denied');
    chmodSync(file, 0o444);
    chmodSync(join(folder, 'denied'), 0o555);
    const { printed } = await run('tests/stores/writing-process.ts', ['denied', file]);
    expect(printed).toMatch(/read-only|cannot be opened/);
    expect(printed).toContain(file);
    chmodSync(join(folder, 'denied'), 0o755);
    chmodSync(file, 0o644);
    await expectWhole(file);
  });

  it('a store that another program holds is told, and goes on once it is free', async () => {
    const file = await filled('locked');
    const holder = await openSqliteStore(file);
    const other = await openSqliteStore(file, { busyTimeoutMs: 20 });
    await holder.transact(async (records) => {
      await records.saveNote('held', 'yes');
      await expect(other.saveNote('late', 'yes')).rejects.toThrow('locked by another program');
    });
    await other.saveNote('late', 'yes');
    expect(await other.note('held')).toBe('yes');
    await Promise.all([holder.close(), other.close()]);
    await expectWhole(file);
  });

  it('a store of a newer version is refused and left alone', async () => {
    const file = await filled('newer');
    const { DatabaseSync } = await import('node:sqlite');
    const later = new DatabaseSync(file);
    later.exec("insert into kysely_migration values ('9999-later', '2040-01-01')");
    later.close();
    const environment = { WIREBRIEF_DATA: join(folder, 'newer') };
    const started = await run('src/main.ts', ['start'], environment);
    expect(started).toMatchObject({ code: 1 });
    expect(started.printed).toContain('made by a newer version of Wirebrief: install that version');
  });
});
