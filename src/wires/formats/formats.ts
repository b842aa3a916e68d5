/** The formats that Wirebrief reads, the particular before the general, and the one way in. */
import { problem } from '../../news/problem.ts';
import { decode } from './charset.ts';
import type { Decoded, FormatReader, Parsed, Source } from './format.ts';
import type { MARKUP } from './markup-readers.ts';
import { textReader } from './text.ts';

/** The readers at hand, null where none can be needed: most of the code that reads copy is nothing to plain text. */
type Readers = {
  readonly markup: typeof MARKUP | null;
  readonly framed: readonly FormatReader[] | null;
};

/** Readers look for their own in the first 4 kB of text, of at most so many bytes. */
const HEAD_BYTES = 16_384;
/** What every document of XML, JSON or HTML has there, in any encoding: "<", "{" or "[". */
const MARKS: ReadonlySet<number> = new Set([0x3c, 0x7b, 0x5b]);
/**
 * What every old wire and every mail has there, read byte by byte: a control byte (any of UTF-16 has
 * one), a line that opens with a letter and four figures, or at its very beginning a field or a source
 * with its number.
 */
const FRAME =
  /[\x00-\x08\x0e-\x1f]|(?:^|[\r\n])[^!-~]{0,64}[A-Za-z]\d{4}|^[^!-~]*(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:|[A-Za-z-]{2,17}[^!-~]{0,2}-?[A-Za-z]{0,3}\d\d)/;

const BYTES_MAX = 20_000_000;

/** Reads bytes of any format: every item that could be read, and what could not as problems. */
export async function parseSource(source: Source): Promise<Parsed> {
  const head = source.bytes.subarray(0, HEAD_BYTES);
  const isMarkup = isPacked(head) || head.some((byte) => MARKS.has(byte));
  const isFramed = isMarkup || FRAME.test(Buffer.from(head).toString('latin1'));
  return parseWith(
    {
      markup: isMarkup ? (await import('./markup-readers.ts')).MARKUP : null,
      framed: isFramed ? (await import('./framed-readers.ts')).FRAMED : null,
    },
    source,
  );
}

/** As `parseSource`, with these readers at hand. */
export function parseWith(readers: Readers, source: Source): Parsed {
  const bytes = unpacked(source.bytes);
  if (bytes === null) return nothing('not-text', 'The file is packed and cannot be unpacked.');
  if (bytes.length === 0) return nothing('empty', 'The file is empty.');
  if (bytes.length > BYTES_MAX) return nothing('too-large', 'The file is larger than 20 MB.');
  const decoded = decode({ ...source, bytes });
  if (isBinary(decoded.text)) return nothing('not-text', 'The file is binary, not text.');
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) return nothing('empty', 'The file holds no text.');
  const documents = documentsOf(decoded.text);
  if (documents.length < 2) return parseText(readers, decoded);
  const read = documents
    .slice(0, DOCUMENTS_MAX)
    .map((text) => parseText(readers, { ...decoded, text }));
  const sentence = `Only the first ${DOCUMENTS_MAX} documents of the file were read.`;
  const isCut = documents.length > DOCUMENTS_MAX;
  return together([...read, ...(isCut ? [nothing('too-many', sentence)] : [])]);
}

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Some sites and folders hold feeds packed with gzip that nothing around them speaks of. */
function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (!isPacked(bytes)) return bytes;
  try {
    // few sources are packed: Node's own is loaded for those
    const { gunzipSync } = process.getBuiltinModule('node:zlib');
    return gunzipSync(bytes, { maxOutputLength: BYTES_MAX });
  } catch {
    return null; // the caller says so
  }
}

/** The particular before the general: an e-mail or an old wire may hold a page, and all is text. */
function parseText(readers: Readers, decoded: Decoded): Parsed {
  const { markup, framed } = readers;
  const asked: readonly FormatReader[] = [
    ...(markup?.documents ?? []),
    ...(framed ?? []),
    ...(markup?.pages ?? []),
    textReader,
  ];
  const reader = asked.find((each) => each.detect(decoded));
  if (!reader) return nothing('not-news', 'This is no news: no known format, and not plain text.');
  if (!markup || reader !== markup.unknown) return reader.parse(decoded);
  // a wrapper that nobody knows, around documents that are known
  const pieces = markup.piecesOf(decoded.text);
  if (pieces.length === 0) return reader.parse(decoded);
  return together(pieces.map((text) => parseText(readers, { ...decoded, text })));
}

const DOCUMENTS_MAX = 500;

/** XML documents one behind another in one file: each begins with its declaration. */
function documentsOf(text: string): string[] {
  if (!/^\s{0,100}<\?xml\s/.test(text) || !/>\s{0,100}<\?xml\s/.test(text)) return [text];
  return text.split(/(?<=>\s{0,100})(?=<\?xml\s)/).filter((part) => part.trim() !== '');
}

/** What several documents of one file hold; the same problem is told once. */
function together(parsed: readonly Parsed[]): Parsed {
  const problems = parsed.flatMap((each) => each.problems);
  const told = new Map(problems.map((each) => [each.sentence, each]));
  return { copies: parsed.flatMap(({ copies }) => copies), problems: [...told.values()] };
}

/** What no wire sends: NUL and control bytes that frame no format. Escape shifts Japanese mail. */
const FOREIGN = /[\x00\x05-\x07\x17-\x1a\x7f\ufffd]/g;
const FOREIGN_SHARE_MAX = 0.01;
const HEAD_LENGTH = 4_096;

/** Pictures, archives and programs may hold the marks of an old wire by chance: they are told first. */
function isBinary(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH);
  return (head.match(FOREIGN)?.length ?? 0) > head.length * FOREIGN_SHARE_MAX;
}

function nothing(code: string, sentence: string): Parsed {
  return { copies: [], problems: [problem(code, sentence)] };
}
