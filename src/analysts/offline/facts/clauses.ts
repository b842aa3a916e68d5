/** Parts of a sentence that each tell of a step of their own. */
import { CONDITIONAL, FIRM, SOFT } from '../cues/next.ts';
import type { DateMention, ReadSentence } from '../reading/reading.ts';

/** A stretch of copy that may tell of a step: its lower-case words and the times to come in it. */
export type Looked = {
  readonly sentence: Pick<ReadSentence, 'start' | 'end' | 'text' | 'index'>;
  readonly words: string;
  readonly future: readonly DateMention[];
};

const JOINT = /;\s|,?\s(?:and|but|while)\s|,\swith\s|,\s(?=(?:the|an?|its|their)\s)/g;

/**
 * "A tender opens in May and work is due to begin in July" is two clauses. Each part has a time and a
 * cue of its own, else the sentence stays whole; what stands behind a semicolon is a part anyway.
 * @param announces does a part tell of a time to come by its verb, without a cue?
 */
export function clausesOf(looked: Looked, announces: (part: Looked) => boolean): Looked[] {
  const isStep = (part: Looked): boolean =>
    part.future.length > 0 &&
    (part.words.search(FIRM) >= 0 || part.words.search(SOFT) >= 0 || announces(part));
  const added = addedIn(looked, isStep);
  if (added) return [...clausesOf(added.around, announces), added.inner]; // what is added comes second
  const told = behindColon(looked, isStep);
  if (told) return clausesOf(told, announces);
  const parts: Looked[] = [];
  let from = 0;
  for (const { index, 0: joint } of looked.words.matchAll(JOINT)) {
    const part = partOf(looked, from, index);
    const rest = partOf(looked, index + joint.length, looked.words.length);
    // "undertook to raise tariffs and to sell a stake": one undertaking
    if (rest.words.startsWith('to ')) continue;
    if (!isStep(rest) || !(isStep(part) || joint.startsWith(';'))) continue;
    parts.push(part);
    from = index + joint.length;
  }
  return from === 0 ? [looked] : [...parts, partOf(looked, from, looked.words.length)];
}

/** "They want to see it: a visit is arranged for May 3": what the colon leads to has the time, and is the step. */
function behindColon(looked: Looked, isStep: (part: Looked) => boolean): Looked | null {
  const at = looked.words.indexOf(': ');
  if (at < 0 || partOf(looked, 0, at).future.length > 0) return null;
  if (!isStep(partOf(looked, at + 2, looked.words.length))) return null;
  return { ...looked, words: ' '.repeat(at + 2) + looked.words.slice(at + 2) };
}

/** "A panel, whose members are to be named in May, will report by July"; or at the end. */
const ADDED_CLAUSE = /, (?:who|which|whose|where) [^,;]{10,140}?(?:,|\.?$)/;
/** The noun that a relative clause hangs on. */
const HEAD = /\b(?:the|an?|its|his|her|their) [^,;]{2,60}?$/;

/** What a relative clause announces, with the noun it hangs on, and the sentence around it. */
function addedIn(
  looked: Looked,
  isStep: (part: Looked) => boolean,
): { inner: Looked; around: Looked } | null {
  const match = ADDED_CLAUSE.exec(looked.words);
  if (match === null) return null;
  const end = match.index + match[0].length - (match[0].endsWith(',') ? 1 : 0);
  const clause = partOf(looked, match.index, end);
  const words =
    looked.words.slice(0, match.index) + ' '.repeat(match[0].length) + looked.words.slice(end + 1);
  const future = looked.future.filter((date) => !clause.future.includes(date));
  const around = { ...looked, words, future };
  if (!isStep(clause)) return null;
  // "If they fail, it goes to the assembly, which opens on Monday": what is sure stands alone
  if (CONDITIONAL.test(around.words) || /\bwhether\b/.test(around.words)) {
    const head = HEAD.exec(looked.words.slice(0, match.index))?.index;
    return head === undefined ? null : { inner: partOf(looked, head, end), around };
  }
  return match[0].endsWith(',') && isStep(around)
    ? { inner: partOf(looked, 0, end), around }
    : null;
}

function partOf({ sentence, words, future }: Looked, from: number, to: number): Looked {
  const [start, end] = [sentence.start + from, sentence.start + to];
  return {
    sentence: { start, end, text: sentence.text.slice(from, to), index: sentence.index },
    words: words.slice(from, to),
    future: future.filter((date) => date.start >= start && date.end <= end),
  };
}
