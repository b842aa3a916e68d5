/**
 * Scores the feed reader on a folder of feed tests in the manner of the feedparser suite: the comment
 * on top of a file says what must come out (`Expect: not bozo and entries[0]['title'] == 'x'`), and
 * `Header:` lines what the server said.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Copy } from '../../../src/news/take.ts';
import { parsed } from '../../wires/formats/parsed.ts';
import { paragraphsOf } from '../../../src/wires/formats/markup.ts';

export type Measure = {
  readonly measure: string;
  readonly value: number;
  readonly target: number;
};

/** One comparison of a test: a field of an entry and the Python literal it must equal. */
export type Expectation = {
  readonly file: string;
  readonly entry: number;
  readonly field: string;
  readonly literal: string;
};

type Outcome = Expectation & { readonly met: boolean; readonly found: string };
type Scored = { readonly outcomes: readonly Outcome[]; readonly thrown: readonly string[] };

const TARGET = 0.95;
const LITERAL = String.raw`u?'(?:[^'\\]|\\.)*'|u?"(?:[^"\\]|\\.)*"|\([\d, ]+\)`;
const COMPARISON = new RegExp(
  String.raw`entries\[(\d)\](?:\['(\w+)'\]|\.(\w+))(\[0\]\['value'\]|\['value'\])? == (${LITERAL})`,
  'g',
);
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  title_detail: 'title',
  link: 'link',
  id: 'id',
  guid: 'id',
  summary: 'summary',
  description: 'summary',
  summary_detail: 'summary',
  content: 'content',
  updated_parsed: 'date',
  published_parsed: 'date',
  created_parsed: 'date',
};

/** Share of expectations met for each kind of field, all of them together, and files without a throw. */
export async function scoreFeeds(dataFolder: string): Promise<Measure[]> {
  const { outcomes, thrown } = runFeeds(dataFolder);
  const kinds = [...new Set(outcomes.map(({ field }) => field))].sort();
  const share = (some: readonly Outcome[]): number =>
    some.filter(({ met }) => met).length / Math.max(1, some.length);
  return [
    ...kinds.map((kind) => {
      const some = outcomes.filter(({ field }) => field === kind);
      return { measure: `feeds: ${kind} (${some.length})`, value: share(some), target: TARGET };
    }),
    { measure: `feeds: all (${outcomes.length})`, value: share(outcomes), target: TARGET },
    { measure: 'feeds: files that throw', value: thrown.length, target: 0 },
  ];
}

/** Every expectation with what came out, for a look at the ones not met. */
export function runFeeds(dataFolder: string): Scored {
  const outcomes: Outcome[] = [];
  const thrown: string[] = [];
  const names = readdirSync(dataFolder, { recursive: true, encoding: 'utf8' });
  for (const file of names.filter((name) => name.endsWith('.xml')).sort()) {
    const bytes = readFileSync(join(dataFolder, file));
    const head = headOf(bytes);
    try {
      const { copies } = parsed({
        bytes,
        contentType: /^\s*Header:\s*Content-type:\s*(.+)$/im.exec(head)?.[1] ?? null,
        baseUrl: /^\s*Header:\s*Content-Location:\s*(.+)$/im.exec(head)?.[1] ?? LOCATION,
      });
      for (const each of expectationsOf(file, head)) outcomes.push(judge(each, copies));
    } catch {
      thrown.push(file);
    }
  }
  return { outcomes, thrown };
}

/** Where the suite's own server stands: relative addresses are expected below it. */
const LOCATION = 'http://127.0.0.1:8097/';

function headOf(bytes: Buffer): string {
  const isWide = bytes.subarray(0, 4).includes(0);
  return isWide ? bytes.toString('latin1').replaceAll('\0', '') : bytes.toString('utf8');
}

/** The comparisons in a test's comment that speak of what a take has. */
export function expectationsOf(file: string, head: string): Expectation[] {
  const line = /^\s*Expect:\s*(.+)$/im.exec(head)?.[1] ?? '';
  return [...line.matchAll(COMPARISON)].flatMap(([, entry, quoted, dotted, value, literal]) => {
    const name = quoted ?? dotted ?? '';
    const field = FIELDS[name];
    const isWhole = value !== undefined || !/_detail$|^content$/.test(name);
    if (field === undefined || literal === undefined || !isWhole) return [];
    return [{ file, entry: Number(entry), field, literal }];
  });
}

function judge(expectation: Expectation, copies: readonly Copy[]): Outcome {
  const copy = copies[expectation.entry];
  const found = copy ? foundIn(copy, expectation.field) : null;
  const { literal, field } = expectation;
  const wanted = literal.startsWith('(') ? instantOf(literal) : unquoted(literal);
  return {
    ...expectation,
    met: found !== null && agrees(field, wanted, found),
    found: found ?? '',
  };
}

function foundIn(copy: Copy, field: string): string {
  if (field === 'title') return copy.headline ?? '';
  if (field === 'link') return copy.links[0]?.href ?? '';
  if (field === 'id') return copy.guid ?? '';
  if (field === 'date') return [copy.createdAt, copy.sentAt].filter(Boolean).join(' ');
  return copy.paragraphs.join('\n');
}

/** Titles and bodies are compared as the words a reader sees; a body may hold more than a summary. */
function agrees(field: string, wanted: string, found: string): boolean {
  const letters = (text: string): string => text.replace(/\s+/g, '');
  if (field === 'date')
    return found.split(' ').some((each) => Date.parse(each) === Date.parse(wanted));
  if (field === 'link') return URL.parse(wanted)?.href === found;
  if (field === 'id') return wanted === found;
  const words = letters(paragraphsOf(wanted).join(' '));
  return field === 'title' ? words === letters(found) : letters(found).includes(words);
}

function instantOf(tuple: string): string {
  const [year = 0, month = 1, ...rest] = (tuple.match(/\d+/g) ?? []).map(Number);
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
}

/** A Python string literal as text. */
function unquoted(literal: string): string {
  const inner = literal.replace(/^u?['"]|['"]$/g, '');
  return inner.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi, (_, byte, unit, letter) => {
    if (byte ?? unit) return String.fromCharCode(parseInt(byte ?? unit, 16));
    return letter === 'n' ? '\n' : letter === 't' ? '\t' : letter;
  });
}
