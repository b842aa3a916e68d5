/** Who goes with what: finds names and numbers that changed places between copy and claim. */
import { isFunctionWord } from './cues.ts';
import type { Objection, Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

/** Names and numbers: what a swap exchanges. */
function isAnchor(token: ProofToken | undefined): boolean {
  if (!token) return false;
  return token.value !== null ? token.value !== 1 : token.capital && !isFunctionWord(token.norm);
}

const keyOf = (token: ProofToken): string =>
  token.value === null ? token.norm : `#${token.value}`;

/** "Council leader" at the front of a sentence: a capital that the evidence does without. */
function isOpener(token: ProofToken | undefined, evidence: Reading): boolean {
  if (!token?.opening || token.value !== null) return false;
  const places = evidence.byStem.get(token.stem) ?? [];
  return places.some((place) => evidence.tokens[place]?.capital === false);
}

/** Words this near belong together in a claim. */
const NEAR = 1;

/**
 * Each content word of the claim that stands beside a name or number there must not stand nearer to
 * another of the claim's names or numbers everywhere in the evidence.
 */
export function bindingObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const anchors = [...tokens.keys()].filter(
    (at) => isAnchor(tokens[at]) && !isOpener(tokens[at], evidence),
  );
  if (anchors.length < 2) return [];
  const keys = new Set(anchors.map((at) => keyOf(tokens[at] as ProofToken)));
  const objections: Objection[] = [];
  for (const at of anchors) {
    const anchor = tokens[at] as ProofToken;
    for (const beside of neighbours(tokens, at)) {
      const places = evidence.byStem.get(beside.stem);
      if (!places || places.some((place) => isAnchor(evidence.tokens[place]))) continue;
      // "Bolivian architect Wara": both stand beside it
      const others = new Set([...keys].filter((key) => !standBeside(tokens, beside).includes(key)));
      if (!places.every((place) => isBoundElsewhere(evidence, place, anchor, others))) continue;
      objections.push({ kind: 'swap', words: `${anchor.norm} ${beside.norm}` });
      break;
    }
  }
  return objections;
}

/** The names and numbers right beside a word of the claim. */
function standBeside(tokens: readonly ProofToken[], word: ProofToken): string[] {
  const at = tokens.indexOf(word);
  return [tokens[at - 1], tokens[at + 1]].flatMap((each) =>
    each && isAnchor(each) ? [keyOf(each)] : [],
  );
}

function neighbours(tokens: readonly ProofToken[], at: number): ProofToken[] {
  const anchor = tokens[at];
  const found: ProofToken[] = [];
  for (const step of [1, -1])
    for (let place = at + step, gone = 0; gone < NEAR; place += step, gone += 1) {
      const token = tokens[place];
      if (!token || token.clause !== anchor?.clause || isAnchor(token)) break;
      if (BREAKS.has(token.norm)) break;
      if (!isFunctionWord(token.norm) && token.value === null) found.push(token);
    }
  return found;
}

/** The word at `place` has another of the claim's anchors close by, and this one not at all. */
function isBoundElsewhere(
  evidence: Reading,
  place: number,
  anchor: ProofToken,
  keys: ReadonlySet<string>,
): boolean {
  const own = keyOf(anchor);
  const sentence = evidence.tokens[place]?.sentence;
  let other = false;
  for (let at = place - REACH; at <= place + REACH; at += 1) {
    const token = evidence.tokens[at];
    if (!token || token.sentence !== sentence || !isAnchor(token)) continue;
    const key = keyOf(token);
    if (key === own) return false;
    if (keys.has(key) && Math.abs(at - place) <= 2) other = true;
  }
  return other;
}

const REACH = 10;
/** Words that part what stands beside them. */
const BREAKS = new Set([
  'and',
  'or',
  'but',
  'while',
  'with',
  'when',
  'after',
  'before',
  'as',
  'who',
]);
