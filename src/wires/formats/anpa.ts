/**
 * ANPA 1312: items of text between control bytes. SYN SYN SOH, service letter and number, US, selector;
 * a line with priority, category, keyword, version, date and words; STX, body, ETX, footer, EOT.
 * Relays that drop the control bytes leave the same lines, so both are read.
 */
import { problem, type Problem } from '../../news/problem.ts';
import { blankCopy, type Copy, type Note, type Signal } from '../../news/take.ts';
import { readAnpaBody, type AnpaBody } from './anpa-body.ts';
import { readFooter, type Footer } from './anpa-footer.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { hasProse } from './prose.ts';
import { daysMeant, plainKey, sentencesAgainst } from './related-ids.ts';

export const anpaReader: FormatReader = { name: 'anpa', detect: isAnpa, parse: parseAnpa };

const LIMITS = { items: 500, characters: 5_000_000 } as const;

/** Service letter and number; some agencies set their own name behind it ("a0105KYODO"). */
const NUMBER_LINE = /^[\s\x00\x01\x16]{0,32}([A-Za-z])(\d{4})(?:[\x1f^ \t]|$|(?=[A-Z]{2,12}))/;
const CYCLE = '(?:BC|AM|PM|AP)s?-';
/** Priority, category, two format bytes, keyword (up to 24), version, month-day, words. */
const KEYWORD_LINE =
  /^([a-z])[ \t]([a-z])?[ \t]?(?:[\x11-\x14]|\^[QRST]?){0,4}[ \t\x1e\x1f]{0,4}(\S[^\r\n]{0,80}?)(?:[ \t]+(\d{1,2})-(\d{1,2})(?:[ \t]+(\d{1,5}))?)?[ \t]*$/;

function isAnpa({ text }: Decoded): boolean {
  const head = text.slice(0, 4_096);
  if (/\x01\s?[A-Za-z]\d{4}[\x1f^]/.test(head)) return true;
  const lines = head.split(/\r\n?|\n/, 8);
  const at = lines.findIndex((line) => NUMBER_LINE.test(line));
  const keyword = at < 0 ? null : KEYWORD_LINE.exec((lines[at + 1] ?? '').trimEnd());
  return keyword?.[4] !== undefined || new RegExp(`^${CYCLE}`).test(keyword?.[3] ?? '');
}

function parseAnpa({ text }: Decoded): Parsed {
  const items = itemsIn(text.slice(0, LIMITS.characters));
  const problems: Problem[] = [];
  if (text.length > LIMITS.characters || items.length > LIMITS.items)
    problems.push(problem('too-many', `Only the first ${LIMITS.items} items were read.`));
  const copies = items
    .slice(0, LIMITS.items)
    .map(copyOf)
    .filter((copy) => {
      if (!isTable(copy)) return true;
      const name = (copy.headline ?? copy.slug ?? 'An item').slice(0, 100);
      problems.push(problem('not-a-story', `"${name}" is a table, no story.`));
      return false;
    });
  if (copies.length === 0 && problems.length === 0)
    problems.push(problem('not-news', 'The ANPA file holds no item.'));
  return { copies, problems };
}

const LISTING =
  /\b(?:standings?|glance|agate|box(?:es)?|scores?|results?|schedule|leaders|odds|lines?|averages|listings?|stocks|quotations|lottery)\b/i;

/** Names and figures under a slug or headline that says so; an order stands whatever it holds. */
function isTable({ slug, headline, paragraphs, signal, notes }: Copy): boolean {
  if (signal === 'kill' || signal === 'withhold' || notes.some(({ text }) => ORDER.test(text)))
    return false;
  if (paragraphs.length < 2 || !LISTING.test(`${slug ?? ''} ${headline ?? ''}`)) return false;
  return !hasProse(paragraphs) && paragraphs.some((each) => /\d/.test(each));
}

/** Every SOH begins an item; without control bytes a number line above a keyword line does. */
function itemsIn(text: string): string[] {
  if (text.includes('\x01'))
    return text
      .split('\x01')
      .slice(1)
      .map((item) => item.replace(/\x04[^]*$/, ''))
      .filter((item) => /\S/.test(item));
  const lines = text.split(/\r\n?|\n/);
  const items: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const begins = NUMBER_LINE.test(line) && KEYWORD_LINE.test((lines[index + 1] ?? '').trimEnd());
    if (begins) items.push([]);
    items.at(-1)?.push(line);
  }
  return items.map((item) => item.join('\n'));
}

type Head = {
  readonly number: string | null;
  readonly priority: string;
  readonly category: string;
  readonly keyword: string;
  readonly version: string;
  readonly month: number | null;
  readonly day: number | null;
};

function copyOf(item: string): Copy {
  const lines = item.replace(/\x00/g, '').split(/\r\n?|\n/);
  const number = NUMBER_LINE.exec(lines[0] ?? '');
  const keywordAt = lines.slice(0, 4).findIndex((line) => isKeywordLine(line));
  const head = headOf(number, keywordAt < 0 ? '' : (lines[keywordAt] ?? ''));
  const start = item.indexOf('\x02');
  const rest =
    start < 0 ? lines.slice(Math.max(keywordAt + 1, 1)).join('\n') : item.slice(start + 1);
  const footer = readFooter(item);
  const body = readAnpaBody(rest, head.keyword);
  return filled(head, body, footer);
}

function isKeywordLine(line: string): boolean {
  const found = KEYWORD_LINE.exec(line.trimEnd());
  return found !== null && (found[4] !== undefined || new RegExp(`^${CYCLE}`).test(found[3] ?? ''));
}

function headOf(number: RegExpExecArray | null, line: string): Head {
  const [, priority = '', category = '', slug = '', month, day] =
    KEYWORD_LINE.exec(line.trimEnd()) ?? [];
  const [, keyword = '', version = ''] = /^(\S+)\s*(.*)$/.exec(slug.trim()) ?? [];
  return {
    number: number ? `${number[1]}${number[2]}`.toLowerCase() : null,
    priority: priority.toLowerCase(),
    category,
    keyword,
    version,
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  };
}

function filled(head: Head, body: AnpaBody, footer: Footer | null): Copy {
  const slug = (body.slug ?? head.keyword) || null;
  const version = body.version ?? (isOfSlug(head, body) ? null : head.version || null);
  const day = dayOf(head, footer);
  const signal = signalOf(head, body);
  const notes = body.notes.map((text): Note => ({ text: releaseLine(text), public: false }));
  const isAdvance = /^[as]$/.test(head.priority) || /\$adv/i.test(`${slug ?? ''} ${version ?? ''}`);
  const isDated = notes.some(({ text }) => /^embargo/i.test(text));
  const problems = footer?.sentAt
    ? []
    : [problem('date', 'The item does not tell when it was sent.')];
  return {
    ...blankCopy('anpa'),
    guid: head.number === null ? null : [head.number, day].filter(Boolean).join('-'),
    version,
    sentAt: footer?.sentAt ?? null,
    signal,
    embargo: isAdvance && !isDated ? { until: null } : null,
    urgency: URGENCIES[head.priority] ?? null,
    slug: slug && version ? `${slug}, ${version}` : slug,
    headline: body.headline,
    byline: body.byline,
    paragraphs: body.paragraphs,
    notes,
    subjects: head.category ? [{ scheme: 'anpa', code: head.category, name: null }] : [],
    replaces: relatedIds({ head, body, day, slug, signal }),
    provider: footer?.provider ?? null,
    problems,
  };
}

/** "For release 6 P.M. Saturday" under the word that every reader of copy knows. */
function releaseLine(text: string): string {
  const isOrder = /^\W{0,3}(?:for|hold for|not for) (?:release|use|publication)\b/i.test(text);
  return isOrder && !/\bimmediate\b/i.test(text) ? `Embargoed: ${text}` : text;
}

/** ANPA 1312: flash, bulletin, urgent, regular, deferred; the rest are advances and features. */
const URGENCIES: Readonly<Record<string, number>> = {
  f: 1, b: 2, u: 3, r: 5, d: 6, a: 6, s: 6, h: 6, w: 6,
}; // prettier-ignore

/** The order of the words matters: a corrective may be a write-thru too. */
const SIGNALS: readonly (readonly [RegExp, Signal])[] = [
  [/\bkill\b/i, 'kill'],
  [/\b(?:withhold|hold)\b/i, 'withhold'],
  [/\bcorrect(?:ive|ion|ed|s)?\b/i, 'correction'],
  [/write-?\s?thr/i, 'writethru'],
  [/\badds?\b|\b(?:sub|insert)\b/i, 'add'],
  [/\b(?:advisory|budget|digest advisory)\b/i, 'advisory'],
  [/\b(?:1st|2nd|3rd|\d{1,2}th)[ -]?(?:ld|lead)\b|\b(?:ld|lead)\s*$/i, 'update'],
];

/** A keyword of several words runs over into the place of the version. */
function isOfSlug(head: Head, { slug }: Pick<AnpaBody, 'slug'>): boolean {
  const own = slug?.trim().toLowerCase() ?? '';
  return head.version !== '' && own.endsWith(head.version.toLowerCase());
}

/** Words of the story are no order: a slug "BC-Police Kill" leaves "Kill" where the version stands. */
function signalOf(head: Head, { slug, version, notes }: AnpaBody): Signal | null {
  const words = `${isOfSlug(head, { slug }) ? '' : head.version} ; ${version ?? ''}`;
  const all = `${head.keyword} ${head.version} ; ${slug ?? ''} ; ${version ?? ''}`;
  if (/\bBULLETIN ?KILL\b/.test(all)) return 'kill';
  if (/\b(?:BC|AM|PM)s?-CORRECT(?:ED|ION)?-{2,3}/.test(all)) return 'correction';
  const found = SIGNALS.find(([pattern]) => pattern.test(words))?.[1];
  if (found !== undefined) return found;
  // an advisory that orders something is what it orders: the clean-up reads it
  const isToDesks =
    notes.some((note) => /^(?:attention )?editors\b/i.test(note)) &&
    !notes.some((note) => ORDER.test(note));
  return isToDesks && /\badvisory$/i.test(slug ?? '') ? 'advisory' : null;
}

/** The day that the item's number belongs to: numbers start anew every day. */
function dayOf({ month, day }: Head, footer: Footer | null): string | null {
  const sent = footer?.sentAt?.slice(0, 10) ?? null;
  if (month === null || day === null) return sent;
  const two = (value: number): string => String(value).padStart(2, '0');
  if (sent === null) return `${two(month)}-${two(day)}`;
  // some write the day first
  if (sent.endsWith(`-${two(day)}-${two(month)}`)) return sent;
  const year = Number(sent.slice(0, 4)) - (month === 12 && sent.slice(5, 7) === '01' ? 1 : 0);
  return `${year}-${two(month)}-${two(day)}`;
}

/** Slugs that come again the same day for another story. */
const SHARED_SLUG = /news ?alert|bulletin|flash|advisory|budget|brief|digest|glance|headlines/i;

const ORDER =
  /\bplease (?:kill|withhold|hold|disregard|eliminate|delete|do not use|stop using)\b|\bkill is mandatory\b|\bto CORRECT\b|\bCORRECTS\b/i;
const SPEAKS_OF_NUMBERS =
  /\bkill\b|\bCORRECT|\bplease (?:disregard|eliminate|delete|do not use|stop using)\b/i;
const EARLIER =
  /\b(?:pvs|prv|prev(?:ious)?|picks? up|subs?|leads?|updates?|replaces?|precede|version)\b[^.;]{0,40}?\b[A-Za-z]\d{4}\b/gi;

type Related = {
  readonly head: Head;
  readonly body: AnpaBody;
  readonly day: string | null;
  readonly slug: string | null;
  readonly signal: Signal | null;
};

/**
 * The keyword is what holds the versions of a day's story together, whatever the cycle (AM-, PM-,
 * BC-); a kill or correction also names the number of the item that it speaks about.
 */
function relatedIds({ head, body, day, slug, signal }: Related): string[] {
  const keyword = keywordOf(slug ?? '');
  const own = day !== null && keyword.length > 2 && !SHARED_SLUG.test(keyword) ? [keyword] : [];
  const top = [...body.notes, ...body.paragraphs.slice(0, 4)].join(' ').slice(0, 4_000);
  const isOrder =
    signal === 'kill' || signal === 'withhold' || signal === 'correction' || ORDER.test(top);
  // a lead names its earlier version among the numbers of other stories
  const isAbout = isOrder || SPEAKS_OF_NUMBERS.test(top);
  const text = isAbout ? sentencesAgainst(top) : (top.match(EARLIER) ?? []).join(' ');
  const numbers = [...text.matchAll(/\b([A-Za-z])(\d{4})\b/g)]
    .map(([, letter = '', digits = '']) => `${letter.toLowerCase()}${digits}`)
    .filter((number) => number !== head.number)
    .slice(0, 10);
  const days = daysMeant(day);
  return [
    ...new Set([
      ...own.flatMap((each) => (isOrder ? days : [day]).map((one) => `${each}-${one}`)),
      ...numbers.flatMap((number) => days.map((each) => `${number}-${each}`)),
    ]),
  ];
}

/** "BC-US--Giant Lobster Death" and "PM-US--Giant Lobster Death" are one keyword. */
function keywordOf(slug: string): string {
  const bare = slug
    .replace(/,[^]*$/, '')
    .replace(/^(?:BC|AM|PM|AP)s?-+/i, '')
    .replace(/^CORRECT(?:ED|ION)?-+/i, '')
    // an order may stand behind the keyword of the story that it is about
    .replace(/[- ](?:(?:bulletin|mandatory)[- ])?(?:KILL|Kill|WITHHOLD|Withhold|ELIMINATION)$/, '');
  return plainKey(bare);
}
