/** The page behind a teaser: read politely, once for each item, and only when the site allows it. */
import { NewsroomError } from '../errors.ts';
import { fingerprint } from '../news/identity.ts';
import { problem } from '../news/problem.ts';
import { hrefOf, type Copy } from '../news/take.ts';
import { brokenOff } from './bookkeeping.ts';
import { fetchSentence } from './fetch-sentence.ts';
import type { Fetched, Fetcher } from './fetching.ts';
import { parseSource } from './formats/formats.ts';
import { isPageAllowed, type AskRobots } from './robots.ts';
import type { Bookmark, Found, Reading } from './wire.ts';

/** Copy shorter than this (characters) is a teaser. */
const TEASER_MAX = 600;
/** Pages read in one reading of a feed, and the time after which no further one is begun. */
const PAGES_MAX = 20;
const PAGES_MS_MAX = 60_000;
/** A site that wants a longer pause between two pages than this is not asked for pages at all. */
const DELAY_MS_MAX = 30_000;
const MARKS_MAX = 2_000;

/** Reads a page as copy. @throws NewsroomError with a sentence why it could not */
export type ArticleReader = (href: string, signal?: AbortSignal) => Promise<Copy>;

export function createArticleReader(fetcher: Fetcher, robots: AskRobots): ArticleReader {
  return async (href, signal) => {
    const url = URL.parse(href);
    if (!url) throw new NewsroomError('wire', 'its link is no address');
    const delayMs = await allowedDelay(robots, url, signal);
    let fetched: Fetched;
    try {
      fetched = await fetcher.get(href, {
        accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
        pauseMs: delayMs,
        signal,
        mayFollow: async (next) => void (await allowedDelay(robots, next, signal)),
      });
    } catch (cause) {
      throw new NewsroomError('wire', fetchSentence(cause, url.host), { cause });
    }
    if (fetched.status !== 200)
      throw new NewsroomError('wire', `${url.host} answers with ${fetched.status}.`);
    const { bytes, contentType, url: baseUrl } = fetched;
    const { copies, problems } = await parseSource({ bytes, contentType, baseUrl });
    const [page] = copies;
    if (page?.format === 'html') return page;
    throw new NewsroomError('not-news', problems[0]?.sentence ?? 'The page holds no article.');
  };
}

/** @throws NewsroomError `forbidden` when robots.txt does not allow the page */
async function allowedDelay(robots: AskRobots, url: URL, signal?: AbortSignal): Promise<number> {
  const rules = await robots(url, signal);
  if (!isPageAllowed(rules, url))
    throw new NewsroomError('forbidden', `The robots.txt of ${url.host} does not allow it.`);
  if (rules.delayMs <= DELAY_MS_MAX) return rules.delayMs;
  const seconds = Math.round(rules.delayMs / 1_000);
  throw new NewsroomError('forbidden', `${url.host} wants ${seconds} s between two pages.`);
}

type Circumstances = {
  /** the bookmark before this reading */
  readonly before: Bookmark;
  readonly signal: AbortSignal | undefined;
};

/**
 * The reading with the articles in place of their teasers. An item whose page was looked at before
 * is left out while the feed says the same of it: it is stored already, and its teaser must not
 * take the place of its article.
 */
export async function withArticles(
  reading: Reading,
  readArticle: ArticleReader | null,
  { before, signal }: Circumstances,
): Promise<Reading> {
  if (readArticle === null) return reading;
  const known = new Set(before.articles ?? []);
  const marks: string[] = [];
  const found = new Map<Found, Found>();
  const endsAt = performance.now() + PAGES_MS_MAX;
  let pages = 0;
  for (const each of reading.found.toSorted(newestFirst)) {
    const href = teaserHref(each.copy);
    if (href === null) {
      found.set(each, each);
      continue;
    }
    const mark = markOf(each.copy, href);
    marks.push(mark);
    if (known.has(mark)) continue;
    const isInTime = pages < PAGES_MAX && performance.now() < endsAt;
    pages += 1;
    const copy = isInTime
      ? await articleOf(each.copy, href, readArticle, signal)
      : withWhy(each.copy, 'too many pages at once');
    if (signal?.aborted) return brokenOff(before);
    found.set(each, { ...each, copy });
  }
  const articles = [...new Set([...marks, ...known])].slice(0, MARKS_MAX);
  return {
    ...reading,
    found: reading.found.flatMap((each) => found.get(each) ?? []),
    bookmark: { ...reading.bookmark, articles },
  };
}

function newestFirst(a: Found, b: Found): number {
  const at = ({ copy }: Found): number => Date.parse(copy.sentAt ?? '') || 0;
  return at(b) - at(a);
}

/** Where the whole copy of a teaser is; null for whole copy, and for orders about other copy. */
function teaserHref(copy: Copy): string | null {
  const isCopy = copy.usable && (copy.signal === null || copy.signal === 'new');
  const length = copy.paragraphs.reduce((sum, each) => sum + each.length, 0);
  return isCopy && length < TEASER_MAX ? hrefOf(copy) : null;
}

function markOf(copy: Copy, href: string): string {
  return fingerprint('article', copy.guid ?? '', href, copy.headline ?? '', ...copy.paragraphs);
}

async function articleOf(
  copy: Copy,
  href: string,
  readArticle: ArticleReader,
  signal: AbortSignal | undefined,
): Promise<Copy> {
  let page: Copy;
  try {
    page = await readArticle(href, signal);
  } catch (error) {
    return withWhy(copy, error instanceof NewsroomError ? error.sentence : 'the page broke off');
  }
  if (textOf(page).length <= textOf(copy).length)
    return withWhy(copy, 'the page holds no more than the feed');
  if (!isAbout(page, copy)) return withWhy(copy, 'the page tells of something else');
  const { paragraphs, captions } = page;
  return {
    ...copy,
    paragraphs,
    captions: [...copy.captions, ...captions],
    byline: copy.byline ?? page.byline,
    language: copy.language ?? page.language,
  };
}

const textOf = ({ paragraphs }: Copy): string => paragraphs.join('\n');

/** A wall that asks for consent or money is no article: the words of the feed must be on the page. */
function isAbout(page: Copy, copy: Copy): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,60}/gu) ?? [];
  const wanted = new Set(wordsOf(`${copy.headline ?? ''}\n${textOf(copy)}`));
  const there = new Set(wordsOf(textOf(page)));
  const met = [...wanted].filter((word) => there.has(word)).length;
  return wanted.size < 4 || met * 3 >= wanted.size;
}

function withWhy(copy: Copy, why: string): Copy {
  const sentence = `Only the teaser was read: ${why.replace(/\.$/, '')}.`;
  return { ...copy, problems: [...copy.problems, problem('teaser', sentence)] };
}
