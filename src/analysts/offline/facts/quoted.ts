/** What stands between quotation marks, and whether it is speech or only a word held up. */
import type { Stretch } from './evidence.ts';

/** `start` and `end` take the marks in; `inner` is what they hold. */
export type QuotedStretch = Stretch & {
  readonly inner: Stretch;
  /** long enough to be what somebody said; `false` for a scare-quoted phrase or a name */
  readonly speech: boolean;
};

const MOST = 400;
const LONGEST = 3000;
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '‘': '’', "'": "'" };

/**
 * Quoted stretches of a text in order, never overlapping. A stretch ends with its paragraph when it
 * is not closed there (speech that runs on into the next one). Linear in the length of the text.
 */
export function quotedStretches(text: string): QuotedStretch[] {
  const found: QuotedStretch[] = [];
  const closingAt = closingFinder(text);
  let paragraphEnd = -1;
  for (let at = 0; at < text.length && found.length < MOST; at += 1) {
    const mark = text[at] ?? '';
    const close = mark === '"' ? '"' : PAIRS[mark];
    if (close === undefined || (mark === '‘' && !opensWord(text, at))) continue;
    if (mark === "'" && !opensSpeech(text, at)) continue;
    if (mark === '"' && sideOf(text, at) === 'closes') continue;
    if (at >= paragraphEnd) paragraphEnd = endOfParagraph(text, at);
    const end =
      mark === '"' || mark === '“'
        ? endOfSpeech(text, at, paragraphEnd)
        : endOf(text, { from: at, closing: closingAt(at, close), close, limit: paragraphEnd });
    if (end === null) continue;
    const closed = text[end - 1] === close || (mark === '“' && text[end - 1] === '"');
    const inner = { start: at + 1, end: closed ? end - 1 : end };
    found.push({ start: at, end, inner, speech: isSpeech(text.slice(inner.start, inner.end)) });
    at = end - 1;
  }
  return found;
}

/** Whether a double mark opens or closes, by what stands beside it; null when that does not tell. */
function sideOf(text: string, at: number): 'opens' | 'closes' | null {
  if (text[at] === '“') return 'opens';
  if (text[at] === '”') return 'closes';
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (/[\s([–—]/.test(before)) return /[\s.,;:!?)\]–—]/.test(after) ? null : 'opens';
  return /[\s.,;:!?)\]–—]/.test(after) ? 'closes' : null;
}

const DOUBLE_MARK = /["“”]/g;
/** Quotations within one another; beyond that the marks say nothing. */
const DEEPEST = 3;

/**
 * The end of speech in double marks that opens at `from`, or null when nothing closes it. Speech of
 * several paragraphs opens each anew and closes only the last: where a page has run them together,
 * a mark that opens behind a full stop ends the part before it. Others open a quotation inside.
 */
function endOfSpeech(text: string, from: number, paragraphEnd: number): number | null {
  const limit = Math.min(paragraphEnd, from + LONGEST);
  let inside = 0;
  let last: number | null = null;
  DOUBLE_MARK.lastIndex = from + 1;
  for (let found = DOUBLE_MARK.exec(text); found; found = DOUBLE_MARK.exec(text)) {
    const at = found.index;
    if (at >= limit) break;
    if (sideOf(text, at) === 'opens') {
      const behind = text.slice(Math.max(0, at - 4), at);
      if (/[.!?…]['’]?\s{1,3}$/.test(behind))
        return last ?? at - (/\s+$/.exec(behind)?.[0].length ?? 0);
      if (inside === DEEPEST) break;
      inside += 1;
    } else if (inside === 0) return at + 1;
    else {
      inside -= 1;
      last = at + 1;
    }
  }
  if (last !== null) return last;
  // only speech that opens its paragraph may run to the end of it: else the mark is a slip
  const opens = from === 0 || text[from - 1] === '\n';
  return opens && limit === paragraphEnd ? limit : null;
}

/** A straight single mark opens speech only behind a stop, with a capital after it. */
function opensSpeech(text: string, at: number): boolean {
  if (!/\p{Lu}/u.test(text[at + 1] ?? '')) return false;
  return at === 0 || /(?:[.,:!?]\s{1,3}|\n)$/.test(text.slice(Math.max(0, at - 4), at));
}

/** A mark inside or behind a word is an apostrophe; a straight one closes only behind a mark. */
function isApostrophe(text: string, at: number, close: string): boolean {
  if (close !== '’' && close !== "'") return false;
  if (/\p{L}/u.test(text[at + 1] ?? '')) return true;
  return close === "'" && !/[.,!?…]/.test(text[at - 1] ?? '');
}

function endOfParagraph(text: string, from: number): number {
  const at = text.indexOf('\n\n', from);
  return at < 0 ? text.length : at;
}

function opensWord(text: string, at: number): boolean {
  return at === 0 || /[\s(–—]/.test(text[at - 1] ?? '');
}

/** Finds closing marks; what it found once is kept, so that a text is searched once for each mark. */
function closingFinder(text: string): (from: number, close: string) => number {
  const known = new Map<string, number>();
  return (from, close) => {
    const last = known.get(close) ?? -1;
    if (last > from) return last;
    let at = text.indexOf(close, from + 1);
    while (at >= 0 && isApostrophe(text, at, close)) at = text.indexOf(close, at + 1);
    const found = at < 0 ? text.length : at;
    known.set(close, found);
    return found;
  };
}

/** The end of the stretch that opens at `from`, or null when nothing closes it. */
function endOf(text: string, { from, closing, close, limit }: Opening): number | null {
  if (closing < Math.min(limit, from + LONGEST)) return closing + 1;
  // only speech that opens its paragraph may run to the end of it: else the mark is a slip
  const opens = from === 0 || text[from - 1] === '\n';
  return opens && close !== '’' && close !== "'" && limit - from <= LONGEST ? limit : null;
}

type Opening = {
  readonly from: number;
  readonly closing: number;
  readonly close: string;
  readonly limit: number;
};

const SHORTEST_SPEECH = 5;
const VERBAL =
  /\b(?:am|are|is|was|were|be|been|have|has|had|do|does|did|will|would|can|could|may|might|must|should|shall|need|want|know|think|believe|feel|hope|get|got|go|going|let|i|we|you|they|he|she|it|there|this|that)\b|n['’]t\b|['’](?:m|re|ve|ll|s)\b/i;

/** Five words, or fewer that are a sentence of their own ("We won,"). */
function isSpeech(inner: string): boolean {
  const text = inner.trim();
  const words = text.split(/\s+/, 60);
  if (words.length >= SHORTEST_SPEECH) return words.length > 7 || VERBAL.test(text) || ends(text);
  if (!/^\p{Lu}/u.test(text) || words.length < 2) return false;
  // "Ask me tomorrow," is said; "The Last Checkpoint," is a title
  const plain = words.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length > 1;
  return (
    (words.length > 2 && (/[.!?…]$/.test(text) || (plain && ends(text)))) ||
    (ends(text) && VERBAL.test(text))
  );
}

const ends = (text: string): boolean => /[.,!?…]$/.test(text);
