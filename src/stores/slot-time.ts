/** Where an edition stands among the editions of its channel, in every store. */
import type { Edition } from '../news/edition.ts';

/** Its slot in epoch milliseconds; for a bulletin, whose slot is no time, when it was composed. */
export function slotTime(edition: Pick<Edition, 'kind' | 'slot' | 'composedAt'>): number {
  return Date.parse(edition.kind === 'digest' ? edition.slot : edition.composedAt);
}
