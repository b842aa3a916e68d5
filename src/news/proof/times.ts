/** Times told from where one stands: "yesterday", "next month". The copy's own words for days only. */
import { bestSentences } from './align.ts';
import type { Objection, Reading } from './reading.ts';
import { isCalendarWord } from './numbers.ts';
import type { ProofToken } from './tokens.ts';

const ALONE = /^(?:yesterday|today|tonight|tomorrow|overnight)$/;
const SIDES = /^(?:last|past|previous|next|coming|this)$/;
const UNITS =
  /^(?:day|week|weekend|month|quarter|season|year|decade|century|spring|summer|autumn|winter)$/;

const sideOf = (norm: string): string => {
  if (norm === 'this') return 'this';
  return norm === 'next' || norm === 'coming' ? 'ahead' : 'behind';
};

/** Such times of the claim that the evidence does not tell from the same side. */
export function timeObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap(({ norm, stem, sentence }, at): Objection[] => {
    if (ALONE.test(norm) && !evidence.norms.has(norm)) return [{ kind: 'date', words: norm }];
    const next = tokens[at + 1];
    if (!SIDES.test(norm) || next?.sentence !== sentence || !UNITS.test(next.norm)) return [];
    const told = (evidence.byStem.get(next.stem) ?? []).some((place) =>
      isOnSide(evidence.tokens, place, sideOf(norm)),
    );
    return told ? [] : [{ kind: 'date', words: `${stem} ${next.norm}` }];
  });
}

/** A day that the evidence has in another sentence only, while the one that tells the same has its own. */
export function misdatedObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token): Objection[] => {
    if (!isCalendarWord(token.norm) || !evidence.norms.has(token.norm)) return [];
    const rest = tokens.filter(
      ({ sentence, norm }) => sentence === token.sentence && !isCalendarWord(norm),
    );
    const best = bestSentences(rest, evidence);
    const here = evidence.tokens.filter(({ sentence }) => best.has(sentence));
    if (here.length === 0 || here.some(({ norm }) => norm === token.norm)) return [];
    const dated = new Set(
      here.flatMap(({ norm, sentence }) => (isCalendarWord(norm) ? [sentence] : [])),
    );
    return dated.size === best.size ? [{ kind: 'swap', words: token.norm }] : [];
  });
}

const UNTIL = /^(?:by|before|until|till)$/;
const SINCE = /^(?:after|since|following)$/;
/** Words between a day and what says on which side of it. */
const DAY_REACH = 2;

/** "After Nov. 15" where the evidence has "by Nov. 15". */
export function deadlineObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!isCalendarWord(token.norm)) return [];
    const side = daySideOf(tokens, at);
    const told = (evidence.byStem.get(token.stem) ?? []).map((place) =>
      daySideOf(evidence.tokens, place),
    );
    if (side === null || told.length === 0 || told.some((each) => each === null || each === side))
      return [];
    return [{ kind: 'date', words: `${side} ${token.norm}` }];
  });
}

function daySideOf(tokens: readonly ProofToken[], at: number): 'by' | 'after' | null {
  for (let before = at - 1; before >= at - DAY_REACH; before -= 1) {
    const { norm = '', sentence } = tokens[before] ?? {};
    if (sentence !== tokens[at]?.sentence) return null;
    if (UNTIL.test(norm)) return 'by';
    if (SINCE.test(norm)) return 'after';
  }
  return null;
}

const REACH = 3;

function isOnSide(tokens: readonly ProofToken[], place: number, side: string): boolean {
  for (let before = place - 1; before >= place - REACH; before -= 1) {
    const norm = tokens[before]?.norm ?? '';
    if (SIDES.test(norm) && sideOf(norm) === side) return true;
  }
  return false;
}

const ASIDE = /^(?:before|until|till|after)$/;
/** "Before October 1, when the season opens": what happens that day is told, too. */
const TELLS_OF_DAY = /^(?:when|as|the)$/;
const BEHIND_REACH = 3;

/** "Used in January" where the copy has it before January, and nothing within it. */
export function withinObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    const isWithin = /^(?:in|on|during)$/.test(tokens[at - 1]?.norm ?? '');
    if (!isCalendarWord(token.norm) || !isWithin) return [];
    const places = [...evidence.tokens.keys()].filter(
      (place) => evidence.tokens[place]?.norm === token.norm,
    );
    const isAside = places.every(
      (place) =>
        ASIDE.test(evidence.tokens[place - 1]?.norm ?? '') &&
        !evidence.tokens
          .slice(place + 1, place + BEHIND_REACH)
          .some(({ norm }) => TELLS_OF_DAY.test(norm)),
    );
    return places.length > 0 && isAside ? [{ kind: 'date', words: `in ${token.norm}` }] : [];
  });
}
