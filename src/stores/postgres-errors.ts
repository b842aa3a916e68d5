/**
 * PostgreSQL's refusals as sentences that say what to do
 * (https://www.postgresql.org/docs/current/errcodes-appendix.html). Never with the password.
 */
import { NewsroomError } from '../errors.ts';

const SENTENCES: Readonly<Record<string, (place: string) => string>> = {
  ECONNREFUSED: (place) =>
    `PostgreSQL does not answer at ${place}: start it, or correct DATABASE_URL.`,
  ENOTFOUND: (place) => `There is no host of the name in ${place}: correct DATABASE_URL.`,
  EAI_AGAIN: (place) => `The host of ${place} cannot be looked up: check the network.`,
  ENOENT: (place) => `PostgreSQL does not answer at ${place}: start it, or correct DATABASE_URL.`,
  ECONNRESET: lost,
  EPIPE: lost,
  ETIMEDOUT: (place) => `PostgreSQL at ${place} does not answer in time: check the network.`,
  '08006': lost,
  '57P01': lost,
  '57P02': lost,
  '57P03': (place) => `PostgreSQL at ${place} is starting or stopping: try again in a moment.`,
  '28000': refused,
  '28P01': refused,
  '3D000': (place) => `There is no database ${place}: create it, or correct DATABASE_URL.`,
  '42501': (place) => `The user of DATABASE_URL may not do this in ${place}: grant the rights.`,
  '25006': (place) =>
    `The database ${place} is read-only: point DATABASE_URL to the primary server.`,
  '53100': (place) =>
    `The disk of PostgreSQL at ${place} is full: free some space; what was acknowledged is kept.`,
  '53200': (place) => `PostgreSQL at ${place} is out of memory: try again, or give it more.`,
  '53300': (place) => `PostgreSQL at ${place} takes no more connections: raise max_connections.`,
  '40P01': conflict,
  '40001': conflict,
  '55P03': conflict,
  XX001: broken,
  XX002: broken,
};

function lost(place: string): string {
  return `The connection to PostgreSQL at ${place} was lost: what was not acknowledged will be tried again.`;
}
function refused(place: string): string {
  return `PostgreSQL at ${place} refuses the user or the password: correct DATABASE_URL.`;
}
function conflict(place: string): string {
  return `Another process held the same rows in ${place}: try again; nothing was changed.`;
}
function broken(place: string): string {
  return `The database ${place} is damaged: stop Wirebrief and restore a backup.`;
}

/** The NewsroomError for an error of PostgreSQL or of the way to it; any other error as it is. */
export function explainPostgres(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof NewsroomError) return error;
  // several addresses of one host that all failed come as one AggregateError
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  const sentence = SENTENCES[code] ?? (isLost(error) ? lost : null);
  return sentence ? new NewsroomError('store', sentence(place), { cause: error }) : error;
}

/** pg gives these no code. */
function isLost(error: Error): boolean {
  return /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
    error.message,
  );
}
