/** Slack as a chat: the parts of this folder put together. */
import { NewsroomError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Chat, Reception, Trouble } from '../chat.ts';
import { Shortcomings } from '../shortcomings.ts';
import { TokenWatch } from '../token.ts';
import { createAnswering } from './answer.ts';
import {
  createApp,
  identify,
  slackLogger,
  type Connection,
  type Door,
  type Mount,
} from './connect.ts';
import { listen } from './listen.ts';
import { findMessage } from './history.ts';
import { createClient, editMessage, postMessage, removeMessage } from './post.ts';
import type { ToldOfBlocks } from './plain.ts';
import { renderSlack } from './render.ts';
import { createRights, type Managers } from './rights.ts';
import { createStreams } from './stream.ts';
import { Calls } from './tiers.ts';

export type SlackSettings = {
  /** SLACK_BOT_TOKEN, `xoxb-...` */
  readonly botToken: string;
  /** SLACK_APP_TOKEN, `xapp-...`: Socket Mode, which is taken when both are given */
  readonly appToken: string | null;
  /** SLACK_SIGNING_SECRET: HTTP, taken in through `mount` */
  readonly signingSecret: string | null;
  /** puts `/slack/events` on the web server */
  readonly mount: Mount;
  /** SLACK_API_URL; null for Slack itself */
  readonly apiUrl: string | null;
  readonly managers: Managers;
  /** a call is given up after this; the lease of a delivery must be longer */
  readonly timeoutMs: number;
  readonly log: Log;
  /** so long without a socket is a trouble; a minute when absent */
  readonly silenceMs?: number;
};

/** Sockets come and go; a network that is lost for longer is told of. */
const SILENCE_MS = 60_000;

/** Slack takes about one message a second in a channel (docs.slack.dev/apis/web-api/rate-limits). */
const PACE_MS = 1_100;
/**
 * Slack has a limit for a workspace and does not publish it (rate-limits, as above): what it refuses
 * makes the pace slower.
 */
const PER_SECOND = 48;
/** Running answers get this long when we leave. */
const GOODBYE_MS = 5_000;

const BLOCKS_SENTENCE =
  'Slack refused the blocks of a message, which went out as plain text without buttons: tell the makers of Wirebrief what its log says of it.';

const tellOfBlocks =
  (shortcomings: Shortcomings, log: Log): ToldOfBlocks =>
  (error) => {
    log.error({ error }, 'Slack refused the blocks of a message: it goes as plain text');
    shortcomings.past('blocks', BLOCKS_SENTENCE);
  };

/** Makes the chat; `connect` opens it. Posting, editing and finding work without connecting. */
export function createSlackChat(settings: SlackSettings): Chat {
  const { log } = settings;
  const client = createClient(settings, slackLogger(log));
  const calls = new Calls(client);
  const shortcomings = new Shortcomings();
  const toldOfBlocks = tellOfBlocks(shortcomings, log);
  const answering = createAnswering(calls, log, toldOfBlocks);
  let connection: Connection | null = null;
  let botId: string | null = null;
  let standing = 'not connected';
  const token = new TokenWatch();

  const connect = async (reception: Reception): Promise<void> => {
    try {
      const door = doorOf(settings);
      const identity = await identify(client);
      token.refusal = null;
      botId = identity.botId;
      const { app, open } = await createApp(door, settings, identity, log);
      const rights = createRights(calls, settings.managers, log);
      const streams = createStreams({ calls, log, toldOfBlocks, reception, identity });
      listen(app, { reception, rights, answering, streams, identity, log });
      connection = await open();
      standing = `connected to ${identity.team} as @${identity.user}${unreadable(identity.scopes)}`;
      log.info({ team: identity.team, user: identity.user, door: door.kind }, 'Slack connected');
    } catch (error) {
      standing = error instanceof NewsroomError ? error.sentence : 'cannot connect';
      throw error;
    }
  };

  const connectToPost = async (): Promise<void> => {
    const identity = await identify(client);
    token.refusal = null;
    botId = identity.botId;
    standing = `posting to ${identity.team} as @${identity.user}${unreadable(identity.scopes)}`;
  };

  return {
    platform: 'slack',
    paceMs: PACE_MS,
    perSecond: PER_SECOND,
    editsNow: () => calls.free('chat.update'),
    apportion: (processes) => calls.apportion(processes),
    render: renderSlack,
    connect,
    connectToPost,
    post: (posting) => token.heed(postMessage(calls, posting, toldOfBlocks)),
    edit: (posting, messageId) => token.heed(editMessage(calls, posting, messageId, toldOfBlocks)),
    remove: ({ channel }, messageId) => token.heed(removeMessage(calls, channel, messageId)),
    find: (posting, since) => findMessage(calls, posting, since, botId),
    trouble: () => troubleOf(token, connection, settings.silenceMs),
    shortcomings: () => shortcomings.list(),
    status: () => token.refusal ?? (connection ? `${standing}, ${connection.status()}` : standing),
    disconnect: async () => {
      const open = connection;
      connection = null;
      standing = 'not connected';
      token.refusal = null;
      await Promise.all([open?.close(), answering.settle(GOODBYE_MS)]);
    },
  };
}

function troubleOf(
  token: TokenWatch,
  connection: Connection | null,
  silenceMs: number = SILENCE_MS,
): Trouble | null {
  if (token.refusal !== null) return { sentence: token.refusal, isOver: true };
  const sentence = connection?.trouble(silenceMs) ?? null;
  return sentence === null ? null : { sentence, isOver: false };
}

function doorOf({ appToken, signingSecret, mount }: SlackSettings): Door {
  if (appToken !== null) return { kind: 'socket', appToken };
  if (signingSecret !== null) return { kind: 'http', signingSecret, mount };
  throw new NewsroomError(
    'chat',
    'Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside SLACK_BOT_TOKEN.',
  );
}

/** Scopes that only a lost reply needs, and what of it cannot be looked up without them. */
const LOOKING: readonly (readonly [string, readonly string[]])[] = [
  ['lost replies', ['channels:history', 'groups:history']],
  ['lost notices to people', ['im:write', 'im:history']],
];

/** Without history a message of unknown fate cannot be looked for, and is not sent again. */
function unreadable(scopes: readonly string[] | null): string {
  if (scopes === null) return '';
  return LOOKING.flatMap(([what, needed]) => {
    const missing = needed.filter((scope) => !scopes.includes(scope));
    return missing.length === 0
      ? []
      : [` (without ${missing.join(', ')}: ${what} cannot be looked up)`];
  }).join('');
}
