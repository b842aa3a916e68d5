/** The command line as people type it: right, wrong, and with files of every kind. */
import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Outcome = { readonly code: number; readonly out: string; readonly err: string };

type Inspected = {
  readonly takes: readonly { readonly id: string; readonly file: string }[];
  readonly problems: readonly { readonly file: string }[];
};

const STORY = `Norland, Sudland ease export rules

PORT MARY, March 12, 2026 (Test Wire) - Officials of Norland and Sudland agreed on Thursday to ease their export rules, both sides said after talks in Port Mary.

They will meet again in Sudhaven on April 21, a joint statement said.

"This helps our companies," trade minister Ada Lindqvist told reporters.
`;

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-cli-'));
  mkdirSync(at('stories'));
  mkdirSync(at('nothing'));
  writeFileSync(at('stories', 'talks.txt'), STORY);
  writeFileSync(at('empty.txt'), '');
  writeFileSync(
    at('binary.bin'),
    Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 37) % 256)),
  );
  mkdirSync(at('config'));
  writeFileSync(at('config', 'wirebrief.yaml'), 'name: Desk\n');
  writeFileSync(
    at('config', 'topics.yaml'),
    '- { slug: export-controls, title: Export controls, words: [export] }\n',
  );
  mkdirSync(at('bad-config'));
  writeFileSync(
    at('bad-config', 'wirebrief.yaml'),
    'channels:\n  - { channel: "terminal:a" }\n  - { channel: "terminal:b", schedule: ["7am"] }\n',
  );
  writeFileSync(at('bad-config', 'topics.yaml'), '[]\n');
  chmodSync(at('empty.txt'), 0o644);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...line: string[]): Promise<Outcome> {
  return runWith({}, ...line);
}

function runWith(more: Record<string, string>, ...line: string[]): Promise<Outcome> {
  const env = { PATH: process.env['PATH'] ?? '', WIREBRIEF_DATA: at('data'), ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/main.ts', ...line], { env }, (error, out, err) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, out, err });
    });
  });
}

describe('the demo', () => {
  it('shows a digest of the bundled wires, once, and ends', async () => {
    const { code, out, err } = await run('demo', '--once');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Trade desk');
    expect(out).toContain('Next:');
    expect(out.match(/^\s*Sources: /gm)?.length).toBeGreaterThanOrEqual(4);
  });
});

describe('output that nobody reads to its end', () => {
  it('is no mistake', async () => {
    const shell = spawn('sh', [
      '-c',
      `"${process.execPath}" src/main.ts inspect tests/samples | head -1`,
    ]);
    let err = '';
    shell.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await new Promise((resolve) => shell.once('exit', resolve));
    expect(err).toBe('');
  });
});

describe('reading files', () => {
  it('inspect shows the take', async () => {
    const { code, out } = await run('inspect', at('stories', 'talks.txt'));
    expect(code).toBe(0);
    const { takes, problems } = JSON.parse(out) as {
      takes: Record<string, unknown>[];
      problems: unknown[];
    };
    expect(problems).toEqual([]);
    expect(takes[0]).toMatchObject({
      headline: 'Norland, Sudland ease export rules',
      dateline: { place: 'PORT MARY', source: 'Test Wire' },
      format: 'text',
      signal: 'new',
    });
  });

  it.each([
    ['2026-03-14T09:00:00Z', '2026-04-21'],
    ['2026-11-14T09:00:00Z', null],
  ])('copy dated without a year, read at %s, meets again on %s', async (clock, date) => {
    writeFileSync(at('fresh.txt'), STORY.replace('March 12, 2026', 'March 12'));
    const { out } = await runWith({ WIREBRIEF_CLOCK: clock }, 'brief', '--json', at('fresh.txt'));
    const { briefs } = JSON.parse(out) as {
      briefs: { card: { next: { when: { date: string | null } }[] } }[];
    };
    expect(briefs[0]?.card.next[0]?.when.date).toBe(date);
  });

  it('inspect and desk name a take alike, and read what a link leads to', async () => {
    mkdirSync(at('linked'));
    symlinkSync(at('stories', 'talks.txt'), at('linked', 'b.txt'));
    symlinkSync(at('nowhere'), at('linked', 'a.txt'));
    symlinkSync('circle.txt', at('linked', 'circle.txt'));
    symlinkSync(at('stories'), at('linked', 'stories'));
    const inspected = JSON.parse((await run('inspect', at('linked'))).out) as Inspected;
    expect(inspected.takes.map(({ file }) => file)).toEqual(['b.txt']);
    expect(inspected.problems.map(({ file }) => file)).toEqual(['a.txt', 'circle.txt', 'stories']);
    const desk = JSON.parse((await run('desk', at('linked'))).out) as { changes: unknown };
    expect(desk.changes).toMatchObject([{ take: inspected.takes[0]?.id, change: 'opened' }]);
  });

  it('brief reads standard input', async () => {
    const shell = spawn(process.execPath, ['src/main.ts', 'brief', '-']);
    shell.stdin.end(STORY);
    let out = '';
    shell.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await new Promise((resolve) => shell.once('close', resolve));
    expect(JSON.parse(out)).toMatchObject({
      briefs: [{ card: { where: [{ place: 'Port Mary' }] } }],
    });
  });

  it('desk files a folder', async () => {
    const { code, out } = await run('desk', at('stories'));
    expect(code).toBe(0);
    const { changes, stories, events } = JSON.parse(out) as Record<string, unknown[]>;
    expect(changes).toMatchObject([{ file: 'talks.txt', change: 'opened' }]);
    expect([stories?.length, events?.length]).toEqual([1, 1]);
  });

  it('brief gives a card whose every fact slices back', async () => {
    const file = at('stories', 'talks.txt');
    const { code, out } = await run('brief', file);
    expect(code).toBe(0);
    const { briefs } = JSON.parse(out) as { briefs: { card: Record<string, unknown> }[] };
    const { takes } = JSON.parse((await run('inspect', file)).out) as { takes: { text: string }[] };
    const text = takes[0]?.text ?? '';
    const proofs = [
      ...JSON.stringify(briefs[0]?.card).matchAll(
        /"start":(\d+),"end":(\d+),"quote":("(?:[^"\\]|\\.)*")/g,
      ),
    ];
    expect(proofs.length).toBeGreaterThan(3);
    for (const [, start, end, quote] of proofs)
      expect(text.slice(Number(start), Number(end))).toBe(JSON.parse(quote ?? ''));
  });

  it('ask answers from a file, and says when it does not tell', async () => {
    const file = at('stories', 'talks.txt');
    const told = await run('ask', 'Where will they meet again?', '--in', file);
    expect(JSON.parse(told.out)).toMatchObject({ abstained: false });
    expect(told.out).toContain('Sudhaven');
    const untold = await run('ask', 'Who won the football cup?', '--in', file);
    expect(JSON.parse(untold.out)).toMatchObject({ abstained: true, evidence: [] });
  });
});

describe('bad input', () => {
  it.each([
    ['a file that is not there', 1, ['inspect', 'no-such-file.txt'], 'There is no file or folder'],
    ['an unknown command', 2, ['dance'], 'There is no command "dance"'],
    ['a missing word', 2, ['inspect'], 'Usage: inspect FILE'],
    ['an unknown option', 2, ['inspect', 'x', '--loud'], '--loud'],
    ['a channel of no shape', 2, ['digest', 'irc:here'], '"irc:here" is not a channel'],
    [
      'a configuration that is not there',
      1,
      ['digest', 'terminal:a', '--config', '/nowhere'],
      'there is no such file',
    ],
    ['an address of a private network', 1, ['inspect', 'http://127.0.0.1:9/feed'], 'private'],
  ])('%s', async (_what, code, line, sentence) => {
    const outcome = await run(...line);
    expect(outcome.err).toContain(sentence);
    expect(outcome.code).toBe(code);
    expect(outcome.err).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['empty', 'empty.txt'],
    ['binary', 'binary.bin'],
    ['folder without files', 'nothing'],
  ])('%s', async (_what, name) => {
    const { code, err } = await run('inspect', at(name));
    expect(code).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('lists configuration problems with their path', async () => {
    const { code, err } = await run('digest', 'terminal:a', '--config', at('bad-config'));
    expect(code).toBe(1);
    expect(err).toContain('channels[1].schedule[0]: "7am" is not HH:MM');
  });

  it('names the nearest topic', async () => {
    const { code, err } = await run('brief', 'export-contols', '--config', at('config'));
    expect(code).toBe(1);
    expect(err).toContain('The nearest: export-controls');
  });

  it('lists the agenda of a topic, and names the nearest for one that is none', async () => {
    const { code, err } = await run('agenda', 'export-contols', '--config', at('config'));
    expect(code).toBe(1);
    expect(err).toContain('The nearest: export-controls');
    const known = await run('agenda', 'Export controls', '--config', at('config'));
    expect(known.out).toContain('/agenda/export-controls.ics');
  });
});

describe('help', () => {
  it('lists every command and explains one', async () => {
    const all = await run('--help');
    for (const name of [
      'start',
      'demo',
      'inspect',
      'desk',
      'brief',
      'ask',
      'agenda',
      'digest',
      'doctor',
      'backup',
    ])
      expect(all.out).toContain(`  ${name}`);
    expect((await run('digest', '--help')).out).toContain('--dry-run');
  });
});
