/** The same amount told in other terms: "three days" for 72 hours, "two towns" for "the towns of A and B". */
import { isFunctionWord } from './cues.ts';
import type { Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

/** Hours of the units of time that are so long and no other; months and years are told in months. */
const HOURS: Readonly<Record<string, number>> = { hour: 1, day: 24, week: 168, fortnight: 336 };
const MONTHS: Readonly<Record<string, number>> = { month: 1, year: 12, decade: 120 };

type Duration = { readonly hours: number } | { readonly months: number };

const singular = (norm: string): string => norm.replace(/s$/, '');

/** A number with the unit right behind it, or "a" before the unit; null for anything else. */
function durationAt(tokens: Tokens, at: number): Duration | null {
  const count = tokens[at]?.value ?? (/^an?$/.test(tokens[at]?.norm ?? '') ? 1 : null);
  const next = tokens[at + 1];
  if (count === null || !next || next.sentence !== tokens[at]?.sentence) return null;
  const unit = singular(next.norm);
  if (Object.hasOwn(HOURS, unit)) return { hours: count * (HOURS[unit] ?? 0) };
  return Object.hasOwn(MONTHS, unit) ? { months: count * (MONTHS[unit] ?? 0) } : null;
}

const isSameTime = (a: Duration | null, b: Duration | null): boolean =>
  a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b);

/**
 * The claim's tokens with what says the same amount put as the evidence has it: another unit of time,
 * and "two" where the evidence has the names of both. Anything else stays as it is.
 */
export function inTheirTerms(tokens: Tokens, evidence: Reading): Tokens {
  const told = [...evidence.tokens.keys()].filter((at) => durationAt(evidence.tokens, at) !== null);
  const changed = new Map<number, ProofToken>();
  for (const [at, token] of tokens.entries()) {
    const own = durationAt(tokens, at);
    if (token.value === null && own === null) continue;
    if (evidence.values.has(token.value ?? 1) && evidence.byStem.has(tokens[at + 1]?.stem ?? ''))
      continue;
    const place = told.find((each) => isSameTime(own, durationAt(evidence.tokens, each)));
    const [count, unit] = place === undefined ? [] : evidence.tokens.slice(place, place + 2);
    if (count && unit) {
      changed.set(at, { ...token, value: count.value });
      changed.set(at + 1, { ...(tokens[at + 1] as ProofToken), norm: unit.norm, stem: unit.stem });
    } else if (token.value === 2 && areBothNamed(tokens, at, evidence))
      changed.set(at, { ...token, value: null });
  }
  return changed.size === 0 ? tokens : tokens.map((token, at) => changed.get(at) ?? token);
}

const NOUN_REACH = 3;
const LONGEST_NAME = 4;

/** "Two crowded townships" where the evidence has "the townships of Kanyelele and Matero East". */
function areBothNamed(tokens: Tokens, at: number, evidence: Reading): boolean {
  const nouns = tokens
    .slice(at + 1, at + 1 + NOUN_REACH)
    .filter(({ norm }) => !isFunctionWord(norm) && norm.endsWith('s'));
  return nouns.some(({ stem }) =>
    (evidence.byStem.get(stem) ?? []).some((place) => {
      const { tokens: told } = evidence;
      const first = told[place + 1]?.norm === 'of' ? place + 2 : place + 1;
      const joint = endOfName(told, first);
      if (joint === first || told[joint]?.norm !== 'and') return false;
      const end = endOfName(told, joint + 1);
      return end > joint + 1 && told[end]?.norm !== 'and';
    }),
  );
}

/** The place behind the capitals in a row from a place on. */
function endOfName(tokens: Tokens, from: number): number {
  let at = from;
  while (at < from + LONGEST_NAME && tokens[at]?.capital && tokens[at]?.value === null) at += 1;
  return at;
}
