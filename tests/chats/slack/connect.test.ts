/** Connecting: wrong tokens and closed doors end in a sentence, sockets are renewed unnoticed. */
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chat } from '../../../src/chats/chat.ts';
import type { SlackSettings } from '../../../src/chats/slack/slack.ts';
import { SIGNING_SECRET, type FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { FakeReception, sentence } from '../contract.ts';
import { chatBefore, HOME, HOME_CHANNEL, openSlack, openWeb } from './harness.ts';

describe('connecting to Slack', () => {
  let slack: FakeSlack;
  let chat: Chat | null = null;
  const rejections: unknown[] = [];
  const note = (reason: unknown): void => void rejections.push(reason);

  beforeEach(async () => {
    slack = await openSlack();
    rejections.length = 0;
    process.on('unhandledRejection', note);
  });
  afterEach(async () => {
    await chat?.disconnect();
    chat = null;
    await slack.close();
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });

  async function sentenceOfRefusal(settings: Partial<SlackSettings>): Promise<string> {
    chat = chatBefore(slack, settings);
    const error = await chat.connect(new FakeReception()).then(
      () => new Error('it connected'),
      (reason: Error) => reason,
    );
    expect(chat.status()).toBe(error.message);
    return error.message;
  }

  it('names the token that is wrong and what to do', async () => {
    expect(await sentenceOfRefusal({ botToken: 'xoxb-wrong' })).toMatch(
      /SLACK_BOT_TOKEN \(invalid_auth\): copy the bot token/,
    );
    expect(await sentenceOfRefusal({ appToken: 'xapp-wrong' })).toMatch(
      /SLACK_APP_TOKEN \(invalid_auth\).*connections:write/,
    );
    expect(await sentenceOfRefusal({ appToken: null })).toMatch(
      /SLACK_APP_TOKEN .*SLACK_SIGNING_SECRET/,
    );
  });

  it.each(['account_inactive', 'token_revoked'])(
    'says that the token is no longer good (%s)',
    async (error) => {
      slack.workspace.errors.set('auth.test', [error]);
      expect(await sentenceOfRefusal({})).toContain(`SLACK_BOT_TOKEN (${error})`);
    },
  );

  it.each(['rate_limited', 'accesslimited', 'org_login_required', 'internal_error'])(
    'tries again after %s',
    async (error) => {
      slack.workspace.errors.set('auth.test', [error]);
      chat = chatBefore(slack);
      await expect(chat.connect(new FakeReception())).rejects.toMatchObject({
        code: 'unreachable',
      });
    },
  );

  it('names the scope that is missing', async () => {
    slack.workspace.scopes = ['commands'];
    expect(await sentenceOfRefusal({})).toMatch(/lacks the scope chat:write/);
  });

  it('says that Slack cannot be reached', async () => {
    slack.refuse();
    expect(await sentenceOfRefusal({})).toMatch(/cannot be reached/);
    expect(await sentenceOfRefusal({ apiUrl: 'not an address' })).toMatch(/SLACK_API_URL/);
  });

  it('gives up a Slack that never answers', async () => {
    slack.fault('hang-before', 'auth.test');
    expect(await sentenceOfRefusal({ timeoutMs: 100 })).toMatch(/does not answer/);
  });

  it('refuses requests that Slack has not signed', async () => {
    const { mount, close } = await openWeb(slack);
    chat = chatBefore(slack, { appToken: null, signingSecret: 'another-secret', mount });
    const reception = new FakeReception();
    await chat.connect(reception);
    await expect(slack.type('ask', 'anything?', { channel: HOME })).rejects.toThrow('status 401');
    expect(reception.commands).toEqual([]);
    close();
  });

  it.each([
    [0, 200],
    [-400, 401],
  ])('takes a signed request that is %s seconds off with status %s', async (offSeconds, status) => {
    const { mount, close } = await openWeb(slack);
    chat = chatBefore(slack, { appToken: null, signingSecret: SIGNING_SECRET, mount });
    await chat.connect(new FakeReception());
    const timestamp = String(Math.floor(Date.now() / 1_000) + offSeconds);
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const mac = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`);
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac.digest('hex')}`,
    };
    const answer = await fetch(slack.eventsUrl ?? '', { method: 'POST', body, headers });
    expect(answer.status).toBe(status);
    close();
  });

  it('tells how it stands', async () => {
    chat = chatBefore(slack);
    expect(chat.status()).toBe('not connected');
    await chat.connect(new FakeReception());
    expect(chat.status()).toBe('connected to Fake as @wirebrief, 2 of 2 sockets open');
    await chat.disconnect();
    expect(chat.status()).toBe('not connected');
    await vi.waitFor(() => expect(slack.openSockets).toBe(0));
  });

  it('says when lost replies cannot be looked up', async () => {
    slack.workspace.scopes = ['commands', 'chat:write'];
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    expect(chat.status()).toContain('without channels:history');
    expect(chat.status()).toContain('without im:write, im:history: lost notices to people');
  });

  it('answers a command that is typed while a socket is renewed', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.refresh('one');
    const { shown, ackMs } = await slack.type('ask', 'still there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
    expect(ackMs).toBeLessThan(1_000);
    await vi.waitFor(() => expect(slack.openSockets).toBe(2));
  });

  it('is back within a second when all sockets are renewed at once', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    const began = performance.now();
    slack.refresh('all');
    await vi.waitFor(() => expect(slack.openSockets).toBe(2), { interval: 10 });
    expect(performance.now() - began).toBeLessThan(1_000);
    const { shown } = await slack.type('ask', 'still there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
  });

  it('answers by a socket that is to be renewed, until the next is open', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.refreshSlowly();
    const asked = ['one', 'two', 'three', 'four'].map((text) =>
      slack.type('ask', text, { channel: HOME }),
    );
    for (const { shown } of await Promise.all(asked))
      expect(shown).toContain('An answer from the desk.');
    await vi.waitFor(() => expect(chat?.status()).toContain('2 of 2'));
    await vi.waitFor(() => expect(slack.openSockets).toBe(2));
  });

  it('finds out within seconds that a line has gone dead, and is back', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.deaden();
    await vi.waitFor(() => expect(slack.openSockets).toBe(2), { timeout: 12_000, interval: 100 });
    const { shown } = await slack.type('ask', 'still there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
  }, 20_000);

  it('works with one socket when Slack has no second to give, and gets it later', async () => {
    slack.socketsMax = 1;
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    expect(chat.status()).toContain('1 of 2 sockets open');
    const { shown } = await slack.type('ask', 'are you there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
    slack.socketsMax = 2;
    await vi.waitFor(() => expect(slack.openSockets).toBe(2), { timeout: 5_000 });
  });

  it.each(['too_many_websockets', 'internal_error', 'ratelimited'])(
    'tells an answer that passes (%s) from a refusal',
    async (error) => {
      slack.workspace.errors.set('auth.test', [error]);
      chat = chatBefore(slack);
      await expect(chat.connect(new FakeReception())).rejects.toMatchObject({
        code: 'unreachable',
      });
      await chat.connect(new FakeReception());
      expect(chat.status()).toContain('2 of 2 sockets open');
    },
  );

  it('comes back when Slack could not be reached for a while', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.refuse();
    slack.refresh('all');
    await vi.waitFor(() =>
      expect(chat?.status()).toMatch(/0 of 2 sockets open.*cannot be reached/),
    );
    await slack.accept();
    await vi.waitFor(() => expect(slack.openSockets).toBe(2), { timeout: 5_000 });
    const { shown } = await slack.type('ask', 'still there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
  });

  it('goes on when Slack only warns that a socket will end', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.warn();
    const { shown } = await slack.type('ask', 'still there?', { channel: HOME });
    expect(shown).toContain('An answer from the desk.');
    await vi.waitFor(() => expect(slack.openSockets).toBe(2), { timeout: 5_000 });
    expect(chat.trouble?.()).toBeNull();
  });

  it.each(['token_revoked', 'account_inactive', 'invalid_auth'])(
    'says so when the bot token is taken no more while it runs (%s), and is back with it',
    async (error) => {
      chat = chatBefore(slack);
      await chat.connect(new FakeReception());
      slack.revokeBotToken(error);
      const part = chat.render(sentence('Hello.'), 'batch')[0];
      const posting = { delivery: 'd', channel: HOME_CHANNEL, payload: part?.payload, lead: null };
      expect(await chat.post(posting)).toMatchObject({ kind: 'later', isEverywhere: true });
      expect(chat.trouble?.()?.isOver).toBe(true);
      expect(chat.status()).toMatch(/install the app again|copy it anew/);
      await chat.disconnect();
      await expect(chat.connect(new FakeReception())).rejects.toThrow('SLACK_BOT_TOKEN');
      slack.revokeBotToken(null);
      await chat.connect(new FakeReception());
      expect(chat.trouble?.()).toBeNull();
      expect((await chat.post(posting)).kind).toBe('sent');
    },
  );

  it('goes on posting when the app token is revoked while it runs, and says so', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.revokeAppToken();
    await vi.waitFor(() => expect(chat?.trouble?.()?.sentence).toMatch(/SLACK_APP_TOKEN/));
    expect(chat.trouble?.()?.isOver).toBe(false);
    const part = chat.render(sentence('Hello.'), 'batch')[0];
    const posting = { delivery: 'd', channel: HOME_CHANNEL, payload: part?.payload, lead: null };
    expect((await chat.post(posting)).kind).toBe('sent');
  });

  it('leaves at once while it waits for Slack to come back', async () => {
    chat = chatBefore(slack);
    await chat.connect(new FakeReception());
    slack.refuse();
    slack.refresh('all');
    await vi.waitFor(() => expect(chat?.status()).toContain('0 of 2'));
    const began = performance.now();
    await chat.disconnect();
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
