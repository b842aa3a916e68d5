/** Markup to plain paragraphs: what would run, hide or decorate is left out, links are not followed. */
import { parseInPieces } from './feeding.ts';
import { htmlparser } from './packages.ts';

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

/** The paragraphs of an HTML fragment, white space folded; entities are resolved once. */
export function paragraphsOf(markup: string): string[] {
  const paragraphs: string[] = [];
  let open = '';
  let silent = 0;
  let code = 0;
  let hidden = '';
  let size = 0;
  const close = (): void => {
    const text = open.replace(/\s+/g, ' ').trim();
    if (text !== '') paragraphs.push(text);
    open = '';
  };
  let depth = 0;
  const parser = new (htmlparser().Parser)({
    onopentag(name) {
      depth += 1;
      if (SILENT.has(name)) {
        if (silent === 0) hidden = '';
        silent += 1;
      }
      if (CODE.has(name)) code += 1;
      if (BLOCKS.has(name) && silent === 0) close();
      if (name === 'br') open += '\n';
      if (name === 'td' || name === 'th') open += ' ';
    },
    ontext(text) {
      if (size > TEXT_MAX) return;
      size += text.length;
      if (silent === 0) open += text;
      else if (code === 0) hidden += text;
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      if (CODE.has(name)) code = Math.max(0, code - 1);
      if (SILENT.has(name)) {
        silent = Math.max(0, silent - 1);
        // An element that nobody closed would swallow the rest of the story.
        if (silent === 0 && isImplied && !CODE.has(name)) open += hidden;
      }
      if (BLOCKS.has(name)) close();
    },
  });
  const text = markup.slice(0, 2 * TEXT_MAX).replace(/<br\s*\/?>\s*<br\s*\/?>/gi, '<p>');
  parseInPieces(parser, text, () => depth);
  close();
  return paragraphs;
}

/** A piece of markup as one line of text: a headline, a name. */
export function lineOf(markup: string): string {
  return paragraphsOf(markup).join(' ');
}
