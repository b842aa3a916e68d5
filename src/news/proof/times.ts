/** Times told from where one stands: "yesterday", "next month". The copy's own words for days only. */
import type { Objection, Reading } from './reading.ts';
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

const REACH = 3;

function isOnSide(tokens: readonly ProofToken[], place: number, side: string): boolean {
  for (let before = place - 1; before >= place - REACH; before -= 1) {
    const norm = tokens[before]?.norm ?? '';
    if (SIDES.test(norm) && sideOf(norm) === side) return true;
  }
  return false;
}
