/** Negation and modality: "agreed", "did not agree", "will agree", "may agree" are four stories. */
import { alignedSentences } from './align.ts';
import type { Objection, Reading } from './reading.ts';
import { contentOf, isNameIn } from './reading.ts';
import { deniesByStem, isFunctionWord, isNegator, moodOf } from './cues.ts';
import type { Mood } from './cues.ts';
import { groupsOf } from './synonyms.ts';
import { isIrregularPast, type ProofToken } from './tokens.ts';

/** How far a negation can reach, and how near it is sure to bear on a word. */
const WIDE = 7;

/** "declined to", "refused a", "denied": a verb that negates; "declined 3 percent" does not. */
function negates(tokens: readonly ProofToken[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (isNegator(token.norm)) return tokens[at + 1]?.norm !== 'only';
  if (token.norm === 'out' && /^rul(?:e|es|ed|ing)$/.test(tokens[at - 1]?.norm ?? '')) return true;
  return deniesByStem(token.stem) && tokens[at + 1]?.norm === 'to';
}

/** Negated for sure: no other content word stands between the negation and the word. */
function isPlainlyNegated(tokens: readonly ProofToken[], at: number): boolean {
  for (let before = at - 1; before >= at - WIDE; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) return false;
    if (negates(tokens, before)) return true;
    if (!isFunctionWord(token.norm)) return false;
  }
  return false;
}

function isPerhapsNegated(tokens: readonly ProofToken[], at: number): boolean {
  for (let place = at - WIDE; place <= at + 1; place += 1) {
    if (tokens[place]?.sentence === tokens[at]?.sentence && negates(tokens, place)) return true;
    if (deniesByStem(tokens[place]?.stem ?? '')) return true;
  }
  return false;
}

/** Words told only one way in the evidence and the other way in the claim. */
export function negationObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const affirmed = contentOf(tokens).flatMap((at) => {
    const token = tokens[at];
    const places = evidence.byStem.get(token?.stem ?? '') ?? [];
    if (!token || places.length === 0 || isPerhapsNegated(tokens, at)) return [];
    const aligned = alignedSentences(tokens, at, evidence);
    const near = places.filter((place) => aligned.has(evidence.tokens[place]?.sentence ?? -1));
    const told = near.length > 0 ? near : places;
    const denied = told.every((place) => isPlainlyNegated(evidence.tokens, place));
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
      negates(evidence.tokens, at) || deniesByStem(token.stem) || TURNED.test(token.norm),
  );
  return known > 0 || !denies ? [tokens[negator]?.norm ?? 'not'] : [];
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

const DONE_BEFORE = /^(?:was|were|has|had|have|been)$/;

/** The mood of the word at `at`; null where grammar does not tell ("to agree"). */
function moodAt(tokens: readonly ProofToken[], at: number): Mood | null {
  for (let before = at - 1; before >= at - 4; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) break;
    const mood = moodOf(token.norm);
    if (mood) return mood;
    if (!isFunctionWord(token.norm)) break;
  }
  if (isUnderWhether(tokens, at)) return 'possible';
  if (tokens[at - 1]?.norm === 'to') return moodOfInfinitive(tokens, at);
  const norm = tokens[at]?.norm ?? '';
  if (DONE_BEFORE.test(tokens[at - 1]?.norm ?? '')) return 'done';
  return /ed$/.test(norm) || isIrregularPast(norm) ? 'done' : null;
}

/** "hopes to meet", "want the operator to hire": the wish or plan before an infinitive. */
function moodOfInfinitive(tokens: readonly ProofToken[], at: number): Mood | null {
  for (let before = at - 2; before >= at - 2 - GOVERNING; before -= 1) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) break;
    const mood = moodOf(token.norm);
    if (mood) return mood;
  }
  return null;
}

const GOVERNING = 5;

/** "looking at whether a signal failed": what follows is asked, not told. */
function isUnderWhether(tokens: readonly ProofToken[], at: number): boolean {
  for (let before = at - 1; before >= at - GOVERNING; before -= 1) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) return false;
    if (token.norm === 'whether') return true;
  }
  return false;
}

/** A verb told as done that the evidence only expects, or as sure that it only holds possible. */
export function moodObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return contentOf(tokens).flatMap((at) => {
    const token = tokens[at];
    const here = moodAt(tokens, at);
    if (!token || token.capital || here === null) return [];
    const places = evidence.byStem.get(token.stem) ?? [];
    const there = places.map((place) => moodAt(evidence.tokens, place));
    if (there.length === 0 || there.includes(null) || there.includes(here)) return [];
    return [{ kind: 'modality' as const, words: token.norm }];
  });
}
