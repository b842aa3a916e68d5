/** Values of JSON that came from outside: any of them may be of any kind. */
import { inLanguage } from './language.ts';

export type Loose = { readonly [key: string]: unknown };

const KEYS_MAX = 500;

/** The value as an object; an empty one when it is none. */
export function obj(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Loose)
    : {};
}

/** The value as a list of objects: a single object counts as a list of one. */
export function list(value: unknown): Loose[] {
  const values: unknown[] = Array.isArray(value) ? value.slice(0, KEYS_MAX) : [value];
  return values.map(obj).filter((each) => Object.keys(each).length > 0);
}

/** An object with its names in lower case: 3.x writes versionCreated where 2.x has versioncreated. */
export function lowered(value: unknown): Loose {
  const entries = Object.entries(obj(value)).slice(0, KEYS_MAX);
  return Object.fromEntries(entries.map(([key, each]) => [key.toLowerCase(), each]));
}

/** A text or number as trimmed text, of a list the first; null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0].trim() || null : null;
}

/** The parts of a list in the language of the item, as `lang` or `language` of each names it. */
export function listIn(value: unknown, language: string | null): readonly Loose[] {
  const told = list(value).map((each) => ({
    value: each,
    language: textOf(each['lang']) ?? textOf(each['language']),
  }));
  return inLanguage(told, language);
}

/** Of `[{role, value}]` the value whose role fits, else the first one that has any. */
export function wordOf(
  value: unknown,
  role: RegExp,
  language: string | null = null,
): string | null {
  const values = listIn(value, language);
  const main = values.find((each) => role.test(textOf(each['role']) ?? ''));
  return (
    textOf(main?.['value']) ?? values.map((each) => textOf(each['value'])).find(Boolean) ?? null
  );
}
