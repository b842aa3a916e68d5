/** Who did it to whom, and which number goes with which fate: the swaps that keep every word. */
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { rivalriesOf } from './rivals.ts';
import type { ProofToken } from './tokens.ts';

type Link = {
  readonly from: readonly string[];
  readonly verb: string;
  readonly to: readonly string[];
};
const LINK_REACH = 8;
const MOST_LINKS = 4_000;

/** "A sued B" where the copy only says "B sued A": both names, the verb between them, turned round. */
export function reversedObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const links = linksIn(tokens).slice(0, 60);
  if (links.length === 0) return [];
  const told = linksIn(evidence.tokens);
  return links.flatMap((link) => {
    const same = told.filter(({ verb }) => verb === link.verb);
    const straight = same.some((each) => meet(each.from, link.from) && meet(each.to, link.to));
    const turned = same.some((each) => meet(each.from, link.to) && meet(each.to, link.from));
    if (!turned || straight) return [];
    return [{ kind: 'swap' as const, words: `${link.from[0]} ${link.verb} ${link.to[0]}` }];
  });
}

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((name) => b.includes(name));
}

/** Names with a verb between them; "was sued by" is turned round into the active voice. */
function linksIn(tokens: readonly ProofToken[]): Link[] {
  const links: Link[] = [];
  for (const [at, verb] of tokens.entries()) {
    if (links.length >= MOST_LINKS) break;
    if (verb.capital || verb.value !== null || isFunctionWord(verb.norm)) continue;
    const before = nearestName(tokens, at, -1);
    const after = nearestName(tokens, at, 1);
    if (!before || !after) continue;
    const passive = tokens[at + 1]?.norm === 'by';
    // "the licence may be suspended, the minister said": nobody is said to do it
    if (!passive && /^(?:be|been|being|was|were)$/.test(tokens[at - 1]?.norm ?? '')) continue;
    links.push(
      passive
        ? { from: after, verb: verb.stem, to: before }
        : { from: before, verb: verb.stem, to: after },
    );
  }
  return links;
}

/** The words of the nearest name on one side, in the same sentence; null when there is none. */
function nearestName(tokens: readonly ProofToken[], at: number, step: number): string[] | null {
  for (let gone = 1; gone <= LINK_REACH; gone += 1) {
    const token = tokens[at + step * gone];
    if (!token || token.sentence !== tokens[at]?.sentence) return null;
    if (!isNameWord(token)) continue;
    const name: string[] = [];
    for (let place = at + step * gone; name.length < 6; place += step) {
      const next = tokens[place];
      if (!next || next.sentence !== token.sentence || !isNameWord(next)) break;
      name.push(next.norm);
    }
    return name;
  }
  return null;
}

function isNameWord(token: ProofToken): boolean {
  return token.capital && token.value === null && !isFunctionWord(token.norm);
}

const FATE_REACH = 6;

/** "Eleven were injured" where the copy says "eleven were killed and 240 injured". */
export function fateObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    const rivalries = rivalriesOf(token.stem);
    const value = rivalries.length > 0 ? nearestValue(tokens, at) : null;
    if (value === null || value === 1) return [];
    const places = evidence.byStem.get(token.stem) ?? [];
    if (
      places.length === 0 ||
      places.some((place) => nearestValue(evidence.tokens, place) === value)
    )
      return [];
    const rival = rivalries
      .flatMap(({ others }) => [...others])
      .find((stem) =>
        evidence.byStem.get(stem)?.some((place) => nearestValue(evidence.tokens, place) === value),
      );
    const isOthers =
      places.length < PLACES_MAX &&
      places.every((place) => {
        const { sentence } = evidence.tokens[place] as ProofToken;
        const told = evidence.tokens.some(
          (each) => each.sentence === sentence && each.value === value,
        );
        return !told && nearestValue(evidence.tokens, place) !== null;
      });
    // "all 240 passengers were killed" where it tells how many were
    const isCounted = rival === undefined && isOthers && countsDoer(tokens, at, value);
    if (!isCounted && (rival === undefined || tokens.some((each) => each.stem === rival)))
      return [];
    return [{ kind: 'swap' as const, words: `${value} ${token.norm}` }];
  });
}

/** The number of a fate: right behind it ("killed 11"), else before it, else further behind. */
function nearestValue(tokens: readonly ProofToken[], at: number): number | null {
  const steps = [...Array(FATE_REACH).keys()].map((step) => step + 1);
  const places = [at + 1, ...steps.map((step) => at - step), ...steps.map((step) => at + step)];
  for (const place of places) {
    const token = tokens[place];
    if (!token || token.sentence !== tokens[at]?.sentence) continue;
    if (token.value !== null && counts(token)) return token.value;
  }
  return null;
}

/** "240 passengers were killed": the number right before the noun of the verb. */
function countsDoer(tokens: readonly ProofToken[], at: number, value: number): boolean {
  const near = tokens.slice(Math.max(0, at - 5), at);
  const isBe = /^(?:was|were|are|is|been|be|have|had)$/.test(tokens[at - 1]?.norm ?? '');
  return isBe && near.some((token) => token.value === value && token.clause === tokens[at]?.clause);
}

/** An amount, not a place in a row or a year: "fourth quarter" counts nothing. */
function counts({ norm, value }: ProofToken): boolean {
  if (/^(?:first|second|third)$|th$/.test(norm)) return false;
  return value === null || value < 1_900 || value > 2_100;
}
