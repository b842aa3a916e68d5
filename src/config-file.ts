/** One configuration file: read as YAML, checked by a schema, every problem in words with its path. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { nearestWord } from './editing/nearest.ts';

/** Largest configuration file that is read. */
const FILE_BYTES_MAX = 1_000_000;

const NO_FILE = 'there is no such file: name its folder with --config DIR or WIREBRIEF_CONFIG';

/** A value as a problem shows it, shortened. */
export const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

/** `channels[1].schedule[0]` */
function writePath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '');
}

/** What is wrong, one a line, each with its file and path. */
export type Problems = string[];

/** The value of a YAML file; undefined when it could not be read, and then the problems tell why. */
export function readYaml(file: string, problems: Problems): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    problems.push(`${file}: ${code === 'ENOENT' ? NO_FILE : `cannot be read (${code})`}`);
    return undefined;
  }
  if (text.length > FILE_BYTES_MAX) {
    problems.push(`${file}: is larger than ${FILE_BYTES_MAX} bytes`);
    return undefined;
  }
  if (/[\0\ufffd]/.test(text)) {
    problems.push(`${file}: is not text in UTF-8: save it as UTF-8`);
    return undefined;
  }
  const document = parseDocument(text, { prettyErrors: true });
  for (const { message } of document.errors)
    problems.push(`${file}: ${(message.split('\n')[0] ?? '').replace(/:$/, '')}`);
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  } catch (cause) {
    problems.push(`${file}: ${cause instanceof Error ? cause.message : 'cannot be read as YAML'}`);
    return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

/** A key that is not known, with the one that may have been meant. */
function keyInWords(key: string, { inst }: z.core.$ZodRawIssue): string {
  const near = inst instanceof z.ZodObject ? nearestWord(key, Object.keys(inst.shape)) : null;
  return near === null ? shown(key) : `${shown(key)}, did you mean ${shown(near)}?`;
}

/** What the library only knows in the words of its types; undefined leaves it to the rule's own. */
function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing: it is ${KINDS[issue.expected] ?? issue.expected}`
        : `${shown(issue.input)} is not ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${shown(issue.input)} is not one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `no such key: ${issue.keys
        .slice(0, 10)
        .map((key) => keyInWords(key, issue))
        .join(', ')}`;
    case 'too_small':
      return `${shown(issue.input)} is ${issue.origin === 'number' ? 'less' : 'shorter'} than ${issue.minimum}`;
    case 'too_big':
      return `${shown(issue.input)} is ${issue.origin === 'number' ? 'more' : 'longer'} than ${issue.maximum}`;
    default:
      return undefined;
  }
}

/** The value as the schema has it; null when anything is wrong, and then the problems tell all of it. */
export function check<T>(
  schema: z.ZodType<T>,
  value: unknown,
  file: string,
  problems: Problems,
): T | null {
  const result = schema.safeParse(value, { error: inWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = writePath(issue.path);
    problems.push(`${file}: ${path === '' ? issue.message : `${path}: ${issue.message}`}`);
  }
  return null;
}
