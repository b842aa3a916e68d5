/** One of two told as the one: "either Petri or Brandt", "left" and "right". */
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

const LONGEST_NAME = 4;

/** Names of the claim that the evidence has only as one of two. */
export function choiceObjections(tokens: Tokens, evidence: Reading): Objection[] {
  if (tokens.some(({ norm }) => /^(?:or|either|whether|neither|nor)$/.test(norm))) return [];
  const said = new Set(tokens.map(({ norm }) => norm));
  return evidence.tokens.flatMap(({ norm }, at): Objection[] => {
    if (norm !== 'or') return [];
    const sides = [nameFrom(evidence.tokens, at, -1), nameFrom(evidence.tokens, at, 1)];
    if (sides.some((side) => side.length === 0)) return [];
    // where another sentence has the name, it may be sure there
    const last = sides.map((side) => side.at(-1) as ProofToken);
    const told = last.find(
      (each) => said.has(each.norm) && (evidence.byStem.get(each.stem) ?? []).length === 1,
    );
    return told ? [{ kind: 'modality', words: told.norm }] : [];
  });
}

/** The capitals in a row on one side of a place, in reading order. */
function nameFrom(tokens: Tokens, at: number, side: 1 | -1): ProofToken[] {
  const name: ProofToken[] = [];
  for (let place = at + side; name.length < LONGEST_NAME; place += side) {
    const token = tokens[place];
    if (!token?.capital || token.value !== null || isFunctionWord(token.norm)) break;
    if (token.sentence !== tokens[at]?.sentence) break;
    name.push(token);
  }
  return side === 1 ? name : name.toReversed();
}

const OTHER_SIDE: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

/** "Her right knee" where the evidence has "her left knee". */
export function sideObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    const other = OTHER_SIDE[token.norm];
    const next = tokens[at + 1];
    if (other === undefined || next?.value !== null || next.clause !== token.clause) return [];
    const before = (evidence.byStem.get(next.stem) ?? []).map(
      (place) => evidence.tokens[place - 1]?.norm,
    );
    if (!before.includes(other) || before.includes(token.norm)) return [];
    return [{ kind: 'opposite', words: `${token.norm} ${next.norm}` }];
  });
}
