/** What README says of commands, configuration and environment is what the code knows, and all of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine, helpText } from '../src/commands/command-line.ts';
import { readEnvironment } from '../src/environment.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');
const README = read('README.md');

/** The first cells of the table below a line that begins like this. */
function table(head: string): string[] {
  const lines = README.split('\n');
  const from = lines.findIndex((line) => line.startsWith(head));
  expect(from, head).toBeGreaterThanOrEqual(0);
  const rest = lines.slice(from + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  return rows.map((row) => row.replaceAll('\\|', '/').split('|')[1] ?? '');
}

const quotedIn = (cells: readonly string[]): string[] =>
  cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''));

/** Every variable that is asked for when all platforms are on, but for those that name files. */
function variables(): string[] {
  const asked = new Set<string>();
  const get = (_none: unknown, name: string | symbol): string | undefined => {
    asked.add(String(name).replace(/_FILE$/, ''));
    return /(?:TOKEN|KEY)$/.test(String(name)) ? 'given' : undefined;
  };
  readEnvironment(new Proxy<Record<string, string>>({}, { get }));
  return [...asked].filter((name) => !name.endsWith('_API_URL')).sort();
}

describe('README', () => {
  it('has every command with its options, and no other', async () => {
    const section = README.slice(README.indexOf('## On the command line'));
    const usages = [...section.matchAll(/^\| `([\w-]+)([^`]*)`/gm)].slice(0, 40);
    const help = await helpText(null);
    const names = [...help.matchAll(/^ {2}([a-z][\w-]*) /gm)].map((match) => match[1] ?? '');
    const told = usages.map((match) => match[1] ?? '').filter((name) => names.includes(name));
    expect(told.toSorted()).toEqual(names.toSorted());
    for (const [, name = '', usage = ''] of usages.filter(([, each = '']) =>
      names.includes(each),
    )) {
      const typed = await readCommandLine([name]);
      const known = typed === 'help' ? [] : Object.keys(typed.command.options);
      const options = [...usage.matchAll(/--([\w-]+)/g)].map((match) => match[1] ?? '');
      for (const option of options) expect(known, `${name} --${option}`).toContain(option);
    }
  });

  it('has every variable of the environment, and no other', () => {
    const told = quotedIn(table('| environment |'));
    const names = told.filter((name) => !name.endsWith('_API_URL')).sort();
    expect(names).toEqual(variables());
    const example = read('.env.example');
    for (const name of names.filter((each) => each !== 'WIREBRIEF_CLOCK'))
      expect(example, name).toMatch(new RegExp(`^(?:# )?${name}=`, 'm'));
  });

  it('has every key of the configuration', () => {
    const told = quotedIn(table('| key | meaning')).join(' ');
    const source = read('src/config.ts');
    const schemas = source.slice(source.indexOf('const wire = z'), source.indexOf('topicsFile ='));
    const keys = [...schemas.matchAll(/^ {2,6}(\w+)(?:: (?!['`(])|,$)/gm)].map(
      (match) => match[1] ?? '',
    );
    const listed = README.slice(README.indexOf('## Wires'), README.indexOf('| environment |'));
    expect(keys.length).toBeGreaterThan(30);
    const unsaid = keys.filter((key) => !new RegExp(`\\b${key}\\b`).test(`${told} ${listed}`));
    // `clock`, where a rehearsal starts, is of the demo's own file
    expect(unsaid.filter((key) => key !== 'clock')).toEqual([]);
  });
});
