/** Modality: "agreed", "will agree", "may agree" are three stories. */
import { alignedSentences } from './align.ts';
import type { Objection, Reading } from './reading.ts';
import { contentOf } from './reading.ts';
import { isFunctionWord, isModal, moodOf } from './cues.ts';
import type { Mood } from './cues.ts';
import { isIrregularPast, type ProofToken } from './tokens.ts';

const DONE_BEFORE = /^(?:was|were|has|had|have|been)$/;

/** No deeds, though they end like one. */
const STATES = /^(?:missing|pending|ongoing|willing|lacking|outstanding|living|standing)$/;

/** The mood of the word at `at`; null where grammar does not tell ("to agree"). */
function moodAt(tokens: readonly ProofToken[], at: number): Mood | null {
  for (let before = at - 1; before >= at - 4; before -= 1) {
    const token = tokens[before];
    if (!token || token.sentence !== tokens[at]?.sentence) break;
    // "in May, have spent": a month
    const mood = token.capital && !token.opening ? null : moodOf(token.norm);
    if (mood) return mood;
    if (!isFunctionWord(token.norm)) break;
  }
  if (isUnderWhether(tokens, at) || isOneOfTwo(tokens, at)) return 'possible';
  if (isStillAhead(tokens, at)) return 'ahead';
  if (tokens[at - 1]?.norm === 'to') return moodOfInfinitive(tokens, at);
  const norm = tokens[at]?.norm ?? '';
  if (DONE_BEFORE.test(tokens[at - 1]?.norm ?? '')) return 'done';
  // what is being done is not yet done
  const isNow = /.{2}ing$/.test(norm) && /^(?:is|are)$/.test(tokens[at - 1]?.norm ?? '');
  if (isNow && !STATES.test(norm)) return 'ahead';
  return /ed$/.test(norm) || isIrregularPast(norm) ? 'done' : null;
}

/** "Sail within five days or be impounded": one of two that may come. */
function isOneOfTwo(tokens: readonly ProofToken[], at: number): boolean {
  const be = /^(?:be|face|risk)$/.test(tokens[at - 1]?.norm ?? '') ? at - 1 : at;
  return be !== at && tokens[be - 1]?.norm === 'or';
}

const AWAITED =
  /^(?:way|plans?|ahead|hopes?|prospects?|risks?|threats?|fears?|calls?|proposals?|preparations?|possibility|chances?)$/;
const AWAITED_REACH = 5;

/** "Clearing the way for the first landing": named, but not done. */
function isStillAhead(tokens: readonly ProofToken[], at: number): boolean {
  if (!/.{2}(?:ing|ion|ment|al|ure)$/.test(tokens[at]?.norm ?? '')) return false;
  for (let before = at - 1; before >= at - AWAITED_REACH; before -= 1) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) return false;
    const next = tokens[before + 1]?.norm ?? '';
    if (AWAITED.test(token.norm) && /^(?:for|of|to)$/.test(next)) return true;
  }
  return false;
}

/** "hopes to meet", "want the operator to hire": the wish or plan before an infinitive. */
function moodOfInfinitive(tokens: readonly ProofToken[], at: number): Mood | null {
  for (let before = at - 2; before >= at - 2 - AIMING; before -= 1) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) break;
    const mood = moodOf(token.norm) ?? moodOfAim(token.norm);
    if (mood) return mood;
  }
  return null;
}

const GOVERNING = 5;
const AIMING = 8;

/** What an infinitive hangs on that may come to nothing: "ordered to pay", "a request to cancel". */
function moodOfAim(norm: string): Mood | null {
  if (/^(?:order(?:s|ed|ing)?|instruct(?:s|ed)|told)$/.test(norm)) return 'ahead';
  return AIMS.test(norm) ? 'possible' : null;
}

const AIMS =
  /^(?:requests?|requested|bids?|proposals?|demands?|demanded|appeals?|appealed|attempts?|attempted|aims?|aimed|threats?|offers?|offered|motions?|petitions?|petitioned|invited|invitation)$/;

/** "looking at whether a signal failed", "If the inquiry finds fault": asked or supposed, not told. */
function isUnderWhether(tokens: readonly ProofToken[], at: number): boolean {
  for (let before = at - 1; before >= at - GOVERNING; before -= 1) {
    const token = tokens[before];
    if (!token || token.clause !== tokens[at]?.clause) return false;
    if (token.norm === 'whether' || (token.opening && /^(?:if|unless)$/.test(token.norm)))
      return true;
  }
  return false;
}

/** A verb told as done that the evidence only expects, or as sure that it only holds possible. */
export function moodObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return contentOf(tokens).flatMap((at) => {
    const token = tokens[at];
    const places = evidence.byStem.get(token?.stem ?? '') ?? [];
    if (!token || token.capital || token.norm === 'down' || places.length === 0) return [];
    const here = moodAt(tokens, at) ?? presentMood(tokens, at, evidence, places);
    const there = places.map((place) => moodAt(evidence.tokens, place));
    if (here === null) return [];
    if (there.some((mood) => mood === null || isBorneOut(here, mood))) return [];
    return [{ kind: 'modality' as const, words: token.norm }];
  });
}

/** What is expected may be told as possible, and what is ahead as expected; not the other way. */
function isBorneOut(here: Mood, told: Mood): boolean {
  if (here === told) return true;
  return told === 'expected' ? here === 'possible' : told === 'ahead' && here === 'expected';
}

/** "Suspends" where the evidence has the bare verb behind "may", "finds" where it stands under "if". */
function presentMood(
  tokens: readonly ProofToken[],
  at: number,
  evidence: Reading,
  places: readonly number[],
): Mood | null {
  const { norm } = tokens[at] as ProofToken;
  const before = tokens[at - 1];
  const isSupposed = tokens.some(
    (each, place) => place < at && /^(?:if|unless|whether|should|were)$/.test(each.norm),
  );
  if (isSupposed || !before || before.sentence !== tokens[at]?.sentence) return null;
  if (/^(?:a|an|the|of|its|his|her|their|no|in|on|for|to|and)$/.test(before.norm)) return null;
  const isVerb = places.every((place) => {
    const told = (evidence.tokens[place] as ProofToken).norm;
    if (isUnderWhether(evidence.tokens, place)) return told === norm;
    const isBare = norm === `${told}s` || norm === `${told}es`;
    return isBare && isModal(evidence.tokens[place - 1]?.norm ?? '');
  });
  const isNoun = !/s$/.test(norm) && isFunctionWord(before.norm);
  return isVerb && !isNoun ? 'done' : null;
}

/** What somebody has in the end, and the words that only wish for it or hold it out. */
const OUTCOMES = [
  {
    had: /^(?:get|gets|got|gotten|receiv(?:e|es|ed)|won|win|wins|obtain(?:s|ed)?|secur(?:es|ed)|award(?:s|ed)|granted|gain(?:s|ed)?|collect(?:s|ed)?)$/,
    wished:
      /^(?:seek|seeks|sought|seeking|ask|asks|asked|asking|demand|demands|demanded|demanding|want|wants|wanted|request|requests|requested|appl(?:y|ies|ied)|claim|claims|claimed|su(?:e|es|ed|ing)|hop(?:e|es|ed|ing)|bid|bids|tries|tried|trying)$/,
  },
  {
    had: /^(?:deliver(?:s|ed)?|g[ai]ven?|gives|provide[sd]|donate[sd]|supplie[sd]|distribute[sd]|handed|paid)$/,
    wished: /^(?:offer(?:s|ed|ing)?|pledge[sd]?|promise[sd]?|vow(?:s|ed)?)$/,
  },
];

/** "Gets compensation" where the evidence has somebody seek it, "gave tents" where it offers them. */
export function gainObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  return OUTCOMES.flatMap(({ had, wished }) => {
    if (tokens.some(({ norm }) => wished.test(norm))) return [];
    if (evidence.tokens.some(({ norm }) => had.test(norm))) return [];
    return tokens.flatMap((token, at) => {
      const mood = had.test(token.norm) ? moodAt(tokens, at) : 'possible';
      if (mood === 'possible' || mood === 'expected') return [];
      const aligned = alignedSentences(tokens, at, evidence);
      const isWished = evidence.tokens.some(
        ({ norm, sentence }) => aligned.has(sentence) && wished.test(norm),
      );
      return isWished ? [{ kind: 'modality' as const, words: token.norm }] : [];
    });
  });
}

const MAY = /^(?:may|might|could|perhaps|possibly|maybe)$/;

/** "May have killed six" where nothing in the evidence is in doubt. */
export function doubtObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  const isDoubted = evidence.tokens.some(({ norm }) => {
    const mood = moodOf(norm);
    return mood === 'possible' || mood === 'expected' || DOUBT.test(norm);
  });
  if (isDoubted) return [];
  return tokens.flatMap((token, at) => {
    const isMonth = token.capital && !token.opening;
    const next = tokens[at + 1];
    if (!MAY.test(token.norm) || isMonth || next?.value !== null) return [];
    return [{ kind: 'modality' as const, words: `${token.norm} ${next.norm}` }];
  });
}

const DOUBT =
  /^(?:ma?y|risk\w*|fear\w*|believ\w+|suspect\w*|suggest\w*|estimat\w+|appear\w*|seem\w*|alleg\w+|think|thought|potential\w*|able|allow\w*|enable\w*|plan\w*|when|until|not|no|cannot|unable|unclear|unknown|maybe|chance\w*|would|whether|to)$/;

const CONDITION = /^(?:if|unless|should|were|case|condition|provided|otherwise|without)$/;

/** "Would lose its contract" without the "if" on which the evidence has it hang. */
export function conditionObjections(tokens: readonly ProofToken[], evidence: Reading): Objection[] {
  if (tokens.some(({ norm }) => CONDITION.test(norm))) return [];
  const hanging = new Set(
    evidence.tokens.flatMap(({ norm, sentence }) =>
      /^(?:if|unless)$/.test(norm) ? [sentence] : [],
    ),
  );
  return tokens.flatMap((token, at) => {
    const verb = token.norm === 'would' ? tokens[at + 1] : undefined;
    const places = evidence.byStem.get(verb?.stem ?? '') ?? [];
    const hangs = places.every((place) => hanging.has(evidence.tokens[place]?.sentence ?? -1));
    return places.length > 0 && hangs
      ? [{ kind: 'modality' as const, words: `would ${verb?.norm}` }]
      : [];
  });
}
