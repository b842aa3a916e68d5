/** Which of a firm and a soft cue governs what a sentence says of a step. */

/** The firm cue "said she would meet" opens with the word that reports. */
export const REPORTED =
  /^(?:said|says|added|announced|confirmed|pledged|wrote|promised|told|g[ai]v(?:e|es|en|ing) notice)\b/;

/** "sits on Friday, when most expect it to wait", "will review it and could stop it": the hope is another clause's. */
const OTHER_CLAUSE =
  /;|, (?:(?:and|but|while|though|although|when|where|whose)|(?:at|in|on|for) which) |\b(?:and|but) (?:could|might|may|hopes?|wants?|expects?)\b/;
const NEW_CLAUSE = /\b(?:and|but|while) (?:has|have|will|is|are|was|were) /;
/** "a result is expected and the commission has until Thursday": each has a subject of its own. */
const NEW_SUBJECT =
  /\b(?:and|but|while) (?:the|an?|its|his|her|their|one|two|both|another|others?|some)\b[^,;]{0,50}(?:, [^,;]{1,40}, )?$/;
/** "are to be asked for approval": asked of somebody, not asked for. */
const ASKED = /^(?:(?:is|are) to|will) be (?:asked|called|urged|pressed)\b/;

const ABOUT_A_PLAN =
  /^(?:will|(?:is|are) (?:due|set|scheduled|going) to|votes?|debates?|decides?|rules?|meets?)\b.{0,60}\b(?:an?|the|its|their|his|her) (?:[\w-]{2,20} )?plan$/;

/** Does the firm cue govern the soft one? Both are places in the words; in "said she would meet" both are the same words. */
export function isFirst(words: string, firmAt: number, softAt: number): boolean {
  // "promised to publish it by May": the day makes it firm
  if (firmAt === softAt && /^(?:promised|pledged|vowed) to\b/.test(words.slice(firmAt)))
    return true;
  // "a date of 18 January was given; it is likely to last": likely is another clause's
  if (firmAt < softAt && OTHER_CLAUSE.test(words.slice(firmAt, softAt + 9))) return true;
  // "have been called for 12 September": called, not called for
  if (firmAt < softAt - 40 || /^(?:has|have) been\b/.test(words.slice(firmAt))) return true;
  // "wants a commission and has called a protest": the hope governs the other clause
  const between = words.slice(softAt, firmAt);
  // the firm cue itself may be the new clause's helper: "and has called"
  if (
    NEW_CLAUSE.test(words.slice(softAt, firmAt + 6)) ||
    NEW_SUBJECT.test(between) ||
    /[:;]/.test(between)
  )
    return true;
  // "said he would table a bill seeking more": what is sought is the bill's
  if (
    REPORTED.test(words.slice(firmAt)) &&
    /\bwould (?:be |also |then )?\w+ (?:(?!and |but )[^,;\s]+ )*$/.test(words.slice(firmAt, softAt))
  )
    return true;
  if (ASKED.test(words.slice(firmAt)) && softAt > firmAt) return true;
  // "will vote on a plan to rebuild": the plan is what the deed is about
  if (firmAt < softAt && ABOUT_A_PLAN.test(words.slice(firmAt, softAt + 4))) return true;
  return REPORTED.test(words.slice(firmAt)) && firmAt < softAt && words.startsWith('would', softAt);
}
