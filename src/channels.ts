/** The channels Wirebrief serves: those of the configuration and those that people subscribed. */
import type { Chat } from './chats/chat.ts';
import type { ChannelConfig } from './config.ts';
import { readChannel } from './news/channel.ts';
import { writeSchedule } from './news/schedule.ts';
import type { ChannelSettings, Schedule } from './news/subscription.ts';
import type { Records } from './stores/store.ts';

/** The chat that serves a channel; undefined while its platform is off. */
export function chatFor(chats: readonly Chat[], channel: string): Chat | undefined {
  const platform = readChannel(channel)?.platform;
  return chats.find((chat) => chat.platform === platform);
}

/** A channel as it is served now: configuration and store together. */
export type ServedChannel = {
  readonly settings: ChannelSettings;
  readonly topics: readonly string[];
  /** topics that stand in the configuration file and cannot be removed by command */
  readonly configured: readonly string[];
};

const DEFAULT_LIMIT = 10;

/** The settings of a channel that nobody has set up yet. */
export function newChannel(channel: string, since: string): ChannelSettings {
  const served = {
    schedules: [],
    alerts: null,
    whenEmpty: 'silence',
    limit: DEFAULT_LIMIT,
  } as const;
  return { channel, ...served, offReason: null, since };
}

function union(first: readonly Schedule[], second: readonly Schedule[]): Schedule[] {
  return [...new Map([...first, ...second].map((each) => [writeSchedule(each), each])).values()];
}

function served(
  settings: ChannelSettings,
  topics: readonly string[],
  config: ChannelConfig | undefined,
): ServedChannel {
  const configured = config?.topics ?? [];
  const merged: ChannelSettings = config
    ? {
        ...settings,
        schedules: union(config.schedule, settings.schedules),
        alerts: config.alerts === false ? settings.alerts : config.alerts,
        whenEmpty: config.whenEmpty,
        limit: config.limit,
        amendments: config.amendments ?? settings.amendments ?? 'all',
      }
    : settings;
  return { settings: merged, topics: [...new Set([...configured, ...topics])], configured };
}

/** One channel as it is served now. */
export async function servedChannel(
  records: Records,
  configs: readonly ChannelConfig[],
  channel: string,
  at: string,
): Promise<ServedChannel> {
  const settings = (await records.channelSettings(channel)) ?? newChannel(channel, at);
  const topics = (await records.subscriptions(channel)).map((each) => each.topic);
  return served(
    settings,
    topics,
    configs.find((each) => each.channel === channel),
  );
}

/**
 * All channels as they are served now. A channel of the configuration that the store has not seen
 * is written down with `at` as the beginning of its time: no earlier slot is ever due.
 */
export async function servedChannels(
  records: Records,
  configs: readonly ChannelConfig[],
  at: string,
): Promise<ServedChannel[]> {
  const known = new Map((await records.allChannelSettings()).map((each) => [each.channel, each]));
  for (const { channel } of configs) {
    if (known.has(channel)) continue;
    const settings = newChannel(channel, at);
    await records.saveChannelSettings(settings);
    known.set(channel, settings);
  }
  const topics = new Map<string, string[]>();
  for (const { channel, topic } of await records.subscriptions(null)) {
    topics.set(channel, [...(topics.get(channel) ?? []), topic]);
  }
  const byChannel = new Map(configs.map((each) => [each.channel, each]));
  return [...known.values()].map((settings) =>
    served(settings, topics.get(settings.channel) ?? [], byChannel.get(settings.channel)),
  );
}
