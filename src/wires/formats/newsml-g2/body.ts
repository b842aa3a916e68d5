/** The content of a NewsML-G2 item: inline NITF, XHTML or plain data, as blocks. */
import { inLanguage } from '../language.ts';
import { blocksIn, bylineIn, plainBlocks, type Blocks } from '../xml/blocks.ts';
import { textOfBase64 } from '../xml/encoded.ts';
import { attributeOf, childrenOf, descendantsOf, lineIn } from '../xml/look.ts';
import { withLede } from '../xml/lede.ts';
import type { XmlElement } from '../xml/tree.ts';

export type Body = Blocks & {
  /** the language that its element names */
  readonly language: string | null;
  /** the languages of all bodies that hold text */
  readonly languages: readonly (string | null)[];
  readonly byline: string | null;
  /** what the content is when it is no text: `events`, `sports results`, `picture` ... */
  readonly otherwise: string | null;
};

/** Documents that travel inline and are no stories, by their root. */
const OTHER_ROOTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    events: 'a list of events',
    event: 'an event',
    'sports-content': 'sports results',
    'sports-event': 'sports results',
    planning: 'a planning item',
    concept: 'a concept',
    svg: 'a graphic',
  }),
);

/** Reads `contentSet`: the first alternative that holds text, in the language of the item. */
export function bodyOf(item: XmlElement, language: string | null): Body {
  const sets = childrenOf(item, 'contentset');
  const inline = sets.flatMap((set) => [
    ...childrenOf(set, 'inlinexml'),
    ...childrenOf(set, 'inlinedata'),
  ]);
  const bodies = inline.map((each) => ({ ...readInline(each), language: languageOf(each) }));
  const told = bodies.filter((body) => body.paragraphs.length > 0 && body.otherwise === null);
  const [own] = inLanguage(
    told.map((value) => ({ value, language: value.language })),
    language,
  );
  const body = own ?? bodies[0] ?? { ...NOTHING, otherwise: remoteKind(sets) };
  return { ...body, languages: told.map((each) => each.language) };
}

/** Of the element, else of the document that it holds. */
function languageOf(inline: XmlElement): string | null {
  const [root] = inline.children.filter((each) => typeof each !== 'string');
  return attributeOf(inline, 'lang') ?? attributeOf(root, 'lang');
}

const NOTHING: Body = {
  language: null,
  languages: [],
  headline: null,
  paragraphs: [],
  captions: [],
  notes: [],
  rows: 0,
  tables: 0,
  byline: null,
  otherwise: null,
};

function readInline(inline: XmlElement): Body {
  const roots = inline.children.filter((each): each is XmlElement => typeof each !== 'string');
  const otherwise = roots
    .map((each) => OTHER_ROOTS.get(each.name))
    .find((each) => each !== undefined);
  if (otherwise !== undefined) return { ...NOTHING, otherwise };
  if (roots.length === 0) return { ...NOTHING, paragraphs: plainParagraphs(inline) };
  const [head] = descendantsOf(inline, 'body.head');
  const blocks = blocksIn(inline);
  return {
    ...NOTHING,
    ...blocks,
    paragraphs: withLede(head ?? null, blocks.paragraphs),
    headline: lineIn(descendantsOf(head, 'hl1')[0]) ?? blocks.headline ?? titleIn(inline),
    byline: bylineIn(head),
    otherwise: null,
  };
}

/** `inlineData`: plain text, or HTML that travels as text. */
function plainParagraphs(inline: XmlElement): readonly string[] {
  const type = attributeOf(inline, 'contenttype') ?? 'text/plain';
  const isText = /^(?:text\/|application\/(?:xhtml|xml|nitf|html))/i.test(type);
  if (!isText) return [];
  const text = inline.children.filter((each) => typeof each === 'string').join('');
  const encoding = attributeOf(inline, 'encoding');
  if (encoding === null) return plainBlocks(text).paragraphs;
  return /base64/i.test(encoding) ? plainBlocks(textOfBase64(text, type)).paragraphs : [];
}

/** The title of the inline document, where nothing else names it. */
function titleIn(inline: XmlElement): string | null {
  return lineIn(descendantsOf(descendantsOf(inline, 'head')[0], 'title')[0]);
}

const REMOTE_MAX = 5;

/** Where the text of an item lies that does not hold it itself. */
export function remoteTexts(item: XmlElement): string[] {
  const remote = childrenOf(item, 'contentset').flatMap((set) => childrenOf(set, 'remotecontent'));
  return remote
    .filter((each) => /^text\/|xhtml|nitf/i.test(attributeOf(each, 'contenttype') ?? ''))
    .flatMap((each) => attributeOf(each, 'href') ?? [])
    .filter((href) => /^https?:\/\//i.test(href))
    .slice(0, REMOTE_MAX);
}

function remoteKind(sets: readonly XmlElement[]): string | null {
  const remote = sets.flatMap((set) => childrenOf(set, 'remotecontent'));
  const types = remote.map((each) => /^[a-z]+/i.exec(attributeOf(each, 'contenttype') ?? '')?.[0]);
  const type = types.find((each) => each !== undefined)?.toLowerCase();
  if (type === 'image') return 'a picture';
  return type === 'video' || type === 'audio' ? `${type} material` : null;
}
