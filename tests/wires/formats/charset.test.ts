/** Bytes to text, when header, declaration and bytes do not agree. */
import iconv from 'iconv-lite';
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

const TOLD_BY_LETTERS: readonly (readonly [charset: string, text: string])[] = [
  ['shift_jis', '北浪で地震\n\n北浪県で4日昼、強い地震があり、7人が負傷した。津波の心配はない。'],
  ['euc-jp', '北浪で地震\n\n北浪県で4日昼、強い地震があり、7人が負傷した。津波の心配はない。'],
  ['euc-kr', '북산서 지진\n\n북산에서 4일 지진이 발생했다. 피해는 없다고 시 당국이 밝혔다.'],
  ['gb18030', '会议在河东举行\n\n会议3日在河东开幕，一百名代表出席。这是今年的第一次会议。'],
  ['big5', '會議在河東舉行\n\n會議3日在河東開幕，一百名代表出席。這是今年的第一次會議。'],
  ['windows-1251', 'Мост открыт в Северске\n\nНовый мост открыли в среду, сообщила мэрия.'],
  ['koi8-r', 'Мост открыт в Северске\n\nНовый мост открыли в среду, сообщила мэрия.'],
  ['windows-1253', 'Έκλεισε η γέφυρα\n\nΗ γέφυρα του Λισκ έκλεισε την Τετάρτη, είπε ο δήμαρχος.'],
  [
    'windows-1256',
    'افتتاح جسر جديد\n\nقال رئيس البلدية إن الجسر الجديد في ليسك سيفتح يوم الأربعاء.',
  ],
];

describe('a charset that nothing names', () => {
  it.each(TOLD_BY_LETTERS)('%s is told by its letters', (charset, text) => {
    const bytes = iconv.encode(text, charset);
    expect(decode({ bytes, contentType: null, baseUrl: null }).text).toBe(text);
  });

  it.each([
    'L’été à Liège : « déjà fermé », a répété André Défaé à l’agence',
    'Größe, Übermaß und Äöü: Straßenfüße müßten größer über Öfen hüpfen',
    'ÅÄÖ ÅÅÅ ÖÖÖ — ÉÈÊ ÀÂ',
  ])('is not looked for in Latin letters: %s', (text) => {
    const bytes = iconv.encode(text, 'windows-1252');
    expect(decode({ bytes, contentType: null, baseUrl: null }).text).toBe(text);
  });
});

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
