/** Verbs in the present tense that the tagger takes for nouns. */
import type { Token } from './reading.ts';
import { isPlainPast } from './verb-tense.ts';

/**
 * Where the verb stands in a stretch in which the tagger saw none: "A team of eight lands in Oslo",
 * "The parties return to the table", "The ship, damaged in the storm, sails for Malta": what stands between
 * two commas is passed over. Null for none.
 */
export function untaggedVerb(tokens: readonly Token[], from: number, to: number): number | null {
  const places = withoutAsides(tokens, from, to);
  if (places.some((at) => isTagged(tokens[at]))) return null;
  for (let index = 1; index < places.length; index += 1) {
    const at = places[index] as number;
    const before = tokens[places[index - 1] as number];
    if (isVerbByPlace(before, tokens[at], tokens[at + 1]) || opensAdjective(tokens, at, before)) return at; // prettier-ignore
    if (isPluralsDeed(tokens, places, index) || isOfPlural(tokens, places, index)) return at;
  }
  return null;
}

const isTagged = (token: Token | undefined): boolean =>
  /^(?:AUX|VERB)$/.test(token?.pos ?? '') || isPlainPast(token?.lower ?? '');

/** "Rents in the city rise by 3 percent": the verb goes with the plural that opens. */
function isOfPlural(tokens: readonly Token[], places: readonly number[], index: number): boolean {
  const token = tokens[places[index] as number];
  if (token?.pos !== 'NOUN' || tokens[(places[index] as number) + 1]?.pos !== 'ADP') return false;
  const hangs = places.findIndex((at) => tokens[at]?.pos === 'ADP');
  const head = tokens[places[hangs - 1] ?? -1];
  if (hangs >= index || !/^(?:NOUN|PROPN)$/.test(head?.pos ?? '')) return false;
  const before = tokens[places[index - 1] as number];
  if (/[^su]s$/.test(head?.lower ?? '')) return PLURALS_DO.test(token.lower);
  // "Work at the two mines stops on": a plural in front of a plural
  return [before, token].every((each) => each?.pos === 'NOUN' && /[^su]s$/.test(each.lower)) && !MODIFIES.test(before?.lower ?? ''); // prettier-ignore
}

/** The places of a stretch but those between two commas; a list of three has no aside. */
function withoutAsides(tokens: readonly Token[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const end = tokens[at]?.text === ',' ? closingComma(tokens, at, to) : null;
    if (end === null) places.push(at);
    else at = end;
  }
  return places;
}

/** Words between two commas that hold an aside, and no further part of a list. */
const LONGEST_ASIDE = 14;

function closingComma(tokens: readonly Token[], at: number, to: number): number | null {
  for (let end = at + 2; end < Math.min(to, at + LONGEST_ASIDE); end += 1)
    if (tokens[end]?.text === ',') return tokens[end + 1]?.pos === 'CCONJ' ? null : end;
  return null;
}

/** "The president cuts short his trip". */
const opensAdjective = (tokens: readonly Token[], at: number, before: Token | undefined): boolean =>
  tokens[at]?.pos === 'NOUN' &&
  /[^su]s$/.test(tokens[at]?.lower ?? '') &&
  before?.pos === 'PROPN' &&
  tokens[at + 1]?.pos === 'ADJ' &&
  /^(?:DET|PRON)$/.test(tokens[at + 2]?.pos ?? '');

/** Plurals that stand before a noun as what it is of: "sales talk", "arms race". */
const MODIFIES =
  /^(?:arms|sports|sales|jobs|goods|customs|savings|rights|news|results|earnings|futures|operations|systems|communications|affairs|services|works|details|politics|economics|headquarters|series|species|games|parents|veterans|women|girls|men|boys|children|teachers|drugs|weapons|missiles?|rates|trades)$/;

/** "Bells ring across the country": without any other verb, a noun right behind the plural that opens is one. */
function isPluralsDeed(
  tokens: readonly Token[],
  places: readonly number[],
  index: number,
): boolean {
  const at = places[index] as number;
  const before = tokens[places[index - 1] as number];
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (token?.pos !== 'NOUN' || /s$/.test(token.lower) || next?.lower === 'of') return false;
  if (!/^(?:ADP|ADV)$/.test(next?.pos ?? '') || !/^(?:NOUN|PROPN)$/.test(before?.pos ?? ''))
    return false;
  if (!/[^su]s$/.test(before?.lower ?? '') || MODIFIES.test(before?.lower ?? '')) return false;
  return places.slice(0, index).every((each) => {
    const { pos = '', lower = '' } = tokens[each] ?? {};
    // "a tailings dam": what one article opens is no plural
    return /^(?:DET|ADJ|NUM|NOUN|PROPN|PRON|PUNCT)$/.test(pos) && !ONE.test(lower);
  });
}

const ONE = /^(?:an?|one|this|that|each|every|another)$/;

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
  /^(?:(?:dock|arrive|depart|meet|begin|resume|reconvene|gather|come|sit|appear|follow|sail|lapse|expire|confer|return|rejoin|speak)s?|go|goes|fly|flies|lands|heads|travels)$/;

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
  /^(?:return|meet|vote|begin|start|restart|open|resume|travel|head|leave|depart|march|land|dock|reconvene|gather|visit|face|play|host|plan|stage|hold|go|come|sit|run|follow|appear|report|arrive|fly|sail|lapse|expire|fall|close|switch|move|confer|strike|protest|rally|walk|pull|join|ballot|rise|talk)$/;

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
