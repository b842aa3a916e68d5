/**
 * News sitemaps (sitemap-news 0.9): the addresses of a site's newest stories with title and time. The text
 * lies on the pages.
 */
import { problem } from '../../news/problem.ts';
import { blankCopy, type Copy } from '../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { childOf, childrenOf, lineIn, rootNameOf } from './xml/look.ts';
import { parseXml } from './xml/open.ts';
import { readWireTime } from './xml/times.ts';
import type { XmlElement } from './xml/tree.ts';

export const sitemapReader: FormatReader = {
  name: 'sitemap',
  detect: ({ text }: Decoded) => rootNameOf(text) === 'urlset',
  parse: ({ text }) => parseXml(text, parseSitemap),
};

const ITEMS_MAX = 1_000;

function parseSitemap(root: XmlElement, open: readonly XmlElement[]): Parsed {
  const whole = childrenOf(root, 'url').filter((each) => !open.includes(each));
  const told = whole.flatMap((each) => copyOf(each) ?? []);
  const problems = [];
  if (told.length === 0) {
    const sentence = 'This is a sitemap that tells of no news: give the address of a feed.';
    problems.push(problem('not-news', sentence));
  }
  if (told.length > ITEMS_MAX)
    problems.push(problem('too-many', `Only the first ${ITEMS_MAX} items were read.`));
  return { copies: told.slice(0, ITEMS_MAX), problems };
}

/** A page of the site as copy; null where it is no story, or has no address. */
function copyOf(url: XmlElement): Copy | null {
  const news = childOf(url, 'news');
  const href = URL.parse(lineIn(childOf(url, 'loc')) ?? '');
  const headline = lineIn(childOf(news, 'title'));
  if (headline === null || href === null || !/^https?:$/.test(href.protocol)) return null;
  const published = readWireTime(lineIn(childOf(news, 'publication_date')));
  const keywords = lineIn(childOf(news, 'keywords'))?.split(/\s*,\s*/) ?? [];
  return {
    ...blankCopy('rss'),
    sentAt: published,
    createdAt: published,
    headline,
    language: lineIn(childOf(news, 'publication', 'language')),
    subjects: keywords.map((name) => ({ scheme: null, code: null, name })),
    links: [{ rel: 'alternate', href: href.href }],
    provider: lineIn(childOf(news, 'publication', 'name')),
    problems:
      published === null ? [problem('date', 'The item does not tell when it was sent.')] : [],
  };
}
