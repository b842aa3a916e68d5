/** A feed over real HTTP from a strict local site. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpWire } from '../../src/wires/http.ts';
import type { Reading } from '../../src/wires/wire.ts';
import { atom, jsonFeed, rss, type Item } from '../fakes/feeds/feeds.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { LOCAL, surroundingsFor } from './bench.ts';
import { wireContract } from './contract.ts';

const MINUTE = 60_000;
const ITEM: Item = {
  id: 'harbour-1',
  title: 'Årnes mayor opens new quay',
  text: 'The mayor of Årnes opened the new quay on Thursday – after a year’s delay.',
  link: 'https://harbour.example/quay',
  at: '2026-03-12T08:00:00Z',
};
const ETAG = '"v1"';
const DATE = 'Thu, 12 Mar 2026 08:00:00 GMT';

let site: FeedServer;
beforeEach(async () => {
  site = await startFeedServer();
});
afterEach(async () => {
  expect(site.rude).toEqual([]);
  await site.close();
});

function openWire(path = '/feed', fetching: Parameters<typeof surroundingsFor>[0] = {}) {
  const { clock, surroundings } = surroundingsFor(fetching);
  const url = path.startsWith('http') ? path : `${site.address}${path}`;
  const wire = createHttpWire({ name: 'harbour', url, everyMs: 5 * MINUTE }, surroundings);
  const pause = ({ bookmark }: Reading): number =>
    Date.parse(bookmark.nextReadAt ?? '') - clock.now;
  return { wire, clock, pause };
}

const titles = ({ found }: Reading): (string | null)[] => found.map(({ copy }) => copy.headline);

wireContract('http', async () => {
  const { clock, surroundings } = surroundingsFor();
  const own = await startFeedServer();
  let feed = '';
  const url = `${own.address}/feed`;
  const wire = createHttpWire({ name: 'harbour', url, everyMs: 5 * MINUTE }, surroundings);
  return {
    wire,
    clock,
    offer(stories) {
      feed = rss(stories.map(({ headline, text }) => ({ id: headline, title: headline, text })));
      own.set('/feed', { type: 'application/rss+xml', body: feed });
    },
    spoil() {
      const bad = '<item><title>No date</title><pubDate>the day after</pubDate></item></channel>';
      own.set('/feed', { body: feed.replace('</channel>', bad) });
    },
    source: {
      breakDown: () => own.set('/feed', { status: 500, body: 'oh no' }),
      mend: () => own.set('/feed', { body: feed }),
    },
    close: () => own.close(),
  };
});

describe('what has not changed', () => {
  it('asks by ETag and by date, and reads nothing from a 304', async () => {
    site.set('/feed', { body: rss([ITEM]), etag: ETAG, lastModified: DATE });
    const { wire } = openWire();
    const first = await wire.read(null);
    const second = await wire.read(first.bookmark);
    expect([first.found.length, second.found.length]).toEqual([1, 0]);
    expect(site.requests[1]?.headers).toMatchObject({
      'if-none-match': ETAG,
      'if-modified-since': DATE,
    });
    expect(second.bookmark).toMatchObject({ etag: ETAG, lastModified: DATE, error: null });
  });

  it('does not take a feed that broke off for the newest', async () => {
    const body = rss([ITEM, { ...ITEM, id: 'harbour-2', title: 'Second' }]).slice(0, -150);
    site.set('/feed', { body, etag: ETAG });
    const { wire } = openWire();
    const reading = await wire.read(null);
    expect(titles(reading)).toContain(ITEM.title);
    expect(reading.bookmark.etag).toBeNull();
  });

  it('takes a feed without items for a feed', async () => {
    site.set('/feed', { body: rss([]) });
    const { bookmark, found } = await openWire().wire.read(null);
    expect([bookmark.error, found]).toEqual([null, []]);
  });
});

describe('packing and letters', () => {
  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('unpacks %s', async (encoding, pack) => {
    site.set('/feed', { body: pack(rss([ITEM])), headers: { 'content-encoding': encoding } });
    expect(titles(await openWire().wire.read(null))).toEqual([ITEM.title]);
    expect(site.requests[0]?.headers['accept-encoding']).toContain(encoding);
  });

  it.each([
    ['the header', 'windows-1252', 'text/xml; charset=windows-1252', ''],
    ['the XML declaration', 'iso-8859-15', 'text/xml', 'iso-8859-15'],
    ['the byte order mark', 'utf-16le', 'text/xml', ''],
    ['UTF-8 when nobody says', 'utf-8', 'application/xml', ''],
  ])('decodes by %s', async (_from, charset, type, declared) => {
    const xml = rss([ITEM]).replace(
      ' encoding="UTF-8"',
      declared === '' ? '' : ` encoding="${declared}"`,
    );
    const quay = charset.startsWith('utf') ? xml : xml.replace('–', '-').replace('’', "'");
    const body = iconv.encode(quay, charset, { addBOM: charset === 'utf-16le' });
    site.set('/feed', { body, type });
    expect(titles(await openWire().wire.read(null))).toEqual([ITEM.title]);
  });

  it('reads Atom and JSON Feed alike', async () => {
    site.set('/feed', { body: atom([ITEM]) });
    site.set('/json', { body: jsonFeed([ITEM]), type: 'application/feed+json' });
    expect(titles(await openWire().wire.read(null))).toEqual([ITEM.title]);
    expect(titles(await openWire('/json').wire.read(null))).toEqual([ITEM.title]);
  });
});

describe('redirects', () => {
  const to = (location: string, status: number) => ({ status, headers: { location } });

  it('remembers a permanent one and asks there the next time', async () => {
    site.set('/feed', to('/moved', 301));
    site.set('/moved', { body: rss([ITEM]), etag: ETAG });
    const { wire } = openWire();
    const first = await wire.read(null);
    expect(first.bookmark.url).toBe(`${site.address}/moved`);
    const second = await wire.read(first.bookmark);
    expect(site.asked('/feed')).toHaveLength(1);
    expect(second.found).toEqual([]); // known by its ETag there
  });

  it('does not remember a passing one, nor a permanent one behind it', async () => {
    site.set('/feed', to('/today', 302));
    site.set('/today', to('/moved', 301));
    site.set('/moved', { body: rss([ITEM]), etag: ETAG });
    const { wire } = openWire();
    const first = await wire.read(null);
    expect([titles(first), first.bookmark.url]).toEqual([[ITEM.title], null]);
    await wire.read(first.bookmark);
    expect(site.asked('/feed')).toHaveLength(2);
  });

  it('goes back to the configured address when the remembered one is gone', async () => {
    site.set('/feed', to('/moved', 308));
    site.set('/moved', { body: rss([ITEM]) });
    const { wire } = openWire();
    const first = await wire.read(null);
    site.set('/moved', { status: 410 });
    site.set('/feed', { body: rss([ITEM]) });
    const second = await wire.read(first.bookmark);
    expect(second.bookmark).toMatchObject({ state: 'on', url: null, failures: 1 });
    expect(titles(await wire.read(second.bookmark))).toEqual([ITEM.title]);
  });

  it('does not remember one that leads to no feed', async () => {
    site.set('/feed', to('/login', 301));
    site.set('/login', { body: '<!doctype html><html><body><p>Log in.</p></body></html>' });
    const { bookmark } = await openWire().wire.read(null);
    expect(bookmark.url).toBeNull();
    expect(bookmark.error).toContain('web page');
  });

  it('brings a cookie back that is set on the way, and to its own host only', async () => {
    const other = await startFeedServer();
    other.set('/feed', { body: rss([ITEM]) });
    site.set('/feed', ({ headers }, response) => {
      if (headers.cookie === 'seen=yes; lang=nb') {
        response.statusCode = 302;
        response.setHeader('location', `${other.address}/feed`);
      } else {
        response.statusCode = 302;
        response.setHeader('set-cookie', [
          'seen=yes; Path=/; HttpOnly',
          'lang=nb',
          'old=; Max-Age=0',
        ]);
        response.setHeader('location', '/feed');
      }
      response.end();
    });
    const { wire } = openWire();
    const first = await wire.read(null);
    expect(titles(first)).toEqual([ITEM.title]);
    expect(other.rude).toEqual([]);
    expect(other.requests[0]?.headers.cookie).toBeUndefined();
    await wire.read(first.bookmark);
    expect(site.requests[2]?.headers.cookie).toBeUndefined(); // forgotten with the answer
    await other.close();
  });

  it('ends a loop after a few', async () => {
    site.set('/feed', to('/feed', 302));
    const { problems } = await openWire().wire.read(null);
    expect(problems[0]?.sentence).toContain('redirects');
    expect(site.requests.length).toBeLessThan(10);
  });

  it.each([
    'http://127.0.0.2:PORT/x',
    'http://[::1]:PORT/x',
    'http://10.1.2.3/',
    'file:///etc/hosts',
  ])('is not led inside to %s', async (location) => {
    site.set('/feed', to(location.replace('PORT', String(site.port)), 302));
    site.set('/x', { body: rss([ITEM]) });
    const { problems, found } = await openWire().wire.read(null);
    expect(problems[0]?.code).toBe('unreachable');
    expect(problems[0]?.sentence).toMatch(/allowPrivate|file: addresses are not read/);
    expect([found, site.asked('/x')]).toEqual([[], []]);
  });
});

describe('private networks', () => {
  it('asks nobody inside unless the configuration allows it', async () => {
    site.set('/feed', { body: rss([ITEM]) });
    const { problems } = await openWire('/feed', { allowPrivate: [] }).wire.read(null);
    expect(problems[0]?.sentence).toContain('network.allowPrivate');
    expect(site.requests).toEqual([]);
  });

  it('follows no redirect to the inside', async () => {
    const location = `http://127.0.0.2:${site.port}/inside`;
    site.set('/feed', { status: 302, headers: { location } });
    const { problems } = await openWire('/feed', { allowPrivate: LOCAL }).wire.read(null);
    expect(problems[0]?.sentence).toContain('private network');
    expect(site.requests).toHaveLength(1);
  });

  it('goes by the address that a name has when it connects', async () => {
    site.set('/feed', { body: rss([ITEM]), headers: { connection: 'close' } });
    const answers = ['127.0.0.1', '127.0.0.2'];
    const { wire } = openWire(`http://feeds.example:${site.port}/feed`, {
      allowPrivate: LOCAL,
      resolveName: (_host, _options, callback) =>
        callback(null, [{ address: answers.shift() ?? '127.0.0.2', family: 4 }]),
    });
    const first = await wire.read(null);
    expect(titles(first)).toEqual([ITEM.title]);
    const second = await wire.read(first.bookmark);
    expect(second.bookmark.error).toContain('private network');
    expect(site.requests).toHaveLength(1);
  });
});

describe('a source in trouble', () => {
  it.each([429, 503])('waits as long as a %i asks, in seconds or by date', async (status) => {
    site.set('/feed', { status, headers: { 'retry-after': '3600' } });
    const { wire, pause, clock } = openWire();
    const first = await wire.read(null);
    expect(pause(first)).toBe(60 * MINUTE);
    const until = new Date(clock.now + 120 * MINUTE).toUTCString();
    site.set('/feed', { status, headers: { 'retry-after': until } });
    expect(pause(await wire.read(first.bookmark))).toBe(120 * MINUTE);
  });

  it('does not believe a pause of a year or in the past', async () => {
    const { wire, pause } = openWire();
    site.set('/feed', { status: 503, headers: { 'retry-after': '31536000' } });
    expect(pause(await wire.read(null))).toBe(24 * 60 * MINUTE);
    site.set('/feed', { status: 503, headers: { 'retry-after': 'Mon, 01 Jan 2024 00:00:00 GMT' } });
    expect(pause(await wire.read(null))).toBe(10 * MINUTE);
  });

  it('spreads its tries by chance and never waits longer than six hours', async () => {
    site.set('/feed', { status: 500 });
    const { surroundings, clock } = surroundingsFor();
    const settings = { name: 'harbour', url: `${site.address}/feed`, everyMs: 5 * MINUTE };
    const pauses = [0, 0.999].map(async (chance) => {
      const wire = createHttpWire(settings, { ...surroundings, random: () => chance });
      let reading = await wire.read(null);
      for (let more = 0; more < 12; more += 1) reading = await wire.read(reading.bookmark);
      return Date.parse(reading.bookmark.nextReadAt ?? '') - clock.now;
    });
    const [shortest = 0, longest = 0] = await Promise.all(pauses);
    expect(longest).toBeGreaterThan(shortest);
    expect(longest).toBeLessThanOrEqual(6.6 * 60 * MINUTE);
    expect(shortest).toBeGreaterThan(4 * 60 * MINUTE);
  });

  it('switches off at 410, says so, and is on again at another address', async () => {
    site.set('/feed', { status: 410 });
    const { wire } = openWire();
    const off = await wire.read(null);
    expect(off.bookmark.state).toBe('off');
    expect(off.bookmark.error).toMatch(/gone for good.*url is changed/);
    site.set('/new', { body: rss([ITEM]) });
    const again = await openWire('/new').wire.read(off.bookmark);
    expect(again.bookmark).toMatchObject({ state: 'on', failingSince: null, error: null });
    expect(titles(again)).toEqual([ITEM.title]);
  });

  it('takes no page for a feed, and names the feed that the page names', async () => {
    const link = '<link rel="alternate" type="application/rss+xml" href="/rss?a=1&amp;b=2">';
    const body = `<!doctype html><html><head>${link}</head><body><p>${ITEM.text}</p></body></html>`;
    site.set('/feed', { body, type: 'text/html' });
    const { found, problems } = await openWire().wire.read(null);
    expect(found).toEqual([]);
    expect(problems[0]?.sentence).toContain(`its feed is at ${site.address}/rss?a=1&b=2`);
  });

  it.each([
    [401, 'refuses to show'],
    [404, 'has no such feed'],
    [500, 'error (500)'],
  ])('tells a %i in a sentence', async (status, words) => {
    site.set('/feed', { status });
    const { problems } = await openWire().wire.read(null);
    expect(problems[0]?.sentence).toContain(words);
  });

  it('sends name and password of an address to its own site only', async () => {
    const other = await startFeedServer();
    site.set('/feed', { status: 302, headers: { location: '/own' } });
    site.set('/own', { status: 302, headers: { location: `${other.address}/feed` } });
    other.set('/feed', { body: rss([ITEM]) });
    const address = site.address.replace('//', '//desk:p%40ss@');
    expect(titles(await openWire(`${address}/feed`).wire.read(null))).toEqual([ITEM.title]);
    const basic = `Basic ${Buffer.from('desk:p@ss').toString('base64')}`;
    expect(site.requests.map(({ headers }) => headers.authorization)).toEqual([basic, basic]);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
    await other.close();
  });
});

describe('bounds', () => {
  /** Reads with small limits; what never ends is told apart by a short time limit. */
  async function refused(words: string, totalMs = 15_000): Promise<void> {
    const small = { limits: { totalMs, bodyBytes: 200_000, pauseMs: 0 } };
    const { found, problems } = await openWire('/feed', small).wire.read(null);
    expect([found, problems[0]?.sentence]).toEqual([[], expect.stringContaining(words)]);
  }

  it('gives up on a body that drips', async () => {
    site.set('/feed', (_request, response) => {
      response.write('<rss>');
      const drip = setInterval(() => response.write(' '), 50);
      response.once('close', () => clearInterval(drip));
    });
    await refused('does not answer in time', 400);
  });

  it('gives up on headers that never come', async () => {
    site.set('/feed', () => undefined);
    await refused('does not answer in time', 400);
  });

  it.each(['gzip', 'identity'])('cuts off an endless body (%s)', async (encoding) => {
    const chunk =
      encoding === 'gzip' ? gzipSync(Buffer.alloc(1_000_000)) : Buffer.alloc(65_536, 32);
    site.set('/feed', (_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
    });
    await refused('sends more than 0.2 MB');
  });

  it('cuts off a small archive that swells', async () => {
    const body = gzipSync(Buffer.alloc(50_000_000));
    expect(body.length).toBeLessThan(100_000);
    site.set('/feed', { body, headers: { 'content-encoding': 'gzip' } });
    await refused('sends more than 0.2 MB');
  });

  it('does not read the body of an error or a redirect', async () => {
    site.set('/feed', (_request, response) => {
      response.writeHead(500);
      response.write(Buffer.alloc(300_000));
    });
    await refused('error (500)');
  });

  it('says that a body cannot be unpacked', async () => {
    site.set('/feed', { body: 'plain', headers: { 'content-encoding': 'gzip' } });
    await refused('cannot be unpacked');
    site.set('/feed', { body: 'plain', headers: { 'content-encoding': 'zstd' } });
    await refused('nobody asked for');
  });

  it('says that the connection broke off', async () => {
    site.set('/feed', (_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('<rss>');
      setTimeout(() => response.destroy(), 20);
    });
    await refused('broke the connection off');
  });
});

describe('names and doors', () => {
  it('tells of a name that does not exist and a door that is shut', async () => {
    const missing = openWire('http://no-such-host.invalid/feed', {
      resolveName: (host, _options, callback) =>
        callback(Object.assign(new Error(`getaddrinfo ${host}`), { code: 'ENOTFOUND' }), []),
    });
    const first = await missing.wire.read(null);
    expect(first.bookmark.error).toBe('There is no host no-such-host.invalid: check the address.');
    const closed = await startFeedServer();
    await closed.close();
    const second = await openWire(`${closed.address}/feed`).wire.read(null);
    expect(second.bookmark.error).toContain('refuses connections');
  });
});
