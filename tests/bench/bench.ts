/**
 * `npm run bench`: what Wirebrief does in a second, and in how much memory. Each figure stands beside
 * what it should reach, with the margin as a ratio; it is a report, not a test, and always ends with 0.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analystFigures } from './analyst.ts';
import { deliveryFigures } from './delivery.ts';
import { deskFigures } from './desk.ts';
import { tableOf } from './figure.ts';
import { processFigures } from './process.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirebrief-bench-'));
try {
  const figures = [
    ...(await analystFigures()),
    ...(await deskFigures(join(folder, 'bench.db'))),
    ...(await processFigures(folder)),
    ...(await deliveryFigures(join(folder, 'delivery.db'))),
  ];
  process.stdout.write(`${tableOf(figures)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
