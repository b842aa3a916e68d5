/** The fields of ninjs that have another shape in every version: body, subjects, people, sources. */
import type { Copy, Link, Subject } from '../../news/take.ts';
import { fragmentOf, lineOf, type Fragment } from './markup.ts';
import { tablesLeftOut } from './prose.ts';
import { list, listIn, lowered, obj, textOf, type Loose } from './ninjs-values.ts';

type Body = Pick<Copy, 'paragraphs' | 'captions' | 'problems'>;
type Text = { readonly value: string; readonly isMarkup: boolean };

const SUBJECTS_MAX = 100;
const PARAGRAPHS_MAX = 2_000;

/** The richest body as paragraphs; what describes a picture, sound or film is its caption. */
export function bodyOf(item: Loose): Body {
  const bodies = textsOf(item, 'body', 'bodies').map(fragmentIn);
  const [description] = textsOf(item, 'description', 'descriptions').map(fragmentIn).filter(isFull);
  const isMedia = /^(?:picture|photo|image|graphic|video|audio)$/i.test(textOf(item['type']) ?? '');
  const main = bodies.find(isFull);
  const story = main ?? (isMedia ? undefined : description);
  const captions = bodies.flatMap((each) => each.captions);
  return {
    paragraphs: (story?.paragraphs ?? []).slice(0, PARAGRAPHS_MAX),
    captions: isMedia ? (description?.paragraphs ?? []) : [...new Set(captions)],
    problems: [...tablesLeftOut(story?.tables ?? 0)],
  };
}

const isFull = ({ paragraphs }: Fragment): boolean => paragraphs.length > 0;

/** Markup before plain text, for it tells the paragraphs; NITF after both. */
function textsOf(item: Loose, name: string, plural: string): Text[] {
  const rank = (kind: string): number =>
    ['html', 'text', 'nitf'].findIndex((each) => kind.includes(each));
  const isNamed = (key: string): boolean =>
    key === name || key.startsWith(`${name}_`) || (name === 'body' && key === 'article_html');
  const named = Object.keys(item)
    .filter(isNamed)
    .map((key) => ({ kind: key === name ? 'html' : key, value: textOf(item[key]) ?? '' }));
  const listed = listIn(item[plural], textOf(item['language'])).map((raw) => {
    const each = lowered(raw);
    const type = (textOf(each['contenttype']) ?? '').toLowerCase();
    const kind = type.includes('nitf') ? 'nitf' : type || (textOf(each['role']) ?? '');
    return { kind: kind.includes('html') ? 'html' : kind, value: textOf(each['value']) ?? '' };
  });
  const order = (kind: string): number => (rank(kind) < 0 ? 9 : rank(kind));
  return [...named, ...listed]
    .toSorted((one, other) => order(one.kind) - order(other.kind))
    .map(({ kind, value }) => ({ value: storyIn(value), isMarkup: looksMarked(kind, value) }));
}

function looksMarked(kind: string, value: string): boolean {
  return /html|nitf|xml/.test(kind) || /<\/?(?:p|br|div|body|block)\b/i.test(value.slice(0, 2_000));
}

/** NITF as a whole document: only its content is the story. */
function storyIn(value: string): string {
  const start = value.indexOf('<body.content');
  const end = value.indexOf('</body.content>');
  return start >= 0 && end > start ? value.slice(start, end) : value;
}

function fragmentIn({ value, isMarkup }: Text): Fragment {
  return isMarkup ? fragmentOf(value) : { paragraphs: blocks(value), captions: [], tables: 0 };
}

/** Plain text: blank lines part paragraphs, else every line is one. */
function blocks(text: string): string[] {
  const plain = text.replace(/\r\n?/g, '\n');
  const parts = /\n[ \t]*\n/.test(plain) ? plain.split(/\n[ \t]*\n/) : plain.split('\n');
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
}

/** Codes of AP's desks for `editorialpriority`: flash, bulletin, urgent, regular, deferred. */
const AP_PRIORITIES: Readonly<Record<string, number>> = { f: 1, b: 2, u: 3, r: 5, d: 6 };

/** 1 (highest) to 9, by `urgency`, AP's priority or Superdesk's. */
export function urgencyOf(item: Loose): number | null {
  const digit = (value: unknown): number | null => {
    const text = textOf(value) ?? '';
    return /^[1-9]$/.test(text) ? Number(text) : null;
  };
  const letter = (textOf(item['editorialpriority']) ?? '').toLowerCase();
  return digit(item['urgency']) ?? AP_PRIORITIES[letter] ?? digit(item['priority']);
}

/** The byline, else the authors by name. */
export function bylineOf(item: Loose): string | null {
  const given =
    textOf(item['byline']) ?? textOf(item['by']) ?? textOf(list(item['bylines'])[0]?.['by']);
  if (given) return lineOf(given) || null;
  const names = list(item['authors']).map(({ name }) => textOf(name));
  return names.filter((name) => name !== null).join(', ') || null;
}

/** Subjects of every version (`subject`, `subjects`) and keywords, which have no code. */
export function subjectsOf(item: Loose): Subject[] {
  const coded = [...list(item['subject']), ...list(item['subjects'])].map((each): Subject => {
    const uri = textOf(each['uri']);
    const [, scheme = null, code = null] = /^(.{1,200}[/#:])([^/#:]{1,100})$/.exec(uri ?? '') ?? [];
    return {
      scheme: textOf(each['scheme']) ?? scheme,
      code: textOf(each['code']) ?? textOf(each['qcode']) ?? code ?? textOf(each['literal']),
      name: textOf(each['name']),
    };
  });
  const words: unknown[] = [item['keywords']].flat();
  const plain = words.flatMap((word): Subject[] => {
    const name = textOf(word);
    return name === null ? [] : [{ scheme: null, code: null, name }];
  });
  return [...coded, ...plain].filter(({ code, name }) => code ?? name).slice(0, SUBJECTS_MAX);
}

/** Where people read the story; `uri` is a name and no address. */
export function linksOf(item: Loose): Link[] {
  const given = [item['canonicalurl'], item['url'], item['link'], item['href']]
    .map(textOf)
    .find((href) => href !== null && /^https?:\/\//i.test(href));
  return [...(given ? [{ rel: 'canonical', href: given }] : []), ...renditionsOf(item)];
}

const RENDITIONS_MAX = 5;

/** Where the text of an item lies that does not hold it itself (AP's Media API). */
function renditionsOf(item: Loose): Link[] {
  const given = Array.isArray(item['renditions'])
    ? list(item['renditions'])
    : Object.values(obj(item['renditions'])).map(obj);
  return given
    .filter((each) =>
      /^text\b|nitf|xhtml/i.test(textOf(each['mimetype']) ?? textOf(each['type']) ?? ''),
    )
    .flatMap((each) => textOf(each['href']) ?? [])
    .filter((href) => /^https?:\/\//i.test(href))
    .slice(0, RENDITIONS_MAX)
    .map((href) => ({ rel: 'rendition', href }));
}

const EARLIER = /prev(?:ious)?_?version|evolved_?from|replaces|supersedes/i;

/** Items that this one takes the place of: `evolvedfrom`, and associations that say so. */
export function replacedBy(item: Loose): string[] {
  const evolved: unknown[] = [item['evolvedfrom'], item['replaces']].flat();
  const associations = Array.isArray(item['associations'])
    ? list(item['associations']).map((each) => [textOf(each['name']) ?? '', each] as const)
    : Object.entries(obj(item['associations'])).map(([name, each]) => [name, obj(each)] as const);
  const earlier = associations
    .filter(([name, each]) => EARLIER.test(name) || EARLIER.test(textOf(each['rel']) ?? ''))
    .map(([, each]) => textOf(each['uri']) ?? textOf(each['guid']));
  const ids = [...evolved.map((each) => textOf(each) ?? textOf(obj(each)['uri'])), ...earlier];
  return [...new Set(ids.filter((id) => id !== null))].slice(0, 20);
}

/** Who provides the item, and its notice of copyright. */
export function provenanceOf(item: Loose): Pick<Copy, 'provider' | 'rights'> {
  const sources = list(item['infosources']).map(({ name }) => textOf(name));
  const provider =
    textOf(item['source']) ??
    textOf(item['provider']) ??
    textOf(item['copyrightholder']) ??
    sources.find((name) => name !== null) ??
    textOf(item['creditline']) ??
    null;
  const rights = textOf(item['copyrightnotice']) ?? textOf(item['copyrightholder']);
  return { provider, rights: rights === null ? null : lineOf(rights) || null };
}
