/** What a question asks for: its kind, its content words, the names in it. */
import { EMPTY_WORDS } from '../cues/questions.ts';
import { reworded } from '../cues/rewordings.ts';
import { headOf, type Head } from './head.ts';
import { isShortForm, stemsOf } from './terms.ts';

type QuestionKind = 'when' | 'where' | 'who' | 'how many' | 'how long' | 'why' | 'say' | 'what';
export type Question = {
  /** as the rules read it: without contractions, idioms and openers */
  readonly text: string;
  readonly kind: QuestionKind;
  /** the role, the thing or the deed that the answer must be of */
  readonly head: Head;
  readonly stems: readonly string[];
  /** stems of the capitalised words: names, which the stories must know */
  readonly names: readonly string[];
  /** stems of what the stories know as names, however it was typed */
  readonly known: readonly string[];
  /** stems of the things that it names; a story that names them can tell */
  readonly things: readonly string[];
  /** stems of what was done; copy that does not speak of it cannot tell */
  readonly deeds: readonly string[];
  /** a question of yes or no */
  readonly polar: boolean;
  /** asks how things stand: "Has it decided?" */
  readonly standing: boolean;
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
  /** asks how much: a share or a measured amount, no bare count */
  readonly amount: boolean;
  /** asks for what was before this story */
  readonly past: boolean;
  /** asks for the news itself: "What happened?" */
  readonly news: boolean;
  /** asks what was not done */
  readonly negated: boolean;
};

const LONGEST = 500;
/** "Did the round take place?", "Have they met?" */
const HAPPENED =
  /^\s*(?:and |so |but )?(?:did|has|have|was|were)\b.{2,300}\b(?:take place|taken place|happen(?:ed)?|go(?:ne)? ahead|held|begin|begun|start(?:ed)?|meet|met|vote(?:d)?|open(?:ed)?)\b/i;

const NEWS =
  /\b(?:what(?:['’]?s| is| has| was)? (?:(?:been )?happen(?:ed|ing)?|going on|new|up|the (?:latest|news|story|gist|update))|any (?:news|updates?)|latest|updates?|summary|tl;?dr)\b/i;
const NEGATION = /\b(?:not|no|never|without|fail(?:s|ed)?|refused?|declined?)\b|n['’]t\b/i;

/** Reads a question; one that is longer than 500 characters is cut there. */
export function readQuestion(text: string): Question {
  const given = text.slice(0, LONGEST);
  const cut = reworded(given);
  const kind = kindOf(given.toLowerCase(), cut.toLowerCase());
  // "last" is empty elsewhere ("last year"); here it is what is asked
  // and what asks for a reason is told by the kind of question
  const asked =
    kind === 'how long'
      ? cut.replace(/\blast\b/gi, 'lasted')
      : cut.replace(/^\s*what caused\b/i, 'why');
  return {
    text: cut,
    kind,
    head: /\bhow much money\b/i.test(given) ? { kind: 'money' } : headOf(cut),
    stems: [...new Set(stemsOf(asked))].filter((stem) => !isShortForm(stem)),
    names: namesIn(cut),
    known: [],
    things: [],
    deeds: [],
    polar: false,
    standing: /^\s*(?:and |so |but )?(?:has|have)\b/i.test(cut),
    ...turnOf(cut),
    happened: HAPPENED.test(cut),
    age: /\bhow (?:old|young)\b/i.test(cut),
    amount: /\bhow much\b/i.test(cut),
    past: /\b(?:previous|last (?:time|year|month|week|season)|before|ago|(?:19|20)\d\d)\b/i.test(
      cut,
    ),
    news: NEWS.test(given),
    negated: NEGATION.test(cut),
  };
}

/** Stems of the words with a capital, but for the first word. */
function namesIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const capitals = words
    .slice(1)
    .filter((word) => /^\p{Lu}/u.test(word) && !EMPTY_WORDS.has(word.toLowerCase()));
  return [...new Set(stemsOf(capitals.join(' ')))];
}

/** "When did the talks open?" asks for a deed, "what did they leave open?" for what is open. */
const OPENING =
  /\b(?:did|does|do|will|to)\b(?![^?]*\b(?:leave|remain|stay|keep)\b)[^?]{0,200}?\bopen\b/i;
/** "Is he still in prison?" asks how it is, "what is still open?" for what is not settled. */
const STILL_SO =
  /^\s*(?:is|are|was|were|do|does|did|has|have|can|could|will) [^?]{1,200}?\bstill\b/i;

/** What of the card a question turns on: what is to come, what is open, what came of it. */
function turnOf(text: string): Pick<Question, 'ahead' | 'unsettled' | 'result'> {
  return {
    ahead:
      /\b(?:when (?:is|are|does|do)|until when|deadline|next|will|upcoming|future|going to|scheduled|planned|coming)\b/i.test(
        text,
      ),
    unsettled:
      /\b(?:open|unclear|unresolved|undecided|unsettled|disagree\w*|not (?:decided|agreed|settled|known)|(?:to be|left to|remains to) (?:settled?|decided?|resolved?|agreed?)|still)\b/i.test(
        text.replace(OPENING, '').replace(STILL_SO, ''),
      ),
    result:
      /^\s*(?:did|has|have) .*\b(?:deal|agreement|accord|compromise)\b|\b(?:outcome|result|agree[ds]?|decid\w*|came of|achiev\w*|verdict|ruling)\b/i.test(
        text,
      ),
  };
}

/** @param given the question as it was asked; its wording tells places and people that are asked for */
function kindOf(given: string, text: string): QuestionKind {
  if (/\bhow (?:long|far)\b/.test(text)) return 'how long';
  if (
    /\b(?:how (?:many|much|effective|big|large|strong|high|old|fast|deep|tall|wide|heavy|strongly|hot|cold|powerful|severe|young)|what (?:is the |was the |are the |were the )?(?:percentage|share|number|amount|score|magnitude|price|cost|value|size|toll|population|bill)|what (?:is|was|are|were) (?:the |its |their |his |her )?(?:[\p{L}-]{2,20} ){0,2}(?:total|debts?|deficit|shortfall|surplus|margin|majority|turnout|fee|fine|pay-?off|payout|salary|wages?|budget|revenues?|profits?|loss(?:es)?|dividend|rate|yield|tally|count|toll|population|share|price|costs?|bill|size|score|number|weight|depth|magnitude|value|attendance|gap|speed|length|height|age|temperature|forecast|estimate|target|damages|premium|capacity|output|inflation|unemployment))\b/u.test(
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
  if (
    /\b(?:when|deadline|what (?:day|date|time|year|month)|which (?:day|date|year|month))\b/.test(
      text,
    )
  )
    return 'when';
  if (
    /\b(?:where|(?:what|which|in what|in which) (?:city|cities|country|countries|places?|towns?|venue))\b/.test(
      given,
    )
  )
    return 'where';
  if (
    /\bwho(?:m|se)?\b/.test(text) ||
    /\bwhich (?:persons?|minister|official|man|woman|company|companies|firms?|part(?:y|ies)|teams?)\b/.test(
      given,
    )
  )
    return 'who';
  return /\b(?:why|what caused|for what reason)\b/.test(text) ? 'why' : 'what';
}
