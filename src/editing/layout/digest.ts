/** An edition as a layout: heading, items, what was left out, how the wires are. */
import type { Card } from '../../news/card.ts';
import type { DigestItem, Edition } from '../../news/edition.ts';
import type { Block, Layout, LayoutItem } from '../../news/layout.ts';
import { showInstant } from '../slots.ts';
import { todayItems, withChanged } from './agenda.ts';
import { briefCard } from './card.ts';

/**
 * The item that stands where an event was shown whose stories were withdrawn. It does not tell the
 * headline again: the headline may be what was wrong.
 */
export function withdrawalItem(event: LayoutItem['event'], isHeld = false): LayoutItem {
  const [sign, text] = isHeld
    ? ['Held back. ', 'The wire asks not to use this item for now.']
    : ['Withdrawn. ', 'The wire has withdrawn this item. Please do not use it.'];
  return { event, blocks: [{ kind: 'text', runs: [{ text: sign, style: 'bold' }, { text }] }] };
}

function headItem(edition: Edition): LayoutItem {
  const blocks: Block[] = [{ kind: 'heading', text: edition.title }];
  if (edition.missedSlots.length > 0) {
    const from = showInstant(edition.window.from, edition.zone);
    const to = showInstant(edition.window.to, edition.zone);
    const text = `Catch-up for ${edition.missedSlots.length} missed: covers ${from} to ${to}.`;
    blocks.push({ kind: 'note', runs: [{ text }] });
  }
  return { event: null, blocks };
}

function footItem(edition: Edition): LayoutItem | null {
  const lines = [...edition.footer];
  if (edition.more > 0) lines.unshift(`and ${edition.more} more: ask with /brief TOPIC`);
  if (edition.items.length === 0) lines.unshift('Nothing new since the last digest.');
  if (lines.length === 0) return null;
  return { event: null, blocks: lines.map((text) => ({ kind: 'note', runs: [{ text }] })) };
}

/** Items by their card: where many channels show one card, it is laid out and measured once. */
const cardItems = new WeakMap<Card, LayoutItem>();

function cardItem({ event: id, version, card, update }: DigestItem): LayoutItem {
  if (update !== null) return briefCard(card, { id, version }, { label: 'Update', text: update });
  const known = cardItems.get(card);
  if (known?.event?.id === id && known.event.version === version) return known;
  const item = briefCard(card, { id, version }, null);
  cardItems.set(card, item);
  return item;
}

/** The layout of an edition. Pure: the same edition gives the same layout for ever. */
export function layoutEdition(edition: Edition): Layout {
  const items: LayoutItem[] = [headItem(edition)];
  items.push(...edition.items.flatMap((item) => withChanged(cardItem(item), item.changed ?? [])));
  items.push(...todayItems(edition.today ?? [], edition.zone));
  const foot = footItem(edition);
  if (foot) items.push(foot);
  return { title: edition.title, items };
}
