/**
 * Loaded into the real process before its own code (`node --import`): ends it with SIGKILL right
 * before or right after the statement that CRASH_AT, or a later message, names; and has each of its
 * requests tell which process it comes from. Nothing in the product knows of it.
 */
import type { ClientRequest } from 'node:http';
import { subscribe } from 'node:diagnostics_channel';
import { StatementSync } from 'node:sqlite';
import pg from 'pg';

export type StatementPoint = {
  readonly write: 'plan' | 'claim' | 'renew' | 'settle' | 'file';
  readonly moment: 'before' | 'after' | 'before commit' | 'after commit';
  /** the first such write is 1 */
  readonly nth: number;
};

const WRITES: readonly (readonly [StatementPoint['write'], RegExp])[] = [
  ['plan', /^insert into "delivery" /],
  ['claim', /^update "delivery" set .*"attempt" = "attempt" \+/],
  ['settle', /^update "delivery" set .*coalesce\(/],
  ['renew', /^update "delivery" set "lease_until" = /],
  ['file', /^insert into "take" /],
];

let wanted = JSON.parse(process.env['CRASH_AT'] ?? 'null') as StatementPoint | null;
let seen = 0;
process.on('message', (point) => {
  wanted = typeof point === 'object' ? (point as StatementPoint) : null;
  seen = 0;
});
process.channel?.unref();
const OWN_NAME = ['x-process', String(process.pid)] as const;
subscribe('http.client.request.created', (message) => {
  (message as { request: ClientRequest }).request.setHeader(...OWN_NAME);
});
subscribe('undici:request:create', (message) => {
  type UndiciRequest = { addHeader(name: string, value: string): void };
  (message as { request: UndiciRequest }).request.addHeader(...OWN_NAME);
});
/** true between the wanted write and the commit of its transaction */
let isOpen = false;

/** Called before a statement runs; gives what is to be called after it. */
function watch(statement: string): () => void {
  const write = WRITES.find(([, pattern]) => pattern.test(statement))?.[0];
  const isWrite = write !== undefined && write === wanted?.write;
  if (isWrite) {
    seen += 1;
    isOpen = seen === wanted?.nth;
  }
  const isCommit = isOpen && /^commit/i.test(statement);
  const moment = isCommit ? ' commit' : '';
  const isHere = isOpen && (isWrite || isCommit);
  if (isHere && wanted?.moment === `before${moment}`) process.kill(process.pid, 'SIGKILL');
  return () => {
    if (isHere && wanted?.moment === `after${moment}`) process.kill(process.pid, 'SIGKILL');
    if (isCommit) isOpen = false;
  };
}

for (const name of ['run', 'all'] as const) {
  const original = StatementSync.prototype[name] as (...values: unknown[]) => unknown;
  const watched = function (this: StatementSync, ...values: unknown[]): unknown {
    const then = watch(this.sourceSQL);
    const result = original.apply(this, values);
    then();
    return result;
  };
  Object.defineProperty(StatementSync.prototype, name, { value: watched });
}

const query = pg.Client.prototype.query as (...values: unknown[]) => unknown;
Object.defineProperty(pg.Client.prototype, 'query', {
  value: function (this: pg.Client, ...values: unknown[]): unknown {
    const [text] = values;
    const then = watch(typeof text === 'string' ? text : '');
    const result = query.apply(this, values);
    if (result instanceof Promise) void result.then(then, () => undefined);
    return result;
  },
});
