/** A feed that no strict reader takes: its items found by name, however broken the rest is. */
import { parseInPieces } from './feeding.ts';
import type { Format } from '../../news/take.ts';
import type { FeedItem } from './feed-kinds.ts';
import { htmlparser } from './packages.ts';

const ITEMS_MAX = 1_000;
const FIELD_CHARACTERS_MAX = 200_000;

type Fields = Map<string, string>;
type LooseFeed = {
  readonly format: Format;
  readonly title: string | undefined;
  readonly items: readonly FeedItem[];
};

/** Names with their prefix taken off; `content:encoded` keeps its own meaning. */
function plainName(name: string): string {
  const lower = name.toLowerCase();
  return lower.endsWith(':encoded') ? 'encoded' : lower.replace(/^\w{1,20}:/, '');
}

/** The items of a broken feed. Never throws; reads until the text ends. */
export function looseItems(text: string): LooseFeed {
  const items: Fields[] = [];
  const channel: Fields = new Map();
  let item: Fields | null = null;
  let field: string | null = null;
  let format: Format = 'rss';
  let depth = 0;
  const add = (value: string): void => {
    const target = item ?? channel;
    const known = field === null ? '' : (target.get(field) ?? '');
    if (field !== null && known.length < FIELD_CHARACTERS_MAX) target.set(field, known + value);
  };
  const parser = new (htmlparser().Parser)(
    {
      onopentag(name, attributes) {
        depth += 1;
        const plain = plainName(name);
        if (plain === 'feed') format = 'atom';
        if (plain === 'rdf') format = 'rdf';
        if (plain === 'item' || plain === 'entry') {
          item = new Map();
          if (items.length < ITEMS_MAX) items.push(item);
          for (const [key, value] of Object.entries(attributes)) {
            const known = OF_CHANNELS[key.toLowerCase()];
            if (known) item.set(known, value);
          }
          field = null;
        } else if (plain === 'link' && attributes['href']) {
          const target = item ?? channel;
          if ((attributes['rel'] ?? 'alternate') === 'alternate')
            target.set('link', attributes['href']);
          field = null;
        } else if (FIELDS.has(plain)) {
          const value = attributes['VALUE'] ?? attributes['value'];
          if (value && item !== null && !item.has(plain)) item.set(plain, value);
          field = (item ?? channel).has(plain) ? null : plain;
        } else if (field !== null) {
          add(' ');
        }
      },
      ontext: add,
      onclosetag(name, isImplied) {
        depth -= 1;
        const plain = plainName(name);
        if (plain === 'item' || plain === 'entry') {
          if (isImplied && item !== null && !isNamed(item)) items.splice(items.indexOf(item), 1);
          item = null;
        }
        if (plain === field) field = null;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  parseInPieces(parser, text, () => depth);
  return { format, title: channel.get('title'), items: items.map(itemOf) };
}

/** An item that breaks off before its id would come again under it. */
const isNamed = (fields: Fields): boolean =>
  ['guid', 'id', 'link'].some((name) => (fields.get(name)?.trim() ?? '') !== '');

/** Channel definitions (CDF, 1997) put address and date on the item itself. */
const OF_CHANNELS: Readonly<Record<string, string>> = { href: 'link', lastmod: 'date' };

const FIELDS = new Set(
  'abstract title link description summary content encoded guid id pubdate date published issued updated modified created author creator name category'.split(
    ' ',
  ),
);

function itemOf(fields: Fields): FeedItem {
  const of = (...names: string[]): string | undefined =>
    names.map((name) => fields.get(name)?.trim()).find(Boolean);
  const category = of('category');
  return {
    guid: of('guid', 'id'),
    link: of('link'),
    title: of('title'),
    bodies: [of('encoded', 'content'), of('description', 'summary', 'abstract')],
    published: of('pubdate', 'published', 'issued', 'date', 'created'),
    updated: of('updated', 'modified'),
    author: of('creator', 'name', 'author'),
    subjects: category ? [{ name: category }] : [],
    links: [],
  };
}

/** Ids of entries that an Atom feed says are gone (RFC 6721, at:deleted-entry). */
export function deletedEntries(text: string): string[] {
  if (!text.includes('deleted-entry')) return [];
  const ids: string[] = [];
  const parser = new (htmlparser().Parser)(
    {
      onopentag(name, attributes) {
        const id = attributes['ref'];
        if (plainName(name) === 'deleted-entry' && id && ids.length < ITEMS_MAX) ids.push(id);
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  return ids;
}
