/** The real process with a model key: cards by the model, by the rules when its server is gone. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/news/card.ts';
import { MODEL_KEY, startFakeModel, type FakeModel } from '../fakes/model/fake-model.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STORY = `Norland, Sudland ease export rules

PORT MARY, March 12 (Test Wire) - Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April 21, a joint statement said.
`;

let folder: string;
let model: FakeModel;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-model-'));
  writeFileSync(join(folder, 'story.txt'), STORY);
  model = await startFakeModel();
});
afterAll(async () => {
  await model.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a command; gives its exit code and all it printed. */
function run(words: string[], environment: Record<string, string>): Promise<[number, string]> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, WIREBRIEF_DATA: folder, ...environment };
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/main.ts'), ...words], {
      cwd: ROOT,
      env,
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('close', (code) => settle([code ?? -1, printed]));
  });
}

async function cardWith(environment: Record<string, string>): Promise<Card> {
  const [code, printed] = await run(['brief', join(folder, 'story.txt'), '--json'], environment);
  expect(code, printed).toBe(0);
  const { briefs } = JSON.parse(printed) as { briefs: { card: Card }[] };
  if (!briefs[0]) throw new Error('there is no brief');
  return briefs[0].card;
}

const settings = () => ({
  OPENAI_API_KEY: MODEL_KEY,
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_MODEL: 'fake-1',
});

describe('with a model key', () => {
  it('a brief is read by the model, and by the rules when the server is gone', async () => {
    const card = await cardWith(settings());
    expect(card.origin).toMatchObject({ analyst: 'openai', model: 'fake-1', dropped: 0 });
    const alone = await cardWith({ ...settings(), OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' });
    expect(alone.origin.analyst).toBe('offline');
    expect(alone.summary.length).toBeGreaterThan(0);
    expect((await cardWith({})).summary).toEqual(alone.summary);
  }, 60_000);

  it('the doctor asks the server and never prints the key', async () => {
    const [, right] = await run(['doctor'], settings());
    expect(right).toMatch(/ok +model +fake-1 answers/);
    const [code, wrong] = await run(['doctor'], {
      ...settings(),
      OPENAI_API_KEY: 'wrong-key-000000',
    });
    expect(code).toBe(1);
    expect(wrong).toMatch(/FAIL +model .*OPENAI_API_KEY/);
    const [, lost] = await run(['doctor'], { ...settings(), OPENAI_BASE_URL: 'localhost' });
    expect(lost).toMatch(/FAIL +model +OPENAI_BASE_URL must be/);
    expect(right + wrong).not.toMatch(/fake-key|wrong-key/);
  }, 60_000);
});

it('without a key nothing loads the model library', () => {
  const source = join(ROOT, 'src');
  const importing = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('analysts/openai/'))
    .filter((name) =>
      /from '(?:openai|[^']*\/openai\/)/.test(readFileSync(join(source, name), 'utf8')),
    );
  expect(importing).toEqual([]);
});
