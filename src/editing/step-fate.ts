/**
 * What later copy says became of an arranged thing: moved, put off, called off, or that it took place.
 * Precision first: a denial, a threat, a condition or a doubt tells nothing.
 */
import { kindsIn, matterOf, type FoundKind, type StepKind } from './step-matter.ts';

export type Fate = {
  readonly kind: StepKind;
  readonly ordinal: string | null;
  readonly what: 'moved' | 'cancelled' | 'took place';
  /** where the words that tell it end in the sentence */
  readonly cueEnd: number;
};

/** What the subject undergoes: "the talks were called off". */
const PASSIVE: readonly (readonly [Fate['what'], RegExp])[] = [
  [
    'cancelled',
    /\b(?:(?:has|have) been|was|were|is|are)(?: (?:now|then|since|abruptly|finally|also))? (?:cancell?ed|called off|scrapped|abandoned|axed|shelved)\b|\b(?:will|would) (?:not|no longer) (?:go ahead|take place|be held|happen)\b|\bdid not (?:go ahead|take place|happen)\b|\b(?:is|are) (?:now )?off(?=[,.;]|$| (?:after|because|until)\b)/gi,
  ],
  [
    'moved',
    /\b(?:(?:has|have) been|was|were|is|are)(?: (?:now|then|since|also))? (?:postponed|put (?:off|back)|pushed back|delayed|moved|rescheduled|brought forward|deferred|adjourned)\b|\b(?:is|are) now (?:set for|due|scheduled|planned|to be held|to take place|on)\b|\bwill now (?:be held|take place|begin|start|open|meet)\b/gi,
  ],
  [
    'took place',
    /(?<!\b(?:had|not|never) )\b(?:took place|got under way|kicked off|went ahead|began|opened|started|resumed|ended|concluded|finished|closed|wrapped up|broke up|lasted)\b|(?<!\bto )\b(?:was|were) held\b(?! (?:up|back))/gi,
  ],
];

/** What somebody did with it: "ministers called off the talks". */
const ACTIVE: readonly (readonly [Fate['what'], RegExp])[] = [
  ['cancelled', /\b(?:cancel(?:s|led|ed)|call(?:s|ed) off|scrap(?:s|ped)|abandon(?:s|ed))\b/gi],
  [
    'moved',
    /\b(?:postpone[sd]|put (?:off|back)|push(?:es|ed) back|delay(?:s|ed)|move[sd]|rescheduled?|brought forward|deferred)\b/gi,
  ],
  [
    'took place',
    /\b(?:held|completed|concluded|opened|began|started|wrapped up|ended|finished|attended|hosted|staged)\b/gi,
  ],
];

/** Deeds that are the thing itself: "the two sides met", "voters went to the polls". */
const DEEDS: readonly (readonly [StepKind, RegExp])[] = [
  ['talks', /\bmet\b/gi],
  [
    'vote',
    /\b(?:voted|cast (?:their )?(?:ballots|votes)|went to the polls|(?:approved|passed|adopted|rejected|ratified|threw out|voted down) (?:an? |the |its )(?=(?:[\p{L}'’-]{1,20} ){0,4}(?:plans?|bill|law|budget|motion|proposal|measure|treaty|resolution|deal|reform)\b))/giu,
  ],
  [
    'launch',
    /\b(?:lifted|blasted) off\b|\blaunched (?=[^.;,]{0,60}\b(?:satellites?|rockets?|spacecraft|probe|capsule|telescope|missiles?|crew)\b)/gi,
  ],
  [
    'sentencing',
    /\b(?:was|were) (?:sentenced|jailed)\b|\b(?:jailed|sentenced) (?=[^.;]{2,80}\b(?:for|to)\b)/gi,
  ],
  ['match', /\b(?:beat|defeated|drew (?:with|\d)|lost (?:to|\d)|won (?:the|\d))\b/gi],
  ['hearing', /\b(?:appeared (?:in court|before)|heard the (?:case|appeal)|went on trial)\b/gi],
  ['strike', /\b(?:walked out|went on strike)\b/gi],
  ['visit', /\b(?:visited|arrived (?:in|at))\b/gi],
  ['ruling', /\b(?:ruled|found .{2,30} guilty|acquitted)\b/gi],
  ['inauguration', /\b(?:was|were) sworn in\b|\btook office\b/gi],
  ['funeral', /\b(?:was|were) buried\b/gi],
  ['decision', /\b(?:raised|cut|lowered|kept|left|held) (?:its|the) [\p{L} ]{0,30}rates?\b/giu],
];

/** "Agreed on quotas after a summit in Tarsk": what stands behind it has been held. */
const BEHIND_IT =
  /\b(?:after|following|at the end of) (?:an? |the |their )?(?:[\p{L}-]{1,20} ){0,3}?(?=(?:talks|meeting|summit|session|conference|rally|visit) (?:in|on|with|at)\b)/giu;
/** Before it, these say that it all lies ahead, or is another's wish. */
const AHEAD_OF_IT =
  /\b(?:will|would|to be|may|might|could|should|if|unless|plans?|planned|expect\w*|due|scheduled|hopes?|next)\b/i;

/** Before the cue, these make it a denial, a wish, a doubt or an old story. */
const UNREAL =
  /\b(?:not|never|no|den(?:y|ied|ies|ying)|if|may|might|could|should|whether|unless|threat\w*|consider\w*|urg(?:e|ed|es|ing)|demand\w*|rumou?rs?|speculation|possib\w+|want\w*|ask(?:ed|s)?|propos\w+|call(?:ed|s)? for|had|fear\w*|plan(?:s|ned)? to|would be|will be|to be|be)\b|n['’]t\b/i;
/** The same words in "would not take place" are the cue itself. */
const CONDITION = /^[^.;]{0,60}\b(?:if|unless|provided)\b/i;
/** A time that lies behind the story: "last year", "three months ago". */
const LONG_AGO =
  /\b(?:last (?:month|year|spring|summer|autumn|winter)|(?:years?|months?) (?:ago|earlier|before))\b/i;
/** ", which had been set for 3 March,": what stands between two commas is no part of the clause. */
const PARENTHESIS = /,[^,;]{1,120},/g;
/** Where another clause begins. */
const BREAK =
  /[;:—]|\b(?:but|although|though|after|before|ahead|because|while|whereas|until|as|and (?:the|an?|its|his|her|their))\b/gi;
const REACH = 140;

/**
 * All that a sentence tells of what became of arranged things.
 * @param told the day (ISO) on which it was sent: what names an earlier year is background
 */
export function fatesIn(sentence: string, told: string): Fate[] {
  if (sentence.endsWith('?') || LONG_AGO.test(sentence) || namesOlderYear(sentence, told))
    return [];
  const text = withoutQuotations(sentence);
  const kinds = kindsIn(text);
  const fates: Fate[] = [];
  const add = (kind: FoundKind | undefined, what: Fate['what'], cueEnd: number): void => {
    if (kind === undefined || fates.some((each) => each.kind === kind.kind)) return;
    const ordinal = matterOf(sentence).kinds.get(kind.kind) ?? null;
    fates.push({ kind: kind.kind, ordinal, what, cueEnd });
  };
  for (const [what, cue] of PASSIVE)
    for (const found of cuesIn(text, cue)) add(subjectOf(kinds, found), what, found.end);
  for (const [what, cue] of ACTIVE)
    for (const found of cuesIn(text, cue)) add(objectOf(text, kinds, found), what, found.end);
  for (const { index, 0: words } of text.matchAll(BEHIND_IT)) {
    const end = index + words.length;
    const held = kinds.find(({ start }) => start >= end && start - end <= 1);
    if (!AHEAD_OF_IT.test(text.slice(0, index)) && held) add(held, 'took place', held.end);
  }
  for (const [kind, deed] of DEEDS)
    for (const { start, end } of cuesIn(text, deed)) add({ kind, start, end }, 'took place', end);
  return fates;
}

const namesOlderYear = (sentence: string, told: string): boolean =>
  [...sentence.matchAll(/\b(?:19|20)\d\d\b/g)].some(([year]) => year < told.slice(0, 4));

/** Quotations are somebody's words: blanks in their place keep every offset. */
function withoutQuotations(text: string): string {
  return text.replace(/["“][^"”]{0,2000}["”]?/g, (quote) => ' '.repeat(quote.length));
}

type Cue = { readonly start: number; readonly end: number; readonly clauseStart: number };

function cuesIn(text: string, cue: RegExp): Cue[] {
  return [...text.matchAll(cue)].flatMap((match) => {
    const { index: start } = match;
    const end = start + match[0].length;
    const from = Math.max(0, start - REACH);
    const before = text.slice(from, start);
    const clause = [...before.matchAll(BREAK)].at(-1);
    const clauseStart = from + (clause ? clause.index + clause[0].length : 0);
    if (UNREAL.test(text.slice(clauseStart, start).replace(PARENTHESIS, ' '))) return [];
    return CONDITION.test(text.slice(end)) ? [] : [{ start, end, clauseStart }];
  });
}

/** The first thing of the clause: in "the hearing on the strike" it is the hearing. */
const subjectOf = (kinds: readonly FoundKind[], cue: Cue): FoundKind | undefined =>
  kinds.find(({ start, end }) => start >= cue.clauseStart && end <= cue.start);

const OBJECT_REACH = 60;

/** The first thing behind the verb, with nothing but its own words between: no "talks about". */
function objectOf(
  text: string,
  kinds: readonly FoundKind[],
  { start, end, clauseStart }: Cue,
): FoundKind | undefined {
  // "was held" is the passive's; "were delayed" too
  if (/\b(?:was|were|is|are|been|be)(?: \w+)?\s$/i.test(text.slice(clauseStart, start)))
    return undefined;
  const object = kinds.find((kind) => kind.start >= end && kind.start - end <= OBJECT_REACH);
  if (object === undefined) return undefined;
  const between = text.slice(end, object.start);
  return /[,;:]|\b(?:for|on|about|to|with|in|at|after|before|of|that|by|from)\b/i.test(between)
    ? undefined
    : object;
}
