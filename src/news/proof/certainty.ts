/** How sure a thing is known: what the copy has claimed or suggested is not told as proven. */
import { alignedSentences } from './align.ts';
import { isFunctionWord } from './cues.ts';
import type { Objection, Reading } from './reading.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

/** Verbs by which what follows them is true. */
const PROVEN =
  /^(?:prov(?:e|es|ed|en)|confirm(?:s|ed)?|reveal(?:s|ed)?|establish(?:es|ed)|demonstrat(?:es|ed)|admit(?:s|ted)?|acknowledg(?:es|ed))$/;
/** Words of copy that bear them out. */
const TOLD_PROVEN =
  /^(?:prov\w+|proof|confirm\w*|reveal\w*|establish\w*|demonstrat\w+|admit\w*|acknowledg\w+|show\w*|found|finds?|findings?|disclos\w+|publish\w*|releas\w+|conced\w+|accept\w*|recogni[sz]\w+|evidence|certif\w+|verif\w+|announc\w+|discover\w*|uncover\w*|learn\w*)$/;
/** Words of copy that leave it open, or contradict. */
const LEFT_OPEN =
  /^(?:suggest\w*|claim\w*|alleg\w+|disput\w+|den(?:y|ies|ied)|believ\w+|thin\w+|thought|wrongly|falsely|probab\w+|may|might|could|accus\w+|suspect\w*|urged|caution\w*|hint\w*|indicat\w+|reject\w*|contest\w*|question\w*|doubt\w*)$/;

/** "Proves" and "confirmed" where the sentence that tells the same only suggests or disputes it. */
export function certaintyObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!PROVEN.test(token.norm) || evidence.byStem.has(token.stem)) return [];
    const aligned = alignedSentences(tokens, at, evidence);
    const told = evidence.tokens.filter(({ sentence }) => aligned.has(sentence));
    const isOpen = told.some(({ norm }) => LEFT_OPEN.test(norm));
    const isProven = told.some(({ norm }) => TOLD_PROVEN.test(norm));
    return isOpen && !isProven ? [{ kind: 'modality', words: token.norm }] : [];
  });
}

const KEEPING = /^(?:line|accordance|keeping|compliance)$/;

/** "In line with the rules" where the evidence has "against the rules". */
export function againstObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap(({ norm }, at): Objection[] => {
    const isKept = KEEPING.test(norm) && tokens[at - 1]?.norm === 'in';
    const what = isKept ? objectBehind(tokens, at + 1) : undefined;
    const places = what === undefined ? [] : (evidence.byStem.get(what.stem) ?? []);
    const isBroken = places.every((place) =>
      evidence.tokens
        .slice(Math.max(0, place - 3), place)
        .some((each) => /^(?:against|breach\w*|violat\w+|break\w*|broke\w*)$/.test(each.norm)),
    );
    return places.length > 0 && isBroken ? [{ kind: 'opposite', words: norm }] : [];
  });
}

const objectBehind = (tokens: Tokens, from: number): ProofToken | undefined =>
  tokens.slice(from, from + 4).find(({ norm, value }) => value === null && !isFunctionWord(norm));

const STEPS = /^(?:and|then)$/;

/**
 * "Fled before they smashed the cases" where one sentence tells both, one after the other, in the
 * other order, and says of no other.
 */
export function sequenceObjections(tokens: Tokens, evidence: Reading): Objection[] {
  return tokens.flatMap((token, at): Objection[] => {
    if (!/^(?:before|after)$/.test(token.norm)) return [];
    const [first, second] = [deedNear(tokens, at, -1, evidence), deedNear(tokens, at, 1, evidence)];
    if (!first || !second || first.stem === second.stem) return [];
    const orders = (evidence.byStem.get(first.stem) ?? []).flatMap((place) =>
      (evidence.byStem.get(second.stem) ?? []).flatMap((other) => {
        const [from, to] = [Math.min(place, other), Math.max(place, other)];
        const between = evidence.tokens.slice(from, to);
        const isOne = between.every(({ sentence }) => sentence === evidence.tokens[to]?.sentence);
        if (!isOne || !between.some(({ norm }) => STEPS.test(norm))) return ['unknown'];
        if (between.some(({ norm }) => TIMED.test(norm))) return ['unknown'];
        return [place < other ? 'before' : 'after'];
      }),
    );
    const isTurned =
      orders.length > 0 && orders.every((each) => each !== 'unknown' && each !== token.norm);
    return isTurned ? [{ kind: 'date', words: `${token.norm} ${second.norm}` }] : [];
  });
}

const TIMED =
  /^(?:before|after|since|once|when|while|as|having|until|earlier|later|previously|following)$/;
const DEED_REACH = 7;

/** The nearest verb of the claim on one side that the evidence tells as a deed, too. */
function deedNear(
  tokens: Tokens,
  at: number,
  side: number,
  evidence: Reading,
): ProofToken | undefined {
  for (let gone = 1; gone <= DEED_REACH; gone += 1) {
    const token = tokens[at + side * gone];
    if (!token || token.sentence !== tokens[at]?.sentence) return undefined;
    if (token.value !== null || token.capital || isFunctionWord(token.norm)) continue;
    const isDeed = /(?:ed|ing)$/.test(token.norm) || PAST.test(token.norm);
    if (isDeed && evidence.byStem.has(token.stem)) return token;
  }
  return undefined;
}

const PAST =
  /^(?:fled|left|went|came|took|gave|met|won|lost|fell|rose|sold|bought|broke|hit|shot|fought|sank|held)$/;
