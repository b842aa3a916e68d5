/** The part of Discord's markdown that Wirebrief writes, as HTML. What is escaped stays text. */
import { html, linkTo, type Html } from './html.ts';

/** One text display: headings, small print, lists and lines. */
export function viewMarkdown(content: string): Html {
  const out: Html[] = [];
  let bullets: Html[] = [];
  const close = (): void => {
    if (bullets.length > 0)
      out.push(
        html`<ul>
          ${bullets}
        </ul>`,
      );
    bullets = [];
  };
  for (const line of content.split('\n')) {
    if (line.startsWith('- ')) {
      bullets.push(html`<li>${viewInline(line.slice(2))}</li>`);
      continue;
    }
    close();
    out.push(viewLine(line));
  }
  close();
  return html`${out}`;
}

function viewLine(line: string): Html {
  if (line.startsWith('-# ')) return html`<p class="small">${viewInline(line.slice(3))}</p>`;
  const heading = /^(#{1,3}) (.*)$/.exec(line);
  if (heading) return html`<h3>${viewInline(heading[2] ?? '')}</h3>`;
  return line.trim() === '' ? html`` : html`<p>${viewInline(line)}</p>`;
}

/** Depth of marks inside marks that are followed; Wirebrief writes a link in bold at most. */
const DEPTH_MAX = 4;

function viewInline(text: string, depth = 0): Html {
  const out: Html[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain !== '') out.push(html`${plain}`);
    plain = '';
  };
  let at = 0;
  while (at < text.length) {
    const marked = depth < DEPTH_MAX ? markAt(text, at) : null;
    if (text[at] === '\\' && at + 1 < text.length) {
      plain += text[at + 1];
      at += 2;
    } else if (marked) {
      flush();
      out.push(marked.view(viewInline(marked.inner, depth + 1)));
      at = marked.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return html`${out}`;
}

type Marked = {
  readonly inner: string;
  readonly end: number;
  readonly view: (inner: Html) => Html;
};

function markAt(text: string, at: number): Marked | null {
  for (const [mark, view] of MARKS) {
    if (!text.startsWith(mark, at)) continue;
    const end = endOf(text, at + mark.length, mark);
    if (end > at + mark.length)
      return { inner: text.slice(at + mark.length, end), end: end + mark.length, view };
  }
  return text[at] === '[' ? linkAt(text, at) : null;
}

const MARKS: readonly (readonly [string, (inner: Html) => Html])[] = [
  ['**', (inner) => html`<strong>${inner}</strong>`],
  ['*', (inner) => html`<em>${inner}</em>`],
  ['`', (inner) => html`<code>${inner}</code>`],
];

/** Where a mark closes: the next one that no backslash escapes; -1 when there is none. */
function endOf(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text.startsWith(mark, at)) return at;
  }
  return -1;
}

function linkAt(text: string, at: number): Marked | null {
  const close = endOf(text, at + 1, '](<');
  const end = close < 0 ? -1 : text.indexOf('>)', close);
  if (end < 0) return null;
  const href = text.slice(close + 3, end);
  return { inner: text.slice(at + 1, close), end: end + 2, view: (inner) => linkTo(href, inner) };
}
