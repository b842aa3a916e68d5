/** Polite, bounded, guarded requests: redirects followed by us, one host one request at a time. */
import { createRequire } from 'node:module';
import type * as Undici from 'undici';
import type { Agent, Dispatcher } from 'undici';
import { NewsroomError } from '../errors.ts';
import { bodyOf, dropBody, headerOf } from './body.ts';
import { createCookies } from './cookies.ts';
import { checkedLookup, checkUrl, readRanges, type Range, type ResolveName } from './guard.ts';
import { inTurnAt } from './politeness.ts';

/** The name that robots.txt and web servers know us by. */
export const PRODUCT = 'Wirebrief';
const USER_AGENT = `${PRODUCT}/0.1 (news desk; feed reader)`;
const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.5';

// Loaded with the first request: a bot of drop folders keeps it out of its memory.
const load = createRequire(import.meta.url);
const undici = (): typeof Undici => load('undici') as typeof Undici;

/** What a request may cost. */
export type Limits = {
  /** one exchange from the start of the connection to the end of the body */
  readonly totalMs: number;
  /** body after unpacking */
  readonly bodyBytes: number;
  readonly redirects: number;
  /** pause between two requests to one host */
  readonly pauseMs: number;
};

const LIMITS: Limits = { totalMs: 20_000, bodyBytes: 5_000_000, redirects: 5, pauseMs: 1_000 };

export type Fetched = {
  readonly status: number;
  /** empty for any status but 2xx */
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly retryAfter: string | null;
  /** values of the Link headers */
  readonly links: readonly string[];
  /** where the body came from */
  readonly url: string;
  /** where to ask next time: moved only by permanent redirects that came first */
  readonly lastingUrl: string;
};

type Asking = {
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  readonly accept?: string;
  /** a longer pause after this request than the usual, as robots.txt may ask for */
  readonly pauseMs?: number;
  /** asked before a redirect is followed; throws when it must not be */
  readonly mayFollow?: (next: URL) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
};

export interface Fetcher {
  /** Follows redirects. @throws NewsroomError, or what the network threw (see fetch-sentence.ts) */
  get(address: string, asking?: Asking): Promise<Fetched>;
  /** Sends a form, again where a 307 or 308 says so; of the answer only the status is read. */
  post(address: string, form: URLSearchParams, signal?: AbortSignal): Promise<Fetched>;
}

export type FetcherSettings = {
  /** CIDRs of private networks that may be asked all the same */
  readonly allowPrivate: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly resolveName?: ResolveName;
};

type Means = {
  readonly agent: () => Agent;
  readonly allowed: readonly Range[];
  readonly limits: Limits;
};
type Message = {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly pauseMs: number;
  readonly signal: AbortSignal | undefined;
};

/** Makes a fetcher that only asks allowed networks. @throws NewsroomError `config` for a wrong CIDR */
export function createFetcher(settings: FetcherSettings): Fetcher {
  const allowed = readRanges(settings.allowPrivate);
  const limits = { ...LIMITS, ...settings.limits };
  const options = {
    connect: {
      lookup: checkedLookup(allowed, settings.resolveName),
      timeout: Math.min(10_000, limits.totalMs),
    },
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    // as many as can be under way at one host while the first ones drip
    connections: 8,
    keepAliveTimeout: 1_000,
  };
  let agent: Agent | undefined;
  const means = { agent: () => (agent ??= new (undici().Agent)(options)), allowed, limits };
  return {
    get: (address, asking = {}) => get(means, address, asking),
    post: (address, form, signal) => post(means, address, form, signal),
  };
}

async function post(
  means: Means,
  address: string,
  form: URLSearchParams,
  signal: AbortSignal | undefined,
): Promise<Fetched> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const { redirects, pauseMs } = means.limits;
  const common = { method: 'POST', headers, body: form.toString(), pauseMs, signal } as const;
  let url = new URL(address);
  for (let hop = 0; hop <= redirects; hop += 1) {
    const { fetched, next } = await exchange(means, { ...common, url });
    if (next === null) return { ...fetched, lastingUrl: address };
    url = next;
  }
  throw tooManyRedirects(redirects, url);
}

const tooManyRedirects = (most: number, { host }: URL): NewsroomError =>
  new NewsroomError('wire', `More than ${most} redirects, the last to ${host}.`);

async function get(means: Means, address: string, asking: Asking): Promise<Fetched> {
  const { redirects, pauseMs } = means.limits;
  const headers = {
    accept: asking.accept ?? ACCEPT,
    // not deflate: servers do not agree on what that is
    'accept-encoding': 'gzip, br',
    ...(asking.etag ? { 'if-none-match': asking.etag } : {}),
    ...(asking.lastModified ? { 'if-modified-since': asking.lastModified } : {}),
  };
  const spacingMs = Math.max(pauseMs, asking.pauseMs ?? 0);
  const common = { method: 'GET', headers, body: null, pauseMs: spacingMs } as const;
  let url = new URL(address);
  let lastingUrl = address;
  let isLasting = true;
  const cookies = createCookies();
  for (let hop = 0; hop <= redirects; hop += 1) {
    const cookie = cookies.headerFor(url);
    const sent = { ...common, headers: cookie === null ? headers : { ...headers, cookie } };
    const { fetched, next, setCookies } = await exchange(means, {
      ...sent,
      url,
      signal: asking.signal,
    });
    cookies.keep(url, setCookies);
    if (next === null) return { ...fetched, lastingUrl };
    await asking.mayFollow?.(next);
    isLasting &&= fetched.status === 301 || fetched.status === 308;
    if (isLasting) lastingUrl = next.href;
    url = next;
  }
  throw tooManyRedirects(redirects, url);
}

type Answer = {
  readonly fetched: Omit<Fetched, 'lastingUrl'>;
  readonly next: URL | null;
  readonly setCookies: readonly string[];
};

/** One request and its whole answer, in the host's turn and within the time limit. */
async function exchange(means: Means, message: Message): Promise<Answer> {
  const { agent, allowed, limits } = means;
  const { url, method, body, signal } = message;
  checkUrl(url, allowed);
  return inTurnAt(url.host, message.pauseMs, signal, async () => {
    const limit = AbortSignal.timeout(limits.totalMs);
    const ending = signal ? AbortSignal.any([signal, limit]) : limit;
    const headers = { 'user-agent': USER_AGENT, ...authorization(url), ...message.headers };
    const options = { dispatcher: agent(), method, headers, body, signal: ending };
    const response = await undici().request(url, options);
    const isGood = response.statusCode >= 200 && response.statusCode < 300 && method === 'GET';
    // only these two ask for the same again, with its body
    const isSame = [307, 308].includes(response.statusCode);
    const next = method === 'GET' || isSame ? redirectOf(response, url) : null;
    if (!isGood) dropBody(response);
    const bytes = isGood ? await bodyOf(response, limits.bodyBytes, ending) : new Uint8Array();
    const setCookies = [response.headers['set-cookie'] ?? []].flat();
    return { fetched: described(response, bytes, url), next, setCookies };
  });
}

/** Sources that want a name and a password have them in their address. */
function authorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const plain = `${unescaped(username)}:${unescaped(password)}`;
  return { authorization: `Basic ${Buffer.from(plain).toString('base64')}` };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % in a password
  }
}

function redirectOf(response: Dispatcher.ResponseData, from: URL): URL | null {
  const location = headerOf(response, 'location');
  if (![301, 302, 303, 307, 308].includes(response.statusCode) || location === null) return null;
  const next = URL.parse(location, from);
  const refuse = (why: string): never => {
    dropBody(response);
    throw new NewsroomError('wire', why);
  };
  if (!next) return refuse(`${from.host} redirects to something that is no address.`);
  if (from.protocol === 'https:' && next.protocol === 'http:')
    return refuse(`${from.host} redirects from https to plain http: that is not followed.`);
  if (next.origin === from.origin) {
    next.username ||= from.username;
    next.password ||= from.password;
  }
  return next;
}

function described(
  response: Dispatcher.ResponseData,
  bytes: Uint8Array,
  url: URL,
): Answer['fetched'] {
  const links = response.headers['link'] ?? [];
  return {
    status: response.statusCode,
    bytes,
    contentType: headerOf(response, 'content-type'),
    etag: headerOf(response, 'etag'),
    lastModified: headerOf(response, 'last-modified'),
    retryAfter: headerOf(response, 'retry-after'),
    links: (Array.isArray(links) ? links : [links]).slice(0, 20),
    url: url.href,
  };
}
