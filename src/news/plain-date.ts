/** Dates and hours as copy writes them in date lines, datelines and embargoes: "Dec. 17, 2019 14:05 JST". */

const DAY_MS = 86_400_000;

/** A day; the year is null when the copy leaves it out. */
export type PlainDay = {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
};

/** An hour of the day; `offset` is ISO (`+09:00`, `Z`), null when no zone is named. */
export type PlainHour = {
  readonly hour: number;
  readonly minute: number;
  readonly offset: string | null;
};

const MONTH_NAMES: readonly string[] = [
  'jan january januar janvier janv enero ene gennaio gen janeiro januari января янв tammikuuta stycznia sty',
  'feb february februar février fevrier févr febrero febbraio fevereiro februari февраля фев helmikuuta lutego',
  'mar march mär mrz märz maerz mars marzo março maart mrt marts марта мар maaliskuuta marca',
  'apr april avril avr abril abr aprile апреля апр huhtikuuta kwietnia',
  'may mai mayo maggio maio mei maj мая toukokuuta maja',
  'jun june juni juin junio giugno junho июня июн kesäkuuta czerwca',
  'jul july juli juillet juil julio luglio julho июля июл heinäkuuta lipca',
  'aug august août aout agosto ago augustus augusti августа авг elokuuta sierpnia',
  'sep sept september septembre septiembre settembre setembro сентября сен сент syyskuuta września',
  'oct october oktober okt octobre octubre ottobre outubro октября окт lokakuuta października',
  'nov november novembre noviembre novembro ноября ноя marraskuuta listopada',
  'dec december dezember dez décembre diciembre dicembre dezembro desember декабря дек joulukuuta grudnia',
];
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((line, index) => line.split(' ').map((name) => [name, index + 1] as const)),
);

/** Zones as wires name them (minutes east of Greenwich); ambiguous ones are left out. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0, gmt: 0, utc: 0, ut: 0, wet: 0, bst: 60, cet: 60, mez: 60, cest: 120, mesz: 120, eet: 120,
  eest: 180, msk: 180, jst: 540, kst: 540, hkt: 480, sgt: 480, aest: 600, aedt: 660, nzst: 720,
  nzdt: 780, est: -300, edt: -240, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420,
}; // prettier-ignore

/** "1930 GMT" behind a day is an hour, and so is "0600". */
const YEAR = String.raw`((?:19|20|21)\d{2})(?!\d|:\d|\s?(?:GMT|UTC|Z|hrs?|hours|Uhr|[ECMPB][SD]?T|CES?T|MES?Z|JST|KST|HKT|SGT|AE[SD]T)\b)`;
const NAMED = new RegExp(
  String.raw`^(\p{L}{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?(?!\d|:\d)(?:,?\s{1,3}${YEAR})?`,
  'u',
);
const DAY_FIRST = new RegExp(
  String.raw`^(\d{1,2})(?:st|nd|rd|th|\.|er|º)?(?:,\s{0,3}|\s{1,3}(?:of |de |di )?)(\p{L}{3,12})(?![\p{L}\p{N}])\.?(?:,?\s{1,3}(?:de |del )?${YEAR})?`,
  'u',
);
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const EAST_ASIAN = /^(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const DOTTED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;

/** Reads a day at the very beginning of `text`: what it is and how many characters it takes. */
export function readDay(text: string): { readonly day: PlainDay; readonly length: number } | null {
  const head = text.slice(0, 48);
  const iso = ISO.exec(head) ?? EAST_ASIAN.exec(head);
  if (iso) return dayOf(iso[1], Number(iso[2]), iso[3], iso[0].length);
  const dotted = DOTTED.exec(head);
  if (dotted) return dayOf(dotted[3], Number(dotted[2]), dotted[1], dotted[0].length);
  const named = NAMED.exec(head);
  const month = named ? MONTHS.get((named[1] ?? '').toLowerCase()) : undefined;
  if (named && month) return dayOf(named[3], month, named[2], named[0].length);
  const dayFirst = DAY_FIRST.exec(head);
  const other = dayFirst ? MONTHS.get((dayFirst[2] ?? '').toLowerCase()) : undefined;
  if (dayFirst && other) return dayOf(dayFirst[3], other, dayFirst[1], dayFirst[0].length);
  return null;
}

function dayOf(year: string | undefined, month: number, day: string | undefined, length: number) {
  const found = { year: year === undefined ? null : Number(year), month, day: Number(day) };
  return isDay(found) ? { day: found, length } : null;
}

function isDay({ year, month, day }: PlainDay): boolean {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const HOUR =
  /^(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?\s?(a\.?m\b\.?|p\.?m\b\.?|Uhr\b)?\s{0,3}\(?([+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?(?![A-Za-z])\)?/i;
const HOUR_OF_FOUR =
  /^(\d{2})(\d{2})(?!\d)()\s{0,3}\(?([+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?(?![A-Za-z])\)?/;

/** Reads an hour at the very beginning of `text`: "14:05 JST", "11 a.m. EST", "0600 GMT". */
export function readHour(
  text: string,
): { readonly hour: PlainHour; readonly length: number } | null {
  const head = text.slice(0, 32);
  const match = HOUR_OF_FOUR.exec(head) ?? HOUR.exec(head);
  if (!match) return null;
  const [whole, hours, minutes, half = '', zone = ''] = match;
  const offset = offsetOf(zone);
  if (!minutes && !half && !offset) return null;
  const hour = hourOfDay(Number(hours), half);
  const minute = Number(minutes ?? 0);
  if (hour > 23 || minute > 59) return null;
  const known = zone !== '' && offset === null ? whole.lastIndexOf(zone) : whole.length;
  return { hour: { hour, minute, offset }, length: whole.slice(0, known).trimEnd().length };
}

function hourOfDay(hour: number, half: string): number {
  if (/^p/i.test(half)) return hour < 12 ? hour + 12 : hour;
  return /^a/i.test(half) && hour === 12 ? 0 : hour;
}

function offsetOf(zone: string): string | null {
  if (/^[+-]/.test(zone)) return `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const minutes = ZONES[zone.toLowerCase()];
  if (minutes === undefined) return null;
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The ISO day; a missing year is the one that brings the day nearest to `near` (ISO), null when
 * there is nothing to go by.
 */
export function isoDay({ year, month, day }: PlainDay, near: string | null): string | null {
  const found = year ?? nearestYear(month, day, near);
  if (found === null || !isDay({ year: found, month, day })) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(found).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day (YYYY-MM-DD) so many days after another, before it when negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function nearestYear(month: number, day: number, near: string | null): number | null {
  const instant = near === null ? Number.NaN : Date.parse(near);
  if (Number.isNaN(instant)) return null;
  const year = new Date(instant).getUTCFullYear();
  const distance = (candidate: number): number =>
    Math.abs(Date.UTC(candidate, month - 1, day) - instant);
  return [year, year - 1, year + 1].reduce((best, each) =>
    distance(each) < distance(best) ? each : best,
  );
}

/** English, from Monday on. */
export const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/**
 * Might a text mean this day (YYYY-MM-DD): by its weekday, its number beside a month, or "tomorrow"?
 * A quick look that errs on the side of yes.
 */
export function seemsToName(text: string, day: string): boolean {
  const { dayOfWeek, day: number, month } = Temporal.PlainDate.from(day);
  const names = (MONTH_NAMES[month - 1] ?? '').split(' ').join('|');
  const dated = `(?:${names})\\.?\\s{1,3}0?${number}|0?${number}(?:st|nd|rd|th|\\.)?\\s(?:of )?(?:${names})`;
  const words = `${WEEKDAYS[dayOfWeek - 1]}|tomorrow|${day}|${dated}`;
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** ISO time of a day and an hour; without an hour it is midnight, without a zone `zone` is meant. */
export function isoTime(day: string, hour: PlainHour | null, zone: string): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(hour?.hour ?? 0)}:${two(hour?.minute ?? 0)}:00${hour?.offset ?? zone}`;
}

const NO_HOUR = /^\d{4}-\d\d-\d\d(?:T00:00(?::00(?:\.0{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * Is this day or instant (ISO 8601) without an hour? Copy that gives a day alone is sent at the
 * midnight that begins it; that midnight is no time to show anybody.
 */
export function isDayOnly(instant: string): boolean {
  return NO_HOUR.test(instant);
}
