/** Did it happen? Whether the copy states a verb, or only denies, expects, asks for or doubts it. */
import type { Token } from '../reading/reading.ts';
import {
  ASKING,
  CLAUSE_BREAKS,
  CONDITIONS,
  EXPECTING,
  FAILING,
  MODALS,
  NEGATIONS,
} from '../cues/modality.ts';

type Modality = 'stated' | 'denied' | 'future' | 'possible' | 'conditional' | 'asked';

const LOOK_BACK = 14;
const CLOSE = 5;

/**
 * How the verb at `index` is meant, from the words before it. A negation or a modal counts when it
 * is at most five words away in the same clause; a condition, a demand or a hope governs the rest
 * of its clause.
 */
export function modalityAt(tokens: readonly Token[], index: number): Modality {
  let distance = 0;
  let infinitive = false;
  // "have to be settled": the passive infinitive, too
  let beside = true;
  for (let at = index - 1; at >= 0 && distance < LOOK_BACK; at -= 1) {
    const word = tokens[at]?.lower ?? '';
    if (CLAUSE_BREAKS.has(word)) break;
    if (!/[\p{L}\p{N}]/u.test(word)) continue;
    distance += 1;
    if (beside && word === 'to') infinitive = true;
    beside &&= /^(?:be|been|have)$/.test(word);
    if (distance <= CLOSE) {
      const near = nearModality(word);
      if (near) return near;
    }
    if (CONDITIONS.has(word)) return 'conditional';
    if (distance <= 8 && ASKING.has(word)) return 'asked';
    if (distance <= 8 && EXPECTING.has(word) && (infinitive || distance > 1)) return 'possible';
  }
  return infinitive ? 'future' : 'stated';
}

function nearModality(word: string): Modality | null {
  if (NEGATIONS.has(word) || FAILING.has(word)) return 'denied';
  const modal = MODALS.get(word);
  return modal ?? null;
}
