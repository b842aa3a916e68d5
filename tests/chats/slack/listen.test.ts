/** What people type, press and say in Slack, and how it is answered. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat } from '../../../src/chats/chat.ts';
import type { SlackSettings } from '../../../src/chats/slack/slack.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { textOfMessage } from '../../fakes/slack/fake-slack.ts';
import { BOT_ID, BOT_USER, TEAM } from '../../fakes/slack/workspace.ts';
import { FakeReception, sentence } from '../contract.ts';
import { hugeDigest, LAYOUTS } from '../layouts.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from './harness.ts';

const ANSWER = 'An answer from the desk.';

describe('listening in Slack', () => {
  let slack: FakeSlack;
  let chat: Chat;
  let reception: FakeReception;

  beforeEach(async () => {
    slack = await openSlack();
    await open({});
  });
  afterEach(async () => {
    await chat.disconnect();
    await slack.close();
  });

  async function open(settings: Partial<SlackSettings>): Promise<void> {
    reception = new FakeReception();
    chat = chatBefore(slack, settings);
    await chat.connect(reception);
  }

  async function reopen(settings: Partial<SlackSettings>): Promise<void> {
    await chat.disconnect();
    await open(settings);
  }

  const type = (
    command: string,
    text: string,
    where: { user?: string; channelName?: string } = {},
  ) => slack.type(command, text, { channel: HOME, ...where });

  it('acknowledges with nothing, so that nothing is shown before the answer', async () => {
    const { ackPayload, inChannel } = await type('wire', 'help');
    expect(ackPayload).toEqual({});
    expect(inChannel).toBe(false);
    expect(reception.commands[0]?.command).toEqual({ name: 'help' });
  });

  it('takes a shared channel for ours, whoever speaks in it', async () => {
    await slack.type('ask', 'why?', { channel: HOME, team: 'T0THEIRS' });
    const posted = await chat.post({
      delivery: 'd',
      channel: HOME_CHANNEL,
      payload: chat.render(LAYOUTS.digest ?? sentence(''), 'd')[0]?.payload,
      lead: null,
    });
    if (posted.kind !== 'sent') throw new Error('it was not posted');
    await slack.press(posted.messageId, 'All facts', 'U0BEN', 'T0THEIRS');
    const event = { type: 'app_mention', user: 'U0BEN', text: 'why?', channel: HOME, ts: '1.1' };
    await slack.sendEvent('Ev30', event, 0, 'T0THEIRS');
    await vi.waitFor(() => expect(reception.commands).toHaveLength(2));
    const askers = [...reception.commands, ...reception.presses].map(({ asker }) => asker.channel);
    expect(askers).toEqual([HOME_CHANNEL, HOME_CHANNEL, HOME_CHANNEL]);
  });

  it('takes no admin of another workspace for one of ours', async () => {
    await reopen({ managers: 'admins' });
    slack.workspace.scopes = [...slack.workspace.scopes, 'users:read'];
    slack.workspace.admins.add('U0ANN');
    await type('wire', 'subscribe harbours');
    slack.workspace.strangers.add('U0ANN');
    await type('wire', 'subscribe harbours');
    expect(reception.commands.map(({ asker }) => asker.mayManage)).toEqual([true, false]);
  });

  it('answers a command that it does not know', async () => {
    const { shown } = await type('weather', 'today');
    expect(shown).toContain(ANSWER);
    expect(reception.commands[0]?.command).toMatchObject({ name: 'problem' });
  });

  it('reads text as the person typed it', async () => {
    await type('ask', 'is 3 &lt; 4 &amp; <@U0BEN|ben> right? <https://wire.example/1|here>');
    expect(reception.commands[0]?.command).toEqual({
      name: 'ask',
      question: 'is 3 < 4 & right? https://wire.example/1',
    });
  });

  it('shows all when the reply is for all', async () => {
    reception.isPrivate = false;
    expect((await type('brief', 'harbours')).inChannel).toBe(true);
  });

  it('says that it is working when an answer takes long', async () => {
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    reception.answer = async () => {
      await isReady;
      return sentence('At last.');
    };
    const exchange = type('ask', 'slow?');
    await vi.waitFor(
      () => expect(slack.responses).toEqual(['Working on it. The answer follows.']),
      {
        timeout: 5_000,
      },
    );
    ready();
    expect((await exchange).shown).toBe('At last.');
  });

  it('answers by another way when the response_url fails', async () => {
    slack.areResponsesRefused = true;
    expect((await type('ask', 'anyone?')).shown).toContain(ANSWER);
    expect(slack.workspace.whispers).toHaveLength(1);
    expect(slack.workspace.messages).toEqual([]);
  });

  it.each([
    { status: 400, body: 'invalid_blocks' },
    { status: 200, body: '{"ok":false,"error":"invalid_blocks"}' },
  ])('answers as text where the blocks are refused: $status', async (refusal) => {
    slack.blockRefusal = refusal;
    expect((await type('ask', 'anyone?')).shown).toContain(ANSWER);
    expect(slack.responses).toHaveLength(1);
  });

  it('answers as text by another way when both refuse the blocks', async () => {
    slack.areResponsesRefused = true;
    slack.workspace.errors.set('chat.postEphemeral', ['invalid_blocks']);
    expect((await type('ask', 'anyone?')).shown).toContain(ANSWER);
    expect(slack.workspace.whispers).toHaveLength(1);
  });

  it('answers in person where it has no place and the response_url fails', async () => {
    slack.areResponsesRefused = true;
    void slack.type('ask', 'anyone?', { channel: 'C0OTHER' }).catch(() => undefined);
    await vi.waitFor(() => {
      const told = slack.workspace.messages.filter(({ channel }) => channel === 'D0ANN');
      expect(told.map(textOfMessage).join()).toContain(ANSWER);
    });
  });

  it.each([
    'not json',
    '{}',
    '{"type":"events_api","envelope_id":"e1"}',
    '{"type":"slash_commands","envelope_id":"e2","payload":{}}',
    '{"type":"of_tomorrow","envelope_id":"e3","payload":{"x":1}}',
  ])('is not ended by what is no envelope: %s', async (raw) => {
    slack.sendRaw(raw);
    expect((await type('wire', 'help')).shown).toContain(ANSWER);
  });

  it('says all of a long answer, beyond what a response_url takes', async () => {
    reception.answer = () =>
      Promise.resolve({ ...hugeDigest, items: [...hugeDigest.items, ...hugeDigest.items] });
    await type('brief', 'everything');
    await vi.waitFor(() => {
      const heard = [...slack.responses, ...slack.workspace.whispers.map((each) => each.text)];
      const parts = Number(/\(1\/(\d+)\)/.exec(heard[0] ?? '')?.[1]);
      expect(parts).toBeGreaterThan(5);
      expect(heard).toHaveLength(parts);
      expect(slack.responses).toHaveLength(5);
    });
  });

  it.each([
    ['members', 'U0ANN', 'general', true],
    ['members', 'U0BEN', 'general', false],
    ['members', 'U0BEN', 'privategroup', true],
    ['anyone', 'U0BEN', 'general', true],
    ['admins', 'U0ANN', 'general', false],
    ['admins', 'U0CHIEF', 'general', true],
  ] as const)(
    'with managers %s, may %s manage in a channel called %s: %s',
    async (managers, user, channelName, may) => {
      slack.workspace.scopes = [...slack.workspace.scopes, 'users:read'];
      slack.workspace.admins.add('U0CHIEF');
      await reopen({ managers });
      await type('wire', 'subscribe harbours', { user, channelName });
      expect(reception.commands[0]?.asker.mayManage).toBe(may);
      expect(reception.commands[0]?.asker).toMatchObject({ channel: HOME_CHANNEL, person: user });
    },
  );

  it('lets nobody manage when Slack does not tell who they are', async () => {
    slack.workspace.errors.set('conversations.members', ['missing_scope']);
    await type('wire', 'subscribe harbours');
    expect(reception.commands[0]?.asker.mayManage).toBe(false);
  });

  it('answers a button that it does not know', async () => {
    const text = { type: 'plain_text', text: 'Old button', emoji: false };
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'older:share:0', text, value: 'x' }],
      },
    ];
    const { ts } = slack.workspace.add({
      channel: HOME,
      user: BOT_USER,
      botId: BOT_ID,
      text: '',
      blocks,
      metadata: null,
      threadTs: null,
    });
    expect((await slack.press(ts, 'Old button')).shown).toBe(
      'This button no longer does anything.',
    );
    expect(reception.presses).toEqual([]);
  });

  describe('in plain speech', () => {
    const ours = {
      channel: HOME,
      user: BOT_USER,
      botId: BOT_ID,
      text: 'A digest',
      blocks: [],
      metadata: null,
      threadTs: null,
    };
    const replies = (ts: string) =>
      slack.workspace.messages.filter((each) => each.threadTs === ts && each.botId === BOT_ID);

    beforeEach(() => {
      reception.isPrivate = false;
    });

    it('answers a mention in its thread', async () => {
      const { ts, ackMs } = await slack.say(HOME, `<@${BOT_USER}> when is the second reading?`);
      await vi.waitFor(() => expect(replies(ts).map(textOfMessage)).toEqual([ANSWER]));
      expect(ackMs).toBeLessThan(1_000);
      expect(reception.commands).toEqual([
        {
          command: { name: 'ask', question: 'when is the second reading?' },
          asker: {
            channel: `slack:${TEAM}/${HOME}`,
            person: 'U0ANN',
            mayManage: false,
            thread: null,
          },
        },
      ]);
    });

    it('answers in private what is private, in the thread too', async () => {
      reception.isPrivate = true;
      const { ts } = await slack.say(HOME, `<@${BOT_USER}> when?`);
      await vi.waitFor(() =>
        expect(slack.workspace.whispers).toEqual([
          { channel: HOME, user: 'U0ANN', text: ANSWER, threadTs: ts },
        ]),
      );
      expect(replies(ts)).toEqual([]);
    });

    it('takes a bare mention for a call for help', async () => {
      await slack.say(HOME, `<@${BOT_USER}>`);
      await vi.waitFor(() => expect(reception.commands[0]?.command).toEqual({ name: 'help' }));
    });

    it('answers a question in the thread of a digest', async () => {
      const digest = slack.workspace.add(ours);
      await slack.say(HOME, 'And who pays for it?', digest.ts);
      await vi.waitFor(() => expect(replies(digest.ts).map(textOfMessage)).toEqual([ANSWER]));
      expect(reception.commands[0]?.asker.thread).toBe(digest.ts);
    });

    it.each(['thread_broadcast', 'file_share'])(
      'answers a question of kind %s',
      async (subtype) => {
        const digest = slack.workspace.add(ours);
        await slack.sendEvent('Ev-kind', {
          type: 'message',
          subtype,
          user: 'U0ANN',
          text: 'And who pays for it?',
          channel: HOME,
          ts: '1700000000.000100',
          thread_ts: digest.ts,
          root: { ts: digest.ts, user: BOT_USER },
        });
        await vi.waitFor(() => expect(replies(digest.ts)).toHaveLength(1));
      },
    );

    it('answers a mention in a thread once', async () => {
      const digest = slack.workspace.add(ours);
      await slack.say(HOME, `<@${BOT_USER}> who pays?`, digest.ts);
      await slack.say(HOME, `<@${BOT_USER}> and when?`, digest.ts);
      await vi.waitFor(() => expect(replies(digest.ts)).toHaveLength(2));
      expect(reception.commands).toHaveLength(2);
    });

    it('keeps out of what people say to one another', async () => {
      const digest = slack.workspace.add(ours);
      const theirs = slack.workspace.add({ ...ours, user: 'U0BEN', botId: null });
      await slack.say(HOME, 'Good digest today.', digest.ts);
      await slack.say(HOME, 'Lunch?');
      await slack.say(HOME, 'Lunch?', theirs.ts);
      await slack.say(HOME, `<@${BOT_USER}> the last word?`);
      await vi.waitFor(() => expect(reception.commands).toHaveLength(1));
      expect(reception.commands[0]?.command).toMatchObject({ question: 'the last word?' });
    });

    it('answers an event once that Slack sends twice', async () => {
      const event = {
        type: 'app_mention',
        user: 'U0ANN',
        text: 'why?',
        channel: HOME,
        ts: '1700000000.000001',
      };
      await slack.sendEvent('Ev1', event);
      await slack.sendEvent('Ev1', event, 1);
      await slack.sendEvent('Ev2', { ...event, text: 'and then?' });
      await vi.waitFor(() => expect(reception.commands).toHaveLength(2));
      expect(reception.commands.map((each) => each.command)).toMatchObject([
        { question: 'why?' },
        { question: 'and then?' },
      ]);
    });

    it('answers a question once that its author edits, also in another process', async () => {
      const { ts } = await slack.say(HOME, `<@${BOT_USER}> why?`);
      const edited = { user: 'U0ANN', ts: '1700000000.000009' };
      const event = { type: 'app_mention', user: 'U0ANN', channel: HOME, text: 'why not?', edited };
      await slack.sendEvent('Ev20', { ...event, ts });
      const taken = new Set([`slack:${HOME}:1700000000.000002`]);
      Object.assign(reception, { takesUp: async (heard: string) => !taken.has(heard) });
      await slack.sendEvent('Ev21', { ...event, ts: '1700000000.000002' });
      // a mention that comes with the edit
      await slack.sendEvent('Ev22', { ...event, text: 'how so?', ts: '1700000000.000003' });
      await vi.waitFor(() => expect(reception.commands).toHaveLength(2));
      expect(reception.commands.map((each) => each.command)).toMatchObject([
        { question: 'why?' },
        { question: 'how so?' },
      ]);
    });

    it('answers in person who may not be told in the channel', async () => {
      reception.isPrivate = true;

      slack.workspace.errors.set('chat.postEphemeral', ['user_not_in_channel']);
      await slack.say(HOME, `<@${BOT_USER}> why?`);
      await vi.waitFor(() =>
        expect(slack.workspace.messages.at(-1)).toMatchObject({ channel: 'D0ANN' }),
      );
    });

    it('leaves to another process what that one has taken up', async () => {
      const taken = new Set(['slack:Ev8']);
      Object.assign(reception, { takesUp: async (heard: string) => !taken.has(heard) });
      const event = { type: 'app_mention', user: 'U0ANN', channel: HOME, ts: '1700000000.000001' };
      await slack.sendEvent('Ev8', { ...event, text: 'theirs?' }, 1);
      await slack.sendEvent('Ev9', { ...event, text: 'ours?' });
      await vi.waitFor(() => expect(reception.commands).toHaveLength(1));
      expect(reception.commands[0]?.command).toMatchObject({ question: 'ours?' });
    });

    it('acknowledges again what Slack sends again, and answers it once', async () => {
      await slack.type('ask', 'why?', { channel: HOME });
      await slack.redeliver();
      await slack.say(HOME, `<@${BOT_USER}> and then?`);
      await slack.redeliver();
      await vi.waitFor(() => expect(reception.commands).toHaveLength(2));
      const questions = reception.commands.map(({ command }) => command);
      expect(questions).toMatchObject([{ question: 'why?' }, { question: 'and then?' }]);
    });

    it('does not answer bots', async () => {
      await slack.sendEvent('Ev3', {
        type: 'app_mention',
        user: 'U0OTHERBOT',
        bot_id: 'B0OTHER',
        text: 'why?',
        channel: HOME,
        ts: '1.000001',
      });
      await slack.say(HOME, `<@${BOT_USER}> a person asks?`);
      await vi.waitFor(() => expect(reception.commands).toHaveLength(1));
      expect(reception.commands[0]?.asker.person).toBe('U0ANN');
    });
  });

  it("acknowledges two hundred commands, ten at a time, within the platform's three seconds", async () => {
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const exchanges = await Promise.all(
        Array.from({ length: 10 }, (_, index) => type('ask', `question ${round} ${index}?`)),
      );
      times.push(...exchanges.map((exchange) => exchange.ackMs));
    }
    expect(reception.commands).toHaveLength(200);
    // how fast it is, the benchmark tells
    expect(Math.max(...times)).toBeLessThan(3_000);
  });
});
