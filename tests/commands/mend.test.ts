/** `mend` at the command line, on a store that a bot has filled. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FilingDesk } from '../../src/filing/filing.ts';
import { record } from '../../src/amending/mending.ts';
import { createOfflineAnalyst } from '../../src/analysts/offline/offline.ts';
import { openSqliteStore } from '../../src/stores/sqlite.ts';
import { takeOf } from '../editing/sample-copy.ts';

const WIRE = 'agency';
const AT = '2026-03-03T10:00:00Z';
const LATER = '2026-03-03T10:05:00Z';
const QUAKE =
  'A magnitude 6.4 earthquake struck the port of Tessaly in Velmora, the mayor Davo Renn said.';

let folder: string;
let event = '';
let story = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-mend-'));
  mkdirSync(join(folder, 'config'));
  writeFileSync(join(folder, 'config', 'wirebrief.yaml'), 'name: Desk\n');
  writeFileSync(
    join(folder, 'config', 'topics.yaml'),
    '- { slug: quakes, title: Quakes, words: [earthquake] }\n',
  );
  const store = await openSqliteStore(join(folder, 'data', 'wirebrief.db'));
  const takes = ['Quake hits Tessaly in Velmora', 'Quake hits Velmora port Tessaly'].map(
    (headline, index) =>
      takeOf({ guid: `g${index}`, provider: `P${index}`, text: QUAKE, headline, wire: WIRE }),
  );
  const circumstances = { receivedAt: AT, background: false };
  const filed = await new FilingDesk().file(
    store,
    takes.map((take) => ({ take: { ...take, sentAt: AT }, circumstances })),
  );
  const stored = filed[1]?.event;
  if (!stored) throw new Error('nothing was filed');
  event = stored.id;
  story = filed[1]?.story.id ?? '';
  const parts = { store, analyst: createOfflineAnalyst(), now: () => Date.parse(AT) };
  const reader = { channel: 'terminal:quakes', person: 'ann' };
  await record(parts, { ...reader, kind: 'not-relevant', event: stored, topics: ['quakes'] });
  await record(parts, { ...reader, kind: 'wrong-merge', event: stored, story });
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...line: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    PATH: process.env['PATH'] ?? '',
    WIREBRIEF_DATA: join(folder, 'data'),
    WIREBRIEF_CLOCK: AT,
  };
  const words = [...line, '--config', join(folder, 'config')];
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/main.ts', ...words], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
    });
  });
}

type Found = { events: { event: { id: string }; stories: { id: string }[] }[] };
const find = async () => JSON.parse((await run('mend', 'find', 'Tessaly', '--json')).out) as Found;

it('lists what readers say, and confirms it', async () => {
  const listed = await run('mend', 'list');
  expect(listed.out).toContain('wrong-merge  Quake hits');
  const verdict = listed.out.split(' ')[0] ?? '';
  expect(await find()).toMatchObject({ events: [{ event: { id: event } }] });
  expect((await run('mend', 'confirm', verdict)).out).toContain('confirmed');
  expect((await run('mend', 'list')).out).toContain('No verdict waits.');
});

it('merges what is apart, and splits it again', async () => {
  const apart = await find();
  expect(apart.events).toHaveLength(2);
  const own = apart.events.find((each) => each.stories.some(({ id }) => id === story));
  expect((await run('mend', 'merge', own?.event.id ?? '', event)).out).toContain('same-event');
  expect(await find()).toMatchObject({ events: [{ event: { id: event } }] });
  expect((await run('mend', 'split', story)).code).toBe(0);
});

it('tells in the dry run what readers found not relevant', async () => {
  const config = join(folder, 'config', 'wirebrief.yaml');
  writeFileSync(config, 'channels: [{ channel: "terminal:quakes", topics: [quakes] }]\n');
  const { out } = await run('digest', 'terminal:quakes', '--dry-run', '--at', LATER);
  expect(out).toContain('reported as not relevant by 1');
});

it('exports decided verdicts as cases, with text only of wires that permit it, and only once', async () => {
  const target = join(folder, 'cases');
  const config = join(folder, 'config', 'wirebrief.yaml');
  writeFileSync(config, 'name: Desk\n');
  expect((await run('mend', 'export', target)).out).toMatch(/^[1-9]\d* cases written/);
  const bare = readdirSync(target);
  expect(bare.some((name) => name.startsWith('not-relevant-'))).toBe(true);
  for (const name of bare) {
    expect(readdirSync(join(target, name))).toEqual(['expected.json']);
    const expected = readFileSync(join(target, name, 'expected.json'), 'utf8');
    expect(expected).not.toMatch(/Tessaly|ann|quakes"?:|terminal/);
  }
  const [first = ''] = bare;
  writeFileSync(join(target, first, 'expected.json'), 'mine');
  expect((await run('mend', 'export', target)).out).toContain('0 cases written');
  expect(readFileSync(join(target, first, 'expected.json'), 'utf8')).toBe('mine');
  writeFileSync(config, `wires: [{ name: ${WIRE}, push: true, exportText: true }]\n`);
  const whole = join(folder, 'whole');
  await run('mend', 'export', whole);
  const name = readdirSync(whole).find((each) => each.startsWith('wrong-merge-')) ?? '';
  expect(readdirSync(join(whole, name))).toEqual(['expected.json', 'source-1.txt', 'source-2.txt']);
  const source = readFileSync(join(whole, name, 'source-1.txt'), 'utf8');
  expect(source).toMatch(/^Quake hits .*\n\nA magnitude 6\.4/);
});

it('lists what is held', async () => {
  expect((await run('mend', 'held')).out.trim()).toBe('Nothing is held.');
});

it.each([
  [['mend', 'dance'], 2, 'Usage: mend find'],
  [['mend', 'split', 'none'], 1, 'No event holds'],
  [['mend', 'confirm', 'none'], 1, 'no verdict none'],
  [['mend', 'merge', 'one'], 1, 'Name two events'],
  [['mend', 'release', 'none'], 1, 'There is no story none'],
])('%j is answered with a sentence', async (line, code, sentence) => {
  const outcome = await run(...line);
  expect(outcome.err).toContain(sentence);
  expect(outcome.code).toBe(code);
});
