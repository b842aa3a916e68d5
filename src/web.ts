/** The web side of the bot: health, readiness, metrics, calendars. */
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { readAgenda } from './answering/agenda.ts';
import type { Analyst } from './analysts/analyst.ts';
import { calendarOf, mayReadCalendar } from './answering/calendars.ts';
import { dayIn } from './editing/slots.ts';
import type { Metrics } from './metrics.ts';
import type { Topic } from './news/topic.ts';
import type { Store } from './stores/store.ts';

export type WebParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  readonly topics: readonly Topic[];
  /** the desk's zone (IANA): its day says which steps of a calendar are over */
  readonly zone: string;
  /** guards the calendars; null when everybody who reaches the port may read them */
  readonly secret: string | null;
  /** epoch milliseconds */
  readonly now: () => number;
  /** true once every chat that has a token is connected */
  readonly isReady: () => boolean;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
};

/** The routes that answer in every role. */
export function createWeb(parts: WebParts): Hono {
  const web = new Hono();
  web.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
  });
  web.get('/healthz', (context) => context.text('ok'));
  web.get('/readyz', async (context) => {
    if (!parts.isReady()) return context.text('not ready: a chat is not connected', 503);
    const answers = await parts.store.note('ready').then(
      () => true,
      () => false,
    );
    return answers ? context.text('ready') : context.text('not ready: the store refuses', 503);
  });
  web.get('/metrics', async (context) => {
    const { metrics } = parts;
    return context.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
  web.use('/agenda/*', etag());
  web.get('/agenda/:file{[a-z0-9-]+\\.ics}', async (context) => {
    const slug = context.req.param('file').replace(/\.ics$/, '');
    const topic = parts.topics.find((each) => each.slug === slug);
    const isAllowed = mayReadCalendar(parts.secret, slug, context.req.query('token') ?? '');
    if (!topic || !isAllowed) return context.text('There is no such calendar.', 404);
    const at = new Date(parts.now()).toISOString();
    const today = dayIn(parts.zone, parts.now());
    const entries = await readAgenda(parts, { topics: [topic], today }, at);
    return context.text(calendarOf(entries, topic.title), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      // a cache asks each time: what was killed is gone from a calendar at once
      'cache-control': 'private, no-cache',
    });
  });
  web.notFound((context) =>
    context.text(
      'There is nothing here: /healthz, /readyz, /metrics, /agenda/TOPIC.ics, /wires/NAME.',
      404,
    ),
  );
  return web;
}
