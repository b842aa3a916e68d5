/** Where a line of a model's reply says it stands: sentence numbers and quoted words, found in the copy. */
import type { Evidence, Quotation, When } from '../../news/card.ts';
import { findQuote } from '../../news/proof/quote.ts';
import type { NumberedSentence } from './copy.ts';

/** A line that holds, or why it does not, for the validator's list. */
export type Checked<Line> = { readonly line: Line } | { readonly error: string };

/** What lines are checked against. */
export type Ground = {
  readonly sentences: readonly NumberedSentence[];
  readonly bySid: ReadonlyMap<string, NumberedSentence>;
  /** text of each take by id */
  readonly texts: ReadonlyMap<string, string>;
  /** the day that the rules gave to a time as stated */
  readonly dateOf: (text: string, evidence: readonly Evidence[]) => Omit<When, 'text'>;
  /** people named by the rules or the reply */
  readonly people: readonly string[];
  /** quotations that the rules found, with who said them */
  readonly quoted: readonly Quotation[];
};

export type Cited = { readonly sid: string; readonly quote: string };
/** The sentence that a line cites, and the words it quotes there: the whole where it quotes none. */
export type Citation = { readonly whole: NumberedSentence; readonly span: Evidence };

const LONGEST_QUOTE = 600;
/** Fewer words may stand in any sentence. */
const LEAST_WORDS_ANYWHERE = 4;

/**
 * The sentence of a line and the words it quotes there; a string says what is wrong. Words that stand
 * in none of the sentences a line numbers, and in just one of the others, are cited from that one:
 * the number was a slip, and the words are the checksum.
 */
export function cite({ sid, quote }: Cited, ground: Ground): Citation | string {
  const numbered = sidsIn(sid).flatMap((each) => ground.bySid.get(each) ?? []);
  const [first] = numbered;
  const words = quote.slice(0, LONGEST_QUOTE);
  if (!/[\p{L}\p{N}]/u.test(words))
    return first ? { whole: first, span: first.evidence } : notThere(sid);
  for (const whole of numbered) {
    const found = citedIn(whole, words);
    if (found) return found;
  }
  const isLong = words.trim().split(/\s+/).length >= LEAST_WORDS_ANYWHERE;
  const others = isLong ? ground.sentences.flatMap((each) => citedIn(each, words) ?? []) : [];
  const [only] = others;
  if (only && others.length === 1) return only;
  return first ? `its quote does not stand in ${first.sid}` : notThere(sid);
}

const notThere = (sid: string): string => `there is no sentence ${sid.slice(0, 12)}`;

function citedIn(whole: NumberedSentence, quote: string): Citation | null {
  const { evidence } = whole;
  const found = findQuote(quote, evidence.quote);
  if (!found) return null;
  const start = evidence.start + found.start;
  const end = evidence.start + found.end;
  const text = evidence.quote.slice(found.start, found.end);
  return { whole, span: { take: evidence.take, start, end, quote: text } };
}

const MOST_SIDS = 6;
const NUMBERS = /(\d{1,4})(?:\s{0,3}(?:-|–|—|to|\.{2,3})\s{0,3}\[?\s{0,3}S?(\d{1,4}))?/giu;

/** `S3` for "[S3]", "s3" and "3"; `S3`, `S4`, `S5` for "S3-S5". At most six. */
export function sidsIn(text: string): string[] {
  const sids = [...text.slice(0, 200).matchAll(NUMBERS)].flatMap(([, from, to]) => {
    const first = Number(from);
    const last = Math.min(Number(to ?? from), first + MOST_SIDS);
    const span = Array.from({ length: Math.max(1, last - first + 1) }, (_, step) => first + step);
    return span.map((number) => `S${number}`);
  });
  return [...new Set(sids)].slice(0, MOST_SIDS);
}
