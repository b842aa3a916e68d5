/** A step that no rule knows, by how likely signs make it that hold whatever the words. */
import { AT_EARLIEST, CONDITIONAL, HANGS_ON, NO_STEP, OPENS_WITH_CONDITION } from '../cues/next.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { aheadIn, isOwner, saidLongAgo } from './ahead.ts';
import { evidenceOf } from './evidence.ts';
import { placeOfStep } from './step-place.ts';
import { signsOfStep } from './step-signs.ts';
import { STEP_WEIGHTS } from './step-weights.ts';
import { coreOf, inDirectSpeech, wordsOfStep } from './step-words.ts';
import { unquotedText, type Study } from './study.ts';
import type { Step } from './told-twice.ts';

/** From which chance on a sentence that no rule knows is shown as a step: with a time to come, and without. */
const LIKELY = 0.75;
const LIKELY_UNDATED = 0.9;
/** From which chance on such a step is firm. */
const SURE = 0.7;
const NEVER_AHEAD =
  /\b(?:daily|every|each|usually|normally|typically|always|often|weekly|to blame)\b/;

/** The step of a sentence in which no rule finds one; null where signs speak for none. */
export function likelyStep(study: Study, sentence: ReadSentence): Step | null {
  if (sentence.quoted || sentence.text.endsWith('?') || saidLongAgo(study, sentence)) return null;
  const words = wordsOfStep(inDirectSpeech(unquotedText(study, sentence)));
  const core = coreOf(words);
  const conditional = CONDITIONAL.test(core);
  if ([NO_STEP, OPENS_WITH_CONDITION, NEVER_AHEAD].some((each) => each.test(core))) return null;
  const likely = chancesOf(study, sentence, words);
  if (likely === null || likely.step < LIKELY) return null;
  const future = aheadIn(study, sentence, words);
  const date = future.find((each) => !isOwner(study, each)) ?? future[0] ?? null;
  // at a vague time, or in a year, only what the rules know is announced: the rest is outlook
  if (
    date === null
      ? conditional || likely.step < LIKELY_UNDATED
      : date.date === null || date.grain === 'year'
  )
    return null;
  const firm =
    likely.firm >= SURE && !conditional && !HANGS_ON.test(core) && !AT_EARLIEST.test(core);
  return {
    text: sentence.text,
    place: placeOfStep(study, sentence, { cue: 0, date }),
    when: date ? { text: date.text, date: date.date, grain: date.grain } : null,
    firm,
    evidence: [evidenceOf(study.take, sentence)],
    score: (date ? 1 : 0) + (firm ? 0.5 : 0) - 1 - sentence.index * 0.03,
  };
}

/** Chances from 0 to 1 that it is a step, and that as a step it is firm; null where no sign speaks for one. */
function chancesOf(
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
