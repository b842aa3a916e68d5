/** Tokens of a sentence with their spans in the take and their universal part of speech. */
import type { SentenceSpan } from '../../../news/sentence.ts';
import type { ReadSentence, Token } from './reading.ts';
import { tagger } from './tagger.ts';

/** Longest token that is looked at; a longer one is junk and is tagged X. */
const LONGEST_TOKEN = 64;
/** Longest sentence that is looked at: what stands behind is not tokenised. */
const LONGEST_SENTENCE = 2000;

/** Words (with inner apostrophes, hyphens, points), numbers, or one run of a punctuation mark. */
const PIECE =
  /(?:\p{Lu}\.){1,8}(?![\p{L}\p{N}])|A\/S\b|[\p{L}\p{M}\p{N}]+(?:(?:[-'’.&]|(?<=\p{N})[,:/](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|([^\s\p{L}\p{N}])\1*/gu;
const CLITIC = /(?:['’](?:s|ll|re|ve|d|m)|n['’]t)$/iu;
const ABBREVIATION =
  /^(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Sen|Rep|Gov|Rev|Fr|St|Mt|Ft|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Inc|Corp|Co|Ltd|No|vs|Hon|Pres|Supt|Insp|Det|Cpl|Pvt|Brig|Dept|Bros|Atty|Assn|Messrs|Smt|Mme|Msgr|Amb|a\.m|p\.m|U\.S|U\.N|U\.K|E\.U|D\.C|\p{Lu})$/u;

/** The sentence's tokens, tagged. Linear in the length of the sentence. */
function tokensOf(sentence: SentenceSpan): Token[] {
  const pieces = piecesOf(sentence.text.slice(0, LONGEST_SENTENCE), sentence.start);
  return tag(pieces);
}

/** The sentence as the reading keeps it. */
export function readSentence(sentence: SentenceSpan, index: number): ReadSentence {
  const quoted = /^["“].*["”]$/su.test(sentence.text);
  return { ...sentence, index, tokens: tokensOf(sentence), quoted };
}

type Piece = { readonly text: string; readonly start: number };

function piecesOf(text: string, offset: number): Piece[] {
  const pieces: Piece[] = [];
  for (const match of text.matchAll(PIECE)) {
    const word = match[0];
    const start = match.index;
    const clitic = CLITIC.exec(word);
    if (clitic && clitic.index > 0) {
      pieces.push({ text: word.slice(0, clitic.index), start: offset + start });
      pieces.push({ text: clitic[0], start: offset + start + clitic.index });
      continue;
    }
    const previous = pieces.at(-1);
    const glued = previous && previous.start + previous.text.length === offset + start;
    if (word === '.' && glued && ABBREVIATION.test(previous.text) && start + 1 < text.length) {
      pieces[pieces.length - 1] = { text: `${previous.text}.`, start: previous.start };
    } else pieces.push({ text: word, start: offset + start });
  }
  return pieces;
}

/**
 * Tags pieces. The tagger reads a rebuilt line, one space between pieces and punctuation runs cut to
 * one mark, because it takes seconds on long runs of marks; its tokens are laid back on ours.
 */
function tag(pieces: readonly Piece[]): Token[] {
  const words = pieces.map((piece) => plainForm(piece.text));
  const plain = isInCapitals(words) ? words.map((word) => word.toLowerCase()) : words;
  const { its, readDoc } = tagger();
  const document = readDoc(plain.join(' '));
  const tokens = document.tokens();
  const values = tokens.out(its.value) as string[];
  const parts = tokens.out(its.pos) as string[];
  const lemmas = tokens.out(its.lemma as typeof its.value) as string[];
  let at = 0;
  return pieces.map((piece, index) => {
    const first = at;
    let room = (plain[index] ?? '').length;
    while (room > 0 && at < values.length) room -= (values[at++] ?? ' ').length;
    return tokenOf(piece, parts[first] ?? 'X', lemmas[first]);
  });
}

/** Copy in capitals throughout: the tagger takes each of its words for a name. */
function isInCapitals(words: readonly string[]): boolean {
  const written = words.filter((word) => /\p{L}/u.test(word));
  return written.length >= 4 && written.every((word) => !/\p{Ll}/u.test(word));
}

function plainForm(text: string): string {
  if (text.length > LONGEST_TOKEN) return 'x';
  if (/^[\p{L}\p{N}]/u.test(text)) return text;
  return /^[’']\p{L}/u.test(text) ? text : text.slice(0, 1);
}

function tokenOf(piece: Piece, pos: string, lemma: string | undefined): Token {
  const { text, start } = piece;
  const token = { text, lower: text.toLowerCase(), start, end: start + text.length, pos };
  return lemma === undefined ? token : { ...token, lemma };
}
