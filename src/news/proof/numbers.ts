/** Numbers and calendar words as news copy writes them. */

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '_ _ twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(
    ' ',
  );

const VALUES = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, tens) => [word, tens * 10] as const),
  ...ORDINALS.map((word, value) => [word, value] as const),
  ['dozen', 12],
  ['twice', 2],
]);
VALUES.delete('_');

const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1_000,
  k: 1_000,
  lakh: 100_000,
  crore: 10_000_000,
  million: 1_000_000,
  mln: 1_000_000,
  mn: 1_000_000,
  m: 1_000_000,
  billion: 1_000_000_000,
  bn: 1_000_000_000,
  bln: 1_000_000_000,
  b: 1_000_000_000,
  trillion: 1_000_000_000_000,
  tn: 1_000_000_000_000,
};

/** The value of one word or figure, or null: `seven`, `1000`, `12.5`. */
export function wordValue(norm: string): number | null {
  if (/^\d/.test(norm)) {
    const value = Number(norm.replaceAll(',', ''));
    return Number.isFinite(value) ? value : null;
  }
  return VALUES.get(norm) ?? null;
}

/** What a word behind a number multiplies it by, or null. */
export function scaleOf(norm: string): number | null {
  return Object.hasOwn(SCALES, norm) ? (SCALES[norm] ?? null) : null;
}

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const SHORT = new Map<string, string>([
  ...MONTHS.filter((month) => month.length > 4).map((month) => [month.slice(0, 3), month] as const),
  ['sept', 'september'],
  ['mon', 'monday'],
  ['tue', 'tuesday'],
  ['tues', 'tuesday'],
  ['wed', 'wednesday'],
  ['thu', 'thursday'],
  ['thurs', 'thursday'],
  ['fri', 'friday'],
]);
SHORT.delete('mar');

/** A month or weekday in full for its short form; null for any other word. */
export function monthOf(norm: string): string | null {
  return SHORT.get(norm) ?? null;
}

/** Is the word a month or a weekday? "may" is not counted: it is a verb more often. */
export function isCalendarWord(norm: string): boolean {
  return norm !== 'may' && (MONTHS.includes(norm) || DAYS.includes(norm));
}
