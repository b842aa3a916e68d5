/**
 * Samples: every folder `tests/samples/<format>/<case>/` with a `source.*` is a test. What the source
 * parses to (copies and problems, before any clean-up) must equal `takes.json` in full.
 * `GOLDEN=update npx vitest run tests/wires/formats/samples.test.ts` writes the files anew: only after
 * reading the diff.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/wires/formats/formats.ts';

const ROOT = join(import.meta.dirname, '../../samples');
const CASES = foldersIn(ROOT).flatMap((format) =>
  foldersIn(join(ROOT, format)).map((name) => join(format, name)),
);

function foldersIn(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((each) => (each.isDirectory() ? [each.name] : [])).sort();
}

function sourceIn(path: string): string {
  const name = readdirSync(path).find((each) => each.startsWith('source.'));
  if (name === undefined) throw new Error(`There is no source.* in ${path}.`);
  return join(path, name);
}

describe('samples', () => {
  it.each(CASES)('%s', async (name) => {
    const folder = join(ROOT, name);
    const bytes = readFileSync(sourceIn(folder));
    const parsed = await parseSource({ bytes, contentType: null, baseUrl: null });
    const golden = join(folder, 'takes.json');
    if (process.env['GOLDEN'] === 'update')
      writeFileSync(golden, `${JSON.stringify(parsed, null, 2)}\n`);
    expect(parsed).toEqual(JSON.parse(readFileSync(golden, 'utf8')));
  });
});
