/** Several replicas as processes on one PostgreSQL database: events filed in a second by all of them. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openPostgresStore } from '../../src/stores/postgres.ts';
import type { startPostgres } from '../stores/postgres-server.ts';
import type { Figure } from './figure.ts';
import type { ReplicaTask } from './replica.ts';

export type PostgresServer = NonNullable<Awaited<ReturnType<typeof startPostgres>>>;

const WIRES = 12;
const STORIES_EACH = 100;
const EVENTS_PER_SECOND = 50;

/** The same wires read by one, two and three replicas. */
export async function replicasFigures(server: PostgresServer, counts = [1, 2, 3]) {
  const figures: Figure[] = [];
  for (const replicas of counts) {
    const what = `events per second, PostgreSQL, ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}`;
    const value = await eventsPerSecond(await server.database(), replicas);
    figures.push({ what, value, unit: 'events/s', reach: EVENTS_PER_SECOND, bound: 'least' });
  }
  return figures;
}

async function eventsPerSecond(url: string, replicas: number): Promise<number> {
  const task: ReplicaTask = { url, wires: WIRES, storiesEach: STORIES_EACH };
  const store = await openPostgresStore(url); // makes the tables
  const children: ChildProcess[] = [];
  try {
    for (let at = 0; at < replicas; at += 1) {
      const file = join(import.meta.dirname, 'replica.ts');
      const child = fork(file, [JSON.stringify(task)]);
      children.push(child);
      await once(child, 'message');
    }
    const started = performance.now();
    for (const child of children) child.send('go');
    await Promise.all(children.map((child) => once(child, 'exit')));
    const seconds = (performance.now() - started) / 1_000;
    const { events } = await store.eventsSaved(0, 2 * WIRES * STORIES_EACH);
    return events.length / seconds;
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await store.close();
  }
}
