/** A strict WebSub hub: verifies intent before it sends, and signs what it sends. */
import { createHmac, randomUUID } from 'node:crypto';
import { startFeedServer } from './server.ts';

export type HubSubscription = {
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
  readonly leaseSeconds: number;
};

/** Starts a hub. `leaseSeconds` is what it grants, whatever it is asked for. */
export async function startHub(leaseSeconds: number) {
  const site = await startFeedServer();
  const confirmed: HubSubscription[] = [];
  const objections: string[] = [];
  const hub = {
    url: `${site.address}/hub`,
    site,
    /** subscriptions that were verified, in order; a renewal comes again */
    confirmed,
    objections,
    granted: leaseSeconds,
    /** set to make the hub deny instead of verifying */
    denies: false,
    /** sends content to the newest subscription, as a hub does */
    async send(body: string, with_: { secret?: string; method?: string; type?: string } = {}) {
      const to = confirmed.at(-1);
      if (to === undefined) throw new Error('nobody has subscribed');
      const { secret = to.secret, method = 'sha256', type = 'application/rss+xml' } = with_;
      const hex = createHmac(method, secret).update(body).digest('hex');
      const link = `<${hub.url}>; rel="hub", <${to.topic}>; rel="self"`;
      const headers = { 'content-type': type, link, 'x-hub-signature': `${method}=${hex}` };
      return fetch(to.callback, { method: 'POST', body, headers });
    },
    close: () => site.close(),
  };

  async function verify(asked: HubSubscription): Promise<void> {
    const url = new URL(asked.callback);
    url.searchParams.set('hub.topic', asked.topic);
    if (hub.denies) {
      url.searchParams.set('hub.mode', 'denied');
      url.searchParams.set('hub.reason', 'no room');
      await fetch(url);
      return;
    }
    const challenge = randomUUID();
    url.searchParams.set('hub.mode', 'subscribe');
    url.searchParams.set('hub.challenge', challenge);
    url.searchParams.set('hub.lease_seconds', String(hub.granted));
    const answer = await fetch(url);
    if (answer.ok && (await answer.text()) === challenge) confirmed.push(asked);
    else objections.push(`the callback does not confirm (${answer.status})`);
  }

  site.set('/hub', ({ method, headers, body }, response) => {
    const form = new URLSearchParams(body);
    const of = (name: string): string => form.get(`hub.${name}`) ?? '';
    const asked = {
      topic: of('topic'),
      callback: of('callback'),
      secret: of('secret'),
      leaseSeconds: Number(of('lease_seconds')),
    };
    const isForm = headers['content-type'] === 'application/x-www-form-urlencoded';
    const isWhole = of('mode') === 'subscribe' && URL.canParse(asked.callback);
    const isSecret = asked.secret.length > 15 && Buffer.byteLength(asked.secret) < 200;
    if (method !== 'POST' || !isForm || !isWhole || !isSecret || !URL.canParse(asked.topic)) {
      objections.push(`wrong request: ${method} ${body}`);
      return void response.writeHead(400).end('What is it that you want?');
    }
    response.writeHead(202).end();
    return void verify(asked).catch((error: unknown) => objections.push(String(error)));
  });
  return hub;
}
