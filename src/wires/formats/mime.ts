/** MIME as bytes: header fields, parts, transfer encodings (RFC 2045 to 2047). Nothing here throws. */
import { decode } from './charset.ts';
import { postalMime } from './packages.ts';

/** One leaf of a message that a person reads. */
export type TextPart = { readonly kind: 'plain' | 'html'; readonly text: string };
export type Message = {
  readonly headers: ReadonlyMap<string, string>;
  readonly parts: readonly TextPart[];
  /** the subject of a mail that travels in it whole, as it is written; null when there is none */
  readonly innerSubject: string | null;
  /** parts within parts were left out */
  readonly isTooDeep: boolean;
};

const LIMITS = {
  depth: 10,
  parts: 200,
  headers: 500,
  headerCharacters: 20_000,
  /** of one part, still encoded */
  bodyCharacters: 4_000_000,
} as const;

type Raw = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

/** Reads a message; parts that are attachments or pictures are left out. */
export function readMessage(bytes: Uint8Array): Message {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const message = split(raw.replace(/^[\s\x00]{1,4096}/, '').replace(/^From [^\n]{0,200}\n/, ''));
  const parts: TextPart[] = [];
  const seen: Seen = { count: 0, isTooDeep: false, innerSubject: null };
  collect(message, parts, { depth: 0, seen });
  const { isTooDeep, innerSubject } = seen;
  return { headers: message.headers, parts, innerSubject, isTooDeep };
}

/** Header and body of a part, both still as bytes (one character a byte). */
function split(raw: string): Raw {
  const end = /\r?\n[ \t]*\r?\n/.exec(raw);
  const head = end ? raw.slice(0, end.index) : raw;
  const headers = new Map<string, string>();
  const lines = head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/, LIMITS.headers);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || headers.has(name)) continue;
    headers.set(name, line.slice(colon + 1, LIMITS.headerCharacters).trim());
  }
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' };
}

type Seen = { count: number; isTooDeep: boolean; innerSubject: string | null };
type Place = { readonly depth: number; readonly seen: Seen };

function collect({ headers, body }: Raw, parts: TextPart[], { depth, seen }: Place): void {
  seen.count += 1;
  seen.isTooDeep ||= depth > LIMITS.depth;
  if (depth > LIMITS.depth || seen.count > LIMITS.parts) return;
  const type = headers.get('content-type') ?? 'text/plain';
  if (/^attachment\b/i.test(headers.get('content-disposition') ?? '')) return;
  const kind = type.toLowerCase().split(';')[0]?.trim() ?? '';
  if (kind.startsWith('multipart/')) {
    const boundary = parameterOf(type, 'boundary');
    const inner = boundary === null ? [body] : between(body, boundary);
    const children = inner.map((part) => split(part.replace(/^\r?\n/, '\n')));
    for (const child of children) collect(child, parts, { depth: depth + 1, seen });
    return;
  }
  if (kind === 'message/rfc822') {
    // forwarded as it came: what stands in it is the copy
    const inner = split(body);
    seen.innerSubject ??= inner.headers.get('subject') ?? null;
    collect(inner, parts, { depth: depth + 1, seen });
    return;
  }
  if (kind !== 'text/plain' && kind !== 'text/html' && kind !== 'text/enriched') return;
  if (parameterOf(type, 'name') !== null) return;
  const bytes = decodedBytes(
    body.slice(0, LIMITS.bodyCharacters),
    headers.get('content-transfer-encoding') ?? '',
  );
  const contentType = parameterOf(type, 'charset') === null ? null : type;
  const { text } = decode({ bytes, contentType, baseUrl: null });
  const isFlowed = /^flowed$/i.test(parameterOf(type, 'format') ?? '');
  const isJoined = /^yes$/i.test(parameterOf(type, 'delsp') ?? '');
  parts.push({
    kind: kind === 'text/plain' ? 'plain' : 'html',
    text: isFlowed ? unflowed(text, isJoined) : text,
  });
}

/** A parameter of a header field; null when it is not there. */
function parameterOf(field: string, name: string): string | null {
  const found = new RegExp(
    `;\\s{0,20}${name}\\*?=\\s{0,5}(?:"([^"]{0,200})"|([^\\s;"]{1,200}))`,
    'i',
  );
  const [, quoted, plain] = found.exec(field) ?? [];
  return quoted ?? plain ?? null;
}

/** The pieces between lines of a boundary; the closing line may be missing. */
function between(body: string, boundary: string): string[] {
  const pieces = `\n${body}`.split(`\n--${boundary}`).slice(1, LIMITS.parts);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  return end < 0 ? pieces : pieces.slice(0, end);
}

function decodedBytes(body: string, encoding: string): Buffer {
  if (/^\s*base64/i.test(encoding)) return Buffer.from(body, 'base64');
  if (!/^\s*quoted-printable/i.test(encoding)) return Buffer.from(body, 'latin1');
  // a space in front of "=" belongs to the text, one behind it was added on the way (RFC 2045, 6.7)
  const joined = body.replace(/=[ \t]{0,200}\r?\n/g, '');
  const plain = joined.replace(/=([\dA-Fa-f]{2})/g, (_, pair: string) =>
    String.fromCharCode(Number.parseInt(pair, 16)),
  );
  return Buffer.from(plain, 'latin1');
}

/** RFC 3676: a line that ends with a space goes on. */
function unflowed(text: string, isJoined: boolean): string {
  return text.replace(/(?<!^--) \r?\n(?=[^\s>])/gm, isJoined ? '' : ' ');
}

/** A header as people read it: encoded words resolved, raw bytes in the charset that they are. */
export function headerText({ headers }: Message, name: string): string | null {
  return fieldText(headers.get(name) ?? null);
}

/** The same of a header field as it is written. */
export function fieldText(raw: string | null): string | null {
  if (raw === null) return null;
  const bytes = Buffer.from(raw, 'latin1');
  const text = decode({ bytes, contentType: null, baseUrl: null }).text;
  return postalMime().decodeWords(text).replace(/\s+/g, ' ').trim() || null;
}
