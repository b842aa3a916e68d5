/** Steps in somebody's own words: "We will file on Thursday," she said. */
import { OUTLOOK_VERBS } from '../cues/undertaken.ts';
import type { ReadSentence } from '../reading/reading.ts';
import { isAhead } from './ahead.ts';
import { evidenceOf } from './evidence.ts';
import { isQuotedAt, type Study } from './study.ts';
import type { Step } from './told-twice.ts';

/** Who speaks undertakes it; "we will see", "we will win" and "we will not" undertake nothing. */
const UNDERTAKEN =
  /\b(?:we|i|our (?:members|players|team|lawyers|delegation|troops|staff|workers))(?: will|['’]ll| are going to| am going to|['’](?:re|m) going to) (?:also |then |now |all )?(?!be\b|always\b)(?<verb>\p{L}{2,20})\b/iu;
/** "We meet again on Friday", "Our members walk out on Monday": announced in the present tense. */
const ANNOUNCED =
  /\b(?:we|our (?:members|players|team|lawyers|delegation|troops|staff|workers)) (?:meets?|starts?|begins?|returns?|votes?|walks? out|goes? (?:on strike|back|to)|sits? down|opens?|closes?|travels?|fl(?:y|ies)|resumes?|march(?:es)?|strikes?|reconvenes?|sails?|leaves?)\b/iu;
/** "The hearing will resume on Thursday": what is arranged is announced by whoever speaks. */
const ARRANGED =
  /\b(?:hearing|trial|talks|meeting|session|vote|summit|round|funeral|service|search|strike|count|elections?|ceremony|match|race|launch|inquiry|verdict|ruling|result) (?:will|is going to|are going to) (?:now |then )?(?:be (?:held|given|announced|published|declared|resumed)|take place|begin|start|resume|continue|go ahead|reconvene|open|follow)\b/iu;
/** Between the words and the time that belongs to them. */
const NEAR = 80;
const CONDITION = /\b(?:if|unless|whether|when|until|hope|maybe|perhaps)\b/i;

/** What a speaker says that will be done on a day; nothing without one. */
export function spokenSteps(study: Study, sentence: ReadSentence): Step[] {
  const match = [UNDERTAKEN, ANNOUNCED, ARRANGED]
    .map((words) => words.exec(sentence.text))
    .find((each) => each !== null);
  if (!match || OUTLOOK_VERBS.has(match.groups?.verb?.toLowerCase() ?? '')) return [];
  if (!isQuotedAt(study, sentence.start + match.index)) return [];
  const from = sentence.start + match.index + match[0].length;
  const day = (study.datesIn[sentence.index] ?? []).find(
    (date) => date.grain === 'day' && date.start >= from && date.start - from <= NEAR,
  );
  if (!day?.date || !isQuotedAt(study, day.start) || !isAhead(study, day)) return [];
  if (CONDITION.test(sentence.text.slice(0, day.end - sentence.start + 20))) return [];
  return [
    {
      text: sentence.text,
      place: null,
      when: { text: day.text, date: day.date, grain: day.grain },
      firm: true,
      evidence: [evidenceOf(study.take, sentence)],
      score: 2 - sentence.index * 0.03,
    },
  ];
}
