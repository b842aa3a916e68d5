/** Who may know whom: the arrows of ARCHITECTURE.md, checked against every import in src. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');
const SEAMS = ['wires', 'analysts', 'chats', 'stores'];
/** The rooms of the shell by floor: each knows lower floors only, and none knows who calls it. */
const FLOORS = [
  ['filing'],
  ['amending', 'arrivals'],
  ['answering', 'gathering', 'posting'],
  ['publishing', 'reception'],
];
const CALLERS = ['newsroom.ts', 'bot.ts', 'web.ts', 'main.ts'];
const NODE_FOR_NOUNS = ['node:crypto'];

type Import = { readonly file: string; readonly target: string; readonly local: boolean };

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): Import[] {
  const code = readFileSync(file, 'utf8');
  const pattern = /(?:from\s+|import\s*\(?\s*)'([^']+)'/g;
  return [...code.matchAll(pattern)].map((match) => {
    const name = match[1] ?? '';
    const local = name.startsWith('.');
    const target = local ? relative(SOURCE, resolve(dirname(file), name)) : name;
    return { file: relative(SOURCE, file), target, local };
  });
}

/** The sentence that says why an import is not allowed, or null. */
export function objection({ file, target, local }: Import): string | null {
  const room = file.split('/')[0] ?? '';
  const targetRoom = target.split('/')[0] ?? '';
  if (room === 'news') {
    if (local) return targetRoom === 'news' ? null : 'news knows nothing but news';
    return NODE_FOR_NOUNS.includes(target) ? null : 'news imports no library';
  }
  if (room === 'editing') {
    if (local)
      return ['news', 'editing', 'errors.ts'].includes(targetRoom)
        ? null
        : 'editing knows news only';
    return target.startsWith('node:') && !NODE_FOR_NOUNS.includes(target)
      ? 'editing does no I/O'
      : null;
  }
  if (SEAMS.includes(room) && local) {
    if (['errors.ts', 'log.ts', 'news', room].includes(targetRoom))
      return siblingObjection(file, target);
    return 'a seam knows news and itself only';
  }
  if (local && SEAMS.includes(targetRoom) && file !== 'main.ts' && !file.startsWith('commands/')) {
    return isContract(target) ? null : 'only main.ts and the commands know implementations';
  }
  return local ? floorObjection(room, targetRoom) : null;
}

/** Going up, or from room to room on one floor, would let the shell's rooms tie themselves in a knot. */
function floorObjection(room: string, targetRoom: string): string | null {
  const own = floorOf(room);
  if (own === -1 || room === targetRoom) return null;
  if (CALLERS.includes(targetRoom)) return 'a room of the shell does not know who calls it';
  return floorOf(targetRoom) < own ? null : 'a room of the shell knows lower floors only';
}

const floorOf = (room: string): number => FLOORS.findIndex((rooms) => rooms.includes(room));

/** chats/slack must not import chats/discord; files directly under a seam are shared by it. */
function siblingObjection(file: string, target: string): string | null {
  const [room, own] = file.split('/');
  const [targetRoom, other] = target.split('/');
  if (room !== targetRoom || target.split('/').length < 3) return null;
  return file.split('/').length < 3 || own === other ? null : 'siblings never import siblings';
}

/** The files of a circle of imports, the first again at the end; empty when there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const target of imports.get(file) ?? []) {
      const circle = walk(target, [...way, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = walk(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

function isContract(target: string): boolean {
  return [
    'wires/wire.ts',
    'analysts/analyst.ts',
    'chats/chat.ts',
    'chats/commands.ts',
    'stores/store.ts',
  ].includes(target);
}

describe('boundaries', () => {
  it('every import follows the arrows', () => {
    const objections = filesOf(SOURCE)
      .flatMap(importsOf)
      .map((each) => ({ ...each, why: objection(each) }))
      .filter((each) => each.why !== null)
      .map((each) => `${each.file} imports ${each.target}: ${each.why}`);
    expect(objections).toEqual([]);
  });

  it('no file imports itself by a way round', () => {
    const imports = new Map(
      filesOf(SOURCE).map((file) => [
        relative(SOURCE, file),
        importsOf(file).flatMap(({ local, target }) => (local ? [target] : [])),
      ]),
    );
    expect(circleIn(imports)).toEqual([]);
    const round = { 'a.ts': ['b.ts'], 'b.ts': ['c.ts'], 'c.ts': ['b.ts'] };
    expect(circleIn(new Map(Object.entries(round)))).toEqual(['b.ts', 'c.ts', 'b.ts']);
  });

  it('news and editing read no clock and roll no dice', () => {
    const clocks = /\bDate\.now\(|new Date\(\)|Temporal\.Now|Math\.random|performance\.now/;
    const readers = ['news', 'editing']
      .flatMap((room) => filesOf(join(SOURCE, room)))
      .filter((file) => clocks.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual([]);
  });

  it('refuses what it should refuse', () => {
    const wrong: Import[] = [
      { file: 'news/take.ts', target: 'editing/clean.ts', local: true },
      { file: 'news/take.ts', target: 'zod', local: false },
      { file: 'editing/fold.ts', target: 'node:fs', local: false },
      { file: 'wires/http.ts', target: 'stores/store.ts', local: true },
      { file: 'chats/slack/post.ts', target: 'chats/discord/post.ts', local: true },
      { file: 'newsroom.ts', target: 'chats/slack/slack.ts', local: true },
      { file: 'filing/filing.ts', target: 'amending/amending.ts', local: true },
      { file: 'posting/posting.ts', target: 'gathering/gathering.ts', local: true },
      { file: 'publishing/digests.ts', target: 'newsroom.ts', local: true },
    ];
    expect(wrong.map(objection).filter((why) => why === null)).toEqual([]);
  });
});
