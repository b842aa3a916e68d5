import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS, readCommand } from '../../src/chats/commands.ts';
import type { Command } from '../../src/news/request.ts';

const TOKYO = [{ weekdays: [1, 2, 3, 4, 5], time: '08:30', zone: 'Asia/Tokyo' }];
const TWICE = [...TOKYO, { weekdays: [1, 2, 3, 4, 5], time: '16:00', zone: 'Asia/Tokyo' }];

describe('readCommand', () => {
  it.each([
    ['brief', 'export-controls', { name: 'brief', words: 'export-controls' }],
    ['/ask', ' when is  it? ', { name: 'ask', question: 'when is it?' }],
    ['wire', 'topics', { name: 'topics' }],
    ['wire', 'STATUS', { name: 'status' }],
    ['wire', '', { name: 'help' }],
    ['wire', 'agenda', { name: 'agenda' }],
    ['wire', 'agenda export  controls', { name: 'agenda', topic: 'export controls' }],
    ['wire', 'schedule weekdays 08:30, 16:00 Asia/Tokyo', { name: 'schedule', schedule: TWICE }],
    [
      'wire',
      'subscribe export controls weekdays at 8:30am and 16:00 Asia/Tokyo alerts',
      { name: 'subscribe', topic: 'export controls', schedule: TWICE, alerts: true },
    ],
    ['wire', 'split quake  Velmora', { name: 'split', words: 'quake Velmora' }],
    ['wire', 'MERGE quake', { name: 'merge', words: 'quake' }],
    ['wire', 'verdicts', { name: 'verdicts' }],
    ['wire', 'confirm abc', { name: 'confirm', verdict: 'abc' }],
    ['wire', 'reject abc', { name: 'reject', verdict: 'abc' }],
    ['wire', 'unsubscribe export-controls', { name: 'unsubscribe', topic: 'export-controls' }],
    ['wire', 'schedule', { name: 'schedule', schedule: null }],
    ['wire', 'schedule weekdays 08:30 Asia/Tokyo', { name: 'schedule', schedule: TOKYO }],
    [
      'wire',
      'schedule weekdays 08:30',
      { name: 'schedule', schedule: [{ weekdays: [1, 2, 3, 4, 5], time: '08:30', zone: null }] },
    ],
    ...(
      [
        ['corrections only', 'corrections-and-kills'],
        ['Corrections and kills only', 'corrections-and-kills'],
        ['corrections-and-kills', 'corrections-and-kills'],
        ['all updates', 'all'],
        ['all', 'all'],
      ] as const
    ).flatMap(([words, amendments]): [string, string, Command][] => [
      ['wire', `schedule ${words}`, { name: 'schedule', schedule: null, amendments }],
      [
        'wire',
        `schedule weekdays 08:30 Asia/Tokyo ${words}`,
        { name: 'schedule', schedule: TOKYO, amendments },
      ],
    ]),
    [
      'wire',
      'subscribe export-controls',
      { name: 'subscribe', topic: 'export-controls', schedule: null, alerts: false },
    ],
    [
      'wire',
      'subscribe export-controls weekdays 08:30 Asia/Tokyo alerts',
      { name: 'subscribe', topic: 'export-controls', schedule: TOKYO, alerts: true },
    ],
    [
      'wire',
      'subscribe Export controls alerts',
      { name: 'subscribe', topic: 'Export controls', schedule: null, alerts: true },
    ],
  ])('/%s %s', (name, text, command) => {
    expect(readCommand(name, text)).toEqual(command);
  });

  it.each([
    ['brief', '', 'Name a topic'],
    ['ask', '  ', 'Ask a question'],
    ['wire', 'dance', '"dance" is not something /wire does'],
    ['wire', 'subscribe', 'Name the topic to follow'],
    ['wire', 'split', 'Say what to split'],
    ['wire', 'confirm', 'Name the verdict'],
    ['wire', 'subscribe talks weekdays 25:00 UTC', '"25:00" is not HH:MM'],
    ['wire', 'schedule weekdays 08:30 Nowhere/Land', 'not a time zone'],
    ['dance', 'now', 'There is no command dance'],
  ])('/%s %s is answered with a sentence', (name, text, part) => {
    expect(readCommand(name, text)).toMatchObject({
      name: 'problem',
      sentence: expect.stringContaining(part) as string,
    });
  });

  it('never throws, whatever is typed', () => {
    const names = fc.constantFrom('brief', 'ask', 'wire', 'other');
    fc.assert(
      fc.property(names, fc.string({ maxLength: 3_000 }), (name, text) => {
        expect(readCommand(name, text).name).toBeTypeOf('string');
      }),
    );
  });
});

describe('COMMANDS', () => {
  it('can be registered on Discord: short names and descriptions, required options first', () => {
    for (const command of COMMANDS) {
      expect(command.description.length).toBeLessThanOrEqual(100);
      for (const option of command.options) {
        expect(option.name).toMatch(/^[a-z]{1,32}$/);
        expect(option.description.length).toBeLessThanOrEqual(100);
      }
      const required = command.options.map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });
});
