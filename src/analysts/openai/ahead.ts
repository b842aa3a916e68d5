/** Does a sentence of copy tell of something that is still to come, and is it settled? */
import { isCalendarWord } from '../../news/proof/numbers.ts';
import { proofTokens, type ProofToken } from '../../news/proof/tokens.ts';

const AHEAD =
  /\b(?:will|shall|would|to|may|might|could|should|must|due|scheduled|set|next|plans?|planned|expect\w*|hop\w+|await\w*|until|before|by|later|tomorrow|tonight|upcoming|forthcoming|coming|considering|foreseen|(?:is|are) forecast|pencilled|rescheduled|targeted|listed|unless|is being|in the works|with effect from|comes? into (?:effect|force)|go(?:es)? on|still needs?|faces?|requires?|for (?:the )?(?:coming |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|calls? for|called for)\b/i;
const FIRM =
  /\b(?:will|shall|agreed|scheduled|ordered|set|due|(?:is|are) to|must|rescheduled|listed|with effect from)\b/i;

/** The present tense of what is announced, in the singular or plural: "opens on Friday". */
const ANNOUNCED =
  /^(?:begin|start|open|end|close|expire|lapse|cease|resume|return|reopen|leave|arrive|depart|land|sail|board|dock|reach|take|go|get|run|hold|meet|convene|assemble|gather|sit|rise|vote|decide|elect|rule|hear|appear|publish|report|release|announce|issue|send|pay|settle|raise|launch|unveil|present|visit|travel|host|play|race|brief|inspect|follow|switch|work)(?:s|es)?$/;
const IS = /^(?:is|are)$/;
/** Words that make a noun of such a form: "the talks", "two votes", "after reports". */
const NOUN_BEFORE =
  /^(?:the|a|an|this|these|those|its|his|her|their|our|my|of|in|on|at|by|for|from|with|after|before|since|during|amid|to|new|first|last|final|recent)$/;
const TIME =
  /^(?:today|tonight|tomorrow|dawn|daybreak|noon|midnight|morning|afternoon|evening|night|weekend|am|pm|week|month|year|january|may|summer|autumn|winter|spring|st|nd|rd|th)$/;
const REACH = 12;
const IS_REACH = 4;

/**
 * Tells it of something ahead? By a word that does ("will", "due", "until"), or by the present tense
 * of a verb with a time behind it, as news announces: "Submissions close on Sept. 17".
 */
export function isAhead(sentence: string): boolean {
  if (AHEAD.test(sentence)) return true;
  const tokens = proofTokens(sentence);
  return tokens.some((token, at) => {
    const reach = reachOf(tokens, at, sentence);
    return Array.from({ length: reach }, (_, step) => at + 1 + step).some(
      (place) => tokens[place]?.sentence === token.sentence && isTime(tokens, place),
    );
  });
}

/** Is it told as settled: agreed, ordered, due, or announced in the present tense? */
export function isFirm(sentence: string): boolean {
  return FIRM.test(sentence) || !AHEAD.test(sentence);
}

/** How far behind a word its time may stand; nothing where the word announces nothing. */
function reachOf(tokens: readonly ProofToken[], at: number, sentence: string): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (!token || before?.sentence !== token.sentence || token.capital) return 0;
  if (IS.test(token.norm)) return IS_REACH;
  const isOwned = /['’]s?$/.test(sentence.slice(before.start, before.end));
  const isNoun = isOwned || NOUN_BEFORE.test(before.norm) || /ed$/.test(before.norm);
  return ANNOUNCED.test(token.norm) && !isNoun ? REACH : 0;
}

function isTime(tokens: readonly ProofToken[], at: number): boolean {
  const token = tokens[at];
  if (!token || isCalendarWord(token.norm)) return token !== undefined;
  if (token.value !== null) return tokens[at - 1]?.norm === 'at';
  return TIME.test(token.norm) && !token.capital;
}
