/** SQLite's refusals as sentences that say what to do (https://www.sqlite.org/rescode.html). */
import { NewsroomError } from '../errors.ts';

const BACKUP = 'keep a copy of the file, then put a backup in its place';

/** By primary result code; codes that are missing here are our own mistakes. */
const SENTENCES: Readonly<Record<number, (file: string) => string>> = {
  3: (file) => `The database ${file} may not be read: give Wirebrief's user access to it.`,
  5: (file) =>
    `The database ${file} is locked by another program: end what holds it and try again; nothing was changed.`,
  6: (file) =>
    `The database ${file} is locked by another program: end what holds it and try again; nothing was changed.`,
  8: (file) =>
    `The database ${file} is read-only: give Wirebrief's user the right to write to the file and its folder; nothing was changed.`,
  10: (file) =>
    `The disk under the database ${file} does not read or write: free space or mend the disk, then try again; what was acknowledged is kept.`,
  11: (file) => `The database ${file} is damaged: ${BACKUP}.`,
  13: (file) =>
    `The disk under the database ${file} is full: free some space; what was acknowledged is kept.`,
  14: (file) =>
    `The database ${file} cannot be opened: check that it is a file in a folder that Wirebrief's user may write to.`,
  23: (file) => `The database ${file} may not be read: give Wirebrief's user access to it.`,
  26: (file) =>
    `${file} is not a Wirebrief database, or is damaged: ${BACKUP}, or set DATABASE_URL to another file.`,
};

const isSqliteError = (error: unknown): error is Error & { errcode: number } =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';

/** SQLite's code for "somebody else holds it now". */
export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && [5, 6].includes(error.errcode & 0xff);
}

/** The NewsroomError for an error of SQLite; any other error as it is. */
export function explainSqlite(error: unknown, file: string): unknown {
  if (!isSqliteError(error)) return error;
  const sentence = SENTENCES[error.errcode & 0xff];
  return sentence ? new NewsroomError('store', sentence(file), { cause: error }) : error;
}

/** A damaged place in a file, found by a check. */
export function damaged(file: string, finding: string): NewsroomError {
  return new NewsroomError('store', `The database ${file} is damaged: ${BACKUP}.`, {
    cause: new Error(finding),
  });
}
