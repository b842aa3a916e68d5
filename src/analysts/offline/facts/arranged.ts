/** What is arranged although no day is given: "the funeral will be private", "now goes to the president". */
import { ANNOUNCED, ARRANGED, HOUR } from '../cues/next.ts';
import { OUTLOOK_VERBS } from '../cues/undertaken.ts';
import type { Study } from './study.ts';
import { isNotArranged } from './not-arranged.ts';
import { isByActor, isUndertaken, type CuePlace } from './undertaken.ts';

/** With no time given, what somebody "said it would" do is a step only when it is one of these. */
const REPORTED_STEP =
  /(?:\bwould|['’]d) (?:appeal|sue|meet|resume|reconvene|hold|return to|step down|resign|publish|release|file|challenge|testify|introduce|send|join|seek (?:an? |the )?(?:judicial|review|court|injunction|appeal|leave|permission|bail|retrial|new trial|second term|consultations|arbitration|damages|compensation|talks|re-election)|restore|contest|petition|move the|ask (?:the |an? )|bar|suspend|replace|hire|sign|take (?:the|legal)|put forward|stand (?:for|down|again)|stay (?:shut|closed|open|in))\b/;

/** "has 14 days to appeal": the time is given, although no day is. */
const TIME_ALLOWED =
  /^(?:(?:been|was|were) given|has|have|gives?|gave|given) (?:[\w'’-]{1,20} ){0,4}(?:(?:hours|days|weeks|months|years)|an? (?:hour|day|week|fortnight|month|year))(?: in which)? to\b/;

/** "Demining will begin in the border strip": what begins, resumes or takes place is arranged. */
const HAPPENS =
  /^(?:will|(?:is|are) going to) (?:\p{L}{3,12}ly |also |then )?(?:begin|start|resume|reopen|take place|go ahead|follow(?=[.,]| (?:in|later|at)\b))\b/u;

/** "has yet to say how much it will pay": asked, not announced. */
const EMBEDDED =
  /(?<!, )\b(?:how(?: much| many| long| far)?|what|whom?|which|why|where|when|whether|if)(?: [\p{L}\p{N},'’-]{1,20}){0,5} $/u;

/** What a thing will do for good: "The stadium will hold 60,000", "The train will cut the journey". */
const CAPACITY =
  /^will (?:also )?(?:cut|hold|supply|run|receive|contribute|lift|lead|head|deliver)\b/;

/** "The funeral will be private": what it is of was arranged. */
const EVENT_BEFORE =
  /\b(?:funeral|burial|memorial service|ceremony|hearing|trial|vote|meeting|summit|talks|election|match|launch|inquest|auction|session|appeal|strike|walkout|blockade|search|count|operation|protests?|inquiry|investigation|campaign|rescue) $/;

/** "now goes to the president": who has it next decides next. */
const HANDED_ON =
  /^(?:now |next |then |first )?(?:goes|heads|moves|passes|returns|proceeds|(?:is|are) (?:going|heading)) (?:back |now |next )?to (?:an? |the |its )?(?:[\p{L}'’-]{1,20} ){0,2}(?:president|senate|house|lords|commons|king|queen|governor|council|court|parliament|assembly|chamber|committee|jury|plenary|voters|referendum|vote|cabinet|shareholders|trial|tender|runoff|run-off|second round)\b/u;

/** "for the rest of July", "for at least two weeks". */
const FOR_A_WHILE =
  '(?:overnight|for the (?:rest|remainder) of|for the (?:next|coming) \\p{L}+|for (?:at least |about |around |up to |another |a further )?(?:an?|several|two|three|four|five|six|seven|\\d{1,3}) (?:more )?(?:hours?|days?|nights?|weeks?|months?|matches|games))\\b';

/** "convenes again at 7 a.m.", "starts immediately", "stays shut until": the present tense with its hour or end. */
const AT_AN_HOUR = new RegExp(
  [
    `^\\p{L}{3,12} (?!(?:daily|every|each)\\b)(?:immediately|at once|shortly|straight away|(?:[\\p{L}\\p{N}'’-]{1,20} ){0,7}(?:at|until|from|by) ${HOUR})`,
    `^(?:stays?|remains?) (?:[\\p{L}'’-]{2,20} ){1,6}(?:until|till|${FOR_A_WHILE})`,
    `^(?:is|are) (?:\\w{3,12}ly )?(?:halted|closed|shut|suspended|barred|banned|grounded|frozen|cut off|off limits) (?:[\\w’-]{1,20} ){0,6}(?:until|till|${FOR_A_WHILE})`,
    '^(?:been |was |were )?(?:ordered|told|asked|instructed|directed) (?:[\\w’-]{1,20} ){0,5}to (?:[\\w’-]{1,20} ){1,6}(?:until|till)\\b',
    '^(?:takes? over|takes? charge|stays? on|steps? in|stands? in|fills? in|continues?) (?:[\\w’-]{1,20} ){0,6}(?:for the time being|until|till)\\b',
    '^(?:steps? (?:down|aside)|stands? down|takes? over|leaves?|retires?|reopens?|resumes?|takes? effect) (?:[\\w’-]{1,20} ){0,5}(?:once|as soon as)\\b',
    `^(?:is|are|comes) at ${HOUR}`,
    `^must (?:stay|remain) (?:[\\p{L}'’-]{1,20} ){0,5}${FOR_A_WHILE}`,
    '^(?:extended|extends|prolonged|renewed) (?:[\\w’-]{1,20} ){1,7}(?:until|till)\\b',
    '^(?:will|is) (?:then |now )?(?:be )?up to (?:the|its) ',
    '^(?:may|can|must) ?not \\w{2,20} (?:[\\w’-]{1,20} ){0,6}(?:before|until|till)\\b',
    '^accept(?:ed|s) (?:an? |the )?invitation to\\b',
    '^must (?:[\\p{L}\\p{N}’-]{1,20} ){1,8}(?:until|till)\\b',
    '^(?:adjourned|(?:has|have) been (?:extended|prolonged|renewed)) (?:by|for|to|until|till)\\b',
    '^(?:was|were|is|are) (?:extended|prolonged|renewed) (?:by|until|till)\\b',
  ].join('|'),
  'u',
);
const HABIT = /\b(?:daily|every|each|usually|normally|typically)\b/;

/** Does the cue stand with an hour, a span or a match, which make it a step without a day? */
export const hasItsTime = ({ words, cue }: CuePlace): boolean =>
  [TIME_ALLOWED, OUT_FOR_NOW].some((each) => each.test(words.slice(cue, cue + 80))) ||
  (AT_AN_HOUR.test(words.slice(cue, cue + 120)) && !HABIT.test(words));

/** Does what stands at the cue announce something of itself, with no day given? */
export function isArranged(study: Study, place: CuePlace): boolean {
  const { words, cue } = place;
  if (isNotArranged(place)) return false;
  if (
    /^(?:said|says|added|announced|confirmed|pledged|wrote|promised|told)\b(?! to\b)/.test(
      words.slice(cue),
    )
  )
    return REPORTED_STEP.test(words.slice(cue, cue + 120));
  return (
    hasItsTime(place) ||
    HAPPENS.test(words.slice(cue, cue + 40)) ||
    HANDED_ON.test(words.slice(cue, cue + 80)) ||
    (EVENT_BEFORE.test(words.slice(0, cue)) && words.startsWith('will', cue)) ||
    (ANNOUNCED.test(words.slice(cue, cue + 60)) &&
      !EMBEDDED.test(words.slice(0, cue)) &&
      !(CAPACITY.test(words.slice(cue, cue + 40)) && !isByActor(study, place))) ||
    ARRANGED.test(words.slice(cue, cue + 80)) ||
    isSet(study, place) ||
    UNDER_A_DEAL.test(words.slice(0, cue)) ||
    (!EMBEDDED.test(words.slice(0, cue)) && isUndertaken(study, place))
  );
}

/** "misses the rest of the season", "is suspended for the return leg"; "with a report to follow". */
const OUT_FOR_NOW =
  /^(?:to (?:follow|come)(?=[.,]|$)|(?:misses|sits out|skips) (?:the |his |her |their )?(?:next|rest|remainder|second leg|return|trip|tour|final|semi-?final|game|match|opening|start of)\b|(?:is|are) (?:suspended|ineligible|banned|ruled out|cup-tied) for the )/;

/** "is due to speak", "are set to meet": a deed must follow; "due to rain" and "set to rise" are none. */
function isSet(study: Study, { sentence, words, cue }: CuePlace): boolean {
  const match = /^.{0,16}\b(?:scheduled|due|set|slated|booked|billed) to (\p{L}{2,20})/u.exec(
    words.slice(cue, cue + 60),
  );
  const verb = match?.[1] ?? '';
  if (match === null || OUTLOOK_VERBS.has(verb)) return false;
  const at = sentence.start + cue + match[0].length;
  const token = study.sentences[sentence.index]?.tokens.find(({ end }) => end === at);
  return token === undefined || /^(?:VERB|AUX)$/.test(token.pos);
}

/** "Under the deal, the company will": what it lays down is arranged. */
const UNDER_A_DEAL =
  /^\W{0,2}under (?:the|an?|this) (?:[\w'’-]{1,20} ){0,3}(?:deal|agreement|accord|pact|truce|ceasefire|settlement|arrangement|terms|contract|compromise)\b[^;]{0,90}, [^,;]{2,60} $/;

/** Words between the verb that reports and its "would": no other clause begins among them. */
const REPORTED_DEED =
  /^\p{L}{3,10} (?:(?!(?:though|but|although|which|would|confident|sure|certain|convinced|aware|hoped|feared|believed|thought|think|knew|doubted) )[^\s;]{1,24} ){1,9}(?=would )/u;

/** "said the ministers would meet": what somebody reports of a deed to come, as "will" tells it. */
export function isPromised(study: Study, { sentence, words, cue }: CuePlace): boolean {
  // the plan that a lede reports is the news itself
  const match = sentence.index === 0 ? null : REPORTED_DEED.exec(words.slice(cue, cue + 200));
  if (match === null || EMBEDDED.test(match[0])) return false;
  const would = cue + match[0].length;
  // "said trust would have to be rebuilt": what is needed is promised by nobody
  if (/^would (?:\w+ )?(?:have|need) to\b/.test(words.slice(would))) return false;
  if (HAPPENS.test(words.slice(would, would + 40).replace(/^would/, 'will'))) return true;
  if (EVENT_BEFORE.test(match[0]) && /^would (?:go on|continue)\b/.test(words.slice(would)))
    return true;
  return isUndertaken(study, { sentence, words, cue: would });
}
