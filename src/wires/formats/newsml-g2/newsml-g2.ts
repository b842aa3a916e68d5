/** NewsML-G2: `newsItem`, `packageItem` and `newsMessage`, under any prefix. */
import { problem, type Problem } from '../../../news/problem.ts';
import type { Copy } from '../../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from '../format.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  lineIn,
  rootNameOf,
} from '../xml/look.ts';
import { readWireTime } from '../xml/times.ts';
import { parseXml } from '../xml/open.ts';
import type { XmlElement } from '../xml/tree.ts';
import { cutOff } from '../xml/cut-off.ts';
import { catalogOf } from './codes.ts';
import { digitOf, readItem, type Message } from './item.ts';

const ROOTS = new Set([
  'newsmessage',
  'newsitem',
  'packageitem',
  'conceptitem',
  'knowledgeitem',
  'planningitem',
  'catalogitem',
]);

const ITEMS_MAX = 1_000;

/** NewsML-G2 (IPTC, namespace http://iptc.org/std/nar/2006-10-01/). */
export const newsmlG2Reader: FormatReader = {
  name: 'newsml-g2',
  detect: ({ text }: Decoded) => ROOTS.has(rootNameOf(text) ?? ''),
  parse: ({ text }) => parseXml(text, parseG2),
};

function parseG2(root: XmlElement, open: readonly XmlElement[]): Parsed {
  const message = messageOf(root);
  const items = itemsIn(root);
  const copies: Copy[] = [];
  const found: Problem[] = [];
  for (const item of items.slice(0, ITEMS_MAX)) {
    if (item.name !== 'newsitem') found.push(noStory(item));
    else {
      const read = readItem(item, message);
      const cut = read.copy && cutOff(open, item, childOf(item, 'itemmeta'), read.copy);
      if (read.copy !== null && cut === null) copies.push(read.copy);
      found.push(...[read.problem, cut].filter((each) => each !== null));
    }
  }
  if (items.length > ITEMS_MAX)
    found.push(problem('too-many', `Only the first ${ITEMS_MAX} items were read.`));
  if (items.length === 0) found.push(problem('no-item', 'The message holds no item.'));
  return { copies, problems: found };
}

function messageOf(root: XmlElement): Message {
  const header = childOf(root, 'header');
  return {
    sentAt: readWireTime(lineIn(childOf(header, 'sent'))),
    sender: lineIn(childOf(header, 'sender')),
    priority: digitOf(lineIn(childOf(header, 'priority'))),
    catalog: catalogOf(header, catalogOf(root)),
  };
}

/** The items of a message in order; item sets may hold any kind. */
function itemsIn(root: XmlElement): XmlElement[] {
  if (root.name !== 'newsmessage') return [root];
  const isItem = (each: XmlElement | string): each is XmlElement =>
    typeof each !== 'string' && ROOTS.has(each.name);
  return [root, ...childrenOf(root, 'itemset')].flatMap((each) => each.children.filter(isItem));
}

const KINDS: Readonly<Record<string, string>> = {
  packageitem: 'a package',
  conceptitem: 'a concept',
  knowledgeitem: 'a set of concepts',
  planningitem: 'a planning item',
  catalogitem: 'a catalog',
};

/** What a package refers to comes as items of its own; the references are named, not followed. */
function noStory(item: XmlElement): Problem {
  const headline = lineIn(childOf(item, 'contentmeta', 'headline'));
  const name = headline ?? attributeOf(item, 'guid') ?? 'without a name';
  const kind = KINDS[item.name] ?? 'of another kind';
  const references = item.name === 'packageitem' ? referencesIn(item) : [];
  const list = references.slice(0, 10).join(', ');
  const more = references.length > 10 ? ` and ${references.length - 10} more` : '';
  const names = references.length === 0 ? '' : ` It refers to ${list}${more}.`;
  return problem('not-a-story', `"${name.slice(0, 100)}" is ${kind}, no story.${names}`);
}

function referencesIn(item: XmlElement): string[] {
  // groups may lie in groups
  return descendantsOf(item, 'itemref')
    .flatMap((each) => attributeOf(each, 'residref') ?? attributeOf(each, 'href') ?? [])
    .map((each) => each.slice(0, 120));
}
