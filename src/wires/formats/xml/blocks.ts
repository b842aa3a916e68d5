/** The body of a story as inline XHTML or NITF: paragraphs, captions and notes, without the rest. */
import type { Note } from '../../../news/take.ts';
import { paragraphsOf } from '../markup.ts';
import { hasProse } from '../prose.ts';
import { attributeOf, childOf, descendantsOf, lineIn } from './look.ts';
import type { XmlElement } from './tree.ts';

export type Blocks = {
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  readonly captions: readonly string[];
  readonly notes: readonly Note[];
  /** the rows of tables that were left out, and of other listings */
  readonly rows: number;
  /** tables that were left out */
  readonly tables: number;
};

/** Elements that begin a new paragraph. */
const BLOCKS = new Set(
  'plain-text p div section article main block blockquote bq ul ol li dl dt dd h2 h3 h4 h5 h6 hl2 pre hr body html body.content nitf address center credit fn byline ingress brodtext citat mellis rubrik text table tbody tr td th'.split(
    ' ',
  ),
);
/** Elements whose content is no copy of the story. */
const SILENT = new Set(
  'script style head title noscript template svg math iframe object embed form nav button select textarea img image video audio header footer aside body.head body.end hr dat'.split(
    ' ',
  ),
);
const TABLES = new Set(['table', 'nitf-table', 'nitf-table-metadata', 'custom-table', 'nitf-col']);
const CAPTIONS = new Set(['media-caption', 'figcaption', 'bildtext']);
/** Classes of what is not for readers, as whole words. */
const SECRET =
  /(?:^|\s)(?:\w{1,12}-)?(?:non-?public|notepad|internal|private|not-?for-?publication)(?:$|\s)/i;

const PARAGRAPHS_MAX = 2_000;
/** `pre` with more lines than this may be a listing: results, team sheets, prices. */
const LISTED_LINES = 6;
/** Stands for a break: a line end in the source is no break. */
const BREAK = '\u2028';
const DOUBLE_BREAK = /\u2028\s*\u2028/;
/** What `plainBlocks` wraps text in: lines stay lines, as in `pre`. */
const PLAIN = 'plain-text';

/** Reads plain text, or HTML that travels as text. */
export function plainBlocks(text: string): Blocks {
  const plain: XmlElement = { name: PLAIN, uri: '', attributes: {}, children: [text] };
  const blocks = blocksIn({ ...plain, children: [plain] });
  return hasMarkup(text) ? { ...blocks, paragraphs: paragraphsOf(text) } : blocks;
}

/** Reads a body. White space is folded but for `pre`, where lines stay lines. */
export function blocksIn(root: XmlElement): Blocks {
  const sheet = new BlockSheet();
  sheet.walk(root);
  return sheet.done();
}

class BlockSheet {
  #paragraphs: string[] = [];
  #captions: string[] = [];
  #notes: Note[] = [];
  #headline: string | null = null;
  #rows = 0;
  #tables = 0;
  #open = '';

  walk(from: XmlElement, isPlain = false): void {
    for (const child of from.children) {
      if (typeof child !== 'string') this.#element(child, isPlain);
      else this.#open += child;
    }
  }

  done(): Blocks {
    this.#close(false);
    return {
      headline: this.#headline,
      paragraphs: this.#paragraphs.slice(0, PARAGRAPHS_MAX),
      captions: [...new Set(this.#captions)],
      notes: this.#notes,
      rows: this.#rows,
      tables: this.#tables,
    };
  }

  #element(element: XmlElement, isPlain: boolean): void {
    const { name } = element;
    if (this.#setAside(element) || isHidden(element)) return;
    if (name === 'br') {
      this.#open += isPlain ? '\n' : BREAK;
      return;
    }
    const isBlock = BLOCKS.has(name);
    if (isBlock) this.#close(isPlain);
    const isLined = name === 'pre' || name === PLAIN;
    this.walk(element, isPlain || isLined);
    if (name === 'pre' && this.#open.split('\n').length > LISTED_LINES) this.#rows += LISTED_LINES;
    if (isBlock) this.#close(isPlain || isLined);
  }

  /** What is no running text: true when the element is dealt with. */
  #setAside(element: XmlElement): boolean {
    const { name } = element;
    if (SECRET.test(attributeOf(element, 'class') ?? '') || name === 'note') {
      this.#note(element);
      return true;
    }
    if (name === 'h1' || name === 'hl1' || name === 'hedline') {
      this.#headline ??= lineIn(childOf(element, 'hl1') ?? element);
      return true;
    }
    if (TABLES.has(name)) {
      // a table that only lays the text out holds running sentences
      if (hasProse(descendantsOf(element, 'td', 'th').map((each) => lineIn(each) ?? '')))
        return false;
      this.#tables += 1;
      this.#rows += countOf(element, 'tr') + countOf(element, 'nitf-row');
      return true;
    }
    // TT's own NITF: the first heading is the headline, further ones head a sidebar
    if (name === 'rubrik' && this.#headline === null) {
      this.#headline = lineIn(element);
      return true;
    }
    if (name === 'media' || name === 'figure' || name === 'picture' || name === 'bild') {
      this.#caption(element);
      return true;
    }
    if (name === 'header') this.#headline ??= lineIn(childOf(element, 'h1'));
    return SILENT.has(name);
  }

  #note(element: XmlElement): void {
    this.#close(false);
    for (const note of notesIn(element)) this.#notes.push(note);
  }

  #caption(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const isCaption = CAPTIONS.has(child.name);
      const text = isCaption ? lineIn(child) : null;
      if (text !== null) this.#captions.push(text);
      else if (!isCaption) this.#caption(child);
    }
  }

  #close(isPlain: boolean): void {
    const text = this.#open;
    this.#open = '';
    if (text.trim() === '') return;
    if (hasMarkup(text)) this.#paragraphs.push(...paragraphsOf(text.replaceAll(BREAK, '<br>')));
    else this.#paragraphs.push(...(isPlain ? linedParagraphs(text) : foldedParagraphs(text)));
  }
}

/** Paragraphs between blank lines; lines stay lines. */
function linedParagraphs(text: string): string[] {
  const parts = text.split(/\n[^\S\n]*\n/);
  return parts.flatMap(
    (part) =>
      part
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim() || [],
  );
}

/** Paragraphs between two breaks, or as laid out with spaces; white space is folded. */
function foldedParagraphs(text: string): string[] {
  const between = isLaidOut(text) ? /\n(?=[ \t]{2,12}\S)|\n[ \t]*\n/ : DOUBLE_BREAK;
  return text.split(between).flatMap((part) => folded(part) || []);
}

/** White space as single spaces; single spaces, which are most of it, stay untouched. */
const folded = (text: string): string => text.replace(/[^\S ]\s*| \s+/g, ' ').trim();

/** One element with the wire's own layout: lines from the margin on, new paragraphs indented. */
function isLaidOut(text: string): boolean {
  if (!text.includes('\n')) return false;
  const lines = text.split('\n').slice(1);
  const atMargin = lines.some((line) => /^\S/.test(line));
  return atMargin && lines.some((line, at) => /^[ \t]{2,12}\S/.test(line) || isGap(lines, at));
}

const isGap = (lines: readonly string[], at: number): boolean =>
  lines[at]?.trim() === '' && /^\S/.test(lines[at + 1] ?? '');

/** Copy that still holds its tags as text: some systems escape them once too often. */
function hasMarkup(text: string): boolean {
  return /<\/?(?:p|div|br|a|b|i|em|strong|span|script|iframe|blockquote|h[1-6]|ul|ol|li|table)(?:\s[^<>]{0,400})?\/?>/i.test(
    text,
  );
}

/**
 * The notes of an element that holds notes. Sections that the wire marks as public or not are told
 * apart; whatever is not marked is not public: it was written for editors.
 */
export function notesIn(element: XmlElement, isPublic = isOpen(element)): Note[] {
  const sections = element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && /^(?:section|div)$/.test(child.name),
  );
  const marked = sections.filter((each) => /public/i.test(attributeOf(each, 'class') ?? ''));
  if (marked.length > 0) {
    const rest = { ...element, children: element.children.filter((each) => !isIn(marked, each)) };
    return [...marked.flatMap((each) => notesIn(each, isOpen(each))), ...notesIn(rest, false)];
  }
  const inner = sections.length === 1 && element.name === 'ednote' ? sections[0] : undefined;
  if (inner !== undefined && childOf(inner, 'section') !== null)
    return notesIn(inner, isPublic && isOpen(inner));
  const text = lineIn(element);
  return text === null ? [] : [{ text, public: isPublic }];
}

const isIn = (list: readonly unknown[], each: unknown): boolean => list.includes(each);

/** NITF says `type="pa"` for a publishable advisory; XHTML of wires says it by class. */
function isOpen(element: XmlElement): boolean {
  if (element.name === 'note') return attributeOf(element, 'type') === 'pa';
  const names = attributeOf(element, 'class') ?? '';
  return !SECRET.test(names) && /(?:^|[\s_-])public(?:$|\s)/i.test(names);
}

function isHidden(element: XmlElement): boolean {
  if (element.attributes['hidden'] !== undefined) return true;
  const style = attributeOf(element, 'style') ?? '';
  return style !== '' && /display\s?:\s?none|visibility\s?:\s?hidden/i.test(style);
}

function countOf(element: XmlElement, name: string): number {
  let count = element.name === name ? 1 : 0;
  for (const child of element.children)
    if (typeof child !== 'string') count += countOf(child, name);
  return count;
}

/** A byline of NITF: its person goes before the title behind the name. */
export function bylineIn(head: XmlElement | null | undefined): string | null {
  const [byline] = descendantsOf(head, 'byline');
  if (!byline) return null;
  const children = byline.children.filter(
    (each) => typeof each === 'string' || each.name !== 'byttl',
  );
  const name = lineIn({ ...byline, children })?.replace(/[,;\s]+$/, '') || null;
  // "gr/bp": the initials of who wrote and who edited it
  const isInitials = name !== null && /^[\p{Ll}/. -]{1,12}$/u.test(name);
  return isInitials ? null : (name ?? lineIn(childOf(byline, 'byttl')));
}

/** Rows or lists of names and figures, and nothing in running sentences. */
export function isListing({ paragraphs, rows }: Blocks): boolean {
  return rows > 1 && !hasProse(paragraphs);
}
