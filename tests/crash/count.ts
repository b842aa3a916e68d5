/** What the channels hold in the end, against what they should: lost, twice, still shown. */
import { readCustomId } from '../../src/chats/discord/render.ts';
import { textOfMessage } from '../fakes/slack/fake-slack.ts';
import type { House } from './house.ts';

/** A message as a channel of either platform holds it. */
type Held = {
  readonly platform: 'slack' | 'discord';
  /** the channel, also for a message in a thread of it */
  readonly channel: string;
  readonly delivery: string;
  readonly text: string;
};

/** All messages of the bot, in the order in which each platform took them. */
export function heldBy({ slack, discord }: House): Held[] {
  const inSlack = slack.workspace.messages.map((message) => ({
    platform: 'slack' as const,
    channel: message.channel,
    delivery: String(message.metadata?.event_payload['delivery_id'] ?? ''),
    text: `${message.text}\n${textOfMessage(message)}`,
  }));
  const { world } = discord;
  const inDiscord = world.messages
    .filter((message) => !message.deleted && message.onlyFor === null)
    .map((message) => ({
      platform: 'discord' as const,
      channel: world.channels.get(message.channel)?.parent ?? message.channel,
      delivery: deliveryIn(message.body),
      text: world.seen(message).text,
    }));
  return [...inSlack, ...inDiscord];
}

function deliveryIn(body: unknown): string {
  const ids = JSON.stringify(body).matchAll(/"custom_id":"([^"]+)"/g);
  for (const [, id = ''] of ids) {
    const read = readCustomId(id);
    if (read) return read.delivery;
  }
  return '';
}

const ownOf = (held: readonly Held[], channel: string): Held[] =>
  held.filter((each) => channel.endsWith(`/${each.channel}`));

export type Fault = {
  readonly kind: 'lost' | 'twice' | 'still shown';
  readonly platform: Held['platform'];
  /** the story's word, or the delivery */
  readonly what: string;
};

/**
 * Every fault: a live story that a channel does not hold in one message exactly, a delivery that it
 * holds in more, and a killed story that it still shows.
 */
export function faultsIn(
  house: House,
  words: { readonly live: readonly string[]; readonly killed: readonly string[] },
): Fault[] {
  const held = heldBy(house);
  const faults: Fault[] = [];
  for (const channel of house.channels) {
    const platform = channel.startsWith('slack:') ? 'slack' : 'discord';
    const own = ownOf(held, channel);
    const holding = (word: string): number => own.filter(({ text }) => text.includes(word)).length;
    for (const word of words.live) {
      if (holding(word) === 0) faults.push({ kind: 'lost', platform, what: word });
      if (holding(word) > 1) faults.push({ kind: 'twice', platform, what: word });
    }
    for (const word of words.killed)
      if (holding(word) > 0) faults.push({ kind: 'still shown', platform, what: word });
    const deliveries = own.map(({ delivery }) => delivery);
    for (const id of new Set(deliveries.filter((each, at) => deliveries.indexOf(each) !== at)))
      faults.push({ kind: 'twice', platform, what: id });
  }
  return faults;
}

/** How many of the stories some channel does not hold yet. */
export function waitingIn(house: House, stories: readonly { readonly word: string }[]): number {
  const held = heldBy(house);
  const texts = house.channels.map((channel) =>
    ownOf(held, channel)
      .map(({ text }) => text)
      .join('\n'),
  );
  return stories.filter(({ word }) => !texts.every((text) => text.includes(word))).length;
}

/** Items that digests left out by their limit, by what the digests say themselves. */
export function leftOutIn(house: House): number {
  const told = heldBy(house).flatMap(({ text }) => [...text.matchAll(/\band (\d+) more\b/gi)]);
  return told.reduce((sum, [, count]) => sum + Number(count), 0);
}
