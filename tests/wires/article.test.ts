/** Wires with `article: true`: the page behind a teaser, over real HTTP. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createArticleReader } from '../../src/wires/article.ts';
import { createHttpWire } from '../../src/wires/http.ts';
import { createRobots } from '../../src/wires/robots.ts';
import type { Reading } from '../../src/wires/wire.ts';
import { rss, type Item } from '../fakes/feeds/feeds.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { eventsOf, openHttpNewsroom } from '../fakes/http-newsroom.ts';
import { surroundingsFor } from './bench.ts';

const BODY = [
  'Fishing boats stayed in the harbour of Maravel on Wednesday after the owners of the fleet and the crews failed to agree on a share of the catch.',
  'Some 60 boats with 400 men and women on board are tied up along the northern mole, the port office said. The auction hall was empty for the first time since 1998.',
  'The crews ask for 38 percent of what a catch brings at auction, against 31 percent now. The owners offer 33 percent and point to the price of fuel, which has risen by a fifth in a year.',
  'A mediator named by the province will hear both sides on Friday, her office said. The herring season ends in the third week of April.',
];
const TEASER: Item = {
  id: 'boats',
  title: 'Maravel fishing boats stay in harbour over share of catch',
  text: 'Owners and crews of the Maravel fleet failed to agree on a share of the catch.',
  at: '2026-03-11T15:00:00Z',
};

const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${TEASER.title} - Harbour Post</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>${TEASER.title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}</article>
<footer><p>All rights reserved. Sign up for our newsletter.</p></footer></body></html>`;

let site: FeedServer;
beforeEach(async () => {
  site = await startFeedServer();
  site.set('/robots.txt', { body: 'User-agent: *\nDisallow: /members/' });
  site.set('/boats', { body: page(BODY), type: 'text/html; charset=utf-8' });
  serve([teaser('/boats')]);
});
afterEach(async () => {
  expect(site.rude).toEqual([]);
  await site.close();
});

const teaser = (path: string, more: Partial<Item> = {}): Item => {
  return { ...TEASER, link: path.startsWith('http') ? path : `${site.address}${path}`, ...more };
};
const serve = (items: readonly Item[]): void => site.set('/feed', { body: rss(items) });

function openWire(fetching: Parameters<typeof surroundingsFor>[0] = {}) {
  const { clock, surroundings, fetcher } = surroundingsFor(fetching);
  const articles = createArticleReader(fetcher, createRobots(fetcher, surroundings.now));
  const settings = { name: 'harbour', url: `${site.address}/feed`, everyMs: 300_000, articles };
  return { clock, wire: createHttpWire(settings, surroundings) };
}

const textOf = ({ found }: Reading): string =>
  found.flatMap(({ copy }) => copy.paragraphs).join('\n');
const whyOf = ({ found }: Reading): string =>
  found.flatMap(({ copy }) => copy.problems.map(({ sentence }) => sentence)).join('\n');

describe('an item with a teaser', () => {
  it('gets the article of its page, without what stands around it', async () => {
    const reading = await openWire().wire.read(null);
    const [found] = reading.found;
    expect(found?.copy).toMatchObject({
      format: 'rss',
      guid: 'boats',
      headline: TEASER.title,
      paragraphs: BODY,
    });
    expect(whyOf(reading)).toBe('');
    expect(site.requests.map(({ path }) => path)).toEqual(['/feed', '/robots.txt', '/boats']);
  });

  it('is looked at once as long as the feed says the same of it', async () => {
    const { wire } = openWire();
    const first = await wire.read(null);
    const again = await wire.read(
      JSON.parse(JSON.stringify(first.bookmark)) as typeof first.bookmark,
    );
    expect(again.found).toEqual([]);
    serve([
      teaser('/boats', { text: 'The boats of Maravel stay in harbour: no share is agreed.' }),
    ]);
    const third = await wire.read(again.bookmark);
    expect(textOf(third)).toContain(BODY[3]);
    expect(site.asked('/boats')).toHaveLength(2);
  });

  it('is left as it is when the feed has it whole', async () => {
    serve([teaser('/boats', { text: BODY.join(' ') })]);
    const reading = await openWire().wire.read(null);
    expect([reading.found.length, site.requests.length]).toEqual([1, 1]);
  });
});

describe('the teaser stands, with the reason, when the page', () => {
  const cases: readonly (readonly [string, () => string, string])[] = [
    ['is forbidden by robots.txt', () => '/members/1', 'robots.txt of'],
    ['is not there', () => '/gone', 'answers with 404'],
    ['leads to a forbidden one', () => '/leads', 'robots.txt of'],
    ['is in a private network', () => 'http://10.0.0.7/x', 'robots.txt of'],
    ['is a wall', () => '/wall', 'tells of something else'],
    ['says no more', () => '/short', 'no more than the feed'],
    ['is a picture', () => '/picture', 'The file is binary'],
    ['breaks off', () => '/breaks', 'broke the connection off'],
  ];
  it.each(cases)('%s', async (_what, path, why) => {
    const wall = 'We and our 812 partners keep information on your device. Please choose now.';
    site.set('/leads', { status: 302, headers: { location: '/members/1' } });
    site.set('/members/1', { body: page(BODY), type: 'text/html' });
    site.set('/wall', { body: page([wall, wall.toUpperCase(), wall, wall]), type: 'text/html' });
    site.set('/short', { body: page([TEASER.text]), type: 'text/html' });
    site.set('/picture', { body: Uint8Array.from({ length: 900 }, (_, at) => at % 11) });
    site.set('/breaks', (_request, response) => {
      response.writeHead(200, { 'content-length': '90000' }).write('<html>');
      setTimeout(() => response.destroy(), 20);
    });
    serve([teaser(path())]);
    const reading = await openWire().wire.read(null);
    expect(textOf(reading)).toBe(TEASER.text);
    expect(whyOf(reading)).toMatch(/^Only the teaser was read: .+\.$/);
    expect(whyOf(reading)).toContain(why);
    expect(reading.bookmark.error).toBeNull();
    expect(site.asked('/members/1')).toEqual([]);
  });

  it('belongs to a site that cannot say what it allows', async () => {
    site.set('/robots.txt', { status: 500 });
    const reading = await openWire().wire.read(null);
    expect(textOf(reading)).toBe(TEASER.text);
    expect(site.asked('/boats')).toEqual([]);
  });

  it('is one of too many at once', async () => {
    const items = Array.from({ length: 25 }, (_, number) =>
      teaser(`/boats?n=${number}`, { id: `b${number}`, at: `2026-03-11T15:${number + 10}:00Z` }),
    );
    serve(items);
    const reading = await openWire().wire.read(null);
    const teasers = reading.found.filter(({ copy }) => copy.problems.length > 0);
    expect([reading.found.length, teasers.length]).toEqual([25, 5]);
    expect(teasers.map(({ copy }) => copy.guid).sort()).toEqual(['b0', 'b1', 'b2', 'b3', 'b4']);
    expect(whyOf(reading)).toContain('too many pages at once');
  });
});

describe('pages are asked for politely', () => {
  it('with the pause that robots.txt states', async () => {
    site.set('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 0.4' });
    const items = [1, 2, 3].map((number) => teaser(`/boats?n=${number}`, { id: `b${number}` }));
    serve(items);
    await openWire().wire.read(null);
    const pages = site.requests.filter(({ path }) => path.startsWith('/boats'));
    const gaps = pages.slice(1).map(({ startedAt }, at) => startedAt - (pages[at]?.endedAt ?? 0));
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThan(380);
  });

  it('not at all when the site wants minutes between them', async () => {
    site.set('/robots.txt', { body: 'User-agent: *\nCrawl-delay: 120' });
    const reading = await openWire().wire.read(null);
    expect(whyOf(reading)).toContain('wants 120 s between two pages');
  });

  it('and none more once the process ends', async () => {
    const ending = new AbortController();
    site.set('/boats', (_request, response) => {
      ending.abort();
      response.end(page(BODY));
    });
    const reading = await openWire().wire.read(null, ending.signal);
    expect([reading.found, reading.bookmark.lastReadAt]).toEqual([[], null]);
  });
});

describe('in the newsroom', () => {
  it('an article stays an article, whatever date the feed gives its teaser', async () => {
    const wires = [{ name: 'harbour', url: `${site.address}/feed`, article: true }];
    const desk = openHttpNewsroom({ wires });
    await desk.newsroom.gather();
    serve([teaser('/boats', { at: '2026-03-12T08:59:00Z' })]);
    desk.clock.now += 600_000;
    await desk.newsroom.gather();
    const again = openHttpNewsroom({ wires, store: desk.store, clock: desk.clock });
    desk.clock.now += 600_000;
    await again.newsroom.gather();
    const [event] = await eventsOf(desk.store);
    const [story] = await desk.store.stories(event?.stories ?? []);
    expect([event?.version, story?.version]).toEqual([1, 1]);
    expect(story?.current?.paragraphs).toHaveLength(4);
    expect(site.asked('/boats')).toHaveLength(1);
  });
});
