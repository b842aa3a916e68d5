/** Negation: what the copy denies and a claim affirms, and the reverse. */
import { alignedSentences } from './align.ts';
import { deniesByStem, isFunctionWord, isNegator } from './cues.ts';
import type { Objection, Reading } from './reading.ts';
import { contentOf, isNameIn } from './reading.ts';
import { groupsOf } from './synonyms.ts';
import type { ProofToken } from './tokens.ts';

/** How far a negation can reach, and how near it is sure to bear on a word. */
const WIDE = 7;

/** "declined to", "refused a", "denied": a verb that negates; "declined 3 percent" does not. */
function negates(tokens: readonly ProofToken[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (isNegator(token.norm)) return tokens[at + 1]?.norm !== 'only' && !isBound(tokens, at);
  if (token.norm === 'out' && /^rul(?:e|es|ed|ing)$/.test(tokens[at - 1]?.norm ?? '')) return true;
  const next = tokens[at + 1]?.norm ?? '';
  return deniesAt(tokens, at) && (next === 'to' || /.{2}ing$/.test(next));
}

/** "No less than 14", "not far from", "no later than Monday": a measure, and nothing is denied. */
const isBound = (tokens: readonly ProofToken[], at: number): boolean =>
  tokens[at + 1]?.norm === 'far' ||
  (tokens[at + 2]?.norm === 'than' &&
    /^(?:more|less|fewer|later|earlier|sooner|longer|higher|lower)$/.test(
      tokens[at + 1]?.norm ?? '',
    ));

/** "She denied that her eggs were to blame": the whole of the clause is denied. */
function isInDenial(tokens: readonly ProofToken[], at: number): boolean {
  for (let before = at - 1; tokens[before]?.clause === tokens[at]?.clause; before -= 1)
    if (/^den(?:y|ies|ied|ying)$/.test(tokens[before]?.norm ?? ''))
      return tokens[before + 1]?.norm === 'that';
  return false;
}

/** Negated for sure: no other content word stands between the negation and the word. */
function isPlainlyNegated(tokens: readonly ProofToken[], at: number): boolean {
  if (isInDenial(tokens, at)) return true;
  for (let before = at - 1; before >= at - WIDE; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) return false;
    if (negates(tokens, before)) return true;
    if (!isFunctionWord(token.norm)) return false;
  }
  return false;
}

function isPerhapsNegated(tokens: readonly ProofToken[], at: number): boolean {
  if (isInDenial(tokens, at)) return true;
  for (let place = at - WIDE; place <= at + 1; place += 1) {
    if (tokens[place]?.sentence === tokens[at]?.sentence && negates(tokens, place)) return true;
    if (deniesAt(tokens, place)) return true;
  }
  return false;
}

/** "A ruling" denies nothing: only what is ruled out is denied. */
function deniesAt(tokens: readonly ProofToken[], at: number): boolean {
  const stem = tokens[at]?.stem ?? '';
  if (stem === 'put' && tokens[at + 1]?.norm === 'off') return true;
  return deniesByStem(stem) && (stem !== 'rul' || tokens[at + 1]?.norm === 'out');
}

/** Words told only one way in the evidence and the other way in the claim. */
export function negationObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  // a claim that denies anything may word the denial otherwise
  const doubts = [...tokens.keys()].some((at) => negates(tokens, at) || deniesAt(tokens, at));
  const affirmed = contentOf(tokens).flatMap((at) => {
    const token = tokens[at];
    const places = evidence.byStem.get(token?.stem ?? '') ?? [];
    if (!token || places.length === 0 || isPerhapsNegated(tokens, at)) return [];
    const aligned = alignedSentences(tokens, at, evidence);
    const near = places.filter((place) => aligned.has(evidence.tokens[place]?.sentence ?? -1));
    const told = near.length > 0 ? near : places;
    const denied = told.every((place) =>
      isInDenial(evidence.tokens, place) ? !doubts : isPlainlyNegated(evidence.tokens, place),
    );
    return denied && !isNameIn(tokens, at) ? [token.norm] : [];
  });
  const negated = [...tokens.keys()].flatMap((at) =>
    negates(tokens, at) ? strangeNegation(tokens, at, evidence) : [],
  );
  return [...affirmed, ...negated].map((words) => ({ kind: 'negation', words }));
}

/** The word a negation of the claim bears on, when the evidence never negates it. */
function strangeNegation(
  tokens: readonly ProofToken[],
  negator: number,
  evidence: Reading,
): string[] {
  let known = 0;
  let met = 0;
  if (isToldSo(tokens, negator, evidence) || isPutOff(tokens, negator, evidence)) return [];
  for (let at = negator + 1; at <= negator + WIDE; at += 1) {
    const token = tokens[at];
    if (!token || token.clause !== tokens[negator]?.clause) break;
    if (met > 0 && /^(?:and|but|or|while|because|as)$/.test(token.norm)) break;
    if (isFunctionWord(token.norm) || token.value !== null) continue;
    met += 1;
    const places = evidence.byStem.get(token.stem);
    const told = places ?? placesOfKin(token.stem, evidence);
    if (told.some((place) => isPerhapsNegated(evidence.tokens, place))) return [];
    if (places) known += 1;
    if (known === 2) break;
  }
  const denies = evidence.tokens.some(
    (token, at) =>
      negates(evidence.tokens, at) || deniesAt(evidence.tokens, at) || TURNED.test(token.norm),
  );
  return known > 0 || !denies ? [tokens[negator]?.norm ?? 'not'] : [];
}

const LATER = /^(?:until|postpon\w+|delay\w*|defer\w*|push\w*|next|later|further|yet|off)$/;

/** "There will be no ruling until next year" where the evidence has the ruling put off. */
const isPutOff = (tokens: readonly ProofToken[], at: number, evidence: Reading): boolean =>
  tokens.slice(at + 1, at + 1 + WIDE).some(({ norm }) => norm === 'until') &&
  evidence.tokens.some(({ norm }) => LATER.test(norm));

/** "did not say", "does not know": the same negation of a verb that tells little by itself. */
function isToldSo(tokens: readonly ProofToken[], negator: number, evidence: Reading): boolean {
  const verb = tokens[negator + 1];
  if (!verb || !isFunctionWord(verb.norm)) return false;
  return (evidence.byStem.get(verb.stem) ?? []).some((place) =>
    isNegator(evidence.tokens[place - 1]?.norm ?? ''),
  );
}

const ASKED = /^(?:when|where|why|how|whether|who|what|which)$/;

/** "The minister did say when": the evidence only has that she did not. */
export function silenceObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token, at) => {
    if (
      !/^(?:say|says|said|tell|told|know|knows)$/.test(token.norm) ||
      isPerhapsNegated(tokens, at)
    )
      return [];
    const asked = tokens[at + 1]?.norm ?? '';
    const places = (evidence.byStem.get(token.stem) ?? []).filter(
      (place) => evidence.tokens[place + 1]?.norm === asked,
    );
    if (!ASKED.test(asked) || places.length === 0) return [];
    const isSilent = places.every((place) => isPerhapsNegated(evidence.tokens, place));
    return isSilent ? [{ kind: 'negation' as const, words: `${token.norm} ${asked}` }] : [];
  });
}

/** Where the evidence has a word that can stand for this one: "hurt" for "injured". */
function placesOfKin(stem: string, evidence: Reading): number[] {
  const groups = groupsOf(stem);
  if (groups.size === 0) return [];
  return [...evidence.byStem].flatMap(([each, places]) =>
    [...groupsOf(each)].some((group) => groups.has(group)) ? places : [],
  );
}

const TURNED = /^(?:un|in|im|dis)\p{L}{4}/u;
