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

/** What a question asks so that a sentence can tell otherwise, read once. */
export type Contrasts = {
  /** words that are asked, each with its opposite */
  readonly opposites: readonly { readonly asked: RegExp; readonly opposite: RegExp }[];
  /** what must be told of whose turn it is */
  readonly turns: readonly RegExp[];
  /** stems of "sixth" and its like */
  readonly ordinals: readonly string[];
  readonly time: AskedTime | null;
};

/** Reads what a question asks; null where nothing can be held against a sentence. */
export function contrastsOf({ text, polar, negated }: Question): Contrasts | null {
  const asked = text.toLowerCase();
  if (polar || negated || !ASKING.test(asked)) return null;
  return {
    opposites: OPPOSITES.flatMap(([one, other]) => {
      const [isOne, isOther] = [one.test(asked), other.test(asked)];
      if (isOne === isOther) return [];
      return [isOne ? { asked: one, opposite: other } : { asked: other, opposite: one }];
    }),
    turns: TURNS.filter(({ ask }) => ask.test(asked)).map(({ tell }) => tell),
    ordinals: (asked.match(ASKED_ORDINAL) ?? []).map(stemOf),
    time: askedTime(asked),
  };
}

/** Whether the sentence plainly tells something else than it is asked. Linear in its length. */
export function tellsOtherwise(question: Question, contrasts: Contrasts | null, row: Row): boolean {
  if (contrasts === null) return false;
  const { opposites, turns, ordinals, time } = contrasts;
  const text = row.sentence.text.toLowerCase();
  return (
    opposites.some(({ asked, opposite }) => opposite.test(text) && !asked.test(text)) ||
    turns.some((tell) => !tell.test(text)) ||
    lacksOrdinal(ordinals, text) ||
    (time !== null && isOfOtherTime(time, row)) ||
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

const ORDINALS =
  /\b(?:first|1st|second|2nd|third|3rd|fourth|4th|fifth|5th|sixth|6th|seventh|7th|eighth|8th|ninth|9th|tenth|10th)\b/g;
/** "The first booking"; "who said it first" asks for none in a row. */
const ASKED_ORDINAL = new RegExp(
  `(?<=\\b(?:the|an?|its|his|her|their) )${ORDINALS.source}(?= \\p{L})`,
  'gu',
);
const OPENING = /\b(?:opening|inaugural|initial|maiden|debut)\b/;

/** "Who won the sixth stage?" is not told by who won the seventh. */
function lacksOrdinal(wanted: readonly string[], text: string): boolean {
  if (wanted.length === 0) return false;
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
const ASKED_TURN = /\b(last|this|next) (?:\w{2,12} )?(year|month|week|season|quarter)\b/;

/** A time that a question names: by how dates of it look, and how copy says it. */
type AskedTime =
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'month'; readonly inYear: string; readonly said: RegExp }
  | { readonly kind: 'turn'; readonly years: -1 | 1 | null; readonly said: RegExp }
  /** "this year": what is told of the last or the next one is not of it */
  | { readonly kind: 'now'; readonly said: RegExp; readonly other: RegExp };

/** The year, the month or the turn ("last year") that a question names. */
function askedTime(asked: string): AskedTime | null {
  const year = ASKED_YEAR.exec(asked)?.[0];
  if (year !== undefined) return { kind: 'year', year };
  const month = ASKED_MONTH.exec(asked)?.[1];
  if (month !== undefined) {
    const inYear = `-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}`;
    return { kind: 'month', inYear, said: new RegExp(`\\b${month}`) };
  }
  const [, turn, span = ''] = ASKED_TURN.exec(asked) ?? [];
  if (turn === undefined) return null;
  const isOfYears = /^(?:year|season)$/.test(span);
  // "last season" is told of last year
  const saying = (which: string) =>
    new RegExp(`\\b(?:${which}) (?:\\w+ )?(?:${isOfYears ? 'year|season' : span})\\b`);
  const said = saying(turn);
  if (turn === 'this') return { kind: 'now', said, other: saying('last|next|previous|coming') };
  return { kind: 'turn', years: isOfYears ? (turn === 'last' ? -1 : 1) : null, said };
}

/**
 * Neither the sentence nor the one before it says the time that is asked for or has a date in it, nor is
 * the copy itself of that time.
 */
function isOfOtherTime(time: AskedTime, { from: { study }, sentence }: Row): boolean {
  const here = [sentence.index - 1, sentence.index];
  const text = here.map((at) => study.sentences[at]?.text.toLowerCase() ?? '').join(' ');
  const dates = here.flatMap((at) => (study.datesIn[at] ?? []).flatMap(({ date }) => date ?? []));
  const { anchor } = study;
  // copy that dates what it tells tells nothing of its own day
  const isDated = (study.datesIn[sentence.index] ?? []).some(({ date }) => (date?.length ?? 0) > 4);
  const known = anchor === null || (isDated && time.kind === 'month') ? dates : [...dates, anchor];
  switch (time.kind) {
    case 'year':
      return !text.includes(time.year) && !known.some((date) => date.startsWith(time.year));
    case 'month':
      return !time.said.test(text) && !known.some((date) => date.slice(4, 7) === time.inYear);
    case 'now':
      return time.other.test(sentence.text.toLowerCase()) && !time.said.test(text);
    case 'turn': {
      const year = String(Number(anchor?.slice(0, 4)) + (time.years ?? 0));
      const isAny = time.years === null || anchor === null;
      return !dates.some((date) => isAny || date.startsWith(year)) && !time.said.test(text);
    }
  }
}

/** What leads up to a reason, or says that none is known; "for nine hours", "since May" tell of times. */
const CAUSE =
  /\b(?:because|due to(?! be\b)|after|over(?! \d)|since(?! (?:\d|last|early|late|mid|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))|citing|cited|caus(?:e[ds]?|ing)|blam(?:e[ds]?|ing)|as|result(?:ed|ing|s)?|retaliation|amid|demand(?:ed|ing|s)?|protest|in order|so that|for(?! (?:(?:about|almost|nearly|more|over|at least|up to|some|the (?:first|second|third|last|next)|a few|several|comment|\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|an?) (?:\w+ )?(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?))\b))|reasons?|following|owing|thanks|prompt(?:ed|ing)|trigger(?:s|ed|ing)?|spark(?:s|ed|ing)?|led to|set off|forc(?:ed|ing)|fear(?:s|ing|ed)?|concerns?|on (?:condition|grounds)|need(?:ed|s)?|unclear|not known|lack|fail(?:ed|ure|ing)|saying|with an?|when|kept|keeps?)\b/;
