/** Numbers whose thing is named before them: "the death toll rose to 14". */
import type { Token } from '../reading/reading.ts';

/** A number as the copy writes it. */
export type Amount = {
  readonly value: number;
  /** token indexes: the first and the one behind the last */
  readonly from: number;
  readonly to: number;
  readonly currency: string | null;
};

/** What a number counts; `to` is the token index behind the words that say so. */
export type Unit = {
  readonly name: string;
  readonly to: number;
  readonly weight: number;
  /** where the words that say it begin, when they stand before the number */
  readonly from?: number;
};

const VERB_NEAR = 6;
const SUBJECT_NEAR = 14;
const MOVES =
  /^(?:rose|risen|rises|rising|climbed|climbs|climbing|grew|grown|increased|jumped|reached|reaches|hit|passed|topped|exceeded|stood|stands|fell|fallen|dropped|mounted|soared|doubled|revised|raised|lowered|put|was|is)$/;
const BETWEEN =
  /^(?:at|to|past|over|above|least|more|than|about|around|nearly|almost|some|now|by|on|early|late|sharply|again|further|\p{L}+day)$/u;
const COUNT = /^(?:toll|casualties|fatalities)$/;

/** "16 last week": the time behind a number is nothing that it counts. */
export function isTime(token: Token | undefined): boolean {
  return token !== undefined && /^(?:last|this|next|earlier|later)$/.test(token.lower);
}

/**
 * The unit of a number that has none behind it and ends a tally: "casualties climbed to 19", "the
 * number of evacuees in the valley rose to 12,400"; null for all others. Looks back a bounded way.
 */
export function tallyAt(tokens: readonly Token[], { from, to }: Amount): Unit | null {
  const next = tokens[to];
  if (next && /^(?:NOUN|ADJ|PROPN|NUM)$/.test(next.pos) && !isTime(next)) return null;
  let verb = from - 1;
  while (from - verb < VERB_NEAR && BETWEEN.test(tokens[verb]?.lower ?? '')) verb -= 1;
  if (!MOVES.test(tokens[verb]?.lower ?? '')) return null;
  for (let at = verb - 1; at >= Math.max(0, verb - SUBJECT_NEAR); at -= 1) {
    const token = tokens[at];
    if (!token || token.pos === 'VERB' || /^[.;:"“”]$/.test(token.text)) return null;
    if (COUNT.test(token.lower)) {
      const first = tokens[at - 1]?.lower === 'death' ? at - 1 : at;
      return { name: 'people', to, weight: 3.5, from: first };
    }
    if (token.lower !== 'number' || tokens[at + 1]?.lower !== 'of') continue;
    const counted = tokens.slice(at + 2, verb).find(({ pos }) => pos === 'NOUN');
    return counted ? { name: counted.lower, to, weight: 3, from: at } : null;
  }
  return null;
}
