/** Over what a figure is reckoned: growth on the quarter and growth on the year do not contradict. */

const MONTHS =
  'January|February|March|April|May|June|July|August|September|October|November|December';

/** Stretches of time and ways of reckoning, each by the words that tell it. All are linear. */
const PERIODS: readonly (readonly [period: string, told: RegExp])[] = [
  [
    'quarter',
    /\b(?:first|second|third|fourth|last|previous|current) quarter\b|\bquarter(?:ly|-on-quarter)\b|\bQ[1-4]\b/i,
  ],
  ['half', /\b(?:first|second|last) (?:half|six months)\b|\bhalf[- ]year(?:ly)?\b/i],
  [
    'year',
    /\b(?:from|than|on|over|of) (?:a|the|one) (?:full )?year\b|\byear[- ](?:on|over)[- ]year\b|\b(?:annual(?:ly|i[sz]ed)?|yearly|full[- ]year|in the year|for the year|all of (?:last|this) year)\b|\bin (?:19|20)\d\d\b/i,
  ],
  [
    'month',
    new RegExp(
      `\\b(?:month[- ](?:on|over)[- ]month|on the month|monthly|from (?:the )?(?:month|${MONTHS}|last month))\\b`,
    ),
  ],
  ['week', /\b(?:week[- ](?:on|over)[- ]week|on the week|weekly)\b/i],
  ['day', /\bon the day\b/i],
  ['part', /\b(?:without|excluding|except|apart from|stripp\w+ out|core|underlying|adjusted)\b/i],
];

/** What a sentence says of the period and the way of reckoning of its figures; none for most. */
function periodsOf(sentence: string): string[] {
  const text = sentence.slice(0, 1_000);
  return PERIODS.filter(([, told]) => told.test(text)).map(([period]) => period);
}

/** Do two sentences reckon their figures over the same, as far as they say? */
export function reckonAlike(one: string, other: string): boolean {
  return periodsOf(one).join() === periodsOf(other).join();
}
