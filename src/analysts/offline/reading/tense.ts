/** The tense of the verb that governs a date: "said Friday" looks back, "will meet Friday" ahead. */
import type { Token } from './reading.ts';
import { untaggedInClause, untaggedVerb, verbBehindParticiple } from './untagged-verb.ts';
import { EXPECTED, FARTHEST, MODAL, verbAt, type Governed } from './verb-tense.ts';

/** Looks left of the date at tokens [first, last), then right when it opens its clause. */
export function governing(tokens: readonly Token[], first: number, last: number): Governed {
  const prepositional = cueBefore(tokens, first, last);
  if (prepositional) return prepositional;
  const behind =
    directlyBehind(tokens, last) ?? itself(tokens, first, last) ?? attached(tokens, first, last);
  if (behind) return behind;
  const opens =
    first <= 1 ||
    /^[,:;“”"(—–-]/.test(tokens[first - 1]?.text ?? '') ||
    // ", restart on Monday": the verb stands right behind the comma
    (tokens[first - 1]?.pos !== 'VERB' && /^[,:;“”"(—–-]/.test(tokens[first - 2]?.text ?? ''));
  // "clinics open on Wednesday at the hall, with no ticket needed"
  if (untaggedVerb(tokens, 0, first) !== null) return { tense: 'future', sure: false };
  const left = leftwards(tokens, first);
  if (left && !(opens && first <= 2))
    return opens && !left.sure ? (rightwards(tokens, last) ?? left) : left;
  return rightwards(tokens, last) ?? scheduled(tokens, first);
}

/** "The council votes on Thursday": the tagger often takes such a verb for a plural. */
function scheduled(tokens: readonly Token[], first: number): Governed {
  const before = tokens[first - 1];
  const verbal = before?.pos === 'NOUN' && /[^s]s$/.test(before.lower) && first > 1 && first < 7;
  return { tense: verbal ? 'future' : null, sure: false };
}

const PUT_OFF =
  /^(?:back|forward|moved|postponed|delayed|adjourned|deferred|rescheduled|extended)$/;

function cueBefore(tokens: readonly Token[], first: number, last: number): Governed | null {
  const near = tokens[first - 1]?.lower === 'the' ? first - 1 : first;
  const [before, earlier] = [tokens[near - 1]?.lower ?? '', tokens[near - 2]?.lower ?? ''];
  if (before === 'since') return { tense: 'past', sure: true };
  if (/^(?:until|till)$/.test(before))
    return lastedUntil(tokens, near - 1)
      ? { tense: 'past', sure: true }
      : { tense: 'future', sure: true };
  if (before === 'by' && wasSoBy(tokens, near - 1, last)) return { tense: 'past', sure: true };
  if (/^(?:by|through)$/.test(before)) return { tense: 'future', sure: false };
  if (before === 'for' && !/^['’]s?$/.test(tokens[last]?.text ?? ''))
    return { tense: 'future', sure: true };
  if (before === 'from' && /^(?:effect|effective|starting|beginning)$/.test(earlier))
    return { tense: 'future', sure: true };
  if (before === 'to' && isPutOff(tokens, near - 2)) return { tense: 'future', sure: true };
  // "The deadline is Friday"
  if (/^(?:is|are)$/.test(before) && !/^(?:it|this|that|today)$/.test(earlier))
    return { tense: 'future', sure: false };
  if (earlier === 'date' && before === 'of') return { tense: 'future', sure: true };
  if (earlier === 'ahead' && before === 'of') return { tense: 'future', sure: true };
  if (before === 'due' || earlier === 'due') return { tense: 'future', sure: true };
  return null;
}

/** "By Saturday, 6,000 homes had lost power", "had all returned by Saturday"; not "had to leave by Saturday". */
function wasSoBy(tokens: readonly Token[], by: number, last: number): boolean {
  const isVerb = ({ pos, lower }: Token): boolean =>
    /^(?:VERB|AUX)$/.test(pos) || MODAL.test(lower);
  const behind = tokens.slice(last, last + FARTHEST).find(isVerb);
  if (by === 0) return behind?.lower === 'had';
  const opens = tokens.findLastIndex(({ text }, at) => at < by && /^[,:;–—]/.test(text));
  const had = tokens.findIndex((token, at) => at > opens && at < by && isVerb(token));
  return tokens[had]?.lower === 'had' && tokens[had + 1]?.lower !== 'to';
}

const LASTING =
  /^(?:lasted|stayed|remained|ran|lived|worked|stood|served|waited|slept|continued|fought|searched|played|talked|spoke|debated|reigned|ruled|kept|sat)$/;

/** "He was at large until Dec. 7", "talks lasted until Friday": not "was adjourned until Friday". */
function lastedUntil(tokens: readonly Token[], until: number): boolean {
  const verb = tokens.findLastIndex(
    ({ pos, lower }, at) => at < until && (/^(?:VERB|AUX)$/.test(pos) || MODAL.test(lower)),
  );
  const word = tokens[verb]?.lower ?? '';
  const before = tokens[verb - 1];
  if (/^(?:was|were)$/.test(word)) return tokens[verb + 1]?.pos === 'ADP';
  return LASTING.test(word) && before?.pos !== 'AUX' && !MODAL.test(before?.lower ?? '');
}

/** "put back to", "brought forward by a week to". */
function isPutOff(tokens: readonly Token[], at: number): boolean {
  if (PUT_OFF.test(tokens[at]?.lower ?? '')) return true;
  const by = tokens.slice(Math.max(0, at - 4), at).findLast(({ lower }) => lower === 'by');
  return by !== undefined && PUT_OFF.test(tokens[tokens.indexOf(by) - 1]?.lower ?? '');
}

/** "the meeting on Friday will be ...": an auxiliary right behind the date belongs to it. */
function directlyBehind(tokens: readonly Token[], last: number): Governed | null {
  const [next, after] = [tokens[last], tokens[last + 1]];
  if (!next) return null;
  if (MODAL.test(next.lower) && next.lower !== "'d") return { tense: 'future', sure: true };
  if (/^(?:is|are)$/.test(next.lower) && after && EXPECTED.test(after.lower))
    return { tense: 'future', sure: true };
  return null;
}

/** "misses Saturday's match", "chairs Monday's meeting": in the present tense it is still to come. */
const TAKES_PART =
  /^(?:appears?|miss(?:es)?|skips?|attends?|joins?|chairs?|hosts?|contests?|boycotts?|address(?:es)?|starts?|leads?|referees?|umpires?)$/;

/** "Friday is a public holiday", "Tuesday brings figures": a day that does so is not over. */
function itself(tokens: readonly Token[], first: number, last: number): Governed | null {
  const verb = tokens[last];
  const isPresent = /^(?:is|brings|sees|marks)$/.test(verb?.lower ?? '');
  return first === 0 && isPresent ? { tense: 'future', sure: false } : null;
}

/** ", with a first session on Thursday": what is added has no verb to date it by, and lies ahead. */
const ADDED_THING =
  /^(?:session|meeting|round|hearing|vote|debate|decision|ruling|verdict|results?|report|review|talks|figures)$/;

function isAddedThing(tokens: readonly Token[], first: number): boolean {
  const at = /^(?:on|in)$/.test(tokens[first]?.lower ?? '') ? first - 1 : first - 2;
  if (!ADDED_THING.test(tokens[at]?.lower ?? '')) return false;
  for (let index = at - 1; index > Math.max(0, at - 6); index -= 1) {
    const { lower = '', pos = '' } = tokens[index] ?? {};
    if (lower === 'with') return tokens[index - 1]?.text === ',';
    if (!/^(?:DET|ADJ|NOUN|NUM)$/.test(pos)) return false;
  }
  return false;
}

/** "the decision in July to ...", "Monday's talks": a date of a noun is not dated by a far verb. */
function attached(tokens: readonly Token[], first: number, last: number): Governed | null {
  const [preposition, noun] = [tokens[first], tokens[first - 1]];
  if (isAddedThing(tokens, first)) return { tense: 'future', sure: false };
  const possessive = /^['’]s$/.test(tokens[last]?.text ?? '');
  if (possessive) {
    if (/^(?:before|for)$/.test(noun?.lower ?? '')) return { tense: 'future', sure: false };
    if (TAKES_PART.test(noun?.lower ?? '')) return { tense: 'future', sure: false };
    const left = leftwards(tokens, first);
    return left?.tense === 'future' && left.sure ? left : { tense: 'past', sure: false };
  }
  const adjectival =
    noun?.pos === 'DET' || /^(?:its|his|her|their|our|['’]s)$/.test(noun?.lower ?? '');
  if (adjectival && tokens[last]?.pos === 'NOUN') return { tense: null, sure: false };
  if (
    preposition?.lower !== 'in' ||
    !/^(?:decision|announcement|attack|crash|election|vote|referendum|ruling|deal|meeting|visit|speech|interview|report|summit|coup|war|arrest|death|killing)$/.test(
      noun?.lower ?? '',
    )
  )
    return null;
  return { tense: null, sure: false };
}

function leftwards(tokens: readonly Token[], first: number): Governed | null {
  for (let at = first - 1; at >= Math.max(0, first - FARTHEST); at--) {
    if (untaggedInClause(tokens, at, first) !== null) return { tense: 'future', sure: false };
    const found = verbAt(tokens, at);
    if (found && verbBehindParticiple(tokens, at, first) !== null)
      return { tense: 'future', sure: false };
    if (found && isArrangedPassive(tokens, at, first)) return { tense: 'future', sure: false };
    if (found) return found;
    if (/^;$/.test(tokens[at]?.text ?? '')) return null;
  }
  return null;
}

/** Told of somebody or something as it stands, arranged by nobody: "is accused of a theft on Monday". */
const STANDING =
  /^(?:accused|charged|alleged|believed|suspected|thought|known|wanted|convicted|based|located|described|linked|estimated|related|connected|blamed|used|considered|seen|said|reported|dated|compared|attributed|caused|followed|preceded|involved|concerned|supposed|rooted|aimed|owned|driven|dominated|backed|shared|divided|split|torn|hit|marked|made|built)$/;

/** "The programme is published in full on Monday": the present passive of a deed, right before its day. */
function isArrangedPassive(tokens: readonly Token[], at: number, first: number): boolean {
  const word = tokens[at]?.lower ?? '';
  if (tokens[at]?.pos !== 'VERB' || /ing$/.test(word)) return false;
  if (STANDING.test(word) || EXPECTED.test(word)) return false;
  if (!/^(?:is|are)$/.test(tokens[at - 1]?.lower ?? '')) return false;
  return tokens
    .slice(at + 1, first)
    .every(
      ({ pos, text }) => !/^(?:VERB|AUX|SCONJ)$/.test(pos) && !/^(?:[,;:“”"(—–]|by$)/.test(text),
    );
}

function rightwards(tokens: readonly Token[], last: number): Governed | null {
  for (let at = last; at < Math.min(tokens.length, last + FARTHEST); at++) {
    const word = tokens[at]?.lower ?? '';
    if (MODAL.test(word) || /^(?:is|are)$/.test(word)) {
      const next = tokens[at + 1];
      const past =
        /^(?:is|are)$/.test(word) &&
        !(next && (EXPECTED.test(next.lower) || /ing$|^to$/.test(next.lower)));
      return past ? { tense: null, sure: false } : { tense: 'future', sure: true };
    }
    const found = verbAt(tokens, at);
    if (found) return found;
  }
  return null;
}
