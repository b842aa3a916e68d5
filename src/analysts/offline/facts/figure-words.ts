/** What a share or a sum is of: the words beside it that belong to it, as the copy has them. */
import type { Token } from '../reading/reading.ts';

/** Tokens: the first of a figure, and the first behind it. */
type Stretch = { readonly from: number; readonly to: number };

const LONGEST_PHRASE = 5;
const BOUND =
  /^(?:about|around|nearly|almost|some|roughly|approximately|only|just|more|less|fewer|than|at|least|most|up|to|by|over|under|as|much|an?|the|additional|further|total)$/;
const MOVES =
  /^(?:r[io]ses?|risen|rising|climb(?:s|ed|ing)?|gr[eo]ws?|grown|growing|increas(?:es?|ed|ing)|jump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|gain(?:s|ed|ing)?|advanc(?:es?|ed|ing)|f[ea]lls?|fallen|falling|dropp?(?:s|ed|ing)?|slid(?:es?|ing)?|slipp?(?:s|ed|ing)?|declin(?:es?|ed|ing)|lost|loses?|losing|shed|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|eas(?:es?|ed|ing)|dipp?(?:s|ed|ing)?|cut|raised|lowered|paid|pays?|paying|fined|earned|owes?|owed|raises?|costs?|costing|spent|spends?|donated|pledged|invested)$/;

/**
 * "a 35 percent corporate tax", "44 percent of likely voters", "revenues of $5.1bn", "fell 1.2 percent":
 * the figure with what it is of; as it came when the words beside it do not say.
 */
export function withMatter(tokens: readonly Token[], figure: Stretch): Stretch {
  const to = matterBehind(tokens, figure.to);
  if (to !== null) return { from: figure.from, to };
  return { from: matterBefore(tokens, figure.from) ?? figure.from, to: figure.to };
}

function matterBehind(tokens: readonly Token[], at: number): number | null {
  const direct = phraseEnd(tokens, at);
  if (direct !== null) return direct;
  if (!/^(?:of|in)$/.test(tokens[at]?.lower ?? '')) return null;
  const first = /^(?:the|its|their|his|her|all)$/.test(tokens[at + 1]?.lower ?? '')
    ? at + 2
    : at + 1;
  return phraseEnd(tokens, first);
}

/** Where a plain noun phrase ends that begins here: "likely voters"; a day or a time is none. */
function phraseEnd(tokens: readonly Token[], first: number): number | null {
  let end = first;
  while (end < first + LONGEST_PHRASE && isPhrase(tokens[end])) end += 1;
  return end > first && tokens[end - 1]?.pos === 'NOUN' && !isTime(tokens[end - 1]) ? end : null;
}

const isPhrase = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|ADJ)$/.test(token.pos) && /^\p{Ll}[\p{L}-]*$/u.test(token.text);

const isTime = (token: Token | undefined): boolean =>
  /^(?:days?|weeks?|months?|quarters?|years?|today|yesterday|morning|afternoon|evening|night)$/.test(
    token?.lower ?? '',
  );

function matterBefore(tokens: readonly Token[], from: number): number | null {
  let at = from - 1;
  while (at > from - LONGEST_PHRASE && BOUND.test(tokens[at]?.lower ?? '')) at -= 1;
  const word = tokens[at];
  if (word?.lower === 'of') return phraseStart(tokens, at);
  if (word && MOVES.test(word.lower) && word.pos === 'VERB') return at;
  return null;
}

/** Where the plain noun phrase begins that ends here: "full year revenues". */
function phraseStart(tokens: readonly Token[], end: number): number | null {
  let first = end;
  while (first > end - LONGEST_PHRASE && isPhrase(tokens[first - 1])) first -= 1;
  return first < end && tokens[end - 1]?.pos === 'NOUN' ? first : null;
}
