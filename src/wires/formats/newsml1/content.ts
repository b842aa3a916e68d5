/** The components of a NewsML 1.x item: which one is the story, which are pictures and captions. */
import { problem, type Problem } from '../../../news/problem.ts';
import { inLanguage, leftOut } from '../language.ts';
import { blocksIn, plainBlocks, type Blocks } from '../xml/blocks.ts';
import { textOfBase64 } from '../xml/encoded.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, lineIn } from '../xml/look.ts';
import { withLede } from '../xml/lede.ts';
import type { XmlElement } from '../xml/tree.ts';
import { formalName } from './life.ts';

export type Content = {
  /** the components from the outermost to the one that holds the text */
  readonly path: readonly XmlElement[];
  readonly body: Blocks | null;
  readonly captions: readonly string[];
  /** what the item holds when it holds no text: `a picture` ... */
  readonly otherwise: string | null;
  /** parts and languages that were left out */
  readonly problems: readonly Problem[];
};

type Piece = {
  readonly path: readonly XmlElement[];
  readonly role: string;
  readonly media: string;
  readonly item: XmlElement;
};

type Part = { readonly piece: Piece; readonly body: Blocks };

/** Roles of text that is not the story. */
const SIDE_ROLE =
  /^(?:style ?sheet|head ?line|sub ?head|logo|contact|company|profile|summary|abstract|quicklook|thumb|keyword|metadata|related|ticker|multimedia)/i;
const CAPTION_ROLE = /caption|legend|legende/i;
const MAIN_ROLE = /^(?:main|body|story|text|article)/i;
const PIECES_MAX = 500;

/** Finds the story: what plays the main part, else the longest text. */
export function contentOf(item: XmlElement): Content {
  const pieces: Piece[] = [];
  for (const component of childrenOf(item, 'newscomponent')) collect(component, [], '', pieces);
  const texts = pieces.filter((piece) => isText(piece) && !SIDE_ROLE.test(piece.role));
  const all = texts
    .filter((piece) => !isCaption(piece, pieces))
    .map((piece) => ({ piece, body: bodyOf(piece.item) }));
  const languages = all.map(({ piece }) => languageOf(piece));
  const language = attributeOf(item, 'lang') ?? languages[0] ?? null;
  const told = all.map((value, index) => ({ value, language: languages[index] ?? null }));
  const read = inLanguage(told, language);
  const main = read.find(({ piece, body }) => MAIN_ROLE.test(piece.role) && lengthOf(body) > 0);
  const longest = read.reduce<Part | null>(
    (best, each) => (best === null || lengthOf(each.body) > lengthOf(best.body) ? each : best),
    null,
  );
  const story = main ?? longest;
  const further = read.filter(
    ({ piece, body }) => isFurther(piece, story?.piece) && lengthOf(body) > 0,
  );
  const captions = texts.filter((piece) => isCaption(piece, pieces)).map(({ item: each }) => each);
  const media = pieces.map((piece) => piece.media.toLowerCase());
  return {
    path: story?.piece.path ?? childrenOf(item, 'newscomponent').slice(0, 1),
    body: story === null ? null : withFurther(story.body, further),
    captions: captions.flatMap((each) => bodyOf(each).paragraphs.join(' ') || []),
    otherwise: story === null ? otherKind(media) : null,
    problems: [
      ...leftOut(languages, language),
      ...read
        .filter((each) => each !== story && !further.includes(each) && lengthOf(each.body) > 0)
        .flatMap((each) => besideOf(each, story)),
    ],
  };
}

/** A part of its own beside the story, such as a sidebar: it is named, for one item is one story. */
function besideOf({ piece, body }: Part, story: Part | null): Problem[] {
  const [own] = piece.path.slice(-1);
  if (story === null || story.piece.path.at(-1) === own || isAlternative(piece, story.piece))
    return [];
  const known = story.body.paragraphs.join(' ');
  if (body.paragraphs.every((each) => known.includes(each))) return [];
  const headline = lineIn(childOf(own, 'newslines', 'headline')) ?? body.headline;
  const name = (headline ?? body.paragraphs[0] ?? '').slice(0, 100);
  const sentence = `"${name}" is a part beside the story, and was left out.`;
  return [problem('part-left-out', sentence)];
}

/** The language that the nearest component names. */
function languageOf({ path }: Piece): string | null {
  for (const component of path.toReversed()) {
    const named = formalName(childOf(component, 'descriptivemetadata', 'language'));
    const language = named ?? attributeOf(component, 'lang');
    if (language !== null) return language;
  }
  return null;
}

/** Another main part of the same item, in a component of its own that is no other form of the first. */
function isFurther(piece: Piece, story: Piece | undefined): boolean {
  if (story === undefined || piece === story || !MAIN_ROLE.test(piece.role)) return false;
  if (piece.path.at(-1) === story.path.at(-1)) return false;
  return !isAlternative(piece, story);
}

/** Another form of the same, by the component that holds both. */
function isAlternative(piece: Piece, story: Piece): boolean {
  const shared = piece.path.filter((each) => story.path.includes(each)).at(-1);
  return attributeOf(shared, 'equivalentslist')?.toLowerCase() === 'yes';
}

/** The parts one below the other, each under the headline that it brings. */
function withFurther(
  body: Blocks,
  further: readonly { readonly piece: Piece; readonly body: Blocks }[],
): Blocks {
  const paragraphs = further.flatMap((each) => {
    const headline = lineIn(childOf(each.piece.path.at(-1), 'newslines', 'headline'));
    const text = each.body.paragraphs.filter((one) => !body.paragraphs.includes(one));
    return text.length === 0 ? [] : [...(headline === null ? [] : [headline]), ...text];
  });
  return { ...body, paragraphs: [...body.paragraphs, ...paragraphs] };
}

function collect(
  component: XmlElement,
  above: readonly XmlElement[],
  outerRole: string,
  pieces: Piece[],
): void {
  const path = [...above, component];
  const role = formalName(childOf(component, 'role')) ?? outerRole;
  for (const item of childrenOf(component, 'contentitem')) {
    if (pieces.length >= PIECES_MAX) return;
    const media = formalName(childOf(item, 'mediatype')) ?? '';
    pieces.push({ path, role, media, item });
  }
  for (const each of childrenOf(component, 'newscomponent')) collect(each, path, role, pieces);
}

/** Text that can be read here; where the media type is left out the format says it. */
function isText({ media, item }: Piece): boolean {
  if (dataOf(item) === null) return false;
  if (media !== '') return /^(?:text|complexdata|html|nitf)/i.test(media);
  const format = formalName(childOf(item, 'format')) ?? formalName(childOf(item, 'mimetype')) ?? '';
  return !/css|jpe?g|gif|png|tiff|mpe?g|video|audio|image/i.test(format);
}

/** By its role, or because it stands in one component with a picture with no document of its own. */
function isCaption(piece: Piece, pieces: readonly Piece[]): boolean {
  if (CAPTION_ROLE.test(piece.role)) return true;
  if (MAIN_ROLE.test(piece.role) || holdsDocument(piece)) return false;
  const own = piece.path.at(-1);
  const sisters = pieces.filter((each) => each !== piece && each.path.at(-1) === own);
  return sisters.some((each) => /^(?:photo|picture|image|graphic|video)/i.test(each.media));
}

/** A document with a body of its own is a story, whatever stands beside it. */
function holdsDocument({ item }: Piece): boolean {
  return descendantsOf(dataOf(item), 'body.content').length > 0;
}

const lengthOf = (body: Blocks): number => body.paragraphs.join('').length;

/** `DataContent`, which may lie in `Encoding`s that say how it is packed. */
function dataOf(item: XmlElement): XmlElement | null {
  return childOf(item, 'datacontent') ?? childOf(item, 'encoding', 'datacontent');
}

function bodyOf(item: XmlElement): Blocks {
  const data = dataOf(item);
  if (data === null) return blocksIn({ name: 'none', uri: '', attributes: {}, children: [] });
  if (data.children.every((each) => typeof each === 'string')) {
    const text = data.children.join('');
    const notation = attributeOf(childOf(item, 'encoding'), 'notation') ?? '';
    return plainBlocks(/base64/i.test(notation) ? textOfBase64(text, null) : text);
  }
  const blocks = blocksIn(data);
  const [heading] = descendantsOf(data, 'hl1');
  const [head = null] = descendantsOf(data, 'body.head');
  const paragraphs = withLede(head, blocks.paragraphs);
  return { ...blocks, paragraphs, headline: lineIn(heading) ?? blocks.headline };
}

function otherKind(media: readonly string[]): string | null {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/^(?:photo|picture|image)/, 'a picture'],
    [/^graphic/, 'a graphic'],
    [/^video/, 'a video'],
    [/^audio/, 'an audio item'],
    [/^animation/, 'an animation'],
  ];
  return kinds.find(([pattern]) => media.some((each) => pattern.test(each)))?.[1] ?? null;
}
