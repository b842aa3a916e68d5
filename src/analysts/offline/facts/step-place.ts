/** Where a step is to happen, by what stands beside its time. */
import type { DateMention } from '../reading/reading.ts';
import type { Looked } from './clauses.ts';
import type { Study } from './study.ts';

/** Characters between a cue and the time that belongs to it. */
export const NEAR = 160;
/** Characters between a place and the time beside it, when the cue stands behind both. */
const BESIDE = 12;

/** "the minister said in Ottawa": where it was said is not where it will be. */
const SAID_THERE =
  /\b(?:said|told|added|speaking|announced)\b(?:(?!\b(?:would|will|to)\b)[^,;:]){0,30}\b(?:in|at|to)\s+(?:the\s+)?$/i;

/** The place that the step is to happen in: "in Seoul", behind the cue or beside the time. */
export function placeOfStep(
  study: Study,
  sentence: Looked['sentence'],
  { cue, date }: { readonly cue: number; readonly date: DateMention | null },
): string | null {
  const places = (study.mentionsIn[sentence.index] ?? []).filter(
    (mention) =>
      mention.kind === 'place' &&
      mention.end <= sentence.end &&
      !SAID_THERE.test(
        study.take.text.slice(Math.max(sentence.start, mention.start - 50), mention.start),
      ) &&
      (mention.start >= sentence.start + cue ||
        (date !== null && Math.abs(date.start - mention.end) <= BESIDE)) &&
      /\b(?:in|at|to)\s+(?:the\s+(?:(?:city|town|village|port|capital|resort)\s+(?:of\s+)?)?)?$/i.test(
        study.take.text.slice(Math.max(sentence.start, mention.start - 24), mention.start),
      ),
  );
  const [near] = date ? byDistance(places, date.start) : places;
  return near && (!date || Math.abs(near.start - date.start) <= NEAR)
    ? (study.entities[near.entity]?.name ?? near.text)
    : null;
}

/** Nearest to a place in the text first. */
export function byDistance<T extends { readonly start: number }>(
  all: readonly T[],
  at: number,
): T[] {
  return all.toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at));
}
