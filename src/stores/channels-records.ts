/** What channels follow and how they are served; kept replies and notes, in tables. */
import { boundedKey } from './bounded-key.ts';
import type { Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { KeptReply, Records } from './store.ts';
import type { ChannelSettings, Subscription } from '../news/subscription.ts';

type ChannelsRecords = Pick<
  Records,
  | 'subscriptions'
  | 'saveSubscription'
  | 'removeSubscription'
  | 'channelSettings'
  | 'allChannelSettings'
  | 'saveChannelSettings'
>;

export function channelsRecords({ db }: Session): ChannelsRecords {
  return {
    async subscriptions(channel) {
      let query = db.selectFrom('subscription').select('body');
      if (channel !== null) query = query.where('channel', '=', channel);
      const rows = await query.orderBy('channel').orderBy('topic').execute();
      return rows.map((row) => read<Subscription>(row.body));
    },
    async saveSubscription(subscription) {
      const { channel, topic } = subscription;
      const body = JSON.stringify(subscription);
      await db
        .insertInto('subscription')
        .values({ channel, topic: boundedKey(topic), body })
        .onConflict((conflict) => conflict.columns(['channel', 'topic']).doUpdateSet({ body }))
        .execute();
    },
    async removeSubscription(channel, topic) {
      const result = await db
        .deleteFrom('subscription')
        .where('channel', '=', channel)
        .where('topic', '=', boundedKey(topic))
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
    async channelSettings(channel) {
      const row = await db
        .selectFrom('channel_settings')
        .select('body')
        .where('channel', '=', channel)
        .executeTakeFirst();
      return row ? read<ChannelSettings>(row.body) : null;
    },
    async allChannelSettings() {
      const rows = await db
        .selectFrom('channel_settings')
        .select('body')
        .orderBy('channel')
        .execute();
      return rows.map((row) => read<ChannelSettings>(row.body));
    },
    async saveChannelSettings(settings) {
      const row = { channel: settings.channel, body: JSON.stringify(settings) };
      await db
        .insertInto('channel_settings')
        .values(row)
        .onConflict((conflict) => conflict.column('channel').doUpdateSet({ body: row.body }))
        .execute();
    },
  };
}

type NotesRecords = Pick<Records, 'reply' | 'saveReply' | 'note' | 'saveNote'>;

export function notesRecords({ db }: Session): NotesRecords {
  return {
    async reply(id) {
      const row = await db
        .selectFrom('reply')
        .select('body')
        .where('id', '=', boundedKey(id))
        .executeTakeFirst();
      return row ? read<KeptReply>(row.body) : null;
    },
    async saveReply(reply) {
      const body = JSON.stringify(reply);
      await db
        .insertInto('reply')
        .values({ id: boundedKey(reply.id), body })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
        .execute();
    },
    async note(name) {
      const row = await db
        .selectFrom('note')
        .select('value')
        .where('name', '=', boundedKey(name))
        .executeTakeFirst();
      return row ? read<string>(row.value) : null;
    },
    async saveNote(name, text) {
      const value = JSON.stringify(text);
      await db
        .insertInto('note')
        .values({ name: boundedKey(name), value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    },
  };
}
