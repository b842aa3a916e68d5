/** What happens next: steps that the copy gives for a time to come, firm or hoped for. */
import type { NextStep } from '../../../news/card.ts';
import {
  AT_EARLIEST,
  CONDITIONAL,
  HANGS_ON,
  OPENS_WITH_CONDITION,
  PENCILLED,
  FIRM,
  LEANS_BACK,
  MEANT_ONLY,
  NO_STEP,
  PLANNED_THING,
  SOFT,
  THING_OF_TIME,
} from '../cues/next.ts';
import type { DateMention, ReadSentence } from '../reading/reading.ts';
import { aheadIn, isOwner, saidLongAgo } from './ahead.ts';
import { hasItsTime, isArranged, isPromised } from './arranged.ts';
import { clausesOf, type Looked } from './clauses.ts';
import { evidenceOf, type Stretch } from './evidence.ts';
import { givenTime } from './given-time.ts';
import { isFirst, REPORTED } from './governing.ts';
import { likelyStep } from './likely-step.ts';
import { byDistance, NEAR, placeOfStep } from './step-place.ts';
import { distinct, type Step } from './told-twice.ts';
import { hourIn, scheduledAt } from './timetable.ts';
import { isIntended } from './undertaken.ts';
import { spokenSteps } from './spoken-steps.ts';
import { coreOf, inDirectSpeech, wordsOfStep } from './step-words.ts';
import { isQuotedAt, unquotedText, type Study } from './study.ts';

const MOST = 8;
/** Characters of a take that are looked at: what no article reaches is crafted. */
const LOOKED_AT_CHARACTERS = 32_768;
/** Steps to come, at most eight: dated and firm ones are kept before the others. A flash of one sentence has them, too. */
export function nextStepsOf(study: Study): NextStep[] {
  if (study.opinion) return [];
  const steps = study.sentences
    .filter(({ start }) => start <= LOOKED_AT_CHARACTERS)
    .flatMap((sentence) => {
      const steps = stepsIn(study, sentence);
      if (steps.length > 0) return steps;
      const spoken = spokenSteps(study, sentence);
      return spoken.length > 0 ? spoken : (likelyStep(study, sentence) ?? []);
    });
  return distinct(steps)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ text, place, when, firm, evidence }) => ({ text, place, when, firm, evidence }));
}

function stepsIn(study: Study, sentence: ReadSentence): Step[] {
  if (sentence.quoted || sentence.text.endsWith('?')) return [];
  const own = unquotedText(study, sentence);
  const words = inDirectSpeech(own);
  const future = aheadIn(study, sentence, words);
  const thing = plannedThing(study, sentence, future);
  const rest = thing ? future.filter((date) => date !== thing.date) : future;
  const verbal = clausesOf(
    { sentence, words, future: rest },
    (part) => onTheDay(study, part) !== null,
  ).flatMap((clause) => verbalStep(study, clause) ?? []);
  if (!thing) return verbal;
  // the time is the thing's: words about it that have no time of their own tell nothing more
  return [...verbal.filter((step) => step.when !== null), thing.step];
}

function verbalStep(study: Study, looked: Looked): Step | null {
  const { sentence } = looked;
  const words = wordsOfStep(looked.words);
  const future = looked.future.filter(({ start }) => words[start - sentence.start] !== ' ');
  const core = coreOf(words);
  const conditional = CONDITIONAL.test(core);
  if (NO_STEP.test(core) || saidLongAgo(study, sentence)) return null;
  if (conditional && (future.length === 0 || OPENS_WITH_CONDITION.test(core))) return null;
  const here = { sentence, words, future };
  const softAt = cueNear(study, SOFT, here);
  const scheduled = onTheDay(study, here);
  const firmAt =
    cueNear(study, FIRM, here) ??
    namedByTime(study, sentence, future) ??
    givenTime(study, sentence, future) ??
    (softAt === null ? scheduled : null);
  if (firmAt === null && softAt === null) return null;
  const cue = firmAt ?? softAt ?? 0;
  const nearest = byDistance(future, sentence.start + cue);
  const date = firstOfList(
    study,
    future,
    nearest.find((each) => !isOwner(study, each)) ?? nearest[0],
  );
  const arranged =
    date !== null ||
    scheduled !== null ||
    (firmAt !== null && isArranged(study, { sentence, words, cue: firmAt }));
  const promised = firmAt !== null && isPromised(study, { sentence, words, cue: firmAt });
  if (!arranged && !promised && !isMeant(study, here, softAt)) return null;
  const firm =
    (arranged || (promised && !MEANT_ONLY.test(words.slice(firmAt)))) &&
    !conditional &&
    !HANGS_ON.test(core) &&
    !AT_EARLIEST.test(core) &&
    !(date !== null && date.grain !== 'day' && PENCILLED.test(words)) &&
    firmAt !== null &&
    (softAt === null || isFirst(words, firmAt, softAt));
  const leans = date === null && LEANS_BACK.test(core);
  const scope = leans ? withSentenceBefore(study, sentence) : sentence;
  return {
    text: study.take.text.slice(scope.start, scope.end),
    place: placeOfStep(study, sentence, { cue, date }),
    when: date ? { text: date.text, date: date.date, grain: date.grain } : null,
    firm,
    evidence: [evidenceOf(study.take, scope)],
    score: (date ? 2 : 0) + (firm ? 1.5 : 0) - sentence.index * 0.03,
  };
}

/** Who "it" is, and what "do so" is, the sentence before tells: both are the step. */
function withSentenceBefore({ sentences, take }: Study, sentence: Looked['sentence']): Stretch {
  const { start, end } = sentence;
  const before = sentences[sentence.index - 1];
  const isBeside = before !== undefined && !take.text.slice(before.end, start).includes('\n');
  return { start: isBeside ? before.start : start, end };
}

/** "on Dec. 12 and Dec. 19": of days that stand in a list the first one. */
function firstOfList(
  study: Study,
  future: readonly DateMention[],
  date: DateMention | undefined,
): DateMention | null {
  const before = future.find(
    ({ end }) =>
      date !== undefined &&
      /^(?:,|,? and|,? or)(?: on)? $/.test(study.take.text.slice(end, date.start)),
  );
  return before ? firstOfList(study, future, before) : (date ?? null);
}

/** "Voters elect a parliament on June 28": the present tense with a time to come. */
function onTheDay(study: Study, { sentence, words, future }: Looked): number | null {
  const hour = future.length === 0 ? hourIn(sentence, words) : null;
  for (const time of hour ? [hour] : future) {
    const verb = scheduledAt(study, sentence, time);
    if (verb !== null) return verb;
  }
  return null;
}

/** "Tuesday's vote": where the time stands that names the step itself. */
function namedByTime(
  study: Study,
  sentence: Looked['sentence'],
  future: readonly DateMention[],
): number | null {
  const naming = future.find(({ end }) =>
    THING_OF_TIME.test(study.take.text.slice(end, Math.min(end + 80, sentence.end))),
  );
  return naming ? naming.start - sentence.start : null;
}

/** Cues that announce nothing without a time, except that they hand a matter on. */
const TIMELESS =
  /^(?:votes?|until|deadline|face|play|meet|hosts?|visits?|travel|plan|expected|ahead|before|prior|was|were|holds?|returns?|appears?|reports?|rules?|decides?|heads?|debates?|releases?|leaves|launch|sits?|should|ha(?:s|ve) to|can|(?:agree|decide|vote|opt|resolve|undert)\w{1,3} (?:on |late |early )?\w{3,6}day)/i;

/** Where the first cue stands that has a time to come near it; with no time at all, where it stands. */
function cueNear(study: Study, cues: RegExp, { words, sentence, future }: Looked): number | null {
  for (const match of words.matchAll(cues)) {
    const cue = match.index;
    // "said the fruit would rot within days": only a deed is a step at so vague a time
    const timed =
      REPORTED.test(match[0]) && match[0].includes(' would ')
        ? future.filter(({ date }) => date !== null)
        : future;
    if (timed.length === 0) {
      const place = { sentence, words, cue };
      const isTimeless = TIMELESS.test(match[0]) && !hasItsTime(place);
      if (!isTimeless && isArranged(study, place)) return cue;
      if (cues === SOFT ? isIntended(study, place) : isPromised(study, place)) return cue;
      continue;
    }
    const at = sentence.start + cue;
    if (timed.some((date) => Math.abs(date.start - at) <= NEAR)) return cue;
  }
  return null;
}

/** With no time given, is it intended? */
const isMeant = (study: Study, { sentence, words }: Looked, softAt: number | null): boolean =>
  softAt !== null && isIntended(study, { sentence, words, cue: softAt });

/** "a planned summit between X and Y next week in China": the words themselves are the step. */
function plannedThing(
  study: Study,
  sentence: ReadSentence,
  future: readonly DateMention[],
): { step: Step; date: DateMention } | null {
  const match = PLANNED_THING.exec(sentence.text);
  if (!match) return null;
  const start = sentence.start + match.index;
  if (isQuotedAt(study, start)) return null;
  const date = future.find((each) => each.start >= start && each.start - start <= NEAR);
  if (!date) return null;
  const governed = sentence.text.slice(0, match.index);
  if (/\b(?:agreed|will|scheduled|due|set|expected|to be)\b/i.test(governed.slice(-60)))
    return null;
  const end = phraseEnd(study, sentence, Math.max(date.end, start + match[0].length));
  const scope: Stretch = { start, end };
  const step: Step = {
    text: study.take.text.slice(start, end),
    place: placeOfStep(study, sentence, { cue: match.index, date }),
    when: { text: date.text, date: date.date, grain: date.grain },
    firm: !/\bexpected\b/i.test(match[0]),
    evidence: [evidenceOf(study.take, scope)],
    score: 2.8 - sentence.index * 0.03,
  };
  return { step, date };
}

/** The end of the phrase: the place behind the time still belongs to it. */
function phraseEnd(study: Study, sentence: Looked['sentence'], from: number): number {
  const rest = study.take.text.slice(from, sentence.end);
  const stop = rest.search(/[,;:—–.]|\s(?:but|and|as|while|when|where|which|that|after|before)\s/);
  return stop < 0 ? sentence.end : from + stop;
}
