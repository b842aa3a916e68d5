/** Which stretch of a sentence a number belongs to: "power to 180,000 homes and roofs from houses". */
import type { Objection, Reading } from './reading.ts';
import { isFunctionWord } from './cues.ts';
import { isSupported, vocabularyOf } from './support.ts';
import type { ProofToken } from './tokens.ts';

type Tokens = readonly ProofToken[];

/** Words that begin a stretch of its own. */
const JOINTS =
  /^(?:and|but|while|whereas|as|after|before|because|when|which|who|whose|that|since|until|if|although|though|with)$/;
const UNITS =
  /^(?:percent|per|cent|dollars?|euros?|pounds?|yen|crowns?|francs?|people|years?|days?|hours?|minutes?|seconds?|months?|weeks?|kilometres?|metres?|miles?|tonnes?|points?|million|billion|hectares?|basis)$/;
const WORDS_MAX = 3;
const TOLD_MIN = 2;

/** The index of the stretch that each word stands in. */
function segmentsOf(tokens: Tokens): number[] {
  let segment = 0;
  return tokens.map((token, at) => {
    const last = tokens[at - 1];
    // "14 dead and 26 injured" and "Cusco and Puno": a joint before a number or name may be within
    const isNew = token.clause !== last?.clause || JOINTS.test(token.norm);
    if (isNew) segment += 1;
    return segment;
  });
}

const tells = (token: ProofToken): boolean =>
  token.value === null && !isFunctionWord(token.norm) && !UNITS.test(token.norm);

/** The words of content around a place in its stretch, nearest first. */
function nearestWords(tokens: Tokens, segments: readonly number[], at: number): ProofToken[] {
  return tokens
    .map((token, place) => ({ token, place }))
    .filter(({ token, place }) => segments[place] === segments[at] && tells(token))
    .sort((a, b) => Math.abs(a.place - at) - Math.abs(b.place - at))
    .slice(0, WORDS_MAX)
    .map(({ token }) => token);
}

/**
 * Numbers of the claim of whose nearest words none stands in a stretch with that number in the
 * evidence, while all of them stand in another.
 */
export function segmentObjections(tokens: Tokens, evidence: Reading): Objection[] {
  if (!tokens.some(({ value }) => value !== null)) return [];
  const own = segmentsOf(tokens);
  const told = segmentsOf(evidence.tokens);
  return tokens.flatMap((token, at): Objection[] => {
    if (token.value === null || token.value === 1) return [];
    const places = [...evidence.tokens.keys()].filter(
      (place) => evidence.tokens[place]?.value === token.value,
    );
    const words = nearestWords(tokens, own, at);
    if (places.length === 0 || words.length < 2) return [];
    if (!words.every(({ stem }) => evidence.byStem.has(stem))) return [];
    const there = new Set(places.map((place) => told[place]));
    const around = evidence.tokens.filter((each, place) => there.has(told[place]) && tells(each));
    if (around.length < TOLD_MIN) return [];
    const reading = {
      ...evidence,
      byStem: new Map(around.map(({ stem }) => [stem, [0]])),
      vocabulary: vocabularyOf(around),
    };
    const isStranger = !words.some((word) => isSupported(word, reading));
    return isStranger ? [{ kind: 'swap', words: `${token.norm} ${words[0]?.norm}` }] : [];
  });
}
