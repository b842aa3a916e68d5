/** Plain text: one story a file, or several between clear rulers; header lines where there are any. */
import { problem } from '../../news/problem.ts';
import { blankCopy, type Copy } from '../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { readWireTime } from './xml/times.ts';

/** Plain text is the last resort: anything printable. */
export const textReader: FormatReader = { name: 'text', detect: isPrintable, parse: parseText };

const LIMITS = { characters: 2_000_000, stories: 500, paragraphs: 2_000, headers: 24 } as const;

function isPrintable({ text }: Decoded): boolean {
  const head = text.slice(0, 4096);
  if (!/\S/.test(head)) return false;

  const odd = head.match(/[\x00\ufffd]|[\x01-\x06\x0e-\x1b]/g)?.length ?? 0;
  return odd <= head.length / 50;
}

function parseText(source: Decoded): Parsed {
  if (!/\S/.test(source.text)) {
    return { copies: [], problems: [problem('empty', 'The file holds no text.')] };
  }
  if (!isPrintable(source)) {
    return { copies: [], problems: [problem('not-text', 'The file is binary, not text.')] };
  }
  const cut = source.text.slice(0, LIMITS.characters);
  const text = cut.replace(/\r\n?/g, '\n');
  const stories = storiesIn(text);
  const copies = stories.slice(0, LIMITS.stories).map(copyOf);
  const problems = [];
  if (cut.length < source.text.length) {
    problems.push(problem('too-long', `Only the first ${LIMITS.characters} characters were read.`));
  }
  if (BREAKS_OFF.test(text.trimEnd())) {
    const sentence =
      'The text breaks off within a sentence: have it sent again if it does not end so.';
    problems.push(problem('cut-off', sentence));
  }
  if (stories.length > copies.length) {
    problems.push(problem('too-many', `Only the first ${LIMITS.stories} stories were read.`));
  }
  return { copies, problems };
}

/** No sentence ends so; what is missing may say more than the rest of one. */
const BREAKS_OFF =
  /\S{2,40} \S{2,40} (?:\S{1,40}[,;(]|the|an?|of|to|and|or|in|at|that|with|der|die|das|und|oder|mit|von|de|la|le|les|du|et|des|el|los|del|di|il|che|och|og|en|het|van)$/u;

const RULER = /^[ \t]{0,8}([-=*_~#])\1{3,200}[ \t]{0,8}$/;

/** Stories between form feeds, or between rulers when every part of them reads like a story. */
function storiesIn(text: string): string[] {
  const pages = text.split('\f').filter((page) => /\S/.test(page));
  return pages.flatMap((page) => {
    const parts = partsBetweenRulers(page);
    return parts.length > 1 && parts.every(readsLikeStory) ? parts : [page];
  });
}

function partsBetweenRulers(page: string): string[] {
  const parts: string[][] = [[]];
  for (const line of page.split('\n')) {
    if (RULER.test(line)) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => lines.join('\n')).filter((part) => /\S/.test(part));
}

/** A title and at least one paragraph of prose: so that a ruler inside a story splits nothing. */
function readsLikeStory(part: string): boolean {
  const [title = '', ...rest] = blocksOf(part);
  const lines = title.split('\n').filter((line) => line.trim() !== '');
  const titled =
    lines.length > 0 && (isHeader(lines[0] ?? '') || !/[.!?]["”’)]?$/.test(title.trim()));
  return (
    titled &&
    title.length <= 600 &&
    rest.some((block) => block.length >= 80 && /[.!?。]/.test(block))
  );
}

type Field =
  | 'headline'
  | 'slug'
  | 'byline'
  | 'guid'
  | 'version'
  | 'urgency'
  | 'language'
  | 'sentAt'
  | 'createdAt'
  | 'provider'
  | 'embargo'
  | 'signal'
  | 'href'
  | 'rights'
  | 'note'
  | 'caption'
  | 'dateline'
  | 'body'
  | 'addressee';

const FIELDS: Readonly<Record<string, Field>> = {
  headline: 'headline', title: 'headline', head: 'headline', hl: 'headline', subject: 'headline',
  slug: 'slug', slugline: 'slug', keyword: 'slug', byline: 'byline', by: 'byline', author: 'byline', id: 'guid', guid: 'guid',
  'story id': 'guid', 'story-id': 'guid', version: 'version', urgency: 'urgency', priority: 'urgency',
  language: 'language', lang: 'language', date: 'sentAt', sent: 'sentAt', 'sent at': 'sentAt', time: 'sentAt',
  published: 'sentAt', updated: 'sentAt', 'version created': 'sentAt', created: 'createdAt', from: 'provider', to: 'addressee', attn: 'addressee', attention: 'addressee', cc: 'addressee', ref: 'addressee', reference: 'addressee',
  source: 'provider', provider: 'provider', agency: 'provider',
  embargo: 'embargo', status: 'signal', signal: 'signal', url: 'href', link: 'href', copyright: 'rights',
  rights: 'rights', note: 'note', eds: 'note', caption: 'caption', dateline: 'dateline', text: 'body', body: 'body', story: 'body',
}; // prettier-ignore

const HEADER = /^[ \t]{0,4}([A-Za-z][A-Za-z -]{0,18}?)[ \t]{0,3}:[ \t]{0,8}(\S[^\n]{0,500})?$/;

function isHeader(line: string): boolean {
  const name = HEADER.exec(line)?.[1]?.toLowerCase();
  return name !== undefined && FIELDS[name] !== undefined;
}

function copyOf(story: string): Copy {
  const lines = story.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const { fields, end } = headersOf(lines, Math.max(first, 0));
  const body = lines.slice(end).join('\n');
  return { ...withFields(fields), paragraphs: blocksOf(body).slice(0, LIMITS.paragraphs) };
}

type Fields = ReadonlyMap<Field, string>;

/** Header lines at the very top: at least two of them, or one that names the story's own fields. */
function headersOf(lines: readonly string[], start: number): { fields: Fields; end: number } {
  const fields = new Map<Field, string>();
  let end = start;
  while (end < lines.length && end - start < LIMITS.headers) {
    const [, name = '', value = ''] = HEADER.exec(lines[end] ?? '') ?? [];
    const field = FIELDS[name.toLowerCase()];
    if (field === undefined) {
      if ((lines[end] ?? '').trim() !== '' || !isHeader(lines[end + 1] ?? '')) break;
    } else if (field !== 'body' || value === '') fields.set(field, value.trim());
    else break;
    end += 1;
  }
  const own = fields.has('headline') || fields.has('slug') || fields.has('guid');
  return fields.size >= 2 || own ? { fields, end } : { fields: new Map(), end: start };
}

const KILLED =
  /^(?:KILL|CANCELL?ED|WITHDRAWN|RETRACTED|DELETED|REMOVED|SPIKED|RECALLED|ZURÜCKGEZOGEN|ANNUL)/;
const HELD = /^(?:HOLD|HELD|ON HOLD|WITHH[EO]LD|DRAFT|GESPERRT|SUSPENDED)/;

function stateOf(status: string | null): Partial<Copy> {
  if (status === null) return {};
  if (KILLED.test(status)) return { signal: 'kill', usable: false };
  return HELD.test(status) ? { signal: 'withhold', usable: false } : {};
}

function withFields(fields: Fields): Copy {
  const value = (field: Field): string | null => fields.get(field) || null;
  const urgency = /^[1-9]$/.exec(value('urgency') ?? '')?.[0];
  const href = value('href');
  const signal = value('signal')?.toUpperCase() ?? null;
  const orders = [
    signal !== null && /^(?:CORRECT|UPDATE)/.test(signal) ? `${signal}:` : null,
    value('embargo') === null ? null : `EMBARGOED UNTIL ${value('embargo')}`,
  ];
  const caption = value('caption');
  return {
    ...blankCopy('text'),
    ...stateOf(signal),
    headline: value('headline'),
    slug: value('slug'),
    byline: value('byline'),
    guid: value('guid'),
    version: value('version'),
    language: value('language'),
    provider: value('provider'),
    rights: value('rights'),
    urgency: urgency === undefined ? null : Number(urgency),
    sentAt: timeOf(value('sentAt')),
    createdAt: timeOf(value('createdAt')),
    captions: caption === null ? [] : [caption],
    notes: [...orders, value('note')]
      .filter((text) => text !== null)
      .map((text) => ({ text, public: false })),
    links: href !== null && /^https?:\/\//.test(href) ? [{ rel: 'canonical', href }] : [],
  };
}

/** ISO time of a header; the clean-up reads the plainer ones that stand as a line of their own. */
function timeOf(value: string | null): string | null {
  if (value === null) return null;
  const iso = readWireTime(value);
  if (iso !== null) return iso;
  const zoned = /(?:GMT|UTC|Z|[+-]\d{4}|[+-]\d\d:\d\d)$/.test(value);
  const instant = Date.parse(zoned ? value : `${value} UTC`);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** Blocks between blank lines; where there are none, every long or indented line begins one. */
function blocksOf(text: string): string[] {
  const blocks = text.split(/\n[ \t]*\n/).flatMap(splitIndented);
  const trimmed = blocks.map((block) => block.trim()).filter((block) => block !== '');
  const [only] = trimmed;
  if (trimmed.length > 2 || only === undefined) return trimmed;
  return trimmed.flatMap((block) => splitLines(block));
}

function splitIndented(block: string): string[] {
  return block.split(/\n(?=(?: {2,8}|\t)\S)/).flatMap(splitAdvisory);
}

/** A line of its own that tells editors what is new, right under the title or above the lede. */
const ADVISORY =
  /^\((?:adds?|changes|clarifies|corrects?|deletes?|drops|fixes|in [^\n()]{1,40} corrects|inserts|recasts?|refiles?|removes?|repeats?|replaces|rewrites|updates?|writes?)\b[^\n]{0,500}\)$/i;

function splitAdvisory(block: string): string[] {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => ADVISORY.test(line.trim()));
  if (at < 0) return [block];
  const [above, below] = [lines.slice(0, at), lines.slice(at + 1)];
  return [above.join('\n'), lines[at] ?? '', below.join('\n')].filter((part) => part !== '');
}

/** One paragraph a line: at least half of the lines end with a stop, and no line was wrapped. */
function splitLines(block: string): string[] {
  const lines = block.split('\n');
  if (lines.length < 2) return [block];
  const body = lines.slice(1);
  const ended = body.filter((line) => /[.!?。」"”)\]]\s*$/.test(line)).length;
  const longest = Math.max(...lines.map((line) => line.length));
  return ended >= body.length * 0.8 || longest > 160 ? lines : [block];
}
