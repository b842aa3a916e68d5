/** Text that travels as base64 inside XML: of NewsML-G2's `inlineData` and NewsML 1's `Encoding`. */
import { decode } from '../charset.ts';

const CHARACTERS_MAX = 4_000_000;

/** The text; the charset is what `contentType` names, else what the bytes say. */
export function textOfBase64(encoded: string, contentType: string | null): string {
  const bytes = Buffer.from(encoded.slice(0, CHARACTERS_MAX), 'base64');
  return decode({ bytes, contentType, baseUrl: null }).text;
}
