/** What old feeds do that no strict reader takes, put right in the text before it is read. */

const FIELD_CHARACTERS_MAX = 500_000;

/** Atom 0.3 said mode="base64"; Atom 1.0 (RFC 4287, 4.1.3.3) means it by a type that is no text. */
const ENCODED =
  /(<(?:\w{1,20}:)?(?:title|summary|content)\b([^<>]{1,500})>)([A-Za-z\d+/=\s]+)(?=<)/g;
const MODE = /\bmode\s*=\s*["']base64["']/i;
const BINARY =
  /\btype\s*=\s*["'](?!text\/|(?:x?html|text)["'])[\w.-]{1,40}\/(?![\w.-]{0,40}\+?xml["'])/i;
/** Names that RSS 2.0 feeds of the early years had for the full text. */
const FULL_TEXT = /<((?:\w{1,20}:)?body|fullitem)(?=[\s>])[^<>]{0,500}>/gi;

/** A date told twice in one item: the last counts, as a field that is set anew. */
const DATE_AGAIN =
  /<((?:\w{1,20}:)?(?:created|issued|modified|updated|published|pubDate))>[^<>]{0,100}<\/\1>\s{0,100}(?=<\1>)/g;

/** The same feed with base64 resolved and full text under the name `content:encoded`. */
export function mendFeed(text: string): string {
  const dated = text.replace(DATE_AGAIN, '');
  const plain = /base64|octet-stream/i.test(dated) ? withoutBase64(dated) : dated;
  return /<(?:fullitem|(?:\w{1,20}:)?body)[\s>]/i.test(plain) ? withFullText(plain) : plain;
}

function withoutBase64(text: string): string {
  return text.replace(ENCODED, (whole, open: string, attributes: string, letters: string) => {
    const isEncoded = MODE.test(attributes) || BINARY.test(attributes);
    if (!isEncoded || letters.trim() === '') return whole;
    const decoded = Buffer.from(letters, 'base64').toString('utf8');
    const attributesLeft = open.replace(MODE, 'mode="escaped"').replace(BINARY, 'type="text/');
    return attributesLeft + escapeMarkup(decoded);
  });
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Only below an item of RSS: an XHTML body inside Atom content stays what it is. */
function withFullText(text: string): string {
  if (!/<rss[\s>]/i.test(text.slice(0, 4_096))) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const open of text.matchAll(FULL_TEXT)) {
    if (open.index < done) continue;
    const start = open.index + open[0].length;
    const close = `</${open[1]}>`;
    const end = text.slice(start, start + FIELD_CHARACTERS_MAX).indexOf(close);
    if (end < 0) break;
    const inner = text.slice(start, start + end);
    const isTagged = /<(?!!\[CDATA\[)/.test(inner);
    const body = isTagged ? `<![CDATA[${inner.replaceAll(']]>', ']]&gt;')}]]>` : inner;
    pieces.push(text.slice(done, open.index), '<content:encoded>', body, '</content:encoded>');
    done = start + end + close.length;
  }
  return pieces.join('') + text.slice(done);
}
