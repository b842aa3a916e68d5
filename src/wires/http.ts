/** A feed over HTTP: asked politely, only when due, and only for what has changed. */
import { NewsroomError } from '../errors.ts';
import { problem } from '../news/problem.ts';
import { withArticles, type ArticleReader } from './article.ts';
import { brokenOff, failed, worked, type Failure } from './bookkeeping.ts';
import { fetchSentence } from './fetch-sentence.ts';
import type { Fetched } from './fetching.ts';
import { decode } from './formats/charset.ts';
import type { Parsed } from './formats/format.ts';
import { parseSource } from './formats/formats.ts';
import { findHub, namedFeed } from './hub-links.ts';
import type { Surroundings } from './surroundings.ts';
import { freshBookmark, type Bookmark, type Reading, type Wire } from './wire.ts';

export type HttpSettings = {
  readonly name: string;
  readonly url: string;
  readonly everyMs: number;
  /** reads the page of an item that has only a teaser; null when pages are not wanted */
  readonly articles?: ArticleReader | null;
};

/** A wire that reads an address. */
export function createHttpWire(settings: HttpSettings, surroundings: Surroundings): Wire {
  return {
    name: settings.name,
    async read(bookmark, signal) {
      try {
        return await read(settings, surroundings, { bookmark, signal });
      } catch (error) {
        surroundings.log.error({ wire: settings.name, error }, 'reading a feed failed');
        const known = bookmark ?? freshBookmark(settings.name, settings.url);
        return failed(
          known,
          { code: 'internal', sentence: OUR_MISTAKE },
          settings.everyMs,
          surroundings,
        );
      }
    },
  };
}

const OUR_MISTAKE =
  'Something went wrong inside Wirebrief with this feed: the log has the details.';

type Given = { readonly bookmark: Bookmark | null; readonly signal: AbortSignal | undefined };

async function read(
  settings: HttpSettings,
  surroundings: Surroundings,
  given: Given,
): Promise<Reading> {
  const isSame = given.bookmark?.configuredUrl === settings.url;
  const bookmark = (isSame ? given.bookmark : null) ?? freshBookmark(settings.name, settings.url);
  const address = bookmark.url ?? settings.url;
  const host = hostOf(address);
  const { signal } = given;
  const fail = (failure: Failure): Reading =>
    failedAt(bookmark, failure, settings.everyMs, surroundings);
  let fetched: Fetched;
  try {
    const { etag, lastModified } = bookmark;
    fetched = await surroundings.fetcher.get(address, { etag, lastModified, signal });
  } catch (error) {
    if (signal?.aborted) return brokenOff(given.bookmark ?? bookmark);
    return fail({ code: 'unreachable', sentence: fetchSentence(error, host) });
  }
  const failure = failureOf(fetched, host, surroundings.now());
  if (failure) return fail(failure);
  const url = fetched.lastingUrl === settings.url ? null : fetched.lastingUrl;
  const next = { ...worked(bookmark, settings.everyMs, surroundings), url };
  if (fetched.status === 304) return { found: [], problems: [], bookmark: next, settle: null };
  const reading = await readingOf(fetched, next);
  if ('sentence' in reading) return fail(reading);
  return withArticles(reading, settings.articles ?? null, { before: bookmark, signal });
}

/** What a good answer holds, or why it is no good as a feed. */
async function readingOf(fetched: Fetched, next: Bookmark): Promise<Reading | Failure> {
  const { copies, problems } = await parse(fetched);
  const [first] = problems;
  if (copies.length === 0 && first) return first;
  const { bytes, contentType, url: baseUrl, links } = fetched;
  const { text } = decode({ bytes, contentType, baseUrl });
  if (copies.length > 0 && copies.every(({ format }) => format === 'html'))
    return problem('page', pageSentence(hostOf(baseUrl), namedFeed(text, baseUrl)));
  // A body that broke off is fetched whole next time: it must not be taken for the newest.
  const isWhole = !problems.some(({ code }) => code === 'malformed' || code === 'cut-off');
  const etag = isWhole ? fetched.etag : null;
  const lastModified = isWhole ? fetched.lastModified : null;
  return {
    found: copies.map((copy) => ({ copy, file: null })),
    problems,
    bookmark: { ...next, etag, lastModified },
    settle: null,
    hub: findHub({ text, links, url: fetched.lastingUrl }),
  };
}

function pageSentence(host: string, feed: string | null): string {
  const hint = feed === null ? 'give the address of a feed' : `its feed is at ${feed}`;
  return `${host} gives a web page there and no feed: ${hint}.`;
}

/**
 * A failure at an address that a permanent redirect once led to is no failure of the configured
 * one: that is asked the next time.
 */
function failedAt(
  bookmark: Bookmark,
  failure: Failure,
  everyMs: number,
  clock: Surroundings,
): Reading {
  if (bookmark.url === null || ['limited', 'failing'].includes(failure.code))
    return failed(bookmark, failure, everyMs, clock);
  return failed({ ...bookmark, url: null }, { ...failure, isGone: false }, everyMs, clock);
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? 'The address';
}

function failureOf({ status, retryAfter }: Fetched, host: string, now: number): Failure | null {
  if (status === 304 || (status >= 200 && status < 300)) return null;
  const retryAfterMs = readRetryAfter(retryAfter, now);
  if (status === 410) {
    const sentence = `${host} says that this feed is gone for good (410): the wire is switched off until its url is changed.`;
    return { code: 'gone', sentence, isGone: true };
  }
  if (status === 429)
    return { code: 'limited', sentence: `${host} asks for fewer requests (429).`, retryAfterMs };
  if (status === 401 || status === 403)
    return {
      code: 'refused',
      sentence: `${host} refuses to show this feed (${status}).`,
      retryAfterMs,
    };
  if (status === 404)
    return { code: 'missing', sentence: `${host} has no such feed (404).`, retryAfterMs };
  return { code: 'failing', sentence: `${host} answers with an error (${status}).`, retryAfterMs };
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), at most a day. */
function readRetryAfter(text: string | null, now: number): number | undefined {
  if (text === null) return undefined;
  const day = 86_400_000;
  if (/^\d{1,9}$/.test(text.trim())) return Math.min(day, Number(text) * 1_000);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? undefined : Math.min(day, Math.max(0, instant - now));
}

function parse({ bytes, contentType, url }: Fetched): Promise<Parsed> {
  return parseSource({ bytes, contentType, baseUrl: url });
}

/**
 * Reads an address once for a person at the command line.
 * @throws NewsroomError with a sentence when it cannot be read
 */
export async function readAddress(address: string, surroundings: Surroundings): Promise<Parsed> {
  const host = URL.parse(address)?.host;
  if (!host) throw new NewsroomError('usage', `"${address}" is not an address.`);
  let fetched: Fetched;
  try {
    fetched = await surroundings.fetcher.get(address);
  } catch (cause) {
    throw new NewsroomError('unreadable', fetchSentence(cause, host), { cause });
  }
  const failure = failureOf(fetched, host, surroundings.now());
  if (failure) throw new NewsroomError('unreadable', failure.sentence);
  return parse(fetched);
}
