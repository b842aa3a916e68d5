/**
 * The charset of copy that names none and is no UTF-8: old wires and plain files of agencies that do not
 * write in Latin letters. Told by the letters that every text of a language is full of.
 */

type Candidate = {
  readonly name: string;
  /** characters that are frequent in running text */
  readonly frequent: RegExp;
  /** their least share of what is not ASCII: well below that of copy, well above that of a misreading */
  readonly shareMin: number;
};

const CYRILLIC = /[оеаинтсрвл]/g;
const CHINESE_MIN = 0.1;
const LETTERS_MIN = 0.4;
const CANDIDATES: readonly Candidate[] = [
  { name: 'shift_jis', frequent: /[\u3041-\u3093、。]/g, shareMin: 0.2 },
  { name: 'euc-jp', frequent: /[\u3041-\u3093、。]/g, shareMin: 0.2 },
  { name: 'euc-kr', frequent: /[이다의는에을를가고하지로한은기사서도정대인]/g, shareMin: 0.2 },
  {
    name: 'gb18030',
    frequent: /[的一是在了不和有人这中大为上个国年日月会，。]/g,
    shareMin: CHINESE_MIN,
  },
  {
    name: 'big5',
    frequent: /[的一是在了不和有人這中大為上個國年日月會，。]/g,
    shareMin: CHINESE_MIN,
  },
  { name: 'windows-1251', frequent: CYRILLIC, shareMin: LETTERS_MIN },
  { name: 'koi8-r', frequent: CYRILLIC, shareMin: LETTERS_MIN },
  { name: 'iso-8859-5', frequent: CYRILLIC, shareMin: LETTERS_MIN },
  { name: 'windows-1253', frequent: /[αοιετσνηυρ]/g, shareMin: LETTERS_MIN },
  { name: 'windows-1256', frequent: /[اليمنتروبة]/g, shareMin: LETTERS_MIN },
  { name: 'windows-1255', frequent: /[יוהלאתרמשנ]/g, shareMin: LETTERS_MIN },
];

const LOOKED_AT_BYTES = 65_536;
const HIGH_BYTES_MIN = 10;
/** In Latin copy letters with marks stand alone; elsewhere whole words are high bytes. */
const ADJACENT_SHARE_MIN = 0.5;

/** The charset that bytes read like; null for copy in Latin letters, and where nothing fits. */
export function guessCharset(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, LOOKED_AT_BYTES);
  if (!isOfWords(head)) return null;
  let best: { readonly name: string; readonly score: number } | null = null;
  for (const { name, frequent, shareMin } of CANDIDATES) {
    const score = shareOf(frequent, textIn(head, name)) / shareMin;
    if (score >= 1 && score > (best?.score ?? 0)) best = { name, score };
  }
  return best?.name ?? null;
}

function isOfWords(bytes: Uint8Array): boolean {
  let high = 0;
  let adjacent = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isHigh(bytes[at])) continue;
    high += 1;
    if (isHigh(bytes[at - 1]) || isHigh(bytes[at + 1])) adjacent += 1;
  }
  return high >= HIGH_BYTES_MIN && adjacent >= high * ADJACENT_SHARE_MIN;
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

/** The text by a charset; '' where the bytes do not fit it. */
function textIn(bytes: Uint8Array, name: string): string {
  try {
    // a letter may be cut at the end of what is looked at
    return new TextDecoder(name, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return ''; // how TextDecoder says that a byte does not fit
  }
}

function shareOf(frequent: RegExp, text: string): number {
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return foreign === 0 ? 0 : (text.match(frequent)?.length ?? 0) / foreign;
}
