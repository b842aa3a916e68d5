/** Bookmarks, channels, editions, replies and notes, in memory. */
import { byText } from './ledger-rules.ts';
import { joined, type Journal } from './memory-shelves.ts';
import { slotTime } from './slot-time.ts';
import type { KeptReply, Records, StoredBookmark } from './store.ts';
import type { ChannelsRecords, EditionsRecords } from './subjects.ts';
import type { Edition } from '../news/edition.ts';
import type { ChannelSettings, Subscription } from '../news/subscription.ts';

type NotesRecords = Pick<
  Records,
  | 'bookmark'
  | 'bookmarks'
  | 'saveBookmark'
  | 'reply'
  | 'saveReply'
  | 'repliesShowing'
  | 'note'
  | 'saveNote'
>;

export function memoryChannels(journal: Journal): ChannelsRecords {
  const lines = journal.shelf<Subscription>();
  const settings = journal.shelf<ChannelSettings>();
  return {
    async subscriptions(channel) {
      return lines
        .all()
        .filter((line) => channel === null || line.channel === channel)
        .sort((one, other) => byText(one.channel, other.channel) || byText(one.topic, other.topic));
    },
    async saveSubscription(line) {
      lines.put(joined(line.channel, line.topic), line);
    },
    removeSubscription: async (channel, topic) => lines.remove(joined(channel, topic)),
    channelSettings: async (channel) => settings.get(channel),
    allChannelSettings: async () =>
      settings.all().sort((one, other) => byText(one.channel, other.channel)),
    async saveChannelSettings(one) {
      settings.put(one.channel, one);
    },
  };
}

export function memoryEditions(journal: Journal): EditionsRecords {
  const editions = journal.shelf<Edition>();
  const newest = (channel: string) =>
    editions
      .all()
      .filter((edition) => edition.channel === channel)
      .sort((one, other) => slotTime(other) - slotTime(one) || byText(one.id, other.id));
  return {
    edition: async (id) => editions.get(id),
    async addEdition(edition) {
      if (editions.get(edition.id)) return false;
      editions.put(edition.id, edition);
      return true;
    },
    lastDigests: async (channels) =>
      new Map(
        channels.flatMap((channel): [string, Edition][] => {
          const last = newest(channel).find((edition) => edition.kind === 'digest');
          return last ? [[channel, last]] : [];
        }),
      ),
    editionsOf: async (channel, limit) => newest(channel).slice(0, limit),
    lastShowing: async (channel, events) =>
      newest(channel).find(({ items }) => items.some(({ event }) => events.includes(event))) ??
      null,
    async shownVersions(channel, events) {
      const shown = new Map<string, number>();
      for (const { event, version } of newest(channel).flatMap((edition) => edition.items)) {
        if (events.includes(event)) shown.set(event, Math.max(version, shown.get(event) ?? 0));
      }
      return shown;
    },
  };
}

export function memoryNotes(journal: Journal): NotesRecords {
  const bookmarks = journal.shelf<StoredBookmark>();
  const replies = journal.shelf<KeptReply>();
  const notes = journal.shelf<string>();
  return {
    bookmark: async <B extends StoredBookmark>(wire: string) => bookmarks.get(wire) as B | null,
    bookmarks: async <B extends StoredBookmark>() =>
      bookmarks.all().sort((one, other) => byText(one.wire, other.wire)) as B[],
    async saveBookmark(bookmark) {
      bookmarks.put(bookmark.wire, bookmark);
    },
    reply: async (id) => replies.get(id),
    async saveReply(reply) {
      replies.put(reply.id, reply);
    },
    repliesShowing: async (event, since, limit) => {
      const from = Date.parse(since);
      const showing = replies
        .all()
        .filter(({ events, at }) => Date.parse(at) >= from && events.some(({ id }) => id === event))
        .sort(
          (one, other) => Date.parse(one.at) - Date.parse(other.at) || byText(one.id, other.id),
        );
      return limit <= 0 ? [] : showing.slice(-limit);
    },
    note: async (name) => notes.get(name),
    async saveNote(name, value) {
      notes.put(name, value);
    },
  };
}
