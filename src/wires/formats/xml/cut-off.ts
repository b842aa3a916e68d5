/** Documents that end in their midst: what they did not get to may be an embargo. */
import { problem, type Problem } from '../../../news/problem.ts';
import type { Copy } from '../../../news/take.ts';
import type { XmlElement } from './tree.ts';

/** What says of copy whether it may be used, in whatever format; a document inside an item has its own. */
const HEADS =
  /^(?:itemmeta|contentmeta|rightsinfo|newsmanagement|newslines|(?:rights|administrative|descriptive)metadata|docdata|body\.head)$/;

/**
 * Why an item that ends in its midst must not be used: it never got to its text, or not through all that
 * stands before it. Null for a whole item, and for an order to kill or hold, which is obeyed as far as it goes.
 * @param open the elements that the text ends within
 * @param managing the part that manages the item (status, embargo), as far as it was read
 */
export function cutOff(
  open: readonly XmlElement[],
  item: XmlElement,
  managing: XmlElement | null,
  { guid, headline, signal, paragraphs }: Copy,
): Problem | null {
  if (!open.includes(item) || signal === 'kill' || signal === 'withhold') return null;
  const isPast = managing !== null && !open.some(({ name }) => HEADS.test(name));
  if (isPast && paragraphs.length > 0) return null;
  const name = (headline ?? guid ?? 'without a name').slice(0, 100);
  const sentence = `"${name}" breaks off before all is said of its use, and was not read: have it sent again.`;
  return problem('cut-off', sentence);
}
