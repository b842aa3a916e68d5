/** How likely a sentence tells of a step to come, and of a firm one, by signs that hold whatever its words. */
import type { ReadSentence } from '../reading/reading.ts';
import { signsOfStep } from './step-signs.ts';
import { STEP_WEIGHTS } from './step-weights.ts';
import type { Study } from './study.ts';

/** Chances from 0 to 1 that it is a step, and that as a step it is firm; null where no sign speaks for one. */
export function likelyStep(
  study: Study,
  sentence: ReadSentence,
  words: string,
): { readonly step: number; readonly firm: number } | null {
  const signs = signsOfStep(study, sentence, words);
  if (signs.length === 0) return null;
  let [step, firm] = [0, 0];
  for (const sign of signs) {
    const [ofStep, ofFirm] = STEP_WEIGHTS[sign] ?? [0, 0];
    step += ofStep;
    firm += ofFirm;
  }
  return { step: chanceOf(step), firm: chanceOf(firm) };
}

const chanceOf = (sum: number): number => 1 / (1 + Math.exp(-sum));
