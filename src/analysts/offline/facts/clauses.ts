/** Parts of a sentence that each tell of a step of their own. */
import { FIRM, SOFT } from '../cues/next.ts';
import type { DateMention, ReadSentence } from '../reading/reading.ts';

/** A stretch of copy that may tell of a step: its lower-case words and the times to come in it. */
export type Looked = {
  readonly sentence: Pick<ReadSentence, 'start' | 'end' | 'text' | 'index'>;
  readonly words: string;
  readonly future: readonly DateMention[];
};

const JOINT = /;\s|,?\s(?:and|but|while)\s|,\swith\s/g;

/**
 * "A tender opens in May and work is due to begin in July" is two clauses. Each part has a time and a
 * cue of its own, else the sentence stays whole; what stands behind a semicolon is a part anyway.
 * @param announces does a part tell of a time to come by its verb, without a cue?
 */
export function clausesOf(looked: Looked, announces: (part: Looked) => boolean): Looked[] {
  const isStep = (part: Looked): boolean =>
    part.future.length > 0 &&
    (part.words.search(FIRM) >= 0 || part.words.search(SOFT) >= 0 || announces(part));
  const parts: Looked[] = [];
  let from = 0;
  for (const { index, 0: joint } of looked.words.matchAll(JOINT)) {
    const part = partOf(looked, from, index);
    const rest = partOf(looked, index + joint.length, looked.words.length);
    if (!isStep(rest) || !(isStep(part) || joint.startsWith(';'))) continue;
    parts.push(part);
    from = index + joint.length;
  }
  return from === 0 ? [looked] : [...parts, partOf(looked, from, looked.words.length)];
}

function partOf({ sentence, words, future }: Looked, from: number, to: number): Looked {
  const [start, end] = [sentence.start + from, sentence.start + to];
  return {
    sentence: { start, end, text: sentence.text.slice(from, to), index: sentence.index },
    words: words.slice(from, to),
    future: future.filter((date) => date.start >= start && date.end <= end),
  };
}
