/** The store in PostgreSQL, on a server made for this file. */
import { afterAll, describe, expect, it } from 'vitest';
import { storeContract } from './contract.ts';
import { startPostgres } from './postgres-server.ts';
import { sampleDelivery } from './sample-nouns.ts';
import { openPostgresStore } from '../../src/stores/postgres.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

const place = 'postgres://someone:hushhush@127.0.0.1:1/wirebrief';

it('says what to do when the server does not answer, without the password', async () => {
  const opening = openPostgresStore(place);
  await expect(opening).rejects.toMatchObject({ code: 'store' });
  await expect(opening).rejects.toThrow('127.0.0.1:1/wirebrief');
  await expect(opening).rejects.not.toThrow('hushhush');
});

it('says what to do when the address is none', async () => {
  await expect(openPostgresStore('mysql://a:hushhush@b/c')).rejects.toThrow('DATABASE_URL');
  await expect(openPostgresStore('hushhush')).rejects.not.toThrow('hushhush');
});

if (server) {
  const shared = await server.database();
  storeContract('PostgreSQL', async () => {
    const store = await openPostgresStore(shared);
    await server.empty(shared);
    return store;
  });

  describe('PostgreSQL', () => {
    it('serves several replicas that start at the same moment', async () => {
      const url = await server.database();
      const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgresStore(url)));
      const batches = Array.from({ length: 60 }, (_, index) => `b${index}`);
      await stores[0]?.addDeliveries(batches.map((batch) => sampleDelivery(batch, 0)));
      const claim = { now: 1_000, leaseMs: 1_000, limit: 7, except: [], platforms: ['slack:'] };
      const claims = await Promise.all(
        [...stores, ...stores, ...stores].map((store) => store.claimDeliveries(claim)),
      );
      const ids = claims.flat().map((each) => each.delivery.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
      await Promise.all(stores.map((store) => store.close()));
    });

    it('names a missing database and points backup to pg_dump', async () => {
      const url = await server.database();
      const store = await openPostgresStore(url);
      await expect(store.backup('copy.db')).rejects.toThrow('pg_dump');
      expect(await store.check()).toMatch(
        /^PostgreSQL [\d.]+.* at 127\.0\.0\.1:\d+\/.*sound, 0 takes/,
      );
      await store.close();
      const missing = openPostgresStore(`${url}_missing`);
      await expect(missing).rejects.toThrow('create it');
    });
  });
}
