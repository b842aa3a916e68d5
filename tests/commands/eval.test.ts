/** `eval` where it cannot run: each time one sentence that says what to do. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
let deployed: string;

/** As in the image: sources and modules, no tests. */
beforeAll(() => {
  deployed = mkdtempSync(join(tmpdir(), 'wirebrief-deployed-'));
  cpSync(join(PROJECT, 'src'), join(deployed, 'src'), { recursive: true });
  cpSync(join(PROJECT, 'package.json'), join(deployed, 'package.json'));
  symlinkSync(join(PROJECT, 'node_modules'), join(deployed, 'node_modules'));
});
afterAll(() => rmSync(deployed, { recursive: true, force: true }));

function run(cwd: string, ...line: string[]): Promise<{ code: number; err: string }> {
  const env = { PATH: process.env['PATH'] ?? '' };
  return new Promise((done) => {
    execFile(process.execPath, line, { cwd, env }, (error, _out, err) =>
      done({ code: error ? Number(error.code ?? 1) : 0, err }),
    );
  });
}

describe('eval', () => {
  it('says where the stories are when a deployed bot has none', async () => {
    const { code, err } = await run(deployed, 'src/main.ts', 'eval');
    expect(code).toBe(1);
    expect(err).toContain('run eval in a checkout of the project');
  });

  it.each([
    [['--data', 'no-such-folder'], 1, 'There is no folder no-such-folder.'],
    [['surplus'], 2, 'Usage: eval'],
    [['--wrong'], 2, 'Usage: eval'],
  ])('%j', async (line, code, sentence) => {
    const outcome = await run(PROJECT, 'tests/evals/eval.ts', ...line);
    expect(outcome).toMatchObject({ code });
    expect(outcome.err).toContain(sentence);
  });
});
