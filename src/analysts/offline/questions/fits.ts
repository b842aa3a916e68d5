/** Whether a sentence holds what a kind of question asks for: a time, a place, a number, a name. */
import type { Study } from '../facts/study.ts';
import type { DateMention, ReadSentence } from '../reading/read.ts';
import type { Question } from './question.ts';

type Row = {
  readonly from: { readonly study: Study };
  readonly sentence: ReadSentence;
};

/** Bodies that act without a name of their own. */
const BODY =
  /\b(?:ministry|government|police|army|navy|court|council|parliament|union|company|board|party|engineers|investigators|prosecutors|officials|rebels)\b/i;

const DURATION =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|an|several|few)[ -](?:and a half )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?|km)\b/i;

const AGE =
  /\bage[ds]? (?:of )?\d|\b(?:was|is|turns?|turned|at) \d{1,3}(?![\d.,:]*(?: ?%| [a-z]))|\b\d{1,3}[- ]years?[- ]old\b|,\s\d{1,3},|\bborn in \d{4}/i;

/** What a sentence says that nobody knows, by the kind of question that asks for it. */
const UNKNOWN = {
  when: 'when',
  where: 'where',
  who: 'wh(?:o|om|ose)',
  'how many': 'how (?:many|much|big|large|high|strong)',
  'how long': 'how (?:long|far)',
  why: 'why|what caused',
} as const satisfies Partial<Record<Question['kind'], string>>;

/** "It is not yet known how long the protection lasts" answers "how long does it last?". */
export function saysUnknown({ kind }: Question, { text }: Row['sentence']): boolean {
  if (kind === 'say' || kind === 'what') return false;
  const asked = new RegExp(
    `\\b(?:unclear|unknown|uncertain|undecided|not (?:\\w+ )?(?:known|clear|decided|sure|said?)|did not say|declined to say|would not say)\\b.{0,40}\\b(?:${UNKNOWN[kind]})\\b`,
    'i',
  );
  return asked.test(text);
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
        ? dates.some((date) => date.tense !== 'past' || isAhead(date, study.anchor))
        : dates.length > 0;
    case 'where':
      return (
        mentions.some((mention) => mention.kind === 'place') ||
        /\b(?:in|at|near|on|inside|outside) (?:an?|the) /i.test(sentence.text)
      );
    case 'who':
      // countries act too: "talks mediated by Oman"
      return (
        mentions.some((mention) => mention.kind !== 'place' || question.head.kind === 'deed') ||
        BODY.test(sentence.text)
      );
    case 'how long':
      return DURATION.test(sentence.text);
    case 'how many':
      return sentence.tokens.some((token) => token.pos === 'NUM' || /^\d/.test(token.text));
    case 'why':
      return /\b(?:because|due to|after|over|since|citing|caused|blamed|as a result|retaliation|amid|to \w+)\b/i.test(
        sentence.text,
      );
    case 'say':
      return /["“”]|\b(?:said|says|told|warned|added)\b/i.test(sentence.text);
    case 'what':
      return true;
  }
}

/** Later than the day of the copy, or of no known year: "called for a strike on June 22". */
function isAhead({ date }: DateMention, anchor: string | null): boolean {
  return date === null ? anchor === null : anchor !== null && date > anchor;
}
