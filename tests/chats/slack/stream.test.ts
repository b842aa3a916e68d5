/** Answers that a model is still writing, in Slack: streamed, or quoted at once and edited. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat } from '../../../src/chats/chat.ts';
import { markdownOf } from '../../../src/chats/slack/stream-calls.ts';
import { silentLog } from '../../../src/log.ts';
import { textOfMessage, type FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { BOT_ID, BOT_USER, TEAM } from '../../fakes/slack/workspace.ts';
import { FakeReception, sentence } from '../contract.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from './harness.ts';

const QUOTED = 'The ferry company said on Monday: “Two ships sail again.”';
const FIRST = 'Two ships sail again from Monday.';
const SECOND = 'The third stays in dock.';

let slack: FakeSlack;
let chat: Chat;
let reception: FakeReception;
let warnings: unknown[];

beforeEach(async () => {
  slack = await openSlack();
  warnings = [];
  const log = { ...silentLog, warn: (facts: unknown) => void warnings.push(facts) };
  chat = chatBefore(slack, { log });
  reception = new FakeReception();
  reception.answer = async () => sentence(`${FIRST} ${SECOND}`);
  reception.meanwhile = async (hear) => {
    await hear(QUOTED, null);
    await hear(FIRST, FIRST);
    await hear(`${FIRST} ${SECOND}`, SECOND);
  };
  await chat.connect(reception);
});
afterEach(async () => {
  await chat.disconnect();
  await slack.close();
});

const inThread = (ts: string) =>
  slack.workspace.messages.filter(
    (each) => each.threadTs === ts && each.botId === BOT_ID && !each.isDeleted,
  );
const methods = () =>
  slack.calls.map(({ method }) => method).filter((method) => method.startsWith('chat.'));
const askAloud = (words = 'which ships sail?') => slack.say(HOME, `<@${BOT_USER}> ${words}`);
/** On a busy machine too. */
const soon = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000 });
const whole = async (ts: string) =>
  soon(() => expect(inThread(ts).map(textOfMessage)).toEqual([`${FIRST} ${SECOND}`]));

describe('streamed', () => {
  it('sentence by sentence into the thread of the question, and set in its last form', async () => {
    const { ts } = await askAloud();
    await whole(ts);
    await soon(() =>
      expect(methods()).toEqual([
        'chat.startStream',
        'chat.appendStream',
        'chat.stopStream',
        'chat.update',
      ]),
    );
    expect(slack.calls.find(({ method }) => method === 'chat.startStream')?.args).toEqual({
      channel: HOME,
      thread_ts: ts,
      recipient_user_id: 'U0ANN',
      recipient_team_id: TEAM,
      markdown_text: FIRST,
    });
    expect(inThread(ts)[0]?.metadata?.event_type).toBe('wirebrief_delivery');
    expect(slack.workspace.whispers).toEqual([]);
  });

  it('is noted as soon as it stands, and again as it grows, under one message', async () => {
    const { ts } = await askAloud();
    await whole(ts);
    await soon(() => expect(reception.said).toHaveLength(3));
    const [message] = inThread(ts);
    for (const { reply, messages } of reception.said) {
      expect(reply.id).toBe('reply-1');
      expect(messages).toMatchObject([{ channel: HOME_CHANNEL, messageId: message?.ts }]);
    }
    expect(JSON.stringify(reception.said.at(-1)?.messages[0]?.layout)).toContain(SECOND);
  });

  it('ends whole where Slack has ended the stream before', async () => {
    slack.workspace.streamLifeMs = -1;
    const { ts } = await askAloud();
    await whole(ts);
  });

  it('ends whole where Slack limits or drops a call', async () => {
    slack.fault('rate-limit', 'chat.appendStream');
    slack.fault('drop-after', 'chat.stopStream');
    const { ts } = await askAloud();
    await soon(() => expect(inThread(ts).map(textOfMessage)).toEqual([`${FIRST} ${SECOND}`]));
  });

  it.each(['drop-after', 'html-error-after', 'empty-after'] as const)(
    'goes on in the stream whose beginning Slack did not tell: %s',
    async (fault) => {
      slack.fault(fault, 'chat.startStream');
      const { ts } = await askAloud();
      await whole(ts);
      await soon(() => expect(reception.said.length).toBeGreaterThan(1));
      for (const { messages } of reception.said)
        expect(messages).toMatchObject([{ messageId: inThread(ts)[0]?.ts }]);
    },
  );

  it('is set as text where Slack refuses its blocks', async () => {
    slack.workspace.errors.set('chat.update', ['invalid_blocks']);
    await whole((await askAloud()).ts);
  });

  it.each(['drop-after', 'html-error-after', 'empty-after'] as const)(
    'is posted once though Slack did not say so: %s',
    async (fault) => {
      reception.meanwhile = async (hear) => hear(QUOTED, null);
      slack.fault(fault);
      const { ts } = await askAloud();
      await soon(() => expect(reception.said).toHaveLength(1));
      await whole(ts);
      expect(reception.said[0]?.messages).toMatchObject([{ messageId: inThread(ts)[0]?.ts }]);
      expect(slack.workspace.whispers).toEqual([]);
    },
  );

  it('is posted whole where the answer never grew', async () => {
    reception.meanwhile = async (hear) => hear(QUOTED, null);
    const { ts } = await askAloud();
    await whole(ts);
    expect(methods()).toEqual(['chat.postMessage']);
  });

  it('answers in private as ever when nothing is heard', async () => {
    reception.meanwhile = async () => undefined;
    await askAloud();
    await soon(() => expect(slack.workspace.whispers).toHaveLength(1));
    expect(methods()).toEqual(['chat.postEphemeral']);
  });
});

describe('where Slack lets nothing be streamed', () => {
  it.each(['unknown_method', 'method_not_allowed', 'missing_scope'])(
    'answers are quoted at once and edited after %s, which is told once',
    async (error) => {
      slack.workspace.errors.set('chat.startStream', [error, error, error]);
      const first = await askAloud();
      await whole(first.ts);
      slack.calls.length = 0;
      const stood: string[] = [];
      const meanwhile = reception.meanwhile;
      reception.meanwhile = async (hear) => {
        await hear(QUOTED, null);
        stood.push(...slack.workspace.messages.slice(-1).map(textOfMessage));
        await meanwhile(async (text, added) => (added === null ? undefined : hear(text, added)));
      };
      const second = await askAloud();
      await whole(second.ts);
      expect(stood).toEqual([QUOTED]);
      expect(methods()).toEqual(['chat.postMessage', 'chat.update']);
      expect(warnings.filter((each) => JSON.stringify(each).includes(error))).not.toEqual([]);
      const told = warnings.filter((each) => Object.keys(each as object).join() === 'code');
      expect(told).toEqual([{ code: error }]);
    },
  );

  it('is asked again after a refusal that passes', async () => {
    slack.fault('rate-limit', 'chat.startStream');
    await whole((await askAloud()).ts);
    expect(methods()).not.toContain('chat.appendStream');
    await pause(3_100); // as the fake asks for;
    await whole((await askAloud()).ts);
    expect(methods().filter((method) => method === 'chat.appendStream')).toHaveLength(1);
  }, 30_000);

  it('posts the answer anew in place of a quoted one that can no longer be edited', async () => {
    slack.workspace.errors.set('chat.startStream', ['unknown_method']);
    await whole((await askAloud()).ts);
    slack.workspace.editWindowMs = -1;
    await whole((await askAloud()).ts);
  });

  it('keeps note of a quoted one that can neither be edited nor removed', async () => {
    slack.workspace.errors.set('chat.startStream', ['unknown_method']);
    await whole((await askAloud()).ts);
    slack.workspace.editWindowMs = -1;
    slack.workspace.keepsMessages = true;
    const { ts } = await askAloud();
    await soon(() =>
      expect(inThread(ts).map(textOfMessage)).toEqual([QUOTED, `${FIRST} ${SECOND}`]),
    );
    const [quoted, written] = inThread(ts);
    await soon(() =>
      expect(reception.said.at(-1)?.messages.map(({ messageId }) => messageId)).toEqual([
        written?.ts,
        quoted?.ts,
      ]),
    );
  });
});

it('shows the quoted answer when the model takes its time', async () => {
  reception.meanwhile = async (hear) => {
    await hear(QUOTED, null);
    await soon(() => expect(slack.workspace.messages.map(textOfMessage)).toContain(QUOTED));
    await hear(FIRST, FIRST);
  };
  const { ts } = await askAloud();
  await soon(() => expect(methods()).toEqual(['chat.postMessage', 'chat.update']));
  await whole(ts);
}, 20_000);

it('shows the quoted answer to a command at once and replaces it', async () => {
  let seen: string[] = [];
  const grow = reception.meanwhile;
  reception.meanwhile = async (hear) => {
    await grow(hear);
    seen = [...slack.responses];
  };
  await slack.type('ask', 'which ships sail?', { channel: HOME });
  await soon(() => expect(slack.responses).toEqual([`${FIRST} ${SECOND}`]));
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain(QUOTED);
  expect(seen[0]).toContain('is being written');
  expect(methods()).toEqual([]);
});

it('shows copy letter for letter in a stream', () => {
  expect(markdownOf('Ask <!channel> & *all* at https://evil.example [here](x) `now` :fire:')).toBe(
    'Ask &lt;!channel&gt; &amp; \\*all\\* at https:\u200b//evil.example \\[here\\](x) \\`now\\` :\u200bfire:',
  );
  expect(markdownOf('# 1. Halden')).toBe('\\# 1. Halden');
  expect(markdownOf('1. Halden\n- Varn')).toBe('1\\. Halden - Varn');
  expect(markdownOf(`<${'*'.repeat(40_000)}`).length).toBeLessThan(12_000);
});
