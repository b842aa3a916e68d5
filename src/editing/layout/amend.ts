/** A message that was posted, with the items exchanged whose stories have changed since. */
import type { Layout, LayoutItem } from '../../news/layout.ts';

/**
 * The layout with each item of a changed event exchanged for its replacement, where the first of
 * them stood; whatever else of that event stood in the message goes.
 */
export function replaceItems(
  layout: Layout,
  replacements: ReadonlyMap<string, LayoutItem>,
): Layout {
  const done = new Set<string>();
  const items = layout.items.flatMap((item) => {
    const replacement = item.event === null ? undefined : replacements.get(item.event.id);
    if (item.event === null || replacement === undefined) return [item];
    if (done.has(item.event.id)) return [];
    done.add(item.event.id);
    return [replacement];
  });
  return { title: layout.title, items };
}
