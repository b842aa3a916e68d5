/** Reads what the command line names: files, folders, addresses, standard input. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
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

export type SourceProblem = Problem & { readonly file: string | null };
export type Read = { readonly takes: readonly Take[]; readonly problems: readonly SourceProblem[] };

/**
 * Everything that the arguments hold.
 * @throws NewsroomError when a named source does not exist, cannot be read or is too large
 */
export async function readSources(
  assembly: Assembly,
  sources: readonly string[],
  wire = 'files',
): Promise<Read> {
  const takes: Take[] = [];
  const problems: SourceProblem[] = [];
  for (const source of sources) {
    const read = await readSource(assembly, source, wire);
    takes.push(...read.takes);
    problems.push(...read.problems);
  }
  return { takes, problems };
}

async function readSource(assembly: Assembly, source: string, wire: string): Promise<Read> {
  if (source === '-') return readBytes(assembly, await readInput(assembly.input), null, wire);
  if (/^https?:\/\//i.test(source)) {
    const { copies, problems } = await assembly.fetchCopy(source, await configIfAny(assembly));
    return asRead(copies, problems, null, wire);
  }
  const status = statusOf(source);
  if (status.isDirectory()) return readFolder(assembly, source, wire);
  if (!status.isFile()) throw new NewsroomError('unreadable', `${source} is not a file or folder.`);
  return readFile(assembly, source, source, wire);
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
    const code = (cause as NodeJS.ErrnoException).code;
    const sentence =
      code === 'ENOENT'
        ? `There is no file or folder ${path}.`
        : `${path} cannot be read (${code}).`;
    throw new NewsroomError('unreadable', sentence, { cause });
  }
}

function readFile(assembly: Assembly, path: string, name: string, wire: string): Read {
  const size = statusOf(path).size;
  if (Number(size) > BYTES_MAX)
    throw new NewsroomError('too-large', `${path} is larger than ${BYTES_MAX / 1_000_000} MB.`);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    throw new NewsroomError('unreadable', `${path} cannot be read (${code}).`, { cause });
  }
  return readBytes(assembly, bytes, name, wire);
}

function readBytes(assembly: Assembly, bytes: Uint8Array, file: string | null, wire: string): Read {
  const { copies, problems } = assembly.parse(bytes);
  return asRead(copies, problems, file, wire);
}

function asRead(
  copies: readonly Copy[],
  problems: readonly Problem[],
  file: string | null,
  wire: string,
): Read {
  const takes = copies.map((copy) => clean(copy, { wire, provider: copy.provider, file }));
  return { takes, problems: problems.map((each) => ({ ...each, file })) };
}

/** Every file below a folder in order of name; one that cannot be read is a problem, not an end. */
function readFolder(assembly: Assembly, folder: string, wire: string): Read {
  const takes: Take[] = [];
  const problems: SourceProblem[] = [];
  const names = filesBelow(folder);
  if (names.length === 0) throw new NewsroomError('unreadable', `There is no file in ${folder}.`);
  for (const path of names) {
    const file = relative(folder, path);
    try {
      const read = readFile(assembly, path, file, wire);
      takes.push(...read.takes);
      problems.push(...read.problems);
    } catch (error) {
      problems.push({ code: 'unreadable', sentence: sentenceOf(error), file });
    }
  }
  return { takes, problems };
}

function filesBelow(folder: string): string[] {
  const names: string[] = [];
  const waiting = [folder];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const name of readdirSync(next).sort()) {
      if (name.startsWith('.') || names.length >= FILES_MAX) continue;
      const path = join(next, name);
      const status = lstatSync(path);
      if (status.isDirectory()) waiting.push(path);
      else if (status.isFile()) names.push(path);
    }
  }
  return names;
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

/**
 * The takes, or an error that says why there is none: a file that is no news at all is an error.
 * @throws NewsroomError `not-news`
 */
export function requireTakes(read: Read, sources: readonly string[]): readonly Take[] {
  if (read.takes.length > 0) return read.takes;
  const why = read.problems[0]?.sentence ?? 'It holds no story.';
  throw new NewsroomError('not-news', `No story in ${sources.join(', ')}: ${why}`);
}
