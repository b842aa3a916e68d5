/** The layout that a message was made from, as it was frozen when it was planned. */
import { layoutEdition } from '../editing/layout/digest.ts';
import type { Delivery } from '../news/delivery.ts';
import type { Edition } from '../news/edition.ts';
import type { Layout } from '../news/layout.ts';
import type { Store } from '../stores/store.ts';
import type { OwnLayout } from './amending.ts';

/** What was frozen for a message, and since when its stories may have changed (epoch ms). */
export type Frozen = {
  readonly layout: Layout;
  /** names the message to the renderer */
  readonly batch: string;
  readonly part: number;
  readonly since: number;
  readonly edition: Edition | null;
};

/** Is it a message of no batch, drawn from the layout in its own row? */
export const hasOwnLayout = ({ purpose }: Delivery): boolean =>
  purpose === 'note' || purpose === 'notice' || purpose === 'answer';

/** The layout that a message was made from; null when it is no longer stored. */
export async function frozenOf(store: Store, delivery: Delivery): Promise<Frozen | null> {
  const { batch, part, createdAt } = delivery;
  if (hasOwnLayout(delivery)) {
    const own = delivery.payload as OwnLayout;
    return { layout: own.layout, batch: own.name, part: 0, since: createdAt, edition: null };
  }
  const edition = await store.edition(batch);
  if (edition) {
    const since = Math.min(createdAt, Date.parse(edition.composedAt));
    return { layout: layoutEdition(edition), batch, part, since, edition };
  }
  const reply = await store.reply(batch);
  if (!reply) return null;
  return { layout: reply.layout, batch, part, since: Date.parse(reply.at), edition: null };
}
