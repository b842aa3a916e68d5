/** Verbs in the present tense that the tagger takes for nouns. */
import type { Token } from './reading.ts';

/**
 * Where the verb stands in a stretch in which the tagger saw none: "A team of eight lands in Oslo",
 * "The first group, mostly women, boards a ferry", "The parties return to the table". Null for none.
 */
export function untaggedVerb(tokens: readonly Token[], from: number, to: number): number | null {
  if (tokens.slice(from, to).some(({ pos }) => pos === 'AUX' || pos === 'VERB')) return null;
  for (let at = from + 1; at < to; at += 1)
    if (isVerbByPlace(tokens[at - 1], tokens[at], tokens[at + 1])) return at;
  return null;
}

/**
 * The verb that a participle hides: "A team led by Eva Roe boards on Thursday". Null when the verb at
 * `at` is no participle with "by", or when none stands between it and `to`.
 */
export function verbBehindParticiple(
  tokens: readonly Token[],
  at: number,
  to: number,
): number | null {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isAttached =
    token?.pos === 'VERB' && next?.lower === 'by' && /^(?:NOUN|PROPN)$/.test(before?.pos ?? '');
  return isAttached ? untaggedVerb(tokens, at + 1, to) : null;
}

/** Verbs that are hardly ever nouns: behind "and" they go on with what the subject does. */
const GOES_ON =
  /^(?:dock|arrive|depart|meet|begin|resume|reconvene|gather|go|come|sit|appear|follow|fly|sail|lapse|expire|confer|return)$/;

/**
 * The same where a relative clause or a further verb opens at `at`: "40 nights, the first of which fall
 * in May", "are under way and dock on April 11". Null where none opens.
 */
export function untaggedInClause(tokens: readonly Token[], at: number, to: number): number | null {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (/^(?:which|who)$/.test(token?.lower ?? '')) return untaggedVerb(tokens, at, to);
  const goesOn = token?.lower === 'and' && at > 0 && GOES_ON.test(next?.lower ?? '');
  return goesOn && /^(?:ADP|DET|ADV)$/.test(tokens[at + 2]?.pos ?? '') ? at + 1 : null;
}

const PLURALS_DO =
  /^(?:return|meet|vote|begin|start|restart|open|resume|travel|head|leave|depart|march|land|dock|reconvene|gather|visit|face|play|host|plan|stage|hold|go|come|sit|run|follow|appear|report|arrive|fly|sail|lapse|expire|fall|close|switch|move|confer|strike|protest|rally|walk|pull|join|ballot)$/;

/** "Eleven concerts fall through": a verb that the tagger takes for a noun behind its plural. */
export function isTakenForNoun(tokens: readonly Token[], at: number): boolean {
  return (
    /[^s]s$/.test(tokens[at - 1]?.lower ?? '') &&
    isVerbByPlace(tokens[at - 1], tokens[at], tokens[at + 1])
  );
}

function isVerbByPlace(
  before: Token | undefined,
  token: Token | undefined,
  next: Token | undefined,
): boolean {
  if (token === undefined || before === undefined || next === undefined) return false;
  if (/^(?:ADJ|ADV)$/.test(token.pos) && /^(?:open|close)$/.test(token.lower)) return opensForPlural(before, next); // prettier-ignore
  if (token.pos !== 'NOUN') return false;
  if (/^(?:which|who)$/.test(before.lower)) return PLURALS_DO.test(token.lower) || /[^su]s$/.test(token.lower); // prettier-ignore
  if (next.lower === 'of' || !/^(?:ADP|DET|ADV|PRON|PART)$/.test(next.pos)) return false;
  if (
    PLURALS_DO.test(token.lower) &&
    /^(?:two|three|four|both|them|all|others|half)$/.test(before.lower)
  )
    return true;
  if (PLURALS_DO.test(token.lower)) return /^(?:NOUN|PROPN)$/.test(before.pos) && /[^s]s$/.test(before.lower); // prettier-ignore
  if (!/[^su]s$/.test(token.lower)) return false;
  if (before.text === ',') return next.pos === 'DET';
  return before.pos === 'PROPN' || before.pos === 'NUM' || (before.pos === 'NOUN' && !/s$/.test(before.lower)); // prettier-ignore
}

/** "Vaccination clinics open on Wednesday": an adjective only for the tagger. */
const opensForPlural = (before: Token, next: Token): boolean =>
  /^(?:NOUN|PROPN)$/.test(before.pos) &&
  /[^s]s$/.test(before.lower) &&
  /^(?:on|at|in|from|for)$/.test(next.lower);
