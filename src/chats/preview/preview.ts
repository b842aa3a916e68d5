/** The preview as a chat: keeps what would be posted and serves it as a page that takes commands. */
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { fingerprint } from '../../news/identity.ts';
import { PRESS_ACTIONS, type Layout, type Part } from '../../news/layout.ts';
import type { Reply } from '../../news/request.ts';
import type { Chat, Posting, Reception } from '../chat.ts';
import { readCommand } from '../commands.ts';
import { viewLanes, viewPage, type Shown } from './page.ts';

/** Messages kept for the page; older ones are let go. */
const MESSAGES_MAX = 60;
const BODY_BYTES_MAX = 16_384;

type Render = (layout: Layout, batch: string) => readonly Part[];

export type PreviewSettings = {
  readonly name: string;
  /** name of the channel that the page stands for, `preview:demo` */
  readonly channel: string;
  /** the renderers whose payloads are shown */
  readonly slack: Render;
  readonly discord: Render;
  /** command lines offered as buttons */
  readonly hints: readonly string[];
};

type Payload = { readonly slack: readonly unknown[]; readonly discord: readonly unknown[] };

const commandBody = z.strictObject({ line: z.string().min(1).max(2_000) });
const pressBody = z.strictObject({
  action: z.enum(PRESS_ACTIONS),
  value: z.string().max(2_000),
  /** what the button says, shown above the answer */
  label: z.string().max(200).optional(),
  /** the message in which it stands */
  message: z.string().max(100).optional(),
});

/** The chat and the web application that shows it. */
export function createPreview(settings: PreviewSettings): { chat: Chat; web: Hono } {
  const messages: Shown[] = [];
  let reception: Reception | null = null;
  const show = (shown: Shown): void => {
    const known = messages.findIndex((each) => each.id === shown.id);
    if (known >= 0) messages[known] = shown;
    else messages.unshift(shown);
    messages.splice(MESSAGES_MAX);
  };
  const put = (posting: Posting, id: string): Promise<{ kind: 'sent'; messageId: string }> => {
    const { slack, discord } = posting.payload as Payload;
    show({ id, slack, discord, private: posting.reader !== undefined, asked: null });
    return Promise.resolve({ kind: 'sent', messageId: id });
  };
  const render = (layout: Layout, batch: string): Payload => ({
    slack: settings.slack(layout, batch).map((part) => part.payload),
    discord: settings.discord(layout, batch).map((part) => part.payload),
  });
  const answer = (reply: Reply, asked: string): void => {
    const id = fingerprint('answer', asked, String(messages.length), reply.id);
    show({ id, ...render(reply.layout, id), private: true, asked });
  };
  const chat: Chat = {
    platform: 'preview',
    render(layout, batch) {
      const events = layout.items.flatMap((item) => item.event ?? []);
      return [{ payload: render(layout, batch), events, place: 'lead', layout }];
    },
    connect(desk) {
      reception = desk;
      return Promise.resolve();
    },
    post: (posting) => put(posting, posting.delivery),
    edit: (posting, messageId) => put(posting, messageId),
    find: ({ delivery }) =>
      Promise.resolve(
        messages.some((each) => each.id === delivery)
          ? { kind: 'found', messageId: delivery }
          : { kind: 'absent' },
      ),
    status: () => 'showing on the preview page',
    disconnect() {
      reception = null;
      return Promise.resolve();
    },
  };
  const web = routes(settings, { messages, answer, reception: () => reception });
  return { chat, web };
}

type Page = {
  readonly messages: readonly Shown[];
  readonly answer: (reply: Reply, asked: string) => void;
  readonly reception: () => Reception | null;
};

function routes(settings: PreviewSettings, page: Page): Hono {
  const asker = { channel: settings.channel, person: 'you', mayManage: true, thread: null };
  const web = new Hono();
  const lanes = (): string => viewLanes(page.messages).html;
  web.use(bodyLimit({ maxSize: BODY_BYTES_MAX }));
  web.use(async (context, next) => {
    const { host, origin } = {
      host: context.req.header('host'),
      origin: context.req.header('origin'),
    };
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('cache-control', 'no-cache');
    if (!isOwn(host, origin)) return context.text('This page answers only to this machine.', 403);
    // a form of another page can send anything but this
    const isForm = !context.req.header('content-type')?.startsWith('application/json');
    if (context.req.method === 'POST' && isForm) return context.text('Send JSON.', 415);
    return next();
  });
  web.get('/', (context) => {
    const nonce = randomBytes(16).toString('base64');
    context.header('content-security-policy', policy(nonce));
    context.header('cache-control', 'no-store');
    return context.html(viewPage(settings.name, page.messages, settings.hints, nonce));
  });
  web.get('/messages', (context) => {
    const body = lanes();
    const mark = `"${fingerprint(body)}"`;
    context.header('etag', mark);
    context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    return context.req.header('if-none-match') === mark
      ? context.body(null, 304)
      : context.html(body);
  });
  web.post('/command', async (context) => {
    const body = commandBody.safeParse(await context.req.json().catch(() => null));
    const desk = page.reception();
    if (!body.success || !desk) return context.text('That is not a command line.', 400);
    const [name = '', ...rest] = body.data.line.trim().split(/\s+/);
    const reply = await desk.request(readCommand(name, rest.join(' ')), asker);
    page.answer(reply, body.data.line);
    return context.html(lanes());
  });
  web.post('/press', async (context) => {
    const body = pressBody.safeParse(await context.req.json().catch(() => null));
    const desk = page.reception();
    if (!body.success || !desk) return context.text('That is not a button.', 400);
    const { action, value, label, message } = body.data;
    const posted = page.messages.find(({ id }) => id === message && message !== undefined);
    const isPublic = posted !== undefined && !posted.private;
    const press = { action, value, message: isPublic ? posted.id : null };
    const reply = await desk.press(press, asker);
    page.answer(reply, label ?? action);
    return context.html(lanes());
  });
  return web;
}

/** Asked by a page of this machine? Keeps other sites, and names that point here, from asking. */
function isOwn(host: string | undefined, origin: string | undefined): boolean {
  const name = URL.parse(`http://${host ?? ''}`)?.hostname ?? '';
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(name)) return false;
  return origin === undefined || URL.parse(origin)?.host === host;
}

/** Nothing from outside: only this reply's own style and script run, and only this server is asked. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
