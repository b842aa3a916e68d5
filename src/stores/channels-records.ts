/** What channels follow and how they are served; kept replies and notes, in tables. */
import type { Kysely } from 'kysely';
import { boundedKey } from './bounded-key.ts';
import { atomically, type Session } from './dialect.ts';
import { read } from './json-body.ts';
import type { Tables } from './schema.ts';
import type { KeptReply, Records } from './store.ts';
import type { ChannelsRecords } from './subjects.ts';
import type { ChannelSettings, Subscription } from '../news/subscription.ts';

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

type NotesRecords = Pick<Records, 'reply' | 'saveReply' | 'repliesShowing' | 'note' | 'saveNote'>;

export function notesRecords(session: Session): NotesRecords {
  const { db } = session;
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
      await atomically(session, (open) => saveReply(open, reply));
    },
    async repliesShowing(event, since, limit) {
      const rows = await db
        .selectFrom('reply_event')
        .innerJoin('reply', 'reply.id', 'reply_event.reply')
        .select('reply.body')
        .where('reply_event.event', '=', boundedKey(event))
        .where('reply_event.shown_at', '>=', Date.parse(since))
        .orderBy('reply_event.shown_at', 'desc')
        .orderBy('reply_event.reply', 'desc')
        .limit(Math.max(0, limit))
        .execute();
      return rows.map((row) => read<KeptReply>(row.body)).reverse();
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

async function saveReply(db: Kysely<Tables>, reply: KeptReply): Promise<void> {
  const body = JSON.stringify(reply);
  const id = boundedKey(reply.id);
  await db
    .insertInto('reply')
    .values({ id, body })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ body }))
    .execute();
  await db.deleteFrom('reply_event').where('reply', '=', id).execute();
  const shown_at = Date.parse(reply.at);
  const events = [...new Set(reply.events.map((event) => boundedKey(event.id)))];
  const values = events.map((event) => ({ event, reply: id, shown_at }));
  if (values.length > 0) await db.insertInto('reply_event').values(values).execute();
}
