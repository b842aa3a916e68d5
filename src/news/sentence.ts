/** Sentences of a text, with their spans. Built for wire copy: abbreviations, initials, quotes. */
import { stopEnds } from './full-stop.ts';

/** `text.slice(start, end) === sentence.text`; no leading or trailing white space. */
export type SentenceSpan = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** index of the paragraph (blank-line separated) it stands in, from 0 */
  readonly paragraph: number;
};

/** What is read of a text: everything after it is left out, so that hostile copy stays cheap. */
export const SENTENCE_LIMITS = {
  textCharacters: 65_536,
  sentences: 400,
  sentenceCharacters: 2_000,
} as const;

type Stretch = { readonly start: number; readonly end: number };

/**
 * The sentences of a text in order. A blank line always ends one; a sentence over 2 000 characters
 * is split at the last space before the limit. At most 400 sentences of the first 65 536 characters.
 * Time is linear in the length of the text.
 */
export function sentencesOf(text: string): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  for (const [paragraph, stretch] of paragraphsIn(text).entries()) {
    for (const piece of piecesOf(text, stretch)) {
      if (sentences.length >= SENTENCE_LIMITS.sentences) return sentences;
      const { start, end } = piece;
      sentences.push({ text: text.slice(start, end), start, end, paragraph });
    }
  }
  return sentences;
}

/** Stretches between blank lines, without those that hold white space only. */
function paragraphsIn(text: string): Stretch[] {
  const limit = Math.min(text.length, SENTENCE_LIMITS.textCharacters);
  const paragraphs: Stretch[] = [];
  let start = -1;
  let end = 0;
  let at = 0;
  while (at < limit) {
    const lineEnd = endOfLine(text, at, limit);
    const line = trimmed(text, { start: at, end: lineEnd });
    if (line) {
      if (start < 0) start = line.start;
      end = line.end;
    } else if (start >= 0) {
      paragraphs.push({ start, end });
      start = -1;
    }
    at = lineEnd + 1;
  }
  if (start >= 0) paragraphs.push({ start, end });
  return paragraphs;
}

function endOfLine(text: string, from: number, limit: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 || found > limit ? limit : found;
}

function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  while (start < end && isSpace(text[start])) start += 1;
  while (end > start && isSpace(text[end - 1])) end -= 1;
  return start < end ? { start, end } : null;
}

/** White space and invisible marks that never belong to a sentence's edge. */
function isSpace(character: string | undefined): boolean {
  return character !== undefined && /[\s\u200b\ufeff]/.test(character);
}

function piecesOf(text: string, paragraph: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  let start = paragraph.start;
  let at = start;
  /** how many 「 and 『 stand open: what they hold belongs to the sentence around them */
  let cornerQuotes = 0;
  const close = (end: number): void => {
    const piece = trimmed(text, { start, end });
    if (piece) pieces.push(...withinLimit(text, piece));
    start = end;
  };
  while (at < paragraph.end) {
    const character = text[at] ?? '';
    if (character === '「' || character === '『') cornerQuotes += 1;
    if (character === '」' || character === '』') cornerQuotes = Math.max(0, cornerQuotes - 1);
    if (!STOPS.has(character)) {
      at += 1;
      continue;
    }
    const stop = readStop(text, at, paragraph.end);
    const inside = cornerQuotes > 0 && stop.wide;
    if (!inside && stopEnds({ text, start, ...stop, limit: paragraph.end })) close(stop.end);
    at = inside ? at + 1 : stop.end;
  }
  close(paragraph.end);
  return pieces;
}

const STOPS = new Set('.!?…。！？｡．؟।॥۔‽');
const WIDE_STOPS = new Set('。！？｡．');
const CLOSERS = new Set('"\'”’»›)]}）】」』〉》〟“');

/** A run of stops with the quotes and brackets that close after it. */
function readStop(text: string, at: number, limit: number) {
  let end = at;
  let wide = false;
  while (end < limit && STOPS.has(text[end] ?? '')) {
    wide ||= WIDE_STOPS.has(text[end] ?? '');
    end += 1;
    // ". . ." is an ellipsis set with spaces
    while (text[end] === ' ' && text[end + 1] === '.' && isSpaced(text, end + 1)) end += 1;
  }
  const marks = text.slice(at, Math.min(end, at + 16));
  const markEnd = end;
  while (end < limit && CLOSERS.has(text[end] ?? '')) end += 1;
  return { at, markEnd, marks, end, wide };
}

function isSpaced(text: string, dot: number): boolean {
  const next = text[dot + 1];
  return next === undefined || next === ' ' || next === '.' || CLOSERS.has(next);
}

function withinLimit(text: string, piece: Stretch): Stretch[] {
  const pieces: Stretch[] = [];
  let rest: Stretch | null = piece;
  while (rest && rest.end - rest.start > SENTENCE_LIMITS.sentenceCharacters) {
    const cut = cutBefore(text, rest.start, rest.start + SENTENCE_LIMITS.sentenceCharacters);
    const head = trimmed(text, { start: rest.start, end: cut });
    if (head) pieces.push(head);
    rest = trimmed(text, { start: cut, end: rest.end });
  }
  if (rest) pieces.push(rest);
  return pieces;
}

/** The last space in the second half of a stretch, else its end, never inside a surrogate pair. */
function cutBefore(text: string, start: number, end: number): number {
  for (let at = end; at > (start + end) / 2; at -= 1) if (isSpace(text[at])) return at;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end - 1 : end;
}
