/** Who did it, where the copy names nobody or somebody else; and the whole told for a part of it. */
import { PLACES_MAX, type Objection, type Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { isSupported, vocabularyOf } from './support.ts';
import { isIrregularPast, type ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

const AGENT_REACH = 3;

const isPlain = (token: ProofToken | undefined): token is ProofToken =>
  token !== undefined && token.value === null && !isFunctionWord(token.norm);

const isPast = ({ norm, capital }: ProofToken): boolean =>
  !capital && (/[a-z]{2}ed$/.test(norm) || isIrregularPast(norm));

const isPassive = (tokens: Tokens, at: number): boolean =>
  [1, 2].some((step) => /^(?:was|were|been|being|be|is|are)$/.test(tokens[at - step]?.norm ?? ''));

/** The words of content behind "by", which stands behind a verb; none where there is no such "by". */
function agentBehind(tokens: Tokens, at: number): ProofToken[] {
  const by = [1, 2].map((step) => at + step).find((place) => tokens[place]?.norm === 'by');
  if (by === undefined) return [];
  const { clause } = tokens[at] as ProofToken;
  return tokens
    .slice(by + 1, by + 1 + AGENT_REACH + 1)
    .filter((token) => token.clause === clause && isPlain(token));
}

/** The word of content right before a past that is no passive: who does it. */
function agentBefore(tokens: Tokens, at: number): ProofToken[] {
  const before = tokens[at - 1];
  if (isPassive(tokens, at) || !isPlain(before)) return [];
  return before.clause === tokens[at]?.clause && !/ly$/.test(before.norm) ? [before] : [];
}

/**
 * Deeds of the claim done by somebody of whom the sentences that tell the deed do not speak, though
 * another one does: "rebels shelled a convoy" where "a convoy was shelled".
 */
export function agentObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!isPlain(token) || !isPast(token)) return [];
    const behind = agentBehind(tokens, at);
    const agent = behind.length > 0 ? behind : agentBefore(tokens, at);
    const places = (evidence.byStem.get(token.stem) ?? []).filter((place) =>
      isPast(evidence.tokens[place] as ProofToken),
    );
    if (agent.length === 0 || places.length === 0 || places.length > PLACES_MAX) return [];
    // elsewhere the doer may be "he" or "the company"
    if (behind.length === 0 && !places.every((place) => isUndone(evidence.tokens, place)))
      return [];
    const sentences = new Set(places.map((place) => evidence.tokens[place]?.sentence));
    const there = evidence.tokens.filter(({ sentence }) => sentences.has(sentence));
    const reading = sentencesOnly(there, evidence);
    const isStranger =
      agent.every((each) => evidence.byStem.has(each.stem)) &&
      !agent.some((each) => isSupported(each, reading));
    return isStranger || isOwedToAnother(behind, places, evidence)
      ? [{ kind: 'swap', words: `${agent[0]?.norm} ${token.norm}` }]
      : [];
  });
}

/** A passive without "by": nobody is said to have done it. */
const isUndone = (tokens: Tokens, at: number): boolean =>
  isPassive(tokens, at) && agentBehind(tokens, at).length === 0;

/** "Owed by a state bank" where it is "owed by his brother", and the bank stands before that. */
function isOwedToAnother(
  agent: Tokens,
  places: readonly number[],
  { tokens: told, byStem }: Reading,
): boolean {
  if (agent.length === 0 || !agent.every(({ stem }) => byStem.has(stem))) return false;
  return places.every((place) => {
    const there = agentBehind(told, place);
    const vocabulary = vocabularyOf(there);
    return (
      there.length > 0 &&
      agent.every(
        (each) =>
          !there.some(({ stem }) => stem === each.stem) && !vocabulary.byHead.has(each.norm),
      )
    );
  });
}

/** The evidence as if it held these words only. */
function sentencesOnly(words: Tokens, evidence: Reading): Reading {
  return {
    ...evidence,
    byStem: new Map(words.map(({ stem }) => [stem, [0]])),
    vocabulary: vocabularyOf(words),
  };
}

const PART_REACH = 8;

/** "Won the Tour of Karst" where the evidence has a stage of it won. */
export function partObjections(tokens: Tokens, evidence: Reading): Objection[] {
  const said = new Set(tokens.map(({ stem }) => stem));
  return tokens.flatMap((token, at): Objection[] => {
    const object = tokens[at + 1]?.norm === 'the' ? tokens[at + 2] : undefined;
    if (!isPlain(token) || !isPast(token) || !isPlain(object)) return [];
    const places = evidence.byStem.get(token.stem) ?? [];
    if (places.length === 0 || places.length > PLACES_MAX || isPassive(tokens, at)) return [];
    const isPart = places.every((place) => {
      const part = partOf(object, evidence.tokens, place);
      return part !== undefined && !said.has(part.stem);
    });
    return isPart ? [{ kind: 'swap', words: `${token.norm} ${object.norm}` }] : [];
  });
}

/** The noun before "of the" behind a verb, when what the claim has as object stands behind that. */
function partOf(object: ProofToken, told: Tokens, place: number): ProofToken | undefined {
  for (let at = place + 1; at <= place + PART_REACH; at += 1) {
    if (told[at]?.clause !== told[place]?.clause) return undefined;
    if (told[at]?.stem !== object.stem) continue;
    const of = told[at - 1]?.norm === 'the' ? at - 2 : at - 1;
    const part = told[of - 1];
    return told[of]?.norm === 'of' && isPlain(part) && of - 1 > place ? part : undefined;
  }
  return undefined;
}
