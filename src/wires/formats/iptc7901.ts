/**
 * IPTC 7901: SOH, source and number, priority digit, category, words; keyword line; STX, headline lines
 * up to " =", text; ETX, day and hour; EOT. Latin-1 is common, and notes for editors follow the text.
 */
import { problem, type Problem } from '../../news/problem.ts';
import { blankCopy, type Copy, type Signal } from '../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { isDeskLine, isEmbargoLine, read7901Text } from './iptc7901-text.ts';
import { daysMeant, sentencesAgainst, titleIds } from './related-ids.ts';

export const iptc7901Reader: FormatReader = {
  name: 'iptc7901',
  detect: is7901,
  parse: parse7901,
};

const MARKED_HEAD =
  /^[A-Za-z]{2,5}\s?\d{3,5}\s+[0-9]\s+[A-Za-z]{1,3}\s+\d{1,6}\b.{0,70}[A-Za-z][\w-]{1,11} \d{1,5}\s*$/;
/** Day, hour and month of the sending, on the last line where no ETX parts it from the text. */
const TRAILER =
  /^\s*(?:[A-Za-z]{2,8}\s)?\d{6} ?(?:GMT|UTC|Z|MEZ|MESZ|CET|CEST)? ?\p{L}{3,9}\.? (?:\d{2}|\d{4})\s*$/u;

const LIMITS = { items: 500, characters: 5_000_000 } as const;

/** "eca062 4 i 211 ccccb dpa 061": source, number, priority, category, words, mark of the agency. */
const HEAD =
  /^[\s\x00\x16\x01]{0,32}([A-Za-z]{2,5}(?:-[A-Za-z]{2,5}){0,2})[\s-]?([A-Za-z]{0,3}\d{2,5})\s+([0-9])\s+([A-Za-z]{1,3})\s+(\d{1,6})\b([^\r\n\x02]{0,80})/;

function is7901({ text }: Decoded): boolean {
  const head = text.slice(0, 4_096);
  const found = HEAD.exec(head);
  if (!found) return /\x01[^\x02\x03\x04]{4,400}\x02/.test(head) && !/^\s*[<{]/.test(head);
  return /[\x01-\x03]/.test(head) || /[A-Za-z][\w-]{1,11} \d{1,5}\s*$/.test(found[6] ?? '');
}

function parse7901({ text }: Decoded): Parsed {
  const whole = text.slice(0, LIMITS.characters);
  const parts = whole.includes('\x01') ? whole.split('\x01').slice(1) : itemsByHead(whole);
  const items = parts
    .map((item) => item.replace(/\x04[^]*$/, ''))
    .filter((item) => /\S/.test(item));
  const problems: Problem[] = [];
  if (items.length > LIMITS.items || text.length > whole.length)
    problems.push(problem('too-many', `Only the first ${LIMITS.items} items were read.`));
  const copies = items.slice(0, LIMITS.items).map(copyOf);
  if (copies.length === 0) problems.push(problem('not-news', 'The file holds no item of copy.'));
  return { copies, problems };
}

/** Relays that drop the control bytes leave the line above every item, behind an empty line. */
function itemsByHead(text: string): string[] {
  const items: string[][] = [[]];
  let isBlank = true;
  for (const line of text.split(/\r\n?|\n/)) {
    const begins = isBlank && MARKED_HEAD.test(line);
    if (begins && items.at(-1)?.some((each) => each.trim() !== '')) items.push([]);
    items.at(-1)?.push(line);
    isBlank = line.trim() === '' || TRAILER.test(line);
  }
  return items.map((lines) => lines.join('\n'));
}

function copyOf(item: string): Copy {
  const [, source = '', number = '', digit = '', category = '', , rest = ''] =
    HEAD.exec(item) ?? [];
  const [above, story, below] = partsOf(item, HEAD.exec(item)?.[0].length ?? 0);
  const [, mark = null, place = null] = /([A-Za-z][\w-]{1,11})\s(\d{1,5})\s*$/.exec(rest) ?? [];
  const agency = mark?.split('-')[0] ?? (/^[A-Z]{2,5}$/.test(source) ? source : null);
  const sentAt = timeIn(below) ?? timeIn(story.slice(-80));
  const day = sentAt?.slice(0, 10) ?? null;
  const orders = above.map((line) => line.trim()).filter(isEmbargoLine);
  const lines = above.map((line) => line.trim()).filter((line) => line && !isEmbargoLine(line));
  // some agencies set the headline, which ends with " =", above STX
  const titles = lines.filter((line, at) => at > 0 && TITLE_END.test(line));
  const slug = lines.filter((line) => !titles.includes(line)).join(' ');
  const text = read7901Text([...titles, withoutEcho(story, slug)].join('\n'));
  const numbers = relatedIn(text, agency ?? source);
  const days = daysMeant(day);
  const own = place === null ? `${source}-${number}` : `${mark}-${place}`;
  return {
    ...blankCopy('iptc7901'),
    guid: source === '' ? null : [plainId(own), day].filter(Boolean).join('-'),
    sentAt,
    signal: signalOf(text.prefixes),
    urgency: /^[1-9]$/.test(digit) ? Number(digit) : null,
    slug: slug.replace(/\/+$/, '') || null,
    headline: text.headline,
    byline: text.byline,
    paragraphs: text.paragraphs,
    notes: [
      ...text.notices.map((each) => ({ text: each, public: true })),
      ...[...orders, ...text.notes].map((each) => ({ text: each, public: false })),
    ],
    subjects: category ? [{ scheme: 'iptc7901', code: category, name: null }] : [],
    replaces: [
      ...numbers.flatMap((each) => days.map((one) => `${each}-${one}`)),
      ...titleIds(text.headline, day),
    ],
    provider: agency,
    problems: sentAt === null ? [problem('date', 'The item does not tell when it was sent.')] : [],
  };
}

/** "Ferries GE:" above the headline, where "Ferries GE" is the slug already. */
function withoutEcho(story: string, slug: string): string {
  const [line = '', ...rest] = story.trimStart().split('\n');
  return slug !== '' && line.trim() === `${slug}:` ? rest.join('\n') : story;
}

const TITLE_END = /\S {0,2}=$/;

/** What stands above STX, between STX and ETX, and below; without the bytes, by the blank lines. */
function partsOf(item: string, headEnd: number): [string[], string, string] {
  const start = item.indexOf('\x02');
  const etx = item.lastIndexOf('\x03');
  const end = etx > start ? etx : trailerAt(item);
  const below = end > start ? item.slice(end + (end === etx ? 1 : 0)) : '';
  const body = item.slice(start < 0 ? headEnd : start + 1, end > start ? end : item.length);
  if (start >= 0) return [item.slice(headEnd, start).split(/\r\n?|\n/), body, below];
  const lines = body.split(/\r\n?|\n/);
  const at = lines.findIndex((line) => line.trim() !== '');
  const isSlug = /^\S[^.!?]{0,80}\/\s*$/.test(lines[at] ?? '') || isSlugAbove(lines.slice(at));
  return isSlug ? [[lines[at] ?? ''], lines.slice(at + 1).join('\n'), below] : [[], body, below];
}

/** A line that stands alone above a headline, which ends with " =" and nothing else does. */
function isSlugAbove([line = '', below = '', ...rest]: readonly string[]): boolean {
  const title = rest.findIndex((each) => TITLE_END.test(each.trim()));
  const gap = rest.findIndex((each) => each.trim() === '');
  const isTitled = title >= 0 && title < TITLE_LINES_MAX && (gap < 0 || title < gap);
  return (
    isTitled && below.trim() === '' && !TITLE_END.test(line.trim()) && !isDeskLine(line.trim())
  );
}

const TITLE_LINES_MAX = 4;

/** Where the last line is a time of sending; -1 when it is none. */
function trailerAt(item: string): number {
  const plain = item.trimEnd();
  const at = Math.max(plain.lastIndexOf('\n'), plain.lastIndexOf('\r')) + 1;
  return TRAILER.test(plain.slice(at)) ? at : -1;
}

const MONTHS: Readonly<Record<string, string>> = {
  jan: '01', feb: '02', mar: '03', mär: '03', mae: '03', mrz: '03', apr: '04', may: '05', mai: '05',
  mag: '05', jun: '06', jul: '07', aug: '08', sep: '09', oct: '10', okt: '10', nov: '11', dec: '12',
  dez: '12', déc: '12', fév: '02', avr: '04', aoû: '08',
}; // prettier-ignore

/** "131137 GMT Nov 13" or "211259 Nov 18": day, hour, minute, zone, month, year. */
function timeIn(text: string): string | null {
  const found =
    /(?:^|\s)(\d\d)(\d\d)(\d\d) ?(GMT|UTC|Z|MEZ|MESZ|CET|CEST)? ?([\p{L}]{3,9})\.? (\d{2}|\d{4})(?!\d)/u.exec(
      text.slice(0, 400),
    );
  if (!found) return null;
  const [, day, hour, minute, zone = 'GMT', name = '', year = ''] = found;
  const month = MONTHS[name.slice(0, 3).toLowerCase()];
  if (month === undefined) return null;
  const full = year.length === 4 ? year : `${Number(year) >= 70 ? '19' : '20'}${year}`;
  const offset = /^(?:MEZ|CET)$/.test(zone) ? '+01:00' : /^ME|CEST/.test(zone) ? '+02:00' : 'Z';
  const iso = `${full}-${month}-${day}T${hour}:${minute}:00${offset}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

const SIGNALS: readonly (readonly [RegExp, Signal])[] = [
  [/\b(?:KILL|WITHDRAWN|ZURÜCKGEZOGEN|ANNULLIERUNG)\b/i, 'kill'],
  [/\b(?:HOLD|WITHHOLD)\b/i, 'withhold'],
  [/\b(?:REFILE|CORRECT(?:ED|ION|S|IVE)?|KORR(?:EKTUR|IGIERT)?|BERICHTIGUNG)\b/i, 'correction'],
  [/\b(?:\d(?:ST|ND|RD|TH) LEAD|LEAD|UPDATE|REPEAT|RPT|WIEDERHOLUNG|ZUSAMMENFASSUNG)\b/i, 'update'],
];

function signalOf(prefixes: readonly string[]): Signal | null {
  const words = prefixes.join(' ; ');
  return SIGNALS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

const SENTENCE_END = /(?<=[.!?)])\s/;
const ABOUT =
  /\b(?:kill|hold|withdraw|berichtig|korr|ersetz|replac|correct|updat|lösch|zurückgez|rückzug|zieh|streich|annul|storn|neu:|zu [a-z]{2,5} \d)/i;

/** Numbers of items that the first lines speak about: "Please kill item dpa 157", "zu dpa 0123". */
function relatedIn(
  { headline, prefixes, paragraphs, notes, notices }: ReturnType<typeof read7901Text>,
  agency: string,
): string[] {
  const top = [...prefixes, headline ?? '', ...notices, ...paragraphs.slice(0, 3), ...notes];
  const against = sentencesAgainst(top.join(' ').slice(0, 4_000));
  // copy that is no order may name other items to be read beside it
  const text =
    signalOf(prefixes) === null
      ? against
          .split(SENTENCE_END)
          .filter((each) => ABOUT.test(each))
          .join(' ')
      : against;
  const ids: string[] = [];
  for (const [, mark = '', digits = ''] of text.matchAll(/\b([A-Za-z][\w-]{1,11}) (\d{2,5})\b/g)) {
    const isOwn = mark.toLowerCase().split('-')[0] === agency.toLowerCase();
    if (isOwn) ids.push(plainId(`${mark}-${digits}`));
    else if (/^(?:item|meldung|message|story)$/i.test(mark))
      ids.push(plainId(`${agency}-${digits}`));
  }
  return [...new Set(ids)].slice(0, 10);
}

/** "dpa 061" and "dpa 61" are one number. */
function plainId(text: string): string {
  return text.toLowerCase().replace(/-0+(?=\d)/, '-');
}
