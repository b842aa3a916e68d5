/**
 * `npm run bench [-- --long]`: what Wirebrief does in a second, and in how much memory. Each figure
 * stands beside what it should reach, with the margin as a ratio; it is a report, not a test.
 * `--long` adds what takes minutes: replicas on PostgreSQL, a hundred thousand stories, many wires.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analystFigures } from './analyst.ts';
import { deliveryFigures } from './delivery.ts';
import { deskFigures } from './desk.ts';
import { tableOf, type Figure } from './figure.ts';
import { matchingFigures } from './matching.ts';
import { manyWiresFigures, processFigures } from './process.ts';
import { replicasFigures } from './replicas.ts';
import { searchingFigures } from './searching.ts';
import { startPostgres } from '../stores/postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
const isLong = process.argv.includes('--long');
const server = isLong ? await startPostgres() : null;
const many = join(folder, 'many');
mkdirSync(many);

/** What takes minutes stands behind what takes seconds; each is told as soon as it is measured. */
const SHORT: readonly (() => Promise<Figure[]>)[] = [
  analystFigures,
  () => deskFigures(join(folder, 'bench.db')),
  () => processFigures(folder),
  () => deliveryFigures(join(folder, 'delivery.db')),
  matchingFigures,
];
const LONG: typeof SHORT = [
  () => manyWiresFigures(many),
  () => (server ? replicasFigures(server) : Promise.resolve([])),
  () => searchingFigures(join(folder, 'search.db'), server),
];

try {
  for (const measure of isLong ? [...SHORT, ...LONG] : SHORT)
    process.stdout.write(`${tableOf(await measure())}\n\n`);
} finally {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
