/**
 * Ways in which people ask for the same thing, as the rules read them. Readers type as they speak:
 * contractions, half sentences, idioms that no copy has. Every expression is bounded and linear.
 */

type Rewording = readonly [asked: RegExp, read: string];

/** What stands before the question and asks nothing. */
const OPENERS =
  /^\s*(?:(?:hi|hey|hello|please|pls|plz|ok|okay|so|and|but|well|um|sorry|quick question)\b[\s,:-]{1,4}|(?:any idea|do (?:we|you|they) (?:know|have any idea)(?: yet)?|is it known|can (?:you|someone|anyone) (?:please )?(?:tell me|say|check)|could you tell me|(?:i|we) (?:want|need|would like) to know|remind me|tell me)\b[\s,:]{1,4}(?:if |whether )?)/i;
const OPENERS_MOST = 3;

/** As thumbs type: "how many ppl r stuck", "why'd they". */
const TYPED: readonly Rewording[] = [
  [/\bppl\b/gi, 'people'],
  [/\br\b(?! ?&)/g, 'are'],
  [/\bu\b(?!\.)/g, 'you'],
  [/\bw\/o\b/gi, 'without'],
  [/\bgonna\b/gi, 'going to'],
  [/\bassocs?\b\.?/gi, 'association'],
  [/\bgovt?\b\.?/gi, 'government'],
  [/\bdept\b\.?/gi, 'department'],
  [/\bhrs\b\.?/gi, 'hours'],
  [/\bmins\b\.?/gi, 'minutes'],
  [/\byrs\b\.?/gi, 'years'],
  [/\bpop\b(?= (?:of|in)\b)/gi, 'population'],
  [/\bpct\b/gi, 'percent'],
  [/\bq1\b/gi, 'first-quarter'],
  [/\bq2\b/gi, 'second-quarter'],
  [/\bq3\b/gi, 'third-quarter'],
  [/\bq4\b/gi, 'fourth-quarter'],
  [/\bhow come\b/gi, 'why'],
  [/\bprice tags?\b/gi, 'price'],
  [/\b(what|who|where|when|how|why)['’]d (?=\p{L})/giu, '$1 did '],
];

const CONTRACTIONS: readonly Rewording[] = [
  [/\b(what|who|where|when|how|why)['’]?s(?= )/gi, '$1 is'],
  [/\b(how \p{L}{3,8})['’]s\b/giu, '$1 is'],
  [/\b(what|who|where|when|how|why|it|they|he|she|there)['’]ll\b/gi, '$1 will'],
  [/\b(what|who|where|when|how|why|they|we|you)['’]re\b/gi, '$1 are'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(did|do|does|was|were|is|are|has|have|had|would|could|should)n['’]?t\b/gi, '$1 not'],
];

/** "Final tally", "price of the new bridge": a thing that is told in figures, and no word that asks. */
const BARE_AMOUNT =
  /^\s*((?!(?:what|which|how|who|when|where|why|is|are|was|were|did|do|does|has|have|had|will|can) )(?:[\p{L}-]{1,20} ){0,3}(?:tally|toll|score|revenues?|sales|profits?|earnings|debts?|dividend|inflation|prices?|costs?|bill|fees?|fine|turnout|population|share|size|speed|height|length|depth|weight|magnitude|margin|value|budget|salary|wages?|rate|number|percentage|total|attendance|temperature))(?=\s*\?*\s*$| (?:of|for|in|on|at)\s)/iu;

/** "Any date for the vote?", "status of the bill", "Dara crossing: latest?" */
const SHORT: readonly Rewording[] = [
  [
    /^\s*(?:any|what) (?:new |fixed |firm )?(?:date|time|timing|timetable|deadline) (?:yet )?(?:for|of|on) /i,
    'when is ',
  ],
  [/^\s*any (?:word|comment|statement) (?:yet )?(?:from|by) ([^?]{2,80})/i, 'what did $1 say'],
  [/^\s*any(?:one|body) else\b/i, 'who else'],
  [/^\s*(who|what|where) else\b/i, '$1'],
  [/^\s*(?:any|is there any|are there any) (?=\p{L})/iu, 'is there any '],
  [/^\s*(?:any(?:one|body)|no ?(?:one|body)) (?=\p{L})/iu, 'did anyone '],
  [/^\s*(?:what happens|what comes|what is) next (?:in|with|for|on)\b/i, 'next step in'],
  [/^\s*([^?]{2,60}?) (?:date|time)\s*\?*\s*$/i, 'when is the $1'],
  [BARE_AMOUNT, 'what is the $1'],
  [/\bwhat (?:went|has gone|had gone) wrong\b(?: (?:with|at|in|on)\b)?/gi, 'what caused'],
  [
    /^\s*(?:(?:and |so )?(?:what )?(?:then|after that)|now what|what now)\s*\?*\s*$/i,
    'what is next',
  ],
  [/\bnext steps?\b/gi, 'next'],
  [/^\s*(?:how much|how many) (?:was|were|is|are) (?:it|they) /i, 'how much '],
];

/** "How did the shares react?": they rose or fell. */
const MARKET =
  /\b(?:how|where) (?:did|do|does|are|is|have|has) ([^?]{0,60}\b(?:stocks?|shares?|index|prices?|currency|bonds?|yields?|futures|markets?)) (?:react(?:ed)?|end|close[ds]?|finish|perform(?:ed)?|do|doing|done|fared?|move[ds]?|trading|stand)\b/gi;

/** "What will it cost?" asks for a sum. */
const WHAT_SUM =
  /\bwhat (is|was|has|have|did|does|do|will|would) ([^?]{0,80}\b(?:costs?|costing|worth|sunk|spen[dt]|owed?|owes|earn(?:s|ed)?|fetch(?:ed)?)\b)(?! (?:for|to)\b)/gi;

const IDIOMS: readonly Rewording[] = [
  [/\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|press(?:es|ed|ing)?) for\b/gi, 'demand'],
  [
    /\b(?:what (?:was|is|were) )?the reactions? (?:in|of|on|from|by) ([^?]{2,80})/gi,
    'how did $1 react',
  ],
  [/\b(?:is|was|are|were) (?:in charge(?: of)?|at the head of)\b/gi, 'led'],
  [
    /\b(?:foot(?:s|ing)?|pick(?:s|ing)? up)(?: the (?:bill|tab|cost)s?)?(?: (?:for|of))?\b/gi,
    'pay',
  ],
  [/\b(?:is|are|was|were) up against\b/gi, 'face'],
  [/\b(?:go(?:es|ne|ing)?|went) (?:bust|under|broke|bankrupt)\b/gi, 'collapse'],
  [/\bby when\b|\bhow soon\b/gi, 'when will'],
  [/\b(?:on|for|from) what (?:grounds?|reasons?|motives?)\b|\bwhat for\b/gi, 'why'],
  [
    /\bwhat(?: is| was| are| were)? the (?:cause|reason|motive|grounds?)s? (?:of|for|behind)\b/gi,
    'why',
  ],
  [/\bwhat (?:led to|triggered|prompted|sparked|(?:is|was|are|were) behind)\b/gi, 'why'],
  [/\bso far\b/gi, ''],
  [/\bwhat(?: is| was| are| were) the names? of\b/gi, 'who is'],
  [/\bwhat(?: is| was) ([^?]{2,60}?)['’]s? name\b/gi, 'who is $1'],
  [/\bhow (?:well|effectively) (?:does|do|did) ([^?]{2,60}?) work\b/gi, 'how effective is $1'],
  [/\b(when (?:was|were|did)) the last\b/gi, '$1 the previous'],
  [/\bhow (?:much money|high|big|large|great)\b/gi, 'how much'],
  [/\bwhat sort of money\b/gi, 'how much money'],
  [WHAT_SUM, 'how much $1 $2'],
  [/\bfar (?:away|off)\b/gi, 'far'],
  [/\bhow did (?:it|this|that) (?:happen|come about)\b/gi, 'why'],
  [
    /\b(?:putt?(?:ing)?|plough(?:ing|ed)?|plow(?:ing|ed)?|pump(?:ing|ed)?) (?=[^?]{0,40}\binto\b)/gi,
    'invest ',
  ],
  [/\b(?:supposed|meant|due) to\b/gi, 'to'],
  [/\bhave (?:a|their|its|his|her) say\b/gi, 'vote'],
  [/\bend(?:s|ed)? up\b/gi, 'end'],
  [/\b(?:is|are) going to be\b/gi, 'will be'],
  [MARKET, 'how did $1 move'],
  [/\bwho (?:is|was|are|were) behind\b/gi, 'who is responsible for'],
  // what is asked for is told by its kind: "Which country ...?"
  [
    /\b(?:which|what) (?:compan(?:y|ies)|firms?|part(?:y|ies)|teams?) (?!do|does|did|is|was|are|were|has|have|had)\b/gi,
    'who ',
  ],
  [
    /\b(which|what) (?:countr(?:y|ies)|nations?|cit(?:y|ies)|towns?|places?|persons?|compan(?:y|ies)|firms?|part(?:y|ies)|teams?)\b/gi,
    '$1',
  ],
];

/** "Swap agreed?", "budget passed yet": no word that asks, and a deed done at the end. */
const DONE =
  /^\s*([^?]{3,80}?) (\p{L}{2,20}ed|found|held|lost|won|met|built|sold|paid|hit|cut|shot|freed|known|begun|over)(?: yet| already| or not)?\s*\?*\s*$/iu;
/** Words that make it a question by themselves. */
const ASKING =
  /\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|do|does|has|have|had|will|can|could|would|should)\b/i;

/** A question of at most 500 characters in the words that the rules read. */
export function reworded(text: string): string {
  let asked = text;
  for (let times = 0; times < OPENERS_MOST; times += 1) {
    const rest = asked.replace(OPENERS, '');
    // "And when?" is nothing but its opener and a word
    if (rest === asked || rest.trim() === '') break;
    asked = rest;
  }
  asked = [...TYPED, ...CONTRACTIONS, ...SHORT, ...IDIOMS].reduce(
    (read, [from, to]) => read.replace(from, to),
    asked,
  );
  return ASKING.test(asked) ? asked : asked.replace(DONE, 'was $1 $2?');
}

/** Verbs of several words, in questions and in copy, to one that says the same. */
const PHRASES: readonly Rewording[] = [
  // who rules something out has given no ruling
  [/\brul(?:e|es|ed|ing) out\b/gi, 'exclude'],
  [
    /\b(?:tak(?:e|es|en|ing)|took) effect\b|\b(?:com(?:e|es|ing)|came|enter(?:s|ed|ing)?) into (?:force|effect)\b|\bkick(?:s|ed)? in\b/gi,
    'commence',
  ],
  [/\b(?:hit|hits|hitting|strik(?:e|es|ing)|struck) back\b/gi, 'retaliate'],
  [/\bback(?:s|ed|ing)? (?:down|off|away)\b/gi, 'withdraw'],
  [/\bput(?:s|ting)? (?:on the table|forward)\b/gi, 'offer'],
  [/\bcall(?:s|ed|ing)? off\b/gi, 'cancel'],
  [/\bput(?:s|ting)? off\b/gi, 'postpone'],
  [/\b(?:step(?:s|ped|ping)?|stand(?:s|ing)?|stood) (?:down|aside)\b/gi, 'resign'],
  [/\bturn(?:s|ed|ing)? down\b|\b(?:threw|throw(?:s|n|ing)?) out\b/gi, 'reject'],
  [/\b(?:hand(?:s|ed|ing)?|giv(?:e|es|en|ing)|gave) back\b/gi, 'return'],
  [/\bwalk(?:s|ed|ing)? out\b/gi, 'strike'],
  [/\bbr(?:oke|eak|eaks|oken) down\b|\bfell apart\b|\bfall(?:en)? apart\b/gi, 'collapse'],
  [/\blay(?:s|ing)? off\b|\blaid off\b/gi, 'layoffs'],
  [/\b(?:pull|drop)(?:s|ped|ped|ed|ing|ping)? out\b/gi, 'withdraw'],
  [/\br[ua]n(?:s|ning)? out\b(?! of)/gi, 'expire'],
  [/\bg(?:ive|ives|iving|ave|iven) (?:up|in)\b/gi, 'concede'],
  [/\bt(?:ake|akes|aking|ook|aken) (?:over(?: from)?|charge|the helm|the reins)\b/gi, 'succeed'],
  [/\b(?:push|forc|driv|kick)(?:e|es|ed|ing)? (?:\w+ )?out\b/gi, 'oust'],
  [/\bf(?:ind|inds|inding|ound) out\b/gi, 'learn'],
  [/\bg(?:et|ets|etting|ot) out\b/gi, 'escape'],
  [/\b(?:shut|switch|turn)(?:s|ed|ing|ting)? (?:it |them )?off\b/gi, 'shut'],
  [/\b(?:shut|clos)(?:s|e|es|ed|ing|ting)? down\b/gi, 'close'],
  [/\blook(?:s|ed|ing)? for\b/gi, 'seek'],
  [/\b(?:blew|blow(?:s|n|ing)?) up\b/gi, 'explode'],
  [/\b(?:go(?:es|ing|ne)?|went) ahead\b/gi, 'proceed'],
  [/\bf(?:all|alls|ell|alling|allen) out\b(?= (?:with|over))/gi, 'quarrel'],
  [/\b(?:tak(?:e|es|ing)|took) part\b/gi, 'attend'],
  [/\b(?:turn|show)(?:s|ed|ing)? up\b/gi, 'attend'],
  [/\b(?:let|lets|letting) (?:\w+ )?go\b/gi, 'release'],
  [/\bg(?:et|ets|etting|ot) rid of\b/gi, 'scrap'],
  [/\bb(?:ring|rings|ringing|rought) in\b/gi, 'introduce'],
  [/\bhold(?:s|ing)? up\b|\bheld up\b/gi, 'delay'],
  [/\bpass(?:es|ed)? away\b/gi, 'die'],
  [/\b(?:go(?:es|ing|ne)?|went) down\b/gi, 'sink'],
  [/\b(?:com|go)(?:e|es|ing)? back\b|\bcame back\b|\bwent back\b/gi, 'return'],
  [/\b(?:strik(?:e|es|ing)|struck) (?:it )?down\b/gi, 'annul'],
  [/\bspeak(?:s|ing)? for\b/gi, 'spokesman'],
  [/\bact(?:s|ing|ed)? for\b/gi, 'represent'],
  [/\bc(?:ome|omes|oming|ame) by\b/gi, 'obtain'],
  [/\bw(?:ork|orks|orking|orked) out\b/gi, 'calculate'],
  [/\bstep(?:s|ped|ping)? in\b/gi, 'intervene'],
  [/\bset(?:s|ting)? up\b/gi, 'establish'],
  [/\blook(?:s|ed|ing)? after\b|\btak(?:e|es|ing) care of\b/gi, 'care'],
  [/\blook(?:s|ed|ing)? into\b/gi, 'investigate'],
  [/\bsign(?:s|ed|ing)? off\b/gi, 'approve'],
  [/\bgreen light\b|\bgo-ahead\b/gi, 'approval'],
  [/\bget(?:s|ting)? (?:under way|going)\b|\bgot under way\b|\bkick(?:s|ed|ing)? off\b/gi, 'begin'],
];

/** All phrases in one expression, a group each: copy is gone through once. */
const ANY_PHRASE = new RegExp(PHRASES.map(([{ source }]) => `(${source})`).join('|'), 'gi');

/** The text with its verbs of several words as single ones. Linear: the phrases are plain. */
export function withoutPhrases(text: string): string {
  return text.replace(ANY_PHRASE, (found: string, ...groups: readonly unknown[]) => {
    const at = groups.findIndex((group) => group !== undefined);
    return PHRASES[at]?.[1] ?? found;
  });
}
