/** A message drawn anew from what was frozen, with some of its items exchanged. */
import type { Chat } from '../chats/chat.ts';
import { replaceItems } from '../editing/layout/amend.ts';
import type { Layout, LayoutItem, Part } from '../news/layout.ts';
import type { Frozen } from './frozen.ts';

/** By event, the item that stands in the place of what the message shows of it. */
export type Replacements = ReadonlyMap<string, LayoutItem>;

/** The payload of a message with items exchanged; null when it has no such part any more. */
export function redrawn(chat: Chat, frozen: Frozen, replacements: Replacements): unknown {
  const { layout, batch, part: index } = frozen;
  const rendered = chat.render(layout, batch);
  const part = rendered[index];
  if (part === undefined) return null;
  if (replacements.size === 0) return part.payload;
  const position = { index, total: rendered.length };
  const draw = (items: Replacements): readonly Part[] =>
    chat.render(exchanged(part.layout, items), batch, position);
  const drawn = draw(replacements);
  // A corrected card may be longer than what it replaces: then its headline and label must do.
  const fitting = drawn.length > 1 ? draw(shortened(replacements)) : drawn;
  return fitting[0]?.payload ?? null;
}

/**
 * Items exchanged. What an answer or a list rests on besides stands in no item of its own: when that
 * was withdrawn the whole message goes, when it was corrected the message says so.
 */
function exchanged(layout: Layout, replacements: Replacements): Layout {
  const placed = new Set(layout.items.flatMap(({ event }) => event?.id ?? []));
  const unplaced = [...replacements].filter(([id]) => !placed.has(id)).map(([, item]) => item);
  const gone = unplaced.find(isWithdrawal);
  const { title } = layout;
  if (gone) return { title, items: [gone] };
  return { title, items: [...unplaced, ...replaceItems(layout, replacements).items] };
}

/** A withdrawal has no headline, facts or sources: one block. */
const isWithdrawal = (item: LayoutItem): boolean => item.blocks.length === 1;

function shortened(replacements: Replacements): Replacements {
  const short = [...replacements].map(([id, item]): [string, LayoutItem] => {
    const blocks = [...item.blocks.slice(0, 2), ...item.blocks.slice(2).slice(-1)];
    return [id, { ...item, blocks }];
  });
  return new Map(short);
}
