/** Calendar files, read as strictly as RFC 5545 words it. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../src/answering/calendars.ts';
import type { AgendaEntry } from '../../src/editing/agenda.ts';

const entry = (text: string, place: string | null, title = 'Talks'): AgendaEntry =>
  ({
    id: `step-${text.length}`,
    title,
    step: {
      text,
      place,
      firm: true,
      when: { text: 'on March 29', date: '2026-03-29', grain: 'day' },
      evidence: [],
    },
    state: 'open',
    first: null,
    change: null,
    sentAt: '2026-03-01T10:00:00Z',
    sequence: 0,
  }) as unknown as AgendaEntry;

const LINE_BYTES_MAX = 75;
/** A content line: name, parameters, value without control characters (RFC 5545, 3.1). */
const CONTENT =
  /^([A-Z][A-Z0-9-]*)((?:;[A-Z0-9-]+=[^;:"]+)*):([^\u0000-\u0008\u000a-\u001f\u007f]*)$/;

/** The unfolded lines as name and value; throws where the file breaks a rule. */
function readCalendar(text: string): (readonly [name: string, value: string])[] {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
  for (const line of text.split('\r\n'))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(LINE_BYTES_MAX);
  const open: string[] = [];
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
  const read = lines.map((line) => {
    const [, name = '', , value = ''] = CONTENT.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') open.push(value);
    if (name === 'END') expect(open.pop()).toBe(value);
    if (/^(?:NAME|SUMMARY|DESCRIPTION|LOCATION|X-WR-CALNAME)$/.test(name))
      expect(value).toMatch(/^(?:\\[\\;,nN]|[^\\;,])*$/);
    return [name, value] as const;
  });
  expect(open).toEqual([]);
  // an object holds one component at least (RFC 5545, 3.6)
  expect(read.filter(([name]) => name === 'BEGIN').length).toBeGreaterThan(1);
  return read;
}

const valueOf = (lines: ReturnType<typeof readCalendar>, wanted: string): string | undefined =>
  lines.find(([name]) => name === wanted)?.[1];

describe('a calendar', () => {
  it.each([
    ['plain', 'The next round will be held on March 29.', 'Port Mary', 'Talks'],
    ['marks of its own', 'Talks; a, b\\c "d": on March 29', 'A, b; c', 'T; x, y\\'],
    ['lines and components', 'x\r\nEND:VEVENT\nBEGIN:VALARM\r', 'P\nATTACH:x', 'T\r\nURL:x'],
    ['what nobody sees', 'x\u0000\u0007\u2028\u202ey\u0085', '\u001b[0m', '\ud800'],
    ['letters of many bytes', 'é'.repeat(90), '日本語'.repeat(40), '👩‍👩‍👧‍👦'.repeat(30)],
  ])('holds %s', (_, text, place, title) => {
    const lines = readCalendar(calendarOf([entry(text, place, title)], title));
    const names = lines.map(([name]) => name);
    expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
    expect(names).not.toContain('URL');
    expect(names).not.toContain('ATTACH');
    expect(valueOf(lines, 'DTSTART')).toBe('20260329');
    expect(valueOf(lines, 'DTSTAMP')).toBe('20260301T100000Z');
  });

  it('of no step is a calendar all the same', () => {
    readCalendar(calendarOf([], 'Harbours; and, docks'));
  });

  it('keeps the name of the topic', () => {
    const lines = readCalendar(calendarOf([], 'Docks; a, b\\c'));
    expect(valueOf(lines, 'X-WR-CALNAME')).toBe('Docks\\; a\\, b\\\\c');
  });
});
