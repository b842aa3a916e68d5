/**
 * Sentences that have the words of a question and tell something else: the opposite, another in a row,
 * another time, the present holder of a post, a deed without its cause. To show one would state what the
 * copy does not. To "did it rise?" a fall is an answer, so only what asks with a question word is held
 * against them.
 */
import type { Study } from '../facts/study.ts';
import type { ReadSentence } from '../reading/reading.ts';
import type { Bag } from './bags.ts';
import type { Question } from './question.ts';
import { stemOf } from './terms.ts';

type Row = {
  readonly from: { readonly study: Study };
  readonly sentence: ReadSentence;
  readonly bag: Bag;
};

const ASKING = /\b(?:who|whom|whose|what|when|where|why|how|which)(?:['’]?s)?\b/;

/** Whether the sentence plainly tells something else than it is asked. Linear in its length. */
export function tellsOtherwise(question: Question, row: Row): boolean {
  const asked = question.text.toLowerCase();
  if (question.polar || question.negated || !ASKING.test(asked)) return false;
  const text = row.sentence.text.toLowerCase();
  return (
    OPPOSITES.some((pair) => isOppositeIn(pair, asked, text)) ||
    TURNS.some(({ ask, tell }) => ask.test(asked) && !tell.test(text)) ||
    lacksOrdinal(asked, text) ||
    isOfOtherTime(asked, row) ||
    isOfSomebodyElse(question, row) ||
    (question.kind === 'why' && !CAUSE.test(text))
  );
}

type Pair = readonly [one: RegExp, other: RegExp];

/** Words of which one is not asked when the other is meant. */
const OPPOSITES: readonly Pair[] = (
  [
    ['kill\\w*|die[ds]?|dead|deaths?|fatal\\w*|toll', 'injur\\w*|wounded|hurt'],
    ['imports?|imported|importing', 'exports?|exported|exporting'],
    [
      'rise[sn]?|rose|rising|grew|grow[sn]?|gain(?:ed|s)?|jump(?:ed|s)?|climb\\w*|up|higher|increas\\w*|rais(?:e[ds]?|ing)',
      'fall(?:s|en|ing)?|fell|drop(?:s|ped)?|eas(?:ed|ing)|declin\\w*|down|lower\\w*|slip(?:s|ped)?|decreas\\w*|slump\\w*',
    ],
    ['buy(?:s|ers?|ing)?|bought|purchas\\w*', 'sell(?:s|ers?|ing)?|sold|sales?'],
    ['open(?:s|ed|ing)?', 'clos(?:e[ds]?|ing)|shut'],
    [
      'minimum|lowest|least|smallest|shortest|low',
      'maximum|highest|most|largest|biggest|longest|high|up to',
    ],
    ['start(?:s|ed|ing)?|beg[iau]n\\w*', 'end(?:s|ed|ing)?|finish\\w*|expire[ds]?|conclud\\w*'],
    ['found(?:ed|ing)|born|launched|built', 'died|dissolved|demolished|closed'],
    ['arriv\\w*|enter\\w*', 'le(?:ft|aves?)|depart\\w*'],
    ['hir(?:e[ds]?|ing)|appoint(?:ed|s)?|joined', 'fired|sacked|resign\\w*|quit|dismiss\\w*'],
    ['profits?|earn(?:ed|ings)', 'loss(?:es)?|lost'],
    ['net', 'operating|gross'],
    ['men|king|husband|brother|father|son', 'women|queen|wife|sister|mother|daughter'],
    ['men|women|adults?', 'children|kids|toddlers?'],
    ['north\\w*', 'south\\w*'],
    ['east\\w*', 'west\\w*'],
    ['smaller|small', 'larger|large|bigger|big'],
    ['hotter|hot|hottest', 'colder|cold|coldest'],
    ['signed|sign', 'expires?|expired'],
  ] as const
).map(
  ([one, other]) => [new RegExp(`\\b(?:${one})\\b`), new RegExp(`\\b(?:${other})\\b`)] as const,
);

function isOppositeIn([one, other]: Pair, asked: string, text: string): boolean {
  const [isOne, isOther] = [one.test(asked), other.test(asked)];
  if (isOne === isOther) return false;
  const [same, opposite] = isOne ? [one, other] : [other, one];
  return opposite.test(text) && !same.test(text);
}

const ORDINALS =
  /\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|seventh|7th|eighth|8th|ninth|9th|tenth|10th)\b/g;
/** "The first booking"; "who said it first" asks for none in a row. */
const ASKED_ORDINAL = new RegExp(
  `(?<=\\b(?:the|an?|its|his|her|their) )${ORDINALS.source}(?= \\p{L})`,
  'gu',
);
const OPENING = /\b(?:opening|inaugural|initial|maiden|debut)\b/;

/** "Who won the sixth stage?" is not told by who won the seventh. */
function lacksOrdinal(asked: string, text: string): boolean {
  const wanted = (asked.match(ASKED_ORDINAL) ?? []).map(stemOf);
  const told = new Set((text.match(ORDINALS) ?? []).map(stemOf));
  if (OPENING.test(text)) told.add('first');
  return wanted.some((ordinal) => !told.has(ordinal));
}

/** Who held it before, or will, or stands in: copy that does not say so tells of the present one. */
const TURNS = [
  {
    ask: /\b(?:previous|former|predecessor)\b|\bwho was [^?]*\bbefore\b/,
    tell: /\b(?:previous(?:ly)?|former(?:ly)?|predecessors?|ex|earlier|before|ago|since|last|then|outgoing|succeed\w*|replac\w*|until)\b/,
  },
  {
    ask: /\bwho[^?]*\b(?:new|next|incoming|permanent|future) \w/,
    tell: /\b(?:new(?:ly)?|next|incoming|permanent|future|successor|succeed\w*|replac\w*|take[sn]? over|took over|appoint\w*|named|elect\w*|will|upcoming|won|sworn)\b/,
  },
  { ask: /\bdeputy\b/, tell: /\b(?:deputy|vice)\b/ },
] as const;

/** "How old is Bianchi?" is not told by the age of one who is not Bianchi. */
function isOfSomebodyElse({ age, names, known }: Question, { bag }: Row): boolean {
  const asked = [...names, ...known];
  return age && asked.length > 0 && !asked.some((name) => bag.stems.has(name));
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ASKED_MONTH =
  /\b(?:in|on|since|until|by|during|for|last|late|early|mid) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ember|ober)?\b/;
const ASKED_YEAR = /\b(?:19|20)\d\d\b/;
const ASKED_TURN = /\b(last|next) (year|month|week|season|quarter)\b/;

/**
 * The question names a year, a month or a turn ("last year"), and neither the sentence nor the one before
 * it says it or has a date in it, nor is the copy itself of that time.
 */
function isOfOtherTime(asked: string, { from: { study }, sentence }: Row): boolean {
  const here = [sentence.index - 1, sentence.index];
  const text = here.map((at) => study.sentences[at]?.text.toLowerCase() ?? '').join(' ');
  const dates = here.flatMap((at) => (study.datesIn[at] ?? []).flatMap(({ date }) => date ?? []));
  const known = study.anchor === null ? dates : [...dates, study.anchor];
  const year = ASKED_YEAR.exec(asked)?.[0];
  if (year !== undefined)
    return !text.includes(year) && !known.some((date) => date.startsWith(year));
  const month = ASKED_MONTH.exec(asked)?.[1];
  if (month !== undefined) {
    const inYear = `-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`;
    const isSaid = new RegExp(`\\b${month}`).test(text);
    return !isSaid && !known.some((date) => date.slice(4, 7) === inYear);
  }
  const [, turn, span = ''] = ASKED_TURN.exec(asked) ?? [];
  if (turn === undefined) return false;
  const isOfYears = /^(?:year|season)$/.test(span);
  const thatYear = String(Number(study.anchor?.slice(0, 4)) + (turn === 'last' ? -1 : 1));
  if (dates.some((date) => !isOfYears || study.anchor === null || date.startsWith(thatYear)))
    return false;
  // "last season" is told of last year
  const spans = isOfYears ? 'year|season' : span;
  return !new RegExp(`\\b${turn} (?:\\w+ )?(?:${spans})\\b`).test(text);
}

/** What leads up to a reason, or says that none is known. */
const CAUSE =
  /\b(?:because|due to|after|over|since|citing|cited|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|as|result(?:ed|ing|s)?|retaliation|amid|demand(?:ed|ing|s)?|protest|in order|so that|for|reasons?|following|owing|thanks|prompt(?:ed|ing)|forc(?:ed|ing)|fear(?:s|ing|ed)?|concerns?|on (?:condition|grounds)|need(?:ed|s)?|unclear|not known|lack|fail(?:ed|ure|ing)|saying|with an?|when|kept|keeps?)\b/;
