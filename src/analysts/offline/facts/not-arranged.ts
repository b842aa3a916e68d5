/** What has the form of an arrangement and is none: "is to the north", "the last to be sentenced". */
import type { CuePlace } from './undertaken.ts';

/** By the words from the cue on. */
const FROM_THE_CUE: readonly RegExp[] = [
  // whoever is in custody
  /^(?:is|are|remains?) (?:still |now )?(?:being )?held (?:without|on (?:suspicion|charges?|remand|a charge)|in (?:custody|jail|prison)|for questioning)\b/,
  // a direction: "is to the west", "are to blame"
  /^(?:is|are) to (?:an?|the|its|his|her|their|this|that|these|those|some|all|each|both|blame|do with|date)\b/,
  // what it will be like
  /^(?:will|would) (?:also |still |then )?be (?:met with|even|more|less|very|hard(?:er)?|difficult|eas(?:y|ier)|worse|better|too)\b/,
  // an order of the past, over by what is told of it
  /^(?:been |was |were )?(?:told|asked|ordered|instructed|directed) (?:[\w’-]{1,20} ){0,9}until (?:[\w’-]{1,20} ){1,3}?(?:was|were|had|gave|came|left|went|\w{2,12}ed)\b/,
  /^(?:was|were) (?:told|asked|ordered|instructed|directed) to [^;]{1,60}\b(?:and|but) (?:was|were|had|then)\b/,
];

/** What is in doubt, in front of the cue. */
const IN_DOUBT =
  /(?:\b(?:do|does|did)(?:n['’]t| not) (?:think|believe|expect)|\b(?:entirely|quite|still|also)? ?possible(?: that)?|\b(?:no|not a) guarantee(?: that)?|\bnot (?:certain|sure|clear)(?: that| whether| if)?) [^,;:]{1,60}$/;

/** By the words before the cue, where "to" and a verb follow. */
const BEFORE_TO: readonly RegExp[] = [
  /\b(?:objectives?|aims?|goals?|purpose|tasks?|job|idea|point|role|mission|trick|challenge|priority|intention) (?:(?:of|for|behind|now) [^,;]{1,50} )?$/,
  /\b(?:was|were|became|been|[Aa]lthough|[Tt]hough) (?:among |one of )?the (?:first|second|third|last|only|latest|youngest|oldest) (?:[\p{L}’'-]{1,20} ){0,3}$/u,
  /\b(?:allowed|let|made|forced|enabled) (?:[\p{L}’'-]{1,20} ){0,4}(?:to )?$/u,
];

/** Is what stands at a cue without a day told of what is past, of a direction or of a purpose? */
export function isNotArranged({ words, cue }: CuePlace): boolean {
  const behind = words.slice(cue, cue + 160);
  if (FROM_THE_CUE.some((each) => each.test(behind))) return true;
  const before = words.slice(Math.max(0, cue - 90), cue);
  if (/^(?:will|would)\b/.test(behind) && IN_DOUBT.test(before)) return true;
  const isInfinitive =
    /^(?:(?:is|are|was|were) )?to \p{Ll}/u.test(behind) || before.endsWith('to ');
  return isInfinitive && BEFORE_TO.some((each) => each.test(before));
}
