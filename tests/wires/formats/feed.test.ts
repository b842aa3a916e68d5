/** Feeds: what is said comes out as said in every kind, links are whole, markup never gets through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Copy } from '../../../src/news/take.ts';
import { parsed } from './parsed.ts';

function copiesOf(text: string, baseUrl: string | null = null): readonly Copy[] {
  return parsed({ bytes: Buffer.from(text), contentType: null, baseUrl }).copies;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Said = { readonly title: string; readonly body: string };
const KINDS: Readonly<Record<string, (said: Said) => string>> = {
  rss: ({ title, body }) =>
    `<rss version="2.0"><channel><title>T</title><item><guid>g</guid>` +
    `<title>${escaped(escaped(title))}</title>` +
    `<description>${escaped(escaped(body))}</description></item></channel></rss>`,
  atom: ({ title, body }) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>g</id>` +
    `<title type="html">${escaped(escaped(title))}</title>` +
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${escaped(body)}</p></div></content>` +
    `</entry></feed>`,
  rdf: ({ title, body }) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">` +
    `<channel rdf:about="c"><title>T</title></channel><item rdf:about="g">` +
    `<title>${escaped(escaped(title))}</title>` +
    `<description>${escaped(escaped(body))}</description></item></rdf:RDF>`,
  jsonfeed: ({ title, body }) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'T',
      items: [{ id: 'g', title, content_text: body }],
    }),
};

const WORDS = [
  'Ferry',
  'mine & pier',
  '5 < 6',
  'Größe',
  '港の橋',
  '<b>not bold</b>',
  '"so"',
  'a > b',
];
const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 })
  .map((some) => some.join(' '));

describe('feeds', () => {
  it.each(Object.entries(KINDS))('%s says what was said', (format, write) => {
    fc.assert(
      fc.property(words, words, (title, body) => {
        const [copy] = copiesOf(write({ title, body }));
        expect(copy).toMatchObject({ format, guid: 'g', headline: title, paragraphs: [body] });
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['<script>alert(1)</script>Pier breaks', 'Pier breaks'],
    ['Pier <img src=x onerror=alert(1)>breaks', 'Pier breaks'],
    ['Pier <style>p{}</style>breaks', 'Pier breaks'],
    ['Pier <a href="javascript:alert(1)">breaks</a>', 'Pier breaks'],
    ['Pier<iframe src="https://x.example"></iframe> breaks', 'Pier breaks'],
    ['Pier<object data="x"> breaks', 'Pier breaks'],
    ['Pier <script>breaks', 'Pier'],
  ])('reduces %s to text', (markup, text) => {
    const feed = `<rss version="2.0"><channel><item><title>t</title><description>${escaped(markup)}</description></item></channel></rss>`;
    expect(copiesOf(feed)[0]?.paragraphs.join(' ')).toBe(text);
  });

  it.each([
    ['a.html', null, 'https://site.example/in/a.html'],
    ['/a.html', null, 'https://site.example/a.html'],
    ['//other.example/a', null, 'https://other.example/a'],
    ['a.html?utm_source=x&id=1#top', null, 'https://site.example/in/a.html?id=1'],
    ['a?msclkid=1&xtor=RSS-1&cid=7&_hsmi=3', null, 'https://site.example/in/a?cid=7'],
    ['a.html', 'https://far.example/feed', 'https://site.example/in/a.html'],
    ['javascript:alert(1)', null, undefined],
    ['file:///etc/passwd', null, undefined],
  ])('resolves %s', (link, baseUrl, href) => {
    const rss = `<rss version="2.0" xml:base="https://site.example/in/"><channel><item><title>t</title><link>${escaped(link)}</link></item></channel></rss>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://site.example/"><entry xml:base="in/"><id>1</id><title>t</title><link href="${escaped(link)}"/></entry></feed>`;
    for (const feed of [rss, atom]) expect(copiesOf(feed, baseUrl)[0]?.links[0]?.href).toBe(href);
  });

  it('resolves links against the address it was read from when the feed has no base', () => {
    const rss =
      '<rss version="2.0"><channel><link>https://home.example/</link><item><title>t</title><link>a</link></item></channel></rss>';
    expect(copiesOf(rss, 'https://read.example/f')[0]?.links[0]?.href).toBe(
      'https://read.example/a',
    );
    expect(copiesOf(rss)[0]?.links[0]?.href).toBe('https://home.example/a');
  });

  it('says that a JSON feed without its list of items is none, and is content with an empty one', () => {
    const version = 'https://jsonfeed.org/version/1.1';
    const read = (feed: object) =>
      parsed({ bytes: Buffer.from(JSON.stringify(feed)), contentType: null, baseUrl: null });
    expect(read({ version, title: 'T', tems: [{ id: '1' }] }).problems).toHaveLength(1);
    expect(read({ version, title: 'T', items: [] })).toEqual({ copies: [], problems: [] });
  });

  it('calls an address that several items share related, for it names none of them', () => {
    const item = (id: string): string =>
      `<item><guid isPermaLink="false">${id}</guid><title>${id}</title><link>https://s.example/</link></item>`;
    const rss = `<rss version="2.0"><channel>${item('a')}${item('b')}</channel></rss>`;
    expect(copiesOf(rss).map(({ links }) => links[0]?.rel)).toEqual(['related', 'related']);
  });
});
