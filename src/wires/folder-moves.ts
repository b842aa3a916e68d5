/** Files that are done with go to `.read` or `.refused` below the drop folder. */
import { copyFile, lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Seen } from './folder-files.ts';

export type Move = {
  readonly file: Seen;
  readonly to: 'read' | 'refused';
  /** why it was refused */
  readonly why: string;
};

/**
 * Moves a file aside, as long as it is still the one that was read; what is gone is no trouble.
 * @throws what the system says when it cannot be moved
 */
export async function moveAside(folder: string, { file, to, why }: Move): Promise<void> {
  const { path } = file;
  const now = await lstat(path).catch(() => null);
  // Another file of the same name has come meanwhile: it waits for the next reading.
  if (now === null || now.size !== file.size || now.mtimeMs !== file.modifiedMs) return;
  const target = await freeName(join(folder, `.${to}`, relative(folder, path)));
  await mkdir(dirname(target), { recursive: true });
  try {
    await rename(path, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return; // another process was faster
    if (code !== 'EXDEV') throw error;
    await copyFile(path, target);
    await rm(path);
  }
  if (to === 'refused') await writeFile(`${target}.problem.txt`, `${why}\n`);
}

async function freeName(path: string): Promise<string> {
  for (let number = 0; number < 1_000; number += 1) {
    const name = number === 0 ? path : `${path}.${number}`;
    const status = await lstat(name).catch(() => null);
    if (status === null) return name;
  }
  return `${path}.${process.hrtime.bigint()}`;
}
