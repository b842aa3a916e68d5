/** WebSub, from the feed that names a hub to the story that the hub sends. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Bookmark } from '../../src/wires/wire.ts';
import { atom, jsonFeed, rss, type Item } from '../fakes/feeds/feeds.ts';
import { startHub } from '../fakes/feeds/hub.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { eventsOf } from '../fakes/http-newsroom.ts';
import { openDoors } from './doors.ts';

const HOUR = 3_600_000;
const PATIENCE = { timeout: 10_000 };
const LEASE_SECONDS = 10 * 3_600;
const QUAY: Item = {
  id: 'quay',
  title: 'Quay opens in Oskra',
  text: 'The new quay of Oskra opened on Thursday after a delay of a year, the mayor said.',
  at: '2026-03-12T08:30:00Z',
};
const WELL: Item = {
  id: 'well',
  title: 'Roman well found under car park',
  text: 'Workers found a Roman well beneath the car park of Dunmoor, an archaeologist said.',
  at: '2026-03-12T09:10:00Z',
};

let site: FeedServer;
let hub: Awaited<ReturnType<typeof startHub>>;
let doors: Awaited<ReturnType<typeof openDoors>>;

beforeEach(async () => {
  site = await startFeedServer();
  hub = await startHub(LEASE_SECONDS);
  doors = await openDoors({ wires: wires(), isPublic: true });
  serve(rss([QUAY], hubHead()));
});
afterEach(async () => {
  expect(hub.objections).toEqual([]);
  await Promise.all([site.close(), hub.close(), doors.close()]);
});

const wires = (more = {}) => [{ name: 'harbour', url: `${site.address}/feed`, ...more }];
const serve = (body: string, headers = {}): void => site.set('/feed', { body, headers });
const topic = (): string => `${site.address}/feed?canonical=1&of=hub`;
const hubHead = (): string =>
  `<atom:link rel="hub" href="${hub.url}"/><atom:link href='${topic().replace('&', '&amp;')}' rel='self' type="application/rss+xml"/>`;

/** Reads, and waits until the hub has asked back. */
async function subscribed(count = 1): Promise<void> {
  await doors.newsroom.gather();
  await expect.poll(() => hub.confirmed.length, PATIENCE).toBe(count);
}

const titles = async (): Promise<string[]> =>
  (await eventsOf(doors.store)).map(({ title }) => title).sort();

async function minutesToNextReading(): Promise<number> {
  const bookmark = await doors.store.bookmark<Bookmark>('harbour');
  return (Date.parse(bookmark?.nextReadAt ?? '') - doors.clock.now) / 60_000;
}

/** Reads again some time later. */
async function later(ms: number): Promise<void> {
  doors.clock.now += ms;
  await doors.newsroom.gather();
}

describe('a feed with a hub', () => {
  it.each([307, 308])('is subscribed to where the hub sends on with %i', async (status) => {
    let forms = 0;
    site.set('/moved', ({ method, body }, response) => {
      forms += method === 'POST' && body.includes('hub.mode=subscribe') ? 1 : 0;
      response.writeHead(status, { location: hub.url }).end();
    });
    serve(rss([QUAY], hubHead().replace(hub.url, `${site.address}/moved`)));
    await subscribed();
    expect(forms).toBe(1);
    expect((await hub.send(rss([WELL]))).status).toBe(202);
  });

  it.each([301, 302, 303])('is not subscribed to by a form sent on with %i', async (status) => {
    site.set('/moved', (_, response) => {
      response.writeHead(status, { location: hub.url }).end();
    });
    serve(rss([QUAY], hubHead().replace(hub.url, `${site.address}/moved`)));
    await doors.newsroom.gather();
    expect(hub.confirmed).toEqual([]);
    expect(await titles()).toEqual([QUAY.title]);
  });

  it('is read all the same when the hub sends on in a circle', async () => {
    let asked = 0;
    site.set('/moved', (_, response) => {
      asked += 1;
      response.writeHead(307, { location: '/moved' }).end();
    });
    serve(rss([QUAY], hubHead().replace(hub.url, `${site.address}/moved`)));
    await doors.newsroom.gather();
    expect(asked).toBeLessThanOrEqual(6);
    expect(await titles()).toEqual([QUAY.title]);
  });

  it('is subscribed to with a secret and a lease, and what the hub sends is filed at once', async () => {
    await subscribed();
    const [asked] = hub.confirmed;
    expect(asked).toMatchObject({ topic: topic(), leaseSeconds: 7 * 86_400 });
    expect(asked?.callback).toMatch(`${doors.address}/wires/harbour/hub/`);
    const answer = await hub.send(rss([WELL]));
    expect(answer.status).toBe(202);
    expect(await titles()).toEqual([QUAY.title, WELL.title]);
    expect((await hub.send(rss([WELL, QUAY]))).status).toBe(202);
    const events = await eventsOf(doors.store);
    expect(events.map(({ version }) => version)).toEqual([1, 1]);
  });

  it.each([
    ['the feed, Atom', () => serve(atom([QUAY], `<link rel="hub self-made" href="${hub.url}"/>`))],
    [
      'the feed, JSON',
      () =>
        serve(jsonFeed([QUAY], { hubs: [{ type: 'WebSub', url: hub.url }], feed_url: topic() })),
    ],
    [
      'a Link header',
      () => serve(rss([QUAY]), { link: `<${hub.url}>; rel="hub", </x>; rel=self` }),
    ],
    [
      'two Link headers',
      () => serve(rss([QUAY]), { link: ['</x>; rel=self', `<${hub.url}>;rel=hub`] }),
    ],
  ])('is found by %s', async (_where, prepare) => {
    prepare();
    await subscribed();
    expect(hub.site.rude).toEqual([]);
  });

  it('is not found in the items of a feed', async () => {
    const text = `<link rel="hub" href="${hub.url}"/>`;
    serve(rss([{ ...QUAY, text }]).replace('</item>', `${text}</item>`));
    await doors.newsroom.gather();
    expect(hub.site.requests).toEqual([]);
  });

  it('is read more slowly while the hub sends, and as before when its lease is over', async () => {
    await doors.newsroom.gather();
    expect(await minutesToNextReading()).toBe(5);
    await expect.poll(() => hub.confirmed.length, PATIENCE).toBe(1);
    await later(6 * 60_000);
    expect(await minutesToNextReading()).toBe(30);
    hub.site.set('/hub', { status: 500 }); // the hub is no more
    await later((LEASE_SECONDS + 60) * 1_000);
    expect(await minutesToNextReading()).toBe(5);
  });

  it('is subscribed anew before the lease is over, under the same callback', async () => {
    await subscribed();
    await later(6 * 60_000);
    expect(hub.site.requests).toHaveLength(1);
    await later(8.2 * HOUR);
    await expect.poll(() => hub.confirmed.length, PATIENCE).toBe(2);
    expect(hub.confirmed[1]?.callback).toBe(hub.confirmed[0]?.callback);
    await later(4 * HOUR); // past the end of the first lease
    expect((await hub.send(rss([WELL]))).status).toBe(202);
    expect(hub.site.requests).toHaveLength(2);
  });

  it('is woken in time for a short lease', async () => {
    hub.granted = 600;
    await subscribed();
    await later(6 * 60_000);
    expect(await minutesToNextReading()).toBe(2);
    await later(2.1 * 60_000);
    await expect.poll(() => hub.confirmed.length, PATIENCE).toBe(2);
    expect(hub.site.requests).toHaveLength(2);
  });

  it('is not subscribed while nothing says where we are reached', async () => {
    await doors.close();
    doors = await openDoors({ wires: wires() });
    await doors.newsroom.gather();
    expect(hub.site.requests).toEqual([]);
    expect(await titles()).toEqual([QUAY.title]);
  });

  it('is asked again later when the hub refuses, and only the next day when it denies', async () => {
    hub.site.set('/hub', { status: 503 });
    await doors.newsroom.gather();
    await later(6 * 60_000);
    expect(hub.site.requests).toHaveLength(1);
    await later(15 * 60_000);
    await later(15 * 60_000);
    expect(hub.site.requests).toHaveLength(2);
    expect(await minutesToNextReading()).toBe(5);
    await Promise.all([hub.close(), doors.close()]);
    hub = await startHub(LEASE_SECONDS);
    hub.denies = true;
    serve(rss([QUAY], hubHead()));
    doors = await openDoors({ wires: wires(), isPublic: true });
    await doors.newsroom.gather();
    const note = (): Promise<string | null> => doors.store.note('hub:harbour');
    await expect.poll(note, PATIENCE).toContain('refused');
    await later(10 * HOUR);
    expect(hub.site.requests).toHaveLength(1);
    await later(15 * HOUR);
    expect(hub.site.requests).toHaveLength(2);
  });
});

describe('strangers at the callback', () => {
  it('confirms only what was asked for', async () => {
    await subscribed();
    const callback = hub.confirmed[0]?.callback ?? '';
    const ask = (address: string, mode: string, about: string) =>
      fetch(
        `${address}?hub.mode=${mode}&hub.topic=${encodeURIComponent(about)}&hub.challenge=abc&hub.lease_seconds=60`,
      );
    const wrong = [
      await ask(callback, 'subscribe', 'https://other.example/feed'),
      await ask(callback, 'unsubscribe', topic()),
      await ask(callback.replace(/.$/, '!'), 'subscribe', topic()),
      await ask(callback.replace('harbour', 'nowhere'), 'subscribe', topic()),
    ];
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    for (const each of wrong) expect(await each.text()).not.toContain('abc');
    await later(6 * 60_000);
    expect(await minutesToNextReading()).toBe(30); // the lease is still the old one
  });

  it('reads only what is signed with the secret of this subscription', async () => {
    await subscribed();
    const callback = hub.confirmed[0]?.callback ?? '';
    const unsigned = await fetch(callback, { method: 'POST', body: rss([WELL]) });
    const forged = await hub.send(rss([WELL]), { secret: 'another secret' });
    const elsewhere = await fetch(`${doors.address}/wires/harbour/hub/nobody`, {
      method: 'POST',
      body: rss([WELL]),
    });
    expect([unsigned.status, forged.status, elsewhere.status]).toEqual([403, 403, 410]);
    const page = `<!doctype html><html><body><p>${WELL.text}</p></body></html>`;
    expect((await hub.send(page)).status).toBe(415);
    expect((await hub.send('x'.repeat(5_000_001))).status).toBe(413);
    expect(await titles()).toEqual([QUAY.title]);
    for (const method of ['sha1', 'sha384', 'sha512'])
      expect((await hub.send(rss([WELL]), { method })).status).toBe(202);
    expect(await titles()).toEqual([QUAY.title, WELL.title]);
  });
});

describe('replicas', () => {
  it('confirm and take for one another', async () => {
    await doors.newsroom.gather();
    await expect.poll(() => hub.confirmed.length, PATIENCE).toBe(1);
    const [asked] = hub.confirmed;
    const other = await openDoors({ wires: wires(), store: doors.store, clock: doors.clock });
    const first = hub.confirmed.at(-1);
    if (!asked || !first) throw new Error('not subscribed');
    hub.confirmed.push({
      ...first,
      callback: first.callback.replace(doors.address, other.address),
    });
    expect((await hub.send(rss([WELL]))).status).toBe(202);
    expect(await titles()).toEqual([QUAY.title, WELL.title]);
    await other.close();
  });

  it('only ring the bell for a wire that reads articles', async () => {
    await doors.close();
    doors = await openDoors({ wires: wires({ article: true }), isPublic: true });
    await subscribed();
    await later(6 * 60_000);
    serve(rss([QUAY, WELL], hubHead()));
    expect((await hub.send(rss([WELL]))).status).toBe(202);
    expect(await titles()).toEqual([QUAY.title]);
    expect(await minutesToNextReading()).toBe(0);
    await doors.newsroom.gather();
    expect(await titles()).toEqual([QUAY.title, WELL.title]);
  });
});
