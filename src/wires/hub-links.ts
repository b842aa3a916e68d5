/**
 * The links by which a feed or a page says where else to look: a WebSub hub (W3C Recommendation
 * "WebSub", 4: Link headers first, then the feed's own links), and the feed of a web page.
 */
import type { Hub } from './wire.ts';

const HEAD_CHARACTERS = 200_000;

type Found = { readonly rel: string; readonly href: string; readonly type: string };

/** The hub that a feed names, with the address to subscribe to there; null when it names none. */
export function findHub(feed: {
  readonly text: string;
  /** values of the Link headers */
  readonly links: readonly string[];
  readonly url: string;
}): Hub | null {
  const inHeaders = feed.links.flatMap(headerLinks);
  const found = [...inHeaders, ...linksInFeed(feed.text)];
  const hub = addressOf(found.find(({ rel }) => rel === 'hub')?.href, feed.url);
  const self = addressOf(found.find(({ rel }) => rel === 'self')?.href, feed.url);
  return hub === null ? null : { url: hub, topic: self ?? feed.url };
}

/** The feed that a web page names in its head; null when it names none. */
export function namedFeed(page: string, baseUrl: string): string | null {
  const feeds = /^application\/(?:rss\+xml|atom\+xml|feed\+json)/i;
  const named = elementLinks(page.slice(0, HEAD_CHARACTERS)).find(
    ({ rel, type }) => rel === 'alternate' && feeds.test(type),
  );
  return addressOf(named?.href, baseUrl);
}

function addressOf(href: string | undefined, base: string): string | null {
  const url = href ? URL.parse(href, base) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** `<https://hub.example/>; rel="hub", ...` (RFC 8288) */
function headerLinks(value: string): Found[] {
  const parts = value.slice(0, 8_000).matchAll(/<([^<>]{1,2000})>([^<]{0,1000})/g);
  return [...parts].flatMap(([, href = '', rest = '']) => {
    const rels = /;\s{0,9}rel\s{0,9}=\s{0,9}(?:"([^"]{0,200})"|([^\s;,"]{1,200}))/i.exec(rest);
    const names = (rels?.[1] ?? rels?.[2] ?? '').toLowerCase().split(/\s+/);
    return names.map((rel) => ({ rel, href, type: '' }));
  });
}

/** Links of the feed itself: those of its items say nothing about the feed. */
function linksInFeed(text: string): Found[] {
  if (text.trimStart().startsWith('{')) return linksInJson(text);
  const head = text.slice(0, HEAD_CHARACTERS);
  const firstItem = head.search(/<(?:\w{1,20}:)?(?:item|entry)[\s>]/i);
  return elementLinks(firstItem < 0 ? head : head.slice(0, firstItem));
}

function elementLinks(markup: string): Found[] {
  const elements = markup.matchAll(/<(?:\w{1,20}:)?link\s([^<>]{1,2000})>/gi);
  return [...elements].slice(0, 100).flatMap(([, attributes = '']) => {
    const href = attributeOf(attributes, 'href');
    const rels = attributeOf(attributes, 'rel').toLowerCase().split(/\s+/);
    return rels.map((rel) => ({ rel, href, type: attributeOf(attributes, 'type') }));
  });
}

function attributeOf(attributes: string, name: string): string {
  const pattern = new RegExp(`(?:^|\\s)${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|'([^']*)')`, 'i');
  const match = pattern.exec(attributes);
  return (match?.[1] ?? match?.[2] ?? '').replaceAll('&amp;', '&').trim();
}

/** JSON Feed 1.1: `hubs: [{type, url}]`, and `feed_url` for the feed itself. */
function linksInJson(text: string): Found[] {
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return []; // the format has reported it already
  }
  if (typeof feed !== 'object' || feed === null) return [];
  const { hubs, feed_url: self } = feed as { hubs?: unknown; feed_url?: unknown };
  const found = Array.isArray(hubs) ? (hubs as readonly unknown[]) : [];
  const named = found.flatMap((each): Found[] => {
    const { type, url } = (each ?? {}) as { type?: unknown; url?: unknown };
    const isHub = typeof url === 'string' && /^websub$|^pubsubhubbub$/i.test(String(type));
    return isHub ? [{ rel: 'hub', href: url, type: '' }] : [];
  });
  return typeof self === 'string' ? [...named, { rel: 'self', href: self, type: '' }] : named;
}
