/**
 * The words of a sentence that may tell of a step: what was planned before, what other clauses deny,
 * doubt or hang on a condition is blanked, so that every offset stays.
 */
import {
  ADDED,
  CONDITIONAL,
  FIRM,
  FORMER_PLANS,
  NO_STEP,
  OPENS_WITH_CONDITION,
  REPORTED_FURTHER,
  REPORTED_PROGRESS,
  SAID_BEHIND,
  SOFT,
  TO_BE_DECIDED,
} from '../cues/next.ts';
import { STRONGLY_OPEN } from '../cues/open.ts';

/** "was going to court, she said" tells what "is going to court" tells; every offset stays. */
export function inDirectSpeech(own: string): string {
  const words = SAID_BEHIND.test(own)
    ? own.replace(/\bwould\b/g, ' will')
    : own.replace(REPORTED_FURTHER, (part) => part.replace(/would$/, ' will'));
  return words.replace(REPORTED_PROGRESS, (part) =>
    part.replace(/\bwas (?=\w+$)/, ' is ').replace(/\bwere (?=\w+$)/, ' are '),
  );
}

/** The lower-case words of a sentence or clause with blanks for what is no step. */
export function wordsOfStep(words: string): string {
  let own = words;
  for (const plan of FORMER_PLANS) own = own.replace(plan, blank);
  own = own.replace(ADDED_OUTLOOK, blank);
  own = own.replace(ADDED_CLAUSE, (part) => (NO_STEP.test(part) ? blank(part) : part));
  return withoutOtherClauses(withoutBrokenOff(withoutOpenTail(own)));
}

/** The words by which it is judged whether they tell of a step at all. */
export function coreOf(words: string): string {
  return words.replace(ADDED, '').replace(TO_BE_DECIDED, '$1');
}

/** "Their union, which fears for jobs, has until Monday": what is added answers for itself. */
const ADDED_CLAUSE = /, (?:who|which|whose) [^,;]{4,140},/g;

/** "The trial, expected to last six weeks, opens on Monday": the outlook is beside the point. */
const ADDED_OUTLOOK =
  /, (?:(?:which|who) (?:is|are) )?(?:expected|likely|thought|believed) to [^,;]{3,60},(?= (?:\w+ly )?\w+)/g;

const blank = (part: string): string => ' '.repeat(part.length);

/** "They are to meet on Tuesday, though neither would say why": what stays open is another matter. */
function withoutOpenTail(words: string): string {
  const joint = words.lastIndexOf(', ');
  const tail = joint < 0 ? '' : words.slice(joint + 2);
  const opens = /^(?:but|though|although|while|and) /.test(tail);
  if (!opens || !STRONGLY_OPEN.some((each) => tail.search(each) >= 0)) return words;
  return words.slice(0, joint) + blank(words.slice(joint));
}

/** "was called off at dusk and will resume at dawn": what was broken off is not the step. */
const GOES_ON = /\b(?:and|but) (?:(?:it|they|he|she) )?(?:will|is to|are to)\b/;

function withoutBrokenOff(words: string): string {
  const joint = words.search(GOES_ON);
  const isTail = joint > 0 && NO_STEP.test(words.slice(0, joint));
  return isTail ? blank(words.slice(0, joint)) + words.slice(joint) : words;
}

/** Where another clause of the sentence begins, with a subject of its own or the same one. */
const JOINT =
  /;\s|,\s(?=(?:and|but|though|although|while|whereas|adding)\s)|\s(?=(?:and|but)\s(?:is|are|was|were|has|have|had|will|would|did|does|could|may|might|can|cannot|should)\b)/g;

/** "flies to Ottawa on Friday and is not expected to comment": each clause answers for itself. */
function withoutOtherClauses(words: string): string {
  const clauses = clausesAt(words);
  // "If it is missed, the craft flies on and cannot return": the condition governs both
  if (clauses.length < 2 || OPENS_WITH_CONDITION.test(words)) return words;
  const judged = clauses.map((clause) => {
    const core = coreOf(clause);
    const bare = core.replace(/^\W*(?:and|but)\s*/, '');
    return {
      clause,
      isNone: [core, bare].some((each) => NO_STEP.test(each)) || CONDITIONAL.test(core),
    };
  });
  const isStep = judged.some(
    ({ clause, isNone }) => !isNone && (clause.search(FIRM) >= 0 || clause.search(SOFT) >= 0),
  );
  if (!isStep) return words;
  return judged.map(({ clause, isNone }) => (isNone ? blank(clause) : clause)).join('');
}

function clausesAt(words: string): string[] {
  const clauses: string[] = [];
  let from = 0;
  for (const { index, 0: joint } of words.matchAll(JOINT)) {
    clauses.push(words.slice(from, index + joint.length));
    from = index + joint.length;
  }
  return [...clauses, words.slice(from)];
}
