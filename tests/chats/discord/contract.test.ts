/** Discord keeps the contract that every chat keeps, against the strict fake. */
import type { Chat } from '../../../src/chats/chat.ts';
import type { FakeDiscord, FaultKind } from '../../fakes/discord/fake.ts';
import { readMarkdown } from '../../fakes/discord/markdown.ts';
import { buttonsOf, textsOf, type FakeInteraction, type Json } from '../../fakes/discord/world.ts';
import { chatContract, type ChatHarness, type Fault, type SeenMessage } from '../contract.ts';
import { channelOf, chatFor, openFake } from './harness.ts';

const FAULTS: Readonly<Record<Exclude<Fault, 'refuse-connection'>, FaultKind>> = {
  'rate-limit': 'rate-limit',
  'error-before': 'error',
  'error-after': 'error-after',
  'drop-after': 'drop-after',
  'hang-after': 'hang-after',
};
const POSTS = /^POST \/channels\/\d+\/messages$/;

const PERSON = '800000000000000001';

async function open(): Promise<ChatHarness> {
  const fake = await openFake();
  const closed = fake.world.addChannel('closed');
  closed.botRights = 0n;
  let refuseNext = false;
  const real = chatFor(fake);
  const chat: Chat = {
    ...real,
    async post(posting) {
      if (!refuseNext) return real.post(posting);
      refuseNext = false;
      const port = await fake.refuseConnections();
      const outcome = await real.post(posting);
      await fake.start(port);
      return outcome;
    },
  };
  return {
    chat,
    strangerChat: chatFor(fake, { token: 'not-the-token' }),
    channel: channelOf(fake),
    closedChannel: `discord:${closed.guild}/${closed.id}`,
    messages: (channel) => messagesOf(fake, channel.split('/')[1] ?? ''),
    fault(fault) {
      if (fault === 'refuse-connection') refuseNext = true;
      else fake.fail(POSTS, FAULTS[fault]);
    },
    type: (command, text) => {
      const option = command === 'ask' ? 'question' : 'topic';
      return exchange(fake, fake.command(command, { [option]: text }));
    },
    async press(messageId, label) {
      const message = fake.world.messages.find((each) => each.id === messageId);
      const button = buttonsOf(message?.body ?? {}).find((each) => each.label === label);
      return exchange(fake, fake.press(messageId, button?.customId ?? ''));
    },
    person: PERSON,
    told: (person) => {
      const alone = fake.world.messages.filter(
        (each) =>
          !each.deleted &&
          (each.onlyFor === person || fake.world.partnerIn(each.channel) === person),
      );
      return alone.map((each) => shown(each.body));
    },
    remove(messageId) {
      const message = fake.world.messages.find(({ id }) => id === messageId);
      if (message) message.deleted = true;
    },
    refuseEdits(isKept) {
      fake.world.blocksEdits = true;
      for (const message of fake.world.messages) message.foreign = isKept;
    },
    textOf: (payload) => shown(payload as Json),
    close: () => fake.stop(),
  };
}

function shown(body: Json): string {
  const texts = textsOf(body).map((each) => readMarkdown(each).text);
  return [...texts, ...buttonsOf(body).map((each) => each.label)].join('\n');
}

function messagesOf({ world }: FakeDiscord, channel: string): SeenMessage[] {
  const rooms = [...world.channels.values()].filter(
    (each) => each.id === channel || each.parent === channel,
  );
  return rooms.flatMap((room) =>
    world
      .in(room.id)
      .filter((each) => each.onlyFor === null)
      .map((each) => ({
        id: each.id,
        lead: room.parent === null ? null : room.id,
        text: shown(each.body),
      })),
  );
}

async function exchange(fake: FakeDiscord, interaction: FakeInteraction) {
  const answers = await fake.answerTo(interaction);
  const ackMs = interaction.callback?.afterMs ?? Infinity;
  return { ackMs, shown: answers.map((each) => each.text).join('\n') };
}

chatContract('Discord', open);
