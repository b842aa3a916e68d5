/** Web pages: the article and what the page says of it; fragments; hostile trees. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlReader } from '../../../src/wires/formats/html.ts';
import { cpuMsOf } from '../../cpu-time.ts';

const source = (text: string, contentType: string | null = null) => ({
  bytes: new TextEncoder().encode(text),
  contentType,
  baseUrl: 'https://x.example/news/ferry?from=feed',
  text,
});
const read = (text: string) => htmlReader.parse(source(text));
const paragraph = (what: string): string =>
  `The harbour board of Westhaven said on Tuesday that ${what}, and that the ferry to Orno would run again from June, once repairs had ended.`;
const TEXTS = ['tickets cost less', 'crews return', 'the quay is ready'].map(paragraph);

const PAGE = `<!doctype html><html lang="en-GB"><head><title>Ferry returns | Westhaven Post</title>
<meta property="og:title" content="Ferry returns to Orno"><meta property="og:site_name" content="Westhaven Post">
<meta property="article:published_time" content="2024-03-05T10:00:00+01:00">
<link rel="canonical" href="/news/ferry">
<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],"author":[{"name":"Ada Lind"},{"name":"Bo Roe"}],"dateModified":"2024-03-05T12:00:00+01:00"}]}</script>
</head><body><nav><a href="/">Home</a> <a href="/s">Sports</a></nav><article><h1>Ferry returns</h1>
<p>${TEXTS[0]}</p><figure><img src="a.jpg"><figcaption>The ferry (R) in port.</figcaption></figure><p>${TEXTS[1]}</p>
<script>alert(1)</script><p>${TEXTS[2]}</p></article><footer>All ferries, all days</footer></body></html>`;

describe('htmlReader', () => {
  it('reads a page', () => {
    expect(read(PAGE).copies).toHaveLength(1);
    expect(read(PAGE).copies[0]).toMatchObject({
      format: 'html',
      headline: 'Ferry returns to Orno',
      byline: 'Ada Lind, Bo Roe',
      provider: 'Westhaven Post',
      language: 'en-GB',
      createdAt: '2024-03-05T10:00:00+01:00',
      sentAt: '2024-03-05T12:00:00+01:00',
      links: [{ rel: 'canonical', href: 'https://x.example/news/ferry' }],
      paragraphs: TEXTS,
      captions: ['The ferry (R) in port.'],
    });
  });

  it('reads a fragment', () => {
    const [copy] = read(
      '<h2>Ferry returns</h2><p>It <b>sails</b>\n at nine.<p>It is full.<br><br>Go &amp; see.',
    ).copies;
    expect(copy).toMatchObject({ headline: 'Ferry returns', links: [{ rel: 'alternate' }] });
    expect(copy?.paragraphs).toEqual(['It sails at nine.', 'It is full.', 'Go & see.']);
  });

  it('goes without what a page does not say, and over what is broken', () => {
    const [copy] = read(
      `<html><head><title>Ferry - Post</title><script type="application/ld+json">{broken</script></head><body><p>${TEXTS[0]}</p></body></html>`,
    ).copies;
    expect(copy).toMatchObject({
      headline: 'Ferry',
      byline: null,
      sentAt: null,
      paragraphs: [TEXTS[0]],
    });
  });

  it('shows nothing that is hidden', () => {
    const [copy] = read(
      `<div><p>Seen.</p><p hidden>Not seen.</p><p style="display: none">Nor this.</p></div>`,
    ).copies;
    expect(copy?.paragraphs).toEqual(['Seen.']);
  });

  it('says so when there is no article', () => {
    expect(read('<html><body></body></html>')).toMatchObject({
      copies: [],
      problems: [{ code: 'no-article' }],
    });
  });

  it.each([
    ['<!DOCTYPE html><html>', true],
    ['\ufeff <html lang="en">', true],
    ['<p>Hello</p>', true],
    ['<?xml version="1.0"?><rss>', false],
    ['<rss version="2.0">', false],
    ['<nitf>', false],
    ['Plain text with <b>tags</b>', false],
    ['{"a": "<html>"}', false],
  ])('detects %s: %s', (text, expected) => {
    expect(htmlReader.detect(source(text))).toBe(expected);
  });

  it('reads any tags without throwing', () => {
    const bit = fc.constantFrom(
      '<p>',
      '</p>',
      '<div',
      '>',
      '<html>',
      '<head>',
      '<title>',
      '<table>',
      '<tr>',
      '<svg>',
      '<script>',
      '</script>',
      '&amp;',
      'word ',
      '"',
      '<!--',
      '<template>',
      '<h1>',
      '<meta property=og:title content=x>',
      '<body>',
      '</body>',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
        const { copies, problems } = read(bits.join(''));
        expect(copies.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['<div>', '<p>', '<a <b ', '<!--', '<table><tr><td>', '&lt;', '<', '<b>x'])(
    'takes a bounded time over 64 kB of %s',
    async (junk) => {
      const tookMs = await cpuMsOf(() => {
        read(`<html><body>${junk.repeat(Math.ceil(65_536 / junk.length))}`);
      });
      expect(tookMs).toBeLessThan(8_000);
    },
  );
});
