/** Connects to Slack: checks the token, keeps sockets open or serves HTTP, and says how it stands. */
import type { RequestListener } from 'node:http';
import {
  App,
  HTTPReceiver,
  LogLevel,
  SocketModeReceiver,
  type Logger,
  type Receiver,
} from '@slack/bolt';
import type { SocketModeClient } from '@slack/socket-mode';
import type { AuthTestResponse, WebClient } from '@slack/web-api';
import { NewsroomError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { connectError } from './refusal.ts';
import { clientOptions, type ClientSettings } from './post.ts';
import { holdSocket, type HeldSocket } from './socket.ts';

/** How Slack reaches us: over sockets that we open, or over HTTP requests that it signs. */
export type Door =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly mount: Mount };

/** Takes `/slack/events` in on a server that somebody else runs; gives the function that ends it. */
export type Mount = (listener: RequestListener) => () => void;

/** An open door. */
export type Connection = {
  /** `2 of 2 sockets open`, `listening on port 3000` */
  status(): string;
  /** why nothing is heard: a person must mend it, or it has lasted for so long; null while all is well */
  trouble(lastedMs: number): string | null;
  /** stops taking anything in */
  close(): Promise<void>;
};

/**
 * Slack ends a socket every few hours and asks for a new one. Two sockets: while one is renewed,
 * commands come in by the other (Slack allows ten: docs.slack.dev/apis/events-api/using-socket-mode).
 */
const SOCKETS = 2;

/** As whom we are connected, by `auth.test`. */
export type Identity = {
  readonly team: string;
  /** the workspace whose channels ours are; null where the app is installed in a whole organisation */
  readonly teamId: string | null;
  readonly user: string;
  readonly userId: string;
  readonly botId: string | null;
  /** null when Slack did not tell (`x-oauth-scopes`) */
  readonly scopes: readonly string[] | null;
};

/** Without these nothing works at all. */
const SCOPES_NEEDED = ['chat:write', 'commands'];

/** Asks Slack who we are. Throws a NewsroomError when the token or its scopes are not good enough. */
export async function identify(client: WebClient): Promise<Identity> {
  let answer: AuthTestResponse;
  try {
    answer = await client.auth.test();
  } catch (cause) {
    throw connectError(cause, 'SLACK_BOT_TOKEN');
  }
  const { scopes } = (answer.response_metadata ?? {}) as { scopes?: string[] };
  const missing = scopes ? SCOPES_NEEDED.filter((scope) => !scopes.includes(scope)) : [];
  if (missing.length > 0) {
    const list = missing.join(', ');
    const sentence = `The token in SLACK_BOT_TOKEN lacks the scope ${list}: add it under OAuth & Permissions and install the app again.`;
    throw new NewsroomError('chat', sentence);
  }
  return {
    team: answer.team ?? answer.team_id ?? 'a workspace',
    teamId: answer.is_enterprise_install === true ? null : (answer.team_id ?? null),
    user: answer.user ?? 'a bot',
    userId: answer.user_id ?? '',
    botId: answer.bot_id ?? null,
    scopes: scopes ?? null,
  };
}

/** Makes the app and the receivers it listens through; nothing is connected yet. */
export async function createApp(
  door: Door,
  settings: ClientSettings,
  identity: Identity,
  log: Log,
): Promise<{ app: App; open: () => Promise<Connection> }> {
  const logger = slackLogger(log);
  const http = door.kind === 'http' ? httpReceiver(door, logger) : null;
  const app = new App({
    // we have asked Slack already: Bolt's own question at start is not awaited by anyone
    authorize: async () => ({
      botToken: settings.botToken,
      botUserId: identity.userId,
      ...(identity.botId === null ? {} : { botId: identity.botId }),
    }),
    receiver: http ?? NO_RECEIVER,
    logger,
    convoStore: false,
    deferInitialization: true,
    clientOptions: clientOptions(settings),
  });
  await app.init();
  const open = async (): Promise<Connection> => {
    if (door.kind === 'http') return takeRequests(http, door.mount);
    return openSockets(() => socketClient(app, door, settings, logger), log);
  };
  return { app, open };
}

/** Sockets come and go, each with a receiver of its own. */
const NO_RECEIVER: Receiver = {
  init: () => undefined,
  start: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

/** A client for one socket, whose envelopes the app takes. */
function socketClient(
  app: App,
  { appToken }: Extract<Door, { kind: 'socket' }>,
  settings: ClientSettings,
  logger: Logger,
): SocketModeClient {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    // each has options of its own: the socket client writes into those it is given
    installerOptions: { clientOptions: clientOptions(settings) },
    customPropertiesExtractor: ({ envelope_id: envelope }) => ({ envelope }),
  });
  receiver.init(app);
  return receiver.client;
}

/** A press carries the whole message it was made in: some tens of kilobytes. */
const BODY_BYTES_MAX = 500_000;

function httpReceiver(door: Extract<Door, { kind: 'http' }>, logger: Logger): HTTPReceiver {
  return new HTTPReceiver({
    signingSecret: door.signingSecret,
    logger,
    bodyLimit: BODY_BYTES_MAX,
  });
}

async function openSockets(make: () => SocketModeClient, log: Log): Promise<Connection> {
  const held: HeldSocket[] = Array.from({ length: SOCKETS }, () => holdSocket(make, log));
  const close = async (): Promise<void> => {
    await Promise.all(held.map((socket) => socket.release()));
  };
  const starts = await Promise.allSettled(held.map((socket) => socket.start()));
  const failures = starts.filter((start) => start.status === 'rejected');
  const [failure] = failures;
  if (failure !== undefined && failures.length === held.length) {
    await close();
    throw connectError(failure.reason, 'SLACK_APP_TOKEN');
  }
  // one is enough to work: with many replicas Slack may have no more sockets to give
  held.filter((socket) => !socket.isOpen()).forEach((socket) => socket.keepTrying());
  const status = (): string => {
    const open = held.filter((socket) => socket.isOpen()).length;
    const trouble = held.map((socket) => socket.trouble()).find((sentence) => sentence !== null);
    return [`${open} of ${held.length} sockets open`, trouble].filter(Boolean).join('. ');
  };
  const trouble = (lastedMs: number): string | null => {
    if (held.some((socket) => socket.isOpen())) return null;
    const hasLasted = held.every((socket) => socket.closedMs() >= lastedMs);
    const said = held.map((socket) => (hasLasted ? socket.trouble() : socket.refusal()));
    return said.find((sentence) => sentence !== null) ?? null;
  };
  return { status, trouble, close };
}

function takeRequests(receiver: HTTPReceiver | null, mount: Mount): Connection {
  const unmount = mount((request, response) => receiver?.requestListener(request, response));
  const close = (): Promise<void> => {
    unmount();
    return Promise.resolve();
  };
  return { status: () => 'taking requests at /slack/events', trouble: () => null, close };
}

/** Slack's libraries write to our log: their notes as debug, since they repeat what we log. */
export function slackLogger(log: Log): Logger {
  const line = (parts: unknown[]) => ({ library: parts.map(String).join(' ').slice(0, 1_000) });
  return {
    debug: () => undefined,
    info: (...parts) => log.debug(line(parts), 'Slack library'),
    warn: (...parts) => log.debug(line(parts), 'Slack library'),
    error: (...parts) => log.warn(line(parts), 'Slack library'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
