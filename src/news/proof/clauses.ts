/** Facts of two clauses made into one, and "before" told for "after". */
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { isCalendarWord } from './numbers.ts';
import { groupsOf } from './synonyms.ts';
import type { ProofToken } from './tokens.ts';

const SENSES: Readonly<Record<string, string>> = {
  before: 'before',
  after: 'after',
  following: 'after',
};
const REACH = 4;

/** "Before the recess" where the evidence only has "after the recess". */
export function orderObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const order = SENSES[token.norm];
    const what = order === undefined ? undefined : contentAfter(tokens, at);
    if (!what) return [];
    const told = (evidence.byStem.get(what.stem) ?? []).flatMap(
      (place) => orderBefore(evidence.tokens, place) ?? [],
    );
    if (told.length === 0 || told.includes(order as string)) return [];
    return [{ kind: 'date' as const, words: `${token.norm} ${what.norm}` }];
  });
}

function contentAfter(tokens: readonly ProofToken[], at: number): ProofToken | undefined {
  const near = tokens.slice(at + 1, at + 1 + REACH);
  const own = near.filter((token) => token.clause === tokens[at]?.clause);
  return own.find((token) => token.value === null && !isFunctionWord(token.norm));
}

function orderBefore(tokens: readonly ProofToken[], at: number): string | undefined {
  for (let before = at - 1; before >= at - REACH; before -= 1) {
    const token = tokens[before];
    if (token?.clause !== tokens[at]?.clause) return undefined;
    const order = SENSES[token?.norm ?? ''];
    if (order !== undefined) return order;
  }
  return undefined;
}

const UNITS =
  /^(?:percent|per|cent|dollars?|euros?|pounds?|crowns?|francs?|yen|people|years?|days?|hours?|weeks?|months?|points?)$/;

/**
 * A number or day whose clause in the claim shares nothing with its clauses in the evidence, and much
 * with a clause there that has another: "died in 1978" where 1978 is when he dug.
 */
export function mergedObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  if (!tokens.some(isAnchor)) return [];
  const clauses = [...Map.groupBy(evidence.tokens, ({ clause }) => clause).values()]
    .filter((clause) => clause.some(isAnchor))
    .map((clause) => ({ clause, roots: rootsOf(clause) }));
  return tokens.flatMap((token) => {
    if (!isAnchor(token)) return [];
    const said = rootsOf(tokens.filter(({ clause }) => clause === token.clause));
    if (said.size < SAID_MIN) return [];
    let elsewhere = 0;
    for (const { clause, roots } of clauses) {
      const shared = sharedOf(said, roots);
      if (clause.some((each) => isSame(each, token))) {
        if (shared > 0 || clause.length < CLAUSE_MIN) return [];
      } else if (clause.some(isAnchor)) elsewhere = Math.max(elsewhere, shared);
    }
    const isTold = evidence.tokens.some((each) => isSame(each, token));
    if (!isTold || elsewhere < Math.max(SAID_MIN, said.size / 2)) return [];
    return [{ kind: 'swap' as const, words: token.norm }];
  });
}

const SAID_MIN = 2;
/** A clause as short as "on Tuesday" says nothing of what goes with it. */
const CLAUSE_MIN = 4;

const isAnchor = (token: ProofToken): boolean =>
  token.value === null ? isCalendarWord(token.norm) : token.value !== 1;

function isSame(a: ProofToken, b: ProofToken): boolean {
  return b.value === null ? a.norm === b.norm : a.value === b.value;
}

function rootsOf(tokens: readonly ProofToken[]): Set<string> {
  return new Set(
    tokens
      .filter(({ norm, value }) => value === null && !isFunctionWord(norm) && !UNITS.test(norm))
      .map(({ stem }) => stem),
  );
}

function sharedOf(said: ReadonlySet<string>, told: ReadonlySet<string>): number {
  const groups = new Set([...told].flatMap((stem) => [...groupsOf(stem)]));
  return [...said].filter(
    (stem) => told.has(stem) || [...groupsOf(stem)].some((group) => groups.has(group)),
  ).length;
}
