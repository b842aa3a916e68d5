/** Bytes to text, when header, declaration and bytes do not agree. */
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/wires/formats/charset.ts';

const NAMES = 'Zürich, Łódź, Kraków: “día”';
const LATIN = 'Zürich, Málaga: «día»';

type Case = readonly [what: string, bytes: Buffer, contentType: string | null, text: string];

const xml = (encoding: string, text: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

const CASES: readonly Case[] = [
  ['a header of UTF-8 over declared latin-1', latin(xml('iso-8859-1', LATIN)), 'utf-8', LATIN],
  ['a header of UTF-8 over latin-1 that declares nothing', latin(LATIN), 'utf-8', LATIN],
  ['declared UTF-8 over latin-1', latin(xml('utf-8', LATIN)), null, LATIN],
  ['a header of latin-1 over UTF-8 that declares nothing', Buffer.from(NAMES), 'iso-8859-1', NAMES],
  ['a header of windows-1252 over UTF-8', Buffer.from(NAMES), 'windows-1252', NAMES],
  ['declared UTF-16 over UTF-8', Buffer.from(xml('utf-16', NAMES)), null, NAMES],
  ['a charset that nobody knows', Buffer.from(NAMES), 'banana', NAMES],
];

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

describe('decode', () => {
  it.each(CASES)('%s', (_what, bytes, charset, text) => {
    const contentType = charset === null ? null : `text/xml; charset=${charset}`;
    expect(decode({ bytes, contentType, baseUrl: null }).text).toContain(text);
  });

  it('leaves good copy as it is around one broken letter', () => {
    const whole = Buffer.from(NAMES);
    const bytes = Buffer.concat([whole, Buffer.from([0xfc]), whole]);
    const { text } = decode({ bytes, contentType: 'text/plain; charset=utf-8', baseUrl: null });
    expect(text).toBe(`${NAMES}\ufffd${NAMES}`);
  });
});
