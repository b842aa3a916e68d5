/** The web side of the bot: health, readiness, metrics, calendars. */
import { Hono } from 'hono';
import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { calendarOf, mayReadCalendar, readAgenda } from './agenda.ts';
import type { Analyst } from './analysts/analyst.ts';
import type { Topic } from './news/topic.ts';
import type { Store } from './stores/store.ts';

export type WebParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  readonly topics: readonly Topic[];
  /** guards the calendars; null when everybody who reaches the port may read them */
  readonly secret: string | null;
  /** epoch milliseconds */
  readonly now: () => number;
  /** true once every chat that has a token is connected */
  readonly isReady: () => boolean;
};

/** The routes that answer in every role. */
export function createWeb(parts: WebParts): Hono {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const deliveries = new Gauge({
    name: 'wirebrief_deliveries',
    help: 'Messages in the ledger by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { state, count } of await parts.store.countDeliveries())
        this.set({ state }, count);
    },
  });
  registry.registerMetric(deliveries);
  const web = new Hono();
  web.get('/healthz', (context) => context.text('ok'));
  web.get('/readyz', (context) =>
    parts.isReady() ? context.text('ready') : context.text('not ready', 503),
  );
  web.get('/metrics', async (context) =>
    context.text(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  );
  web.get('/agenda/:file{[a-z0-9-]+\\.ics}', async (context) => {
    const slug = context.req.param('file').replace(/\.ics$/, '');
    const topic = parts.topics.find((each) => each.slug === slug);
    const isAllowed = mayReadCalendar(parts.secret, slug, context.req.query('token') ?? '');
    if (!topic || !isAllowed) return context.text('There is no such calendar.', 404);
    const at = new Date(parts.now()).toISOString();
    const calendar = calendarOf(await readAgenda(parts, topic, at), topic.title, at);
    return context.text(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });
  return web;
}
