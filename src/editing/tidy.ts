/** Characters and stray markup: what must not be in plain text whatever the copy says. */
import type { Removed } from '../news/take.ts';

/** Copy longer than this is cut: no story is, and every later step is paid by the character. */
const TIDY_LIMIT_CHARACTERS = 400_000;

/** Tidy text, still with its line breaks, and what was taken out of it. */
type Tidied = { readonly text: string; readonly removed: readonly Removed[] };

const BLOCK_TAG =
  /<\/?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|tbody|td|th|section|article|blockquote|pre|hr|figure|figcaption|header|footer|aside|main|body|html|head|title|nitf|hl2)\b[^<>]{0,400}>/gi;
const INLINE_TAG =
  /<\/?(?:a|b|i|u|s|em|strong|span|font|small|big|sub|sup|img|abbr|cite|code|q|mark|time|center|strike|tt|org|person|location|num|link|meta|iframe|input|button|label|svg|path|video|audio|source|picture|wbr|amp-img)\b[^<>]{0,2000}>/gi;
const HIDDEN =
  /<(script|style)\b[^<>]{0,400}>[^<]{0,20000}<\/\1\s{0,9}>|<!--[^<>]{0,5000}>|<!--|-->/gi;

/** Plain text of copy that may still hold tags, entities, control bytes and doubled spaces. */
export function tidy(raw: string): Tidied {
  const removed: Removed[] = [];
  const take = (text: string, why: string, instead: string): string => {
    removed.push({ text, why });
    return instead;
  };
  const untagged = (text: string): string =>
    text.includes('<')
      ? text
          .replace(HIDDEN, (found) => take(found, 'script, style or comment', ' '))
          .replace(BLOCK_TAG, (found) => take(found, 'stray tag', '\n\n'))
          .replace(INLINE_TAG, (found) => take(found, 'stray tag', ''))
      : text;
  const cut = raw
    .slice(0, TIDY_LIMIT_CHARACTERS)
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  const decoded = untagged(decodeEntities(untagged(cut)));
  const clean = withoutControls(decoded, (found) =>
    take(codePoints(found), 'control characters', ''),
  );
  return { text: withPlainMarks(clean), removed };
}

const THIN_SPACES = /[\t\v\f\x08\x10-\x12\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

const CONTROLS =
  /[\x00-\x07\x0e\x0f\x13-\x1b\x7f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]+|[\u202a-\u202e\u2066-\u2069]+|[\u{e0000}-\u{e007f}]+/gu;

function withoutControls(text: string, remove: (found: string) => string): string {
  return text
    .replace(/[\x80-\x9f]/g, (found) => WINDOWS_1252[found.charCodeAt(0) - 0x80] ?? '')
    .replace(CONTROLS, remove)
    .replace(THIN_SPACES, ' ');
}

/** How the bytes 0x80 to 0x9f read in Windows-1252, which much "latin-1" copy really is. */
const WINDOWS_1252 = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((mark) =>
  /[\x80-\x9f]/.test(mark) ? '' : mark,
);

function codePoints(text: string): string {
  return [...text.slice(0, 16)]
    .map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

/** Typewriter quotes, underscores as dashes, doubled spaces. Line breaks stay. */
function withPlainMarks(text: string): string {
  return text
    .replace(/``|''/g, '"')
    .replace(/ _{1,2} /g, ' — ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…',
  lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»',
  lsaquo: '‹', rsaquo: '›', copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', yen: '¥',
  cent: '¢', sect: '§', para: '¶', deg: '°', bull: '•', middot: '·', frac12: '½', frac14: '¼',
  frac34: '¾', times: '×', divide: '÷', plusmn: '±', sup2: '²', sup3: '³', micro: 'µ', shy: '',
  ensp: ' ', emsp: ' ', thinsp: ' ', zwnj: '\u200c', zwj: '\u200d', lrm: '', rlm: '', iexcl: '¡',
  iquest: '¿', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø', Oslash: 'Ø', eth: 'ð', thorn: 'þ',
  oelig: 'œ', OElig: 'Œ', ordf: 'ª', ordm: 'º', tab: ' ', newline: '\n',
})); // prettier-ignore
const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
  grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303', uml: '\u0308', ring: '\u030a',
  cedil: '\u0327', caron: '\u030c',
})); // prettier-ignore

/** Entities of HTML as agencies send them; one that was escaped twice is read twice. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const once = text.replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,9});/g, entity);
  return once === text || !once.includes('&')
    ? once
    : once.replace(/&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,9});/g, entity);
}

function entity(whole: string, name: string): string {
  if (name.startsWith('#')) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : '\ufffd';
  }
  const mark = NAMED.get(name) ?? NAMED.get(name.toLowerCase());
  if (mark !== undefined) return mark;
  const accent = ACCENTS.get(name.slice(1).toLowerCase());
  return accent === undefined ? whole : `${name[0] ?? ''}${accent}`.normalize('NFC');
}
