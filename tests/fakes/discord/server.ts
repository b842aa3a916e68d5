/**
 * The fake Discord as a process of its own, for tests that kill the bot: prints one line of JSON
 * with its URL, token and channels; `GET /fake/state` tells what arrived, `POST /fake/fault` sets a
 * fault, `POST /fake/command` lets a person type. Ends with SIGTERM.
 * Usage: node tests/fakes/discord/server.ts [NUMBER OF CHANNELS]
 */
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { startFakeDiscord, type FaultKind } from './fake.ts';

const fake = await startFakeDiscord();
const { world } = fake;
const wanted = Math.max(1, Number(process.argv[2] ?? 1));
while (world.channels.size < wanted) world.addChannel(`channel-${world.channels.size}`);

const control = new Hono();
control.get('/fake/state', (context) =>
  context.json({
    messages: world.messages
      .filter((each) => !each.deleted)
      .map((each) => ({
        id: each.id,
        channel: each.channel,
        parent: world.channels.get(each.channel)?.parent ?? null,
        onlyFor: each.onlyFor,
        createdAt: each.createdAt,
        editedAt: each.editedAt,
        body: each.body,
        ...world.seen(each),
      })),
    calls: fake.calls.map(({ line, status, at }) => ({ line, status, at })),
    interactions: world.interactions,
    invalidRequests: world.invalidRequests,
    identifies: fake.gateway.identifies,
    resumes: fake.gateway.resumes,
  }),
);
control.post('/fake/fault', async (context) => {
  type Body = { match: string; kind: FaultKind; times?: number; retryAfterSeconds?: number };
  const { match, kind, times, retryAfterSeconds } = await context.req.json<Body>();
  fake.fail(new RegExp(match), kind, times, retryAfterSeconds);
  return context.json({ ok: true });
});
control.post('/fake/command', async (context) => {
  type Body = { name: string; options?: Record<string, string | boolean>; rights?: string };
  const { name, options, rights } = await context.req.json<Body>();
  const interaction = fake.command(name, options ?? {}, { rights: BigInt(rights ?? 0) });
  return context.json({ id: interaction.id });
});
control.post('/fake/gateway/:trouble', (context) => {
  const trouble = context.req.param('trouble');
  if (trouble === 'lose') fake.gateway.lose();
  else if (trouble === 'cut') fake.gateway.cut();
  else if (trouble === 'invalidate') fake.gateway.invalidate();
  else if (trouble === 'reconnect') fake.gateway.askToReconnect();
  else return context.json({ ok: false }, 404);
  return context.json({ ok: true });
});

const server = serve({ fetch: control.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  const channels = [...world.channels.values()].map((each) => `discord:${each.guild}/${each.id}`);
  const started = {
    url: fake.url,
    token: fake.token,
    control: `http://127.0.0.1:${port}/fake`,
    channels,
  };
  process.stdout.write(`${JSON.stringify(started)}\n`);
});

process.once('SIGTERM', () => {
  server.close();
  void fake.stop().then(() => process.exit(0));
});
