/**
 * A question in the spelling of the stories that were found for it. Copy writes "São Paulo", "ECB" and
 * "Kyiv" where people type "Sao Paulo", "European Central Bank" and "Kiev"; and people mistype names.
 */
import { EQUIVALENTS } from './equivalents.ts';
import { plainLetters } from '../news/plain-letters.ts';
import { isSlipOf, wordsOf } from './spelling.ts';
import { tellingWords } from './words.ts';

/** A word that was taken for another one, which the stories name. */
export type Guess = { readonly typed: string; readonly meant: string };
/** Another way to put a question, and what in it is only guessed: a reader must be told. */
export type Rewording = { readonly question: string; readonly guesses: readonly Guess[] };

/** Characters of each copy that are read for its spelling. */
const READ_LENGTH = 20_000;
const GUESSES_MAX = 3;
/** A compound's halves are at least so long: shorter ones make words by chance. */
const HALF_MIN = 3;

/**
 * Other ways to put a question, the surest first; none when the stories spell all of it as it was typed.
 * @param texts what the stories say, the nearest first
 */
export function rewordings(question: string, texts: readonly string[]): Rewording[] {
  const spelt = spellingOf(texts);
  const calm = inSmallLetters(question);
  const sure = withSpelling(withNames(calm, spelt), spelt);
  const guessed = withGuesses(sure, spelt);
  const asked = [{ question: sure, guesses: [] }, guessed].flatMap((each) => [
    each,
    ...endsOf(each.question).map((end) => ({ ...each, question: end })),
  ]);
  const told = new Set([question]);
  return asked.filter((each) => !told.has(each.question) && told.add(each.question));
}

type Spelling = {
  /** words as they are written, by their plain letters; the first story's way stands */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
  /** words that stand with a capital within a sentence and never without, by their plain letters */
  readonly names: ReadonlyMap<string, string>;
  /** phrases of names by their initials */
  readonly phrases: ReadonlyMap<string, string>;
  readonly text: string;
};

const PHRASE =
  /\p{Lu}[\p{L}\p{M}]+(?:\s(?:(?:of|for|and|on|the|de|des|du)\s){0,2}\p{Lu}[\p{L}\p{M}]+){1,7}/gu;

/** A word with a capital that stands within a sentence, or before another such word: "Lyra Bank cuts". */
const NAME = /(?<=[\p{L}\p{N},;:’'] )\p{Lu}[\p{L}\p{M}'’-]+|\p{Lu}[\p{L}\p{M}'’-]+(?= \p{Lu})/gu;

function spellingOf(texts: readonly string[]): Spelling {
  const text = texts.map((each) => each.slice(0, READ_LENGTH)).join('\n\n');
  const words = new Map<string, Set<string>>();
  const small = new Set<string>();
  for (const written of wordsOf(text)) {
    const word = bare(written);
    const plain = plainLetters(word);
    if (word === word.toLowerCase()) small.add(plain);
    const ways = words.get(plain) ?? new Set<string>();
    words.set(plain, ways.add(word));
  }
  const names = new Map<string, string>();
  for (const [within] of text.matchAll(NAME)) {
    const name = bare(within);
    if (!small.has(plainLetters(name)) && /\p{Ll}/u.test(name)) names.set(plainLetters(name), name);
  }
  const phrases = new Map<string, string>();
  for (const [phrase] of text.matchAll(PHRASE))
    for (const part of partsOf(phrase)) {
      const initials = initialsOf(part);
      if (!phrases.has(initials)) phrases.set(initials, part);
    }
  return { words, names, phrases, text };
}

/** A phrase and what is left of it without its first words: "The European Union", "European Union". */
function partsOf(phrase: string): string[] {
  return [...phrase.matchAll(/(?<!\p{L})\p{Lu}/gu)].map(({ index }) => phrase.slice(index));
}

const bare = (word: string): string => word.replace(/['’]s?$/, '');

function initialsOf(phrase: string): string {
  return (phrase.match(/(?<!\p{L})\p{Lu}/gu) ?? []).join('');
}

/** A question typed in capitals tells no names apart. */
function inSmallLetters(question: string): string {
  const isLoud = !/\p{Ll}/u.test(question) && tellingWords(question).length > 1;
  return isLoud ? question.toLowerCase() : question;
}

/** Short and long names as the stories have them. */
function withNames(question: string, spelt: Spelling): string {
  let asked = question;
  for (const ways of EQUIVALENTS) {
    const typed = ways.filter((way) => placeOf(way, asked) >= 0).toSorted(longestFirst)[0];
    if (typed === undefined) continue;
    const told = nearestOf(ways, typed, spelt.text);
    if (told !== undefined) asked = replaced(asked, typed, told);
  }
  for (const [short] of asked.matchAll(/(?<![\p{L}.])\p{Lu}{3,7}(?![\p{L}.])/gu)) {
    const phrase = spelt.phrases.get(short);
    if (phrase !== undefined) asked = replaced(asked, short, phrase);
  }
  for (const [phrase] of asked.matchAll(PHRASE)) {
    const long = partsOf(phrase).find((part) => {
      const short = initialsOf(part);
      return short.length >= 3 && spelt.words.get(short.toLowerCase())?.has(short) === true;
    });
    if (long !== undefined) asked = replaced(asked, long, initialsOf(long));
  }
  return asked;
}

/** The other way that comes first in the text, so in the nearest story. */
function nearestOf(ways: readonly string[], typed: string, text: string): string | undefined {
  const places = ways.map((way) => ({ way, place: placeOf(way, text) }));
  const told = places.filter(({ way, place }) => way !== typed && place >= 0);
  return told.toSorted((one, other) => one.place - other.place)[0]?.way;
}

/** The other names of what a question names: "World Health Organization" of "WHO". */
export function equivalentsIn(question: string): string[] {
  return EQUIVALENTS.flatMap((ways) => {
    const isNamed = ways.some((way) => placeOf(way, question) >= 0);
    return isNamed ? ways.filter((way) => placeOf(way, question) < 0) : [];
  });
}

const longestFirst = (one: string, other: string): number => other.length - one.length;

/** Where a name stands by itself in a text, or -1; names of up to three letters need their capitals. */
function placeOf(name: string, text: string): number {
  const source = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const flags = name.length <= 4 ? 'u' : 'iu';
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}.])${source}(?![\\p{L}\\p{N}])`, flags));
}

function replaced(text: string, typed: string, told: string): string {
  const at = placeOf(typed, text);
  return at < 0 ? text : text.slice(0, at) + told + text.slice(at + typed.length);
}

/** Words with the marks that the stories write, and compounds as they write them. */
function withSpelling(question: string, { words }: Spelling): string {
  return question.replaceAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu, (typed) => {
    const word = bare(typed);
    const rest = typed.slice(word.length);
    const ways = words.get(plainLetters(word));
    const other = [...(ways ?? [])].find((way) => way.toLowerCase() !== word.toLowerCase());
    if (other !== undefined) return other + rest;
    // copy writes a compound in both ways; a name keeps its hyphen
    if (word.includes('-') && (ways === undefined || !/\p{Lu}/u.test(word)))
      return typed.replaceAll('-', ' ');
    if (ways !== undefined) return typed;
    return (halvesOf(plainLetters(word), words) ?? word) + rest;
  });
}

/** "exportcontrols" as two words that the stories know. */
function halvesOf(word: string, words: Spelling['words']): string | null {
  for (let at = HALF_MIN; at <= word.length - HALF_MIN; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (words.has(first) && words.has(second)) return `${first} ${second}`;
  }
  return null;
}

/** Names that no story knows, as the name that was most likely meant, where there is one. */
function withGuesses(question: string, { words, names }: Spelling): Rewording {
  const guesses: Guess[] = [];
  for (const typed of wordsOf(question).map(bare)) {
    const plain = plainLetters(typed);
    if (words.has(plain) || tellingWords(typed).length === 0) continue;
    const near = [...names].filter(([name]) => isSlipOf(plain, name));
    const likely = near.length === 1 ? near : near.filter(([name]) => name[0] === plain[0]);
    const [meant] = likely.length === 1 ? likely : [];
    if (meant !== undefined && guesses.length < GUESSES_MAX)
      guesses.push({ typed, meant: meant[1] });
  }
  const asked = guesses.reduce((rest, { typed, meant }) => replaced(rest, typed, meant), question);
  return { question: asked, guesses };
}

/** A question longer than this (characters) may come to its point at its end. */
const LONG = 160;
const POINT = /\b(?:who|whom|whose|what|which|when|where|why|how|by how)\b/giu;
/** An end that asks for something has so many telling words. */
const POINT_WORDS = 3;

/** What a long question comes to: its last sentence or clause that asks. */
function endsOf(question: string): string[] {
  if (question.length <= LONG) return [];
  const places = [...question.matchAll(POINT)].map(({ index }) => index);
  const ends = places
    .map((at) => question.slice(at).trim())
    .filter((end) => end.length <= LONG && tellingWords(end).length >= POINT_WORDS);
  return [...new Set(ends)].toReversed().slice(0, 2);
}
