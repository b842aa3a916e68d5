/**
 * What a message may show now: its frozen layout, with the items exchanged whose stories were
 * killed, held, corrected or, once it stands in its channel, updated since.
 */
import type { Analyst, ReadableStory } from '../analysts/analyst.ts';
import { isUrgent, type AmendmentPayload } from './amendment.ts';
import { cardKey, cardOf, readableStories } from '../cards.ts';
import { servedChannel } from '../channels.ts';
import type { Chat } from '../chats/chat.ts';
import type { Config } from '../config.ts';
import { changesBetween } from '../editing/changes.ts';
import { withoutFacts } from '../editing/facts.ts';
import { changesText, standingSentences } from '../editing/layout/amend.ts';
import { briefCard, fullCard, titleBlock, type ItemLabel } from '../editing/layout/card.ts';
import {
  newsOfCard,
  newsText,
  toldOnce,
  sentencesWithNews,
  withNews,
  withoutNews,
  withoutOver,
  type StepNews,
} from '../editing/step-news.ts';
import { withdrawalItem } from '../editing/layout/digest.ts';
import type { Card } from '../news/card.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import { storiesEver, type Event } from '../news/event.ts';
import type { Layout, LayoutItem } from '../news/layout.ts';
import type { Story } from '../news/story.ts';
import { frozenOf, hasOwnLayout, type Frozen } from './frozen.ts';
import { redrawn } from './redrawing.ts';
import { standingEvent } from '../filing/regrouping.ts';
import { isStepOf, newsOfShown, settledCardOf } from './rescheduling.ts';
import type { Store } from '../stores/store.ts';

export type StandingParts = {
  readonly config: Pick<Config, 'channels'>;
  readonly store: Store;
  readonly analyst: Analyst;
  readonly now: () => number;
};

/**
 * The payload of a message as it may be shown now; null when it may not be shown at all.
 * @param amending true for a message that stands in its channel: it follows updates as well
 */
export async function standingPayload(
  parts: StandingParts,
  chat: Chat,
  delivery: Delivery,
  amending = false,
): Promise<unknown> {
  const replacements = await replacementsFor(parts, delivery, amending);
  if (replacements.size === 0 && !hasOwnLayout(delivery)) return delivery.payload;
  const frozen = await frozenOf(parts.store, delivery);
  if (frozen === null || (!amending && (await isNewsOfNothing(parts, delivery)))) return null;
  return redrawn(chat, frozen, replacements);
}

/** A bulletin that is not out yet, of what was killed: nobody has seen it, and nobody misses it. */
async function isNewsOfNothing({ store }: StandingParts, delivery: Delivery): Promise<boolean> {
  if (delivery.purpose !== 'bulletin') return false;
  const events = await store.events(delivery.events.map(({ id }) => id));
  const stories = await store.stories(events.flatMap(storiesEver));
  return stories.length > 0 && stories.every(isKilled);
}

/** For every event of the message whose shown copy no longer stands: what stands in its place. */
async function replacementsFor(
  parts: StandingParts,
  delivery: Delivery,
  amending: boolean,
): Promise<Map<string, LayoutItem>> {
  const { store } = parts;
  const versions = new Map(delivery.events.map(({ id, version }) => [id, version]));
  const replacements = new Map<string, LayoutItem>();
  const read = async (): Promise<Delivery[]> =>
    (await store.deliveriesOf(delivery.id)).sort((a, b) => a.createdAt - b.createdAt);
  const told = amending ? await read() : [];
  const changed = (await store.events([...versions.keys()])).filter(
    ({ id, version }) => version !== versions.get(id) || told.some((each) => isStepOf(each, id)),
  );
  if (changed.length === 0) return replacements;
  const frozen = await frozenOf(store, delivery);
  if (frozen === null) return replacements;
  const history = amending ? told : await read();
  const updates = amending && (await takesUpdates(parts, delivery, history));
  for (const event of changed) {
    const shown = { id: event.id, version: versions.get(event.id) ?? 0 };
    const item = await replacementOf(parts, event, { delivery, frozen, shown, history, updates });
    if (item !== null) replacements.set(event.id, item);
  }
  return replacements;
}

/** Does a posted message follow mere updates? One that has done so once does not go back. */
async function takesUpdates(
  parts: StandingParts,
  { channel }: Delivery,
  history: readonly Delivery[],
): Promise<boolean> {
  if (history.some(({ purpose }) => purpose === 'note')) return true;
  return channelTakesUpdates(parts, channel);
}

/** False for a channel that asked for corrections and kills only. */
export async function channelTakesUpdates(parts: StandingParts, channel: string): Promise<boolean> {
  const at = new Date(parts.now()).toISOString();
  const { settings } = await servedChannel(parts.store, parts.config.channels, channel, at);
  return settings.amendments !== 'corrections-and-kills';
}

type Shown = {
  readonly delivery: Delivery;
  readonly frozen: Frozen;
  readonly shown: { readonly id: string; readonly version: number };
  /** amendments and notes of the message, oldest first */
  readonly history: readonly Delivery[];
  readonly updates: boolean;
};

async function replacementOf(
  parts: StandingParts,
  event: Event,
  context: Shown,
): Promise<LayoutItem | null> {
  const { store } = parts;
  const { delivery, frozen, shown } = context;
  const at = new Date(parts.now()).toISOString();
  const stories = await store.stories(storiesEver(event));
  const reference = { id: event.id, version: event.version };
  const changes = changesSince(context, stories);
  const isMended = (event.mended?.version ?? 0) > shown.version;
  if (changes.length === 0 && !isMended && !context.updates) return null;
  const made = await cardOf(store, parts.analyst, await standingEvent(store, event), at);
  if (made === null) return withdrawalItem(reference, isOnlyHeld(stories));
  const current = await settledAsPosted(parts.store, made, event, { frozen, at });
  const news = context.updates ? await stepNewsFor(parts, context, event) : [];
  const told = frozen.layout.items.filter((item) => item.event?.id === shown.id);
  if (told.length > 0 && told.every(({ sentence }) => sentence !== undefined))
    return (
      standingSentences(told, textsOf(readableStories(stories, at)), event) ??
      sentencesWithNews(told, news, reference)
    );
  const card = withoutOver(withNews(current, news), at);
  const isWithdrawn = changes.some(
    ({ change, story }) => isLost(change) && !isBack(story, stories),
  );
  // what was said of a story that is gone goes, also where others still tell of the event
  if (delivery.purpose === 'note') return isWithdrawn ? withdrawalItem(reference) : null;
  const before = await shownCard(parts, frozen.edition, event, shown.version);
  const label =
    labelOf(changes, isWithdrawn, () => (before ? changesBetween(before, current) : [])) ??
    (isMended ? { label: 'Changed', text: event.mended?.note ?? null } : null);
  if (label !== null) return drawCard(context, before, card, { ...reference, label });
  if (before === null || !isFollowing(frozen, shown.id, before)) return null;
  const stepLines = toldOnce(newsOfCard(current, news)).map(newsText);
  const isLater = event.version !== shown.version;
  const changed = isLater ? changesBetween(before, withoutNews(current, news)) : [];
  const lines = [...stepLines, ...changed];
  if (lines.length === 0) return null;
  const sign = changed.length === 0 ? 'Update' : `Update v${event.version}`;
  const update = { label: sign, text: changesText(lines) };
  return drawCard(context, before, card, { ...reference, label: update });
}

/** A digest that was posted without a step, because it had been changed by then, does not bring it back. */
async function settledAsPosted(
  store: Store,
  card: Card,
  event: Event,
  { frozen, at }: { readonly frozen: Frozen; readonly at: string },
): Promise<Card> {
  const item = frozen.edition?.items.find((each) => each.event === event.id);
  if (item?.changed === undefined) return card;
  return (await settledCardOf(store, event, card, at)).card;
}

/** What later stories say of the steps that a message shows of an event. */
export async function stepNewsFor(
  parts: StandingParts,
  { frozen, shown, history }: Pick<Shown, 'frozen' | 'shown' | 'history'>,
  event: Event,
): Promise<StepNews[]> {
  const { edition, layout } = frozen;
  const sentences = layout.items.filter((item) => item.event?.id === shown.id && item.sentence);
  const before = await shownCard(parts, edition, event, shown.version);
  const next = before !== null && isFollowing(frozen, shown.id, before) ? before.next : [];
  const at = new Date(parts.now()).toISOString();
  return newsOfShown(parts.store, { event, edition, next, sentences, history, at });
}

/** The texts of the copies of these stories, by take. */
export const textsOf = (stories: readonly ReadableStory[]): Map<string, string> =>
  new Map(stories.map(({ current }) => [current.id, current.text]));

const isOnlyHeld = (stories: readonly Story[]): boolean =>
  stories.some(({ state }) => state === 'held') && !stories.some(isKilled);
const isKilled = (story: Story): boolean => story.state === 'killed';
const isLost = (change: AmendmentPayload['change']): boolean =>
  change === 'killed' || change === 'held';
const isBack = (id: string | null, stories: readonly Story[]): boolean =>
  stories.find((story) => story.id === id)?.state === 'live';

type Since = Pick<AmendmentPayload, 'change' | 'story' | 'note'>;

/** What happened to an event since it was frozen, oldest first. */
function changesSince({ shown, history, frozen }: Shown, stories: readonly Story[]): Since[] {
  const planned = history
    .filter(({ purpose }) => purpose === 'amendment')
    .map(({ payload }) => payload as AmendmentPayload)
    .filter((payload) => payload.event === shown.id && isUrgent(payload));
  if (planned.length > 0) return planned;
  // changed before the message stood in the ledger, where no amendment could be planned for it
  return stories
    .filter((story) => Date.parse(story.changedAt) > frozen.since)
    .flatMap((story): Since[] => {
      const { id, state, correction: note } = story;
      if (state !== 'live')
        return [{ change: isKilled(story) ? 'killed' : 'held', story: id, note }];
      const isCorrected = story.takes.at(-1)?.signal === 'correction';
      return isCorrected ? [{ change: 'corrected', story: id, note }] : [];
    });
}

/** The line that says what was wrong; null when nothing was, and the item may at most be updated. */
function labelOf(
  changes: readonly Since[],
  isWithdrawn: boolean,
  news: () => readonly string[],
): ItemLabel | null {
  const corrected = changes.findLast(({ change }) => change === 'corrected');
  if (corrected) {
    const { note } = corrected;
    const told = note === null ? news() : [note];
    return { label: 'Correction', text: told.length === 0 ? null : changesText(told) };
  }
  if (isWithdrawn)
    return { label: 'Changed', text: 'one of its sources was withdrawn by its wire.' };
  const last = changes.at(-1)?.change;
  if (last === 'released')
    return { label: 'Update', text: 'the wire has released this item again.' };
  return null;
}

/**
 * The card of an event in the version that was shown, as it was frozen or kept, without what an
 * editor has hidden since; null when it was not kept.
 */
export async function shownCard(
  { store, analyst }: StandingParts,
  edition: Edition | null,
  { id, hidden = [] }: Event,
  version: number,
): Promise<Card | null> {
  const item = edition?.items.find((each) => each.event === id && each.version === version);
  const card = item?.card ?? (await store.card(id, version, cardKey(analyst)));
  return card === null ? null : withoutFacts(card, hidden);
}

/** A digest's items and shared cards follow updates; an answer stays as it was given. */
export function isFollowing(frozen: Frozen, event: string, before: Card): boolean {
  if (frozen.edition === null) return showsCard(frozen.layout, event, before);
  return frozen.edition.items.some((item) => item.event === event);
}

function showsCard(layout: Layout, event: string, card: Card | null): boolean {
  const item = layout.items.find((each) => each.event?.id === event);
  if (card === null || item === undefined) return false;
  return JSON.stringify(item.blocks[0]) === JSON.stringify(titleBlock(card));
}

/** The card as the message showed it: short in a digest, in full where it was asked for. */
function drawCard(
  { frozen, shown }: Shown,
  before: Card | null,
  card: Card,
  { label, ...event }: { id: string; version: number; label: ItemLabel },
): LayoutItem {
  const isFull = frozen.edition === null && showsCard(frozen.layout, shown.id, before);
  return isFull ? fullCard(card, event, label) : briefCard(card, event, label);
}
