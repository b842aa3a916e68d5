/** The word lists beside this folder: known places and organisations, given names, roles, cues. */
import { readFileSync } from 'node:fs';
import { keptFor } from '../../../news/kept.ts';
import { lineOf } from '../../../news/sorted-lines.ts';

const DATA = new URL('../data/', import.meta.url);

function readText(name: string): string {
  return readFileSync(new URL(`${name}.txt`, DATA), 'utf8');
}

function linesOf(name: string): string[] {
  return readText(name)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('# '));
}

/** Names as their tokens joined by blanks: "People 's Bank", "Economy , Trade". */
function namesOf(name: string): string[] {
  return linesOf(name).map((line) => line.replace(/(?<=\S)(?:['’]s?(?= |$)|,)/g, ' $&'));
}

/** The entries of a list: plain ones, and the ones marked with a star. */
function marked(name: string): { plain: Set<string>; starred: Set<string> } {
  const lines = linesOf(name);
  return {
    plain: new Set(lines.filter((line) => !line.endsWith('*'))),
    starred: new Set(lines.filter((line) => line.endsWith('*')).map((line) => line.slice(0, -1))),
  };
}

/** A list that is only asked whether it holds a word. */
type Words = { has(word: string): boolean };

/** Words whose search is remembered for each long list: names come again and again. */
const MOST_REMEMBERED = 4_000;

/**
 * A long list, sorted by its builder, searched where it lies: the three long ones as sets would take
 * most of the loading's time and several megabytes.
 */
function sortedLines(name: string): Words {
  const text = readText(name);
  return { has: keptFor(MOST_REMEMBERED, (word) => lineOf(text, word) !== null) };
}

type Gazetteer = {
  /** countries, regions, famous places */
  readonly places: ReadonlySet<string>;
  /** cities of 75,000 people or more: weaker than `places`, since many are names of people too */
  readonly cities: Words;
  readonly demonyms: ReadonlySet<string>;
  /** each country's names, with the word for its people last: Norway, Norwegian */
  readonly nations: readonly (readonly string[])[];
  readonly organisations: ReadonlySet<string>;
  readonly givenNames: Words;
  readonly surnames: Words;
  /** lower case, one to four words */
  readonly roles: ReadonlySet<string>;
  /** a word to the length of the longest role that it opens */
  readonly roleReach: ReadonlyMap<string, number>;
  /** lower case: "dr.", "sen.", ...; they say a role */
  readonly titles: ReadonlySet<string>;
  /** lower case: "mr.", "mrs.", ...; they say none */
  readonly courtesies: ReadonlySet<string>;
  readonly organisationWords: ReadonlySet<string>;
  readonly placeEndings: ReadonlySet<string>;
  readonly placeOpenings: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly notNameEndings: ReadonlySet<string>;
  /** plain words, capitalised as they open a sentence */
  readonly openers: ReadonlySet<string>;
};

let loaded: Gazetteer | undefined;

/** The lists, read from disk once. */
export function gazetteer(): Gazetteer {
  loaded ??= load();
  return loaded;
}

function reachOf(roles: ReadonlySet<string>): Map<string, number> {
  const reach = new Map<string, number>();
  for (const role of roles) {
    const [first = '', ...more] = role.split(' ');
    reach.set(first, Math.max(reach.get(first) ?? 0, more.length + 1));
  }
  return reach;
}

function load(): Gazetteer {
  const roles = new Set(linesOf('roles'));
  const firstNames = sortedLines('first-names');
  const givenNames = new Set(linesOf('given-names'));
  const countries = linesOf('countries').map((line) => line.split('\t'));
  const titles = marked('titles');
  const places = marked('place-words');
  const notNames = marked('not-names');
  return {
    places: new Set([
      ...namesOf('places'),
      ...countries.flatMap(([names]) => (names ?? '').split('|').filter((name) => name !== '')),
    ]),
    cities: sortedLines('cities'),
    demonyms: new Set([
      ...linesOf('demonyms'),
      ...countries.map(([names, people]) => (people === names ? '' : (people ?? ''))),
    ]),
    nations: countries.map(([names = '', people = '']) => [...names.split('|'), people]),
    organisations: new Set(namesOf('organisations')),
    givenNames: { has: (word) => givenNames.has(word) || firstNames.has(word) },
    surnames: sortedLines('surnames'),
    roles,
    roleReach: reachOf(roles),
    titles: titles.plain,
    courtesies: titles.starred,
    organisationWords: new Set(linesOf('organisation-words')),
    placeEndings: places.plain,
    placeOpenings: places.starred,
    notNames: notNames.plain,
    notNameEndings: notNames.starred,
    openers: new Set(linesOf('common-openers')),
  };
}

/**
 * How many tokens from `at` are a role, longest first; 0 for none. Plurals count. Tokens from `end`
 * on are not looked at.
 */
export function roleLength(
  words: readonly { readonly lower: string }[],
  at: number,
  end = words.length,
): number {
  const { roles, roleReach } = gazetteer();
  const first = words[at]?.lower ?? '';
  const reach = Math.max(roleReach.get(first) ?? 0, roles.has(singular(first)) ? 1 : 0);
  for (let length = Math.min(reach, end - at); length > 0; length--) {
    const phrase = words
      .slice(at, at + length)
      .map((word) => word.lower)
      .join(' ');
    if (roles.has(phrase) || roles.has(singular(phrase))) return length;
  }
  return 0;
}

function singular(phrase: string): string {
  if (!phrase.endsWith('s')) return phrase.endsWith('men') ? `${phrase.slice(0, -3)}man` : phrase;
  return phrase.slice(0, -1);
}
