/** `POST /wires/NAME` over real HTTP. */
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/stores/memory.ts';
import { readArrival } from '../../src/wires/push.ts';
import { freshBookmark, type Bookmark } from '../../src/wires/wire.ts';
import { worked } from '../../src/wires/bookkeeping.ts';
import { jsonFeed, rss } from '../fakes/feeds/feeds.ts';
import { eventsOf } from '../fakes/http-newsroom.ts';
import { surroundingsFor } from '../wires/bench.ts';
import { wireContract } from '../wires/contract.ts';
import { openDoors, TOKEN } from './doors.ts';

const STORY = `Quay opens in Oskra

OSKRA, March 12 (Harbour Post) - The new quay of Oskra opened on Thursday after a year's delay, the mayor said.
`;
const WIRES = [
  { name: 'desk', push: true },
  { name: 'feed', url: 'https://harbour.example/feed' },
];

let doors: Awaited<ReturnType<typeof openDoors>>;
beforeEach(async () => {
  doors = await openDoors({ wires: WIRES });
});
afterEach(() => doors.close());

const bearer = { authorization: `Bearer ${TOKEN}` };
const signed = (body: string | Uint8Array, secret = TOKEN, method = 'sha256') => {
  const hex = createHmac(method, secret).update(body).digest('hex');
  return { 'x-hub-signature-256': `${method}=${hex}` };
};

async function push(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = bearer,
  path = '/wires/desk',
) {
  const response = await fetch(`${doors.address}${path}`, { method: 'POST', body, headers });
  const answer = (await response.json()) as {
    code?: string;
    sentence?: string;
    takes?: { take: string; story: string; change: string }[];
    problems?: { sentence: string }[];
  };
  return { status: response.status, headers: response.headers, ...answer };
}

const countTakes = async (): Promise<number> =>
  (await doors.store.countTakes('2000-01-01T00:00:00Z'))[0]?.count ?? 0;

wireContract('push', async () => {
  const { clock, surroundings } = surroundingsFor();
  const waiting: Uint8Array[] = [];
  const read = async (bookmark: Bookmark | null, signal?: AbortSignal) => {
    const known = bookmark ?? freshBookmark('desk', null);
    const arrivals = signal?.aborted ? [] : waiting;
    const all = await Promise.all(
      arrivals.map((body) => readArrival({ body, contentType: null, baseUrl: null })),
    );
    const found = all.flatMap((each) => ('found' in each ? each.found : []));
    const problems = all.flatMap((each) => ('found' in each ? each.problems : [each]));
    const next = signal?.aborted ? known : worked(known, 0, surroundings);
    return {
      found,
      problems,
      bookmark: next,
      settle: async () => void (waiting.length = 0),
    };
  };
  return {
    wire: { name: 'desk', read },
    clock,
    offer: (stories) =>
      void waiting.push(
        ...stories.map(({ headline, text }) => Buffer.from(`${headline}\n\n${text}\n`)),
      ),
    spoil: () => void waiting.push(Uint8Array.from({ length: 400 }, (_, at) => at % 7)),
    close: () => undefined,
  };
});

describe('push', () => {
  it('stores the takes before it answers 202, and answers the same to a repeat', async () => {
    const first = await push(STORY);
    expect([first.status, first.takes?.[0]?.change]).toEqual([202, 'opened']);
    expect(await doors.store.take(first.takes?.[0]?.take ?? '')).toMatchObject({ wire: 'desk' });
    const [event] = await eventsOf(doors.store);
    expect([event?.title, event?.background]).toEqual(['Quay opens in Oskra', false]);
    const again = await push(STORY, signed(STORY));
    expect([again.status, again.takes?.[0]]).toEqual([
      202,
      { ...first.takes?.[0], change: 'repeated' },
    ]);
    expect(await countTakes()).toBe(1);
    const bookmark = await doors.store.bookmark<Bookmark>('desk');
    expect(bookmark?.lastReadAt).toBe('2026-03-12T09:00:00.000Z');
  });

  it('takes any format by its content, whatever curl calls it', async () => {
    const item = {
      id: '1',
      title: 'Well found under car park',
      text: 'A well was found, they said.',
    };
    const form = { ...bearer, 'content-type': 'application/x-www-form-urlencoded' };
    const changes: (string | undefined)[] = [];
    for (const body of [rss([item]), jsonFeed([{ ...item, id: '2', title: 'Bank holds rate' }])])
      changes.push((await push(body, form)).takes?.[0]?.change);
    const page = `<!doctype html><html><body><h1>Talks go on</h1><p>${STORY}</p></body></html>`;
    changes.push(
      (await push(page, { ...bearer, 'content-type': 'text/plain' })).takes?.[0]?.change,
    );
    expect(changes).toHaveLength(3);
    for (const change of changes) expect(change).toMatch(/opened|joined/);
  });

  it('tells what it could not read of what it took', async () => {
    const dated =
      '<item><guid>9</guid><title>Bridge closed to lorries</title><pubDate>soon</pubDate></item>';
    const answer = await push(rss([], dated));
    expect([answer.status, answer.takes?.length]).toEqual([202, 1]);
    expect(answer.problems?.[0]?.sentence).toContain('date');
  });
});

describe('what is turned away', () => {
  const unauthorized = [
    ['nobody', {}],
    ['a wrong token', { authorization: 'Bearer a-long-push-tokem' }],
    ['a longer token', { authorization: `Bearer ${TOKEN}${TOKEN}` }],
    ['another scheme', { authorization: `Basic ${Buffer.from(`x:${TOKEN}`).toString('base64')}` }],
  ] as const;
  it.each(unauthorized)('401 for %s', async (_who, headers) => {
    const answer = await push(STORY, headers);
    expect([answer.status, answer.code]).toEqual([401, 'unauthorized']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await countTakes()).toBe(0);
  });

  const forged = [
    ['another secret', signed(STORY, 'another secret')],
    ['another body', signed(`${STORY} and more`)],
    ['a weak method', signed(STORY, TOKEN, 'sha1')],
    ['no signature at all', { 'x-hub-signature-256': 'sha256=' }],
  ] as const;
  it.each(forged)('403 for a signature with %s', async (_what, headers) => {
    const answer = await push(STORY, headers);
    expect([answer.status, answer.code]).toEqual([403, 'forbidden']);
    expect(await countTakes()).toBe(0);
  });

  it('403 while there is no token, even for an empty one', async () => {
    await doors.close();
    doors = await openDoors({ wires: WIRES, pushToken: null });
    const answer = await push(STORY, { authorization: 'Bearer null' });
    expect([answer.status, answer.code]).toEqual([403, 'off']);
    expect(answer.sentence).toContain('WIREBRIEF_PUSH_TOKEN');
  });

  it.each(['/wires/other', '/wires/feed'])('404 for %s: no push wire', async (path) => {
    const answer = await push(STORY, bearer, path);
    expect([answer.status, answer.code]).toEqual([404, 'not-found']);
    expect((await push(STORY, {}, path)).status).toBe(401); // names are told to friends only
  });

  it('400, 405, 413 and 415 with a sentence, and nothing is stored', async () => {
    const binary = Uint8Array.from({ length: 600 }, (_, at) => at % 9);
    const form = new FormData();
    form.set('file', new Blob([STORY]));
    const multipart = new Response(form);
    const type = multipart.headers.get('content-type') ?? '';
    const refused = [
      await push(''),
      await push('x'.repeat(5_000_001)),
      await push(binary),
      await push(await multipart.text(), { ...bearer, 'content-type': type }),
      await push(STORY, { ...bearer, 'content-encoding': 'gzip' }),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 413, 415, 415, 415]);
    for (const { code, sentence } of refused) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(sentence).toMatch(/^[A-Z].+\.$/);
    }
    const get = await fetch(`${doors.address}/wires/desk`, { headers: bearer });
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await countTakes()).toBe(0);
  });

  it('413 for a body without an end, whose length nobody said', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sending = request(`${doors.address}/wires/desk`, { method: 'POST', headers: bearer });
      sending.on('error', reject);
      sending.on('response', (response) => {
        clearInterval(pouring);
        resolve(response.statusCode);
        sending.destroy();
      });
      const pouring = setInterval(() => void sending.write(Buffer.alloc(500_000, 32)), 5);
    });
    expect(status).toBe(413);
  });

  it('503 when it cannot be stored: the sender keeps it and sends it again', async () => {
    const store = createMemoryStore();
    let isFull = true;
    const failing = {
      ...store,
      transact: ((work) =>
        isFull
          ? Promise.reject(new Error('disk full'))
          : store.transact(work)) as typeof store.transact,
    };
    await doors.close();
    doors = await openDoors({ wires: WIRES, store: failing });
    const answer = await push(STORY);
    expect([answer.status, answer.code]).toEqual([503, 'store']);
    expect(answer.headers.get('retry-after')).toBe('30');
    expect(JSON.stringify(answer)).not.toContain('disk full');
    isFull = false;
    expect((await push(STORY)).status).toBe(202);
  });
});

describe('replicas', () => {
  it('store one story once, whoever takes it', async () => {
    const other = await openDoors({ wires: WIRES, store: doors.store, clock: doors.clock });
    const sent = [doors.address, other.address, doors.address, other.address].map((address) =>
      fetch(`${address}/wires/desk`, { method: 'POST', body: STORY, headers: bearer }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status);
    expect(statuses).toEqual([202, 202, 202, 202]);
    expect(await countTakes()).toBe(1);
    expect((await eventsOf(doors.store)).map(({ version }) => version)).toEqual([1]);
    await other.close();
  });
});
