/** A `newsItem` of NewsML-G2 as copy, or the problem that says why it is none. */
import { problem, type Problem } from '../../../news/problem.ts';
import { blankCopy, type Copy } from '../../../news/take.ts';
import { inLanguage, leftOut } from '../language.ts';
import { isListing } from '../xml/blocks.ts';
import { hasProse, tablesLeftOut } from '../prose.ts';
import { attributeOf, childOf, childrenOf, lineIn } from '../xml/look.ts';
import { releaseNotes } from '../set-aside.ts';
import { datelineOf } from '../xml/place.ts';
import { withDocument } from '../nitf/life.ts';
import { readWireTime } from '../xml/times.ts';
import type { XmlElement } from '../xml/tree.ts';
import { editorsNotes, linksOf, replacedAltIds, subjectsOf } from './about.ts';
import { bodyOf, remoteTexts, type Body } from './body.ts';
import { catalogOf, codeOf, type Catalog } from './codes.ts';
import { lifeOf, type Life } from './life.ts';

/** What the message around an item says. */
export type Message = {
  readonly sentAt: string | null;
  readonly sender: string | null;
  readonly priority: number | null;
  readonly catalog: Catalog;
};

export type ItemRead = { readonly copy: Copy | null; readonly problem: Problem | null };

/** Kinds of items that are no stories, by the code of their class. */
const OTHER_CLASSES: Readonly<Record<string, string>> = {
  picture: 'a picture', photo: 'a picture', graphic: 'a graphic', video: 'a video', audio: 'an audio item',
  animation: 'an animation', composite: 'a package', table: 'a table', data: 'a data set', event: 'an event',
}; // prettier-ignore

/** Reads one item. An order to kill or hold is copy whatever the item holds. */
export function readItem(item: XmlElement, message: Message): ItemRead {
  const catalog = catalogOf(item, message.catalog);
  const itemMeta = childOf(item, 'itemmeta');
  const contentMeta = childOf(item, 'contentmeta');
  const life = withDocument(lifeOf(itemMeta, catalog), childrenOf(item, 'contentset'));
  const body = bodyOf(item, languageOf(item, contentMeta));
  const language = body.language ?? languageOf(item, contentMeta);
  const headline =
    headlineOf(contentMeta, language) ?? body.headline ?? lineIn(childOf(itemMeta, 'title'));
  const isOrder = life.signal === 'kill' || life.signal === 'withhold';
  const parts = { item, itemMeta, contentMeta, catalog, life, body, headline, language };
  const kind = body.otherwise ?? otherKind(parts);
  const name = (headline ?? attributeOf(item, 'guid') ?? 'without a name').slice(0, 100);
  if (kind !== null && !isOrder) return none('not-a-story', `"${name}" is ${kind}, no story.`);
  if (headline === null && body.paragraphs.length === 0 && !isOrder)
    return none('empty-item', `The item ${name} holds neither headline nor text.`);
  if (isOrder && attributeOf(item, 'guid') === null)
    return none('no-id', `An order to ${life.signal} names no item: "${name}".`);
  return { copy: copyOf(parts, message), problem: null };
}

function none(code: string, sentence: string): ItemRead {
  return { copy: null, problem: problem(code, sentence) };
}

type Parts = {
  readonly item: XmlElement;
  readonly itemMeta: XmlElement | null;
  readonly contentMeta: XmlElement | null;
  readonly catalog: Catalog;
  readonly life: Life;
  readonly body: Body;
  readonly headline: string | null;
  readonly language: string | null;
};

function copyOf(parts: Parts, message: Message): Copy {
  const { item, itemMeta, contentMeta, catalog, life, body, headline, language } = parts;
  const sentAt = sentIn(itemMeta, contentMeta, message);
  const first = lineIn(childOf(itemMeta, 'firstcreated'));
  const provider = providerOf(item, itemMeta, catalog) ?? message.sender;
  const linked = linksOf(itemMeta, catalog);
  const elsewhere = body.paragraphs.length > 0 ? [] : remoteTexts(item);
  return {
    ...blankCopy('newsml-g2'),
    guid: attributeOf(item, 'guid'),
    version: attributeOf(item, 'version'),
    sentAt,
    createdAt: readWireTime(first ?? lineIn(childOf(contentMeta, 'contentcreated'))),
    signal: life.signal,
    usable: life.usable,
    embargo: life.embargo,
    urgency: digitOf(lineIn(childOf(contentMeta, 'urgency'))) ?? message.priority,
    slug: lineIn(elementsIn(contentMeta, 'slugline', language)[0]),
    headline,
    byline: byIn(contentMeta) ?? body.byline ?? creatorOf(item, contentMeta),
    dateline: datelineOf(lineIn(childOf(contentMeta, 'dateline')), sentAt),
    language,
    paragraphs: withoutSubhead(body.paragraphs, childrenOf(contentMeta, 'headline').map(lineIn)),
    captions: body.captions,
    notes: [
      ...editorsNotes(itemMeta, catalog),
      ...body.notes,
      ...releaseNotes([
        body.headline === headline ? null : body.headline,
        ...childrenOf(contentMeta, 'description').map(lineIn),
      ]),
    ],
    subjects: subjectsOf(contentMeta, catalog),
    ...linked,
    // such an id may only point at copy to read beside it
    replaces: isReplacing(itemMeta, catalog)
      ? [...linked.replaces, ...replacedAltIds(item, contentMeta)]
      : linked.replaces,
    links: [...linked.links, ...elsewhere.map((href) => ({ rel: 'rendition', href }))],
    rights: rightsOf(item),
    provider,
    problems: [
      ...life.problems,
      ...untimed(itemMeta, sentAt),
      ...textless(elsewhere),
      ...leftOut(body.languages, language),
      ...tablesLeftOut(body.tables),
    ],
  };
}

const isReplacing = (itemMeta: XmlElement | null, catalog: Catalog): boolean =>
  childrenOf(itemMeta, 'signal').some((each) => codeOf(each, catalog)?.code === 'replace');

function textless(elsewhere: readonly string[]): Problem[] {
  if (elsewhere.length === 0) return [];
  return [problem('text-elsewhere', 'The item has no text and only names where it lies.')];
}

/** 1 to 9; anything else is no urgency. */
export function digitOf(text: string | null): number | null {
  return text !== null && /^[1-9]$/.test(text) ? Number(text) : null;
}

/** The time of this version; where a wire leaves it out, the next best that it writes. */
function sentIn(
  itemMeta: XmlElement | null,
  contentMeta: XmlElement | null,
  message: Message,
): string | null {
  return (
    readWireTime(lineIn(childOf(itemMeta, 'versioncreated'))) ??
    message.sentAt ??
    readWireTime(lineIn(childOf(contentMeta, 'contentmodified'))) ??
    readWireTime(lineIn(childOf(itemMeta, 'firstcreated'))) ??
    readWireTime(lineIn(childOf(contentMeta, 'contentcreated')))
  );
}

/** `by` as a name: some wires put a service and a day there. */
function byIn(contentMeta: XmlElement | null): string | null {
  const by = lineIn(childOf(contentMeta, 'by'));
  return by === null || /\d/.test(by) ? null : by;
}

function untimed(itemMeta: XmlElement | null, sentAt: string | null): Problem[] {
  const written = lineIn(childOf(itemMeta, 'versioncreated'));
  if (sentAt !== null || written === null) return [];
  return [problem('date', `The date "${written.slice(0, 60)}" cannot be read.`)];
}

function languageOf(item: XmlElement, contentMeta: XmlElement | null): string | null {
  return attributeOf(childOf(contentMeta, 'language'), 'tag') ?? attributeOf(item, 'lang');
}

function elementsIn(parent: XmlElement | null, name: string, language: string | null) {
  const all = childrenOf(parent, name).filter((each) => lineIn(each) !== null);
  return inLanguage(
    all.map((value) => ({ value, language: attributeOf(value, 'lang') })),
    language,
  );
}

/** The main headline: subheads and short forms have a role of their own. */
function headlineOf(contentMeta: XmlElement | null, language: string | null): string | null {
  const headlines = elementsIn(contentMeta, 'headline', language);
  const main = headlines.find((each) => {
    const role = attributeOf(each, 'role');
    return role === null || /(?:^|:)(?:main|headline|hl1)/i.test(role);
  });
  return lineIn(main ?? headlines[0]);
}

/** A subhead that the body repeats above its first paragraph is no lede. */
function withoutSubhead(
  paragraphs: readonly string[],
  headlines: readonly (string | null)[],
): readonly string[] {
  const [first = null, ...rest] = paragraphs;
  return rest.length > 0 && headlines.includes(first) ? rest : paragraphs;
}

function otherKind({ itemMeta, contentMeta, catalog, body }: Parts): string | null {
  const code = codeOf(childOf(itemMeta, 'itemclass'), catalog)?.code.toLowerCase() ?? 'text';
  const other = Object.hasOwn(OTHER_CLASSES, code) ? OTHER_CLASSES[code] : undefined;
  if (other !== undefined) return other;
  const signals = childrenOf(itemMeta, 'signal').map((each) => codeOf(each, catalog)?.code ?? '');
  const genres = childrenOf(contentMeta, 'genre').map((each) => codeOf(each, catalog)?.code ?? '');
  // a market report may bear the mark of its table: it is a story all the same
  const isMarked = [...signals, ...genres].some((each) =>
    /^(?:table|agate|results?[ _-]?listings?\w{0,30}|statistics|listings?)$/i.test(each),
  );
  return isListing(body) || (isMarked && !hasProse(body.paragraphs)) ? 'a table' : null;
}

function providerOf(
  item: XmlElement,
  itemMeta: XmlElement | null,
  catalog: Catalog,
): string | null {
  const provider = childOf(itemMeta, 'provider');
  const holder = childOf(item, 'rightsinfo', 'copyrightholder');
  for (const each of [provider, holder]) {
    const host = URL.parse(attributeOf(each, 'uri') ?? '')?.host.replace(/^www\./, '');
    const name = nameIn(each) ?? host ?? codeOf(each, catalog)?.code;
    if (name) return name;
  }
  return null;
}

function nameIn(element: XmlElement | null): string | null {
  const names = childrenOf(element, 'name');
  const main = names.find((each) => attributeOf(each, 'role') === null) ?? names[0];
  return lineIn(main);
}

/** A creator is a byline when it is a person by the looks of the name, and no provider. */
function creatorOf(item: XmlElement, contentMeta: XmlElement | null): string | null {
  const name = nameIn(childOf(contentMeta, 'creator'));
  const houses = [
    nameIn(childOf(item, 'rightsinfo', 'copyrightholder')),
    nameIn(childOf(item, 'itemmeta', 'provider')),
    nameIn(childOf(contentMeta, 'infosource')),
  ];
  const isPerson = name !== null && /^\p{Lu}\S{0,30}(?: \S{1,30}){1,3}$/u.test(name);
  return isPerson && !houses.includes(name) ? name : null;
}

/** Notice and terms of use in the language of the item, else in the first one given. */
function rightsOf(item: XmlElement): string | null {
  const info = childOf(item, 'rightsinfo');
  const lang = attributeOf(item, 'lang')?.slice(0, 2).toLowerCase();
  const texts = ['copyrightnotice', 'usageterms'].map((name) => {
    const all = childrenOf(info, name);
    const own = all.find((each) =>
      attributeOf(each, 'lang')
        ?.toLowerCase()
        .startsWith(lang ?? '?'),
    );
    return lineIn(own ?? all[0]);
  });
  const told = texts.filter((text) => text !== null).join(' ');
  const holder = childOf(info, 'copyrightholder');
  return told || (nameIn(holder) ?? attributeOf(holder, 'literal'));
}
