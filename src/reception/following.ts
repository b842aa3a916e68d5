/** Commands that say what a channel follows and when it is served. */
import { newChannel, servedChannel } from '../channels.ts';
import { listLayout } from '../editing/layout/reply.ts';
import { nextSlots, showInstant } from '../editing/slots.ts';
import type { Run } from '../news/layout.ts';
import type { Asker } from '../news/request.ts';
import { inZone, writeSchedule } from '../news/schedule.ts';
import type { ChannelSettings, Schedule, TypedSchedule } from '../news/subscription.ts';
import {
  isoNow,
  line,
  say,
  topicOf,
  unknownTopic,
  type CommandOf,
  type Draft,
  type ReceptionParts,
} from './draft.ts';

/** Alerts without a number: urgency 1 and 2 are what the trade calls flash and bulletin. */
const ALERT_URGENCY = 2;
const NEXT_RUNS = 3;
const NOT_ALLOWED = 'Only people who may manage this channel can change what it follows.';

function mayManage(parts: ReceptionParts, asker: Asker): boolean {
  return asker.mayManage || parts.config.subscribing === 'anyone';
}

async function settingsOf(parts: ReceptionParts, channel: string): Promise<ChannelSettings> {
  return (await parts.store.channelSettings(channel)) ?? newChannel(channel, isoNow(parts));
}

/** Follows a topic in the channel; says when its next digests come. */
export async function subscribe(
  parts: ReceptionParts,
  command: CommandOf<'subscribe'>,
  asker: Asker,
): Promise<Draft> {
  if (!mayManage(parts, asker)) return say(NOT_ALLOWED);
  const topic = topicOf(parts, command.topic);
  if (!topic) return unknownTopic(parts, command.topic);
  const known = await settingsOf(parts, asker.channel);
  const settings: ChannelSettings = {
    ...known,
    schedules: withSchedules(known.schedules, inZone(command.schedule ?? [], parts.config.zone)),
    alerts: command.alerts ? (known.alerts ?? ALERT_URGENCY) : known.alerts,
    offReason: null,
  };
  const { channel, person } = asker;
  await parts.store.transact(async (records) => {
    await records.saveChannelSettings(settings);
    const subscription = { channel, topic: topic.slug, by: person, at: isoNow(parts) };
    await records.saveSubscription(subscription);
  });
  const alerts = settings.alerts === null ? '' : ' Urgent news is posted at once.';
  const runs = await nextRuns(parts, channel);
  return say(
    `This channel now follows ${topic.title}. ${runs}${zoneNote(parts, command.schedule)}${alerts}`,
  );
}

function withSchedules(schedules: readonly Schedule[], added: readonly Schedule[]): Schedule[] {
  const written = new Set(added.map(writeSchedule));
  return [...schedules.filter((each) => !written.has(writeSchedule(each))), ...added];
}

/** Stops following a topic; what the configuration file sets stays. */
export async function unsubscribe(
  parts: ReceptionParts,
  command: CommandOf<'unsubscribe'>,
  asker: Asker,
): Promise<Draft> {
  if (!mayManage(parts, asker)) return say(NOT_ALLOWED);
  const slug = topicOf(parts, command.topic)?.slug ?? command.topic;
  const { config, store } = parts;
  const served = await servedChannel(store, config.channels, asker.channel, isoNow(parts));
  if (served.configured.includes(slug))
    return say(`${slug} is set in the configuration file: remove it there.`);
  const wasThere = await store.removeSubscription(asker.channel, slug);
  if (wasThere) return say(`This channel no longer follows ${slug}.`);
  const followed = served.topics.length === 0 ? 'nothing' : served.topics.join(', ');
  return say(`This channel does not follow "${slug.slice(0, 80)}". It follows ${followed}.`);
}

/**
 * Shows the timetable and what is followed up, or sets either; a timetable takes the place of the one
 * before and is echoed with the next three runs.
 */
export async function schedule(
  parts: ReceptionParts,
  command: CommandOf<'schedule'>,
  asker: Asker,
): Promise<Draft> {
  const { config, store } = parts;
  const { schedule: typed, amendments } = command;
  const added = typed === null ? null : inZone(typed, config.zone);
  if (added === null && amendments === undefined) {
    const served = await servedChannel(store, config.channels, asker.channel, isoNow(parts));
    const lines = served.settings.schedules.map((each) => line(writeSchedule(each)));
    lines.push(line(followUps(served.settings)));
    return { layout: listLayout(await nextRuns(parts, asker.channel), lines), events: [] };
  }
  if (!mayManage(parts, asker)) return say(NOT_ALLOWED);
  const known = await settingsOf(parts, asker.channel);
  await store.saveChannelSettings({
    ...known,
    ...(added === null ? {} : { schedules: added }),
    ...(amendments === undefined ? {} : { amendments }),
    offReason: null,
  });
  const { settings } = await servedChannel(store, config.channels, asker.channel, isoNow(parts));
  if (added === null) return say(followUps(settings));
  const more = amendments === undefined ? '' : ` ${followUps(settings)}`;
  const runs = await nextRuns(parts, asker.channel);
  return say(
    `Set to ${added.map(writeSchedule).join('; ')}. ${runs}${zoneNote(parts, typed)}${more}`,
  );
}

/** Whose zone it is when the person named none, and how to name another. */
function zoneNote({ config }: ReceptionParts, typed: readonly TypedSchedule[] | null): string {
  if (!typed?.some(({ zone }) => zone === null)) return '';
  return ` No zone was named, so times are in ${config.zone}, the desk's zone: add one, such as Asia/Tokyo, for another.`;
}

function followUps({ amendments }: ChannelSettings): string {
  return amendments === 'corrections-and-kills'
    ? 'Posted items are followed up with corrections and kills only.'
    : 'Posted items are followed up with updates, corrections and kills.';
}

async function nextRuns(parts: ReceptionParts, channel: string): Promise<string> {
  const { config, store } = parts;
  const { settings } = await servedChannel(store, config.channels, channel, isoNow(parts));
  const slots = nextSlots(settings.schedules, isoNow(parts), NEXT_RUNS);
  if (slots.length === 0)
    return 'No schedule yet: set one with /wire schedule weekdays 08:30 Asia/Tokyo.';
  return `Next digests: ${slots.map(({ slot, zone }) => showInstant(slot, zone)).join('; ')}.`;
}

/** All topics, with those that the channel follows marked. */
export async function topics(parts: ReceptionParts, asker: Asker): Promise<Draft> {
  const { config, store } = parts;
  const served = await servedChannel(store, config.channels, asker.channel, isoNow(parts));
  const lines = config.topics.map((topic): Run[] => [
    { text: topic.slug, style: 'bold' },
    { text: ` ${topic.title}${served.topics.includes(topic.slug) ? ' (followed here)' : ''}` },
  ]);
  return { layout: listLayout('Topics', lines), events: [] };
}
