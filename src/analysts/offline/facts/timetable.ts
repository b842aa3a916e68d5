/**
 * The present tense of timetables: "Voters elect a parliament on June 28", "Notices go out Friday", "The
 * text is published next week". With a time to come, what is told in the present is arranged.
 */
import type { Grain } from '../../../news/card.ts';
import { UNDATED_TIME } from '../cues/undated-times.ts';
import { wordSet } from '../cues/words.ts';
import type { ReadSentence, Token } from '../reading/reading.ts';
import { isPastForm, isTakenForPlural } from '../reading/verb-tense.ts';
import { untaggedInClause, untaggedVerb, verbBehindParticiple } from '../reading/untagged-verb.ts';
import type { Study } from './study.ts';

/** Present tense that tells of no arrangement: views, needs and states. */
const STATIVE = wordSet(
  `say says expect expects want wants need needs believe believes think thinks hope hopes fear fears see
  sees mean means remain remains know knows like likes plan plans intend intends seek seeks aim aims call
  calls urge urges warn warns predict predicts forecast forecasts show shows suggest suggests depend
  depends include includes cover covers cost costs last lasts total totals ask asks demand demands let
  look looks seem seems appear appears feel feels argue argues project projects own owns belong imply
  implies do does did has have had note notes oppose opposes support supports threaten
  threatens risk risks target targets`,
);
/** What figures do, and what anything does all the time: arranged only with a day to it. */
const GRADUAL = wordSet(
  `face faces find finds put puts give gives require requires allow allows propose proposes rise rises
  fall falls grow grows shrink shrinks average averages employ employs produce produces link links
  describe describes represent represents reflect reflects make makes get gets use uses provide provides
  consider considers tell tells add adds reduce reduces increase increases back backs`,
);
/** "are expected", "is thought": told by others, arranged by nobody. */
const NOT_ARRANGED = wordSet(
  `expected thought believed said seen known needed required hoped feared forecast projected estimated
  foreseen likely considered based located used made planned supposed intended meant worth rooted aimed owned driven dominated backed shared divided split torn built`,
);
/** "gets under way in May", "puts to sea", "makes its first flight": what begins is no mere process. */
const SETS_OUT =
  /^(?:under ?way|going|started|to work|to sea|up for|way for|(?:his|her|its|their) (?:first|debut|choice|decision|selection|ruling|recommendations?|case))\b/;
const LONGEST_WAY = 18;
const NEGATION = /^(?:not|n['’]t|never|no|hardly|barely|without)$/;
const MODAL = /^(?:will|would|['’]ll|['’]d|could|may|might|should|must|can|to|did|does|do)$/;
/** Where another clause begins, whose verb tells nothing of the time behind it. */
const CLAUSE = /^(?:[;:“”"()]|--|[—–]|if|unless|whether|because|since|when|while|as|before|after)$/;
const VAGUE = /\b(?:coming|near|few|soon|early date|due course|later date|possible)\b/i;
const HABIT = /\b(?:daily|every|each|usually|normally|typically|always|often|nightly|weekly)\b/;

/** What looks like a participle; "open", "ring" and "bring" are none. */
const PARTICIPLE = /^(?!(?:re)?open$|(?:b?r|s|sw|spr)ing$|own$|happen$)\p{L}+(?:ing|en|wn)$/u;

type Clause = Pick<ReadSentence, 'start' | 'end' | 'index'>;

/**
 * Where the verb stands that tells of a time to come in the present tense; null for none.
 * @param time a stretch of the take that says when, such as a date that lies ahead
 */
export function scheduledAt(
  study: Study,
  clause: Clause,
  time: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly grain?: Grain | null;
  },
): number | null {
  if (VAGUE.test(time.text) || (NARRATIVE.test(time.text) && isOfPast(study, clause, time)))
    return null;
  const tokens = (study.sentences[clause.index]?.tokens ?? []).filter(
    (token) => token.start >= clause.start && token.end <= clause.end,
  );
  const first = tokens.findIndex((token) => token.end > time.start);
  const behind = tokens.findIndex((token) => token.start >= time.end);
  if (first < 0) return null;
  const at = first <= 2 ? verbBehind(tokens, behind) : verbBefore(tokens, first);
  const isFrom = /^(?:from|of)$/.test(tokens[first - 1]?.lower ?? '');
  const verb = at === null || !isTimetable(tokens, at, isFrom) ? undefined : tokens[at];
  if (
    verb &&
    time.grain !== 'day' &&
    GRADUAL.has(verb.lower) &&
    !SETS_OUT.test(behindOf(tokens, at)) &&
    !isPart(tokens, at)
  )
    return null;
  return verb ? verb.start - clause.start : null;
}

/** "He was arrested and charged a day later": beside a verb in the past a time without a day is past, too. */
const isOfPast = (study: Study, clause: Clause, { start }: { readonly start: number }): boolean =>
  (study.sentences[clause.index]?.tokens ?? []).some(
    (token, at, all) =>
      token.start >= clause.start &&
      token.start < start &&
      isPastForm(token) &&
      !SAYS.test(token.lower) &&
      !/^(?:is|are|be|been|being|to|by|,)$/.test(all[at - 1]?.lower ?? '') &&
      all[at + 1]?.lower !== 'by',
  );
/** Times that copy of the past counts by, too. */
const NARRATIVE =
  /^(?:the (?:next|following)|overnight|over the|in the (?:next round|.*final))|\blater\b/;
const SAYS = /^(?:said|told|added|announced|confirmed|set|put|cut|shut|let)$/;

/** "the first of which fall in May": what is one of several falls on a day. */
const isPart = (tokens: readonly Token[], at: number | null): boolean =>
  at !== null && tokens[at - 1]?.lower === 'which' && tokens[at - 2]?.lower === 'of';

const behindOf = (tokens: readonly Token[], at: number | null): string =>
  tokens
    .slice((at ?? 0) + 1, (at ?? 0) + 4)
    .map(({ lower }) => lower)
    .join(' ');

/** "At 10:08 p.m., an officer sounds the alarm": so exact a time opens what is told of the past. */
const NARRATED = /^\W{0,2}at (?:about |around )?\d{1,2}[:.]\d[1-46-9] ?[ap]\.?m/;

/** The hour or other time without a day that lower-case words give for what they tell in the present tense; null for none. */
export function hourIn(clause: Clause, words: string) {
  const match = HABIT.test(words) || NARRATED.test(words) ? null : UNDATED_TIME.exec(words);
  if (match === null) return null;
  const start = clause.start + match.index;
  return { start, end: start + match[0].length, text: match[0] };
}

/** The nearest verb in front of a time, in its own clause. */
function verbBefore(tokens: readonly Token[], first: number): number | null {
  // "The ship, damaged in the storm, sails for Malta": what stands between commas has another verb
  const only = untaggedVerb(tokens, 0, first);
  if (only !== null && first - only <= LONGEST_WAY) return only;
  for (let at = first - 1; at >= Math.max(0, first - LONGEST_WAY); at -= 1) {
    const inClause = untaggedInClause(tokens, at, first);
    if (inClause !== null) return inClause;
    // "stop running", "go on selling": the verb that it hangs on
    if (/ing$/.test(tokens[at]?.lower ?? '') && isVerb(tokens, at - 1)) continue;
    if (isVerb(tokens, at)) return verbBehindParticiple(tokens, at, first) ?? at;
    // "before its September session": with no verb behind it, it opens no clause
    const word = tokens[at]?.lower ?? '';
    if (CLAUSE.test(word) && !/^(?:before|after)$/.test(word))
      return untaggedVerb(tokens, at + 1, first);
  }
  return null;
}

/** "On Friday the court hears", "Saturday sees": the first verb behind a time that opens the clause. */
function verbBehind(tokens: readonly Token[], from: number): number | null {
  if (from < 0) return null;
  for (let at = from; at < Math.min(tokens.length, from + LONGEST_WAY); at += 1) {
    if (isVerb(tokens, at)) return at;
    if (CLAUSE.test(tokens[at]?.lower ?? '')) return null;
  }
  // "In April the ship moves on": what opens the clause is followed by its subject
  return untaggedVerb(tokens, from, Math.min(tokens.length, from + LONGEST_WAY));
}

const isVerb = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.pos === 'VERB' || isTakenForPlural(tokens, at);

/** Present tense of a deed, active or passive, neither denied nor hung on another verb. */
function isTimetable(tokens: readonly Token[], at: number, isFrom: boolean): boolean {
  const word = tokens[at]?.lower ?? '';
  const near = tokens.slice(Math.max(0, at - 3), at);
  const helpers = near
    // "on a visit to Tokyo, cuts short his trip": what stands before a comma helps no verb
    .slice(near.findLastIndex(({ text }) => text === ',') + 1)
    // "the couple's house goes": the mark of an owner helps no verb
    .filter(({ pos, lower }) => pos === 'AUX' || /^(?:to|not|n['’]t)$/.test(lower))
    .map(({ lower }) => lower);
  if (helpers.some((each) => NEGATION.test(each) || MODAL.test(each))) return false;
  const isBe = helpers.some((each) => /^(?:is|are|['’]re)$/.test(each));
  if (isBe || isPastForm(tokens[at] as Token) || PARTICIPLE.test(word))
    return (
      isBe && !NOT_ARRANGED.has(word) && helpers.every((each) => !/^(?:has|have|been)$/.test(each))
    );
  // "calls at Lorn" is no view; what holds from a day on is arranged: "As of Monday, visitors need a permit"
  const isState =
    STATIVE.has(word) && !isFrom && !/^calls? at$/.test(`${word} ${tokens[at + 1]?.lower ?? ''}`);
  return !isBe && helpers.length === 0 && !isState && !isNominal(tokens, at);
}

/** "the Canal Street work on Friday": what stands behind an article is no verb, whatever the tagger says. */
const isNominal = (tokens: readonly Token[], at: number): boolean =>
  at === 0 ||
  // "grabbed 7 rebounds in 35 minutes", but "a party of 8 flies"
  (/^\d/.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.lower !== 'of') ||
  (/^(?:DET|ADJ|ADP)$/.test(tokens[at - 1]?.pos ?? '') &&
    !/^(?:which|who)$/.test(tokens[at - 1]?.lower ?? ''));
