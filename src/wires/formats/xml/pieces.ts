/** Documents of a known kind inside a text of XML: in a wrapper, or one behind another. */

const KNOWN = 'nitf|newsitem|newsmessage|packageitem|newsml|rss|feed|rbnews';
const OPEN = new RegExp(String.raw`<((?:[\w.-]{1,40}:)?(?:${KNOWN}))(?=[\s>])`, 'gi');
const PIECES_MAX = 1_000;

/**
 * The outermost documents of a known kind in a text, each from its opening to its closing tag, with
 * their prefixes as they stand; linear in the text. Empty when there is none.
 */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  OPEN.lastIndex = 0;
  const lower = text.toLowerCase();
  for (let found = OPEN.exec(text); found !== null; found = OPEN.exec(text)) {
    const close = `</${found[1]?.toLowerCase()}`;
    const at = lower.indexOf(close, found.index);
    const end = at < 0 ? -1 : text.indexOf('>', at);
    if (end < 0 || pieces.length >= PIECES_MAX) break;
    pieces.push(text.slice(found.index, end + 1));
    OPEN.lastIndex = end + 1;
  }
  return pieces;
}
