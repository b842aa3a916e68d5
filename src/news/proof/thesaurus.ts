/** What a word of a summary may stand for in the copy: the same in other words, or a kind of it. */
import { formsOf } from './forms.ts';

/** Lines of the thesaurus that a word stands on, by its dictionary form. */
type Places = {
  readonly same: readonly number[];
  readonly below: readonly number[];
  /** those of `below` that name a narrow way of doing or being, so that its words are much alike */
  readonly siblings: readonly number[];
};

const SIBLINGS_MAX = 10;

let lent = '';
let placesByWord: ReadonlyMap<string, Places> | undefined;

/**
 * Lends the proof its thesaurus: who lets a model write lends it, so that a house without a model
 * never loads it. Without it fewer words are borne out. It is read when a claim first needs it.
 * @param lines as in thesaurus-lines.ts
 */
export function lendThesaurus(lines: string): void {
  if (lines === lent) return;
  lent = lines;
  placesByWord = undefined;
}

function readPlaces(): ReadonlyMap<string, Places> {
  const places = new Map<string, Record<keyof Places, number[]>>();
  const put = (words: string, line: number, side: keyof Places): void => {
    for (const word of words.split(' ')) {
      const own = places.get(word);
      if (own) own[side].push(line);
      else places.set(word, { same: [], below: [], siblings: [], [side]: [line] });
    }
  };
  for (const [line, told] of lent.trim().split(/[|\n]/).entries()) {
    const [same = '', below] = told.split(/[/~]/);
    const isNarrow = told.includes('~') && told.split(/[ ~]/).length <= SIBLINGS_MAX;
    put(same, line, 'same');
    if (below !== undefined) put(below, line, 'below');
    if (below !== undefined && isNarrow) put(below, line, 'siblings');
  }
  return places;
}

const placesOf = (norm: string): Places[] => {
  placesByWord ??= readPlaces();
  const known = placesByWord;
  return formsOf(norm).flatMap((form) => known.get(form) ?? []);
};

/** Words that make one of a verb with it: "call off", "win over". */
const PARTICLES = new Set(
  'off out up down away back over in on through apart aside ahead forward'.split(' '),
);

/** A verb and its particle as the thesaurus lists them, in every form; none for other words. */
export function phrasesOf(norm: string, next: string | undefined): string[] {
  if (next === undefined || !PARTICLES.has(next)) return [];
  return formsOf(norm).map((form) => `${form}_${next}`);
}

/** What words of the copy may be called: numbers that `isCalledSo` compares. */
export function callingsOf(norms: Iterable<string>): Set<number> {
  const lines = new Set<number>();
  for (const norm of norms)
    for (const { same, below } of placesOf(norm))
      for (const line of [...same, ...below]) lines.add(line);
  return lines;
}

/** Whether a word says the same as a word of the copy, or names a kind that one belongs to. */
export function isCalledSo(norm: string, callings: ReadonlySet<number>): boolean {
  return placesOf(norm).some(({ same }) => same.some((line) => callings.has(line)));
}

/**
 * Whether a word tells of doing or being much as a word of the copy does: "sprint" and "dash". Things
 * of one kind are not alike: "cholera" is no "measles".
 */
export function isCalledAlike(norm: string, callings: ReadonlySet<number>): boolean {
  return placesOf(norm).some(({ siblings }) => siblings.some((line) => callings.has(line)));
}
