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

/** Whether the sentence can answer a question of this kind at all. */
export function fitsKind(question: Question, { from, sentence }: Row): boolean {
  const { study } = from;
  const dates = study.datesIn[sentence.index] ?? [];
  const mentions = study.mentionsIn[sentence.index] ?? [];
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
