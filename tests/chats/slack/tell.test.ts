/** Telling one person in Slack, and edits that Slack refuses. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import { textOfMessage, type FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { sentence } from '../contract.ts';
import { chatBefore, HOME_CHANNEL, openSlack } from './harness.ts';

let slack: FakeSlack;
let chat: Chat;

beforeEach(async () => {
  slack = await openSlack();
  chat = chatBefore(slack);
});
afterEach(() => slack.close());

const posting = (facts: Partial<Posting> = {}): Posting => ({
  delivery: deliveryId('batch', 0),
  channel: HOME_CHANNEL,
  payload: chat.render(sentence('Withdrawn.'), 'batch')[0]?.payload,
  lead: null,
  ...facts,
});
const forAnn = (): Posting => posting({ reader: { person: 'U0ANN', replies: ['r1'] } });

describe('a notice to a person', () => {
  it('is a direct message', async () => {
    expect((await chat.post(forAnn())).kind).toBe('sent');
    expect(slack.workspace.messages.map(({ channel }) => channel)).toEqual(['D0ANN']);
    expect(slack.workspace.whispers).toEqual([]);
  });

  it('is shown to them alone in the channel where the app has no conversations', async () => {
    slack.workspace.hasMessagesTab = false;
    expect((await chat.post(forAnn())).kind).toBe('sent');
    expect(slack.workspace.messages).toEqual([]);
    expect(slack.workspace.whispers).toMatchObject([{ user: 'U0ANN', text: 'Withdrawn.' }]);
  });

  it.each([
    [['invalid_blocks'], ['D0ANN'], 0],
    [['messages_tab_disabled'], [], 1],
  ])('goes out as text where Slack refuses its blocks (%s)', async (errors, told, whispered) => {
    slack.workspace.errors.set('chat.postMessage', [...errors]);
    slack.workspace.errors.set('chat.postEphemeral', ['invalid_blocks']);
    expect((await chat.post(forAnn())).kind).toBe('sent');
    expect(slack.workspace.messages.map(({ channel }) => channel)).toEqual(told);
    expect(slack.workspace.whispers).toHaveLength(whispered);
    expect(chat.shortcomings?.()).toHaveLength(1);
  });

  it('is refused, never gone, when neither is possible', async () => {
    slack.workspace.hasMessagesTab = false;
    const reader = { person: 'U0BEN', replies: ['r1'] }; // who has left the channel
    expect(await chat.post(posting({ reader }))).toMatchObject({
      kind: 'refused',
      code: 'user_not_in_channel',
    });
  });

  it.each([
    ['rate_limited', 'later'],
    ['internal_error', 'unknown'],
  ])('is not whispered when Slack says %s of the direct message', async (error, kind) => {
    slack.workspace.errors.set('chat.postMessage', [error]);
    expect((await chat.post(forAnn())).kind).toBe(kind);
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postMessage']);
  });

  it('is found in the conversation when the reply was lost', async () => {
    slack.fault('drop-before');
    expect((await chat.post(forAnn())).kind).toBe('unknown');
    expect(await chat.find(forAnn(), Date.now())).toEqual({ kind: 'absent' });
    slack.fault('drop-after');
    expect((await chat.post(forAnn())).kind).toBe('unknown');
    const messageId = slack.workspace.messages[0]?.ts;
    expect(await chat.find(forAnn(), Date.now())).toEqual({ kind: 'found', messageId });
  });

  it.each(['im:write', 'im:history'])('is never sent again without %s', async (scope) => {
    slack.workspace.scopes = slack.workspace.scopes.filter((each) => each !== scope);
    slack.fault('drop-after');
    expect((await chat.post(forAnn())).kind).toBe('unknown');
    const search = await chat.find(forAnn(), 0);
    expect(search).toMatchObject({ kind: 'unreadable', forGood: true });
    expect(search.kind === 'unreadable' && search.sentence).toContain(scope);
  });

  it('is not whispered after a try that may have whispered it', async () => {
    slack.workspace.hasMessagesTab = false;
    slack.fault('drop-after', 'chat.postEphemeral');
    expect((await chat.post(forAnn())).kind).toBe('unknown');
    expect(await chat.find(forAnn(), Date.now())).toEqual({ kind: 'absent' });
    expect((await chat.post({ ...forAnn(), isAgain: true })).kind).toBe('refused');
    expect(slack.workspace.whispers).toHaveLength(1);
  });
});

describe('an edit that Slack refuses', () => {
  it('tells a message that stands from one that is gone', async () => {
    const first = await chat.post(posting());
    if (first.kind !== 'sent') throw new Error('it was not posted');
    slack.workspace.editWindowMs = -1;
    expect(await chat.edit(posting(), first.messageId)).toMatchObject({
      kind: 'refused',
      code: 'edit_window_closed',
      isClosed: false,
    });
    const [message] = slack.workspace.messages;
    if (message) message.isDeleted = true;
    expect(await chat.edit(posting(), first.messageId)).toMatchObject({
      kind: 'refused',
      code: 'message_not_found',
      isClosed: true,
    });
    expect(textOfMessage(message ?? slack.workspace.messages[0]!)).toBe('Withdrawn.');
  });
});
