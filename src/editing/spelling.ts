/** How a text spells its words, so that the same words spelt otherwise are known again. */
import { edits } from './nearest.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** The words of a text as they are written, with compounds, initials and possessives whole. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Consonants that languages write for one another when they spell a foreign name. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/[td]?[sc]?ch|tsh|sh|zh|cz|dj/g, 's'],
  [/ph/g, 'f'],
  [/h/g, ''],
  [/[ckqgx]/g, 'k'],
  [/d/g, 't'],
  [/[vw]/g, 'f'],
  [/[zj]/g, 's'],
  [/b/g, 'p'],
  [/[aeiouy]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** What is left of a name when only the sound of its consonants counts: "Qaddafi" and "Gaddafi" are one. */
function soundOf(word: string): string {
  return SOUNDS.reduce((rest, [letters, sound]) => rest.replace(letters, sound), word);
}

/** Shorter ones are as often other names: "Iran" and "Iraq". */
const SLIP_MIN = 5;
const SOUND_MIN = 4;
/** Names of this length may differ by two letters without sounding alike. */
const LONG_NAME = 8;

/**
 * May one name have been typed for the other? One letter wrong, missing, too many or moved; two in a
 * long name, or where both sound alike. Both are given in plain letters.
 */
export function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 2) return false;
  if (/\d/.test(typed + meant) || isOtherForm(typed, meant)) return false;
  const shorter = Math.min(typed.length, meant.length);
  if (shorter < SOUND_MIN) return false;
  const isAlike = soundOf(typed) === soundOf(meant);
  const distance = isSwapOf(typed, meant) ? 1 : edits(typed, meant);
  const isSameStart = typed[0] === meant[0];
  if (distance === 1) return isAlike || (isSameStart && shorter >= SLIP_MIN);
  if (distance !== 2) return false;
  return (isAlike && shorter >= SLIP_MIN) || (isSameStart && shorter >= LONG_NAME);
}

/** "Indian" is no slip for "Indiana", nor "Texans" for "Texan": names and their people, plurals. */
function isOtherForm(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    long.startsWith(short) &&
    /^(?:a|n|an|i|s|es|ns|as)$/.test(long.slice(short.length)) &&
    long.at(-1) !== short.at(-1)
  );
}

/** Are two neighbouring letters in the wrong order? */
function isSwapOf(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  return (
    typed[at] === meant[at + 1] &&
    typed[at + 1] === meant[at] &&
    typed.slice(at + 2) === meant.slice(at + 2)
  );
}
