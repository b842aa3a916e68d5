/** What happens next: steps that the copy gives for a time to come, firm or hoped for. */
import type { NextStep } from '../../../news/card.ts';
import {
  ADDED,
  ANNOUNCED,
  ARRANGED,
  FIRM,
  NO_STEP,
  PLANNED_THING,
  SOFT,
  THING_OF_TIME,
  TO_BE_DECIDED,
} from '../cues/next.ts';
import type { DateMention, ReadSentence } from '../reading/read.ts';
import { clausesOf, type Looked } from './clauses.ts';
import { evidenceOf, type Stretch } from './evidence.ts';
import { daysFrom } from './old-news.ts';
import { isQuotedAt, unquotedText, type Study } from './study.ts';

const MOST = 5;
/** Characters of a take that are looked at: what no article reaches is crafted. */
const LOOKED_AT_CHARACTERS = 32_768;
const FARTHEST_DAYS = 4000;
/** Characters between a cue and the time that belongs to it. */
const NEAR = 160;
/** Characters between a place and the time beside it, when the cue stands behind both. */
const BESIDE = 12;

type Step = NextStep & { readonly score: number };

/** Steps to come, at most five: dated and firm ones are kept before the others. */
export function nextStepsOf(study: Study): NextStep[] {
  if (study.thin || study.opinion) return [];
  const steps = study.sentences
    .filter(({ start }) => start <= LOOKED_AT_CHARACTERS)
    .flatMap((sentence) => stepsIn(study, sentence));
  return distinct(steps)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ text, place, when, firm, evidence }) => ({ text, place, when, firm, evidence }));
}

function stepsIn(study: Study, sentence: ReadSentence): Step[] {
  if (sentence.quoted || sentence.text.endsWith('?')) return [];
  const words = unquotedText(study, sentence);
  const future = (study.datesIn[sentence.index] ?? []).filter(
    (date) => isAhead(study, date) && !isQuotedAt(study, date.start),
  );
  const thing = plannedThing(study, sentence, future);
  const rest = thing ? future.filter((date) => date !== thing.date) : future;
  const verbal = clausesOf({ sentence, words, future: rest }).flatMap(
    (clause) => verbalStep(study, clause) ?? [],
  );
  if (!thing) return verbal;
  // the time is the thing's: words about it that have no time of their own tell nothing more
  return [...verbal.filter((step) => step.when !== null), thing.step];
}

/** A time to come: past the story's own day, or a vague one that the reading gives as future. */
function isAhead(study: Study, date: DateMention): boolean {
  const days = daysFrom(study.anchor, date.date);
  if (wasAhead(study, date)) return false;
  if (days === null) return date.tense === 'future' && !isSpeed(study, date);
  if (date.tense === 'past' || days > FARTHEST_DAYS || isOfPrices(study, date)) return false;
  if (date.grain === 'year' && date.date !== null && study.anchor?.startsWith(date.date))
    return /\b(?:later|end)\b/i.test(date.text) || isDeadline(study, date);
  return days > 0 || (days === 0 && date.tense === 'future');
}

/** "had been due to begin in May": ahead of a day that is gone. */
function wasAhead(study: Study, date: DateMention): boolean {
  const before = study.take.text.slice(Math.max(0, date.start - 60), date.start);
  return /\bhad (?:been|originally|initially|first)\b[^,;.]*$/.test(before);
}

/** "by the summer" lies ahead, whatever year it is part of. */
function isDeadline(study: Study, date: DateMention): boolean {
  return (
    /\b(?:summer|autumn|fall|winter|spring)\b/i.test(date.text) &&
    /\b(?:by|before|until)\s+(?:the\s+)?$/i.test(
      study.take.text.slice(Math.max(0, date.start - 12), date.start + 4).replace(/\w{1,4}$/, ''),
    )
  );
}

/** "breaks foam down within 48 hours" tells how fast; "must reply within 48 hours" sets a time. */
function isSpeed(study: Study, date: DateMention): boolean {
  if (!/^within\b/i.test(date.text)) return false;
  const before = study.take.text.slice(Math.max(0, date.start - 99), date.start);
  return !/\b(?:will|must|would|shall|to|due|expected|ordered|told|promised|pledged|vowed)\b[^.;]{0,80}$/i.test(
    before,
  );
}

/** "Friday's close" is where a price stood. */
function isOfPrices(study: Study, date: DateMention): boolean {
  return /^['’]s (?:clos(?:e|ing)|level|price|finish|session|settlement|low|high)\b/.test(
    study.take.text.slice(date.end, date.end + 16),
  );
}

/** "the winners of Sunday's match": the day of something else, when the step has one of its own. */
function isOwner(study: Study, date: DateMention): boolean {
  return /^['’]s\b/.test(study.take.text.slice(date.end, date.end + 3));
}

function verbalStep(study: Study, { sentence, words, future }: Looked): Step | null {
  const core = words.replace(ADDED, '').replace(TO_BE_DECIDED, '$1');
  if (NO_STEP.test(core) || saidLongAgo(study, sentence)) return null;
  const firmAt = cueNear(words, FIRM, sentence, future) ?? namedByTime(study, sentence, future);
  const softAt = cueNear(words, SOFT, sentence, future);
  if (firmAt === null && softAt === null) return null;
  const cue = sentence.start + (firmAt ?? softAt ?? 0);
  const nearest = future.toSorted((a, b) => Math.abs(a.start - cue) - Math.abs(b.start - cue));
  const date = nearest.find((each) => !isOwner(study, each)) ?? nearest[0] ?? null;
  if (date === null && !(firmAt !== null && isArranged(words, firmAt))) return null;
  const firm = firmAt !== null && (softAt === null || isFirst(words, firmAt, softAt));
  const scope = { start: sentence.start, end: sentence.end };
  return {
    text: sentence.text,
    place: placeOf(study, sentence, { cue: firmAt ?? softAt ?? 0, date }),
    when: date ? { text: date.text, date: date.date, grain: date.grain } : null,
    firm,
    evidence: [evidenceOf(study.take, scope)],
    score: (date ? 2 : 0) + (firm ? 1.5 : 0) - sentence.index * 0.03,
  };
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
  /^(?:votes?|until|deadline|face|play|meet|host|visit|travel|plan|expected|ahead|before|prior|was|were)/i;

/** Where the first cue stands that has a time to come near it; with no time at all, where it stands. */
function cueNear(
  words: string,
  cues: RegExp,
  sentence: Looked['sentence'],
  future: readonly DateMention[],
): number | null {
  for (const match of words.matchAll(cues)) {
    if (future.length === 0) {
      if (!TIMELESS.test(match[0]) && isArranged(words, match.index)) return match.index;
      continue;
    }
    const at = sentence.start + match.index;
    if (future.some((date) => Math.abs(date.start - at) <= NEAR)) return match.index;
  }
  return null;
}

/** The firm cue governs the soft one; in "said she would meet" both are the same words. */
function isFirst(words: string, firmAt: number, softAt: number): boolean {
  if (firmAt < softAt - 40) return true;
  return (
    /^(?:said|says|announced|confirmed|pledged|wrote|promised|told)\b/.test(words.slice(firmAt)) &&
    firmAt < softAt &&
    words.startsWith('would', softAt)
  );
}

/** "the minister said in Ottawa": where it was said is not where it will be. */
const SAID_THERE =
  /\b(?:said|told|added|speaking|announced)\b(?:(?!\b(?:would|will|to)\b)[^,;:]){0,30}\b(?:in|at|to)\s+(?:the\s+)?$/i;

/** With no time given, what somebody "said it would" do is a step only when it is one of these. */
const REPORTED_STEP =
  /\bwould (?:appeal|sue|meet|resume|reconvene|hold|return to|step down|resign|publish|release|file|challenge|testify|introduce|send|join|seek (?:an? |the )?(?:judicial|review|court|injunction|appeal|leave|permission|bail|retrial|new trial|second term))\b/;

/** "has 14 days to appeal": the time is given, although no day is. */
const TIME_ALLOWED =
  /^(?:has|have|gives?|gave|given) (?:[\w'’-]{1,20} ){0,4}(?:hours|days|weeks|months) to\b/;

/** "has yet to say how much it will pay": asked, not announced. */
const EMBEDDED =
  /\b(?:how(?: much| many| long| far)?|what|whom?|which|why|where|when|whether|if)(?: [\p{L}'’-]{1,20}){0,5} $/u;

/** "The funeral will be private": what it is of was arranged. */
const EVENT_BEFORE =
  /\b(?:funeral|burial|memorial service|ceremony|hearing|trial|vote|meeting|summit|talks|election|match|launch|inquest|auction|session|appeal) $/;

/** "now goes to the president": who has it next decides next. */
const HANDED_ON =
  /^(?:now |next |then |first )?(?:goes|heads|moves|passes|returns|proceeds) (?:back |now |next )?to (?:an? |the |its )?(?:[\p{L}'’-]{1,20} ){0,2}(?:president|senate|house|lords|commons|king|queen|governor|council|court|parliament|assembly|chamber|committee|jury|plenary|voters|referendum|vote|cabinet|shareholders|trial|runoff|run-off|second round)\b/u;

function isArranged(words: string, cue: number): boolean {
  if (/^(?:said|says|announced|confirmed|pledged|wrote|promised|told)\b/.test(words.slice(cue)))
    return REPORTED_STEP.test(words.slice(cue, cue + 120));
  return (
    TIME_ALLOWED.test(words.slice(cue, cue + 80)) ||
    HANDED_ON.test(words.slice(cue, cue + 80)) ||
    (EVENT_BEFORE.test(words.slice(0, cue)) && words.startsWith('will', cue)) ||
    (ANNOUNCED.test(words.slice(cue, cue + 60)) && !EMBEDDED.test(words.slice(0, cue))) ||
    ARRANGED.test(words.slice(cue, cue + 80)) ||
    /\bscheduled|due|set to\b/.test(words.slice(cue, cue + 24))
  );
}

/** "announced in August it will ...": what was said long ago is no news of what comes. */
function saidLongAgo(study: Study, sentence: Looked['sentence']): boolean {
  const dates = study.datesIn[sentence.index] ?? [];
  const ahead = dates.some((date) => isAhead(study, date));
  return (
    !ahead &&
    dates.some((date) => {
      const days = daysFrom(study.anchor, date.date);
      return days !== null && days < -9;
    })
  );
}

/** The place that the step is to happen in: "in Seoul", behind the cue or beside the time. */
function placeOf(
  study: Study,
  sentence: Looked['sentence'],
  { cue, date }: { readonly cue: number; readonly date: DateMention | null },
): string | null {
  const places = (study.mentionsIn[sentence.index] ?? []).filter(
    (mention) =>
      mention.kind === 'place' &&
      !SAID_THERE.test(
        study.take.text.slice(Math.max(sentence.start, mention.start - 50), mention.start),
      ) &&
      (mention.start >= sentence.start + cue ||
        (date !== null && Math.abs(date.start - mention.end) <= BESIDE)) &&
      /\b(?:in|at|to)\s+(?:the\s+(?:(?:city|town|village|port|capital|resort)\s+(?:of\s+)?)?)?$/i.test(
        study.take.text.slice(Math.max(sentence.start, mention.start - 24), mention.start),
      ),
  );
  const near = date
    ? places.toSorted((a, b) => Math.abs(a.start - date.start) - Math.abs(b.start - date.start))[0]
    : places[0];
  return near && (!date || Math.abs(near.start - date.start) <= NEAR)
    ? (study.entities[near.entity]?.name ?? near.text)
    : null;
}

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
  if (/\b(?:agreed|will|scheduled|due|set|expected)\b/i.test(governed.slice(-60))) return null;
  const end = phraseEnd(study, sentence, Math.max(date.end, start + match[0].length));
  const scope: Stretch = { start, end };
  const step: Step = {
    text: study.take.text.slice(start, end),
    place: placeOf(study, sentence, { cue: match.index, date }),
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

/** The same time and place told twice is one step. */
function distinct(steps: readonly Step[]): Step[] {
  const kept: Step[] = [];
  for (const step of steps) {
    const key = wordsOf(step.text);
    const twin = kept.findIndex(
      (each) => overlap(key, wordsOf(each.text)) > 0.6 && each.when?.date === step.when?.date,
    );
    if (twin < 0) kept.push(step);
  }
  return kept;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{4,30}/gu) ?? []);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
