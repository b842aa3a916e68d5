/** The formats that Wirebrief reads, the particular before the general, and the one way in. */
import { problem } from '../../news/problem.ts';
import { anpaReader } from './anpa.ts';
import { decode } from './charset.ts';
import { emailReader } from './email.ts';
import { feedReader } from './feed.ts';
import type { FormatReader, Parsed, Source } from './format.ts';
import { htmlReader } from './html.ts';
import { iptc7901Reader } from './iptc7901.ts';
import { newsmlG2Reader } from './newsml-g2/newsml-g2.ts';
import { newsml1Reader } from './newsml1/newsml1.ts';
import { ninjsReader } from './ninjs.ts';
import { nitfReader } from './nitf/nitf.ts';
import { textReader } from './text.ts';
import { unknownXmlReader } from './xml/unknown.ts';

const READERS: readonly FormatReader[] = [
  newsmlG2Reader,
  newsml1Reader,
  nitfReader,
  feedReader,
  ninjsReader,
  anpaReader,
  iptc7901Reader,
  emailReader,
  htmlReader,
  unknownXmlReader,
  textReader,
];

const BYTES_MAX = 20_000_000;

/** Reads bytes of any format: every item that could be read, and what could not as problems. */
export function parseSource(source: Source): Parsed {
  const { bytes } = source;
  if (bytes.length === 0) return nothing('empty', 'The file is empty.');
  if (bytes.length > BYTES_MAX) return nothing('too-large', 'The file is larger than 20 MB.');
  const decoded = decode(source);
  if (decoded.text.trim() === '') return nothing('empty', 'The file holds no text.');
  if (isBinary(decoded.text)) return nothing('not-text', 'The file is binary, not text.');
  const reader = READERS.find((each) => each.detect(decoded));
  if (!reader) return nothing('not-news', 'This is no news: no known format, and not plain text.');
  return reader.parse(decoded);
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
