/** Copy that is brought to a wire's door by HTTP: read by content, whatever format it is. */
import { NewsroomError } from '../errors.ts';
import { problem } from '../news/problem.ts';
import { fetchSentence } from './fetch-sentence.ts';
import type { Fetcher } from './fetching.ts';
import { parseSource } from './formats/formats.ts';
import type { AskHub, ReadArrival } from './wire.ts';

/** Reads what was sent to a push wire, or by a hub. */
export const readArrival: ReadArrival = async ({ body, contentType, baseUrl }) => {
  const { copies, problems } = await parseSource({ bytes: body, contentType, baseUrl });
  if (copies.length > 0) return { found: copies.map((copy) => ({ copy, file: null })), problems };
  return problems[0] ?? problem('not-news', 'It holds no story.');
};

/** Sends subscription requests to hubs (WebSub, 5.1). */
export function createAskHub(fetcher: Fetcher): AskHub {
  return async (hub, { callback, secret, leaseSeconds }) => {
    const form = new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': hub.topic,
      'hub.callback': callback,
      'hub.secret': secret,
      'hub.lease_seconds': String(leaseSeconds),
    });
    const host = URL.parse(hub.url)?.host ?? 'the hub';
    let status: number;
    try {
      ({ status } = await fetcher.post(hub.url, form));
    } catch (cause) {
      throw new NewsroomError('wire', fetchSentence(cause, host), { cause });
    }
    if (status >= 200 && status < 300) return;
    throw new NewsroomError('wire', `The hub ${host} does not take the subscription (${status}).`);
  };
}
