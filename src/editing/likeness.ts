/** How alike two sentences are, by the words that carry what they say. */

/** Words that say nothing of what a sentence is about. */
const EMPTY = new Set(
  (
    'a an the of in on at to for from by with and or but as that this these those it its they their ' +
    'he she his her him them we our you your i who which what when where there here is are was were ' +
    'be been being has have had do does did will would shall should can could may might must said ' +
    'says say saying told according also than then so such about into over after before more most ' +
    'least some any all both each other another new'
  ).split(' '),
);
/** English endings are cut so that "agreed" and "agreement" meet; other languages stay as they are. */
const STEM_LENGTH = 5;
const WORDS_MAX = 400;

/** The words of a text that carry its sense, lower case, cut to their stem; numbers are left out. */
export function contentWords(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  return words
    .slice(0, WORDS_MAX)
    .map((word) => word.replace(/['’]s?$/u, ''))
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((word) => word.slice(0, STEM_LENGTH));
}

/** Share (0 to 1) of the words of the smaller set that stand in the other; 0 when one is empty. */
export function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 0 : common(one, other) / smaller;
}

function common(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

const DENIAL =
  /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|den(?:y|ied|ies)|reject\w*|refus\w*|fail\w*|un(?:able|likely|clear))\b|n[’']t\b/giu;

/** Share of the words of a sentence that an older one has; 0 when one denies what the other says. */
export function saidBy(sentence: string, older: string): number {
  const denials = (text: string): number => (text.match(DENIAL) ?? []).length;
  if (denials(sentence) !== denials(older)) return 0;
  const words = new Set(contentWords(sentence));
  return words.size === 0 ? 0 : common(words, new Set(contentWords(older))) / words.size;
}
