/** Discord as its description has it: what each refusal means, and what it refuses at all. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { EVERY_RIGHT, RIGHTS } from '../../fakes/discord/world.ts';
import { FakeReception, sentence } from '../contract.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const POSTS = /^POST \/channels\/\d+\/messages$/;
const EDITS = /^PATCH \/channels\/\d+\/messages\/\d+$/;
const THREADS = /\/threads$/;
const CALLBACKS = /^POST \/interactions\//;
const PERSON = '800000000000000001';

let fake: FakeDiscord;
let chat: Chat;
let heard: FakeReception;
beforeEach(async () => {
  fake = await openFake();
  chat = chatFor(fake);
  heard = new FakeReception();
  await chat.connect(heard);
});
afterEach(async () => {
  await chat.disconnect();
  await fake.stop();
});

const posting = (words = 'News.', batch = 'batch', lead: string | null = null): Posting => ({
  delivery: deliveryId(batch, 0),
  channel: channelOf(fake),
  payload: chat.render(sentence(words), batch)[0]?.payload,
  lead,
});

async function sent(given: Posting): Promise<string> {
  const outcome = await chat.post(given);
  if (outcome.kind !== 'sent') throw new Error(`${outcome.kind}: ${outcome.sentence}`);
  return outcome.messageId;
}

describe('a message that Discord refuses with its code', () => {
  it.each<[status: number, code: number, expected: object]>([
    [404, 10003, { kind: 'gone', code: '10003' }],
    [404, 10004, { kind: 'gone', code: '10004' }],
    [403, 50001, { kind: 'gone', code: '50001' }],
    [400, 50008, { kind: 'gone', code: '50008' }],
    [403, 50009, { kind: 'gone', code: '50009' }],
    [403, 50013, { kind: 'gone', code: '50013' }],
    [400, 20009, { kind: 'refused', code: '20009' }],
    [400, 20016, { kind: 'later', isLimited: true }],
    [400, 20028, { kind: 'later', isLimited: true }],
    [400, 20029, { kind: 'later', isLimited: true }],
    [403, 40004, { kind: 'later' }],
    [403, 40006, { kind: 'later' }],
    [400, 110001, { kind: 'later' }],
    [400, 40062, { kind: 'later' }],
    [503, 130000, { kind: 'unknown' }],
    [400, 130000, { kind: 'later' }],
    [403, 40002, { kind: 'refused', code: '40002' }],
    [403, 50095, { kind: 'refused', code: '50095' }],
    [400, 200000, { kind: 'refused', code: '200000' }],
    [400, 40058, { kind: 'later' }],
    [400, 0, { kind: 'refused' }],
    [404, 0, { kind: 'refused' }],
    [405, 0, { kind: 'refused' }],
    [500, 0, { kind: 'unknown' }],
    [502, 0, { kind: 'unknown' }],
    [504, 0, { kind: 'unknown' }],
  ])('%i with %i', async (status, code, expected) => {
    fake.refuse(POSTS, status, code, {}, 3);
    expect(await chat.post(posting())).toMatchObject(expected);
    expect(fake.callsOf(POSTS)).toHaveLength(1);
  });

  it.each([
    ['of the channel', { global: false }, false],
    ['of all', { global: true }, true],
    ['with a code beside', { global: false, code: 20028 }, false],
  ])('429 %s waits as long as it says', async (_, more, isEverywhere) => {
    fake.refuse(POSTS, 429, 0, { retry_after: 3.25, ...more });
    const outcome = await chat.post(posting());
    expect(outcome).toMatchObject({ kind: 'later', isLimited: true, isEverywhere });
    if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeGreaterThanOrEqual(3_200);
    if (outcome.kind === 'later') expect(outcome.retryAfterMs).toBeLessThan(5_000);
  });
});

describe('an edit that Discord refuses with its code', () => {
  it.each<[status: number, code: number, more: Record<string, unknown>, expected: object]>([
    [404, 10008, {}, { kind: 'refused', isClosed: true }],
    [403, 50005, {}, { kind: 'refused', code: '50005' }],
    [403, 50001, {}, { kind: 'gone', code: '50001' }],
    [429, 30046, { retry_after: 240, global: false }, { kind: 'later', isForThisAlone: true }],
    [400, 30046, {}, { kind: 'later', isForThisAlone: true }],
    [400, 20022, {}, { kind: 'later', isForThisAlone: true }],
    [403, 40006, {}, { kind: 'later' }],
    [400, 50068, {}, { kind: 'refused' }],
  ])('%i with %i %j', async (status, code, more, expected) => {
    const message = await sent(posting());
    fake.refuse(EDITS, status, code, more);
    expect(await chat.edit(posting('Corrected.'), message)).toMatchObject(expected);
  });

  it('of a message that another application wrote closes no channel, nor does taking it back', async () => {
    const message = await sent(posting());
    for (const each of fake.world.in(fake.world.general.id)) each.foreign = true;
    expect(await chat.edit(posting('Withdrawn.'), message)).toMatchObject({ kind: 'refused' });
    expect((await chat.remove?.(posting(), message))?.kind).toBe('refused');
    expect((await chat.post(posting('More.', 'more'))).kind).toBe('sent');
  });

  it('of a message in a channel that is gone or unseen is told as such', async () => {
    const message = await sent(posting());
    fake.world.general.botRights = EVERY_RIGHT & ~RIGHTS.viewChannel;
    expect(await chat.edit(posting('Corrected.'), message)).toMatchObject({ code: '50001' });
    fake.world.general.botRights = EVERY_RIGHT;
    fake.world.general.deleted = true;
    expect(await chat.edit(posting('Corrected.'), message)).toMatchObject({ code: '10003' });
  });

  it('needs no right to write: what may no longer be posted may still be corrected', async () => {
    const message = await sent(posting());
    fake.world.general.botRights = RIGHTS.viewChannel | RIGHTS.readHistory;
    fake.gateway.tellChannel(fake.world.general);
    expect((await chat.edit(posting('Corrected.'), message)).kind).toBe('sent');
    expect((await chat.remove?.(posting(), message))?.kind).toBe('sent');
  });

  it('is made once more in words where the layout is refused, and leaves no old words', async () => {
    const message = await sent(posting('Nine died.'));
    fake.fail(EDITS, 'invalid-form');
    expect((await chat.edit(posting('Withdrawn.'), message)).kind).toBe('sent');
    const [shown] = fake.world.in(fake.world.general.id);
    expect(shown && fake.world.seen(shown).text).not.toContain('Nine died');
  });
});

describe('a channel of each kind', () => {
  const KINDS = { text: 0, voice: 2, announcements: 5, stage: 13 };
  it.each(Object.entries(KINDS))('%s takes a digest, its rest and its edits', async (_, type) => {
    fake.world.general.type = type;
    fake.gateway.tellChannel(fake.world.general);
    const lead = await sent(posting());
    const rest = await sent(posting('The rest.', 'rest', lead));
    expect((await chat.edit(posting('Corrected.'), lead)).kind).toBe('sent');
    const again = await chat.edit(posting('The rest, corrected.', 'rest', lead), rest);
    expect(again.kind).toBe('sent');
    const hasThreads = type === 0 || type === 5;
    const place = hasThreads ? lead : fake.world.general.id;
    expect(fake.world.in(place).map(({ id }) => id)).toContain(rest);
    expect(await chat.find(posting('The rest.', 'rest', lead), fake.world.now())).toEqual({
      kind: 'found',
      messageId: rest,
    });
  });

  it('that is a category takes none', async () => {
    fake.world.general.type = 4;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone' });
  });

  it('does not hear of a thread twice when its opening is lost', async () => {
    const lead = await sent(posting());
    fake.fail(THREADS, 'drop-after');
    expect((await chat.post(posting('Rest.', 'rest', lead))).kind).toBe('later');
    expect((await chat.post(posting('Rest.', 'rest', lead))).kind).toBe('sent');
    expect(fake.world.in(lead)).toHaveLength(1);
  });

  it.each([
    [400, 160006],
    [403, 50013],
    [400, 40006],
    [400, 50024],
  ])('goes on under its lead when threads are refused: %i %i', async (status, code) => {
    const lead = await sent(posting());
    fake.refuse(THREADS, status, code, {}, 5);
    const outcome = await chat.post(posting('Rest.', 'rest', lead));
    // what is closed for a while is waited for; all else follows in the channel
    expect(outcome.kind).toBe(code === 40006 ? 'later' : 'sent');
  });

  it.each([
    ['asleep', { archived: true }],
    ['locked', { locked: true }],
    ['asleep and locked', { archived: true, locked: true }],
    ['deleted', { deleted: true }],
  ])('loses nothing of a digest whose thread is %s', async (_, state) => {
    const lead = await sent(posting());
    await sent(posting('One.', 'one', lead));
    const thread = fake.world.channels.get(lead);
    if (thread) Object.assign(thread, state);
    const two = await sent(posting('Two.', 'two', lead));
    expect(fake.world.messages.filter(({ id }) => id === two)).toHaveLength(1);
    const looked = await chat.find(posting('Two.', 'two', lead), fake.world.now());
    expect(looked).toMatchObject({ kind: 'found', messageId: two });
  });
});

describe('a lost reply', () => {
  it.each(['drop-after', 'hang-after', 'error-after', 'half-after', 'empty-after'] as const)(
    'to a post in a thread is found again, after %s',
    async (fault) => {
      const lead = await sent(posting());
      await sent(posting('One.', 'one', lead));
      fake.fail(POSTS, fault);
      const since = fake.world.now();
      const two = posting('Two.', 'two', lead);
      expect((await chat.post(two)).kind).toBe('unknown');
      expect((await chat.find(two, since)).kind).toBe('found');
      expect((await chat.post(two)).kind).toBe('sent');
      expect(fake.world.in(lead)).toHaveLength(2);
    },
  );

  it('to an edit does no harm when the edit is made again', async () => {
    const message = await sent(posting());
    fake.fail(EDITS, 'drop-after');
    expect((await chat.edit(posting('Corrected.'), message)).kind).toBe('unknown');
    expect((await chat.edit(posting('Corrected.'), message)).kind).toBe('sent');
  });

  it('to a removal is made good by the next', async () => {
    const message = await sent(posting());
    fake.fail(/^DELETE /, 'drop-after');
    expect((await chat.remove?.(posting(), message))?.kind).toBe('unknown');
    expect((await chat.remove?.(posting(), message))?.kind).toBe('sent');
  });
});

describe('a person', () => {
  const notice = (replies: readonly string[] = []): Posting => ({
    ...posting('A word with you.', 'notice'),
    reader: { person: PERSON, replies },
  });

  it.each<[where: RegExp, status: number, code: number, kind: string]>([
    [/^POST \/users\/@me\/channels$/, 400, 40003, 'later'],
    [/^POST \/users\/@me\/channels$/, 403, 50007, 'refused'],
    [/^POST \/users\/@me\/channels$/, 400, 50033, 'refused'],
    [/^POST \/users\/@me\/channels$/, 404, 10013, 'refused'],
    [POSTS, 403, 50278, 'refused'],
    [POSTS, 403, 50001, 'refused'],
    [POSTS, 403, 20026, 'refused'],
  ])('%s who is not reached: %i %i', async (where, status, code, kind) => {
    fake.refuse(where, status, code, {}, 3);
    expect((await chat.post(notice())).kind).toBe(kind);
  });
});

describe('an interaction', () => {
  it('is acknowledged before its three seconds and answered before its fifteen minutes', async () => {
    const asked = fake.command('brief', { topic: 'x' });
    await fake.answerTo(asked);
    expect(asked.callback?.afterMs).toBeLessThan(1_000);
    expect(asked.callback?.type).toBe(5);
  });

  it.each([
    [404, 10062],
    [400, 40060],
  ])(
    'that is refused at its acknowledgement (%i %i) is acted on by nobody twice',
    async (status, code) => {
      fake.refuse(CALLBACKS, status, code);
      fake.command('wire subscribe', { topic: 'x' });
      await expect.poll(() => fake.callsOf(CALLBACKS).length).toBe(1);
      await fake.answerTo(fake.command('brief', { topic: 'y' }));
      expect(heard.commands.filter(({ command }) => command.name === 'subscribe')).toHaveLength(0);
    },
  );

  it('from a server that the bot is not in gets its answer', async () => {
    const asked = fake.command('brief', { topic: 'x' }, { guild: '900000000000000777' });
    expect(await fake.answerTo(asked)).not.toHaveLength(0);
  });

  it('from a conversation with the bot gets its answer', async () => {
    const asked = fake.command('brief', { topic: 'x' }, { guild: null });
    const [answer] = await fake.answerTo(asked);
    expect(answer?.text).toContain('server');
  });

  it('whose answer is too long for one message stays within every limit', async () => {
    const asked = fake.command('brief', { topic: 'long' });
    const answers = await fake.answerTo(asked);
    expect(answers.every(({ message }) => message.onlyFor === PERSON)).toBe(true);
  });
});

describe('the line to Discord', () => {
  it.each([1000, 1001, 4000, 4001, 4002, 4003, 4005, 4007, 4008, 4009])(
    'is there again after it was closed with %i, and hears each thing once',
    async (code) => {
      fake.gateway.cut(code);
      await fake.world.until(() => fake.gateway.connections === 0);
      await fake.world.until(() => fake.gateway.identifies + fake.gateway.resumes > 1, 20_000);
      const before = heard.commands.length;
      await fake.answerTo(fake.command('brief', { topic: `after-${code}` }));
      expect(heard.commands).toHaveLength(before + 1);
    },
    30_000,
  );

  it('resumes when it is asked to reconnect, and identifies when its session is over', async () => {
    fake.gateway.askToReconnect();
    await fake.world.until(() => fake.gateway.resumes === 1, 10_000);
    fake.gateway.invalidate();
    await fake.world.until(() => fake.gateway.identifies === 2, 20_000);
    await fake.answerTo(fake.command('brief', { topic: 'x' }));
  }, 30_000);

  it('posts on while a server is unavailable, and closes nothing', async () => {
    fake.gateway.tell('GUILD_DELETE', { id: fake.world.guild, unavailable: true });
    await fake.answerTo(fake.command('brief', { topic: 'x' }));
    expect((await chat.post(posting())).kind).toBe('sent');
  });

  it('says that the channel is closed once the bot was removed from the server', async () => {
    fake.gateway.tell('GUILD_DELETE', { id: fake.world.guild });
    fake.world.general.botRights = 0n;
    expect(await chat.post(posting())).toMatchObject({ kind: 'gone', code: '50001' });
  });
});
