/** The body of an ANPA item: lines of the desk above, the story below. */
import { isFooter } from './anpa-footer.ts';

export type AnpaBody = {
  readonly slug: string | null;
  readonly version: string | null;
  readonly headline: string | null;
  readonly byline: string | null;
  readonly paragraphs: readonly string[];
  /** lines for editors: "Eds:", photo numbers, release lines, cross references */
  readonly notes: readonly string[];
};

type Line = {
  readonly text: string;
  readonly kind: 'line' | 'paragraph' | 'more';
  readonly end: string;
};

const PARAGRAPHS_MAX = 2_000;
const LINES_MAX = 20_000;

/**
 * Reads what stands between STX and EOT.
 * @param keyword the keyword of the header: a first line that repeats it is whole
 */
export function readAnpaBody(raw: string, keyword: string): AnpaBody {
  const lines = linesOf(raw);
  const storyAt = lines.findIndex(({ kind }) => kind === 'paragraph');
  const top = storyAt < 0 ? lines : lines.slice(0, storyAt);
  const head = readTop(joinedLines(top, keyword), storyAt >= 0);
  const story = readStory(storyAt < 0 ? [] : lines.slice(storyAt));
  return {
    ...head,
    paragraphs: [...head.paragraphs, ...story.paragraphs].slice(0, PARAGRAPHS_MAX),
    notes: [...head.notes, ...story.notes],
  };
}

/** "^" begins a line of its own, "<", "=" or "+" ends one; an indented line begins a paragraph. */
function linesOf(raw: string): Line[] {
  const text = raw.replace(/[\x02\x04\x0c\x16\x01\x00\x0e\x0f\x11-\x14]/g, '').split('\x03');
  const lines = text.join('\n').split(/\r\n?|\n/, LINES_MAX);
  const parted: Line[] = [];
  let isBlank = true;
  for (const line of lines) {
    if (isFooter(line)) break;
    const plain = plainLine(line);
    if (plain.text === '') {
      isBlank = true;
      continue;
    }
    const isLine = /^[\s]{0,4}\^/.test(line) || /^\x08/.test(line);
    const isIndented = /^(?:\t|[ ]{2,})/.test(line);
    const kind = isLine ? 'line' : isIndented ? 'paragraph' : isBlank ? 'line' : 'more';
    parted.push({ ...plain, kind });
    isBlank = false;
  }
  return parted;
}

function plainLine(line: string): Omit<Line, 'kind'> {
  const text = line
    .replace(/[\x08\x10\x1c-\x1f\t]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
    .replace(/^\^+ ?/, '');
  const last = text.at(-1) ?? '';
  const end = /[<=+]/.test(last) ? last : '';
  const bare = (end === '' ? text : text.slice(0, -1)).replace(/^\*\d{0,5}<? ?\^?/, '').trim();
  return { text: bare, end };
}

const SLUG = /^(?:BC|AM|PM|AP)s?-[^\s].{0,120}$/;
const FOR_DESKS =
  /^[([]?(?:(?:Eds|EDS|Editors|EDITORS|Editor|ED)[:.,]|(?:EDITOR'?S|Editor's) (?:NOTE|Note|note)|(?:AP|Reuters) (?:Photos?|Video|Graphic|Audio)\b|[A-Z]{2,8} (?:Photos?|Graphics?) [A-Z]{2,4}\d|With (?:photo|graphic|AP )|\$adv|\$ADV|(?:Adv|ADV) ?\d{1,2}$|(?:End|END) (?:Adv|ADV|adv)\b|F(?:or|OR) (?:release|RELEASE|immediate|global)\b|(?:Embargoed|EMBARGOED|Embargo|EMBARGO)(?: until| UNTIL| for| till|\s?:|$)|(?:Hold|HOLD) (?:for|FOR)\b|Not for (?:release|publication|use)\b|Note (?:to|language|contents)\b|(?:Attn|ATTN|ATTENTION)\b|Laser[pP]hotos?\b|Precede\b)/;
const RELEASE = /^[([]?(?:For release|Embargo|Hold for|Not for)/i;
const BYLINE = /^By [A-Z].{1,140}$/;
/** "By ANNA LIS<", "By Anna Lis<": a line that ends like a headline, and is names alone. */
const NAMES =
  /^By (?:THE )?\p{Lu}[\p{L}.'’-]*(?:[ ,]{1,2}(?:and |AND |of |de |van |von )?\p{Lu}[\p{L}.'’-]*){1,5}$/u;
const JOB =
  /^(?:(?:The )?Associated Press|[A-Z][\w ]{0,40}\b(?:Writers?|Correspondents?|Editors?|Reporters?|Staff|Press|Columnist|Analyst))$/;
const ORDER =
  /^(?:BULLETIN )?(?:KILL|MANDATORY KILL|HOLD|WITHHOLD|ADVISORY|CORRECTIVE|CORRECTION)\b[A-Z :,-]{0,40}$/;
/** The priority says the same. */
const URGENT = /^(?:URGENT|BULLETIN|FLASH)$/;
const MORE = /^[-_ ()]{0,4}(?:MORE|more|END|30|REUTERS?)[-_ ()]{0,4}$/;

type Top = Omit<AnpaBody, 'paragraphs' | 'notes'> & { paragraphs: string[]; notes: string[] };

function readTop(joined: readonly Line[], hasStory: boolean): Top {
  const found = { slug: null as string | null, version: null as string | null };
  let headline: string | null = null;
  let byline: string | null = null;
  const [paragraphs, notes, orders]: [string[], string[], string[]] = [[], [], []];
  for (const { text, end } of joined) {
    if (MORE.test(text) || URGENT.test(text)) continue;
    // only the desk's own lines stand above the slug
    const isTop = headline === null && paragraphs.length === 0;
    if (found.slug === null && isTop && SLUG.test(text)) Object.assign(found, slugIn(text));
    else if (FOR_DESKS.test(text)) notes.push(text);
    else if (ORDER.test(text)) orders.push(text);
    else if (byline === null && isByline(text, end, headline)) byline = text.slice(3);
    else if (byline !== null && JOB.test(text)) continue;
    else if (headline === null && text.length <= 200 && (hasStory || joined.length > 2))
      headline = text;
    // What ends with "<" below the headline is the summary that the lede tells again.
    else if (!(hasStory && end === '<' && headline !== null)) paragraphs.push(text);
  }
  const bare = paragraphs.length === 0 && !hasStory && orders.length === 0;
  if (headline === null && bare) return { ...found, headline, byline, paragraphs, notes };
  notes.sort((one, other) => Number(RELEASE.test(other)) - Number(RELEASE.test(one)));
  return { ...found, headline, byline, paragraphs: [...orders, ...paragraphs], notes };
}

/** In capitals, or below the headline: a headline may begin so too. */
function isByline(text: string, end: string, headline: string | null): boolean {
  if (end !== '<') return BYLINE.test(text);
  return NAMES.test(text) && (headline !== null || !/\p{Ll}/u.test(text.slice(3)));
}

/** Wrapped lines of the top belong together until one ends or another begins. */
function joinedLines(lines: readonly Line[], keyword: string): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (line.kind === 'more' && last && last.end === '' && last.text !== keyword)
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}`, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/** "BC-US--Lobster, 1st Ld-Writethru,127": keyword, version, words. */
function slugIn(text: string): { slug: string; version: string | null } {
  const bare = text.replace(/,\s?\d{1,5}\s*$/, '').replace(/[\s,]+$/, '');
  const comma = bare.indexOf(',');
  if (comma < 0) return { slug: bare, version: null };
  return { slug: bare.slice(0, comma).trim(), version: bare.slice(comma + 1).trim() || null };
}

function readStory(lines: readonly Line[]): { paragraphs: string[]; notes: string[] } {
  const paragraphs: string[] = [];
  const notes: string[] = [];
  let open = '';
  const close = (): void => {
    const text = open.trim();
    open = '';
    if (text === '' || MORE.test(text) || /^_{2,}$/.test(text)) return;
    if (text.length < 600 && FOR_DESKS.test(text)) notes.push(text);
    else paragraphs.push(text);
  };
  for (const { text, kind, end } of lines) {
    if (kind !== 'more') close();
    open = open === '' ? text : `${open} ${text}`;
    if (end === '<' || open.length > 20_000) close();
  }
  close();
  return { paragraphs, notes };
}
