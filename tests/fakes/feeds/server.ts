/**
 * A strict news site: it keeps to RFC 9110 for conditions and notes every request. A request that
 * does not say who it is, or that comes while another is being answered, is written down as rude.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** What a path answers: a whole answer, or a function that does it by hand. */
export type Page = {
  readonly status?: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  readonly etag?: string;
  readonly lastModified?: string;
};
export type Answer = Page | ((request: Noted, response: ServerResponse) => void);

export type Noted = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly startedAt: number;
  endedAt: number | null;
};

export type FeedServer = {
  readonly address: string;
  readonly port: number;
  readonly requests: Noted[];
  /** what good manners forbid */
  readonly rude: string[];
  /** most requests that were open at the same time */
  mostAtOnce: number;
  set(path: string, answer: Answer): void;
  /** requests of one path */
  asked(path: string): Noted[];
  close(): Promise<void>;
};

type Settings = { readonly tls?: { readonly key: string; readonly cert: string } };

/** Starts a site on every address of this machine; `address` names it as 127.0.0.1. */
export async function startFeedServer(settings: Settings = {}): Promise<FeedServer> {
  const pages = new Map<string, Answer>();
  const sockets = new Set<Socket>();
  /** cookies that the site has set */
  const given = new Set<string>();
  let open = 0;
  const site = {
    requests: [] as Noted[],
    rude: [] as string[],
    mostAtOnce: 0,
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open += 1;
    site.mostAtOnce = Math.max(site.mostAtOnce, open);
    const noted: Noted = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: await bodyOf(request),
      startedAt: performance.now(),
      endedAt: null,
    };
    response.once('close', () => {
      for (const line of [response.getHeader('set-cookie') ?? []].flat())
        given.add(String(line).split(';')[0] ?? '');
      open -= 1;
      noted.endedAt = performance.now();
    });
    site.requests.push(noted);
    site.rude.push(...objections(noted, given));
    const answer = pages.get(noted.path.split('?')[0] ?? '');
    if (typeof answer === 'function') answer(noted, response);
    else send(answer ?? { status: 404, body: 'Not here.' }, noted, response);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void =>
    void handle(request, response);
  const { tls } = settings;
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(site, {
    address: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    set: (path: string, answer: Answer) => void pages.set(path, answer),
    asked: (path: string) => site.requests.filter((each) => each.path === path),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function objections({ method, path, headers }: Noted, given: ReadonlySet<string>): string[] {
  const strange = (headers.cookie ?? '').split('; ').filter((each) => each && !given.has(each));
  const agent = /^Wirebrief\/\d/.test(headers['user-agent'] ?? '');
  return [
    agent ? '' : `${path}: does not say who it is`,
    headers.accept || method === 'POST' ? '' : `${path}: does not say what it reads`,
    ['GET', 'POST'].includes(method) ? '' : `${path}: ${method}`,
    strange.length > 0 ? `${path}: brings a cookie that nobody gave` : '',
  ].filter((each) => each !== '');
}

/** Answers as RFC 9110 asks: If-None-Match before If-Modified-Since, and 304 without a body. */
function send(page: Page, { headers }: Noted, response: ServerResponse): void {
  const { etag, lastModified, status = 200, body = '' } = page;
  for (const [name, value] of Object.entries(page.headers ?? {}))
    response.setHeader(name, typeof value === 'string' ? value : [...value]);
  if (page.type) response.setHeader('content-type', page.type);
  if (etag) response.setHeader('etag', etag);
  if (lastModified) response.setHeader('last-modified', lastModified);
  const given = headers['if-none-match'];
  const since = headers['if-modified-since'];
  const isKnown =
    given === undefined ? Boolean(lastModified) && since === lastModified : given === etag;
  if (status === 200 && isKnown) return void response.writeHead(304).end();
  return void response.writeHead(status).end(body);
}
