/** Feeds of every kind with the same stories, as text. */

export type Item = {
  readonly id?: string;
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  /** ISO */
  readonly at?: string;
};

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const tag = (name: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${name}${attributes}>${escape(text)}</${name}>`;

/** RSS 2.0. `head` goes into the channel before the items. */
export function rss(items: readonly Item[], head = ''): string {
  const lines = items.map(({ id, title, text, link, at }) =>
    [
      '<item>',
      tag('guid', id, ' isPermaLink="false"'),
      tag('title', title),
      tag('link', link),
      tag('pubDate', at === undefined ? undefined : new Date(at).toUTCString()),
      tag('description', text),
      '</item>',
    ].join(''),
  );
  const channel = `<channel><title>Harbour Post</title>${head}${lines.join('\n')}</channel>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">${channel}</rss>`;
}

/** Atom 1.0. */
export function atom(items: readonly Item[], head = ''): string {
  const entries = items.map(({ id, title, text, link, at }) =>
    [
      '<entry>',
      tag('id', id),
      tag('title', title),
      link === undefined ? '' : `<link href="${escape(link)}"/>`,
      tag('updated', at),
      tag('content', text, ' type="text"'),
      '</entry>',
    ].join(''),
  );
  return `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>${head}${entries.join('\n')}</feed>`;
}

/** JSON Feed 1.1. */
export function jsonFeed(items: readonly Item[], more: Record<string, unknown> = {}): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Harbour Post',
    ...more,
    items: items.map(({ id, title, text, link, at }) => {
      return { id, title, content_text: text, url: link, date_published: at };
    }),
  });
}
