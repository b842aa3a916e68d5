/** Markup to plain paragraphs: what would run, hide or decorate is left out, links are not followed. */
import { parseInPieces } from './feeding.ts';
import { htmlparser } from './packages.ts';
import { hasProse } from './prose.ts';

/** Elements whose content is no copy. */
const SILENT = new Set(
  'script style head title noscript template svg math object embed form nav button select textarea'.split(
    ' ',
  ),
);
/** Elements whose content is never text, closed or not. */
const CODE = new Set(['script', 'style']);
/** Elements that begin a new paragraph. */
const BLOCKS = new Set(
  'p div section article blockquote ul ol li table tr h1 h2 h3 h4 h5 h6 pre hr figure figcaption dl dt dd header footer main aside'.split(
    ' ',
  ),
);

const TEXT_MAX = 1_000_000;

/** What a fragment holds: captions of pictures stand apart, tables of figures are left out. */
export type Fragment = {
  readonly paragraphs: string[];
  readonly captions: string[];
  /** tables that were left out */
  readonly tables: number;
};

/** The paragraphs of an HTML fragment, white space folded; entities are resolved once. */
export function paragraphsOf(markup: string): string[] {
  return fragmentOf(markup).paragraphs;
}

/** An HTML fragment read once, white space folded; a table that lays running text out is text. */
export function fragmentOf(markup: string): Fragment {
  const sheet = new FragmentSheet();
  const parser = new (htmlparser().Parser)({
    onopentag: (name) => sheet.opens(name),
    ontext: (text) => sheet.says(text),
    onclosetag: (name, isImplied) => sheet.closes(name, isImplied),
  });
  const text = markup.slice(0, 2 * TEXT_MAX).replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '<p>');
  parseInPieces(parser, text, () => sheet.depth);
  return sheet.done();
}

class FragmentSheet {
  depth = 0;
  #paragraphs: string[] = [];
  #captions: string[] = [];
  #tables: string[][] = [];
  #open = '';
  #hidden = '';
  #size = 0;
  /** how many elements are open whose text is no copy, no text at all, a caption */
  #silent = 0;
  #code = 0;
  #caption = 0;
  /** the outermost table that is open: where its rows begin, and how deep tables lie in it */
  #table: { readonly from: number; rows: number; depth: number } | null = null;

  opens(name: string): void {
    this.depth += 1;
    if (SILENT.has(name)) {
      if (this.#silent === 0) this.#hidden = '';
      this.#silent += 1;
    }
    if (CODE.has(name)) this.#code += 1;
    if (BLOCKS.has(name) && this.#silent === 0) this.#end();
    if (name === 'figcaption') this.#caption += 1;
    if (name === 'table') {
      this.#table ??= { from: this.#paragraphs.length, rows: 0, depth: 0 };
      this.#table.depth += 1;
    }
    if (name === 'tr' && this.#table !== null) this.#table.rows += 1;
    if (name === 'br') this.#open += '\n';
    if (name === 'td' || name === 'th') this.#open += ' ';
  }

  says(text: string): void {
    if (this.#size > TEXT_MAX) return;
    this.#size += text.length;
    if (this.#silent === 0) this.#open += text;
    else if (this.#code === 0) this.#hidden += text;
  }

  closes(name: string, isImplied: boolean): void {
    this.depth -= 1;
    if (CODE.has(name)) this.#code = Math.max(0, this.#code - 1);
    if (SILENT.has(name)) {
      this.#silent = Math.max(0, this.#silent - 1);
      // An element that nobody closed would swallow the rest of the story.
      if (this.#silent === 0 && isImplied && !CODE.has(name)) this.#open += this.#hidden;
    }
    if (BLOCKS.has(name)) this.#end();
    if (name === 'figcaption') this.#caption = Math.max(0, this.#caption - 1);
    if (name === 'table') this.#endTable();
  }

  done(): Fragment {
    this.#end();
    const tables = this.#tables;
    // where there is nothing else, the tables are what was sent
    if (this.#paragraphs.length === 0)
      return { paragraphs: tables.flat(), captions: this.#captions, tables: 0 };
    const captions = [...new Set(this.#captions)];
    return { paragraphs: this.#paragraphs, captions, tables: tables.length };
  }

  #end(): void {
    const text = this.#open.replace(/\s+/g, ' ').trim();
    if (text !== '') (this.#caption > 0 ? this.#captions : this.#paragraphs).push(text);
    this.#open = '';
  }

  #endTable(): void {
    if (this.#table === null || (this.#table.depth -= 1) > 0) return;
    const { from, rows } = this.#table;
    if (rows > 1 && !hasProse(this.#paragraphs.slice(from)))
      this.#tables.push(this.#paragraphs.splice(from));
    this.#table = null;
  }
}

/** A piece of markup as one line of text: a headline, a name. */
export function lineOf(markup: string): string {
  return paragraphsOf(markup).join(' ');
}
