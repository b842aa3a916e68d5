/** The doors on a real port, with the newsroom behind them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createHubs } from '../../src/arrivals/hubs.ts';
import { createArrivals } from '../../src/arrivals/routes.ts';
import { silentLog } from '../../src/log.ts';
import type { Store } from '../../src/stores/store.ts';
import { createFetcher } from '../../src/wires/fetching.ts';
import { createAskHub, readArrival } from '../../src/wires/push.ts';
import { openHttpNewsroom } from '../fakes/http-newsroom.ts';

export const TOKEN = 'a-long-push-token';

/** Opens a replica: a newsroom and its web side. `store` is shared when it is given. */
export async function openDoors(given: {
  readonly wires: Parameters<typeof openHttpNewsroom>[0]['wires'];
  readonly store?: Store;
  readonly clock?: { now: number };
  readonly pushToken?: string | null;
  /** says to hubs where this replica is reached */
  readonly isPublic?: boolean;
}) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const limits = { pauseMs: 0, totalMs: 15_000 };
  const askHub = createAskHub(createFetcher({ allowPrivate: ['127.0.0.1/32'], limits }));
  const { isPublic = false, pushToken = TOKEN, ...rest } = given;
  const desk = openHttpNewsroom({
    ...rest,
    ...(isPublic ? { web: { url: `${address}/` } } : {}),
    hubs: (parts) => createHubs({ ...parts, log: silentLog, askHub }),
  });
  const { config, store, newsroom, clock } = desk;
  const now = (): number => clock.now;
  const { receive } = newsroom;
  const parts = { config, store, now, log: silentLog, receive, readArrival, pushToken };
  const web = createArrivals(parts);
  const listener = getRequestListener(web.fetch);
  server.on('request', (request, response) => void listener(request, response));
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ...desk, address, close };
}
