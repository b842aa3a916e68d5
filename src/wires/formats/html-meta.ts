/** What a web page says of its article: Open Graph, article tags, JSON-LD and the time element. */
import { readFeedDate } from './feed-dates.ts';
import type { Page } from './page.ts';

export type Meta = {
  readonly title: string | null;
  readonly author: string | null;
  readonly site: string | null;
  readonly canonical: string | null;
  readonly language: string | null;
  /** ISO times */
  readonly published: string | null;
  readonly modified: string | null;
  /** the article's text as JSON-LD gives it, for pages that show it by script only */
  readonly body: string | null;
};

/** Reads the head of a page (https://ogp.me, https://schema.org/NewsArticle); null where it is silent. */
export function readMeta(document: Page): Meta {
  const named = (...names: readonly string[]): string | null => metaOf(document, names);
  const article = linkedArticle(document);
  const html = document.querySelector('html');
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  const time = timeIn(document);
  const author = named('author', 'article:author', 'parsely-author', 'dc.creator', 'byl');
  return {
    title: named('og:title', 'twitter:title', 'dc.title') ?? textField(article, 'headline'),
    author: authorOf(article) ?? (author !== null && /^https?:/.test(author) ? null : author),
    site: named('og:site_name') ?? nameOf(article?.['publisher']),
    canonical: canonical ?? named('og:url'),
    language: html?.getAttribute('lang') || (named('og:locale')?.replace('_', '-') ?? null),
    published:
      isoOf(
        named(
          'article:published_time',
          'og:published_time',
          'dc.date.issued',
          'datepublished',
          'pubdate',
          'date',
          'parsely-pub-date',
        ),
      ) ??
      isoOf(textField(article, 'datePublished')) ??
      isoOf(time),
    modified:
      isoOf(named('article:modified_time', 'og:updated_time', 'lastmod')) ??
      isoOf(textField(article, 'dateModified')),
    body: textField(article, 'articleBody'),
  };
}

const TIME = 'time[datetime]';
const ELSEWHERE = ['aside', 'nav', 'footer'].map((name) => `${name} ${TIME}`).join(', ');

/** The article's own time: the one marked so, one within the article, one that is not beside it. */
function timeIn(document: Page): string | null {
  const elsewhere = new Set(document.querySelectorAll(ELSEWHERE));
  for (const place of [
    `${TIME}[itemprop="datePublished"]`,
    `article ${TIME}`,
    `main ${TIME}`,
    TIME,
  ]) {
    const found = [...document.querySelectorAll(place)].slice(0, 100);
    const own = found.find((each) => !elsewhere.has(each));
    if (own) return own.getAttribute('datetime');
  }
  return null;
}

function metaOf(document: Page, names: readonly string[]): string | null {
  const found = new Map<string, string>();
  for (const meta of [...document.querySelectorAll('meta')].slice(0, 400)) {
    const name =
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop');
    const content = meta.getAttribute('content')?.trim();
    if (name && content && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), content);
  }
  for (const name of names) {
    const content = found.get(name);
    if (content !== undefined) return content;
  }
  return null;
}

type Thing = Readonly<Record<string, unknown>>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LIMITS = { scripts: 20, characters: 400_000, things: 200 } as const;

/** The first NewsArticle, Article or the like among the page's JSON-LD. */
function linkedArticle(document: Page): Thing | null {
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(
    0,
    LIMITS.scripts,
  )) {
    const article = thingsIn(script.textContent ?? '').find(isArticle);
    if (article) return article;
  }
  return null;
}

function thingsIn(json: string): Thing[] {
  if (json.length > LIMITS.characters) return [];
  try {
    const root: unknown = JSON.parse(json.trim());
    const tops = (Array.isArray(root) ? root : [root]).filter(isThing).slice(0, LIMITS.things);
    const things = tops.flatMap((top) => {
      const graph = top['@graph'];
      return Array.isArray(graph) ? [top, ...graph.filter(isThing).slice(0, LIMITS.things)] : [top];
    });
    // a WebPage may hold its article whole
    return [...things, ...things.map((each) => each['mainEntity']).filter(isThing)];
  } catch {
    // pages with broken JSON-LD are common: they say nothing by it
    return [];
  }
}

function isArticle(thing: Thing): boolean {
  const type = thing['@type'];
  const types = Array.isArray(type) ? type : [type];
  return types.some((each) => typeof each === 'string' && /(?:Article|Posting|Report)$/.test(each));
}

function textField(thing: Thing | null, name: string): string | null {
  const value = thing?.[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return isThing(value) ? textField(value, 'name') : null;
}

function authorOf(article: Thing | null): string | null {
  const author = article?.['author'];
  const names = (Array.isArray(author) ? author : [author]).slice(0, 10).map(nameOf);
  return names.filter((name) => name !== null).join(', ') || null;
}

function isoOf(text: string | null): string | null {
  if (text === null) return null;
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return readFeedDate(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return `${text}T00:00:00Z`;
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text);
  const instant = Date.parse(zoned ? text : `${text}Z`);
  if (Number.isNaN(instant)) return null;
  return zoned ? text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2') : new Date(instant).toISOString();
}
