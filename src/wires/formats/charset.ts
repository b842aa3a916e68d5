/** Bytes to text: byte order mark, then the transport's word, then the document's own, then UTF-8. */
import { guessCharset } from './charset-guess.ts';
import type { Decoded, Source } from './format.ts';
import { iconv } from './packages.ts';

const DECLARATION_BYTES = 1_024;

/** Byte order marks, the longer first: UTF-32LE begins like UTF-16LE. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16be', [0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
];

/** Japanese mail; iconv-lite has no charset that shifts, the platform has this one. */
const STATEFUL = 'iso-2022-jp';

/** How "<?xm" looks without a mark (XML 1.0, appendix F). */
const SIGNS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32be', [0x00, 0x00, 0x00, 0x3c]],
  ['utf-32le', [0x3c, 0x00, 0x00, 0x00]],
  ['utf-16be', [0x00, 0x3c, 0x00]],
  ['utf-16le', [0x3c, 0x00, 0x3f, 0x00]],
];

/** Decodes a source. Never throws: bytes that fit nothing come out as replacement characters. */
export function decode(source: Source): Decoded {
  const { bytes } = source;
  const name = charsetOf(source);
  return { ...source, text: textOf(bytes, name).replace(/^\ufeff/, '') };
}

function textOf(bytes: Uint8Array, name: string): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (name === 'utf-8') return buffer.toString();
  if (iconv().encodingExists(name)) return iconv().decode(buffer, name);
  return new TextDecoder(name).decode(bytes);
}

function charsetOf({ bytes, contentType }: Source): string {
  const begins = ([, sign]: readonly [string, readonly number[]]): boolean =>
    sign.every((byte, at) => bytes[at] === byte);
  const mark = MARKS.find(begins);
  if (mark) return mark[0];
  const declared = declaredIn(bytes) ?? SIGNS.find(begins)?.[0] ?? null;
  const named = known(/charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1]);
  // Servers say "us-ascii" or "latin-1" without looking: the document's own word is better then.
  const isVague = named === null || /^(us-ascii|iso-8859-1|latin1?)$/i.test(named);
  const told = wide((isVague ? declared : null) ?? named ?? 'utf-8');
  // "iso-8859-1" over bytes that are UTF-8 all through: no latin-1 copy looks like that by chance
  if (told === 'windows-1252' && isUtf8(bytes)) return 'utf-8';
  if (told !== 'utf-8' || !isNoUtf8(bytes)) return told;
  const own = wide(declared ?? 'utf-8');
  return own === 'utf-8' ? (guessCharset(bytes) ?? 'windows-1252') : own;
}

/** The charset that an XML declaration or an HTML meta element names. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const xml = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1];
  const html = /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1];
  const name = known(xml ?? html);
  // What can be read like this is no UTF-16, whatever it says.
  return name !== null && /^(utf-?(16|32)|ucs-?[24])/.test(name) ? null : name;
}

function known(name: string | undefined): string | null {
  if (name === undefined) return null;
  const lower = name.toLowerCase();
  return iconv().encodingExists(name) || lower === STATEFUL ? lower : null;
}

/** Latin-1 in the wild is windows-1252, and GB2312 is written with GBK's letters (WHATWG encoding). */
function wide(name: string): string {
  if (/^(us-ascii|ascii|iso-8859-1|latin1?)$/i.test(name)) return 'windows-1252';
  if (/^utf-?8$/i.test(name)) return 'utf-8';
  if (/^(gb2312|gbk|gb_2312)/i.test(name)) return 'gb18030';
  return /^utf-?16$/i.test(name) ? 'utf-16' : name;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // how TextDecoder says that a byte does not fit
  }
}

/** More bytes that do not fit than letters that do: a broken letter in good copy is no such thing. */
function isNoUtf8(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return false;
  const letters = new TextDecoder('utf-8').decode(bytes).match(/[^\0-\x7f]/gu) ?? [];
  return letters.filter((letter) => letter === '\ufffd').length * 2 > letters.length;
}
