/** Where Discord refuses a layout, the words go out alone: once, within its limits, findable. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, Posting } from '../../../src/chats/chat.ts';
import { inWords } from '../../../src/chats/discord/plain.ts';
import type { DiscordPayload } from '../../../src/chats/discord/render.ts';
import { deliveryId } from '../../../src/news/delivery-id.ts';
import type { Layout } from '../../../src/news/layout.ts';
import type { FakeDiscord } from '../../fakes/discord/fake.ts';
import { checkMessage } from '../../fakes/discord/validate.ts';
import { FakeReception } from '../contract.ts';
import { LAYOUTS } from '../layouts.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const POSTS = /^POST \/channels\/\d+\/messages$/;
const EDITS = /^PATCH \/channels\/\d+\/messages\/\d+$/;
const REPLIES = /^PATCH \/webhooks\//;

const item: Layout = {
  title: 'Harbour',
  items: [
    {
      event: { id: 'event-1', version: 1 },
      blocks: [
        { kind: 'heading', text: 'Dredging [phase 2] begins' },
        { kind: 'text', runs: [{ text: 'Source', href: 'https://example.org/a_b' }] },
        { kind: 'buttons', buttons: [{ label: 'Wrong fact', action: 'wrongfact', value: 'x' }] },
      ],
    },
  ],
};

describe('a layout that Discord refuses', () => {
  let fake: FakeDiscord;
  let chat: Chat;
  const reception = new FakeReception();
  beforeEach(async () => {
    fake = await openFake();
    chat = chatFor(fake);
    await chat.connect(reception);
  });
  afterEach(async () => {
    await chat.disconnect();
    await fake.stop();
  });
  const posting = (layout = item, batch = 'batch'): Posting => ({
    delivery: deliveryId(batch, 0),
    channel: channelOf(fake),
    payload: chat.render(layout, batch)[0]?.payload,
    lead: null,
  });
  const general = () => fake.world.in(fake.world.general.id);

  it('is posted once as words, is found again, and is told to the operator', async () => {
    fake.fail(POSTS, 'invalid-form');
    expect((await chat.post(posting())).kind).toBe('sent');
    expect(general()).toHaveLength(1);
    const seen = fake.world.seen(general()[0]!);
    expect(seen.text).toContain('Dredging [phase 2] begins');
    expect(seen.text).toContain('Source');
    expect(JSON.stringify(general()[0]?.body)).not.toContain('example.org');
    expect(seen.buttons).toMatchObject([{ label: 'Wirebrief', disabled: true }]);
    expect((await chat.find(posting(), Date.now() - 60_000)).kind).toBe('found');
    expect(chat.shortcomings?.()).toMatchObject([{ key: 'layout', isPast: true }]);
  });

  it('is not posted twice when the answer to its words is lost', async () => {
    fake.fail(POSTS, 'invalid-form');
    fake.fail(POSTS, 'drop-after');
    expect((await chat.post(posting())).kind).toBe('unknown');
    expect((await chat.find(posting(), Date.now() - 60_000)).kind).toBe('found');
    fake.fail(POSTS, 'invalid-form');
    expect((await chat.post(posting())).kind).toBe('sent');
    expect(general()).toHaveLength(1);
  });

  it('is edited into words', async () => {
    const sent = await chat.post(posting());
    if (sent.kind !== 'sent') throw new Error('not sent');
    fake.fail(EDITS, 'invalid-form');
    expect(await chat.edit(posting(), sent.messageId)).toEqual(sent);
    const [text, mark, ...more] = general()[0]?.body['components'] as unknown[];
    expect(text).toMatchObject({ type: 10 });
    expect(mark).toMatchObject({ type: 1 });
    expect(more).toEqual([]);
  });

  it('answers a command and a question in words', async () => {
    reception.answer = async () => item;
    fake.fail(REPLIES, 'invalid-form');
    const [answer] = await fake.answerTo(fake.command('wire topics', {}));
    expect(answer?.text).toContain('Dredging [phase 2] begins');
    expect(answer?.buttons).toMatchObject([{ disabled: true }]);
    fake.fail(POSTS, 'invalid-form');
    fake.say(`<@${fake.world.bot}> when?`);
    await expect
      .poll(() => general().filter(({ author }) => author === fake.world.bot))
      .toHaveLength(2);
  });

  it('is told a person in words', async () => {
    const reader = { person: '800000000000000001', replies: [] };
    fake.fail(POSTS, 'invalid-form');
    expect((await chat.post({ ...posting(), reader })).kind).toBe('sent');
  });

  it('is refused when it is not the layout that Discord refuses', async () => {
    fake.world.closedTo.add('800000000000000001');
    const reader = { person: '800000000000000001', replies: [] };
    expect((await chat.post({ ...posting(), reader })).kind).toBe('refused');
    expect(fake.callsOf(POSTS)).toHaveLength(1);
  });
});

it.each(Object.entries(LAYOUTS))('%s in words is within every limit', async (_, layout) => {
  const fake = await openFake();
  for (const { payload } of chatFor(fake).render(layout, 'batch')) {
    const { components, ...rest } = payload as DiscordPayload;
    expect(checkMessage({ ...rest, components: inWords(components) }, 'post')).toEqual([]);
  }
  await fake.stop();
});

it('is cut between words when it is too long even so', () => {
  const content = Array.from({ length: 300 }, () => 'words of one line').join(' ');
  const [text] = inWords([{ type: 10, content }]);
  const said = text?.type === 10 ? text.content : '';
  expect(said.length).toBeLessThanOrEqual(4_000);
  expect(said).toMatch(/(words|of|one|line)\n… The rest cannot be shown here\.$/);
});
