/** Names for things that are made from their content, so that the same content has the same name. */
import { createHash } from 'node:crypto';

/**
 * A short stable name for a list of texts: 20 characters of base 32 (100 bits), lower case.
 * The parts are length-prefixed, so that `("ab","c")` and `("a","bc")` differ.
 */
export function fingerprint(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return base32(hash.digest().subarray(0, 13)).slice(0, 20);
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(value >> bits) & 31];
    }
  }
  return text;
}
