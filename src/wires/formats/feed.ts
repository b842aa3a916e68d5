/** Feeds of every kind: RSS 0.9x to 2.0, Atom, RDF and JSON Feed, each item as copy. */
import { problem, type Problem } from '../../news/problem.ts';
import { blankCopy, type Copy } from '../../news/take.ts';
import { isTracking } from '../../news/tracking.ts';
import { readFeedDate } from './feed-dates.ts';
import { strictFeed, type Feed, type FeedItem } from './feed-kinds.ts';
import { mendFeed } from './feed-mends.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { deletedEntries, looseItems } from './loose-feed.ts';
import { wholeItems } from './feed-cut-off.ts';
import { fragmentOf, lineOf, type Fragment } from './markup.ts';
import { tablesLeftOut } from './prose.ts';

const ITEMS_MAX = 1_000;
const CHARACTERS_MAX = 5_000_000;

export const feedReader: FormatReader = { name: 'feed', detect: isFeed, parse: parseFeedText };

function isFeed({ text }: Decoded): boolean {
  const head = text.slice(0, 4_096);
  if (/^\s*\{/.test(head)) return /"version"\s*:\s*"https?:\/\/(www\.)?jsonfeed\.org/.test(head);
  if (/^<channel[\s>]/i.test(head.replace(/<[?!][^>]{0,1000}>/g, '').trimStart())) return true;
  return /<(?:\w{1,20}:)?(?:rss|feed|rdf)[\s>]/i.test(head) && !/<html[\s>]/i.test(head);
}

function parseFeedText(source: Decoded): Parsed {
  const problems: Problem[] = [];
  const text = withoutEntities(source.text.trimStart(), problems);
  if (text.length > CHARACTERS_MAX)
    return {
      copies: [],
      problems: [problem('too-long', 'The feed is longer than 5 million characters.')],
    };
  const feed = read(mendFeed(wholeItems(text, problems)), problems);
  if (feed === null)
    return {
      copies: [],
      problems: [problem('not-news', 'This looks like a feed and holds no item.')],
    };
  if (feed.items.length > ITEMS_MAX)
    problems.push(problem('too-many', `Only the first ${ITEMS_MAX} items were read.`));
  const items = feed.items.slice(0, ITEMS_MAX);
  const copies = withSharedLinks(items.map((item) => copyOf(item, feed, source.baseUrl)));
  const kills = deletedEntries(text).map((guid): Copy => {
    const provider = providerOf(feed);
    return { ...blankCopy(feed.format), guid, provider, signal: 'kill', usable: false };
  });
  return { copies: [...copies, ...kills], problems };
}

/** Entities that a document declares for itself are not resolved: feeds need none, bombs do. */
function withoutEntities(text: string, problems: Problem[]): string {
  const head = text.slice(0, 65_536);
  const start = head.search(/<!DOCTYPE/i);
  if (start < 0) return text;
  const end = head.slice(start).search(/\]\s*>|^[^[]*?>/m);
  if (/<!ENTITY/i.test(head))
    problems.push(problem('entities', 'Entities that the document declares were left out.'));
  const close = end < 0 ? text.indexOf('>', start) : text.indexOf('>', start + end);
  return text.slice(0, start) + text.slice(close + 1);
}

function read(text: string, problems: Problem[]): Feed | null {
  try {
    const feed = strictFeed(text);
    if (feed !== null && feed.items.length > 0) return feed;
    const loose = looseItems(text);
    if (loose.items.length === 0) return feed;
    return { ...loose, title: feed?.title ?? loose.title };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : 'malformed';
    problems.push(
      problem('malformed', `The feed is malformed and was read as far as possible (${why}).`),
    );
    const loose = looseItems(text);
    return loose.items.length === 0 ? null : loose;
  }
}
function copyOf(item: FeedItem, feed: Feed, baseUrl: string | null): Copy {
  const around = resolved(feed.base, baseUrl) ?? baseUrl ?? resolved(feed.home, null);
  const base = resolved(item.base, around) ?? around;
  const body = richestOf(item);
  const href = canonical(resolved(item.link, base ?? undefined));
  const others = item.links.flatMap(({ rel, href: each }) => {
    const target = resolved(each, base ?? undefined);
    return target ? [{ rel, href: target }] : [];
  });
  const sentAt = readFeedDate(item.updated) ?? readFeedDate(item.published);
  const dates = [item.updated, item.published].filter(Boolean);
  const unread = sentAt === null && dates.length > 0;
  return {
    ...blankCopy(feed.format),
    ...named(guidOf(item.guid, base)),
    sentAt,
    createdAt: readFeedDate(item.published),
    headline: item.title ? lineOf(item.title) || null : null,
    byline: item.author ? lineOf(item.author) || null : null,
    language: item.language ?? feed.language ?? null,
    paragraphs: body?.paragraphs ?? [],
    captions: body?.captions ?? [],
    subjects: item.subjects.map(({ scheme, code, name }) => {
      return { scheme: scheme ?? null, code: code ?? null, name: name ? lineOf(name) : null };
    }),
    links: [...(href ? [{ rel: 'alternate', href }] : []), ...others],
    rights: item.rights ? lineOf(item.rights) : null,
    provider: providerOf(feed),
    problems: [
      ...(unread ? [problem('date', `The date "${dates[0]?.slice(0, 60)}" cannot be read.`)] : []),
      ...tablesLeftOut(body?.tables ?? 0),
    ],
  };
}

/** Of the bodies that an item brings, the one that says most. */
function richestOf({ bodies }: FeedItem): Fragment | undefined {
  const read = bodies.flatMap((body) => (body ? [fragmentOf(body)] : []));
  const lengthOf = ({ paragraphs }: Fragment): number => paragraphs.join('').length;
  return read.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0];
}

/** "urn:newsml:alp.at:20260312:ALP0473:2": all revisions of an item (RFC 3085) are one story. */
function named(guid: string | null): Pick<Copy, 'guid' | 'version'> {
  const [, item = '', revision = ''] =
    /^(urn:newsml:[^:\s]{1,100}:\d{8}[^:\s]{0,20}:[^:\s]{1,100}):(\d{1,9})[NAU]?$/.exec(
      guid ?? '',
    ) ?? [];
  return item === '' ? { guid, version: null } : { guid: item, version: revision };
}

/** An id as it stands; one that is only a path belongs to the address of the feed. */
function guidOf(id: string | undefined, base: string | null): string | null {
  const guid = id?.trim() || null;
  return guid?.startsWith('/') ? (resolved(guid, base) ?? guid) : guid;
}

function providerOf({ title }: Feed): string | null {
  return title ? lineOf(title).slice(0, 100) || null : null;
}

function resolved(href: string | undefined, base: string | null | undefined): string | null {
  if (!href?.trim()) return null;
  return URL.parse(href.trim(), base ?? undefined)?.href ?? null;
}

/** The address without what only follows readers around; null for anything but http(s). */
function canonical(href: string | null): string | null {
  const url = href ? URL.parse(href) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  for (const name of [...url.searchParams.keys()])
    if (isTracking(name)) url.searchParams.delete(name);
  url.hash = '';
  return url.href;
}

/** An address that several items share tells nothing about which item it is. */
function withSharedLinks(copies: readonly Copy[]): Copy[] {
  const counts = new Map<string, number>();
  const main = ({ links }: Copy): string =>
    links.find(({ rel }) => rel === 'alternate')?.href ?? '';
  for (const copy of copies) counts.set(main(copy), (counts.get(main(copy)) ?? 0) + 1);
  return copies.map((copy) => {
    const isShared = main(copy) !== '' && (counts.get(main(copy)) ?? 0) > 1;
    if (!isShared) return copy;
    const links = copy.links.map((each) =>
      each.rel === 'alternate' ? { ...each, rel: 'related' } : each,
    );
    return { ...copy, links };
  });
}
