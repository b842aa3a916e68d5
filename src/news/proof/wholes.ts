/** How much of a thing a claim speaks of: "four of the nine gates" are not all of them. */
import type { Objection, Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words that take in the whole of what they stand before. */
const WHOLE = words('all every everyone everybody everything entire always');
/** Words of copy that bear them out. */
const TOLD_WHOLE = words(
  'all every everyone everybody everything entire entirely whole wholly each any total totally ' +
    'completely complete both full fully always unanimous unanimously only no none nobody without never',
);
/** "After all", "at all", "all but two", "all night": nothing is taken in. */
const BEFORE_IDLE = words('at after above');
const BEHIND_IDLE = words('but day night along about');

/** Words of the claim that take in all, or half, where no word of the evidence does. */
export function wholeObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const halves = tokens.some(({ norm }) => norm === 'half') && !isHalved(evidence) ? ['half'] : [];
  const found = halves.map((words): Objection => ({ kind: 'number', words }));
  return [...found, ...allObjections(tokens, evidence)];
}

/** "Half" is a number, too. */
const isHalved = (evidence: Reading): boolean =>
  [0.5, 50].some((value) => evidence.values.has(value)) ||
  evidence.tokens.some(({ norm }) => /^(?:half|hal[fv]\w+)$/.test(norm)) ||
  // "one and a half" for 1.5
  [...evidence.values].some((value) => value % 1 === 0.5);

const NOUN_REACH = 4;

/** "All border crossings" where the copy counts them each time, and takes in the whole of others only. */
function isCountedThere(tokens: readonly ProofToken[], at: number, evidence: Reading): boolean {
  const near = tokens.slice(at + 1, at + 1 + NOUN_REACH);
  const places = near.flatMap(({ stem }) => evidence.byStem.get(stem) ?? []).slice(0, NOUN_REACH);
  return (
    places.length > 0 &&
    places.every((place) => {
      const before = evidence.tokens.slice(Math.max(0, place - NOUN_REACH), place);
      const isOfAll = before.some(({ norm }) => TOLD_WHOLE.has(norm));
      return !isOfAll && before.some(({ value }) => value !== null && value > 1);
    })
  );
}

function allObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const isToldAny = [...TOLD_WHOLE].some((word) => evidence.norms.has(word));
  return tokens.flatMap(({ norm }, at): Objection[] => {
    if (isToldAny && !isCountedThere(tokens, at, evidence)) return [];
    if (!WHOLE.has(norm) || BEFORE_IDLE.has(tokens[at - 1]?.norm ?? '')) return [];
    const next = tokens[at + 1];
    // "all three" are as many as there are told of: the number is looked at by itself
    if (BEHIND_IDLE.has(next?.norm ?? '') || typeof next?.value === 'number') return [];
    return [{ kind: 'number', words: norm }];
  });
}
