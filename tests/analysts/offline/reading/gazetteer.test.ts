/** The word lists are there, are well formed, and hold what the rules rely on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gazetteer, roleLength } from '../../../../src/analysts/offline/reading/gazetteer.ts';

const FOLDER = join(import.meta.dirname, '../../../../src/analysts/offline/data');
const BUILT = ['cities.txt', 'countries.txt', 'first-names.txt', 'surnames.txt'];
const WRITTEN = [
  'common-openers.txt',
  'demonyms.txt',
  'given-names.txt',
  'not-names.txt',
  'organisation-words.txt',
  'organisations.txt',
  'place-words.txt',
  'places.txt',
  'roles.txt',
  'titles.txt',
];

function linesOf(name: string): string[] {
  return readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
}

function words(text: string): { lower: string }[] {
  return text.split(' ').map((lower) => ({ lower }));
}

describe('the word lists', () => {
  it('are all there, and no others', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual([...BUILT, ...WRITTEN].toSorted());
  });

  it.each(WRITTEN)('%s opens with a comment that says what it holds', (name) => {
    const [first = '', ...entries] = linesOf(name);
    expect(first).toMatch(/^# [A-Z].{20,}\.$/);
    expect(entries.length).toBeGreaterThan(100);
  });

  it.each([...BUILT, ...WRITTEN])('%s holds no entry twice, no blank line or edge', (name) => {
    const lines = linesOf(name);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.filter((line) => line === '' || line.trimEnd() !== line)).toEqual([]);
  });

  it('has roles and titles in lower case, of one to four words', () => {
    const { roles, titles, courtesies } = gazetteer();
    const odd = [...roles, ...titles, ...courtesies].filter(
      (each) => each !== each.toLowerCase() || each.split(' ').length > 4,
    );
    expect(odd).toEqual([]);
    expect([...titles].filter((each) => courtesies.has(each))).toEqual([]);
  });

  it('joins names as the tokens are joined', () => {
    const { organisations } = gazetteer();
    expect(organisations.has('Ministry of Economy , Trade and Industry')).toBe(true);
    expect(organisations.has("People 's Bank of China")).toBe(true);
  });
});

describe('the length of a role', () => {
  it.each([
    ['prime minister of', 2],
    ['chief executive officer said', 3],
    ['spokeswoman for', 1],
    ['lawmakers', 1],
    ['policemen', 1],
    ['ministry', 0],
    ['chief', 1],
  ])('%s', (text, length) => {
    expect(roleLength(words(text), 0)).toBe(length);
  });

  it('looks no farther than its end', () => {
    expect(roleLength(words('deputy prime minister'), 0, 1)).toBe(1);
  });
});
