/** HTML that is escaped unless it was made here: the only way text reaches the preview page. */

/** A piece of finished HTML. */
export type Html = { readonly html: string };

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or attribute value; control and bidi characters are left out. */
export function escapeHtml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

type Value = Html | readonly Html[] | string | number;

/** A template whose values are escaped, but for finished HTML. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const parts = strings.map(
    (text, index) => text + (index < values.length ? write(values[index]) : ''),
  );
  return { html: parts.join('') };
}

function write(value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if ('html' in value) return value.html;
  return value.map((each) => each.html).join('');
}

/** A link when the address is http or https, else its text. */
export function linkTo(href: string, content: Html): Html {
  const protocol = URL.parse(href)?.protocol;
  if (protocol !== 'http:' && protocol !== 'https:') return content;
  return html`<a href="${href}" rel="noopener noreferrer nofollow" target="_blank">${content}</a>`;
}
