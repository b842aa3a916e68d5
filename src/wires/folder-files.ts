/** The files of a drop folder, and their bytes: never through a symbolic link, never half. */
import { constants } from 'node:fs';
import { lstat, open, opendir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '../news/problem.ts';

export type Seen = { readonly path: string; readonly size: number; readonly modifiedMs: number };

const DEPTH_MAX = 8;
/** Files looked at in one reading; a fuller folder is worked through reading by reading. */
const SEEN_MAX = 5_000;

/** Names that say "still being written", by the habit of editors and transfer programs. */
const UNFINISHED = /^\.|~$|\.(?:tmp|part|partial|filepart|crdownload|swp)$/i;

/**
 * Plain files below a folder. A sub-folder that cannot be read is a problem and no end.
 * @throws what the system says when the folder itself cannot be read
 */
export async function filesBelow(folder: string, problems: Problem[]): Promise<Seen[]> {
  const files: Seen[] = [];
  await collect(folder, 0, files, problems);
  return files;
}

async function collect(
  folder: string,
  depth: number,
  files: Seen[],
  problems: Problem[],
): Promise<void> {
  const inside: string[] = [];
  for await (const entry of await opendir(folder)) {
    if (files.length >= SEEN_MAX) break;
    if (UNFINISHED.test(entry.name) || entry.isSymbolicLink()) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory() && inside.length < SEEN_MAX) inside.push(path);
    if (!entry.isFile()) continue;
    const status = await lstat(path).catch(() => null); // gone since
    if (status?.isFile()) files.push({ path, size: status.size, modifiedMs: status.mtimeMs });
  }
  if (depth >= DEPTH_MAX) return;
  for (const path of inside.sort()) {
    try {
      await collect(path, depth + 1, files, problems);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
      problems.push(problem('unreadable', `The folder ${path} cannot be read (${code}).`));
    }
  }
}

/**
 * The bytes of a file that is still as it was seen, before and after; null when it is gone, was
 * changed, or is no plain file any more.
 * @throws what the system says when the file may not be read
 */
export async function readWhole(seen: Seen): Promise<Uint8Array | null> {
  let handle: FileHandle;
  try {
    // A link or a pipe that took the file's place meanwhile is neither followed nor waited for.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    handle = await open(seen.path, flags);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOENT', 'ELOOP', 'EMLINK'].includes(code)) return null;
    throw error;
  }
  try {
    if (!(await isAsSeen(handle, seen))) return null;
    const bytes = Buffer.alloc(seen.size);
    let length = 0;
    while (length < seen.size) {
      const { bytesRead } = await handle.read(bytes, length, seen.size - length, length);
      if (bytesRead === 0) return null;
      length += bytesRead;
    }
    return (await isAsSeen(handle, seen)) ? bytes : null;
  } finally {
    await handle.close();
  }
}

async function isAsSeen(handle: FileHandle, seen: Seen): Promise<boolean> {
  const status = await handle.stat();
  return status.isFile() && status.size === seen.size && status.mtimeMs === seen.modifiedMs;
}
