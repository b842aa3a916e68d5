/** One home for how the readers of XML open a document. */
import type { Parsed } from '../format.ts';
import { readXml, type XmlElement } from './tree.ts';

/**
 * Reads a document of XML; nothing but problems where it has no root.
 * @param read makes copies of the root
 * @param read.open the elements that the text ends within, as it breaks off
 */
export function parseXml(
  text: string,
  read: (root: XmlElement, open: readonly XmlElement[]) => Parsed,
): Parsed {
  const { root, problems, open } = readXml(text);
  if (root === null) return { copies: [], problems };
  const parsed = read(root, open);
  return { copies: parsed.copies, problems: [...problems, ...parsed.problems] };
}
