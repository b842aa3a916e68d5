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

const PLURALS_DO =
  /^(?:return|meet|vote|begin|start|open|resume|travel|head|leave|depart|march|land|reconvene|gather|visit|face|play|host)$/;

function isVerbByPlace(
  before: Token | undefined,
  token: Token | undefined,
  next: Token | undefined,
): boolean {
  if (token?.pos !== 'NOUN' || before === undefined || next === undefined) return false;
  if (next.lower === 'of' || !/^(?:ADP|DET|ADV|PRON|PART)$/.test(next.pos)) return false;
  if (PLURALS_DO.test(token.lower)) return before.pos === 'NOUN' && /s$/.test(before.lower);
  if (!/[^su]s$/.test(token.lower)) return false;
  if (before.text === ',') return next.pos === 'DET';
  return before.pos === 'PROPN' || before.pos === 'NUM' || (before.pos === 'NOUN' && !/s$/.test(before.lower)); // prettier-ignore
}
