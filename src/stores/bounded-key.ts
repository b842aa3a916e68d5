/** Makes any text from a wire fit to be an index key in every engine. */
import { fingerprint } from '../news/identity.ts';

const LONGEST_KEY = 500;

/**
 * The text without NUL and broken surrogates, and at most 500 UTF-16 units long: the end of a longer
 * one is replaced by a fingerprint of the whole. PostgreSQL refuses NUL in text and index rows over
 * 2704 bytes (https://www.postgresql.org/docs/current/btree.html).
 */
export function boundedKey(text: string): string {
  const plain = text.toWellFormed().replaceAll('\0', '\u{fffd}');
  if (plain.length <= LONGEST_KEY) return plain;
  return `${plain.slice(0, LONGEST_KEY - 21).toWellFormed()}#${fingerprint(plain)}`;
}
