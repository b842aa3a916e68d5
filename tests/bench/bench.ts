/**
 * `npm run bench [-- --long]`: what Wirebrief does in a second, and in how much memory. Each figure stands beside
 * what it should reach, with the margin as a ratio; it is a report, not a test, and always ends with 0.
 * `--long` adds what takes minutes: replicas on PostgreSQL, a hundred thousand stories, many wires.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analystFigures } from './analyst.ts';
import { deliveryFigures } from './delivery.ts';
import { deskFigures } from './desk.ts';
import { tableOf, type Figure } from './figure.ts';
import { manyWiresFigures, processFigures } from './process.ts';
import { replicasFigures } from './replicas.ts';
import { searchingFigures } from './searching.ts';
import { startPostgres } from '../stores/postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
try {
  const figures = [
    ...(await analystFigures()),
    ...(await deskFigures(join(folder, 'bench.db'))),
    ...(await processFigures(folder)),
    ...(await deliveryFigures(join(folder, 'delivery.db'))),
  ];
  if (process.argv.includes('--long')) figures.push(...(await longFigures(folder)));
  process.stdout.write(`${tableOf(figures)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function longFigures(folder: string): Promise<Figure[]> {
  const many = join(folder, 'many');
  mkdirSync(many);
  const server = await startPostgres();
  try {
    return [
      ...(await manyWiresFigures(many)),
      ...(server ? await replicasFigures(server) : []),
      ...(await searchingFigures(join(folder, 'search.db'), server)),
    ];
  } finally {
    await server?.stop();
  }
}
