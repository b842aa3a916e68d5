/** The scorer itself: it reads the comments of a folder of feed tests, and counts misses as misses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { expectationsOf, scoreFeeds } from './score.ts';

const FOLDER = mkdtempSync(join(tmpdir(), 'feeds-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const feed = (expectation: string): string =>
  `<!--\nDescription: a feed\nExpect:      not bozo and ${expectation}\n-->\n` +
  `<rss version="2.0"><channel><item><title>Pier &amp;amp; mine</title><link>/a</link>` +
  `<pubDate>Wed, 04 Mar 2026 07:12:00 GMT</pubDate></item></channel></rss>`;

describe('the score of feeds', () => {
  it('counts what is met and what is not', async () => {
    writeFileSync(join(FOLDER, '1.xml'), feed("entries[0]['title'] == u'Pier &amp; mine'"));
    writeFileSync(join(FOLDER, '2.xml'), feed("entries[0]['title'] == 'Ferry'"));
    writeFileSync(
      join(FOLDER, '3.xml'),
      feed("entries[0]['published_parsed'] == (2026, 3, 4, 7, 12, 0, 2, 63, 0)"),
    );
    writeFileSync(join(FOLDER, '4.xml'), feed("entries[0]['link'] == 'http://127.0.0.1:8097/a'"));
    writeFileSync(join(FOLDER, '5.xml'), feed("entries[1]['title'] == 'no such entry'"));
    const values = (await scoreFeeds(FOLDER)).map(({ measure, value }) => [measure, value]);
    expect(values).toEqual([
      ['feeds: date (1)', 1],
      ['feeds: link (1)', 1],
      ['feeds: title (3)', 1 / 3],
      ['feeds: all (5)', 3 / 5],
      ['feeds: files that throw', 0],
    ]);
  });

  it('reads literals and leaves alone what is no field of a take', () => {
    const head =
      "Expect: entries[0]['title_detail']['value'] == 'a\\u00e9' and entries[0]['rights'] == 'x'";
    expect(expectationsOf('f', head)).toEqual([
      { file: 'f', entry: 0, field: 'title', literal: "'a\\u00e9'" },
    ]);
  });
});
