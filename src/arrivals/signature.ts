/** Who sent it: tokens and signatures, compared in constant time. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Are both texts the same? Takes as long whatever the difference, and whatever the lengths. */
export function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

const METHODS = ['sha1', 'sha256', 'sha384', 'sha512'] as const;
export type Method = (typeof METHODS)[number];

/**
 * Is the body signed with the secret? The header reads `sha256=` and the HMAC in hexadecimal.
 * @param methods those that are good enough here
 */
export function isSigned(
  header: string,
  body: Uint8Array,
  secret: string,
  methods: readonly Method[] = METHODS,
): boolean {
  const [, name = '', given = ''] = /^(sha\d{1,3})=([0-9a-f]{40,128})$/i.exec(header.trim()) ?? [];
  const method = methods.find((each) => each === name.toLowerCase());
  if (method === undefined) return false;
  const expected = createHmac(method, secret).update(body).digest('hex');
  return isSame(given.toLowerCase(), expected);
}
