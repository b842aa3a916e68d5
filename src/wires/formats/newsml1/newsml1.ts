/** NewsML 1.0 to 1.2: `NewsItem`s in an envelope, each with management data and components. */
import { problem, type Problem } from '../../../news/problem.ts';
import { blankCopy, type Copy } from '../../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from '../format.ts';
import { tablesLeftOut } from '../prose.ts';
import { bylineIn, isListing } from '../xml/blocks.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  lineIn,
  rootNameOf,
} from '../xml/look.ts';
import { releaseNotes } from '../set-aside.ts';
import { datelineOf } from '../xml/place.ts';
import { withDocument } from '../nitf/life.ts';
import { readWireTime } from '../xml/times.ts';
import { parseXml } from '../xml/open.ts';
import type { XmlElement } from '../xml/tree.ts';
import { cutOff } from '../xml/cut-off.ts';
import { linksOf, notesOf, subjectsOf } from './about.ts';
import { contentOf, type Content } from './content.ts';
import { formalName, lifeOf } from './life.ts';

/** NewsML 1.x (IPTC, DTD 1.0 to 1.2). */
export const newsml1Reader: FormatReader = {
  name: 'newsml1',
  detect: ({ text }: Decoded) => rootNameOf(text) === 'newsml',
  parse: ({ text }) => parseXml(text, parseNewsml1),
};

const ITEMS_MAX = 1_000;

function parseNewsml1(root: XmlElement, open: readonly XmlElement[]): Parsed {
  const envelope = childOf(root, 'newsenvelope');
  const items = childrenOf(root, 'newsitem').flatMap(withInner);
  const copies: Copy[] = [];
  const found: Problem[] = [];
  for (const item of items.slice(0, ITEMS_MAX)) {
    const content = contentOf(item);
    const copy = copyOf(item, envelope, content);
    const cut = cutOff(open, item, childOf(item, 'newsmanagement'), copy);
    const why = cut ?? whyNoStory(item, copy, content);
    if (why === null) copies.push(copy);
    else found.push(why);
  }
  if (items.length > ITEMS_MAX)
    found.push(problem('too-many', `Only the first ${ITEMS_MAX} items were read.`));
  if (items.length === 0) found.push(problem('no-item', 'The document holds no item.'));
  return { copies, problems: found };
}

/** An item and those that its components hold whole (DTD 1.1): a package has no text of its own. */
function withInner(item: XmlElement): XmlElement[] {
  const inner = childrenOf(item, 'newscomponent').flatMap((each) =>
    descendantsOf(each, 'newsitem'),
  );
  if (inner.length === 0) return [item];
  return contentOf(item).body === null ? inner : [item, ...inner];
}

function whyNoStory(item: XmlElement, copy: Copy, content: Content): Problem | null {
  const { headline, paragraphs, guid, signal } = copy;
  const name = (headline ?? guid ?? 'without a name').slice(0, 100);
  if (signal === 'kill' || signal === 'withhold') {
    return guid === null ? problem('no-id', `An order to ${signal} names no item.`) : null;
  }
  const kind = content.otherwise ?? otherType(item);
  if (kind !== null) return problem('not-a-story', `"${name}" is ${kind}, no story.`);
  if (content.body !== null && isListing(content.body))
    return problem('not-a-story', `"${name}" is a table, no story.`);
  const references = descendantsOf(item, 'newsitemref').map((each) =>
    attributeOf(each, 'newsitem'),
  );
  if (references.length > 0 && paragraphs.length === 0)
    return problem('not-a-story', `"${name}" is a package, no story. ${listOf(references)}`);
  if (headline !== null || paragraphs.length > 0) return null;
  if (childOf(item, 'update') !== null)
    return problem('partial', `"${name}" changes parts of an item that is not at hand.`);
  return problem('empty-item', `The item ${name} holds neither headline nor text.`);
}

function listOf(references: readonly (string | null)[]): string {
  const named = references.filter((each) => each !== null).map((each) => each.slice(0, 120));
  const more = named.length > 10 ? ` and ${named.length - 10} more` : '';
  return named.length === 0 ? '' : `It refers to ${named.slice(0, 10).join(', ')}${more}.`;
}

function otherType(item: XmlElement): string | null {
  const type = formalName(childOf(item, 'newsmanagement', 'newsitemtype')) ?? '';
  if (/^(?:agate|table|results|statistics|listing)/i.test(type)) return 'a table';
  return /^(?:topicset|catalog|dataset)/i.test(type) ? 'a set of data' : null;
}

function copyOf(item: XmlElement, envelope: XmlElement | null, content: Content): Copy {
  const management = childOf(item, 'newsmanagement');
  const identifier = childOf(item, 'identification', 'newsidentifier');
  const revision = childOf(identifier, 'revisionid');
  const time = (name: string): string | null => readWireTime(lineIn(childOf(management, name)));
  const sentAt =
    time('thisrevisioncreated') ??
    readWireTime(lineIn(childOf(envelope, 'dateandtime'))) ??
    readWireTime(timeIn(identifier));
  const { path, body } = content;
  const line = (name: string): string | null => newsLine(path, item, name);
  const life = withDocument(lifeOf(management, revision), childrenOf(item, 'newscomponent'));
  const urgency = formalName(childOf(management, 'urgency'));
  return {
    ...blankCopy('newsml1'),
    guid: guidOf(identifier),
    version: lineIn(revision),
    sentAt,
    createdAt: time('firstcreated'),
    signal: life.signal,
    usable: life.usable,
    embargo: life.embargo,
    urgency: digitOf(urgency) ?? digitOf(formalName(childOf(envelope, 'priority'))),
    slug: line('slugline') ?? lineIn(childOf(item, 'identification', 'namelabel')),
    headline: line('headline') ?? body?.headline ?? null,
    byline: line('byline') ?? bylineIn(descendantsOf(path.at(-1), 'body.head')[0]),
    dateline: datelineOf(line('dateline'), sentAt),
    language: languageOf(item, path),
    paragraphs: body?.paragraphs ?? [],
    captions: [...(body?.captions ?? []), ...content.captions],
    notes: [
      ...notesOf(path, management),
      ...(body?.notes ?? []),
      ...releaseNotes(
        descendantsOf(item, 'limitations', 'specialinstructions', 'subheadline').map(lineIn),
      ),
    ],
    subjects: subjectsOf(item),
    links: linksOf(management),
    rights: line('copyrightline') ?? line('rightsline'),
    provider: providerOf(item, envelope, identifier),
    problems: [...life.problems, ...content.problems, ...tablesLeftOut(body?.tables ?? 0)],
  };
}

/** The item's name without its revision: all revisions of an item are one story. */
function guidOf(identifier: XmlElement | null): string | null {
  const [provider, date, id] = ['providerid', 'dateid', 'newsitemid'].map((name) =>
    lineIn(childOf(identifier, name)),
  );
  const revision = lineIn(childOf(identifier, 'revisionid'));
  // "ANPX-101218-041-v2" of revision 2
  const own = id?.replace(/-v(\d{1,4})$/, (tail, number) => (number === revision ? '' : tail));
  if (own) return `urn:newsml:${[provider, date, own].filter(Boolean).join(':')}`;
  const urn = lineIn(childOf(identifier, 'publicidentifier'));
  return urn?.replace(/:\d{1,9}[NAU]?$/, '') ?? null;
}

/** Some agencies write the hour into `DateId`, and nowhere else. */
function timeIn(identifier: XmlElement | null): string | null {
  const written = lineIn(childOf(identifier, 'dateid'));
  return written !== null && written.length > 'YYYY-MM-DD'.length ? written : null;
}

function digitOf(text: string | null): number | null {
  return text !== null && /^[1-9]$/.test(text) ? Number(text) : null;
}

/** A line of `NewsLines`: nearest to the text first, then anywhere in the item. */
function newsLine(path: readonly XmlElement[], item: XmlElement, name: string): string | null {
  for (const component of path.toReversed()) {
    const lines = childrenOf(component, 'newslines').flatMap((each) => childrenOf(each, name));
    const text = lines.map(lineIn).find((each) => each !== null);
    if (text) return text;
  }
  const lines = descendantsOf(childOf(item, 'newscomponent'), 'newslines');
  return lines.map((each) => lineIn(childOf(each, name))).find((each) => each !== null) ?? null;
}

function languageOf(item: XmlElement, path: readonly XmlElement[]): string | null {
  for (const component of path.toReversed()) {
    const metadata = childOf(component, 'descriptivemetadata');
    const name = formalName(childOf(metadata, 'language'));
    if (name !== null) return name.toLowerCase();
  }
  return attributeOf(item, 'lang');
}

function providerOf(
  item: XmlElement,
  envelope: XmlElement | null,
  identifier: XmlElement | null,
): string | null {
  const [metadata] = descendantsOf(item, 'administrativemetadata');
  const parties = ['provider', 'source'].map((name) => childOf(metadata, name, 'party'));
  for (const party of [...parties, childOf(envelope, 'sentfrom', 'party')]) {
    const name = formalName(party);
    if (name !== null) return name;
  }
  return lineIn(childOf(identifier, 'providerid'));
}
