/** The same words around another name or number: what was one thing's has become another's. */
import { sharedBySentence } from './align.ts';
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord, sameName } from './cues.ts';
import { isCalendarWord, scaleOf } from './numbers.ts';
import type { ProofToken } from './tokens.ts';

type Sort = 'number' | 'day' | 'name';

/** What a swap exchanges, or null for plain words. */
function sortOf(token: ProofToken | undefined): Sort | null {
  if (!token) return null;
  if (token.value !== null) return token.value === 1 ? null : 'number';
  if (isCalendarWord(token.norm)) return 'day';
  return token.capital && !isFunctionWord(token.norm) ? 'name' : null;
}

/** "some 1,900", "at least seven": words that may stand between a place and its number. */
const ABOUT =
  /^(?:about|some|at|least|most|nearly|almost|around|over|under|than|more|less|only|just|a|an|the|estimated|roughly)$/;
/** Words of measure say nothing of what is measured. */
const UNITS =
  /^(?:percent|per|cent|dollars?|euros?|pounds?|yen|crowns?|francs?|people|years?|days?|hours?|minutes?|seconds?|months?|weeks?|metres?|meters?|km|kilomet\w+|miles?|tonn?es?|points?)$/;

/**
 * Names, days and numbers of the claim whose two neighbours on one side stand in the evidence, there
 * always beside another name, day or number.
 */
export function slotObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const sort = sortOf(token);
    if (sort === null || (token.opening && sort === 'name')) return [];
    const wrong = [-1, 1].some((side) => isFilledOtherwise(tokens, at, side, sort, evidence));
    return wrong ? [{ kind: 'swap' as const, words: token.norm }] : [];
  });
}

/** The two words beside a place on one side, nearest first; null when they tell too little. */
function frameOf(tokens: readonly ProofToken[], at: number, side: number): ProofToken[] | null {
  const sort = sortOf(tokens[at]);
  let from = at;
  // the rest of the same name, and "at least", belong to what fills the place
  while (isPartOfFilling(tokens, from, side, sort)) from += side;
  const frame = [from + side, from + 2 * side].map((place) => tokens[place]);
  if (frame.some((each) => each?.sentence !== tokens[at]?.sentence)) return null;
  const words = frame as ProofToken[];
  if (words[0]?.clause !== tokens[at]?.clause) return null;
  // "in Helstad on Monday": what happened that day happened in more than one place
  const tells = words.some(
    (each) => tellsSomething(each) && !(sort === 'name' && isCalendarWord(each.norm)),
  );
  return tells ? words : null;
}

function isPartOfFilling(
  tokens: readonly ProofToken[],
  at: number,
  side: number,
  sort: Sort | null,
): boolean {
  const token = tokens[at + side];
  if (!token || token.clause !== tokens[at]?.clause) return false;
  if (sort === 'number') return ABOUT.test(token.norm) || scaleOf(token.norm) !== null;
  return sort === 'name' && sortOf(token) === 'name';
}

function tellsSomething(token: ProofToken): boolean {
  if (token.value !== null || UNITS.test(token.norm)) return false;
  return !isFunctionWord(token.norm);
}

function isFilledOtherwise(
  tokens: readonly ProofToken[],
  at: number,
  side: number,
  sort: Sort,
  evidence: Reading,
): boolean {
  const frame = frameOf(tokens, at, side);
  const [near, far] = frame ?? [];
  if (!near || !far) return false;
  const rare = tellsSomething(near) ? near : far;
  const hop = rare === near ? 1 : 2;
  const seats: number[] = [];
  const places = evidence.byStem.get(rare.stem) ?? [];
  if (places.length > PLACES_MAX) return false;
  for (const place of places) {
    // where the filling would begin in the evidence
    const seat = place - hop * side;
    const other = hop === 1 ? place + side : place - side;
    const match = hop === 1 ? far : near;
    if (
      evidence.tokens[other]?.stem !== match.stem ||
      evidence.tokens[other]?.sentence !== evidence.tokens[place]?.sentence
    )
      continue;
    // an apposition stands between: what the frame belongs to stands before it
    const beside = evidence.tokens[hop === 1 ? place : other];
    if (evidence.tokens[seat]?.clause !== beside?.clause) return false;
    const fillings = fillingsAt(evidence.tokens, seat, side, sort);
    if (fillings.length === 0 || fillings.some((each) => isSame(each, tokens[at]))) return false;
    seats.push(place);
  }
  return seats.length > 0 && !isBetterTold(tokens, at, sort, seats, evidence);
}

/** Another sentence of the evidence has the word itself, and shares as much with the claim. */
function isBetterTold(
  tokens: readonly ProofToken[],
  at: number,
  sort: Sort,
  seats: readonly number[],
  evidence: Reading,
): boolean {
  const { shared } = sharedBySentence(tokens, at, evidence);
  const sentenceAt = (place: number): number => evidence.tokens[place]?.sentence ?? -1;
  const framed = new Set(seats.map(sentenceAt));
  const most = Math.max(0, ...[...framed].map((sentence) => shared.get(sentence) ?? 0));
  return evidence.tokens.some((each) => {
    if (sortOf(each) !== sort || !isSame(each, tokens[at]) || framed.has(each.sentence))
      return false;
    return (shared.get(each.sentence) ?? 0) >= most;
  });
}

/** "Berg and Vane", "the stadium in Quito": what may stand between two fillings of one place. */
const JOINTS = /^(?:and|or|of|in|at|from|near|for)$/;

/** Everything of one sort in a row, away from the frame: "Berg and Vane", "at least seven". */
function fillingsAt(
  tokens: readonly ProofToken[],
  seat: number,
  side: number,
  sort: Sort,
): ProofToken[] {
  const found: ProofToken[] = [];
  for (let place = seat, gone = 0; gone < 8; place -= side, gone += 1) {
    const token = tokens[place];
    if (!token || token.sentence !== tokens[seat]?.sentence) break;
    if (sortOf(token) === sort) found.push(token);
    else if (!(
      ABOUT.test(token.norm) ||
      scaleOf(token.norm) !== null ||
      (found.length > 0 && JOINTS.test(token.norm)) ||
      // "two helicopters and 120 soldiers"
      (found.length > 0 && tokens[place - side]?.norm === 'and')
    ))
      break;
  }
  return found;
}

function isSame(a: ProofToken, b: ProofToken | undefined): boolean {
  if (!b) return false;
  if (a.value !== null || b.value !== null) return a.value === b.value;
  return a.stem === b.stem || sameName(a.norm, b.norm);
}
