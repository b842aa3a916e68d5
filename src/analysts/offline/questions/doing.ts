/** Who does or says what is asked about, and whether it is done at all or only wished for. */
import type { ReadFacts } from '../card.ts';
import { SPEECH_VERBS, VERDICT_VERBS } from '../cues/speech.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { BODY } from './fits.ts';
import type { Question } from './question.ts';
import { akinTo, matesOf, stemOf, stemsOf } from './terms.ts';

type Row = {
  readonly from: Pick<ReadFacts, 'study' | 'facts'>;
  readonly sentence: ReadSentence;
};

/** "Nobody was hurt", "denied", "has yet to decide": the answer no, or that there is none. */
export const DENIAL =
  /\b(?:not?|nobody|none|never|nothing|without|yet to|den(?:y|ied|ies)|declin(?:ed|es)|refus(?:ed|es)|rul(?:ed|es) out|reject(?:ed|s)|dropped|fail(?:ed|s)|whether|unclear)\b|n['’]t\b/i;

const PAST = /^\s*(?:and |so |but )?(?:did|has|have|had|was|were)\b/i;
const WISHING = /^(?:would|could|should|may|might|will|must|if|unless|can|shall)$/;
const WISH_TOKENS = 3;

/** "Did the court order a vote?": that somebody asked it to tells of no order. */
export function isOnlyWished(question: Question, { sentence }: Row): boolean {
  if (!question.polar || !PAST.test(question.text) || DENIAL.test(sentence.text)) return false;
  const { tokens } = sentence;
  const done = placesOf(question.deeds, tokens);
  return (
    done.length > 0 &&
    done.every((at) => {
      const before = tokens.slice(Math.max(0, at - WISH_TOKENS), at);
      return before.at(-1)?.lower === 'to' || before.some(({ lower }) => WISHING.test(lower));
    })
  );
}

function placesOf(stems: readonly string[], tokens: readonly Token[]): number[] {
  const akin = stems.map(akinTo);
  return tokens.flatMap(({ lower }, at) => {
    const stem = stemOf(lower);
    return akin.some((isAkin) => isAkin(stem)) ? [at] : [];
  });
}

const DOER_TOKENS = 14;
const BY_TOKENS = 6;
const BEING = /^(?:was|were|is|are|be|been|being|gets?|got)$/;

/** "Who leaked the report?": somebody is named who did, before the deed or behind "by". */
export function tellsDoer(question: Question, { from, sentence }: Row): boolean {
  if (question.kind !== 'who' || question.head.kind !== 'deed') return false;
  const { tokens } = sentence;
  const doers = placesOfDoers(question, { from, sentence });
  return placesOf([question.head.stem], tokens).some((at) => {
    const by = byBehind(tokens, at);
    if (by >= 0) return doers.some((doer) => doer > by);
    if (tokens[at]?.pos !== 'VERB' || isSuffered(tokens, at)) return false;
    return doers.some((doer) => doer < at && at - doer <= DOER_TOKENS);
  });
}

/** "A leaked report", "the report was leaked": the deed, and nobody who did it. */
export function leavesDoerOut({ kind, head }: Question, { sentence }: Row): boolean {
  if (kind !== 'who' || head.kind !== 'deed') return false;
  const { tokens } = sentence;
  const done = placesOf([head.stem], tokens);
  return done.length > 0 && done.every((at) => isSuffered(tokens, at) && byBehind(tokens, at) < 0);
}

function byBehind(tokens: readonly Token[], at: number): number {
  const by = tokens.slice(at + 1, at + 1 + BY_TOKENS).findIndex(({ lower }) => lower === 'by');
  return by < 0 ? -1 : at + 1 + by;
}

function isSuffered(tokens: readonly Token[], at: number): boolean {
  if (!/ed$|en$|n$/.test(tokens[at]?.lower ?? '')) return false;
  const isTrait = tokens[at + 1]?.pos === 'NOUN' && /^(?:DET|ADJ)$/.test(tokens[at - 1]?.pos ?? '');
  return isTrait || tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => BEING.test(lower));
}

/** Where the words on a speaker begin that stand before a verb of saying: behind any other verb. */
function firstOfSpeaker(tokens: readonly Token[], at: number): number {
  const from = Math.max(0, at - SPEAKER_TOKENS_MOST);
  const verb = tokens.slice(from, at).findLastIndex(({ pos }) => /^(?:VERB|AUX)$/.test(pos));
  return Math.min(Math.max(0, at - SPEAKER_TOKENS), from + verb + 1);
}

/** Where those are named whom the question does not name, and bodies that act without a name. */
function placesOfDoers({ stems }: Question, { from, sentence }: Row): number[] {
  const mentions = from.study.mentionsIn[sentence.index] ?? [];
  const named = mentions.filter(
    ({ kind, text }) => kind !== 'place' && stemsOf(text).some((stem) => !stems.includes(stem)),
  );
  return sentence.tokens.flatMap(({ start, lower }, at) =>
    named.some((each) => each.start <= start && start < each.end) || BODY.test(lower) ? [at] : [],
  );
}

const SPEAKER_TOKENS = 4;
/** With what is said of the speaker: "His lawyer, Attilio Greco of the Lisbon bar, called it ..." */
const SPEAKER_TOKENS_MOST = 14;
const VIEWING = /\b(?:think|feel|view|stance|position)\b/i;
const VIEWS =
  /^(?:opposes?|opposed|supports?|supported|backs?|backed|favou?rs?|favou?red|wants?|wanted|fears?|feared|believes?|believed|expects?|expected|resents?|likes?|liked)$/;
const ASKED =
  /\bwhat (?:did|does|has|have|do) ([^?]{1,80}?) (?:say|said|tell|told|think|warn|announce)/i;

/** "What did Almeida say?": the sentence gives words of somebody whom the question names. */
export function isSaidByAsked(question: Question, { from, sentence }: Row): boolean {
  const asked = stemsOf(ASKED.exec(question.text)?.[1] ?? '');
  if (asked.length === 0) return true;
  const akin = asked.map(akinTo);
  const mates = asked.map(matesOf);
  const isMeant = (stem: string): boolean =>
    akin.some((isAkin) => isAkin(stem)) || mates.some((words) => words.has(stem));
  const isAsked = (text: string): boolean => stemsOf(text).some(isMeant);
  const quoted = from.facts.quotes.filter(({ evidence }) =>
    evidence.some(({ start, end }) => start < sentence.end && sentence.start < end),
  );
  if (quoted.some(({ speaker }) => speaker !== null && isAsked(speaker))) return true;
  const { tokens } = sentence;
  const named = tokens.map(({ lower }) => isMeant(stemOf(lower)));
  const isOfView = VIEWING.test(question.text);
  return tokens.some(({ lower }, at) => {
    const isSaying = SPEECH_VERBS.has(lower) || VERDICT_VERBS.has(lower);
    if (!isSaying && !(isOfView && VIEWS.test(lower))) return false;
    if (named.slice(firstOfSpeaker(tokens, at), at).includes(true)) return true;
    const name = named.slice(at + 1, at + 1 + SPEAKER_TOKENS).indexOf(true);
    // "called the decision wrong and said Almeida had not": of whom it is said
    return name >= 0 && !/^(?:VERB|AUX)$/.test(tokens[at + 2 + name]?.pos ?? '');
  });
}
