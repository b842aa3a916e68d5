/**
 * The fake Slack as a process of its own, for tests that kill the real one. Prints one line of JSON
 * with its addresses and tokens. Driven over HTTP on a second port:
 * `GET /messages`, `GET /calls`, and `POST` of JSON to `/channel`, `/fault`, `/type`, `/press`,
 * `/say`, `/refresh`, `/refuse`, `/accept`, `/error`, `/settings`.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  startFakeSlack,
  textOfMessage,
} from './fake-slack.ts';
import type { SlackFault } from './fake-slack.ts';

type Wish = Readonly<Record<string, string | number | boolean | null | undefined>>;

const slack = await startFakeSlack();
slack.workspace.addChannel('C0HOME');

const ACTIONS: Readonly<Record<string, (wish: Wish) => unknown>> = {
  '/messages': () =>
    slack.workspace.messages.map((message) => ({ ...message, shown: textOfMessage(message) })),
  '/calls': () => slack.calls,
  '/channel': ({ id, ...facts }) => slack.workspace.addChannel(String(id), facts),
  '/fault': ({ fault, method }) =>
    slack.fault(fault as SlackFault, method === undefined ? undefined : String(method)),
  '/error': ({ method, error }) => slack.workspace.errors.set(String(method), [String(error)]),
  '/type': ({ command, text, channel }) =>
    slack.type(String(command), String(text ?? ''), { channel: String(channel ?? 'C0HOME') }),
  '/press': ({ ts, label }) => slack.press(String(ts), String(label)),
  '/say': ({ channel, text, thread }) =>
    slack.say(String(channel ?? 'C0HOME'), String(text), thread ? String(thread) : null),
  '/refresh': ({ which }) => slack.refresh(which === 'all' ? 'all' : 'one'),
  '/refuse': () => slack.refuse(),
  '/accept': () => slack.accept(),
  '/settings': ({ postIntervalMs, eventsUrl }) => {
    if (postIntervalMs !== undefined) slack.postIntervalMs = Number(postIntervalMs);
    if (eventsUrl !== undefined) slack.eventsUrl = eventsUrl === null ? null : String(eventsUrl);
  },
};

async function wishOf(request: IncomingMessage): Promise<Wish> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString('utf8');
  return body === '' ? {} : (JSON.parse(body) as Wish);
}

async function handle(request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const action = ACTIONS[request.url ?? ''];
  if (!action) return { status: 404, body: { error: 'there is no such action' } };
  try {
    return { status: 200, body: (await action(await wishOf(request))) ?? { ok: true } };
  } catch (error) {
    return { status: 500, body: { error: String(error) } };
  }
}

const control = createServer((request, response) => {
  void handle(request).then(({ status, body }) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
  );
});
control.listen(0, '127.0.0.1', () => {
  const { port } = control.address() as AddressInfo;
  const facts = {
    apiUrl: slack.url,
    controlUrl: `http://127.0.0.1:${port}`,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    channel: 'slack:T0FAKE/C0HOME',
  };
  process.stdout.write(`${JSON.stringify(facts)}\n`);
});
process.on('SIGTERM', () => process.exit(0));
