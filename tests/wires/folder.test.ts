/** A drop folder on a real disk. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
} from 'node:fs';
import { renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolderWire } from '../../src/wires/folder.ts';
import type { Reading } from '../../src/wires/wire.ts';
import { surroundingsFor } from './bench.ts';
import { wireContract } from './contract.ts';

const QUAKE = `Quake rattles Oskra

OSKRA, March 12 (Harbour Post) - A light earthquake rattled the port of Oskra on Thursday, the institute of geology said. Nobody was hurt.
`;
const PAGE = `<!doctype html><html><head><title>Talks go on</title></head><body><article>
<h1>Talks go on in Tessaly</h1><p>The talks on water rights went on in Tessaly on Thursday, a spokeswoman said after the second round.</p>
<p>Both sides will meet again next week, she told reporters at the town hall.</p></article></body></html>`;

let folder: string;
let machineNow: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-folder-'));
  machineNow = Date.now();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openWire() {
  const { clock, surroundings } = surroundingsFor();
  const settings = { name: 'drop', folder, everyMs: 10_000, fileNow: () => machineNow };
  return { clock, wire: createFolderWire(settings, surroundings) };
}

/** Drops a file that was last touched so many seconds ago. */
function drop(name: string, content: string | Uint8Array, ageSeconds = 60): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const at = new Date(machineNow - ageSeconds * 1_000);
  utimesSync(path, at, at);
  return path;
}

const files = ({ found }: Reading): (string | null)[] => found.map(({ file }) => file);
const inside = (name: string): string[] =>
  existsSync(join(folder, name)) ? readdirSync(join(folder, name)).sort() : [];

wireContract('folder', async () => {
  const { clock, wire } = openWire();
  const away = `${folder}-away`;
  return {
    wire,
    clock,
    offer(stories) {
      for (const { headline, text } of stories)
        drop(`${headline.toLowerCase().replaceAll(' ', '-')}.txt`, `${headline}\n\n${text}\n`);
    },
    spoil: () =>
      void drop(
        'noise.bin',
        Uint8Array.from({ length: 400 }, (_, at) => at % 7),
      ),
    source: {
      breakDown: () => renameSync(folder, away),
      mend: () => renameSync(away, folder),
    },
    close: () => rmSync(away, { recursive: true, force: true }),
  };
});

describe('what is read', () => {
  it('reads text and pages, in sub-folders too, oldest first', async () => {
    drop('evening/desk/talks.html', PAGE, 30);
    drop('quake.txt', QUAKE, 90);
    const reading = await openWire().wire.read(null);
    expect(files(reading)).toEqual(['quake.txt', 'evening/desk/talks.html']);
    expect(reading.found.map(({ copy }) => copy.format)).toEqual(['text', 'html']);
    expect(reading.found[1]?.copy.headline).toBe('Talks go on in Tessaly');
  });

  it('moves files aside once it is told that they are stored, and keeps their names apart', async () => {
    const { wire } = openWire();
    for (const text of [QUAKE, QUAKE.replace('light', 'strong')]) {
      drop('evening/quake.txt', text);
      const { settle, found } = await wire.read(null);
      expect(found).toHaveLength(1);
      expect(existsSync(join(folder, 'evening/quake.txt'))).toBe(true);
      await settle?.();
      expect(existsSync(join(folder, 'evening/quake.txt'))).toBe(false);
    }
    expect(inside('.read/evening')).toEqual(['quake.txt', 'quake.txt.1']);
    expect(readFileSync(join(folder, '.read/evening/quake.txt'), 'utf8')).toBe(QUAKE);
    expect(files(await wire.read(null))).toEqual([]);
  });

  it('works through a full folder in bounded readings, one after the other', async () => {
    for (let number = 0; number < 230; number += 1)
      drop(`n${number}.txt`, QUAKE.replace('light', `number ${number}`), 500 - number);
    const { wire, clock } = openWire();
    const first = await wire.read(null);
    expect([first.found.length, files(first)[0]]).toEqual([200, 'n0.txt']);
    expect(Date.parse(first.bookmark.nextReadAt ?? '')).toBe(clock.now);
    await first.settle?.();
    expect((await wire.read(first.bookmark)).found).toHaveLength(30);
  });
});

describe('half-written files', () => {
  it('waits until nobody has touched a file for two seconds', async () => {
    const path = drop('quake.txt', QUAKE.slice(0, 40), 1);
    const { wire } = openWire();
    expect(files(await wire.read(null))).toEqual([]);
    machineNow += 1_500;
    appendFileSync(path, QUAKE.slice(40));
    const touched = new Date(machineNow);
    utimesSync(path, touched, touched);
    expect(files(await wire.read(null))).toEqual([]);
    machineNow += 2_000;
    const { found } = await wire.read(null);
    expect(found[0]?.copy.paragraphs.join(' ')).toContain('Nobody was hurt.');
  });

  it('goes by its own looks when a file is stamped in the future', async () => {
    const path = drop('quake.txt', QUAKE.slice(0, 40), -3_600);
    const { wire } = openWire();
    expect(files(await wire.read(null))).toEqual([]);
    machineNow += 5_000;
    appendFileSync(path, QUAKE.slice(40));
    utimesSync(path, new Date(machineNow + 9e6), new Date(machineNow + 9e6));
    expect(files(await wire.read(null))).toEqual([]);
    machineNow += 2_000;
    expect(files(await wire.read(null))).toEqual(['quake.txt']);
  });

  it.each(['.quake.txt', 'quake.txt.part', 'quake.txt.tmp', 'quake.txt~', 'quake.filepart'])(
    'leaves %s alone: somebody is at it',
    async (name) => {
      drop(name, QUAKE);
      const { found, problems } = await openWire().wire.read(null);
      expect([found, problems]).toEqual([[], []]);
    },
  );

  it('does not move aside a file that was exchanged while it was stored', async () => {
    drop('quake.txt', QUAKE);
    const { wire } = openWire();
    const first = await wire.read(null);
    drop('quake.txt', QUAKE.replace('light', 'strong'), 30);
    await first.settle?.();
    const { found } = await wire.read(first.bookmark);
    expect(found[0]?.copy.paragraphs.join(' ')).toContain('strong earthquake');
  });
});

describe('what cannot be read', () => {
  it('sets aside what is binary, empty or huge, says why, and goes on', async () => {
    drop(
      'a-picture.jpg',
      Uint8Array.from({ length: 2_000 }, (_, at) => (at * 7919) % 251),
    );
    drop('b-empty.txt', '', 120);
    truncateSync(drop('c-huge.txt', 'x'), 21_000_000);
    utimesSync(join(folder, 'c-huge.txt'), new Date(machineNow - 6e4), new Date(machineNow - 6e4));
    drop('quake.txt', QUAKE);
    const { wire } = openWire();
    const reading = await wire.read(null);
    expect(files(reading)).toEqual(['quake.txt']);
    expect(reading.problems.map(({ sentence }) => sentence.split(':')[0]).sort()).toEqual([
      'a-picture.jpg',
      'b-empty.txt',
      'c-huge.txt',
    ]);
    expect(reading.bookmark.error).toBeNull();
    await reading.settle?.();
    expect(inside('.refused')).toHaveLength(6);
    const why = readFileSync(join(folder, '.refused/c-huge.txt.problem.txt'), 'utf8');
    expect(why).toContain('larger than 20 MB');
    expect((await wire.read(reading.bookmark)).problems).toEqual([]);
  });

  it('gives a writer a minute to fill an empty file', async () => {
    drop('later.txt', '', 20);
    const { wire } = openWire();
    expect((await wire.read(null)).problems).toEqual([]);
    drop('later.txt', QUAKE, 10);
    expect(files(await wire.read(null))).toEqual(['later.txt']);
  });

  it('follows no symbolic link, to a file or a folder, and does not wait at a pipe', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'wirebrief-outside-'));
    writeFileSync(join(outside, 'secret.txt'), QUAKE);
    utimesSync(join(outside, 'secret.txt'), new Date(0), new Date(0));
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'));
    symlinkSync(outside, join(folder, 'linked'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    machineNow += 60_000;
    const { found, problems, settle } = await openWire().wire.read(null);
    expect([found, problems, settle]).toEqual([[], [], null]);
    rmSync(outside, { recursive: true });
  });

  it('reads a file once that cannot be moved, says so, and holds up no other', async () => {
    drop('a.txt', QUAKE);
    drop('b.txt', QUAKE.replace('light', 'strong'), 50);
    writeFileSync(join(folder, '.read'), 'in the way of the archive');
    const { wire } = openWire();
    const first = await wire.read(null);
    expect(files(first)).toEqual(['a.txt', 'b.txt']);
    await first.settle?.();
    const second = await wire.read(first.bookmark);
    expect(second.found).toEqual([]);
    expect(second.problems[0]?.sentence).toContain('cannot be moved aside');
    drop('a.txt', QUAKE.replace('light', 'third'), 40);
    expect(files(await wire.read(second.bookmark))).toEqual(['a.txt']);
  });

  it('says in a sentence that the folder is not there', async () => {
    rmSync(folder, { recursive: true });
    const { bookmark } = await openWire().wire.read(null);
    expect(bookmark.error).toMatch(/^The folder of wire drop cannot be read \(ENOENT\): check/);
  });
});

describe('a file that breaks off', () => {
  const whole = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><guid isPermaLink="false">h-1</guid><title>Quay opens</title><description>The new quay of Oskra was opened on Thursday.</description></item>
<item><title>Ferry fares rise</title><description>Fares of the ferry rise by a tenth in May.</description><guid isPermaLink="false">h-2</guid></item></channel></rss>`;
  const half = whole.slice(0, whole.indexOf(' in May'));
  const guids = ({ found }: Reading): (string | null)[] => found.map(({ copy }) => copy.guid);

  it('waits a minute for its rest', async () => {
    const { wire } = openWire();
    drop('feed.xml', half, 5);
    expect(files(await wire.read(null))).toEqual([]);
    expect(inside('.read')).toEqual([]);
    drop('feed.xml', whole, 3);
    expect(guids(await wire.read(null))).toEqual(['h-1', 'h-2']);
  });

  it('gives no story whose id has not come, when the rest does not', async () => {
    const { wire } = openWire();
    drop('feed.xml', half, 61);
    const reading = await wire.read(null);
    expect(guids(reading)).toEqual(['h-1']);
    expect(reading.problems[0]?.code).toBe('cut-off');
  });
});

describe('the first reading after a start', () => {
  it('waits for a file that was just written', async () => {
    const { surroundings } = surroundingsFor();
    const wait = (lengthMs: number): Promise<void> => {
      machineNow += lengthMs;
      return Promise.resolve();
    };
    const settings = { name: 'drop', folder, everyMs: 10_000, fileNow: () => machineNow, wait };
    const wire = createFolderWire(settings, surroundings);
    drop('quake.txt', QUAKE, 1);
    const first = await wire.read(null);
    expect(files(first)).toEqual(['quake.txt']);
    await first.settle?.();
    drop('talks.txt', QUAKE, 1);
    expect(files(await wire.read(null))).toEqual([]);
  });
});
