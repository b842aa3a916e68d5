/** What went wrong while fetching, in a sentence for the operator. */
import { NewsroomError } from '../errors.ts';

const BY_CODE: Readonly<Record<string, (host: string) => string>> = {
  ENOTFOUND: (host) => `There is no host ${host}: check the address.`,
  EAI_AGAIN: (host) => `The name ${host} cannot be looked up just now.`,
  ECONNREFUSED: (host) => `${host} refuses connections.`,
  EHOSTUNREACH: (host) => `There is no way to ${host} from here.`,
  ENETUNREACH: (host) => `There is no way to ${host} from here.`,
  ETIMEDOUT: (host) => `${host} does not answer in time.`,
  ECONNRESET: (host) => `${host} broke the connection off.`,
  UND_ERR_SOCKET: (host) => `${host} broke the connection off.`,
  EPIPE: (host) => `${host} broke the connection off.`,
  EPROTO: (host) => `${host} does not speak TLS there: check https and the port.`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: (host) => `${host} broke the connection off.`,
  UND_ERR_HEADERS_OVERFLOW: (host) => `${host} sends headers that are too large.`,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host} has expired.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) => `The certificate of ${host} is for another name.`,
};

/**
 * The sentence for anything that went wrong while fetching.
 * @param host host name, with its port when it has one; never the whole address, which may hold a key
 */
export function fetchSentence(error: unknown, host: string): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; depth += 1) {
    if (cause instanceof NewsroomError) return cause.sentence;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const sentence = BY_CODE[code]?.(host) ?? byKind(cause, String(code), host);
    if (sentence !== null) return sentence;
    cause = cause.cause;
  }
  return `${host} cannot be read.`;
}

function byKind({ name, message }: Error, code: string, host: string): string | null {
  if (/TIMEOUT/.test(code) || name === 'TimeoutError' || message === 'out of time')
    return `${host} does not answer in time.`;
  if (/SSL_(?:WRONG_VERSION|PACKET_LENGTH|HTTP)/.test(code))
    return `${host} does not speak TLS there: check https and the port.`;
  if (/CERT|SSL|TLS|UNABLE_TO_VERIFY/.test(code))
    return `The certificate of ${host} is not good (${code}).`;
  if (/^Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING/.test(code))
    return `${host} sends a body that cannot be unpacked.`;
  if (code.startsWith('HPE_')) return `${host} does not speak proper HTTP.`;
  return null;
}
