/**
 * What was posted follows the story: a kill, a hold or a correction plans an edit of every message
 * that showed the event. Planned in the transaction that files the take, so that it is never lost.
 */
import type { Analyst } from './analysts/analyst.ts';
import { cardOf } from './cards.ts';
import type { Chat } from './chats/chat.ts';
import { replaceItems } from './editing/layout/amend.ts';
import { briefCard } from './editing/layout/card.ts';
import { layoutEdition, withdrawalItem } from './editing/layout/digest.ts';
import type { Filed } from './filing.ts';
import { deliveryId } from './news/delivery-id.ts';
import type { Delivery } from './news/delivery.ts';
import { fingerprint } from './news/identity.ts';
import type { Layout, LayoutItem, Part } from './news/layout.ts';
import type { Change } from './news/story.ts';
import { plannedAt } from './plan.ts';
import { standingEvent } from './regrouping.ts';
import type { Records, Store } from './stores/store.ts';

/** Changes after which a message that was posted must not stay as it is. */
const AMENDING: readonly Change[] = ['killed', 'held', 'corrected'];

/** What the payload of a planned amendment holds: the message that it edits. */
export type AmendmentPayload = { readonly amends: string };

/** Plans the edits that these filings call for, inside the caller's transaction. */
export async function planAmendments(
  records: Records,
  filed: readonly Filed[],
  now: number,
): Promise<void> {
  for (const { event, story, change } of filed) {
    if (event === null || !AMENDING.includes(change)) continue;
    for (const id of [event.id, ...(story.formerEvents ?? [])])
      await planEdits(records, id, event.version, now);
  }
}

/** Plans an edit of every message that showed an event, as it stands in this version. */
export async function planEdits(
  records: Records,
  eventId: string,
  version: number,
  now: number,
): Promise<void> {
  const shown = await records.deliveriesShowing(eventId);
  const posted = shown.filter(({ purpose }) => purpose !== 'amendment');
  await records.addDeliveries(
    posted.map((each) => amendmentOf(each, { id: eventId, version }, now)),
  );
}

function amendmentOf(
  original: Delivery,
  event: { readonly id: string; readonly version: number },
  now: number,
): Delivery {
  // two events of one message may reach the same version
  const batch = fingerprint('amendment', original.id, event.id, String(event.version));
  const payload: AmendmentPayload = { amends: original.id };
  return {
    ...original,
    id: deliveryId(batch, 0),
    purpose: 'amendment',
    batch,
    part: 0,
    place: 'lead',
    payload,
    contentHash: batch,
    ...plannedAt(now),
  };
}

export type StandingParts = {
  readonly store: Store;
  readonly analyst: Analyst;
  readonly now: () => number;
};

/**
 * The payload of a message as it may be shown now: the frozen one while all that it shows stands;
 * with fresh cards or withdrawal notices where stories were killed, held or corrected since.
 */
export async function standingPayload(
  parts: StandingParts,
  chat: Chat,
  delivery: Delivery,
): Promise<unknown> {
  const replacements = await replacementsFor(parts, delivery);
  if (replacements.size === 0) return delivery.payload;
  const frozen = await frozenLayout(parts.store, delivery);
  if (frozen === null) return null;
  const rendered = chat.render(frozen, delivery.batch);
  const part = rendered[delivery.part];
  if (part === undefined) return null;
  const position = { index: delivery.part, total: rendered.length };
  const draw = (items: Replacements): readonly Part[] =>
    chat.render(replaceItems(part.layout, items), delivery.batch, position);
  const drawn = draw(replacements);
  // A corrected card may be longer than what it replaces: then its headline and label must do.
  const fitting = drawn.length > 1 ? draw(shortened(replacements)) : drawn;
  return fitting[0]?.payload ?? null;
}

type Replacements = ReadonlyMap<string, LayoutItem>;

function shortened(replacements: Replacements): Replacements {
  const short = [...replacements].map(([id, item]): [string, LayoutItem] => {
    const blocks = [...item.blocks.slice(0, 2), ...item.blocks.slice(-1)];
    return [id, { ...item, blocks }];
  });
  return new Map(short);
}

async function frozenLayout(store: Store, delivery: Delivery): Promise<Layout | null> {
  const edition = await store.edition(delivery.batch);
  if (edition) return layoutEdition(edition);
  return (await store.reply(delivery.batch))?.layout ?? null;
}

/** For every event of the message whose shown copy no longer stands: what stands in its place. */
async function replacementsFor(
  parts: StandingParts,
  delivery: Delivery,
): Promise<Map<string, LayoutItem>> {
  const { store } = parts;
  const at = new Date(parts.now()).toISOString();
  const versions = new Map(delivery.events.map(({ id, version }) => [id, version]));
  const replacements = new Map<string, LayoutItem>();
  for (const event of await store.events([...versions.keys()])) {
    const shownVersion = versions.get(event.id) ?? 0;
    if (event.version === shownVersion) continue;
    const isMended = (event.mended?.version ?? 0) > shownVersion;
    const stories = await store.stories([...event.stories, ...(event.formerStories ?? [])]);
    const changedSince = stories.some(
      (story) => story.state !== 'live' || story.correction !== null,
    );
    if (!changedSince && !isMended) continue;
    const reference = { id: event.id, version: event.version };
    const card = await cardOf(store, parts.analyst, await standingEvent(store, event), at);
    const correction = stories.find((story) => story.correction !== null)?.correction ?? null;
    const item = card
      ? briefCard(card, reference, {
          label: correction === null ? 'Changed' : 'Correction',
          text: correction ?? (isMended ? (event.mended?.note ?? null) : null),
        })
      : withdrawalItem(reference);
    replacements.set(event.id, item);
  }
  return replacements;
}
