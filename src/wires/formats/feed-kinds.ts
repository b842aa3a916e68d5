/** One adapter for each kind of feed: what feedsmith read, as items that look alike. */
import type { Format, Link } from '../../news/take.ts';
import { feedsmith } from './packages.ts';

/** What all kinds of feed have in common, as text that may be markup. */
export type FeedItem = {
  readonly guid?: string | undefined;
  readonly link?: string | undefined;
  readonly title?: string | undefined;
  readonly bodies: readonly (string | undefined)[];
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly author?: string | undefined;
  readonly language?: string | undefined;
  readonly rights?: string | undefined;
  readonly subjects: readonly {
    readonly scheme?: string;
    readonly name?: string;
    readonly code?: string;
  }[];
  readonly links: readonly Link[];
  readonly base?: string | undefined;
};

/** A feed with what its items inherit. */
export type Feed = {
  readonly format: Format;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly base?: string | undefined;
  /** the site's own address: relative links go from there when nothing else says */
  readonly home?: string | undefined;
  readonly items: readonly FeedItem[];
};

/** The feed as feedsmith reads it, null when it is none; throws on malformed markup. */
export function strictFeed(text: string): Feed | null {
  if (feedsmith().detectJsonFeed(text) || text.startsWith('{')) return jsonFeed(text);
  if (feedsmith().detectAtomFeed(text)) return atomFeed(text);
  if (feedsmith().detectRdfFeed(text)) return rdfFeed(text);
  return feedsmith().detectRssFeed(text) ? rssFeed(text) : null;
}

type Loose = { readonly [key: string]: unknown };
const obj = (value: unknown): Loose =>
  typeof value === 'object' && value !== null ? (value as Loose) : {};
const list = (value: unknown): Loose[] => (Array.isArray(value) ? value.map(obj) : []);
const str = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  const inner = obj(value)['value'];
  return typeof inner === 'string' ? inner : undefined;
};
const first = (value: unknown): string | undefined =>
  Array.isArray(value) ? str(value[0]) : undefined;

function rssFeed(text: string): Feed {
  const feed = obj(feedsmith().parseRssFeed(text));
  const items = list(feed['items']).map((item): FeedItem => {
    const [dc, dcterms] = [obj(item['dc']), obj(item['dcterms'])];
    const enclosures = list(item['enclosures']).flatMap(({ url }) => linkOf('enclosure', str(url)));
    const guid = str(item['guid']);
    const isAddress = obj(item['guid'])['isPermaLink'] !== false && /^https?:/.test(guid ?? '');
    return {
      guid,
      link: str(item['link']) ?? (isAddress ? guid : undefined),
      title: str(item['title']) ?? first(dc['titles']),
      bodies: [
        str(obj(item['content'])['encoded']),
        str(item['description']),
        first(dc['descriptions']),
        str(obj(item['itunes'])['summary']),
      ],
      published:
        str(item['pubDate']) ??
        first(dc['dates']) ??
        first(dcterms['issued']) ??
        first(dcterms['created']),
      updated: first(dcterms['modified']) ?? str(obj(item['atom'])['updated']),
      author: first(dc['creators']) ?? nameOf(list(item['authors'])[0] ?? first(item['authors'])),
      language: first(dc['languages']),
      rights: first(dc['rights']),
      subjects: list(item['categories']).map(({ name, domain }) => subject(str(name), str(domain))),
      links: enclosures,
    };
  });
  const language = str(feed['language']);
  return {
    format: 'rss',
    title: str(feed['title']),
    language,
    base: rootBase(text),
    home: str(feed['link']),
    items,
  };
}

/** The xml:base of the root and of the channel in it: feedsmith keeps neither. */
function rootBase(text: string): string | undefined {
  const bases = [...text.slice(0, 8_192).matchAll(/<(?:rss|channel)\b[^<>]{0,2000}>/gi)].map(
    ([tag]) => /\sxml:base\s*=\s*["']([^"'<>]{1,500})["']/i.exec(tag)?.[1],
  );
  const [outer, inner] = bases.filter((base) => base !== undefined);
  return (inner === undefined ? undefined : URL.parse(inner, outer)?.href) ?? outer;
}

function rdfFeed(text: string): Feed {
  const feed = obj(feedsmith().parseRdfFeed(text));
  const items = list(feed['items']).map((item): FeedItem => {
    const dc = obj(item['dc']);
    return {
      guid: str(obj(item['rdf'])['about']) ?? str(item['about']),
      link: str(item['link']),
      title: str(item['title']) ?? first(dc['titles']),
      bodies: [
        str(obj(item['content'])['encoded']),
        str(item['description']),
        first(dc['descriptions']),
      ],
      published: first(dc['dates']),
      author: first(dc['creators']),
      language: first(dc['languages']),
      subjects: Array.isArray(dc['subjects'])
        ? dc['subjects'].map((each) => subject(str(each), undefined))
        : [],
      links: [],
    };
  });
  return {
    format: 'rdf',
    title: str(feed['title']),
    language: first(obj(feed['dc'])['languages']),
    items,
  };
}

function atomFeed(text: string): Feed {
  const feed = obj(feedsmith().parseAtomFeed(text));
  const items = list(feed['entries']).map((entry): FeedItem => {
    const links = list(entry['links']);
    const main = links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0];
    const others = links.filter((each) => each !== main);
    return {
      guid: str(entry['id']),
      link: str(main?.['href']),
      title: str(entry['title']),
      bodies: [str(entry['content']), str(entry['summary'])],
      published: str(entry['published']) ?? str(entry['issued']) ?? str(entry['created']),
      updated: str(entry['updated']) ?? str(entry['modified']),
      author: nameOf(list(entry['authors'])[0]),
      language: str(obj(entry['xml'])['lang']),
      rights: str(entry['rights']),
      subjects: list(entry['categories']).map((each) =>
        subject(str(each['label']) ?? str(each['term']), str(each['scheme']), str(each['term'])),
      ),
      links: others.flatMap(({ rel, href }) => linkOf(str(rel) ?? 'related', str(href))),
      base: str(obj(entry['xml'])['base']),
    };
  });
  const xml = obj(feed['xml']);
  return {
    format: 'atom',
    title: str(feed['title']),
    language: str(xml['lang']),
    base: str(xml['base']),
    items,
  };
}

/** @throws when the list of items is missing, which every JSON Feed has (jsonfeed.org/version/1.1) */
function jsonFeed(text: string): Feed {
  if (!/"items"\s*:/.test(text)) throw new Error('it has no list of items');
  const feed = obj(feedsmith().parseJsonFeed(text));
  const items = list(feed['items']).map((item): FeedItem => {
    const tags = Array.isArray(item['tags']) ? item['tags'] : [];
    return {
      guid: str(item['id']),
      link: str(item['url']) ?? str(item['external_url']),
      title: escaped(str(item['title'])),
      bodies: [
        str(item['content_html']),
        escaped(str(item['content_text'])),
        escaped(str(item['summary'])),
      ],
      published: str(item['date_published']),
      updated: str(item['date_modified']),
      author: nameOf(list(item['authors'])[0] ?? obj(item['author'])),
      language: str(item['language']),
      subjects: tags.map((tag) => subject(str(tag), undefined)),
      links: list(item['attachments']).flatMap(({ url }) => linkOf('enclosure', str(url))),
    };
  });
  return { format: 'jsonfeed', title: str(feed['title']), language: str(feed['language']), items };
}

/** Plain text that goes through the markup reader unharmed. */
function escaped(text: string | undefined): string | undefined {
  return text
    ?.replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\n\s*\n/g, '<p>');
}

function nameOf(person: Loose | string | undefined): string | undefined {
  if (typeof person === 'string') return person;
  return str(person?.['name']) ?? str(person?.['email']);
}

function subject(name: string | undefined, scheme: string | undefined, code?: string) {
  return { ...(name ? { name } : {}), ...(scheme ? { scheme } : {}), ...(code ? { code } : {}) };
}

function linkOf(rel: string, href: string | undefined): Link[] {
  return href ? [{ rel, href }] : [];
}
