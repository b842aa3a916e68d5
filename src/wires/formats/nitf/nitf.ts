/** NITF 3.x: the News Industry Text Format. */
import { problem } from '../../../news/problem.ts';
import {
  blankCopy,
  type Copy,
  type Dateline,
  type Note,
  type Subject,
} from '../../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from '../format.ts';
import { blocksIn, bylineIn, isListing, notesIn } from '../xml/blocks.ts';
import { hasProse, tablesLeftOut } from '../prose.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  lineIn,
  rootNameOf,
} from '../xml/look.ts';
import { releaseNotes } from '../set-aside.ts';
import { withLede } from '../xml/lede.ts';
import { datelineOf } from '../xml/place.ts';
import { readWireTime } from '../xml/times.ts';
import { parseXml } from '../xml/open.ts';
import type { XmlElement } from '../xml/tree.ts';
import { cutOff } from '../xml/cut-off.ts';
import { lifeOf, versionIn } from './life.ts';

/** NITF (IPTC, DTD 3.0 to 3.4 and schema 3.5 to 3.6). */
export const nitfReader: FormatReader = {
  name: 'nitf',
  detect: ({ text }: Decoded) => rootNameOf(text) === 'nitf',
  parse: ({ text }) => parseXml(text, parseNitf),
};

const SUBJECTS_MAX = 200;

function parseNitf(root: XmlElement, open: readonly XmlElement[]): Parsed {
  const copy = copyOf(root);
  const { order } = lifeOf(childOf(root, 'head', 'docdata'), copy.guid);
  const about: Copy[] =
    order === null ? [] : [{ ...orderOf(copy), guid: order.guid, signal: order.signal }];
  const isOrder = copy.signal === 'kill' || copy.signal === 'withhold';
  const head = childOf(root, 'head');
  const cut = cutOff(open, root, childOf(head, 'docdata') ?? head, copy);
  const why = cut ?? (isOrder ? orderWithoutId(copy) : whyNoStory(root, copy));
  if (why !== null) return { copies: about, problems: [why] };
  return { copies: [copy, ...about], problems: [] };
}

/** The order that a usable document gives about another one, as a take of its own. */
function orderOf({ sentAt, provider, language }: Copy): Copy {
  return { ...blankCopy('nitf'), sentAt, provider, language, usable: false };
}

function orderWithoutId({ guid, replaces, signal }: Copy) {
  if (guid !== null || replaces.length > 0) return null;
  return problem('no-id', `An order to ${signal} names no document.`);
}

function whyNoStory(root: XmlElement, { headline, paragraphs, guid }: Copy) {
  const name = (headline ?? guid ?? 'without a name').slice(0, 100);
  const types = descendantsOf(childOf(root, 'head'), 'tobject.property').map(
    (each) => attributeOf(each, 'tobject.property.type') ?? '',
  );
  const isAgate = types.some((type) =>
    /^(?:agate|statistics|results?|listings?|tables?)$/i.test(type),
  );
  if (isAgate && !hasProse(paragraphs))
    return problem('not-a-story', `"${name}" is agate, no story.`);
  if (isListing(blocksIn(bodyOf(root)))) {
    return problem('not-a-story', `"${name}" is a table, no story.`);
  }
  return headline === null && paragraphs.length === 0
    ? problem('empty-item', `The document ${name} holds neither headline nor text.`)
    : null;
}

const NO_BODY: XmlElement = { name: 'body', uri: '', attributes: {}, children: [] };

function bodyOf(root: XmlElement): XmlElement {
  return childOf(root, 'body', 'body.content') ?? childOf(root, 'body') ?? NO_BODY;
}

function copyOf(root: XmlElement): Copy {
  const head = childOf(root, 'head');
  const docdata = childOf(head, 'docdata');
  const top = childOf(root, 'body', 'body.head');
  const blocks = blocksIn(bodyOf(root));
  const guid = attributeOf(childOf(docdata, 'doc-id'), 'id-string');
  const { signal, usable, embargo, replaces, problems } = lifeOf(docdata, guid);
  const sentAt = sentIn(root);
  const paragraphs = withLede(top, blocks.paragraphs);
  return {
    ...blankCopy('nitf'),
    guid,
    version: versionIn(docdata),
    sentAt,
    createdAt: createdIn(head),
    signal,
    usable,
    embargo,
    urgency: urgencyIn(head),
    slug: slugIn(head),
    headline: headlineIn(head, top) ?? blocks.headline,
    byline: bylineIn(top),
    dateline: datelineIn(top, sentAt),
    language: languageIn(root),
    paragraphs,
    captions: blocks.captions,
    notes: [
      ...notesOf(root),
      ...blocks.notes,
      ...releaseNotes([
        ...descendantsOf(top, 'hl2').map(lineIn),
        ...(paragraphs === blocks.paragraphs ? [lineIn(childOf(top, 'abstract'))] : []),
      ]),
    ],
    subjects: subjectsIn(head),
    replaces,
    rights: rightsIn(head, top),
    provider: providerIn(head, top),
    problems: [...problems, ...tablesLeftOut(blocks.tables)],
  };
}

/** When it was sent: the issue date; else what else the document is dated by. */
function sentIn(root: XmlElement): string | null {
  const head = childOf(root, 'head');
  const docdata = childOf(head, 'docdata');
  const story = descendantsOf(childOf(root, 'body', 'body.head'), 'story.date')[0];
  const [pubdata] = descendantsOf(head, 'pubdata');
  return (
    readWireTime(attributeOf(childOf(docdata, 'date.issue'), 'norm')) ??
    readWireTime(attributeOf(pubdata, 'date.publication')) ??
    readWireTime(attributeOf(story, 'norm')) ??
    readWireTime(attributeOf(descendantsOf(head, 'revision-history').at(-1), 'norm'))
  );
}

function createdIn(head: XmlElement | null): string | null {
  const times = descendantsOf(head, 'revision-history').flatMap(
    (each) => readWireTime(attributeOf(each, 'norm')) ?? [],
  );
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}

function urgencyIn(head: XmlElement | null): number | null {
  const written = attributeOf(descendantsOf(head, 'urgency')[0], 'ed-urg');
  return written !== null && /^[1-9]$/.test(written) ? Number(written) : null;
}

function headlineIn(head: XmlElement | null, top: XmlElement | null): string | null {
  const main = lineIn(descendantsOf(top, 'hl1')[0]) ?? lineIn(childOf(top, 'hedline'));
  return main ?? lineIn(childOf(head, 'title'));
}

function metaIn(head: XmlElement | null, names: RegExp): string | null {
  const metas = childrenOf(head, 'meta').filter((each) =>
    names.test(attributeOf(each, 'name') ?? ''),
  );
  return metas.map((each) => attributeOf(each, 'content')).find((each) => each !== null) ?? null;
}

function slugIn(head: XmlElement | null): string | null {
  const docdata = childOf(head, 'docdata');
  const keywords = keywordsIn(head);
  return (
    metaIn(head, /^(?:slug|slugline|anpa-keyword|ntbstikkord)$/i) ??
    attributeOf(childOf(docdata, 'du-key'), 'key') ??
    (keywords.length === 1 ? (keywords[0] ?? null) : null)
  );
}

function keywordsIn(head: XmlElement | null): string[] {
  const keywords = descendantsOf(childOf(head, 'docdata', 'key-list'), 'keyword');
  return keywords.flatMap((each) => attributeOf(each, 'key') ?? lineIn(each) ?? []);
}

/** City, then state, region or country; the day that the story is dated by. */
function datelineIn(top: XmlElement | null, sentAt: string | null): Dateline | null {
  const element = childOf(top, 'dateline');
  if (element === null) return null;
  const [date] = descendantsOf(element, 'story.date');
  const day = readWireTime(attributeOf(date, 'norm'))?.slice(0, 10) ?? null;
  const part = (...names: string[]): string | null => lineIn(descendantsOf(element, ...names)[0]);
  const city = part('city')?.replace(/[,\s]+$/, '') ?? null;
  const region = part('state', 'region') ?? part('country');
  if (city !== null) return { place: city, region, date: day, source: null };
  const children = element.children.filter((each) => typeof each === 'string' || each !== date);
  const read = datelineOf(lineIn({ ...element, children }), sentAt);
  return read === null ? null : { ...read, date: read.date ?? day };
}

function languageIn(root: XmlElement): string | null {
  return (
    attributeOf(root, 'lang') ??
    attributeOf(root, 'baselang') ??
    attributeOf(childOf(root, 'body'), 'lang')
  );
}

/** Messages to editors are not public; what a correction puts right is. */
function notesOf(root: XmlElement): Note[] {
  const head = childOf(root, 'head');
  const docdata = childOf(head, 'docdata');
  const secret = [
    ...descendantsOf(head, 'ed-msg').map(messageIn),
    attributeOf(descendantsOf(head, 'revision-history').at(-1), 'comment'),
    lineIn(childOf(root, 'body', 'body.end', 'tagline')),
  ];
  const correction = attributeOf(childOf(docdata, 'correction'), 'info');
  const told = correction === null ? [] : [{ text: correction, public: true }];
  const written = childrenOf(childOf(root, 'body', 'body.head'), 'note');
  const plain = secret.flatMap((text) => (text === null ? [] : [{ text, public: false }]));
  return [...told, ...plain, ...written.flatMap((each) => notesIn(each))];
}

/** A message with its kind in front ("kill", "advisory"), which may be all that it says. */
function messageIn(message: XmlElement): string | null {
  const parts = [attributeOf(message, 'msg-type'), attributeOf(message, 'info') ?? lineIn(message)];
  return parts.filter((each) => each !== null).join(': ') || null;
}

/** `tobject.subject` with IPTC's number, classifiers, and keywords, which have no code. */
function subjectsIn(head: XmlElement | null): Subject[] {
  const subjects = descendantsOf(head, 'tobject.subject').flatMap((each): Subject[] => {
    const part = (name: string): string | null => attributeOf(each, `tobject.subject.${name}`);
    const number = part('refnum');
    const name = part('detail') ?? part('matter') ?? part('type');
    if (number === null) return name === null ? [] : [{ scheme: null, code: null, name }];
    const isIptc = /^\d{8}$/.test(number) && /^(?:iptc)?$/i.test(part('ipr') ?? '');
    const scheme = isIptc ? 'subj' : (part('ipr') ?? null);
    return [{ scheme, code: scheme === null ? number : `${scheme}:${number}`, name }];
  });
  const classifiers = descendantsOf(head, 'classifier').flatMap((each): Subject[] => {
    const scheme = attributeOf(each, 'type');
    const name = attributeOf(each, 'value');
    return name === null ? [] : [{ scheme, code: attributeOf(each, 'id'), name }];
  });
  const keywords = keywordsIn(head).map((name): Subject => ({ scheme: null, code: null, name }));
  const found = new Map<string, Subject>();
  for (const each of [...subjects, ...classifiers, ...keywords])
    found.set(each.code ?? `name ${each.name}`, each);
  return [...found.values()].slice(0, SUBJECTS_MAX);
}

function rightsIn(head: XmlElement | null, top: XmlElement | null): string | null {
  const copyright = childOf(head, 'docdata', 'doc.copyright');
  const holder = attributeOf(copyright, 'holder');
  const year = attributeOf(copyright, 'year');
  if (holder !== null) return year === null ? `© ${holder}` : `© ${year} ${holder}`;
  return lineIn(childOf(top, 'rights'));
}

function providerIn(head: XmlElement | null, top: XmlElement | null): string | null {
  const docdata = childOf(head, 'docdata');
  return (
    lineIn(childOf(top, 'distributor')) ??
    attributeOf(childOf(docdata, 'doc-id'), 'regsrc') ??
    attributeOf(childOf(docdata, 'del-list', 'from-src'), 'src-name') ??
    metaIn(head, /^(?:aap-source|ntbkilde|source|provider)$/i) ??
    attributeOf(childOf(docdata, 'doc.copyright'), 'holder')
  );
}
