/** Reads what the command line names: files, folders, addresses, standard input. */
import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, relative } from 'node:path';
import type { Config } from '../config.ts';
import { clean } from '../editing/clean.ts';
import { NewsroomError, sentenceOf } from '../errors.ts';
import type { Problem } from '../news/problem.ts';
import type { Copy, Take } from '../news/take.ts';
import type { Assembly } from './assembly.ts';

/** Largest file or input that is read: no story is a tenth of it. */
const BYTES_MAX = 20_000_000;
const FILES_MAX = 10_000;
/** The wire of what no wire brought: one for all commands, so that a take has the same id in each. */
const WIRE = 'files';

export type SourceProblem = Problem & { readonly file: string | null };
export type Read = { readonly takes: readonly Take[]; readonly problems: readonly SourceProblem[] };

/**
 * Everything that the arguments hold.
 * @throws NewsroomError when a named source does not exist, cannot be read or is too large
 */
export async function readSources(assembly: Assembly, sources: readonly string[]): Promise<Read> {
  const takes: Take[] = [];
  const problems: SourceProblem[] = [];
  for (const source of sources) {
    const read = await readSource(assembly, source);
    takes.push(...read.takes);
    problems.push(...read.problems);
  }
  return { takes, problems };
}

async function readSource(assembly: Assembly, source: string): Promise<Read> {
  if (source === '-') return readBytes(assembly, await readInput(assembly.input), null);
  if (/^https?:\/\//i.test(source)) {
    const { copies, problems } = await assembly.fetchCopy(source, await configIfAny(assembly));
    return asRead(assembly, copies, problems, null);
  }
  const status = statusOf(source);
  if (status.isDirectory()) return readFolder(assembly, source);
  if (!status.isFile()) throw new NewsroomError('unreadable', `${source} is not a file or folder.`);
  return readFile(assembly, source, source);
}

/** An address is read by the configuration's rules; without one, by the strictest. */
async function configIfAny(assembly: Assembly): Promise<Config | null> {
  try {
    return await assembly.config();
  } catch {
    return null; // `doctor` tells what is wrong with it
  }
}

function statusOf(path: string): ReturnType<typeof statSync> & object {
  try {
    return statSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** What a person can do about a path that the system refuses. */
function unreadable(path: string, cause: unknown): NewsroomError {
  const code = (cause as NodeJS.ErrnoException).code;
  const sentences: Readonly<Record<string, string>> = {
    ENOENT: `There is no file or folder ${path}.`,
    EACCES: `${path} cannot be read: you lack the permission.`,
    ELOOP: `${path} cannot be read: its links lead in a circle.`,
  };
  const sentence = sentences[code ?? ''] ?? `${path} cannot be read (${code}).`;
  return new NewsroomError('unreadable', sentence, { cause });
}

async function readFile(assembly: Assembly, path: string, name: string): Promise<Read> {
  const size = statusOf(path).size;
  if (Number(size) > BYTES_MAX)
    throw new NewsroomError('too-large', `${path} is larger than ${BYTES_MAX / 1_000_000} MB.`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return readBytes(assembly, bytes, name);
}

async function readBytes(
  assembly: Assembly,
  bytes: Uint8Array,
  file: string | null,
): Promise<Read> {
  const { copies, problems } = await assembly.parse(bytes);
  return asRead(assembly, copies, problems, file);
}

/** As if it came in now: what is dated "Nov. 24" and read that week is of this year. */
function asRead(
  assembly: Assembly,
  copies: readonly Copy[],
  problems: readonly Problem[],
  file: string | null,
): Read {
  const arrivedAt = new Date(assembly.now()).toISOString();
  const takes = copies.map((copy) =>
    clean(copy, { wire: WIRE, provider: copy.provider, file, arrivedAt }),
  );
  return { takes, problems: problems.map((each) => ({ ...each, file })) };
}

/** Every file below a folder in order of name; what cannot be read is a problem, not an end. */
async function readFolder(assembly: Assembly, folder: string): Promise<Read> {
  const takes: Take[] = [];
  const { files, problems } = filesBelow(folder);
  if (files.length === 0 && problems.length === 0)
    throw new NewsroomError('unreadable', `There is no file in ${folder}.`);
  for (const path of files) {
    const file = relative(folder, path);
    try {
      const read = await readFile(assembly, path, file);
      takes.push(...read.takes);
      problems.push(...read.problems);
    } catch (error) {
      problems.push({ code: 'unreadable', sentence: sentenceOf(error), file });
    }
  }
  return { takes, problems };
}

type Found = { readonly files: string[]; readonly problems: SourceProblem[] };

/** The files below a folder, links to files among them; a link to a folder could lead in circles. */
function filesBelow(folder: string): Found {
  const found: Found = { files: [], problems: [] };
  const waiting = [folder];
  let left = 0;
  const wrong = (path: string, sentence: string): void => {
    const file = relative(folder, path) || null;
    found.problems.push({ code: 'unreadable', sentence, file });
  };
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const entry of entriesOf(next, wrong)) {
      const path = join(next, entry.name);
      const kind = entry.isSymbolicLink() ? kindOfTarget(path) : entry;
      if (kind === null) wrong(path, `${path} is a link to nothing.`);
      else if (kind.isDirectory() && kind !== entry)
        wrong(path, `${path} is a link to a folder: name that folder to read it.`);
      else if (kind.isDirectory()) waiting.push(path);
      else if (kind.isFile() && found.files.length < FILES_MAX) found.files.push(path);
      else if (kind.isFile()) left += 1;
    }
  }
  if (left > 0) wrong(folder, `${left} files were not read: ${FILES_MAX} at once are the most.`);
  return found;
}

function kindOfTarget(path: string): { isFile(): boolean; isDirectory(): boolean } | null {
  try {
    return statSync(path);
  } catch {
    return null; // nothing there, or a circle
  }
}

function entriesOf(folder: string, wrong: (path: string, sentence: string) => void): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    wrong(folder, unreadable(folder, cause).sentence);
    return [];
  }
}

async function readInput(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > BYTES_MAX)
      throw new NewsroomError('too-large', `The input is larger than ${BYTES_MAX / 1_000_000} MB.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** What could not be read, a line each, for people. */
export function problemLines({ problems }: Read): string[] {
  return problems.map(({ file, sentence }) => `! ${file ? `${file}: ` : ''}${sentence}`);
}

/**
 * The takes, or an error that says why there is none: a file that is no news at all is an error.
 * @throws NewsroomError `not-news`
 */
export function requireTakes(read: Read, sources: readonly string[]): readonly Take[] {
  if (read.takes.length > 0) return read.takes;
  const why = read.problems[0]?.sentence ?? 'It holds no story.';
  throw new NewsroomError('not-news', `No story in ${sources.join(', ')}: ${why}`);
}
