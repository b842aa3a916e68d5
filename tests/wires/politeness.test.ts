/** One host is asked one thing at a time, with a pause; others do not wait for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/wires/fetching.ts';
import { inTurnAt } from '../../src/wires/politeness.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { LOCAL } from './bench.ts';

let site: FeedServer;
beforeEach(async () => {
  site = await startFeedServer();
});
afterEach(() => site.close());

/** An answer whose body takes a while. */
function slowly(path: string, lengthMs: number): void {
  site.set(path, (_request, response) => {
    response.write('<rss>');
    setTimeout(() => response.end('</rss>'), lengthMs);
  });
}

describe('politeness', () => {
  it('asks a host one thing at a time, to the end of the body, and pauses', async () => {
    const pauseMs = 120;
    const fetcher = createFetcher({ allowPrivate: LOCAL, limits: { pauseMs } });
    for (const path of ['/a', '/b', '/c']) slowly(path, 60);
    await Promise.all(['/a', '/b', '/c'].map((path) => fetcher.get(`${site.address}${path}`)));
    expect(site.mostAtOnce).toBe(1);
    const [a, b, c] = site.requests;
    expect((b?.startedAt ?? 0) - (a?.endedAt ?? 0)).toBeGreaterThan(pauseMs - 30);
    expect((c?.startedAt ?? 0) - (b?.endedAt ?? 0)).toBeGreaterThan(pauseMs - 30);
  });

  it('pauses a second unless it is told otherwise', async () => {
    const fetcher = createFetcher({ allowPrivate: LOCAL });
    await fetcher.get(`${site.address}/a`);
    await fetcher.get(`${site.address}/a`);
    const [a, b] = site.requests;
    expect((b?.startedAt ?? 0) - (a?.startedAt ?? 0)).toBeGreaterThan(950);
  });

  it('does not let one host wait for another', async () => {
    const other = await startFeedServer();
    const fetcher = createFetcher({ allowPrivate: LOCAL, limits: { pauseMs: 0 } });
    slowly('/slow', 1_500);
    let isOver = false;
    const slow = fetcher.get(`${site.address}/slow`).then(() => (isOver = true));
    await fetcher.get(`${other.address}/quick`);
    expect(isOver).toBe(false);
    await slow;
    await other.close();
  });

  it('lets the next one go when one drips on', { timeout: 15_000 }, async () => {
    const fetcher = createFetcher({ allowPrivate: LOCAL, limits: { pauseMs: 0 } });
    slowly('/drips', 8_000);
    let isOver = false;
    const slow = fetcher.get(`${site.address}/drips`).then(() => (isOver = true));
    await fetcher.get(`${site.address}/quick`);
    expect(isOver).toBe(false);
    await slow;
  });

  it('does not count the wait for a turn as slowness of the host', async () => {
    const fetcher = createFetcher({ allowPrivate: LOCAL, limits: { pauseMs: 0, totalMs: 2_000 } });
    for (const path of ['/a', '/b', '/c']) slowly(path, 900);
    const all = ['/a', '/b', '/c'].map((path) => fetcher.get(`${site.address}${path}`));
    expect((await Promise.all(all)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('lets whoever gives up leave the line at once, and the next take the turn', async () => {
    let finish = (): void => undefined;
    const first = inTurnAt(
      'line.example',
      0,
      undefined,
      () => new Promise<void>((done) => (finish = done)),
    );
    const giveUp = new AbortController();
    let hasRun = false;
    const second = inTurnAt('line.example', 0, giveUp.signal, async () => void (hasRun = true));
    const third = inTurnAt('line.example', 0, undefined, async () => 'third');
    giveUp.abort();
    await expect(second).rejects.toThrow();
    finish();
    await first;
    expect(await third).toBe('third');
    expect(hasRun).toBe(false);
  });
});
