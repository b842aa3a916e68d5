/** How copy writes dates. Every expression is linear: no nested repeats, all repeats bounded. */

const MONTH_NAMES =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const MONTH_SHORT = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
const MONTH = `(?<month>(?:${MONTH_NAMES})\\b|(?:${MONTH_SHORT})\\b\\.?)`;
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\\d|[.,:]\\d|%)';
const YEAR = '(?<year>(?:1[5-9]|20)\\d\\d)(?![\\d%]|[.,]\\d)';
const WEEKDAY_NAMES = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const WEEKDAY = `(?<weekday>${WEEKDAY_NAMES}|(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\.)`;
const COUNT =
  '(?<count>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
/** Spans as copy counts them, in figures or words. */
const SOME =
  '\\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty|forty|sixty|ninety';
/** Feasts and breaks that copy dates by; the year's calendar of them is not known here. */
const FEASTS =
  'Easter|Christmas|Ramadan|Eid|Diwali|Thanksgiving|Passover|Pentecost|Whitsun|Memorial Day|Labor Day|New Year|(?:summer|spring|autumn|winter|half-term|mid-term|midterm) (?=break|recess|holidays)';
const PART = '(?: (?:morning|afternoon|evening|night))?';
const PART_OF = '(?:the )?(?:end|middle|start|beginning) of ';
const RANGE = '(?:\\s?(?:-|–|to|and)\\s?(?:[12]\\d|3[01]|0?[1-9])(?!\\d|:\\d))?';

export type PatternKind =
  | 'iso'
  | 'numeric'
  | 'monthDay'
  | 'dayMonth'
  | 'monthYear'
  | 'dayOnly'
  | 'vague'
  | 'weeksFrom'
  | 'inSpan'
  | 'feast'
  | 'feastDay'
  | 'lastQuarter'
  | 'ago'
  | 'relative'
  | 'endOf'
  | 'today'
  | 'weekday'
  | 'quarter'
  | 'season'
  | 'month'
  | 'years'
  | 'year';
export type Pattern = { readonly kind: PatternKind; readonly shape: RegExp };

function pattern(kind: PatternKind, source: string): Pattern {
  return { kind, shape: new RegExp(`(?<![\\p{L}\\p{N}/-])(?:${source})(?![\\p{L}\\p{N}])`, 'gu') };
}

/** The surest first: a stretch that one pattern took is closed to the next. */
export const PATTERNS: readonly Pattern[] = [
  pattern('iso', '(?<year>\\d{4})-(?<monthNumber>\\d\\d)-(?<day>\\d\\d)'),
  pattern('numeric', '(?<first>\\d{1,2})/(?<second>\\d{1,2})/(?<year>(?:19|20)\\d\\d)'),
  pattern('monthDay', `(?:(?:${WEEKDAY_NAMES}),? )?${MONTH} ${DAY}${RANGE}(?:,? ${YEAR})?`),
  pattern(
    'dayMonth',
    `(?:(?:${WEEKDAY_NAMES}),? )?(?:the )?${DAY}${RANGE} (?:of )?${MONTH}(?:,? ${YEAR})?`,
  ),
  pattern(
    'quarter',
    `(?:${PART_OF})?(?:the )?(?:(?<ordinal>first|second|third|fourth|final) (?<span>quarter|half) of (?:(?<which>the|this|next) year|${YEAR})|(?<bare>first|second|third|fourth|final) quarter(?! of))|${PART_OF}(?<whose>the|this|next) quarter`,
  ),
  pattern('monthYear', `(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[ -]|${PART_OF})?${MONTH},? (?:of )?${YEAR}`),
  pattern(
    'vague',
    '(?:at|on) an? (?:early|later|future|unspecified) date|in the (?:coming|next few|next couple of|near) (?:days|weeks|months|years|future)|(?:over|within) the (?:coming|next few) (?:days|weeks|months|years)|in the not too distant future|as soon as possible|in due course|next quarter|(?:by|before) (?:the|next) weekend|(?:with)?in (?:days|weeks|months)|at the earliest opportunity|in coming (?:days|weeks|months|years)|within (?:the next )?(?:\\d{1,3}|an?|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty|sixty|ninety) (?:hours?|days?|weeks?|months?)',
  ),
  // "on the 20th", but no "20th century"
  pattern(
    'dayOnly',
    '(?<=\\b(?:on|by|until|till|from|before) )the (?<day>[12]\\d|3[01]|[1-9])(?:st|nd|rd|th)(?=[.,;]|$| (?:and|at|to|but|of (?:this|next) month)\\b)',
  ),
  // "Tuesday week": the one after the next
  pattern('weeksFrom', `${WEEKDAY} week(?! (?:of|end))`),
  pattern('weeksFrom', `${COUNT} weeks? from (?:(?:next|this) )?${WEEKDAY}`),
  pattern(
    'inSpan',
    `in (?:about |around |another )?(?:${SOME}) (?:hours|days|weeks|months)(?: ?['’] time)?|in a fortnight(?:['’]s time)?|within (?:a|the next) fortnight|within the hour|the (?:day|week|month) after(?=[.,;]|$)`,
  ),
  pattern('feastDay', "(?<feast>New Year['’]s (?:Day|Eve)|Christmas (?:Day|Eve)|Boxing Day)"),
  pattern('lastQuarter', '(?<!\\b[Tt]he )[Ll]ast quarter(?! of)'),
  pattern(
    'feast',
    `(?<=\\b(?:by|before|after|until|till|at|over|around|through) (?:the )?)(?:${FEASTS})(?: ?(?:holidays?|break|recess))?(?! (?:\\d|\\p{Lu}))`,
  ),
  pattern('ago', `${COUNT} (?<unit>day|week|month|year)s? (?<direction>ago|from now)`),
  pattern(
    'endOf',
    '(?:the )?(?:end|beginning|start) of (?<which>the|this|next) (?<unit>week|month|year)|year-end',
  ),
  pattern(
    'relative',
    '(?:(?:[Ee]arlier|[Ll]ater|[Ll]ate|[Ee]arly) )?(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Tt]he (?:past|previous|following|coming)) (?<unit>week|weekend|month|year)|(?:[Oo]ver|[Aa]t|[Oo]n) the (?<bare>weekend)',
  ),
  pattern(
    'today',
    '(?<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night|[Tt]he day (?:before yesterday|after tomorrow))(?: (?:morning|afternoon|evening|night))?',
  ),
  pattern(
    'weekday',
    `(?:(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) )?(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his(?: coming)?|this past|[Cc]oming|[Tt]he following) )?${WEEKDAY}${PART}(?<week> (?:of )?(?:last|next|this) week)?`,
  ),
  pattern(
    'season',
    `(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his|[Ii]n the|[Tt]he|[Ii]n|[Bb]y) )(?<season>summer|spring|autumn|winter|fall)(?: (?:of )?${YEAR})?`,
  ),
  pattern(
    'month',
    `(?:(?<which>[Ll]ast|[Nn]ext|[Tt]his) )?(?:(?:early|mid|late)[ -]|${PART_OF})?${MONTH}`,
  ),
  pattern('years', '(?<year>(?:1[5-9]|20)\\d\\d)\\s?[-–]\\s?(?:(?:1[5-9]|20)\\d\\d|\\d\\d)'),
  pattern('year', `(?:(?:early|mid|late)-)?${YEAR}`),
];

const MONTH_STARTS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];
const DAY_STARTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NUMBER_WORDS = [
  'a',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** 1 to 12; 0 for none. */
export function monthNumber(word: string): number {
  return MONTH_STARTS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** 1 Monday to 7 Sunday; 0 for none. */
export function weekdayNumber(word: string): number {
  return DAY_STARTS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** "two", "2", "a". */
export function countOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'an') return 1;
  const index = NUMBER_WORDS.indexOf(word);
  return index <= 0 ? 1 : index;
}
