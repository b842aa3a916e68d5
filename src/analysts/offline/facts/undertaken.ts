/**
 * What somebody undertakes although no day is given: "The ministers will meet", "Owners are to receive
 * a kit", "She will stay on until a successor is found". It goes by grammar: who acts, and whether the
 * verb tells of a deed or only of how things will turn out.
 */
import {
  DEEDS_BY_PHRASE,
  ENDURES,
  INTENDS,
  NEVER_ARRANGED,
  OUTLOOK_VERBS,
  OUTLOOK_PARTICIPLES,
  PREPARED,
} from '../cues/undertaken.ts';
import { roleLength } from '../reading/gazetteer.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import type { Study } from './study.ts';
import { canSpeak, thingMeant } from './subject.ts';

const LONGEST_SUBJECT = 14;
/** From a cue to the end of "is also reportedly in preparation". */
const PREPARED_CHARACTERS = 40;
/** The words behind the verb that may say how long or until when. */
const LOOKED_AT_CHARACTERS = 120;

/** "will", "is to" and the first words behind: adverbs, "be", the verb. */
const UNDERTAKING =
  /^(?<modal>will|would|['’]ll|(?:is|are) (?:now |also )?(?:going )?to)\s+((?:also|then|now|next|first|each|both|all|again|instead|\p{L}{2,12}ly)\s+){0,2}(?<be>be\s+(?:\p{L}{2,12}ly\s+)?)?(?<verb>\p{L}[\p{L}-]{1,20})\b/u;
const PARTICIPLE =
  /(?:ed|[^aeiou]en|ung|orn)$|^(?:re|over|with|under)?(?:built|sent|paid|let|put|set|cut|shut|held|sold|bought|brought|heard|kept|led|lent|read|shot|split|spread|taught|told|won|made|found|done|shown|thrown|flown|drawn|withdrawn|laid|met|hit|run|left|lit|taken|given|begun|fed)$/;

/** An outlook is made worse; what is made public is arranged. */
const MADE_PUBLIC = /\bbe made (?:public|available|to)\b/;

/** "is considering", "was now planning": what stands between the subject and the participle. */
const HELPER = /\b(?:is|are|was|were) (?:(?:also|now|still|reportedly) )?$/;

/** Where and what is looked at: the cue's place in the lower-case words of the sentence. */
export type CuePlace = {
  readonly sentence: Pick<ReadSentence, 'start' | 'index'>;
  readonly words: string;
  readonly cue: number;
};

/** Does what stands at the cue tell of a deed that somebody takes upon himself, or orders? */
export function isUndertaken(study: Study, place: CuePlace): boolean {
  const behind = place.words.slice(place.cue, place.cue + LOOKED_AT_CHARACTERS);
  const match = UNDERTAKING.exec(behind);
  const verb = match?.groups?.verb ?? '';
  if (match === null) return false;
  if (match.groups?.be !== undefined)
    return PARTICIPLE.test(verb) && (!isOutlook(verb, behind) || MADE_PUBLIC.test(behind));
  const subject = subjectBefore(study, place);
  if (subject.length === 0 || verb === 'be') return false;
  if (ENDURES.test(behind)) return true;
  const isDeed =
    !OUTLOOK_VERBS.has(verb) || DEEDS_BY_PHRASE.test(behind.slice(match[0].length - verb.length));
  if (!isDeed && !/^(?:\w{4,5} have to\b|(?:is|are)\b)/.test(behind)) return false;
  // "a test is to follow": what "is to" be done is arranged, whatever does it
  const follows = /^(?:is|are)\b/.test(behind) && isDeed;
  return follows || acts(study, subject, place.sentence.index);
}

/** "is to be tested" is arranged, where "will be tested" may be what comes over somebody. */
const isOutlook = (verb: string, behind: string): boolean =>
  (/^(?:is|are)\b/.test(behind) ? NEVER_ARRANGED : OUTLOOK_PARTICIPLES).has(verb);

/** Does whoever stands in front of the cue act, as people and bodies do? */
export const isByActor = (study: Study, place: CuePlace): boolean =>
  acts(study, subjectBefore(study, place), place.sentence.index);

/** "The ministry plans to send a team", "She intends to ...": meant, not arranged. */
export function isIntended(study: Study, place: CuePlace): boolean {
  if (place.sentence.index === 0) return false; // the lede's plan is the news itself
  const behind = place.words.slice(place.cue, place.cue + LOOKED_AT_CHARACTERS);
  if (PREPARED.test(place.words.slice(0, place.cue + PREPARED_CHARACTERS))) return true;
  if (!INTENDS.test(behind)) return false;
  const helper = HELPER.exec(place.words.slice(0, place.cue))?.[0] ?? '';
  const subject = subjectBefore(study, { ...place, cue: place.cue - helper.length });
  return acts(study, subject, place.sentence.index);
}

/** The noun phrase in front of the cue, without what hangs on it; an apposition counts for its noun. */
function subjectBefore(study: Study, { sentence, cue }: CuePlace): Token[] {
  const tokens = study.sentences[sentence.index]?.tokens ?? [];
  const at = sentence.start + cue;
  let end = tokens.findIndex((token) => token.start >= at);
  if (end < 0) end = tokens.length;
  // "the leader Ada Lind, who is to take over": the phrase before the comma
  if (/^(?:who|which)$/.test(tokens[end - 1]?.lower ?? '')) end -= 1;
  // "the brake maker, which ..., will", "the envoy, Ann Roe, will": the phrase before the comma
  if (tokens[end - 1]?.text === ')') end = opening(tokens, end - 1);
  else if (/^[,—–]$/.test(tokens[end - 1]?.text ?? '')) end -= 1;
  // "has agreed a contract and will wear the shirt": the subject of the sentence
  if (/^(?:and|but|then)$/.test(tokens[end - 1]?.lower ?? '')) {
    const verb = tokens.findIndex((token) => token.pos === 'VERB' || token.pos === 'AUX');
    end = Math.max(0, Math.min(end, verb));
  }
  let from = end;
  while (from > 0 && end - from < LONGEST_SUBJECT && !isBoundary(tokens[from - 1])) from -= 1;
  const phrase = tokens.slice(from, end);
  const hangs = phrase.findIndex((token, index) => index > 0 && token.pos === 'ADP');
  return hangs < 0 ? phrase : phrase.slice(0, hangs);
}

/** "the captain (knee) will": where the bracket opens that closes there. */
function opening(tokens: readonly Token[], closing: number): number {
  const at = tokens.slice(0, closing).findLastIndex(({ text }) => text === '(');
  return at > 0 ? at : closing;
}

function isBoundary(token: Token | undefined): boolean {
  if (token === undefined || /^[,;:()“”"—–]|^--$/.test(token.text)) return true;
  if (/^(?:that|and|but|while|as|though|although|because|when|which|who)$/.test(token.lower))
    return true;
  return token.pos === 'VERB' || token.pos === 'AUX';
}

/** Pronouns, groups, and nouns that are made from what people do: "voters", "tenants". */
const DOERS =
  /^(?:he|she|they|we|town|city|village|nation|country|sides?|teams?|squad|staff|crews?|delegations?|panel|army|deputy|deputies|heirs|colleagues|both|all|countries|nations|states|people|men|women|children|parents|families|residents|\d{1,3}-year-old|\p{L}{2,14}(?:[^aeiou]ers|eers|tors|ists|ants|ians))$/u;

/** People, organisations, countries and whoever a noun of doing names. */
function acts(study: Study, subject: readonly Token[], index: number): boolean {
  const head = subject.findLast((token) => !/^(?:ADV|PUNCT)$/.test(token.pos));
  if (head === undefined) return false;
  if (DOERS.test(head.lower)) return true;
  // "It will elect new officers": whoever the sentence before has for a subject
  if (head.lower === 'it')
    return head === study.sentences[index]?.tokens[0] && thingMeant(study, subject) !== null;
  if (canSpeak(head) || roleLength([head], 0) > 0) return true;
  return (study.mentionsIn[index] ?? []).some(
    (each) => each.start <= head.start && each.end >= head.end,
  );
}
