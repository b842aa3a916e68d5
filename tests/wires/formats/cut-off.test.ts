/** Files that end in their midst: what the whole one holds back, no part of it shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/editing/clean.ts';
import type { Copy } from '../../../src/news/take.ts';
import { decode } from '../../../src/wires/formats/charset.ts';
import { parsed } from './parsed.ts';

const ROOT = join(import.meta.dirname, '../../samples');
const PLACE = { wire: 'wire', provider: null, file: null };
const CUTS = 150;

const takesOf = (text: string) =>
  parsed({ bytes: Buffer.from(text), contentType: 'text/xml; charset=utf-8', baseUrl: null });
const shownIn = (text: string): string[] =>
  takesOf(text)
    .copies.map((copy) => clean(copy, PLACE))
    .filter(({ usable, embargo }) => usable && embargo === null)
    .map(({ guid, headline }) => guid ?? headline ?? '');

const CASES = ['newsml-g2', 'newsml1', 'nitf'].flatMap((format) =>
  readdirSync(join(ROOT, format)).map((name) => ({ name: join(format, name) })),
);
const FEEDS = [
  'atom/deleted-entry',
  'atom/one-point-oh',
  'atom/prefixed-xhtml',
  'rdf/one-point-oh',
  'rss/content-media-podcast',
  'rss/embargo-in-description',
  'rss/two-point-oh',
].map((name) => ({ name }));
const whole = (name: string): string =>
  decode({
    bytes: readFileSync(join(ROOT, name, 'source.xml')),
    contentType: null,
    baseUrl: null,
  }).text.replace(/encoding=["'][^"']*["']/, 'encoding="UTF-8"');

describe('a document cut anywhere', () => {
  it.each(CASES)('shows nothing that $name holds back', ({ name }) => {
    const text = whole(name);
    const shown = shownIn(text);
    for (let cut = 1; cut < CUTS; cut += 1) {
      const part = text.slice(0, Math.floor((text.length * cut) / CUTS));
      for (const each of shownIn(part)) expect(shown, part.slice(-300)).toContain(each);
    }
  });

  it.each(FEEDS)('keeps the whole items of $name, and no half one', ({ name }) => {
    const text = whole(name);
    const items = takesOf(text).copies;
    const said = (copy: Copy): unknown => ({ ...copy, provider: null, links: null });
    for (let cut = 1; cut < CUTS; cut += 1) {
      const part = text.slice(0, Math.floor((text.length * cut) / CUTS));
      const { copies, problems } = takesOf(part);
      for (const copy of copies)
        expect(items.map(said), part.slice(-300)).toContainEqual(said(copy));
      const isWithin = /<(?:\w+:)?(?:item|entry)[\s>](?![^]*<\/(?:\w+:)?(?:item|entry)>)/.test(
        part,
      );
      if (isWithin) expect(problems.map(({ code }) => code)).toContain('cut-off');
    }
  });

  it('says what is missing, and obeys a kill as far as it goes', () => {
    const head = '<nitf><head><title>Two banks merge</title><docdata';
    const item = '<doc-id id-string="merger"/><date.issue norm="20260304T150000Z"/>';
    const { copies, problems } = takesOf(`${head}>${item}`);
    expect(copies).toEqual([]);
    expect(problems.map(({ code }) => code)).toContain('cut-off');
    const kill = takesOf(`${head} management-status="canceled">${item}`);
    expect(kill.copies).toMatchObject([{ guid: 'merger', signal: 'kill' }]);
  });
});
