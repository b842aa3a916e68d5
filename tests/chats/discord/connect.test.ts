/** The connection to Discord: a clear sentence or a connection, through all of its bad days. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commandBodies } from '../../../src/chats/discord/register.ts';
import { NewsroomError } from '../../../src/errors.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { checkCommands } from '../../fakes/discord/validate.ts';
import { FakeReception, sentence } from '../contract.ts';
import { channelOf, chatFor, memoryNotes, openFake } from './harness.ts';

describe('connecting', () => {
  let fake: FakeDiscord;
  beforeEach(async () => {
    fake = await openFake();
  });
  afterEach(() => fake.stop());

  const answers = async (): Promise<boolean> => {
    const [answer] = await fake.answerTo(fake.command('wire help', {}));
    return answer?.text.includes('An answer from the desk') ?? false;
  };
  const refusal = async (chat: ReturnType<typeof chatFor>): Promise<NewsroomError> => {
    const error: unknown = await chat.connect(new FakeReception()).catch((each: unknown) => each);
    await chat.disconnect();
    if (!(error instanceof NewsroomError)) throw new Error('no sentence', { cause: error });
    return error;
  };

  it.each(['wrong', 'wrong.with.dots', 'line\nbreak', 'ünïcode', ''])(
    'names DISCORD_TOKEN when the token is %j, and never shows it',
    async (token) => {
      const { code, sentence } = await refusal(chatFor(fake, { token }));
      expect(code).toBe('chat');
      expect(sentence).toContain('DISCORD_TOKEN');
      if (token) expect(sentence).not.toContain(token);
    },
  );

  it('says when Discord does not allow its intents', async () => {
    fake.gateway.refuseIdentify = 4014;
    expect((await refusal(chatFor(fake))).sentence).toContain('intents');
  });

  it('says when Discord cannot be reached, fails or keeps silent', async () => {
    const nobody = chatFor(fake, { apiUrl: 'http://127.0.0.1:9/api' });
    const failure = await refusal(nobody);
    expect(failure.sentence).toContain('cannot be reached');
    expect(failure.code).toBe('unreachable');
    fake.fail(/gateway\/bot/, 'error');
    expect((await refusal(chatFor(fake))).sentence).toContain('cannot be reached');
    fake.fail(/gateway\/bot/, 'hang');
    const patient = chatFor(fake, { readyTimeoutMs: 200, requestTimeoutMs: 5_000 });
    const silence = await refusal(patient);
    expect(silence.sentence).toContain('did not greet');
    expect(silence.code).toBe('unreachable');
  });

  it('connects when its commands are refused, and has the operator told of it', async () => {
    fake.fail(/^PUT \/applications\//, 'invalid-form');
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    expect(chat.shortcomings?.()).toMatchObject([{ key: 'commands' }]);
    expect(await answers()).toBe(true);
    await chat.disconnect();
    await chat.connect(new FakeReception());
    expect(chat.shortcomings?.()).toEqual([]);
    await chat.disconnect();
  });

  it.each([
    ['MESSAGE_CREATE', null],
    ['MESSAGE_CREATE', { id: '1', author: null }],
    ['INTERACTION_CREATE', { id: '1', type: 2, token: 't', data: null }],
    ['GUILD_CREATE', { id: '1' }],
    ['SOMETHING_NEW', { of: 'tomorrow' }],
  ])('goes on hearing after %s with %j', async (name, data) => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    fake.gateway.tell(name, data);
    expect(await answers()).toBe(true);
    await chat.disconnect();
  });

  it('asks for no privileged intent', async () => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    const privileged = (1 << 1) | (1 << 8) | (1 << 15);
    expect(fake.gateway.intents & privileged).toBe(0);
    expect(chat.status()).toBe('connected as wirebrief in 1 server');
    await chat.disconnect();
    expect(chat.status()).toBe('not connected');
  });

  it('registers its commands only when they have changed', async () => {
    const notes = memoryNotes();
    for (let start = 0; start < 3; start += 1) {
      const chat = chatFor(fake, { notes });
      await chat.connect(new FakeReception());
      await chat.disconnect();
    }
    expect(fake.world.commandPuts).toBe(1);
    for (const key of notes.kept.keys()) notes.kept.set(key, 'of an earlier version');
    const chat = chatFor(fake, { notes });
    await chat.connect(new FakeReception());
    expect(fake.world.commandPuts).toBe(2);
    await chat.disconnect();
  });

  it('has commands that Discord takes', () => {
    expect(checkCommands(commandBodies())).toEqual([]);
    expect(commandBodies().map(({ name }) => name)).toEqual(['brief', 'ask', 'wire']);
  });

  it('works on when the commands cannot be registered', async () => {
    fake.fail(/^PUT /, 'error');
    const notes = memoryNotes();
    const chat = chatFor(fake, { notes });
    await chat.connect(new FakeReception());
    expect(await answers()).toBe(true);
    expect(notes.kept.size).toBe(0);
    await chat.disconnect();
  });

  it.each([
    ['resumes after a lost connection', () => fake.gateway.lose(), 'resume'],
    ['resumes after a close', () => fake.gateway.cut(4000), 'resume'],
    ['reconnects when asked to', () => fake.gateway.askToReconnect(), 'resume'],
    ['begins a new session when the old one is invalid', () => fake.gateway.invalidate(), 'anew'],
  ] as const)('%s', async (_, trouble, how) => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    trouble();
    await fake.world.until(
      () => (how === 'resume' ? fake.gateway.resumes === 1 : fake.gateway.identifies === 2),
      12_000,
    );
    expect(await answers()).toBe(true);
    expect(chat.status()).toContain('connected as wirebrief');
    await chat.disconnect();
  });

  it('opens as many shards as Discord wants, and hears once', async () => {
    fake.gateway.shards = 2;
    const chat = chatFor(fake, { readyTimeoutMs: 20_000 });
    const reception = new FakeReception();
    await chat.connect(reception);
    expect(fake.gateway.connections).toBe(2);
    expect(await answers()).toBe(true);
    expect(reception.commands).toHaveLength(1);
    await chat.disconnect();
  });

  it('gives up a line on which its heartbeats are not acknowledged, and resumes', async () => {
    fake.gateway.heartbeatMs = 300;
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    fake.gateway.isDeafToHeartbeats = true;
    await fake.world.until(() => fake.gateway.connections === 0, 12_000);
    fake.gateway.isDeafToHeartbeats = false;
    await fake.world.until(() => fake.gateway.resumes > 0, 12_000);
    expect(await answers()).toBe(true);
    await chat.disconnect();
  });

  it('answers what was asked while it was cut off, when it resumes in time', async () => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    fake.gateway.lose();
    await expect.poll(() => chat.status()).toBe('reconnecting');
    expect(await answers()).toBe(true);
    expect(fake.gateway.resumes).toBe(1);
    await chat.disconnect();
  });

  it('connects again after a failure, hears once, and is gone when it disconnects', async () => {
    const chat = chatFor(fake);
    const reception = new FakeReception();
    fake.fail(/gateway\/bot/, 'error');
    await expect(chat.connect(reception)).rejects.toThrow(NewsroomError);
    await chat.connect(reception);
    expect(await answers()).toBe(true);
    expect(reception.commands).toHaveLength(1);
    await chat.disconnect();
    await fake.world.until(() => fake.gateway.connections === 0);
    await chat.connect(reception);
    expect(await answers()).toBe(true);
    await chat.disconnect();
  });

  it('waits out a Discord that is down and comes back by itself', async () => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    const port = await fake.refuseConnections();
    fake.gateway.lose();
    await expect.poll(() => chat.status()).toBe('reconnecting');
    await expect.poll(() => fake.gateway.connections).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await fake.start(port);
    await fake.world.until(() => fake.gateway.resumes + fake.gateway.identifies > 1, 12_000);
    expect(await answers()).toBe(true);
    await chat.disconnect();
  });

  it('says so when the token is revoked while it runs', async () => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    fake.gateway.cut(4004);
    await expect.poll(() => chat.status()).toContain('DISCORD_TOKEN');
    expect(chat.trouble?.()?.isOver).toBe(true);
    await chat.disconnect();
    await chat.connect(new FakeReception());
    expect(chat.trouble?.()).toBeNull();
    expect(await answers()).toBe(true);
    await chat.disconnect();
  });

  it('says so when a request finds out that the token was revoked, and asks no more', async () => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    const posting = {
      delivery: deliveryId('one', 0),
      channel: channelOf(fake),
      payload: chat.render(sentence('Hello'), 'one')[0]?.payload,
      lead: null,
    };
    fake.fail(/^POST \/channels\//, 'unauthorized', 9);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await chat.post(posting)).toMatchObject({ kind: 'later', isEverywhere: true });
    expect(fake.callsOf(/^POST \/channels\//)).toHaveLength(1);
    expect(chat.trouble?.()?.sentence).toContain('DISCORD_TOKEN');
    expect(chat.status()).toContain('DISCORD_TOKEN');
    await chat.disconnect();
  });

  it.each([4010, 4013, 4014])('ends with a sentence when it is closed with %i', async (code) => {
    const chat = chatFor(fake);
    await chat.connect(new FakeReception());
    fake.gateway.cut(code);
    await expect.poll(() => chat.trouble?.()?.isOver).toBe(true);
    expect(chat.status()).toMatch(/intents|shards/);
    await chat.disconnect();
  });
});
