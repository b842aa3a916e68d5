/** What a question asks for: its kind, its content words, the names in it. */
import { EMPTY_WORDS } from '../cues/questions.ts';
import { headOf, type Head } from './head.ts';
import { stemsOf } from './terms.ts';

type QuestionKind = 'when' | 'where' | 'who' | 'how many' | 'how long' | 'why' | 'say' | 'what';
export type Question = {
  readonly kind: QuestionKind;
  /** the role, the thing or the deed that the answer must be of */
  readonly head: Head;
  readonly stems: readonly string[];
  /** stems of the capitalised words: names, which the stories must know */
  readonly names: readonly string[];
  /** asks for a time to come */
  readonly ahead: boolean;
  /** asks what is not settled */
  readonly unsettled: boolean;
  /** asks what came of it */
  readonly result: boolean;
  /** asks whether something that was to come has come */
  readonly happened: boolean;
  /** asks for an age */
  readonly age: boolean;
};

const LONGEST = 500;
/** "Did the round take place?", "Have they met?" */
const HAPPENED =
  /^\s*(?:and |so |but )?(?:did|has|have|was|were)\b.{2,300}\b(?:take place|taken place|happen(?:ed)?|go(?:ne)? ahead|held|begin|begun|start(?:ed)?|meet|met|vote(?:d)?|open(?:ed)?)\b/i;

/** Reads a question; one that is longer than 500 characters is cut there. */
export function readQuestion(text: string): Question {
  const cut = text.slice(0, LONGEST);
  const words = cut.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const kind = kindOf(cut.toLowerCase());
  // "last" is empty elsewhere ("last year"); here it is what is asked
  // and what asks for a reason is told by the kind of question
  const asked =
    kind === 'how long'
      ? cut.replace(/\blast\b/gi, 'lasted')
      : cut.replace(/^\s*what caused\b/i, 'why');
  const capitals = words
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && !EMPTY_WORDS.has(word.toLowerCase()));
  return {
    kind,
    head: headOf(cut),
    stems: [...new Set(stemsOf(asked))],
    names: [...new Set(stemsOf(capitals.join(' ')))],
    ahead:
      /\b(?:when (?:is|are|does|do)|next|will|upcoming|future|going to|scheduled|planned|coming)\b/i.test(
        cut,
      ),
    unsettled:
      /\b(?:open|unclear|unresolved|undecided|unsettled|disagree\w*|not (?:decided|agreed|settled|known)|still)\b/i.test(
        cut,
      ),
    happened: HAPPENED.test(cut),
    age: /\bhow (?:old|young)\b/i.test(cut),
    result: /\b(?:outcome|result|agree[ds]?|decid\w*|came of|achiev\w*|verdict|ruling)\b/i.test(
      cut,
    ),
  };
}

function kindOf(text: string): QuestionKind {
  if (/\bhow (?:long|far)\b/.test(text)) return 'how long';
  if (
    /\b(?:how (?:many|much|big|large|strong|high|old|fast|deep|tall|wide|heavy|strongly|hot|cold|powerful|severe|young)|what (?:is the |was the |are the |were the )?(?:percentage|share|number|amount|score|magnitude|price|cost|value|size|toll))\b/.test(
      text,
    )
  )
    return 'how many';
  if (
    /\b(?:what (?:did|has|does|do)\b[^?]{0,80}\b(?:say|tell|think|warn|announce)|quote)\b/.test(
      text,
    )
  )
    return 'say';
  if (/^\s*what caused\b/.test(text)) return 'why';
  if (/\b(?:when|what (?:day|date|time|year|month)|which (?:day|date|year|month))\b/.test(text))
    return 'when';
  if (/\b(?:where|(?:what|which|in what|in which) (?:city|country|place|town|venue))\b/.test(text))
    return 'where';
  if (/\b(?:who|whom|whose|which (?:person|minister|official|man|woman|company))\b/.test(text))
    return 'who';
  return /\b(?:why|what caused|for what reason)\b/.test(text) ? 'why' : 'what';
}
