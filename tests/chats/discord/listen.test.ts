/** What people type and press in Discord, and that they are always answered. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/chats/chat.ts';
import { readCustomId } from '../../../src/chats/discord/render.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { EVERY_RIGHT, RIGHTS } from '../../fakes/discord/world.ts';
import { FakeReception, sentence } from '../contract.ts';
import { digest, hugeDigest } from '../layouts.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

describe('listening', () => {
  let fake: FakeDiscord;
  let chat: Chat;
  let reception: FakeReception;
  beforeEach(async () => {
    fake = await openFake();
    chat = chatFor(fake);
    reception = new FakeReception();
    await chat.connect(reception);
  });
  afterEach(async () => {
    await chat.disconnect();
    await fake.stop();
  });

  it.each([
    ['brief', { topic: 'harbours' }, { name: 'brief', words: 'harbours' }],
    ['ask', { question: 'who  spoke?' }, { name: 'ask', question: 'who spoke?' }],
    [
      'wire subscribe',
      { topic: 'harbours', schedule: 'weekdays 08:30 Asia/Tokyo', alerts: true },
      {
        name: 'subscribe',
        topic: 'harbours',
        schedule: [{ weekdays: [1, 2, 3, 4, 5], time: '08:30', zone: 'Asia/Tokyo' }],
        alerts: true,
      },
    ],
    ['wire unsubscribe', { topic: 'harbours' }, { name: 'unsubscribe', topic: 'harbours' }],
    ['wire topics', {}, { name: 'topics' }],
    ['wire schedule', {}, { name: 'schedule', schedule: null }],
    [
      'wire schedule',
      { schedule: 'fri 17:00' },
      { name: 'schedule', schedule: [{ weekdays: [5], time: '17:00', zone: null }] },
    ],
    [
      'wire schedule',
      { corrections: true },
      { name: 'schedule', schedule: null, amendments: 'corrections-and-kills' },
    ],
    [
      'wire schedule',
      { corrections: false },
      { name: 'schedule', schedule: null, amendments: 'all' },
    ],
    ['wire agenda', {}, { name: 'agenda' }],
    ['wire agenda', { topic: 'harbours' }, { name: 'agenda', topic: 'harbours' }],
    ['wire release', { story: 'abc' }, { name: 'release', story: 'abc' }],
    ['wire split', { words: 'quake Velmora' }, { name: 'split', words: 'quake Velmora' }],
    ['wire reject', { verdict: 'abc' }, { name: 'reject', verdict: 'abc' }],
    ['wire status', {}, { name: 'status' }],
    ['wire help', {}, { name: 'help' }],
  ] as const)('reads /%s', async (name, options, command) => {
    const [answer] = await fake.answerTo(fake.command(name, options));
    expect(answer?.text).toContain('An answer from the desk');
    expect(answer?.message.onlyFor).not.toBeNull();
    expect(reception.commands[0]?.command).toEqual(command);
  });

  it('tells who may manage the channel', async () => {
    const rights = RIGHTS.manageChannels;
    await fake.answerTo(fake.command('wire topics', {}, { rights, person: '800000000000000007' }));
    await fake.answerTo(fake.command('wire topics', {}));
    expect(reception.commands.map(({ asker }) => asker)).toMatchObject([
      { mayManage: true, person: '800000000000000007' },
      { mayManage: false },
    ]);
  });

  it('knows a thread by its channel', async () => {
    const message = fake.world.addMessage({
      channel: fake.world.general.id,
      author: fake.world.bot,
      body: {},
    });
    const thread = fake.world.addChannel('talk', fake.world.general.id, message.id);
    await fake.answerTo(fake.command('ask', { question: 'why?' }, { channel: thread.id }));
    expect(reception.commands[0]?.asker).toMatchObject({
      channel: channelOf(fake),
      thread: message.id,
    });
  });

  it('suggests at most 25 topics', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      slug: `topic-${index}`,
      title: `Topic ${index} ${'of many words '.repeat(20)}`,
    }));
    reception.suggestTopics = () => many;
    const typed = fake.autocomplete('wire subscribe', 'topic', 'top');
    await fake.world.until(() => typed.answered);
    expect(typed.choices).toHaveLength(25);
    expect(typed.choices[0]?.value).toBe('topic-0');
  });

  it('suggests nothing when suggesting fails', async () => {
    reception.suggestTopics = () => {
      throw new Error('no topics');
    };
    const typed = fake.autocomplete('brief', 'topic', 'top');
    await fake.world.until(() => typed.answered);
    expect(typed.choices).toEqual([]);
  });

  it('answers a long reply in several private messages, and says what it leaves out', async () => {
    reception.answer = async () => hugeDigest;
    const command = fake.command('wire agenda', {});
    await fake.world.until(() => command.messages.length === 5);
    const answers = await fake.answerTo(command);
    expect(answers.every(({ message }) => message.onlyFor === command.person)).toBe(true);
    expect(answers.at(-1)?.text).toMatch(/more messages are left out/);
    expect(answers.flatMap(({ buttons }) => buttons).every((each) => !each.disabled)).toBe(true);
  });

  it('posts a public reply in the channel', async () => {
    reception.isPrivate = false;
    const command = fake.command('ask', { question: 'why?' });
    await fake.world.until(() => command.messages.length === 2);
    const [first, second] = await fake.answerTo(command);
    expect(first?.message.onlyFor).toBe(command.person);
    expect(second?.message.onlyFor).toBeNull();
    expect(second?.text).toContain('An answer from the desk');
  });

  it('answers the press of a button that is no longer known', async () => {
    const id = deliveryId('a', 0);
    const posted = await chat.post({
      delivery: id,
      channel: channelOf(fake),
      payload: chat.render(digest, 'a')[0]?.payload,
      lead: null,
    });
    if (posted.kind !== 'sent') throw new Error('not sent');
    for (const customId of ['d:zz:1:card', 'someone-elses', `d:${id}:0:explode:x`]) {
      const [answer] = await fake.answerTo(fake.press(posted.messageId, customId));
      expect(answer?.text).toContain('no longer known');
    }
    expect(reception.presses).toEqual([]);
    expect(readCustomId('someone-elses')).toBeNull();
  });

  it('is not shaken by an interaction that has expired', async () => {
    const late = fake.command('ask', { question: 'too late?' });
    fake.world.advance(10_000);
    await fake.world.until(() => fake.callsOf(/callback$/).some(({ status }) => status === 404));
    expect(late.callback).toBeNull();
    expect(reception.commands).toEqual([]);
    const [answer] = await fake.answerTo(fake.command('ask', { question: 'in time?' }));
    expect(answer?.text).toContain('An answer from the desk');
  });

  it('leaves alone what another process has acknowledged', async () => {
    const theirs = fake.command('ask', { question: 'whose?' });
    theirs.callback = { type: 5, data: {}, afterMs: 0 };
    await fake.world.until(() => fake.callsOf(/callback$/).some(({ status }) => status === 400));
    const [answer] = await fake.answerTo(fake.command('ask', { question: 'ours?' }));
    expect(answer?.text).toContain('An answer from the desk');
    expect(reception.commands).toHaveLength(1);
    expect(theirs.answered).toBe(false);
  });

  it('is not shaken when the answer comes after the token has run out', async () => {
    let ready = (): void => {};
    const isReady = new Promise<void>((resolve) => (ready = resolve));
    reception.answer = async () => {
      await isReady;
      return sentence('Too late.');
    };
    const slow = fake.command('ask', { question: 'slow?' });
    await fake.world.until(() => reception.commands.length === 1);
    fake.world.advance(16 * 60_000);
    ready();
    await fake.world.until(() => fake.callsOf(/^PATCH \/webhooks/).some((each) => each.status));
    expect(slow.answered).toBe(false);
    const [answer] = await fake.answerTo(fake.command('ask', { question: 'again?' }));
    expect(answer?.text).toContain('Too late');
    // Discord's 401 for the old token must not cost us our own
    const payload = chat.render(sentence('Still here.'), 'still')[0]?.payload;
    const delivery = deliveryId('still', 0);
    const posting = { delivery, channel: channelOf(fake), payload, lead: null };
    expect((await chat.post(posting)).kind).toBe('sent');
  });

  it('forgives Discord a failure while it answers, and apologises after more', async () => {
    fake.fail(/^PATCH \/webhooks/, 'error');
    const [answer] = await fake.answerTo(fake.command('ask', { question: 'first?' }));
    expect(answer?.text).toContain('An answer from the desk');
    fake.fail(/^PATCH \/webhooks/, 'error', 2);
    const [apology] = await fake.answerTo(fake.command('ask', { question: 'second?' }));
    expect(apology?.text).toContain('Something went wrong');
  });

  it('answers a question to the bot by name, where it stands', async () => {
    const asked = fake.say(`<@${fake.world.bot}> who signed it?`);
    await fake.world.until(() => fake.callsOf(/^POST \/channels/).some((each) => each.status));
    expect(reception.commands[0]?.command).toEqual({ name: 'ask', question: 'who signed it?' });
    const answer = fake.world.messages.at(-1);
    expect(answer?.body['message_reference']).toMatchObject({ message_id: asked });
    expect(answer?.pinged).toEqual({ everyone: false, users: [], roles: [] });
  });

  it('takes a reply to one of its messages as a follow-up', async () => {
    fake.say('and when?', { replyTo: '123456789' });
    await fake.world.until(() => fake.callsOf(/^POST \/channels/).some((each) => each.status));
    expect(reception.commands[0]).toMatchObject({
      command: { name: 'ask', question: 'and when?' },
      asker: { thread: '123456789' },
    });
  });

  it('answers in a channel whose history it may not read', async () => {
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.readHistory;
    fake.say(`<@${fake.world.bot}> who signed it?`);
    await expect.poll(() => fake.world.messages.at(-1)?.author).toBe(fake.world.bot);
    expect(fake.world.messages.at(-1)?.body['message_reference']).toBeUndefined();
  });

  it.each(['drop', 'drop-after', 'error', 'rate-limit'] as const)(
    'answers a question once when its answer meets %s',
    async (fault) => {
      fake.fail(/^POST \/channels\/\d+\/messages$/, fault, 1, 0.2);
      fake.say(`<@${fake.world.bot}> who signed it?`);
      const posts = () => fake.callsOf(/^POST \/channels\/\d+\/messages$/);
      await expect.poll(() => posts().at(-1)?.status, { timeout: 8_000 }).toBe(200);
      expect(posts()).toHaveLength(2);
      const answers = fake.world.messages.filter(({ author }) => author === fake.world.bot);
      expect(answers).toHaveLength(1);
    },
    10_000,
  );

  it.each(['drop', 'drop-after', 'error', 'error-after'] as const)(
    'answers a command once when its acknowledgement meets %s',
    async (fault) => {
      fake.fail(/callback$/, fault);
      const command = fake.command('wire help', {});
      expect((await fake.answerTo(command)).map(({ text }) => text)).toEqual([
        expect.stringContaining('An answer from the desk'),
      ]);
      expect(reception.commands).toHaveLength(1);
    },
  );

  it('answers nothing when another has acknowledged it', async () => {
    const command = fake.command('wire help', {});
    command.callback = { type: 5, data: {}, afterMs: 1 };
    await expect.poll(() => fake.callsOf(/callback$/)[0]?.status).toBe(400);
    await fake.answerTo(fake.command('wire topics', {}));
    expect(reception.commands.map(({ command }) => command.name)).toEqual(['topics']);
  });

  it.each([
    ['a form', 5, { custom_id: 'form', components: [] }],
    ['a select menu', 3, { custom_id: 'menu', component_type: 3, values: ['a'] }],
    ['a user menu', 2, { id: '1', name: 'Who', type: 2, target_id: '800000000000000001' }],
  ])('answers %s, which is none of its own, with a sentence', async (_, type, data) => {
    const [answer] = await fake.answerTo(fake.odd(type, data));
    expect(answer?.text).toContain('/wire help');
    expect(reception.commands).toEqual([]);
  });

  it('takes an option of another type for what it says', async () => {
    await fake.answerTo(
      fake.odd(2, {
        id: '1',
        name: 'ask',
        type: 1,
        options: [{ name: 'question', type: 4, value: 7 }],
      }),
    );
    expect(reception.commands[0]?.command).toEqual({ name: 'ask', question: '7' });
  });

  it('does not listen to talk that is not for it', async () => {
    fake.say('just talking');
    await fake.answerTo(fake.command('wire help', {}));
    expect(reception.commands).toHaveLength(1);
  });

  it('acknowledges 200 commands within the three seconds that Discord gives', async () => {
    const latencies: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      const command = fake.command('ask', { question: `question ${index}` });
      await fake.answerTo(command);
      latencies.push(command.callback?.afterMs ?? Infinity);
    }
    // how fast it is, the benchmark tells
    expect(Math.max(...latencies)).toBeLessThan(3_000);
  });
});
