/** Whether a sentence holds what a kind of question asks for: a time, a place, a number, a name. */
import { SPEECH_VERBS, VERDICT_VERBS } from '../cues/speech.ts';
import type { Study } from '../facts/study.ts';
import type { DateMention, ReadSentence } from '../reading/reading.ts';
import { MONEY } from './head-fit.ts';
import type { Question } from './question.ts';
import { stemsOf } from './terms.ts';

type Row = {
  readonly from: { readonly study: Study };
  readonly sentence: ReadSentence;
};

/** Bodies that act without a name of their own. */
export const BODY =
  /\b(?:ministry|government|police|army|navy|court|council|parliament|union|company|board|party|engineers|investigators|prosecutors|officials|rebels)\b/i;

const DURATION =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|an|several|few)[ -](?:and a half )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|(?:light[ -])?years?|decades?|matches|games|seasons?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|km)\b/gi;
/** "Two days after", "a month ago" are times; "in 20 minutes after" is how long it took. */
const SINCE = /^(?: (?:after|ago|before|earlier|later|old|since)\b|[- ]olds?\b)/;
const LASTING =
  /\b(?:in|for|within|took|takes|lasted|lasting|of)(?: (?:about|nearly|almost|over|some))? $/;

/** An end tells how long as well: "runs until October 15". */
const UNTIL =
  /\b(?:until|till|through) (?:\p{Lu}|\d|(?:early|mid|late|next|the end|at least|further notice)\b)/u;

const AGE =
  /\b(?:built|founded|opened|established|launched|put up|dat(?:es|ing) (?:from|back to)) (?:in )?(?:1\d|20)\d\d\b|\bage[ds]? (?:of )?\d|\b(?:was|is|turns?|turned|at) \d{1,3}(?![\d.,:]*(?: ?%| [a-z]))|\b\d{1,3}[- ]years?[- ]old\b|,\s\d{1,3},|\bborn in \d{4}/i;

/** A time of the year that is no date: "in the fourth quarter", "next season", "within 30 days". */
const PERIOD =
  /\b(?:first|second|third|fourth|final|next|last|coming) (?:quarter|half|season|term|school year)\b|\bQ[1-4]\b|\b(?:within|in|after|before) (?:about |up to |at least )?[\w-]+ (?:hours|days|weeks|months|years)\b|\bgives? \w+ (?:\w+ )?\w+ (?:hours|days|weeks|months)\b|\bend of the (?:\w+ )?(?:season|term|day|week|month|year)\b|\b(?:before|by|after|until|at) (?:Christmas|Easter|Ramadan|New Year|midnight|noon|dawn)\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{2}:\d{2}\b|\b(?:early|mid|late) (?:this|next|last) (?:year|month)\b/i;

/** A share or a measured amount; a sum of money is one too. */
const AMOUNT =
  /\d ?(?:%|(?:per ?cent|percentage|points?|basis|tonnes?|tons?|kg|kilos?|litres?|liters?|gallons|(?:kilo|centi|milli)?met(?:re|er)s?|miles?|inch(?:es)?|[ckm]m|feet|hectares|acres|degrees|(?:mega|giga)watts?|barrels|cubic|square|times)\b)|\d[.,]\d|\b(?:half|third|quarter|fifth|sixth|tenth|twice|double|percent|per cent|thousand|million|billion)\b/i;

/** Words that point ahead, for what has no date. */
const AHEAD =
  /\b(?:will|would|shall|due|plans?|planned|expected|expects?|scheduled|next|until|later|hopes?|(?:is|are|was|were) to)\b/i;

/** What a sentence says that nobody knows, by the kind of question that asks for it. */
const UNKNOWN = {
  when: 'when',
  where: 'where',
  who: 'wh(?:o|om|ose)',
  'how many': 'how (?:many|much|big|large|high|strong)',
  'how long': 'how (?:long|far)',
  why: 'why|what caused',
} as const satisfies Partial<Record<Question['kind'], string>>;

/** "The cause is not known", "No reason was given". */
const NO_CAUSE =
  /\b(?:causes?|reasons?)\b[^.]{0,60}\b(?:not (?:yet |immediately )?(?:been )?(?:known|clear|given|determined|established)|unknown|unclear|under investigation|being investigated)\b|\bno (?:cause|reason|explanation|motive) (?:was|has been|is) (?:given|known|found)\b/i;

/** "What became of the money remains a mystery." */
const MYSTERY =
  /\bmystery\b|\b(?:not|un)(?: yet)? ?(?:clear|known|certain) what (?:became|happened)\b/i;

/** "It is not yet known how long the protection lasts" answers "how long does it last?". */
export function saysUnknown({ kind }: Question, { text }: Row['sentence']): boolean {
  if (kind === 'say' || kind === 'what') return false;
  if (MYSTERY.test(text)) return true;
  if (kind === 'why' && NO_CAUSE.test(text)) return true;
  const asked = new RegExp(
    `\\b(?:unclear|unknown|uncertain|undecided|not (?:\\w+ )?(?:known|clear|decided|sure|sa(?:y|id))|did not say|declined to say|would not say)\\b.{0,40}\\b(?:${UNKNOWN[kind]})\\b`,
    'i',
  );
  return asked.test(text);
}

/** Where lengths of time or way stand in a sentence: no "two days after". */
export function durationsIn({ text, start }: Row['sentence']): { start: number; end: number }[] {
  return [...text.matchAll(DURATION)].flatMap(({ index, 0: stretch }) => {
    const end = index + stretch.length;
    const isSince = SINCE.test(text.slice(end, end + 12));
    const isLasting = LASTING.test(text.slice(Math.max(0, index - 20), index));
    return isSince && !isLasting ? [] : [{ start: start + index, end: start + end }];
  });
}

/** Whether the sentence can answer a question of this kind at all. */
export function fitsKind(question: Question, { from, sentence }: Row): boolean {
  const { study } = from;
  const dates = study.datesIn[sentence.index] ?? [];
  const mentions = study.mentionsIn[sentence.index] ?? [];
  if (saysUnknown(question, sentence)) return true;
  if (question.age) return AGE.test(sentence.text);
  switch (question.kind) {
    case 'when':
      return question.ahead
        ? dates.some((date) => date.tense !== 'past' || isAhead(date, study.anchor)) ||
            PERIOD.test(sentence.text)
        : dates.length > 0 || PERIOD.test(sentence.text);
    case 'where':
      if (question.ahead && !AHEAD.test(sentence.text)) return false;
      return (
        isPlaced(question, { from, sentence }) ||
        /\b(?:in|at|near|on|inside|outside) (?:an?|the) /i.test(sentence.text)
      );
    case 'who':
      // countries act too: "talks mediated by Oman"
      return (
        mentions.some((mention) => mention.kind !== 'place' || question.head.kind === 'deed') ||
        BODY.test(sentence.text)
      );
    case 'how long':
      return durationsIn(sentence).length > 0 || UNTIL.test(sentence.text);
    case 'how many':
      if (question.amount) return AMOUNT.test(sentence.text) || MONEY.test(sentence.text);
      // the day of a date is no count
      return sentence.tokens.some(
        ({ pos, text, start, end }) =>
          (pos === 'NUM' || /^\d/.test(text)) &&
          !dates.some((date) => date.start <= start && end <= date.end),
      );
    case 'why':
      return /\b(?:because|due to|after|over|since|citing|caused|blamed|as a result|retaliation|amid|demand(?:ed|ing|s)?|protest|in order|so that|to (?!\d)\w+)\b/i.test(
        sentence.text,
      );
    case 'say':
      return /["“”]|\b(?:declined|refused) to comment\b/i.test(sentence.text) || isSaying(sentence);
    case 'what':
      return true;
  }
}

/** Names a place that the question does not: "where in Velmark?" is not answered by "Velmark". */
function isPlaced(question: Question, { from, sentence }: Row): boolean {
  const mentions = from.study.mentionsIn[sentence.index] ?? [];
  if (mentions.some((mention) => mention.kind === 'place' && isNew(question, mention))) return true;
  return [...sentence.text.matchAll(PLACING)].some(
    ([, text = '']) => !TIME.test(text) && isNew(question, { text }),
  );
}

/** A name behind a word of place, known as one or not: "in the Holm forest". */
const PLACING =
  /\b(?:in|at|near|off|outside|inside|around|along|across) (?:the )?(\p{Lu}\p{L}{2,30}(?: \p{Lu}\p{L}{2,30}){0,2})/gu;
const TIME =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas)\b/;

/** What is asked for by name is seldom what the question itself names. */
export function namesNothingNew(question: Question, row: Row): boolean {
  if (question.kind === 'where') return !isPlaced(question, row);
  if (question.kind !== 'who') return false;
  const mentions = row.from.study.mentionsIn[row.sentence.index] ?? [];
  return !mentions.some((mention) => isNew(question, mention)) && !BODY.test(row.sentence.text);
}

/** A name that the question does not give itself. */
function isNew({ stems }: Question, { text }: { readonly text: string }): boolean {
  return stemsOf(text).some((stem) => !stems.includes(stem));
}

function isSaying({ tokens }: ReadSentence): boolean {
  return tokens.some(({ lower }) => SPEECH_VERBS.has(lower) || VERDICT_VERBS.has(lower));
}

/** Later than the day of the copy, or of no known year: "called for a strike on June 22". */
function isAhead({ date }: DateMention, anchor: string | null): boolean {
  return date === null ? anchor === null : anchor !== null && date > anchor;
}
