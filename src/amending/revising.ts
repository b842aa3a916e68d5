/** One amendment carried out: what its message becomes, and what is said under it. */
import type { NotePayload, NoticePayload } from './amending.ts';
import { isUrgent, urgencyOf, type AmendmentPayload } from './amendment.ts';
import { cardOf, readableStories } from '../cards.ts';
import type { Chat, Posting } from '../chats/chat.ts';
import { changesBetween } from '../editing/changes.ts';
import {
  removalNote,
  standingSentences,
  updateNote,
  withdrawalNote,
} from '../editing/layout/amend.ts';
import { followsUpdates, takesNote } from '../editing/settling.ts';
import { newsSign, newsText, toldOnce, type StepNews } from '../editing/step-news.ts';
import type { Card } from '../news/card.ts';
import { deliveryId } from '../news/delivery-id.ts';
import { URGENCY, type Delivery } from '../news/delivery.ts';
import { fingerprint } from '../news/identity.ts';
import type { Layout } from '../news/layout.ts';
import { plannedAt } from '../editing/plan.ts';
import { isStepOf } from './rescheduling.ts';
import { frozenOf } from './frozen.ts';
import {
  channelTakesUpdates,
  isFollowing,
  shownCard,
  standingPayload,
  stepNewsFor,
  textsOf,
  type StandingParts,
} from './standing.ts';
import type { Store } from '../stores/store.ts';

/** What an amendment comes to. */
export type Revision = {
  /** what the message becomes */
  readonly payload: unknown;
  /** what is said under the message once it is edited */
  readonly notes: readonly Delivery[];
  /** what is said instead when the platform does not allow the edit, or not for long */
  readonly instead: (refusal: { readonly isClosed?: boolean }) => readonly Delivery[];
  /**
   * what is said in the channel once the message is taken away because it could not be edited; null where
   * it must not be taken away: nothing in it is withdrawn
   */
  readonly removed: readonly Delivery[] | null;
};

/** Works out an amendment; null when nothing has to change any more. */
export async function reviseMessage(
  parts: StandingParts,
  chat: Chat,
  amendment: Delivery,
  original: Delivery,
): Promise<Revision | null> {
  const facts = amendment.payload as AmendmentPayload;
  const draw = (): Promise<unknown> => standingPayload(parts, chat, original, true);
  const urgency = urgencyOf(facts);
  const under = { original, event: facts.event, now: parts.now(), urgency };
  if (facts.change === 'step') return reviseSteps(parts, original, facts, draw);
  if (!isUrgent(facts)) {
    const note = await updateOf(parts, original, facts);
    if (note === null) {
      const isStale = await hasLostSentence(parts, original, facts.event);
      const nothing = { notes: [], instead: () => [], removed: null };
      return isStale ? { payload: await draw(), ...nothing } : null;
    }
    const version = note.card.version;
    const row = noteOf({ ...under, version }, note.layout);
    return {
      payload: await draw(),
      notes: note.hasRoom ? [row] : [],
      instead: ({ isClosed }) => (isClosed || !note.hasRoom ? [] : [row]),
      removed: null,
    };
  }
  // a message that was told of the change already, or that shows nothing of the event, has no news
  const layout = await urgentNote(parts, original, facts);
  // a note's own message tells of it
  const isNote = original.purpose === 'note';
  const note = (what: Layout, inChannel: boolean): Delivery[] =>
    isNote ? [] : [noteOf({ ...under, version: facts.version }, what, inChannel)];
  return {
    payload: await draw(),
    notes: [],
    instead: ({ isClosed = false }) => (layout === null ? [] : note(layout, isClosed)),
    removed: (await isWithdrawn(parts, facts))
      ? note(removalNote(facts.change === 'held'), true)
      : null,
  };
}

/**
 * An edit for what later copy says of next steps that the message shows, and of each a note. Where that
 * copy is gone by now, the message becomes what it was.
 */
async function reviseSteps(
  parts: StandingParts,
  original: Delivery,
  facts: AmendmentPayload,
  draw: () => Promise<unknown>,
): Promise<Revision | null> {
  const { store } = parts;
  if (!(await channelTakesUpdates(parts, original.channel))) return null;
  const event = await store.event(facts.event);
  const frozen = await frozenOf(store, original);
  const shown = original.events.find(({ id }) => id === facts.event);
  if (event === null || frozen === null || shown === undefined) return null;
  const history = await store.deliveriesOf(original.id);
  const news = await stepNewsFor(parts, { frozen, shown, history }, event);
  const wasTold = history.some((each) => each.state === 'sent' && isStepOf(each, event.id));
  if (news.length === 0 && !wasTold) return null;
  const under = { original, event: event.id, now: parts.now(), urgency: urgencyOf(facts) };
  // a story of the same event may bring more: then the update's own note tells it
  const isFollowed = followsUpdates(original.createdAt, parts.now());
  const isUpdate = isFollowed && (await updateOf(parts, original, facts)) !== null;
  const fresh = toldOnce(news.filter(({ change }) => change.event !== event.id || !isUpdate));
  const notes = fresh.map((each) => noteOf({ ...under, version: newsSign(each) }, stepNote(each)));
  return {
    payload: await draw(),
    notes,
    instead: ({ isClosed }) => (isClosed ? [] : notes),
    removed: null,
  };
}

function stepNote(news: StepNews): Layout {
  const { event: id, version, title } = news.change;
  return updateNote({ event: { id, version }, title, href: null }, 'Update', [newsText(news)]);
}

/**
 * Does a message that follows updates tell a sentence of the event, such as a step due today, that live
 * copy no longer holds?
 */
async function hasLostSentence(
  parts: StandingParts,
  delivery: Delivery,
  id: string,
): Promise<boolean> {
  const { store } = parts;
  const event = await store.event(id);
  const frozen = await frozenOf(store, delivery);
  if (event === null || frozen === null) return false;
  if (!(await channelTakesUpdates(parts, delivery.channel))) return false;
  const told = frozen.layout.items.filter((item) => item.event?.id === id);
  if (told.length === 0 || told.some(({ sentence }) => sentence === undefined)) return false;
  const at = new Date(parts.now()).toISOString();
  const stories = readableStories(await store.stories(event.stories), at);
  return standingSentences(told, textsOf(stories), event) !== null;
}

/** Does the amendment take away what is still killed or held? A hold may have been lifted meanwhile. */
async function isWithdrawn({ store }: StandingParts, facts: AmendmentPayload): Promise<boolean> {
  if (urgencyOf(facts) !== URGENCY.withdrawal) return false;
  const [story] = facts.story === null ? [] : await store.stories([facts.story]);
  return story?.state !== 'live';
}

type Update = {
  readonly layout: Layout;
  readonly card: { readonly version: number };
  readonly hasRoom: boolean;
};

/** The note on an update; null when it brings nothing that a reader of this channel would care for. */
async function updateOf(
  parts: StandingParts,
  original: Delivery,
  { event: id }: AmendmentPayload,
): Promise<Update | null> {
  const { store } = parts;
  if (!(await channelTakesUpdates(parts, original.channel))) return null;
  const event = await store.event(id);
  const shown = original.events.find((each) => each.id === id);
  if (event === null || shown === undefined) return null;
  const history = await store.deliveriesOf(original.id);
  const told = { id, version: toldVersion(history, id, shown.version) };
  if (told.version >= event.version) return null;
  const frozen = await frozenOf(store, original);
  const at = new Date(parts.now()).toISOString();
  if (frozen === null) return null;
  const first = await shownCard(parts, frozen.edition, event, shown.version);
  if (first === null || !isFollowing(frozen, id, first)) return null;
  const before = (await shownCard(parts, frozen.edition, event, told.version)) ?? first;
  const card = await cardOf(store, parts.analyst, event, at);
  const changes = card === null ? [] : changesBetween(before, card);
  if (card === null || changes.length === 0) return null;
  const layout = noteLayout(card, { id, version: event.version }, `v${event.version}`, changes);
  const notes = history.filter(({ purpose }) => purpose === 'note');
  return { layout, card: { version: event.version }, hasRoom: takesNote(notes.length) };
}

/** The newest version that the readers of a message know of: as posted, as noted, as corrected. */
function toldVersion(history: readonly Delivery[], event: string, shown: number): number {
  const told = history.flatMap((each): number[] => {
    if (each.purpose === 'note')
      return each.events.flatMap(({ id, version }) => (id === event ? [version] : []));
    if (each.purpose !== 'amendment' || each.state !== 'sent') return [];
    const facts = each.payload as AmendmentPayload;
    return facts.event === event && isUrgent(facts) ? [facts.version] : [];
  });
  return Math.max(shown, ...told);
}

function noteLayout(
  card: Card,
  event: { readonly id: string; readonly version: number },
  sign: string,
  changes: readonly string[],
): Layout {
  const href = card.sources.find((source) => source.href !== null)?.href ?? null;
  return updateNote({ event, title: card.title, href }, sign, changes);
}

/** What is said where a withdrawal or a correction cannot be made in the message itself. */
async function urgentNote(
  parts: StandingParts,
  original: Delivery,
  facts: AmendmentPayload,
): Promise<Layout | null> {
  const { store } = parts;
  const at = new Date(parts.now()).toISOString();
  // rows of earlier versions do not name the event
  const event = await store.event(facts.event ?? '');
  const card = event === null ? null : await cardOf(store, parts.analyst, event, at);
  if (event === null || card === null) return withdrawalNote(facts.change === 'held');
  const reference = { id: event.id, version: event.version };
  if (facts.change === 'released')
    return noteLayout(card, reference, 'Update', ['the wire has released this item again']);
  if (facts.change === 'mended')
    return noteLayout(card, reference, 'Changed', [
      event.mended?.note ?? 'an editor has mended it',
    ]);
  if (facts.change !== 'corrected')
    return noteLayout(card, reference, 'Changed', ['one of its sources was withdrawn by its wire']);
  const shown = original.events.find((each) => each.id === facts.event);
  const frozen = await frozenOf(store, original);
  const before = shown
    ? await shownCard(parts, frozen?.edition ?? null, event, shown.version)
    : null;
  const changes = facts.note === null && before ? changesBetween(before, card) : [];
  const wrong = facts.note === null ? changes : [facts.note];
  const told = wrong.length === 0 ? ['the wire has corrected this item'] : wrong;
  return noteLayout(card, reference, `Correction (v${event.version})`, told);
}

type Under = {
  readonly original: Delivery;
  readonly event: string;
  /** what of the event the note tells: its version, or the news of a step */
  readonly version: number | string;
  readonly now: number;
  /** as that of the amendment that it belongs to */
  readonly urgency: number;
};

/** The ledger's row of a note: named by message, event and version, so that it is said once. */
function noteOf(
  { original, event, version, now, urgency }: Under,
  layout: Layout,
  inChannel = false,
): Delivery {
  // what was said in a thread that went with its message is said once more, in the channel
  const place = inChannel ? ['in the channel'] : [];
  const name = fingerprint('note', original.id, event, String(version), ...place);
  const payload: NotePayload = { under: original.id, layout, name };
  return {
    id: deliveryId(name, 0),
    channel: original.channel,
    purpose: 'note',
    batch: original.id,
    part: 0,
    place: inChannel ? 'lead' : 'thread',
    events: layout.items.flatMap((item) => item.event ?? []),
    payload,
    contentHash: name,
    ...plannedAt(now),
    urgency,
  };
}

/** Where a message goes besides its channel: under which lead, and for whom alone. */
export async function placeOf(
  store: Store,
  delivery: Delivery,
): Promise<Pick<Posting, 'lead' | 'threadName' | 'reader'>> {
  if (delivery.purpose === 'notice') {
    const { person, replies } = delivery.payload as NoticePayload;
    return { lead: null, reader: { person, replies } };
  }
  if (delivery.place === 'lead') return { lead: null };
  if (delivery.purpose !== 'note') return { lead: await leadOf(store, delivery.batch) };
  const { under } = delivery.payload as NotePayload;
  const original = await store.delivery(under);
  if (original === null) return { lead: null };
  const frozen = await frozenOf(store, original);
  const lead =
    original.place === 'lead' ? original.messageId : (await placeOf(store, original)).lead;
  return { lead, ...(frozen === null ? {} : { threadName: frozen.layout.title }) };
}

async function leadOf(store: Store, batch: string): Promise<string | null> {
  const lead = (await store.deliveriesOf(batch)).find((each) => each.place === 'lead');
  return lead?.messageId ?? null;
}
