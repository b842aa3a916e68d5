/** The XML formats under fire: damaged samples, bombs, deep nesting, endless junk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsed } from './parsed.ts';

const ROOT = join(import.meta.dirname, '../../samples');
const SAMPLES = ['newsml-g2', 'newsml1', 'nitf'].flatMap((format) =>
  readdirSync(join(ROOT, format)).map((name) =>
    readFileSync(join(ROOT, format, name, 'source.xml')),
  ),
);
const read = (bytes: Uint8Array) => parsed({ bytes, contentType: null, baseUrl: null });
const readText = (text: string) => read(new TextEncoder().encode(text));
const timed = (text: string): { milliseconds: number; parsed: ReturnType<typeof read> } => {
  const start = performance.now();
  const parsed = readText(text);
  return { milliseconds: performance.now() - start, parsed };
};
const sample = fc.constantFrom(...SAMPLES);
const RUNS = { numRuns: 300 };

const item = (body: string, head = ''): string =>
  `${head}<newsItem guid="urn:x:1" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2026-01-01T00:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta><contentMeta><headline>Quay reopens</headline></contentMeta><contentSet><inlineXML><html><body>${body}</body></html></inlineXML></contentSet></newsItem>`;

describe('documents one behind another', () => {
  it('beyond what is read are told', () => {
    const document = item('<p>The quay of Ulvik is open again.</p>', '<?xml version="1.0"?>\n');
    const { copies, problems } = readText(document.repeat(502));
    expect(copies).toHaveLength(500);
    expect(problems.map(({ code }) => code)).toEqual(['too-many']);
  });
});

describe('damaged copy', () => {
  it('is read as far as it goes when it is cut anywhere', () => {
    fc.assert(
      fc.property(sample, fc.nat(), (bytes, at) => {
        const { copies, problems } = read(bytes.subarray(0, at % (bytes.length + 1)));
        expect(copies.length + problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('never makes a reader throw, whatever bytes are changed', () => {
    const flip = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(sample, fc.array(flip, { minLength: 1, maxLength: 12 }), (bytes, flips) => {
        const damaged = Uint8Array.from(bytes);
        for (const [at, byte] of flips) damaged[at % damaged.length] = byte;
        read(damaged);
      }),
      RUNS,
    );
  });

  it('never makes a reader throw, whatever comes behind a root', () => {
    const root = fc.constantFrom(
      '<newsItem>',
      '<newsMessage>',
      '<NewsML>',
      '<nitf>',
      '<?xml ?><a>',
    );
    fc.assert(
      fc.property(root, fc.uint8Array({ maxLength: 400 }), (start, junk) => {
        read(Uint8Array.from([...new TextEncoder().encode(start), ...junk]));
      }),
      RUNS,
    );
  });

  it('keeps what stands behind a stray closing tag', () => {
    const [copy] = readText(item('<p>One</i> two.</p><p>Three & four, <b>five.</p>')).copies;
    expect(copy?.paragraphs).toEqual(['One two.', 'Three & four, five.']);
  });

  it('knows the names of HTML and leaves others as they are', () => {
    const [copy] = readText(item('<p>Caf&eacute;&nbsp;&ndash; &nosuchname; R&D</p>')).copies;
    expect(copy?.paragraphs).toEqual(['Café – &nosuchname; R&D']);
  });
});

describe('hostile XML', () => {
  it('never resolves what a document declares', () => {
    const levels = [...'bcdefghij'].map((name, at) => {
      const inner = `&${[...'abcdefghi'][at]};`.repeat(10);
      return `<!ENTITY ${name} "${inner}">`;
    });
    const bomb = `<!DOCTYPE newsItem [<!ENTITY a "lol">${levels.join('')}]>`;
    const { milliseconds, parsed } = timed(item('<p>Before &j; after.</p>', bomb));
    expect(milliseconds).toBeLessThan(2_000);
    expect(parsed.copies[0]?.paragraphs).toEqual(['Before &j; after.']);
    expect(parsed.problems.map(({ code }) => code)).toContain('entities');
  });

  it('reads no file and no address that a document names', () => {
    const head = '<!DOCTYPE newsItem [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const { copies } = readText(item('<p>Text &f;</p>', head));
    expect(copies[0]?.paragraphs).toEqual(['Text &f;']);
  });

  it('takes names of the language for names', () => {
    const names = '<signal qcode="edStat:constructor"/><constructor:x __proto__="1" valueOf="2"/>';
    const { copies } = readText(
      item('<constructor><p>Text</p></constructor>').replace('<pub', `${names}<pub`),
    );
    expect(copies[0]).toMatchObject({ signal: null, paragraphs: ['Text'] });
  });

  it('refuses nesting that no story has', () => {
    const deep = `${'<p>'.repeat(100_000)}x${'</p>'.repeat(100_000)}`;
    const { milliseconds, parsed } = timed(item(deep));
    expect(milliseconds).toBeLessThan(4_000);
    expect(parsed.copies).toEqual([]);
    expect(parsed.problems.map(({ code }) => code)).toContain('too-complex');
  });

  it.each([
    ['unclosed tags', '<'],
    ['bare ampersands', '&;'],
    ['unknown entities', '&zz;'],
    ['stray closing tags', '</q>'],
    ['elements', '<i/>'],
    ['open comments', '<!-- '],
    ['open CDATA', '<![CDATA['],
    ['document types', '<!DOCTYPE ['],
    ['prefixes', '<a:b xmlns:a="x"/>'],
    ['processing instructions', '<?x '],
    ['line ends', '\n   '],
    ['breaks', '<br/>'],
    ['words', 'Mr. A '],
  ])('takes a bounded time over 400 kB of %s', (_, junk) => {
    const many = junk.repeat(Math.ceil(400_000 / junk.length));
    for (const text of [item(`<p>${many}</p>`), `<nitf>${many}`, `${many}<newsItem/>`])
      expect(timed(text).milliseconds).toBeLessThan(8_000);
  });

  it('takes a bounded time over one element with very many attributes', () => {
    const attributes = Array.from({ length: 50_000 }, (_, at) => ` a${at}="x"`).join('');
    const spaces = Array.from({ length: 20_000 }, (_, at) => ` xmlns:n${at}="x"`).join('');
    expect(timed(item(`<p${attributes}>Text</p>`)).milliseconds).toBeLessThan(4_000);
    expect(timed(item(`<p${spaces}>Text</p>`)).milliseconds).toBeLessThan(4_000);
  });

  it('reads no more items than it says', () => {
    const many = Array.from({ length: 1_005 }, (_, at) =>
      item('<p>x</p>').replace(':1"', `:${at}"`),
    );
    const { copies, problems } = readText(
      `<newsMessage><itemSet>${many.join('')}</itemSet></newsMessage>`,
    );
    expect(copies).toHaveLength(1_000);
    expect(problems.map(({ code }) => code)).toContain('too-many');
  });
});
