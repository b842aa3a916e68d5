/** The Slack chat before a fake Slack, for the suite that every chat runs and for Slack's own. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chat } from '../../../src/chats/chat.ts';
import type { Mount } from '../../../src/chats/slack/connect.ts';
import { createSlackChat, type SlackSettings } from '../../../src/chats/slack/slack.ts';
import { silentLog } from '../../../src/log.ts';
import type { Store } from '../../../src/stores/store.ts';
import { textOfBlocks } from '../../fakes/slack/blocks.ts';
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  startFakeSlack,
  textOfMessage,
  type FakeSlack,
} from '../../fakes/slack/fake-slack.ts';
import { TEAM } from '../../fakes/slack/workspace.ts';
import type { ChatHarness } from '../contract.ts';

export const HOME = 'C0HOME';
export const HOME_CHANNEL = `slack:${TEAM}/${HOME}`;

/** A chat before the fake, over sockets unless the settings say otherwise. */
export function chatBefore(slack: FakeSlack, settings: Partial<SlackSettings> = {}): Chat {
  return createSlackChat({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: null,
    mount: () => () => undefined,
    apiUrl: slack.url,
    managers: 'members',
    timeoutMs: 400,
    log: silentLog,
    ...settings,
  });
}

/** What a poster needs besides the messages: nothing is drawn anew, and no channel is switched off. */
export function posterParts(store: Store, chat: Chat) {
  return {
    store,
    chats: [chat],
    now: Date.now,
    log: silentLog,
    limits: { lease: 45_000, grace: 15_000 },
    switchOff: () => Promise.resolve(),
  };
}

/** A web server that takes Slack's requests in, as the bot's own does. */
export async function openWeb(slack: FakeSlack): Promise<{ mount: Mount; close: () => void }> {
  let listener: RequestListener | null = null;
  const server = createServer((request, response) => {
    if (listener) listener(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const mount: Mount = (given) => {
    listener = given;
    return () => {
      listener = null;
    };
  };
  return { mount, close: () => void server.close() };
}

/** A fake Slack with an open channel and one that the bot is not in. */
export async function openSlack(): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  slack.workspace.addChannel(HOME);
  slack.workspace.addChannel('C0OTHER', { hasBot: false });
  return slack;
}

export async function openHarness(door: 'socket' | 'http'): Promise<ChatHarness> {
  const slack = await openSlack();
  const web = door === 'http' ? await openWeb(slack) : null;
  const settings: Partial<SlackSettings> = web
    ? { appToken: null, signingSecret: SIGNING_SECRET, mount: web.mount }
    : {};
  return {
    chat: chatBefore(slack, settings),
    strangerChat: chatBefore(slack, { ...settings, botToken: 'xoxb-wrong' }),
    channel: HOME_CHANNEL,
    closedChannel: `slack:${TEAM}/C0OTHER`,
    messages: (channel) =>
      slack.workspace.messages
        .filter((message) => `slack:${TEAM}/${message.channel}` === channel && !message.isDeleted)
        .map((message) => ({
          id: message.ts,
          lead: message.threadTs,
          text: textOfMessage(message),
        })),
    fault: (fault) => (fault === 'refuse-connection' ? slack.refuse() : slack.fault(fault)),
    type: (command, text) => slack.type(command, text, { channel: HOME }),
    press: (messageId, label) => slack.press(messageId, label),
    person: 'U0ANN',
    told: (person) =>
      slack.workspace.messages
        .filter((message) => message.channel === `D${person.slice(1)}`)
        .map(textOfMessage),
    remove: (messageId) => {
      const message = slack.workspace.messages.find(({ ts }) => ts === messageId);
      if (message) message.isDeleted = true;
    },
    refuseEdits: (isKept) => {
      slack.workspace.editWindowMs = -1;
      slack.workspace.keepsMessages = isKept;
    },
    textOf: (payload) => textOfBlocks((payload as { blocks: unknown }).blocks),
    close: () => {
      web?.close();
      return slack.close();
    },
  };
}
