/** Feeds over TLS: certificates that are good and that are not, and no way back to plain HTTP. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpWire } from '../../src/wires/http.ts';
import type { Reading } from '../../src/wires/wire.ts';
import { makeCertificate } from '../fakes/feeds/certificate.ts';
import { rss } from '../fakes/feeds/feeds.ts';
import { startFeedServer, type FeedServer } from '../fakes/feeds/server.ts';
import { surroundingsFor } from './bench.ts';

const FEED = { body: rss([{ id: '1', title: 'Quay opens', text: 'The new quay opened.' }]) };
const before = getCACertificates('default');
const tls = makeCertificate('harbour.example', '127.0.0.1');
let site: FeedServer;

beforeEach(async () => {
  site = await startFeedServer({ tls });
  site.set('/feed', FEED);
});
afterEach(async () => {
  setDefaultCACertificates(before);
  await site.close();
});

function read(address: string, more = {}): Promise<Reading> {
  const { surroundings } = surroundingsFor(more);
  const settings = { name: 'harbour', url: address, everyMs: 300_000 };
  return createHttpWire(settings, surroundings).read(null);
}

describe('TLS', () => {
  it('reads a feed whose certificate is trusted', async () => {
    setDefaultCACertificates([...before, tls.cert]);
    const { found } = await read(`${site.address}/feed`);
    expect(found).toHaveLength(1);
  });

  it('says what is wrong with a certificate', async () => {
    const stranger = await read(`${site.address}/feed`);
    expect(stranger.bookmark.error).toMatch(/^The certificate of 127\.0\.0\.1:\d+ is not good/);
    setDefaultCACertificates([...before, tls.cert]);
    const resolveName: NonNullable<Parameters<typeof surroundingsFor>[0]>['resolveName'] = (
      _host,
      _options,
      callback,
    ) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const other = await read(`https://other.example:${site.port}/feed`, { resolveName });
    expect(other.bookmark.error).toMatch(/^The certificate of other\.example:\d+ is for another/);
    expect(site.requests).toEqual([]);
  });

  it('says that a door does not speak TLS', async () => {
    const plain = await startFeedServer();
    const { bookmark } = await read(plain.address.replace('http:', 'https:'));
    expect(bookmark.error).toMatch(/does not speak TLS there/);
    await plain.close();
  });

  it('does not follow a redirect from https to plain http', async () => {
    setDefaultCACertificates([...before, tls.cert]);
    const plain = await startFeedServer();
    plain.set('/feed', FEED);
    site.set('/feed', { status: 301, headers: { location: `${plain.address}/feed` } });
    const { bookmark, found } = await read(`${site.address}/feed`);
    expect([found, bookmark.error]).toEqual([[], expect.stringContaining('not followed')]);
    expect(plain.requests).toEqual([]);
    await plain.close();
  });
});
