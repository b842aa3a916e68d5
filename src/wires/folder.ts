/** A drop folder: files are read when they are whole, and moved aside once their takes are stored. */
import { relative } from 'node:path';
import { problem, type Problem } from '../news/problem.ts';
import { brokenOff, failed, worked } from './bookkeeping.ts';
import { filesBelow, readWhole, type Seen } from './folder-files.ts';
import { moveAside, type Move } from './folder-moves.ts';
import type { Parsed } from './formats/format.ts';
import { parseSource } from './formats/formats.ts';
import type { Surroundings } from './surroundings.ts';
import { freshBookmark, type Bookmark, type Found, type Reading, type Wire } from './wire.ts';

export type FolderSettings = {
  readonly name: string;
  readonly folder: string;
  readonly everyMs: number;
  /** the machine's time, by which files are stamped; epoch milliseconds */
  readonly fileNow?: () => number;
  /** lets time pass; without it the first reading does not wait for a file that was just written */
  readonly wait?: (lengthMs: number) => Promise<unknown>;
};

/** Files and bytes of one reading; what is left waits for the next one, which comes at once. */
const FILES_MAX = 200;
const READING_BYTES_MAX = 60_000_000;
const FILE_BYTES_MAX = 20_000_000;
/** A file that nobody has touched for this long is whole. */
const QUIET_MS = 2_000;
/** Some programs make an empty file first and fill it later, or stop for a while in its midst. */
const UNFINISHED_QUIET_MS = 60_000;
const UNFINISHED: readonly string[] = ['malformed', 'cut-off', 'not-news'];
const STUCK_MAX = 10_000;

/** What is remembered between two readings; a restart may forget it without harm. */
type Memory = {
  /** how files looked at the last reading, and since when: for those stamped in the future */
  looks: Map<string, { readonly stamp: string; readonly since: number }>;
  /** files that are stored and could not be moved: they are not read again */
  readonly stuck: Map<string, string>;
  /** why the last one could not be moved; told with the next reading */
  trouble: Problem | null;
  /** has the folder been read since the start? */
  isKnown: boolean;
};

/** A wire that reads files dropped into a folder and its sub-folders. */
export function createFolderWire(settings: FolderSettings, surroundings: Surroundings): Wire {
  const memory: Memory = { looks: new Map(), stuck: new Map(), trouble: null, isKnown: false };
  return {
    name: settings.name,
    read: (bookmark, signal) => read(settings, surroundings, memory, { bookmark, signal }),
  };
}

async function read(
  settings: FolderSettings,
  surroundings: Surroundings,
  memory: Memory,
  given: { readonly bookmark: Bookmark | null; readonly signal: AbortSignal | undefined },
): Promise<Reading> {
  const { folder, everyMs } = settings;
  const bookmark = given.bookmark ?? freshBookmark(settings.name, null);
  const problems: Problem[] = memory.trouble === null ? [] : [memory.trouble];
  memory.trouble = null;
  let files: readonly Seen[];
  try {
    files = await filesOf(settings, memory, problems);
  } catch (error) {
    const sentence = `The folder of wire ${settings.name} cannot be read (${codeOf(error)}): check that ${folder} is there and may be read.`;
    return failed(bookmark, { code: 'unreadable', sentence }, everyMs, surroundings);
  }
  const found: Found[] = [];
  const moves: Move[] = [];
  let bytes = 0;
  let filesRead = 0;
  for (const file of files.slice(0, FILES_MAX)) {
    if (given.signal?.aborted) return brokenOff(bookmark);
    if (bytes > READING_BYTES_MAX) break;
    await readOne(settings, file, { found, problems, moves });
    bytes += Math.min(file.size, FILE_BYTES_MAX);
    filesRead += 1;
  }
  const isMoreWaiting = files.length > filesRead;
  const settle = moves.length === 0 ? null : () => settled(folder, moves, memory);
  const next = worked(bookmark, isMoreWaiting ? 0 : everyMs, surroundings);
  return { found, problems, bookmark: next, settle };
}

const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? 'unknown reason';

/**
 * The files that can be read. At the start one that is being written is waited for: what lay there
 * belongs into the first digest.
 */
async function filesOf(
  settings: FolderSettings,
  memory: Memory,
  problems: Problem[],
): Promise<Seen[]> {
  const seen = await filesBelow(settings.folder, problems);
  const whole = wholeFiles(seen, settings, memory);
  const isFirst = !memory.isKnown;
  memory.isKnown = true;
  if (!isFirst || settings.wait === undefined || whole.length === seen.length) return whole;
  await settings.wait(QUIET_MS);
  return wholeFiles(await filesBelow(settings.folder, []), settings, memory);
}

async function readOne(
  { folder, fileNow }: FolderSettings,
  file: Seen,
  into: { found: Found[]; problems: Problem[]; moves: Move[] },
): Promise<void> {
  const name = relative(folder, file.path);
  const refuse = (code: string, why: string): void => {
    into.problems.push(problem(code, `${name}: ${why}`));
    into.moves.push({ file, to: 'refused', why });
  };
  if (file.size > FILE_BYTES_MAX)
    return refuse('too-large', `The file is larger than ${FILE_BYTES_MAX / 1e6} MB.`);
  let bytes: Uint8Array | null;
  try {
    bytes = await readWhole(file);
  } catch (error) {
    return refuse('unreadable', `The file cannot be read (${codeOf(error)}).`);
  }
  if (bytes === null) return undefined; // it is gone or still growing: another reading will see
  const { copies, problems } = await parsed(bytes);
  // a program that stopped in the midst may go on: half a file would be filed as another story
  const untouchedMs = (fileNow ?? Date.now)() - file.modifiedMs;
  const isWaitedFor = untouchedMs >= 0 && untouchedMs < UNFINISHED_QUIET_MS;
  if (isWaitedFor && problems.some(({ code }) => UNFINISHED.includes(code))) return undefined;
  if (copies.length === 0)
    return refuse(problems[0]?.code ?? 'not-news', problems[0]?.sentence ?? 'It holds no story.');
  into.problems.push(...problems.map((each) => problem(each.code, `${name}: ${each.sentence}`)));
  into.found.push(...copies.map((copy) => ({ copy, file: name })));
  into.moves.push({ file, to: 'read', why: '' });
}

/** A file that a parser stumbles over is set aside like any other that cannot be read. */
async function parsed(bytes: Uint8Array): Promise<Parsed> {
  try {
    return await parseSource({ bytes, contentType: null, baseUrl: null });
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 200) : 'unknown reason';
    const sentence = `Something went wrong inside Wirebrief with this file (${why}).`;
    return { copies: [], problems: [problem('internal', sentence)] };
  }
}

/**
 * Files that are whole, oldest first: untouched for two seconds, or, when their stamp lies in the
 * future, of the same look for two seconds.
 */
function wholeFiles(seen: readonly Seen[], settings: FolderSettings, memory: Memory): Seen[] {
  const now = (settings.fileNow ?? Date.now)();
  const looks: Memory['looks'] = new Map();
  const whole = seen.filter((file) => {
    const stamp = stampOf(file);
    if (memory.stuck.get(file.path) === stamp) return false;
    const known = memory.looks.get(file.path);
    const since = known?.stamp === stamp ? known.since : now;
    looks.set(file.path, { stamp, since });
    const untouchedMs = file.modifiedMs > now ? now - since : now - file.modifiedMs;
    return untouchedMs >= (file.size === 0 ? UNFINISHED_QUIET_MS : QUIET_MS);
  });
  memory.looks = looks;
  return whole.toSorted((a, b) => a.modifiedMs - b.modifiedMs || (a.path < b.path ? -1 : 1));
}

const stampOf = ({ size, modifiedMs }: Seen): string => `${size} ${modifiedMs}`;

/** Moves files aside; one that cannot be moved is remembered and holds up no other. */
async function settled(folder: string, moves: readonly Move[], memory: Memory): Promise<void> {
  for (const move of moves) {
    try {
      await moveAside(folder, move);
      memory.stuck.delete(move.file.path);
    } catch (error) {
      if (memory.stuck.size >= STUCK_MAX) memory.stuck.clear();
      memory.stuck.set(move.file.path, stampOf(move.file));
      const name = relative(folder, move.file.path);
      const sentence = `${name}: The file is read and cannot be moved aside (${codeOf(error)}): allow Wirebrief to write in ${folder}.`;
      memory.trouble = problem('stuck', sentence);
    }
  }
}
