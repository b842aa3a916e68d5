/** The doors that copy comes in by: push wires and hubs. */
import { Hono } from 'hono';
import { sentenceOf } from '../errors.ts';
import { takeContent, verifyIntent, type HubDoorParts } from './hubs.ts';
import { createPushDoor, type PushParts } from './push.ts';
import { refusal } from './request.ts';

/** Routes for the web side: `POST /wires/NAME`, and the callbacks of hubs. */
export function createArrivals(parts: PushParts & HubDoorParts): Hono {
  const web = new Hono();
  const push = createPushDoor(parts);
  web.post('/wires/:name', (context) => push(context.req.raw, context.req.param('name')));
  web.all('/wires/:name', () =>
    refusal(405, 'method', 'Send stories with POST.', { allow: 'POST' }),
  );
  web.get('/wires/:wire/hub/:key', (context) =>
    verifyIntent(parts, context.req.raw, context.req.param()),
  );
  web.post('/wires/:wire/hub/:key', (context) =>
    takeContent(parts, context.req.raw, context.req.param()),
  );
  for (const path of ['/wires', '/wires/*'])
    web.all(path, () =>
      refusal(404, 'not-found', 'Send stories to /wires/NAME, with no stroke behind.'),
    );
  web.onError((error) => {
    parts.log.error({ error, sentence: sentenceOf(error) }, 'a request failed');
    const sentence = 'It could not be done just now: send it again.';
    return refusal(503, 'store', sentence, { 'retry-after': '30' });
  });
  return web;
}
