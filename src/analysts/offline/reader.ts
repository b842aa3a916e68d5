/** Reads takes, each once: what cards and answers are made from. */
import type { Take } from '../../news/take.ts';
import { factsOf, type ReadFacts } from './card.ts';
import { studyOf } from './facts/study.ts';
import { readTake } from './reading/read.ts';

/** Takes whose reading is kept: a digest's worth and the questions that follow it. */
const MOST_KEPT = 200;

/** The reading of a take: made when it is first asked for, then kept for a while. */
export type Reader = (take: Take) => ReadFacts;

/** Makes a reader with nothing read yet. */
export function createReader(): Reader {
  return remembering(MOST_KEPT);
}

/** Reads a take once. An id with another text (a test's, a rebuilt store's) is read again. */
function remembering(most: number): Reader {
  const kept = new Map<string, ReadFacts>();
  return (take) => {
    const known = kept.get(take.id);
    kept.delete(take.id);
    const current = known?.study.take.text === take.text ? known : learn(take);
    kept.set(take.id, current);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return current;
  };
}

function learn(take: Take): ReadFacts {
  const study = studyOf(readTake(take));
  return { study, facts: factsOf(study) };
}
