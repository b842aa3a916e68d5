/**
 * Times that are given to something without a verb of doing: "The deadline is Friday", "There is a second
 * hearing on May 3", "Next meeting: May 3", "May 3: the court sits in Lyon", "40 flights, the first of them
 * on May 3".
 */
import type { DateMention, ReadSentence } from '../reading/reading.ts';
import type { Study } from './study.ts';

type Clause = Pick<ReadSentence, 'start' | 'end' | 'index'>;

/** "is Friday", "are on May 3"; what "it" or "today" is, is no arrangement. */
const COPULA =
  /(?<![\p{L}’'])(?<!\b(?:it|this|that|today|tomorrow|what|which|he|she|they) )(?:is|are) (?:now |also |only |next |not until )?(?:(?:on|for|set for|fixed for|early|late) )?$/iu;
/** "There is a second hearing on": nothing but the noun phrase and its place stand between. */
const THERE_IS =
  /\bthere (?:is|are) (?!no\b|not\b)(?:(?!(?:that|which|who|to|by|of)\b)[^,;:.\s]+ ){1,7}$/i;
const LONGEST_LABEL = 90;
/** "Next meeting: ", "- Second-quarter results: "; what a page says of itself is no label. */
const LABEL =
  /^\W{0,3}(?!(?:updated|published|posted|last|modified|date|by)\b)[\p{L}\p{N}][^:.;?!]{2,80}: (?:on |in )?$/iu;
/** "May 3: ", "Friday, 9 a.m. - ": what stands behind it is on the list for that day. */
const LISTED = /^(?:,? (?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|gmt)?))?(?::| [-–—]) (?=\S)/i;
/** ", the first of them on", ", the second in Bern on". */
const ONE_OF_SEVERAL =
  /(?:,|—|–|--) (?:the (?:first|second|third|next|final|last|latest|other)|another|one) (?:(?:of (?:them|which|these|whom)|round|session|sitting|leg|part|stage) )?(?:in [\p{Lu}][\p{L}]+ )?(?:on|in|from) $/u;

/** Where the words stand that give a time to something; null for none. */
export function givenTime(
  study: Study,
  clause: Clause,
  future: readonly DateMention[],
): number | null {
  for (const date of future) {
    const at = wordsThatGive(study, clause, date);
    if (at !== null) return at;
  }
  return null;
}

function wordsThatGive(study: Study, clause: Clause, date: DateMention): number | null {
  const text = study.take.text.slice(clause.start, clause.end);
  const before = text.slice(0, date.start - clause.start);
  const behind = text.slice(date.end - clause.start);
  if (date.grain === 'day' || date.grain === 'month')
    for (const words of [COPULA, THERE_IS, ONE_OF_SEVERAL]) {
      const match = words.exec(before);
      if (match) return match.index;
    }
  if (before.length <= LONGEST_LABEL && LABEL.test(before) && /^[^\p{L}]{0,3}$/u.test(behind))
    return 0;
  if (/^\W{0,3}(?:on )?$/i.test(before) && (LISTED.test(behind) || /^ is when\b/.test(behind)))
    return 0;
  return null;
}
