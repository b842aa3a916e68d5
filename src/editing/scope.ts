/** Whether a question asked under something leaves it: it names what only other stories name. */

const WORDS = /[\p{L}\p{N}]+/gu;
/** A name within a sentence: what begins one may be any word. */
const NAMES = /(?<=[\p{Ll}\p{N},;:’'"“(–-]\s{0,2}["“(]?)\p{Lu}[\p{L}\p{N}]{2,}/gu;
/** Words that are names in some copy and say nothing of what a question is about. */
const COMMON = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december president minister government the and who what when where why
  how did has have will his her their its`.split(/\s+/),
);
/** Endings that a name and its people may differ by: "Korea", "Korean". */
const ENDING_LENGTH = 2;
const STEM_MIN = 4;

const stemOf = (word: string): string =>
  word.slice(0, Math.max(STEM_MIN, word.length - ENDING_LENGTH)).toLowerCase();

/**
 * Does the question name something that `elsewhere` names and the stories that it was asked under do not
 * know? Case does not matter: people type names in small letters.
 * @param under the texts that the question was asked under
 */
export function leavesScope(
  question: string,
  under: readonly string[],
  elsewhere: string,
): boolean {
  const asked = new Set(
    (question.slice(0, 2_000).toLowerCase().match(WORDS) ?? []).filter((each) => !COMMON.has(each)),
  );
  const named = new Set((elsewhere.match(NAMES) ?? []).map((each) => each.toLowerCase()));
  const beyond = [...asked].filter((each) => named.has(each));
  if (beyond.length === 0) return false;
  const known = under.map((text) => text.toLowerCase());
  return beyond.some((each) => !known.some((text) => text.includes(stemOf(each))));
}
