/** The lede that some agencies set above the body, as `abstract` of NITF, and never tell again. */
import { hasProse } from '../prose.ts';
import { blocksIn } from './blocks.ts';
import { descendantsOf } from './look.ts';
import type { XmlElement } from './tree.ts';

/** Of the words of a summary, more than this share stand in the first paragraphs as well. */
const TOLD_SHARE = 0.4;
const TOP_PARAGRAPHS = 4;

/**
 * The paragraphs of a body, under its abstract where that is the lede: the body does not begin with the
 * same facts. Others write a summary there, which the body tells again.
 * @param around what holds the abstract: a document, or its head
 */
export function withLede(
  around: XmlElement | null,
  paragraphs: readonly string[],
): readonly string[] {
  const [abstract] = descendantsOf(around, 'abstract');
  const lede = abstract === undefined ? [] : blocksIn(abstract).paragraphs;
  if (paragraphs.length === 0) return lede;
  if (!hasProse(lede)) return paragraphs;
  const known = wordsIn(paragraphs.slice(0, TOP_PARAGRAPHS));
  const words = [...wordsIn(lede)];
  const told = words.filter((each) => known.has(each)).length;
  return told > words.length * TOLD_SHARE ? paragraphs : [...lede, ...paragraphs];
}

const wordsIn = (texts: readonly string[]): Set<string> =>
  new Set(
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu),
  );
