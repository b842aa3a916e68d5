/** What Slack's refusals mean for a message, and how one of unknown fate is found. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { Layout } from '../../../src/news/layout.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { BOT_ID, BOT_USER, TEAM } from '../../fakes/slack/workspace.ts';
import { sentence } from '../contract.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack } from './harness.ts';

describe('posting to Slack', () => {
  let slack: FakeSlack;
  let chat: Chat;

  beforeEach(async () => {
    slack = await openSlack();
    chat = chatBefore(slack);
  });
  afterEach(() => slack.close());

  function posting(facts: Partial<Posting> = {}): Posting {
    const payload = chat.render(sentence('A sentence.'), 'batch')[0]?.payload;
    return {
      delivery: deliveryId('batch', 0),
      channel: HOME_CHANNEL,
      payload,
      lead: null,
      ...facts,
    };
  }

  it.each([
    ['channel_not_found', 'gone'],
    ['is_archived', 'gone'],
    ['not_in_channel', 'gone'],
    ['account_inactive', 'later'],
    ['token_revoked', 'later'],
    ['posting_to_channel_denied', 'gone'],
    ['channel_is_limited_access', 'gone'],
    ['two_factor_setup_required', 'later'],
    ['team_not_found', 'later'],
    ['messaging_processing_failed', 'unknown'],
    ['metadata_too_large', 'refused'],
    ['missing_scope', 'refused'],
    ['ekm_access_denied', 'gone'],
    ['no_permission', 'gone'],
    ['org_login_required', 'later'],
    ['access_denied', 'later'],
    ['an_error_of_tomorrow', 'refused'],
    ['rate_limited', 'later'],
    ['message_limit_exceeded', 'later'],
    ['invalid_auth', 'later'],
    ['fatal_error', 'unknown'],
    ['internal_error', 'unknown'],
    ['service_unavailable', 'unknown'],
  ])('takes %s for %s', async (error, kind) => {
    slack.workspace.errors.set('chat.postMessage', [error]);
    slack.workspace.errors.set('chat.update', [error]);
    expect((await chat.post(posting())).kind).toBe(kind);
    expect((await chat.edit(posting(), '1.000001')).kind).toBe(kind);
    expect(slack.calls).toHaveLength(2);
  });

  it('waits no longer after a refused token than until the next try to connect', async () => {
    slack.workspace.errors.set('chat.postMessage', ['token_revoked']);
    const outcome = await chat.post(posting());
    expect(outcome).toMatchObject({ kind: 'later', isTokenRefused: true });
    expect(outcome.kind === 'later' && outcome.retryAfterMs).toBeLessThanOrEqual(60_000);
  });

  it.each([
    ['chat:write', 'later'],
    ['chat:write.public,chat:write', 'later'],
    ['links:write', 'refused'],
  ])('waits for the scope to post with, and for no other: %s', async (needed, kind) => {
    slack.workspace.errors.set('chat.postMessage', ['missing_scope']);
    slack.workspace.needed = needed;
    expect((await chat.post(posting())).kind).toBe(kind);
  });

  it.each([
    [403, 'later'],
    [404, 'later'],
    [413, 'refused'],
    [502, 'unknown'],
  ])('tells a status %i of something before Slack from a refusal', async (status, kind) => {
    slack.doorStatus = status;
    expect((await chat.post(posting())).kind).toBe(kind);
    slack.doorStatus = null;
    expect((await chat.post(posting())).kind).toBe('sent');
  });

  it('takes Retry-After at its word', async () => {
    slack.fault('rate-limit');
    expect(await chat.post(posting())).toMatchObject({ kind: 'later', retryAfterMs: 3_000 });
    slack.fault('rate-limit-fraction');
    expect(await chat.post(posting())).toMatchObject({ kind: 'later', retryAfterMs: 2_000 });
  });

  it('does not wait for one message before it posts the next', async () => {
    slack.fault('rate-limit');
    await chat.post(posting());
    const began = performance.now();
    expect((await chat.post(posting())).kind).toBe('sent');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it.each([
    'error-before',
    'drop-before',
    'hang-before',
    'error-after',
    'drop-after',
    'hang-after',
  ] as const)('calls once and does not know (%s)', async (fault) => {
    slack.fault(fault);
    slack.fault(fault, 'chat.update');
    expect((await chat.post(posting())).kind).toBe('unknown');
    expect(slack.workspace.messages).toHaveLength(fault.endsWith('after') ? 1 : 0);
    expect((await chat.edit(posting(), '1.000001')).kind).toBe('unknown');
  });

  it.each([
    ['html-error-before', 0, 'unknown'],
    ['html-error-after', 1, 'unknown'],
    ['html-ok-after', 1, 'unknown'],
    ['empty-after', 1, 'unknown'],
    ['half-after', 1, 'unknown'],
    ['rate-limit-json', 0, 'later'],
    ['rate-limit-bare', 0, 'later'],
    ['rate-limit-long', 0, 'later'],
  ] as const)('takes the reply %s for what it is', async (fault, stands, kind) => {
    slack.fault(fault);
    slack.fault(fault, 'chat.update');
    expect((await chat.post(posting())).kind).toBe(kind);
    expect(slack.workspace.messages).toHaveLength(stands);
    expect((await chat.edit(posting(), '1.000001')).kind).toBe(kind);
    slack.fault(fault, 'conversations.history');
    const found = await chat.find(posting(), Date.now());
    if (fault === 'rate-limit-long' || fault === 'rate-limit-bare')
      expect(found).toMatchObject({ kind: 'unreadable', forGood: false });
    else expect(found.kind).toBe(stands ? 'found' : 'absent');
  });

  it('says that a channel of another platform is none of its own', async () => {
    const elsewhere = posting({ channel: 'discord:1/2' });
    expect((await chat.post(elsewhere)).kind).toBe('gone');
    expect((await chat.find(elsewhere, 0)).kind).toBe('unreadable');
    expect(slack.calls).toEqual([]);
  });

  describe('a message whose blocks Slack refuses', () => {
    const layout: Layout = {
      title: 'Trade',
      items: [
        {
          event: { id: 'e1', version: 1 },
          headline: 'Port *opens* <!channel>',
          blocks: [
            { kind: 'heading', text: 'Port *opens* <!channel>' },
            { kind: 'text', runs: [{ text: 'The ' }, { text: 'port', href: 'https://a.test/1' }] },
            { kind: 'facts', label: 'Next', lines: [[{ text: 'Talks' }], [{ text: 'Vote' }]] },
            { kind: 'buttons', buttons: [{ label: 'More', action: 'card', value: 'e1' }] },
          ],
        },
      ],
    };
    const rich = (): Posting =>
      posting({ payload: chat.render(layout, 'batch')[0]?.payload as Posting['payload'] });

    it.each([
      'invalid_blocks',
      'invalid_blocks_format',
      'msg_blocks_too_long',
      'msg_blocks_too_many',
      'msg_too_long',
    ])('goes out as text that takes no effect: %s', async (error) => {
      slack.workspace.errors.set('chat.postMessage', [error]);
      const outcome = await chat.post(rich());
      const [message] = slack.workspace.messages;
      expect(outcome).toEqual({ kind: 'sent', messageId: message?.ts });
      expect(message?.blocks).toEqual([]);
      expect(message?.text.replaceAll('\u200b', '')).toBe(
        'Port *opens* &lt;!channel&gt;\nThe port (https://a.test/1)\nNext\n• Talks\n• Vote',
      );
      expect(message?.text).toContain('*\u200bopens*\u200b');
      expect(await chat.find(rich(), 0)).toMatchObject({ kind: 'found' });
      expect(chat.shortcomings?.()).toEqual([
        expect.objectContaining({
          isPast: true,
          sentence: expect.stringContaining('plain text'),
        }),
      ]);
    });

    it('is edited as text', async () => {
      const sent = await chat.post(posting());
      slack.workspace.errors.set('chat.update', ['invalid_blocks']);
      const id = sent.kind === 'sent' ? sent.messageId : '';
      expect(await chat.edit(rich(), id)).toMatchObject({ kind: 'sent' });
      const [message] = slack.workspace.messages;
      expect([message?.blocks, message?.text.includes('• Vote')]).toEqual([[], true]);
    });

    it('is cut to what an edit takes as text, and says so', async () => {
      const sent = await chat.post(posting());
      const items = Array.from({ length: 12 }, (_, at): Layout['items'][number] => ({
        event: null,
        blocks: [{ kind: 'text', runs: [{ text: `Item ${at}: a & b <c> `.repeat(30) }] }],
      }));
      const payload = chat.render({ title: 'Long', items }, 'batch')[0]?.payload;
      slack.workspace.errors.set('chat.update', ['invalid_blocks']);
      const id = sent.kind === 'sent' ? sent.messageId : '';
      expect(await chat.edit(posting({ payload }), id)).toMatchObject({ kind: 'sent' });
      const text = slack.workspace.messages[0]?.text ?? '';
      expect(text.length).toBeGreaterThan(3_000);
      expect(text).toMatch(/The rest cannot be shown here\.$/);
      expect(text).not.toMatch(/<c>|&(?!amp;|lt;|gt;)/);
    });

    it('is cut to what is taken anywhere when it is the length that is refused', async () => {
      const text = 'Long copy of the wire. '.repeat(300);
      const payload = chat.render(sentence(text), 'batch')[0]?.payload;
      slack.workspace.errors.set('chat.postMessage', ['msg_too_long']);
      expect((await chat.post(posting({ payload }))).kind).toBe('sent');
      const [message] = slack.workspace.messages;
      expect(message?.text.length).toBeLessThanOrEqual(4_000);
      expect(message?.text).toMatch(/The rest cannot be shown here\.$/);
    });

    it('is given up when Slack refuses the text as well', async () => {
      slack.workspace.errors.set('chat.postMessage', ['invalid_blocks', 'msg_too_long']);
      expect(await chat.post(rich())).toMatchObject({ kind: 'refused', code: 'msg_too_long' });
      expect(slack.calls).toHaveLength(2);
    });
  });

  it.each(['ok-alone-after', 'no-error-after', 'array-after', 'html-ok-after'] as const)(
    'does not know what became of a message that Slack does not name: %s',
    async (reply) => {
      slack.fault(reply);
      expect((await chat.post(posting())).kind).toBe('unknown');
      expect((await chat.find(posting(), Date.now())).kind).toBe('found');
    },
  );

  it.each(['ratelimited', 'rate_limited'])(
    'lets an edit wait by itself that Slack puts off with a code: %s',
    async (error) => {
      const sent = await chat.post(posting());
      slack.workspace.errors.set('chat.update', [error]);
      const id = sent.kind === 'sent' ? sent.messageId : '';
      expect(await chat.edit(posting(), id)).toMatchObject({
        kind: 'later',
        isForThisAlone: true,
      });
    },
  );

  it('takes "ok" for an edit and a removal', async () => {
    const sent = await chat.post(posting());
    const id = sent.kind === 'sent' ? sent.messageId : '';
    slack.fault('ok-alone-after', 'chat.update');
    expect(await chat.edit(posting(), id)).toEqual(sent);
    slack.fault('ok-alone-after', 'chat.delete');
    expect(await chat.remove?.(posting(), id)).toEqual(sent);
  });

  it.each(['locked', 'none'] as const)(
    'follows in the channel where threads are %s, and is found there',
    async (threads) => {
      const lead = await chat.post(posting());
      const channel = slack.workspace.channels.get(HOME);
      if (lead.kind !== 'sent' || !channel) throw new Error('it was not posted');
      channel.threads = threads;
      const payload = chat.render(sentence('A note.'), 'note')[0]?.payload;
      const note = posting({ delivery: deliveryId('note', 0), payload, lead: lead.messageId });
      const sent = await chat.post(note);
      expect(sent.kind).toBe('sent');
      expect(slack.workspace.messages.map(({ threadTs }) => threadTs)).toEqual([null, null]);
      expect(await chat.find(note, Date.now())).toEqual({ ...sent, kind: 'found' });
    },
  );

  describe('looking for a message', () => {
    const stray = {
      channel: HOME,
      user: BOT_USER,
      botId: BOT_ID,
      text: 'stray',
      blocks: [],
      metadata: null,
      threadTs: null,
    };

    it('turns the pages of a busy channel', async () => {
      const first = await chat.post(posting());
      for (let count = 0; count < 450; count += 1) slack.workspace.add(stray);
      expect(await chat.find(posting(), Date.now() - 60_000)).toEqual({
        kind: 'found',
        messageId: first.kind === 'sent' ? first.messageId : null,
      });
      const pages = slack.calls.filter((call) => call.method === 'conversations.history');
      expect(pages).toHaveLength(3);
    });

    it('knows it by its words where Slack shows no metadata', async () => {
      await chat.connect({ request: neverAsked, press: neverAsked, suggestTopics: () => [] });
      slack.workspace.hidesMetadata = true;
      const { text } = posting().payload as { text: string };
      slack.workspace.add({ ...stray, botId: 'B0OTHER', text });
      slack.workspace.add({ ...stray, user: 'U0ANN', botId: null, text });
      slack.workspace.add(stray);
      expect(await chat.find(posting(), Date.now())).toEqual({ kind: 'absent' });
      const sent = await chat.post(posting());
      expect(await chat.find(posting(), Date.now())).toEqual({ ...sent, kind: 'found' });
      await chat.disconnect();
    });

    it('takes no history that is not shown whole for one without it', async () => {
      await chat.post(posting());
      slack.workspace.hidesHistory = true;
      expect(await chat.find(posting(), Date.now())).toMatchObject({ kind: 'unreadable' });
      slack.workspace.hidesHistory = false;
      for (let count = 0; count < 3; count += 1)
        slack.fault('ok-alone-after', 'conversations.history');
      expect(await chat.find(posting(), Date.now())).toMatchObject({
        kind: 'unreadable',
        forGood: false,
      });
    });

    it('asks again when Slack breaks off', async () => {
      const sent = await chat.post(posting());
      slack.fault('error-before', 'conversations.history');
      slack.fault('drop-before', 'conversations.history');
      expect(await chat.find(posting(), Date.now())).toMatchObject({
        kind: 'found',
        messageId: sent.kind === 'sent' ? sent.messageId : null,
      });
    });

    it('is not taken in by another who wears the same name', async () => {
      const metadata = {
        event_type: 'wirebrief_delivery',
        event_payload: { delivery_id: deliveryId('batch', 0) },
      };
      await chat.connect({ request: neverAsked, press: neverAsked, suggestTopics: () => [] });
      slack.workspace.add({ ...stray, botId: 'B0OTHER', metadata });
      expect(await chat.find(posting(), Date.now())).toEqual({ kind: 'absent' });
      await chat.disconnect();
    });

    it('says what keeps it from reading', async () => {
      slack.workspace.scopes = ['chat:write'];
      expect(await chat.find(posting(), 0)).toEqual({
        kind: 'unreadable',
        sentence:
          'The Slack app lacks the scope channels:history: add it and install the app again.',
        forGood: true,
      });
      slack.refuse();
      expect(await chat.find(posting(), 0)).toEqual({
        kind: 'unreadable',
        sentence: 'Slack cannot be reached from here.',
        forGood: false,
      });
    });

    it.each(['ratelimited', 'fatal_error', 'internal_error', 'token_revoked'])(
      'may read again after %s',
      async (error) => {
        slack.workspace.errors.set('conversations.history', [error]);
        expect(await chat.find(posting(), 0)).toMatchObject({ forGood: false });
      },
    );

    it('knows that the replies of a deleted message are gone', async () => {
      expect(await chat.find(posting({ lead: '1700000000.000001' }), 0)).toEqual({
        kind: 'absent',
      });
    });

    it('looks only where it is told', async () => {
      slack.workspace.addChannel('C0SECOND');
      const second = `slack:${TEAM}/C0SECOND`;
      await chat.post(posting({ channel: second }));
      expect(await chat.find(posting(), 0)).toEqual({ kind: 'absent' });
      expect((await chat.find(posting({ channel: second }), 0)).kind).toBe('found');
    });
  });
});

function neverAsked(): never {
  throw new Error('nobody asks here');
}
