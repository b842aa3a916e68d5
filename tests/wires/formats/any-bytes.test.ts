/** Whatever bytes come: no reader throws, none takes long, and what comes out is within bounds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/wires/formats/formats.ts';
import { parsed } from './parsed.ts';

const SAMPLES = join(import.meta.dirname, '../../samples');
const SOURCES = readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:^|\/)source\.[^/]+$/.test(name))
  .map((name) => ({ name, bytes: readFileSync(join(SAMPLES, name)) }));

const sourceOf = (bytes: Uint8Array) => ({ bytes, contentType: null, baseUrl: null });
const read = (bytes: Uint8Array) => parsed(sourceOf(bytes));

function check(bytes: Uint8Array): void {
  const { copies, problems } = read(bytes);
  // A feed may be empty, in UTF-16 too: that is no problem of the feed.
  const plain = Buffer.from(bytes).toString('latin1').replaceAll('\0', '');
  const isFeed = /<\W*(?:\w+:)?(?:rss|feed|rdf)/i.test(plain);
  if (copies.length === 0 && !isFeed) expect(problems.length).toBeGreaterThan(0);
  for (const { sentAt, createdAt, embargo, urgency, paragraphs } of copies) {
    for (const time of [sentAt, createdAt, embargo?.until ?? null])
      if (time !== null) expect(Date.parse(time)).not.toBeNaN();
    if (urgency !== null) expect(urgency >= 1 && urgency <= 9).toBe(true);
    expect(paragraphs.length).toBeLessThanOrEqual(2_000);
  }
}

type Change = (bytes: Buffer, at: number, value: number) => Buffer;
const ANY_CHANGES = fc.array(fc.tuple(fc.nat(), fc.nat(255), fc.nat(5)), {
  minLength: 1,
  maxLength: 4,
});
const CHANGES: readonly Change[] = [
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at) => bytes.subarray(at),
  (bytes, at, value) => {
    const copy = Buffer.from(bytes);
    copy[at] = value;
    return copy;
  },
  (bytes, at, value) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(3, value), bytes.subarray(at)]),
  (bytes, at, value) =>
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + value))]),
  (bytes, at) => Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]),
];

function damaged(bytes: Buffer, changes: readonly (readonly [number, number, number])[]): Buffer {
  let changed = bytes;
  for (const [at, value, kind] of changes)
    changed = CHANGES[kind]?.(changed, at % (changed.length + 1), value) ?? changed;
  return changed;
}

describe('any bytes', () => {
  it.each(SOURCES)('a damaged $name', async ({ bytes }) => {
    await fc.assert(
      fc.asyncProperty(ANY_CHANGES, async (changes) => {
        const source = damaged(bytes, changes);
        check(source);
        expect(await parseSource(sourceOf(source))).toEqual(read(source));
      }),
      { numRuns: 40 },
    );
  });

  it('is read alike, whether all readers are at hand or only those that it needs', async () => {
    const markup = fc.constantFrom(
      '<rss',
      ' {"uri"',
      '[{}]',
      '<html>',
      '\x01',
      '\x1f\x8b',
      'A: b\n',
      'From a@b.example\nSubject: c\nMessage-ID: d\n\ne',
      'abc012 4 i 211 abcde efg 061\n',
      '\n a0123\nr i BC-Word 03-04 0211\n',
    );
    const unit = fc.oneof(markup, fc.string({ maxLength: 20 }));
    const encoding = fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1');
    const text = fc.array(unit, { maxLength: 6 }).map((each) => each.join(''));
    await fc.assert(
      fc.asyncProperty(text, encoding, async (each, how) => {
        const bytes = Buffer.from(each, how);
        expect(await parseSource(sourceOf(bytes))).toEqual(read(bytes));
      }),
      { numRuns: 300 },
    );
  });

  it('bytes of no kind', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), check), { numRuns: 300 });
  });

  it('values of JSON of every kind under every name', () => {
    const names = ['uri', 'headline', 'headlines', 'bodies', 'body_html', 'pubstatus', 'embargoed'];
    const more = ['versioncreated', 'subject', 'associations', 'altids', 'ednote', 'data', 'items'];
    const plain = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.double(),
      fc.constant(null),
      fc.boolean(),
    );
    const nested = fc.dictionary(fc.constantFrom('value', 'uri', 'item', 'rel'), plain);
    const value = fc.oneof(plain, nested, fc.array(fc.oneof(plain, nested), { maxLength: 3 }));
    const item = fc.dictionary(fc.constantFrom(...names, ...more), value);
    fc.assert(
      fc.property(item, (each) => check(Buffer.from(JSON.stringify(each)))),
      { numRuns: 200 },
    );
  });

  const LONG: readonly (readonly [string, string, string])[] = [
    ['SOH', '\x01', ''],
    ['ANPA items', '\x16\x16\x01a0001\x1f_x\r\nr a BC-X 03-04 1\r\n\x02^BC-X<\r\n\x04', ''],
    ['lines', '^a<\n', '\x16\x16\x01a0001\x1f_x\r\nr a BC-X 03-04 1\r\n\x02'],
    ['equals', '= ', '\x01eno100 4 i 90  nop 100\r\n\r\nSela/\r\n\x02'],
    ['headers', 'X-A: b\n', 'Message-ID: <a@b>\n'],
    ['signatures', '\n-- \n', 'Message-ID: <a@b>\nFrom: a@b\n\n'],
    ['boundaries', '\n--b\n', 'Message-ID: <a@b>\nContent-Type: multipart/mixed; boundary=b\n\n'],
    ['brackets', '[', '{"a":'],
    ['objects', '{"items":[', ''],
    ['entries', '<entry><title mode="base64">QUJD', '<feed version="0.3">'],
    ['bodies', '<body>', '<rss version="2.0"><channel><item>'],
    ['figures', '<figcaption>', '{"uri":"u","body_html":"'],
  ];

  it.each(LONG)('a flood of %s', (_, piece, start) => {
    const text = start + piece.repeat(Math.ceil(300_000 / piece.length));
    const began = performance.now();
    check(Buffer.from(text, 'latin1'));
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('what is no text', () => {
  const noise = Buffer.from(
    Array.from({ length: 6_000 }, (_, at) => (at * at * 31 + at * 7) % 256),
  );

  it.each([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0]],
    ['an archive', [0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0]],
    ['anything with the marks of an old wire in it', [1, 0x32, 2, 3, 4]],
  ])('is told of %s in one sentence', (_, start) => {
    const { copies, problems } = read(Buffer.concat([Buffer.from(start), noise]));
    expect(copies).toEqual([]);
    expect(problems.map(({ sentence }) => sentence)).toEqual(['The file is binary, not text.']);
  });
});
