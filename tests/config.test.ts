import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig, readDuration } from '../src/config.ts';
import { NewsroomError } from '../src/errors.ts';

const TOPICS = '- { slug: export-controls, title: Export controls, words: [export] }\n';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-config-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(newsroom: string, topics = TOPICS): void {
  writeFileSync(join(folder, 'wirebrief.yaml'), newsroom);
  writeFileSync(join(folder, 'topics.yaml'), topics);
}

function problemsOf(newsroom: string, topics = TOPICS): string {
  write(newsroom, topics);
  try {
    loadConfig(folder);
  } catch (error) {
    expect(error).toBeInstanceOf(NewsroomError);
    return (error as NewsroomError).sentence;
  }
  throw new Error('the configuration was accepted');
}

describe('loadConfig', () => {
  it('reads what DESIGN shows', () => {
    write(`
name: Trade desk
wires:
  - { name: kyodo, url: "https://news.example/feed", every: 5m, provider: Kyodo, article: false }
  - { name: agency, folder: ./wires/agency, every: 10s }
  - { name: desk, push: true }
channels:
  - channel: slack:T0AB/C012AB3CD
    topics: [export-controls]
    schedule: ["weekdays 08:30 Asia/Tokyo", "fri 17:00 Asia/Tokyo"]
    alerts: 2
network: { allowPrivate: ["127.0.0.1/8"] }
`);
    const config = loadConfig(folder);
    expect(config.wires.map((wire) => wire.every)).toEqual([300_000, 10_000, undefined]);
    expect(config.channels[0]?.schedule[1]).toEqual({
      weekdays: [5],
      time: '17:00',
      zone: 'Asia/Tokyo',
    });
    expect(config.topics[0]?.slug).toBe('export-controls');
    expect(config.network.allowPrivate).toEqual(['127.0.0.1/8']);
  });

  it('reads where the web side is reached, and the pause between two requests to a host', () => {
    write('web: { url: "https://desk.example" }\nnetwork: { pause: 250ms }', '[]');
    expect(loadConfig(folder)).toMatchObject({
      web: { url: 'https://desk.example' },
      network: { pause: 250, allowPrivate: [] },
    });
    const sentence = problemsOf('web: { url: "desk" }\nnetwork: { pause: soon }', '[]');
    expect(sentence).toContain('web.url');
    expect(sentence).toContain('network.pause');
  });

  it('is content with empty files', () => {
    write('', '');
    expect(loadConfig(folder)).toMatchObject({ wires: [], channels: [], topics: [] });
  });

  it('reads JSON, which is YAML too', () => {
    write('{"name": "Desk", "wires": []}', '[]');
    expect(loadConfig(folder).name).toBe('Desk');
  });

  it('lists every problem of both files at once, each with its path', () => {
    const sentence = problemsOf(
      `
wires:
  - { name: Bad Name, url: "ftp://x" }
  - { name: two, url: "https://a.example", folder: ./b }
channels:
  - { channel: "slack:T0AB/C1", topics: [export-controls] }
  - { channel: "irc:here", schedule: ["7am"], colour: blue, limit: many, topics: 7 }
`,
      '- { slug: export-controls }\n',
    );
    for (const part of [
      'wires[0].name: "Bad Name" is not a slug',
      'wires[0].url: "ftp://x" is not an http or https address',
      'wires[1]: a wire needs exactly one of url, folder, push',
      'channels[1].channel: "irc:here" is not a channel',
      'channels[1].schedule[0]: "7am" is not HH:MM',
      'channels[1]: no such key: "colour"',
      'channels[1].limit: "many" is not a number',
      'channels[1].topics: 7 is not a list',
      'topics.yaml: [0].title: is missing: it is text',
    ])
      expect(sentence).toContain(part);
  });

  it('finds what only both files together tell', () => {
    const sentence = problemsOf(`
wires: [{ name: a, push: true }, { name: a, push: true }]
channels: [{ channel: "terminal:x", topics: [nothing] }]
`);
    expect(sentence).toContain('wires[1].name: "a" is there twice');
    expect(sentence).toContain('channels[0].topics[0]: there is no topic "nothing"');
  });

  it('tells what both files tell together beside what is wrong in each', () => {
    const sentence = problemsOf(`
wires: [{ name: a, push: true }, { name: a, every: soon }]
channels: [{ channel: "terminal:x", topics: [export-control], schedule: ["7am"] }]
`);
    for (const part of [
      'wires[1].name: "a" is there twice',
      'wires[1].every: "soon" is not a duration',
      'channels[0].schedule[0]: "7am" is not HH:MM',
      'there is no topic "export-control" in topics.yaml; did you mean "export-controls"?',
    ])
      expect(sentence).toContain(part);
  });

  it('names the key that a mistyped one may have meant, and no other', () => {
    const sentence = problemsOf(`
wirs: []
colour: blue
channels: [{ channel: "terminal:x", scheduel: [] }]
network: { pauze: 5s }
`);
    for (const part of [
      'no such key: "wirs", did you mean "wires"?',
      'channels[0]: no such key: "scheduel", did you mean "schedule"?',
      'network: no such key: "pauze", did you mean "pause"?',
    ])
      expect(sentence).toContain(part);
    expect(sentence).toMatch(/"colour"(?!, did)/);
  });

  it.each([
    [
      'channels: [{ channel: "terminal:x", alerts: true }]',
      'alerts: true is not false or a number',
    ],
    [
      'network: { allowPrivate: [home, 10.0.0.0/33, 10.0.0.0] }',
      'allowPrivate[2]: "10.0.0.0" is not',
    ],
    ['network: { allowPrivate: [home, 10.0.0.0/33, 10.0.0.0] }', 'allowPrivate[1]: "10.0.0.0/33"'],
    ['zone: BST', '"BST" is not a time zone'],
    ['wires: [{ name: a, push: true, every: [5] }]', 'wires[0].every: [5] is not a duration'],
  ])('says of %s: %s', (newsroom, part) => expect(problemsOf(newsroom)).toContain(part));

  it('keeps the name of a zone as it was typed, though it is an old or a newer one', () => {
    for (const name of ['Asia/Kolkata', 'Europe/Kyiv', 'Asia/Tokyo', 'UTC']) {
      write(`zone: ${name}\nchannels: [{ channel: "terminal:x", schedule: ["08:30 ${name}"] }]`);
      expect(loadConfig(folder).channels[0]?.schedule[0]?.zone).toBe(name);
    }
  });

  it('says where a mistake of YAML stands, and that a file is no UTF-8', () => {
    const wrong = problemsOf('name: x\nwires: [\nchannels: []\n');
    expect(wrong).toMatch(/wirebrief\.yaml: .* at line 3, column \d+$/m);
    write('name: x');
    writeFileSync(join(folder, 'wirebrief.yaml'), Buffer.from('name: Désk', 'latin1'));
    expect(() => loadConfig(folder)).toThrow(/not text in UTF-8/);
  });

  it('says what is missing or no YAML', () => {
    expect(problemsOf('a: [1', TOPICS)).toMatch(/wirebrief\.yaml: .+/);
    rmSync(join(folder, 'topics.yaml'));
    expect(() => loadConfig(folder)).toThrow(/topics\.yaml: there is no such file/);
  });

  it('refuses an alias bomb', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map((pair) => [...pair]))
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(',')}]`);
    expect(problemsOf(bomb.join('\n'))).toMatch(/wirebrief\.yaml/);
  });

  it('never fails otherwise than with a sentence', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        write(text);
        try {
          loadConfig(folder);
        } catch (error) {
          expect(error).toBeInstanceOf(NewsroomError);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('readDuration', () => {
  it.each([
    ['30s', 30_000],
    ['5m', 300_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
    ['5', null],
    ['five', null],
    ['-1s', null],
  ])('%s', (text, milliseconds) => {
    expect(readDuration(text)).toBe(milliseconds);
  });
});
