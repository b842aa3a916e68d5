/** The time in a line that orders an embargo: its day, its hour and its zone, however they are written. */
import { addDays, isoDay, readDay, readHour, type PlainHour } from './plain-date.ts';

/** A day (YYYY-MM-DD) and where in the line it stands; `isWeekday` when only its name does. */
export type DayFound = {
  readonly day: string;
  readonly at: number;
  readonly end: number;
  readonly isWeekday?: boolean;
};
/** An hour; `isDayEnd` for a midnight, which belongs to the day that is ending. */
export type HourFound = PlainHour & { readonly isDayEnd?: boolean };

const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{scx=Han}|\p{scx=Hang}|\p{scx=Hira})\d/gu;

/**
 * The day that a line names: a date, else a weekday or "tomorrow", which mean the next one from `near`
 * (ISO) on. Null when there is none.
 */
export function readReleaseDay(line: string, near: string | null): DayFound | null {
  for (const { index } of line.matchAll(WORD_START)) {
    const rest = line.slice(index, index + 48);
    const read = readDay(rest);
    const day = read ? isoDay(read.day, near) : null;
    if (read && day) return { day, at: index, end: index + read.length };
    const numeric = numericDay(rest, near);
    if (numeric) return { day: numeric.day, at: index, end: index + numeric.length };
  }
  return near === null ? null : relativeDay(line, near);
}

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;

/** "18/12/2019" or "12/18/19"; where both readings are dates, the later one: late is safe. */
function numericDay(text: string, near: string | null) {
  const [whole = '', one = '', , other = '', written = ''] = NUMERIC.exec(text) ?? [];
  if (whole === '') return null;
  const year = Number(written.length === 2 ? `20${written}` : written);
  const days = [
    { year, month: Number(other), day: Number(one) },
    { year, month: Number(one), day: Number(other) },
  ].flatMap((each) => isoDay(each, near) ?? []);
  const day = days.sort().at(-1);
  return day === undefined ? null : { day, length: whole.length };
}

const word = (names: string): RegExp => new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'iu');
const WEEKDAYS: readonly RegExp[] = [
  word('sun(?:day)?|sonntag|dimanche|domingo|domenica|zondag|søndag|söndag|sunnuntai|воскресень[ея]'),
  word('mon(?:day)?|montag|lundi|lunes|lunedì|segunda(?:-feira)?|maandag|mandag|måndag|maanantai|понедельника?'),
  word('tues?(?:day)?|dienstag|mardi|martes|martedì|terça(?:-feira)?|dinsdag|tirsdag|tisdag|tiistai|вторника?'),
  word('wed(?:s|nesday)?|mittwoch|mercredi|miércoles|mercoledì|quarta(?:-feira)?|woensdag|onsdag|keskiviikko|сред[аыу]'),
  word('thu(?:rs?(?:day)?)?|donnerstag|jeudi|jueves|giovedì|quinta(?:-feira)?|donderdag|torsdag|torstai|четверга?'),
  word('fri(?:day)?|freitag|vendredi|viernes|venerdì|sexta(?:-feira)?|vrijdag|fredag|perjantai|пятниц[аыу]'),
  word('sat(?:urday)?|samstag|sonnabend|samedi|sábado|sabato|zaterdag|lørdag|lördag|lauantai|суббот[аыу]'),
]; // prettier-ignore
const TOMORROW = word(
  'tomorrow|morgen|demain|mañana|domani|amanhã|i morgen|imorgon|huomenna|завтра|明日|내일',
);
const TODAY = word("today|tonight|heute|aujourd'hui|hoy|oggi|hoje|vandaag|i dag|idag|tänään|сегодня|本日|오늘"); // prettier-ignore
/** "3日", "$adv03": the next day of that number. */
const NUMBERED = /(?<![\d月월])(\d{1,2})\s?[日일](?!\p{N})|\badv\s?(\d{1,2})(?!\d)/iu;

function relativeDay(line: string, near: string): DayFound | null {
  const today = near.slice(0, 10);
  const start = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  const found = (name: RegExp, days: number): DayFound | null => {
    const match = name.exec(line);
    if (match === null) return null;
    return { day: addDays(today, days), at: match.index, end: match.index + match[0].length };
  };
  const weekday = new Date(start).getUTCDay();
  const named = WEEKDAYS.map((name, index) => found(name, (index - weekday + 7) % 7));
  const day = named.find((each) => each !== null);
  if (day) return { ...day, isWeekday: true };
  return found(TOMORROW, 1) ?? found(TODAY, 0) ?? numberedDay(line, today);
}

function numberedDay(line: string, today: string): DayFound | null {
  const match = NUMBERED.exec(line);
  const number = (match?.[1] ?? match?.[2] ?? '').padStart(2, '0');
  for (let days = 0; match !== null && days <= 31; days += 1) {
    const day = addDays(today, days);
    if (day.endsWith(`-${number}`))
      return { day, at: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** An hour that is no part of the day: behind it, before it, or a word such as noon. */
export function readReleaseHour(line: string, day: DayFound | null): HourFound | null {
  if (day === null) return hourIn(line) ?? hourOfWord(line);
  const behind = line.slice(day.end);
  const iso = /^T(?=\d)/.exec(behind);
  if (iso) return readHour(behind.slice(1))?.hour ?? null;
  const before = line.slice(0, day.at);
  return hourIn(behind) ?? hourIn(before) ?? hourOfWord(line);
}

function hourIn(text: string): PlainHour | null {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}:.])\d/gu)) {
    const rest = text.slice(index, index + 40);
    const east = eastAsianHour(rest);
    if (east) return east;
    const read = readHour(rest) ?? hourWithZoneOnly(rest);
    if (read === null) continue;
    const { offset } = read.hour;
    return { ...read.hour, offset: offset ?? lateOffset(rest.slice(read.length)) };
  }
  return bareHour(text) ?? japaneseHalf(text);
}

/** "alle 18", "a las 18", "klo 18": the word in front makes the number an hour. */
function bareHour(text: string): PlainHour | null {
  const [, hours = ''] =
    /(?<!\p{L})(?:alle(?: ore)?|ore|às|as|à|at|um|kl\.?|klo|godz\.?|las|в|om|by)\s(\d{1,2})(?![\p{L}\d]|[:./-]\d)/iu.exec(
      text,
    ) ?? [];
  if (hours === '' || Number(hours) > 23) return null;
  return { hour: Number(hours), minute: 0, offset: null };
}

/** "0600 HRS" and "09.00 hours" stand before their zone. */
function hourWithZoneOnly(text: string) {
  const [whole = '', hours = ''] = /^(\d{1,2})\s?(?:hrs|hours|h)\b/i.exec(text) ?? [];
  if (whole === '' || Number(hours) > 23) return null;
  return { hour: { hour: Number(hours), minute: 0, offset: null }, length: whole.length };
}

function eastAsianHour(text: string): PlainHour | null {
  const [, hours = '', minutes = '0'] =
    /^(\d{1,2})\s?[時시时点](?:\s?(\d{1,2})\s?[分분])?/.exec(text) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return { hour: Number(hours), minute: Number(minutes), offset: null };
}

/** 午前6時 and 午後2時: the half of the day stands before the hour. */
function japaneseHalf(text: string): PlainHour | null {
  const [, half = '', hours = '', minutes = '0'] =
    /(午前|午後|오전|오후|上午|下午)\s?(\d{1,2})\s?[時시时点](?:\s?(\d{1,2})\s?[分분])?/.exec(
      text,
    ) ?? [];
  if (half === '' || Number(hours) > 12) return null;
  const isLater = /午後|오후|下午/.test(half);
  return { hour: (Number(hours) % 12) + (isLater ? 12 : 0), minute: Number(minutes), offset: null };
}

function hourOfWord(line: string): HourFound | null {
  const [whole, word = ''] =
    /\b(noon|midday|midnight|mitternacht|minuit|medianoche)\b/iu.exec(line) ?? [];
  if (whole === undefined) return null;
  const rest = line.slice(line.indexOf(whole) + whole.length);
  const zone = /^,?\s{0,2}\(?([A-Za-z]{1,5})\b/.exec(rest)?.[1] ?? '';
  const offset = readHour(`12:00 ${zone}`)?.hour.offset ?? lateOffset(rest);
  const isNoon = /^(?:noon|midday)$/i.test(word);
  return { hour: isNoon ? 12 : 0, minute: 0, offset, ...(isNoon ? {} : { isDayEnd: true }) };
}

/**
 * Zones that a plain reading of hours leaves out because they mean several or change with the season:
 * the westernmost meaning, for late is safe.
 */
const LATE_ZONES: Readonly<Record<string, string>> = {
  et: '-05:00', eastern: '-05:00', ct: '-06:00', cst: '-06:00', central: '-06:00', mt: '-07:00', mountain: '-07:00',
  pt: '-08:00', pacific: '-08:00', akst: '-09:00', akdt: '-08:00', hst: '-10:00', ast: '-04:00', adt: '-03:00',
  brt: '-03:00', art: '-03:00', clt: '-04:00', ist: '+01:00', wat: '+01:00', west: '+01:00', cat: '+02:00',
  sast: '+02:00', eat: '+03:00', trt: '+03:00', gst: '+04:00', pkt: '+05:00', wib: '+07:00', ict: '+07:00',
  awst: '+08:00', pht: '+08:00', myt: '+08:00', acst: '+09:30', acdt: '+10:30', aest: '+10:00', aedt: '+11:00',
  nzst: '+12:00', nzdt: '+13:00', greenwich: '+00:00',
}; // prettier-ignore

function lateOffset(rest: string): string | null {
  const [, word = ''] =
    /^[\s,(]{0,3}(?:hrs|hours|uhr|h)?\.?[\s,(]{0,3}([A-Za-z]{1,9})\b/i.exec(rest) ?? [];
  const known = readHour(`12:00 ${word}`)?.hour.offset ?? null;
  return known ?? LATE_ZONES[word.toLowerCase()] ?? null;
}
