/** What people type and press in Slack: acknowledged first, then asked of the newsroom, answered. */
import type { AckFn, App } from '@slack/bolt';
import { NewsroomError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { writeChannel } from '../../news/channel.ts';
import { PRESS_ACTIONS, type PressAction } from '../../news/layout.ts';
import type { Asker, Command, Reply } from '../../news/request.ts';
import type { HearSoFar, Reception } from '../chat.ts';
import { needsRights, readCommand } from '../commands.ts';
import type { Answering, Destination } from './answer.ts';
import type { Identity } from './connect.ts';
import type { Place, Rights } from './rights.ts';
import { ACTION_PREFIX } from './render.ts';
import type { Streams } from './stream.ts';

/** What listening needs of the chat. */
type ListenParts = {
  readonly reception: Reception;
  readonly rights: Rights;
  readonly answering: Answering;
  readonly streams: Streams;
  /**
   * as whom we listen: `userId` is who is meant by a mention and whose threads are ours. People of other
   * workspaces speak in channels that are shared with them: such a channel is that of our `teamId` all
   * the same; where that is null it is what the event names
   */
  readonly identity: Pick<Identity, 'userId' | 'teamId'>;
  readonly log: Log;
};

/** With the messages that were answered lately. */
type Parts = ListenParts & { readonly heard: Recent };

/** Registers every listener of the app. */
export function listen(app: App, given: ListenParts): void {
  const parts: Parts = { ...given, heard: new Recent() };
  const seen = new Recent();
  app.use(async ({ context, body, next, ...call }) => {
    const { envelope } = context as { envelope?: string };
    const { event_id: event } = body as { event_id?: string };
    // Slack sends it again when our acknowledgement did not arrive
    if (seen.has(event ?? envelope)) return void (await (call as { ack?: AckFn<void> }).ack?.());
    await next();
  });
  listenToCommands(app, parts);
  listenToButtons(app, parts);
  listenToQuestions(app, parts);
  app.error(async (error) => parts.log.error({ error }, 'a Slack listener failed'));
}

function listenToCommands(app: App, parts: Parts): void {
  // every name, so that a command which the app lists and we do not know is answered too
  app.command(/.*/, async ({ command, ack }) => {
    const asked = readCommand(command.command, plainText(command.text ?? ''));
    const acknowledged = ack();
    const place = {
      channel: command.channel_id,
      channelName: command.channel_name ?? null,
      person: command.user_id,
    };
    const destination = {
      channel: command.channel_id,
      person: command.user_id,
      thread: null,
      responseUrl: command.response_url ?? null,
    };
    parts.answering.answer(destination, async (hear) => {
      // asking Slack for rights takes time
      const mayManage = needsRights(asked) && (await parts.rights.mayManage(place));
      const asker = askerOf(parts.identity.teamId ?? command.team_id, place, mayManage, null);
      return parts.reception.request(asked, asker, hear);
    });
    // last, so that a socket which closes just now costs the acknowledgement and not the answer
    await acknowledged;
  });
}

function askerOf(team: string, place: Place, mayManage: boolean, thread: string | null): Asker {
  const channel = writeChannel({ platform: 'slack', home: team, id: place.channel });
  return { channel, person: place.person, mayManage, thread };
}

type PressBody = {
  readonly team?: { readonly id?: string } | null;
  readonly user: { readonly id: string; readonly team_id?: string };
  readonly channel?: { readonly id: string; readonly name?: string };
  readonly container?: {
    readonly thread_ts?: string;
    readonly channel_id?: string;
    readonly message_ts?: string;
    readonly is_ephemeral?: boolean;
  };
  readonly message?: { readonly thread_ts?: string; readonly ts?: string };
  readonly response_url?: string;
};

function listenToButtons(app: App, parts: Parts): void {
  app.action(/.*/, async ({ action, body, ack }) => {
    const acknowledged = ack();
    const { action_id: id = '', value = '' } = action as { action_id?: string; value?: string };
    const { team, user, channel, container, message, response_url } = body as PressBody;
    const place = {
      channel: channel?.id ?? container?.channel_id ?? '',
      channelName: channel?.name ?? null,
      person: user.id,
    };
    const thread = message?.thread_ts ?? container?.thread_ts ?? null;
    const destination = {
      channel: place.channel,
      person: user.id,
      thread,
      responseUrl: response_url ?? null,
    };
    parts.answering.answer(destination, async () => {
      const pressed = pressAction(id);
      if (pressed === null)
        throw new NewsroomError('usage', 'This button no longer does anything.');
      const mayManage = await parts.rights.mayManage(place);
      const home = parts.identity.teamId ?? team?.id ?? user.team_id ?? '';
      const asker = askerOf(home, place, mayManage, thread);
      const ts = container?.is_ephemeral ? null : (message?.ts ?? container?.message_ts ?? null);
      return parts.reception.press({ action: pressed, value, message: ts }, asker);
    });
    await acknowledged;
  });
}

function pressAction(id: string): PressAction | null {
  const [prefix, name] = id.split(':');
  if (prefix !== ACTION_PREFIX) return null;
  return PRESS_ACTIONS.find((action) => action === name) ?? null;
}

type SpokenEvent = {
  readonly user?: string;
  /** the person's own workspace, who may be a guest */
  readonly user_team?: string;
  readonly team?: string;
  readonly bot_id?: string;
  readonly subtype?: string;
  readonly text?: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly parent_user_id?: string;
  readonly edited?: object;
  readonly root?: { readonly user?: string };
};

/** Kinds of messages that a person has typed: also sent to the channel, with a file. */
const TYPED = new Set(['thread_broadcast', 'file_share']);

/** Questions to the bot by name, and questions in the thread of a message of ours. */
function listenToQuestions(app: App, parts: Parts): void {
  app.event('app_mention', async ({ event, body }) => {
    await answerSpoken(parts, event as SpokenEvent, body as EventBody);
  });
  app.event('message', async ({ event, body }) => {
    const spoken = event as SpokenEvent;
    if (isFollowUp(spoken, parts.identity.userId))
      await answerSpoken(parts, spoken, body as EventBody);
  });
}

type EventBody = { readonly team_id: string; readonly event_id: string };

/**
 * People also talk with one another under a digest: only a question is answered, and one that names
 * us comes as an `app_mention` besides.
 */
function isFollowUp(event: SpokenEvent, botUserId: string): boolean {
  const { subtype, bot_id: bot, thread_ts: thread, text = '' } = event;
  if (subtype !== undefined && !TYPED.has(subtype)) return false;
  if (bot !== undefined || thread === undefined) return false;
  if ((event.parent_user_id ?? event.root?.user) !== botUserId) return false;
  const isQuestion = /[?？]/.test(text) || ASKING.test(text);
  return isQuestion && !text.includes(`<@${botUserId}`);
}

/** Typed without a question mark: hardly anything but a question begins so. */
const ASKING =
  /^\s*(?:and |so )?(?:who|when|where|why|which|how (?:many|much|long|big|high))\s\S+\s\S+/i;

async function answerSpoken(parts: Parts, event: SpokenEvent, body: EventBody): Promise<void> {
  if (event.user === undefined || event.bot_id !== undefined) return;
  if (event.user === parts.identity.userId) return;
  const team = parts.identity.teamId ?? body.team_id;
  if (!(await isOurs(parts, event, body))) return;
  const question = plainText(event.text ?? '');
  const command: Command = question === '' ? { name: 'help' } : readCommand('ask', question);
  const place = { channel: event.channel, channelName: null, person: event.user };
  const destination: Destination = {
    channel: event.channel,
    person: event.user,
    thread: event.thread_ts ?? event.ts,
    responseUrl: null,
  };
  const asker = askerOf(team, place, false, event.thread_ts ?? null);
  const { user: person, channel, thread_ts: under = event.ts } = event;
  const personsHome = event.user_team ?? event.team ?? team;
  const growing = parts.streams.begin({ channel, thread: under, person, home: team, personsHome });
  const ask = (hear?: HearSoFar): Promise<Reply> => parts.reception.request(command, asker, hear);
  parts.answering.answer(destination, ask, growing);
}

/**
 * Is it for us to answer? Sent again, it may have come to another process than the first time; a
 * question that its author edits comes once more as another event.
 */
async function isOurs(
  { reception, heard }: Parts,
  { channel, ts, edited }: SpokenEvent,
  { event_id: id }: EventBody,
): Promise<boolean> {
  const message = `slack:${channel}:${ts}`;
  const isKnown = heard.has(message);
  if (edited !== undefined && isKnown) return false;
  if ((await reception.takesUp?.(`slack:${id}`)) === false) return false;
  const isFirst = (await reception.takesUp?.(message)) !== false;
  return edited === undefined || isFirst;
}

/** Text as a person typed it: without mentions, with Slack's three escapes undone. */
function plainText(text: string): string {
  return text
    .replace(/<[@#!][^<>]{0,200}>/g, ' ')
    .replace(/<(https?:[^<>|\s]{1,3000})(?:\|[^<>]{0,3000})?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

const RECENT_MAX = 2_000;

/** Ids that were seen lately, the oldest forgotten first. */
class Recent {
  readonly #ids = new Set<string>();

  /** Was it there already? It is from now on. */
  has(id: string | undefined): boolean {
    if (id === undefined) return false;
    if (this.#ids.has(id)) return true;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > RECENT_MAX && oldest !== undefined) this.#ids.delete(oldest);
    return false;
  }
}
