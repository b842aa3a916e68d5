/** Feeds text to a parser of markup piece by piece, so that hostile nesting can be stopped in time. */
import type { Parser } from 'htmlparser2';

const PIECE_CHARACTERS = 32_768;
/** The parser pays for every open element with each new one; no story has a hundredth of these. */
const DEPTH_MAX = 4_000;

/** Parses the text to its end, or to where more than 4 000 elements stand open. */
export function parseInPieces(parser: Parser, text: string, depth: () => number): void {
  for (let at = 0; at < text.length && depth() <= DEPTH_MAX; at += PIECE_CHARACTERS)
    parser.write(text.slice(at, at + PIECE_CHARACTERS));
  parser.end();
}
