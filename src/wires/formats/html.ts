/** A web page or a fragment of one: the article in it, without what stands around it. */
import { problem } from '../../news/problem.ts';
import { blankCopy, type Copy, type Link } from '../../news/take.ts';
import type { Decoded, FormatReader, Parsed } from './format.ts';
import { readMeta, type Meta } from './html-meta.ts';
import { paragraphsOf } from './markup.ts';
import { openPage, type Page, type PageElement, type PageNode } from './page.ts';
import { readability } from './packages.ts';
import { rootNameOf } from './xml/look.ts';

/** HTML pages and fragments. */
export const htmlReader: FormatReader = { name: 'html', detect: isHtml, parse: parsePage };

const LIMITS = { characters: 2_000_000, elements: 60_000, depth: 400, paragraphs: 1_000 } as const;

function isHtml({ text, contentType }: Decoded): boolean {
  const head = text.slice(0, 4096).replace(/^\ufeff?\s{0,200}/, '');
  if (!head.startsWith('<')) return false;
  // XML of the agencies, also in an envelope, may hold whole pages
  const root = rootNameOf(head);
  if (/^<\?xml/.test(head) && root !== 'html') return false;
  if (root !== 'html' && /^<[\w.-]{1,40}:[A-Za-z]/.test(head)) return false;
  if (
    /^(?:<!--[^>]{0,400}>\s{0,20})?<(?:!doctype html|html|head|body)\b/i.test(head) ||
    /<html[\s>]/i.test(head)
  )
    return true;
  if (/<(?:rss|feed|rdf:RDF|nitf|newsItem|newsMessage|NewsML|packageItem)\b/.test(head))
    return false;
  return (
    /^text\/html\b/i.test(contentType ?? '') ||
    /^<(?:p|div|h[1-6]|article|section|main|span|ul|ol|table|meta|title|header|figure|blockquote|a|b|strong|em|i|br)\b/i.test(
      head,
    )
  );
}

function parsePage(source: Decoded): Parsed {
  const html = source.text.slice(0, LIMITS.characters);
  const tooDeep = nesting(html) > LIMITS.depth;
  const tags = html.split('<').length;
  if (tooDeep || tags > LIMITS.elements * 2) {
    return {
      copies: [],
      problems: [
        problem(
          'too-complex',
          'The page is nested too deeply or holds too many elements to be an article.',
        ),
      ],
    };
  }
  const problems =
    html.length < source.text.length
      ? [
          problem(
            'too-long',
            `Only the first ${LIMITS.characters} characters of the page were read.`,
          ),
        ]
      : [];
  const copy = copyOf(html, source.baseUrl);
  if (copy === null)
    return {
      copies: [],
      problems: [...problems, problem('no-article', 'The page holds no article.')],
    };
  return { copies: [copy], problems };
}

/** The deepest nesting that the tags could give: a bound for everything that walks the tree. */
function nesting(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    const next = html[at + 1] ?? '';
    if (next === '/') depth = Math.max(0, depth - 1);
    else if (/[a-z]/i.test(next) && !VOID.test(html.slice(at + 1, at + 12))) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
const VOID =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option)\b/i;

function copyOf(html: string, baseUrl: string | null): Copy | null {
  const full = /<(?:html|body|head)[\s>]/i.test(html);
  const document = openPage(html);
  if (document === null) return null;
  const meta = readMeta(document);
  const captions = captionsOf(document);
  const blocks = full
    ? (articleBlocks(document) ?? blocksOf(document.body))
    : blocksOf(document.body);
  const heading = textOf(document.querySelector('h1'));
  const headline =
    meta.title ?? heading ?? textOf(document.querySelector('h2, h3')) ?? titleOf(document);
  const aside = new Set([...captions, ...timesOf(document), headline]);
  const shown = blocks.filter((text) => !aside.has(text));
  const paragraphs = withLinkedBody(shown, meta.body);
  if (paragraphs.length === 0 && headline === null) return null;
  return {
    ...blankCopy('html'),
    headline,
    paragraphs: paragraphs.slice(0, LIMITS.paragraphs),
    captions,
    byline: meta.author,
    sentAt: meta.modified ?? meta.published,
    createdAt: meta.published,
    language: meta.language,
    links: linksOf(meta, baseUrl),
    provider: meta.site,
  };
}

/** A page that shows next to nothing without its scripts may still hold the text for machines. */
function withLinkedBody(shown: readonly string[], body: string | null): readonly string[] {
  if (body === null || body.length < 3 * shown.join('').length) return shown;
  return body.split(/\s*\n\s*/).flatMap((part) => paragraphsOf(part));
}

/** "Headline - Site name" without the site's name. */
function titleOf(document: Page): string | null {
  const title = textOf(document.querySelector('title'));
  return title?.replace(/ (?:[|–—»]|-) [^|–—»]{2,40}$/u, '') ?? null;
}

function textOf(element: PageElement | null): string | null {
  return element?.textContent?.replace(/\s+/g, ' ').trim() || null;
}

/** Main text by Readability, on a copy of the tree: it takes the tree apart. */
function articleBlocks(document: Page): string[] | null {
  const copy = document.cloneNode(true);
  try {
    const { Readability } = readability();
    const article = new Readability<PageElement>(copy, {
      maxElemsToParse: LIMITS.elements,
      charThreshold: 200,
      serializer: (node) => node as unknown as PageElement,
    }).parse();
    const blocks = article?.content ? blocksOf(article.content) : [];
    return blocks.join(' ').length >= 140 ? blocks : null;
  } catch {
    // a tree that Readability cannot read is read block by block
    return null;
  }
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV FOOTER ASIDE FORM FIGURE FIGCAPTION IFRAME SVG BUTTON SELECT TEXTAREA HEAD TITLE H1 OBJECT VIDEO AUDIO MENU DIALOG'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER BLOCKQUOTE LI UL OL DL DT DD TABLE TR TBODY THEAD H2 H3 H4 H5 H6 PRE BODY ADDRESS HR'.split(
    ' ',
  ),
);

/** Paragraphs of a tree in order: a block element begins a new one, two line breaks as well. */
function blocksOf(root: PageNode): string[] {
  const blocks: string[] = [];
  let text = '';
  const close = (): void => {
    const plain = text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n');
    for (const each of plain.split(/\n{2,}/)) {
      const block = each.replace(/\s+/g, ' ').trim();
      if (block !== '') blocks.push(block);
    }
    text = '';
  };
  const walk = (node: PageNode): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) text += (child.nodeValue ?? '').replace(/\s+/g, ' ');
      if (child.nodeType !== 1) continue;
      const name = child.nodeName.toUpperCase();
      if (SKIPPED.has(name) || isHidden(child as PageElement)) continue;
      if (name === 'BR') text += '\n';
      const block = BLOCKS.has(name);
      if (block) close();
      walk(child);
      if (block) close();
    }
  };
  walk(root);
  close();
  return blocks;
}

function isHidden(element: PageElement): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  return /display\s?:\s?none|visibility\s?:\s?hidden/i.test(element.getAttribute('style') ?? '');
}

function captionsOf(document: Page): string[] {
  const found = [...document.querySelectorAll('figcaption')].slice(0, 50).map(textOf);
  return [...new Set(found.filter((text) => text !== null))];
}

/** Times as they are shown: alone in a line they are no copy. */
function timesOf(document: Page): (string | null)[] {
  return [...document.querySelectorAll('time')].slice(0, 50).map(textOf);
}

function linksOf(meta: Meta, baseUrl: string | null): Link[] {
  const canonical =
    meta.canonical !== null && URL.canParse(meta.canonical, baseUrl ?? undefined)
      ? new URL(meta.canonical, baseUrl ?? undefined).href
      : null;
  if (canonical !== null && /^https?:/.test(canonical))
    return [{ rel: 'canonical', href: canonical }];
  return baseUrl !== null && /^https?:/.test(baseUrl) ? [{ rel: 'alternate', href: baseUrl }] : [];
}
