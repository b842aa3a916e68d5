/** Amounts as copy writes them, in figures and words. */
import {
  CURRENCIES,
  CURRENCY_CODES,
  DOLLARS,
  SCALES,
  SHORT_SCALES,
  SPELLED,
  TENS,
} from '../cues/numbers.ts';
import type { Token } from '../reading/reading.ts';
import type { Amount } from './tally.ts';

/** "7", "1.5 million", "three and a half", "twenty-two thousand", "$3 billion", "half". */
export function amountAt(tokens: readonly Token[], start: number): Amount | null {
  const sign = signAt(tokens, start);
  let at = sign?.to ?? start;
  const first = plainValue(sign?.figure ?? tokens[at]?.lower ?? '');
  if (first === null) return null;
  let value = first;
  at += 1;
  if (
    tokens[at]?.lower === 'and' &&
    tokens[at + 1]?.lower === 'a' &&
    tokens[at + 2]?.lower === 'half'
  ) {
    value += 0.5;
    at += 3;
  }
  for (
    let scale = SCALES.get(tokens[at]?.lower ?? '');
    scale !== undefined;
    scale = SCALES.get(tokens[at]?.lower ?? '')
  ) {
    value = scaled(value, scale);
    at += 1;
  }
  return { value, from: start, to: at, currency: sign?.currency ?? null };
}

/** Money named before its figure. `to` is the token of the figure, `figure` what of that is none of the money. */
type Sign = { readonly currency: string; readonly to: number; readonly figure: string | null };

/** "$", "A$", "$US", "EUR", "EUR5bn", "Rs.": what money the figure behind counts; null for none. */
function signAt(tokens: readonly Token[], at: number): Sign | null {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return null;
  const plain = CURRENCIES.get(first.text);
  if (plain !== undefined) {
    const [, country = '', figure = null] = /^([a-z]{1,2})(\d.*)$/.exec(second?.lower ?? '') ?? [];
    return { currency: DOLLARS.get(country) ?? plain, to: at + 1, figure };
  }
  if (second?.text === '$' && first.end === second.start) {
    const currency = DOLLARS.get(first.lower);
    return currency === undefined ? null : { currency, to: at + 2, figure: null };
  }
  const [, code = '', figure = null] = /^([A-Z]{3}|Rs)(\d.*)?$/.exec(first.text) ?? [];
  const currency = CURRENCY_CODES.get(code);
  if (currency === undefined) return null;
  if (figure !== null) return { currency, to: at, figure: figure.toLowerCase() };
  return { currency, to: second?.text === '.' ? at + 2 : at + 1, figure: null };
}

/** "4.1 billion" is 4100000000, whatever binary fractions make of it. */
function scaled(value: number, scale: number): number {
  return Number((value * scale).toPrecision(15));
}

/** The value of one word or figure, or null: "seven", "1,000", "12.5", "340m", "6.1-magnitude". */
export function plainValue(word: string): number | null {
  if (/^\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?$/.test(word)) return Number(word.replaceAll(',', ''));
  if (/^\d{1,12}(?:\.\d{1,6})?$/.test(word)) return Number(word);
  const short = /^(\d{1,9}(?:\.\d{1,3})?)(k|m|mn|bn|tn)$/.exec(word);
  if (short) return scaled(Number(short[1]), SHORT_SCALES.get(short[2] ?? '') ?? 1);
  const strength = /^(\d{1,2}(?:\.\d{1,2})?)-magnitude$/.exec(word);
  if (strength) return Number(strength[1]);
  const spelled = SPELLED.get(word) ?? TENS.get(word);
  if (spelled !== undefined) return spelled;
  const [tens, ones, more] = word.split('-', 3);
  if (more !== undefined || tens === undefined || ones === undefined) return null;
  const high = TENS.get(tens);
  const low = SPELLED.get(ones);
  return high !== undefined && low !== undefined && low < 10 ? high + low : null;
}

/** The first amount from a token on; null when there is none. */
export function firstAmount(tokens: readonly Token[], from: number): Amount | null {
  for (let at = from; at < tokens.length; at += 1) {
    const amount = amountAt(tokens, at);
    if (amount) return amount;
  }
  return null;
}

/** The last amount between two tokens; null when there is none. */
export function lastAmount(tokens: readonly Token[], from: number, to: number): Amount | null {
  let found: Amount | null = null;
  for (let at = from; at < to; at += 1) {
    const amount = amountAt(tokens, at);
    if (!amount) continue;
    found = amount;
    at = amount.to - 1;
  }
  return found;
}
