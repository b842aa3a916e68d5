/**
 * Does the copy say what a sentence claims? Cheap rules, not understanding: they look for what a
 * careless or invented sentence gets wrong. No objection is no proof, so claims must cite.
 */
import { actorObjections } from './actors.ts';
import { agentObjections, partObjections } from './agents.ts';
import { amountObjections, withRounded } from './amounts.ts';
import { hedgeObjections } from './attribution.ts';
import { bindingObjections } from './binding.ts';
import { againstObjections, certaintyObjections, sequenceObjections } from './certainty.ts';
import { choiceObjections, sideObjections } from './choices.ts';
import { mergedObjections, orderObjections } from './clauses.ts';
import { countedObjections } from './counted.ts';
import { isCommonOpener, isFunctionWord, sameName } from './cues.ts';
import { deniedObjections, redatedObjections, timedObjections } from './framed.ts';
import { isMild } from './mild.ts';
import { inTheirTerms } from './equivalents.ts';
import { focusObjections } from './focus.ts';
import { linkObjections } from './links.ts';
import { conditionObjections, doubtObjections, gainObjections, moodObjections } from './mood.ts';
import { negationObjections, silenceObjections } from './negation.ts';
import { speakerObjections, titleObjections } from './titles.ts';
import { isCalendarWord } from './numbers.ts';
import { novelObjections } from './novel.ts';
import { oppositeObjections } from './opposite.ts';
import { fateObjections, reversedObjections } from './reversed.ts';
import { slotObjections } from './slots.ts';
import { rankObjections, togetherObjections } from './ranks.ts';
import { isNameIn, type Objection, type Reading } from './reading.ts';
import { segmentObjections } from './segments.ts';
import { isSupported, vocabularyOf } from './support.ts';
import {
  deadlineObjections,
  misdatedObjections,
  timeObjections,
  withinObjections,
} from './times.ts';
import { proofTokens, type ProofToken } from './tokens.ts';
import {
  supposedObjections,
  turnedToObjections,
  twiceDeniedObjections,
  urgedObjections,
  wholeForPartObjections,
} from './turned.ts';
import { wholeObjections } from './wholes.ts';

/** Reads evidence for `objectionsTo`: the cited sentences, each as its own text. */
export function readEvidence(texts: readonly string[]): Reading {
  const tokens: ProofToken[] = [];
  let offset = 0;
  let sentences = 0;
  let clauses = 0;
  for (const text of texts) {
    const own = proofTokens(text);
    for (const token of own)
      tokens.push({
        ...token,
        start: token.start + offset,
        end: token.end + offset,
        sentence: token.sentence + sentences,
        clause: token.clause + clauses,
      });
    offset += text.length + 2;
    sentences += (own.at(-1)?.sentence ?? 0) + 1;
    clauses += (own.at(-1)?.clause ?? 0) + 1;
  }
  return indexed(tokens);
}

function indexed(tokens: readonly ProofToken[]): Reading {
  const byStem = new Map<string, number[]>();
  for (const [at, token] of tokens.entries()) {
    const places = byStem.get(token.stem);
    if (places) places.push(at);
    else byStem.set(token.stem, [at]);
  }
  const norms = new Set(tokens.map((token) => token.norm));
  const values = new Set(tokens.flatMap((token) => (token.value === null ? [] : [token.value])));
  return { tokens, byStem, norms, values, vocabulary: vocabularyOf(tokens) };
}

/**
 * What in `claim` the evidence does not bear out; empty when the rules find nothing.
 * @param evidence the sentences that the claim cites, read by `readEvidence`
 */
export function objectionsTo(claim: string, evidence: Reading): Objection[] {
  const read = proofTokens(claim).slice(0, MOST_WORDS);
  const tokens = inTheirTerms(withRounded(read, evidence), evidence);
  const found = [
    ...numberObjections(tokens, evidence),
    ...amountObjections(tokens, evidence),
    ...timeObjections(tokens, evidence),
    ...deadlineObjections(tokens, evidence),
    ...misdatedObjections(tokens, evidence),
    ...linkObjections(tokens, evidence),
    ...focusObjections(tokens, evidence),
    ...choiceObjections(tokens, evidence),
    ...sideObjections(tokens, evidence),
    ...gainObjections(tokens, evidence),
    ...doubtObjections(tokens, evidence),
    ...conditionObjections(tokens, evidence),
    ...countedObjections(tokens, evidence),
    ...wholeObjections(tokens, evidence),
    ...nameObjections(tokens, evidence),
    ...negationObjections(tokens, evidence),
    ...moodObjections(tokens, evidence),
    ...deniedObjections(tokens, evidence),
    ...timedObjections(tokens, evidence),
    ...redatedObjections(tokens, evidence),
    ...silenceObjections(tokens, evidence),
    ...titleObjections(tokens, evidence),
    ...speakerObjections(tokens, evidence),
    ...hedgeObjections(tokens, evidence),
    ...oppositeObjections(tokens, evidence),
    ...novelObjections(tokens, evidence),
    ...bindingObjections(tokens, evidence),
    ...reversedObjections(tokens, evidence),
    ...fateObjections(tokens, evidence),
    ...actorObjections(tokens, evidence),
    ...agentObjections(tokens, evidence),
    ...partObjections(tokens, evidence),
    ...certaintyObjections(tokens, evidence),
    ...againstObjections(tokens, evidence),
    ...sequenceObjections(tokens, evidence),
    ...segmentObjections(tokens, evidence),
    ...rankObjections(tokens, evidence),
    ...togetherObjections(tokens, evidence),
    ...orderObjections(tokens, evidence),
    ...mergedObjections(tokens, evidence),
    ...slotObjections(tokens, evidence),
    ...twiceDeniedObjections(tokens, evidence),
    ...supposedObjections(tokens, evidence),
    ...urgedObjections(tokens, evidence),
    ...turnedToObjections(tokens, evidence),
    ...wholeForPartObjections(tokens, evidence),
    ...withinObjections(tokens, evidence),
  ];
  return found.slice(0, MOST_OBJECTIONS);
}

const MOST_OBJECTIONS = 8;
/** A claim is a sentence or a few; what lies beyond is hostile. */
const MOST_WORDS = 250;

/** "one" is a pronoun as often as a number. */
function numberObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return tokens.flatMap((token) => {
    if (token.value === null || token.value === 1) return [];
    if (evidence.values.has(token.value)) return [];
    return [{ kind: 'number' as const, words: token.norm }];
  });
}

function nameObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const initials = initialsIn(evidence.tokens);
  return tokens.flatMap((token, at): Objection[] => {
    if (isCalendarWord(token.norm))
      return evidence.norms.has(token.norm) ? [] : [{ kind: 'date', words: token.norm }];
    if (token.value !== null || !(isNameIn(tokens, at) || opensAsName(token, evidence))) return [];
    if (evidence.norms.has(token.norm) || evidence.byStem.has(token.stem)) return [];
    if (initials.has(token.norm)) return [];
    if (evidence.tokens.some((each) => sameName(each.norm, token.norm))) return [];
    return [{ kind: 'name', words: token.norm }];
  });
}

/** A capital that opens a sentence, on a word that is none of the usual openers and none of the copy. */
function opensAsName(token: ProofToken, evidence: Reading): boolean {
  if (!token.capital || !token.opening || isFunctionWord(token.norm)) return false;
  return !isCommonOpener(token.norm) && !isMild(token.norm) && !isSupported(token, evidence);
}

/** "un" for "United Nations": the initials of two to six capitals in a row. */
function initialsIn(tokens: readonly ProofToken[]): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at < tokens.length; at += 1) {
    let letters = '';
    for (let next = at; next < at + 7; next += 1) {
      const token = tokens[next];
      if (!token) break;
      if (token.capital) letters += token.norm[0] ?? '';
      else if (!['of', 'the', 'for', 'and'].includes(token.norm)) break;
      if (letters.length >= 2) found.add(letters);
    }
  }
  return found;
}
