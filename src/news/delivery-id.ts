/** The name of a message: the same part of the same batch always has the same one. */
import { fingerprint } from './identity.ts';

/**
 * Id of part `part` (from 0) of a batch: 20 characters of `[a-z2-7]`, short enough for Discord's
 * nonce (25) and known before anything is sent.
 */
export function deliveryId(batch: string, part: number): string {
  return fingerprint('delivery', batch, String(part));
}
