/**
 * What was posted follows the story: every change of a story plans an edit of every message that
 * showed it, and a kill or a hold a notice to everybody who was shown it in private. Planned in the
 * transaction that files the take, so that it is never lost.
 */
import { amendmentOf, isUpdate, isUrgent, type AmendmentPayload } from './amendment.ts';
import { privateNotice } from '../editing/layout/amend.ts';
import { followsUpdates, settlesAt } from '../editing/settling.ts';
import { showInstant } from '../editing/slots.ts';
import type { Filed } from '../filing/filing.ts';
import { readChannel } from '../news/channel.ts';
import { deliveryId } from '../news/delivery-id.ts';
import { URGENCY, type Delivery } from '../news/delivery.ts';
import { storiesEver, type Event } from '../news/event.ts';
import { fingerprint } from '../news/identity.ts';
import type { Layout } from '../news/layout.ts';
import type { Change, Story } from '../news/story.ts';
import { plannedAt } from '../editing/plan.ts';
import { planMissedSteps, planStepEdits, planStepEditsAgain } from './rescheduling.ts';
import type { KeptReply, Records } from '../stores/store.ts';

/** Changes after which a message that was posted must not stay as it is, at once. */
const URGENT: readonly Change[] = ['killed', 'held', 'corrected', 'released'];

/** Private replies of this time are told of a kill; who asked earlier has long used the answer. */
const TOLD_MS = 30 * 86_400_000;
/** Replies looked at for one kill; the newest are told. */
const REPLIES_MAX = 1_000;

/** The payload of a message that is no part of a batch: it is rendered when it goes out. */
export type OwnLayout = {
  readonly layout: Layout;
  /** names it to the renderer: its id is `deliveryId(name, 0)` */
  readonly name: string;
};
export type NotePayload = OwnLayout & {
  /** the message that it stands under */ readonly under: string;
};
export type NoticePayload = OwnLayout & {
  readonly person: string;
  /** the private replies that it is about */
  readonly replies: readonly string[];
};

/** Plans the edits and notices that these filings call for, inside the caller's transaction. */
export async function planAmendments(
  records: Records,
  filed: readonly Filed[],
  now: number,
): Promise<void> {
  for (const each of filed.flatMap((one) => [one, ...(one.moved ?? [])])) {
    const { event, story, change } = each;
    if (event === null || change === 'repeated') continue;
    await planStepEdits(records, event, story, now);
    if (!(URGENT.includes(change) || isUpdate(change))) continue;
    for (const id of [event.id, ...(story.formerEvents ?? [])]) {
      const shown = await records.deliveriesShowing(id);
      for (const original of shown) await planEdit(records, original, { id, filed: each }, now);
      if (change === 'killed' || change === 'held') await planNotices(records, id, story, now);
    }
  }
}

/** What shows events to readers. */
const SHOWING: readonly Delivery['purpose'][] = ['edition', 'bulletin', 'share', 'answer', 'note'];

/** Plans an edit of every message that showed an event which an editor has mended. */
export async function planEdits(
  records: Records,
  event: string,
  version: number,
  now: number,
): Promise<void> {
  const shown = await records.deliveriesShowing(event);
  const posted = shown.filter(({ purpose }) => SHOWING.includes(purpose) && purpose !== 'note');
  const facts = { event, version, change: 'mended', story: null, note: null } as const;
  const sign = ['mended', String(version)];
  await records.addDeliveries(posted.map((each) => amendmentOf(each, facts, sign, now)));
  await planStepEditsAgain(records, shown, sign, now);
}

type Reason = { /** the event as it was shown */ readonly id: string; readonly filed: Filed };

async function planEdit(
  records: Records,
  original: Delivery,
  { id, filed: { event, story, change } }: Reason,
  now: number,
): Promise<void> {
  const { purpose, createdAt } = original;
  if (event === null || !SHOWING.includes(purpose)) return;
  // a note tells what changed at its time: only what is withdrawn must not stay in it
  if (purpose === 'note' && change === 'corrected') return;
  const note = change === 'corrected' ? story.correction : null;
  const facts = { event: id, version: event.version, change, story: story.id, note };
  const sign = [story.id, String(story.version)];
  if (isUrgent(facts)) {
    await records.addDeliveries([amendmentOf(original, facts, sign, now)]);
    return;
  }
  const follows = purpose === 'edition' || purpose === 'bulletin' || purpose === 'share';
  if (!follows || !followsUpdates(createdAt, now)) return;
  const history = await records.deliveriesOf(original.id);
  // one that is waiting tells of this as well
  if (history.some((each) => isWaiting(each, id))) return;
  const notes = history.filter((each) => each.purpose === 'note');
  const lastNoteAt = notes.reduce<number | null>(
    (last, each) => Math.max(last ?? 0, each.createdAt),
    null,
  );
  const amendment = amendmentOf(original, facts, sign, now);
  await records.addDeliveries([{ ...amendment, runAt: settlesAt(now, lastNoteAt) }]);
}

function isWaiting({ purpose, state, attempt, payload }: Delivery, event: string): boolean {
  if (purpose !== 'amendment' || state !== 'planned' || attempt > 0) return false;
  const planned = payload as AmendmentPayload;
  return planned.event === event && isUpdate(planned.change);
}

/**
 * Plans edits of messages whose events changed while they were composed, inside the transaction that
 * plans the messages: what was filed before could not know of them.
 */
export async function planMissed(
  records: Records,
  deliveries: readonly Delivery[],
  { since, now }: { /** when it was composed (epoch ms) */ since: number; now: number },
): Promise<void> {
  const ids = deliveries.flatMap(({ events }) => events.map(({ id }) => id));
  if (ids.length === 0) return;
  await planMissedSteps(records, since, now);
  const current = new Map((await records.events([...new Set(ids)])).map((each) => [each.id, each]));
  for (const delivery of deliveries) {
    for (const { id, version } of delivery.events) {
      const event = current.get(id);
      if (event === undefined || event.version === version) continue;
      const lost = await lostStory(records, event, since);
      const { change, story } = lost ?? { change: 'advanced' as const, story: null };
      const facts = { event: id, version: event.version, change, story, note: null };
      const amendment = amendmentOf(delivery, facts, ['missed', String(event.version)], now);
      const runAt = lost === null ? settlesAt(now, null) : now;
      await records.addDeliveries([{ ...amendment, runAt }]);
    }
  }
}

/** A story of the event that was killed or held since. */
async function lostStory(
  records: Records,
  event: Event,
  since: number,
): Promise<{ change: 'killed' | 'held'; story: string } | null> {
  const stories = await records.stories(storiesEver(event));
  const lost = stories.find(
    ({ state, changedAt }) => state !== 'live' && Date.parse(changedAt) >= since,
  );
  return lost ? { change: lost.state === 'killed' ? 'killed' : 'held', story: lost.id } : null;
}

/** A notice for each person who was shown the event in private: one for all that they were shown. */
async function planNotices(
  records: Records,
  event: string,
  story: Story,
  now: number,
): Promise<void> {
  const since = new Date(now - TOLD_MS).toISOString();
  const byPerson = new Map<string, KeptReply[]>();
  for (const reply of await records.repliesShowing(event, since, REPLIES_MAX)) {
    const place = readChannel(reply.channel);
    if (place === null || (await wasSpoken(records, reply))) continue;
    const person = JSON.stringify([place.platform, place.home, reply.person]);
    byPerson.set(person, [...(byPerson.get(person) ?? []), reply]);
  }
  for (const [person, replies] of byPerson)
    await records.addDeliveries(noticeOf(person, replies, story, now));
}

/** Names message `index` (from 0) of a reply that was spoken in the channel. */
export const spokenName = (reply: string, index: number): string =>
  fingerprint('answer', reply, String(index));

/** An answer that was spoken in the channel is edited there. */
async function wasSpoken(records: Records, { id }: KeptReply): Promise<boolean> {
  return (await records.delivery(deliveryId(spokenName(id, 0), 0))) !== null;
}

/** Times named in one notice; more of them are the same story to the person. */
const TIMES_MAX = 3;

function noticeOf(
  key: string,
  replies: readonly KeptReply[],
  story: Story,
  now: number,
): Delivery[] {
  const last = replies.at(-1);
  if (last === undefined) return [];
  const name = fingerprint('notice', key, story.id, String(story.version));
  const times = replies.slice(-TIMES_MAX).map(({ at }) => showInstant(at, 'UTC'));
  const payload: NoticePayload = {
    layout: privateNotice([...new Set(times)], story.state !== 'killed'),
    name,
    person: last.person,
    replies: replies.map(({ id }) => id),
  };
  const place = { channel: last.channel, batch: name, part: 0, place: 'lead', events: [] } as const;
  const id = deliveryId(name, 0);
  const urgency = URGENCY.withdrawal;
  const row = { ...plannedAt(now), urgency, contentHash: name };
  return [{ id, purpose: 'notice', ...place, payload, ...row }];
}
